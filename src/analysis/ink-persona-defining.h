/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a rule looks at, through all goals and personas that it names: that a persona does much of
 * what defines it is no finding. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/**
 * InkDefining:
 * @leaves: (element-type InkRule): rules of kind does
 * @goals: names of goals
 * @properties: names of properties of people
 */
typedef struct
{
  GPtrArray *leaves;
  GHashTable *goals;
  GHashTable *properties;
} InkDefining;

/* Borrows from @definition and @rule. */
void     ink_defining_init      (InkDefining *defining, const InkDefinition *definition,
                                 const InkRule *rule);
void     ink_defining_clear     (InkDefining *defining);
gboolean ink_defining_has_event (const InkDefining *defining, const char *name);
gboolean ink_defining_has_property (const InkDefining *defining, const char *name);
/* Named, or about the same events with conditions on the same properties. */
gboolean ink_defining_has_goal  (const InkDefining *defining, const InkDefinition *definition,
                                 const InkGoal *goal);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkDefining, ink_defining_clear)

G_END_DECLS
