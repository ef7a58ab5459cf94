/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-log-rank.h"

#include "stats/ink-cholesky.h"
#include "stats/ink-gamma.h"
#include "stats/ink-order.h"

typedef struct
{
  const double *times;
  const guint8 *events;
  const guint *groups;
  guint n_groups;
  double *observed;
  double *expected;
  double *variance;
  double *at_risk;
} Work;

/* By stratum, then by time: two stable orders, the last one first. */
static gsize *
order_people (const double *times,
              const guint  *strata,
              gsize         n)
{
  gsize *by_time = ink_order (times, n), *by_stratum;
  g_autofree double *keys = NULL;

  if (strata == NULL)
    return by_time;
  keys = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    keys[i] = strata[by_time[i]];
  by_stratum = ink_order (keys, n);
  for (gsize i = 0; i < n; i++)
    by_stratum[i] = by_time[by_stratum[i]];
  g_free (by_time);

  return by_stratum;
}

static void
add_time (Work   *work,
          double  converted,
          double  at_risk)
{
  double spread = at_risk > 1 ? converted * (at_risk - converted) / (at_risk - 1) : 0;

  for (guint g = 0; g < work->n_groups; g++)
    {
      double share = work->at_risk[g] / at_risk;

      work->expected[g] += converted * share;
      for (guint h = 0; h < work->n_groups; h++)
        work->variance[(gsize) g * work->n_groups + h]
            += spread * share * ((g == h) - work->at_risk[h] / at_risk);
    }
}

/* All people of one time leave after its conversions are counted. */
static gsize
take_time (Work        *work,
           const gsize *order,
           gsize        i,
           gsize        end)
{
  double time = work->times[order[i]], converted = 0, at_risk = (double) (end - i);
  gsize next = i;

  for (; next < end && work->times[order[next]] == time; next++)
    if (work->events[order[next]])
      {
        converted++;
        work->observed[work->groups[order[next]]]++;
      }
  if (converted > 0)
    add_time (work, converted, at_risk);
  for (; i < next; i++)
    work->at_risk[work->groups[order[i]]]--;

  return next;
}

static void
add_stratum (Work        *work,
             const gsize *order,
             gsize        first,
             gsize        end)
{
  for (guint g = 0; g < work->n_groups; g++)
    work->at_risk[g] = 0;
  for (gsize i = first; i < end; i++)
    work->at_risk[work->groups[order[i]]]++;
  for (gsize i = first; i < end;)
    i = take_time (work, order, i, end);
}

/* The last group that could vary follows from the others. */
static void
finish (const Work *work,
        InkLogRank *result)
{
  g_autofree guint *used = g_new (guint, work->n_groups + 1);
  g_autofree double *matrix = NULL, *excess = NULL;
  guint n = 0;

  *result = (InkLogRank) { 0, 0, 1 };
  for (guint g = 0; g < work->n_groups; g++)
    if (work->variance[(gsize) g * work->n_groups + g] > 0)
      used[n++] = g;
  if (n < 2)
    return;
  n--;
  matrix = g_new (double, (gsize) n * n);
  excess = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      excess[i] = work->observed[used[i]] - work->expected[used[i]];
      for (guint j = 0; j < n; j++)
        matrix[(gsize) i * n + j] = work->variance[(gsize) used[i] * work->n_groups + used[j]];
    }
  if (!ink_cholesky_factor (matrix, n))
    return;
  result->df = n;
  result->chi_square = ink_cholesky_quadratic (matrix, n, excess);
  result->p_value = ink_chi_square_upper (result->chi_square, n);
}

void
ink_log_rank (const double *times,
              const guint8 *events,
              const guint  *groups,
              const guint  *strata,
              gsize         n,
              guint         n_groups,
              double       *observed,
              double       *expected,
              InkLogRank   *result)
{
  g_autofree double *sums = NULL;
  g_autofree gsize *order = NULL;
  Work work = { times, events, groups, n_groups };
  gsize first = 0;

  g_return_if_fail (n == 0 || (times != NULL && events != NULL && groups != NULL));
  g_return_if_fail (result != NULL);

  sums = g_new0 (double, (gsize) n_groups * (n_groups + 4) + 1);
  work.observed = sums;
  work.expected = sums + n_groups;
  work.at_risk = sums + 2 * (gsize) n_groups;
  work.variance = sums + 3 * (gsize) n_groups;
  order = order_people (times, strata, n);
  for (gsize i = 1; i <= n; i++)
    if (i == n || (strata != NULL && strata[order[i]] != strata[order[first]]))
      {
        add_stratum (&work, order, first, i);
        first = i;
      }
  finish (&work, result);
  for (guint g = 0; g < n_groups; g++)
    {
      if (observed != NULL)
        observed[g] = work.observed[g];
      if (expected != NULL)
        expected[g] = work.expected[g];
    }
}
