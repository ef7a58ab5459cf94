/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a funnel's result holds; every count, list and table is read from outcomes. */
#pragma once

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-funnel-stats.h"

G_BEGIN_DECLS

struct _InkFunnelResult
{
  gatomicrefcount ref_count;
  InkScope *scope;
  InkFunnel *funnel;
  char **labels; /* of the steps */
  InkShape shape;
  const InkOutcomes *outcomes; /* of @whole */
  InkFunnelStats *whole;
  GPtrArray *groups; /* (element-type InkFunnelStats) */
  gsize median_known;
  double median; /* once it was asked for */
};

/**
 * InkHistogram: bins of equal width from the shortest way on.
 * @from, @width: seconds
 */
typedef struct
{
  double from;
  gint64 width;
  guint n;
  guint32 people[64];
} InkHistogram;

/* FALSE where nobody's way is timed. */
gboolean ink_funnel_result_find_histogram (const InkFunnelResult *result, InkHistogram *histogram);

/* The share and its range; NaN where there is nothing to divide. */
typedef struct
{
  double share;
  double low;
  double high;
} InkShare;

InkShare ink_share_of (guint32 part, guint32 whole);

/* ink_funnel_evaluate, for a funnel that is being edited: what the one before found out is used. */
InkFunnelResult *ink_funnel_evaluate_again (InkEventStore *store, InkDefinition *definition,
                                            const InkFunnel *funnel, const InkFilter *filter,
                                            GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The personas' groups of a funnel that was evaluated without groups, found among those who are in
 * it already. Not for a result that somebody else has, too. */
gboolean ink_funnel_result_add_personas (InkFunnelResult *result, GCancellable *cancellable,
                                         GError **error);
/* ink_funnel_evaluate, by the general kernel where @slow: tests hold the fast one against it. */
InkFunnelResult *ink_funnel_evaluate_with (InkEventStore *store, InkDefinition *definition,
                                           const InkFunnel *funnel, const InkFilter *filter,
                                           gboolean slow, GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
