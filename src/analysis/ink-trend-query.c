/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-trend-query.h"

#define MOST_DAYS 45
#define MOST_WEEKS 60

typedef struct
{
  InkQuery parent;
  InkFunnelResult *result;
  InkPeriod period;
} TrendQuery;

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const TrendQuery *a = (const TrendQuery *) x, *b = (const TrendQuery *) y;

  return a->result == b->result && a->period == b->period;
}

static guint
hash (const InkQuery *query)
{
  const TrendQuery *self = (const TrendQuery *) query;

  return g_direct_hash (self->result) + 31 * (guint) self->period;
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const TrendQuery *self = (const TrendQuery *) query;
  InkAnswer *answer = ink_answer_new ();

  ink_answer_add_table (answer, "trend", ink_funnel_result_to_trend (self->result, self->period));

  return answer;
}

static void
clear (InkQuery *query)
{
  ink_funnel_result_unref (((TrendQuery *) query)->result);
}

static const InkQueryKind trend_kind = { "trend", sizeof (TrendQuery), equal, hash, run, clear };

/**
 * ink_trend_query_new:
 * @result: of the funnel; it is kept, so that no other can have its address
 *
 * Returns: (transfer full): the question
 */
InkQuery *
ink_trend_query_new (InkFunnelResult *result,
                     InkPeriod period)
{
  TrendQuery *query;

  g_return_val_if_fail (result != NULL, NULL);

  query = ink_query_alloc (&trend_kind);
  query->result = ink_funnel_result_ref (result);
  query->period = period;

  return &query->parent;
}

InkPeriod
ink_trend_query_get_period (gint64 from,
                            gint64 to)
{
  gint64 days = from != INK_TIME_NONE && to != INK_TIME_NONE ? (to - from) / INK_DAY : 0;

  if (days <= MOST_DAYS)
    return INK_PERIOD_DAY;

  return days <= MOST_WEEKS * 7 ? INK_PERIOD_WEEK : INK_PERIOD_MONTH;
}
