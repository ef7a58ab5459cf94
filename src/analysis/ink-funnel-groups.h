/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The groups that a funnel compares. */
#pragma once

#include "analysis/ink-funnel-stats.h"

G_BEGIN_DECLS

/* Appends the groups (element-type InkFunnelStats) of @plan, whose units came to @outcomes. */
gboolean ink_funnel_groups_find (InkPlan *plan, const InkShape *shape,
                                 const InkOutcomes *outcomes, GPtrArray *groups, GError **error);

/* --- Private to groups --- */

/**
 * InkGroups: what came of the units of each group, before they are counted.
 * @names: (element-type utf8); @outcomes: (element-type InkOutcomes)
 * @overlap: a unit may be in several; @by_persona: they are the personas
 */
typedef struct
{
  GPtrArray *names;
  GPtrArray *outcomes;
  gboolean overlap;
  gboolean by_persona;
} InkGroups;

/* Each value of a property on step n, or on every step, with a run of its own. */
gboolean ink_funnel_groups_by_value (InkPlan *plan, InkGroups *groups, GError **error);
/* Keeps the largest @limit groups and merges the rest to 'Other'. */
gboolean ink_funnel_groups_limit    (InkPlan *plan, InkGroups *groups, guint limit,
                                     GError **error);

G_END_DECLS
