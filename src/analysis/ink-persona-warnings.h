/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a persona's rule looks at what comes after the main goal. */
#pragma once

#include "analysis/ink-persona-members.h"

G_BEGIN_DECLS

/**
 * InkLateness:
 * @late: those whose rule became true only when they completed the goal, or later
 * @of: people of the persona who completed the goal at a known time
 */
typedef struct
{
  guint32 late;
  guint32 of;
} InkLateness;

/* How @rule's @people (a bit each) stand to the first completion of the goal @goal. FALSE with
 * @error where either is refused, or when cancelled. */
gboolean ink_lateness_find  (InkScope *scope, const InkRule *rule, const guint64 *people,
                             const char *goal, InkLateness *lateness, GError **error);
/* Most of those who got there, and not by a chance of few. */
gboolean ink_lateness_warns (const InkLateness *lateness);
/* Whether the words of @rule, and of what it names, are about the goal @goal: its name, or an event
 * that completes it by itself. */
gboolean ink_rule_names_goal (const InkDefinition *definition, const InkRule *rule,
                              const InkGoal *goal);

G_END_DECLS
