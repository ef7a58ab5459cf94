/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A funnel: ordered steps, a window, exclusions, what is counted and compared. Immutable. */
#pragma once

#include "definition/ink-rule.h"

G_BEGIN_DECLS

typedef enum
{
  INK_ORDER_AS_LISTED,
  INK_ORDER_STRICT,
  INK_ORDER_ANY,
} InkOrder;

typedef enum
{
  INK_COUNT_PEOPLE,
  INK_COUNT_SESSIONS,
  INK_COUNT_TRIES,
  INK_COUNT_PROPERTY,
} InkCount;

typedef enum
{
  INK_COMPARE_NONE,
  INK_COMPARE_PERSONA,
  INK_COMPARE_PERSON,   /* by a person's property */
  INK_COMPARE_PERIOD,
  INK_COMPARE_PROPERTY, /* by a property of events */
} InkCompare;

typedef enum
{
  INK_TAKE_FIRST,
  INK_TAKE_LAST,
  INK_TAKE_STEP, /* "step n" */
  INK_TAKE_EACH,
} InkTake;

typedef struct
{
  InkRule *rule;
  char *name; /* nullable: the label; else the goal's name or the event's */
  gboolean optional;
} InkStep;

typedef struct
{
  InkRule *rule;
  guint from; /* steps from 1 */
  guint to;
} InkExclusion;

typedef struct _InkFunnel InkFunnel;
struct _InkFunnel
{
  gatomicrefcount ref_count; /* private */
  char *id;                  /* stable through renames; not part of the JSON file */
  char *name;
  InkStep *steps;
  guint n_steps;
  InkOrder order;
  InkSpan within; /* NONE or LENGTH */
  InkExclusion *not_if;
  guint n_not_if;
  InkCount count;
  char *count_property; /* INK_COUNT_PROPERTY */
  InkRule *people;      /* nullable: only these */
  InkDates between;     /* tries that start in it */
  InkCompare compare;
  char **compare_properties; /* NULL-terminated; nullable */
  gboolean compare_list;     /* written as a list: groups are named by lists, even of one */
  InkTake take;
  guint take_step;   /* from 1, INK_TAKE_STEP */
  guint limit;       /* groups before 'Other'; 0: no limit */
  char *note;        /* nullable */
};

InkFunnel *ink_funnel_ref   (InkFunnel *funnel);
void       ink_funnel_unref (InkFunnel *funnel);
gboolean   ink_funnel_equal (const InkFunnel *a, const InkFunnel *b);

/* A new one with a fresh id, and a copy that keeps the id. The only reference may write the fields
 * until it hands the value to anybody else. Equality leaves ids out. */
InkFunnel *ink_funnel_new  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy (const InkFunnel *funnel) G_GNUC_WARN_UNUSED_RESULT;

/* The step's label: its own name, its goal's name, its event's name, or its rule in words. */
char      *ink_step_to_label (const InkStep *step) G_GNUC_WARN_UNUSED_RESULT;
/* The rule that stands under the chart: "in this order, others between allowed, within 14 days". */
char      *ink_funnel_to_words (const InkFunnel *funnel) G_GNUC_WARN_UNUSED_RESULT;

/* The same funnel with other steps or settings: for editors that make a new value per change. */
InkFunnel *ink_funnel_copy_with_steps  (const InkFunnel *funnel, const InkStep *steps,
                                        guint n_steps) G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_order  (const InkFunnel *funnel, InkOrder order)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_within (const InkFunnel *funnel, InkSpan within)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_people (const InkFunnel *funnel, InkRule *people)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_between (const InkFunnel *funnel, const char *from,
                                         const char *to) G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_compare (const InkFunnel *funnel, InkCompare compare,
                                         const char *const *properties, InkTake take,
                                         guint take_step, guint limit)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_not_if (const InkFunnel *funnel, const InkExclusion *not_if,
                                        guint n_not_if) G_GNUC_WARN_UNUSED_RESULT;
/* @property: of INK_COUNT_PROPERTY; else NULL. */
InkFunnel *ink_funnel_copy_with_count  (const InkFunnel *funnel, InkCount count,
                                        const char *property) G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_name   (const InkFunnel *funnel, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkFunnel, ink_funnel_unref)

G_END_DECLS
