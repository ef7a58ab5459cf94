/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the checks of names and of circles share. */
#pragma once

#include "definition/ink-check.h"

G_BEGIN_DECLS

/* What a rule leans on. */
typedef struct
{
  int persona; /* index of the last persona that it needs; -1: none */
  guint depth; /* goals within goals */
} InkCheckNeeds;

typedef enum
{
  INK_CHECK_NEW,
  INK_CHECK_OPEN,
  INK_CHECK_DONE,
} InkCheckState;

typedef struct
{
  InkCheckState state;
  InkCheckNeeds needs;
} InkCheckGoal;

struct _InkCheck
{
  InkRead *read;
  InkDefinition *all;
  GPtrArray *warnings; /* nullable */
  GHashTable *goals;    /* name -> index + 1 */
  GHashTable *personas; /* name -> index + 1 */
  GHashTable *events;   /* nullable: unchecked */
  GHashTable *on_events;
  GHashTable *on_persons;
  InkCheckGoal *states; /* of the goals of @all */
  int persona;          /* the one whose rule is being checked; -1: none */
};

/* The index of a name; -1 where it is not there. */
int         ink_check_find         (GHashTable *names, const char *name);
/* The one that is spelt most like @wanted, or NULL. */
const char *ink_check_find_nearest (GHashTable *names, const char *wanted);
/* Does the data have this property? Where warnings are collected, a miss is one of them. */
gboolean    ink_check_property     (InkCheck *check, const InkPlace *place, InkOn on,
                                    const char *name);

/* --- Circles --- */

/* Widen @needs by what the goal @index, or @rule, leans on; FALSE where that goes round in a circle
 * or too deep. @place: of the name, in the file; @level: goals around it. */
gboolean ink_check_goal_needs (InkCheck *check, const InkPlace *place, int index, guint level,
                               InkCheckNeeds *needs);
gboolean ink_check_rule_needs (InkCheck *check, const InkPlace *place, const InkRule *rule,
                               guint level, InkCheckNeeds *needs);
/* A persona's rule may only need personas that are tried before it. */
gboolean ink_check_order      (InkCheck *check, const InkPlace *place,
                               const InkCheckNeeds *needs);

G_END_DECLS
