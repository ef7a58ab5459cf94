/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Closed form: one pass, nothing to tune. */
#include "stats/ink-rate-ratio.h"

#include "stats/ink-gamma.h"
#include "stats/ink-root.h"

/* log 0.025, the probability that a one-sided limit leaves. */
#define LOG_TAIL -3.688879454113936303
#define FARTHEST_LOG 700

static gboolean
has_both_sides (const InkRateStratum *stratum)
{
  return stratum->y1 > 0 && stratum->y0 > 0;
}

typedef struct
{
  const InkRateStratum *strata;
  gsize n_strata;
  gboolean none_exposed;
} Zero;

/* The log probability of what was seen at this ratio, less that of the limit. */
static double
log_probability (double        log_ratio,
                 gconstpointer data)
{
  const Zero *zero = data;
  double sum = 0;

  for (gsize i = 0; i < zero->n_strata; i++)
    {
      const InkRateStratum *s = &zero->strata[i];
      double log_odds = log_ratio + log (s->y1) - log (s->y0);

      if (has_both_sides (s) && s->d1 + s->d0 > 0)
        sum -= (s->d1 + s->d0) * log1p (exp (zero->none_exposed ? log_odds : -log_odds));
    }

  return sum - LOG_TAIL;
}

double
ink_rate_ratio_zero_limit (const InkRateStratum *strata,
                           gsize                 n_strata)
{
  Zero zero = { strata, n_strata };
  double exposed = 0, unexposed = 0;

  g_return_val_if_fail (strata != NULL || n_strata == 0, NAN);

  for (gsize i = 0; i < n_strata; i++)
    if (has_both_sides (&strata[i]))
      {
        exposed += strata[i].d1;
        unexposed += strata[i].d0;
      }
  zero.none_exposed = exposed == 0;
  if ((exposed > 0) == (unexposed > 0))
    return zero.none_exposed ? INFINITY : 0;

  return exp (ink_root (log_probability, &zero, -FARTHEST_LOG, FARTHEST_LOG));
}

/* What the two weighted sums say; the range is complete but for its limit at a zero. */
static void
finish (InkRateRatio *result,
        double        r,
        double        q)
{
  double excess = result->observed - result->expected;

  result->range = (InkInterval) { 0, INFINITY };
  result->ratio = r / q;
  result->log_ratio = log (result->ratio);
  result->se = r > 0 && q > 0 ? sqrt (result->variance / (r * q)) : INFINITY;
  if (r > 0 && q > 0)
    result->range = ink_interval_of_log (result->log_ratio, result->se);
  result->chi_square = result->variance > 0 ? excess * excess / result->variance : 0;
  result->p_value = ink_chi_square_upper (result->chi_square, 1);
}

void
ink_rate_ratio_estimate (const InkRateStratum *strata,
                         gsize                 n_strata,
                         InkRateRatio         *result)
{
  double r = 0, q = 0, exposed = 0, compared = 0;

  g_return_if_fail (strata != NULL || n_strata == 0);
  g_return_if_fail (result != NULL);

  *result = (InkRateRatio) { 0 };
  for (gsize i = 0; i < n_strata; i++)
    {
      const InkRateStratum *s = &strata[i];
      double d = s->d1 + s->d0, y = s->y1 + s->y0;

      exposed += s->y1;
      if (!has_both_sides (s))
        continue;
      compared += s->y1;
      result->n_strata++;
      result->observed += s->d1;
      result->other += s->d0;
      result->expected += d * s->y1 / y;
      result->variance += d * (s->y1 / y) * (s->y0 / y);
      r += s->d1 * s->y0 / y;
      q += s->d0 * s->y1 / y;
    }
  result->support = exposed > 0 ? compared / exposed : 0;
  finish (result, r, q);
  if (result->variance > 0 && r == 0)
    result->range.high = ink_rate_ratio_zero_limit (strata, n_strata);
  if (result->variance > 0 && q == 0)
    result->range.low = ink_rate_ratio_zero_limit (strata, n_strata);
}
