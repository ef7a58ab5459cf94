/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers of a funnel, or of one group of it, counted from what came of every unit. */
#pragma once

#include "analysis/ink-outcomes.h"

G_BEGIN_DECLS

/* Which steps are optional, and what stands before each: what is left of a plan once it has run. */
typedef struct
{
  guint n_steps;
  guint n_required;
  guint required[INK_MAX_STEPS];
  gboolean optional[INK_MAX_STEPS];
  guint before[INK_MAX_STEPS]; /* the last step before it that is not optional */
} InkShape;

/* @people … @under_way are counts; shares, ranges and seconds are NaN where there is nothing. */
typedef struct
{
  guint32 people;
  guint32 before;
  guint32 dropped;
  guint32 under_way;
  guint32 settled;
  double median;
  double mean;
} InkStepStats;

typedef struct
{
  char *name;
  guint32 entered;
  guint32 under_way;
  guint32 settled;
  guint n_steps;
  InkStepStats *steps;
  InkOutcomes *outcomes; /* what was counted */
} InkFunnelStats;

void            ink_shape_init        (InkShape *shape, const InkPlan *plan);
InkFunnelStats *ink_funnel_stats_new  (const char *name, const InkShape *shape,
                                       const gint64 *times, InkOutcomes *outcomes)
    G_GNUC_WARN_UNUSED_RESULT;
void            ink_funnel_stats_free (InkFunnelStats *stats);
/* (element-type guint32) Who is at, or dropped before, the step @step (from 0): ascending. */
GArray         *ink_funnel_stats_people_at (const InkFunnelStats *stats, guint step)
    G_GNUC_WARN_UNUSED_RESULT;
GArray         *ink_funnel_stats_dropped_before (const InkFunnelStats *stats,
                                                 const InkShape *shape, guint step)
    G_GNUC_WARN_UNUSED_RESULT;
/* Whether so many are under way that the shares of the settled stand beside. */
gboolean        ink_funnel_stats_need_settled (const InkFunnelStats *stats);

static inline gboolean
ink_outcome_took (const InkOutcomes *outcomes,
                  guint32 index,
                  guint step)
{
  return ink_outcomes_get_rows (outcomes, index)[step] != INK_NO_ROW;
}

/* Reached the step before @step, not this one, and is not under way. */
static inline gboolean
ink_outcome_dropped (const InkOutcomes *outcomes,
                     const InkShape *shape,
                     guint32 index,
                     guint step)
{
  return step > 0 && ink_outcome_took (outcomes, index, shape->before[step])
         && !ink_outcome_took (outcomes, index, step)
         && (outcomes->flags[index] & INK_OUTCOME_UNDER_WAY) == 0;
}

G_END_DECLS
