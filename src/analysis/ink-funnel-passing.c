/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/ink-funnel-passing.h"

#include <math.h>

#include "analysis/ink-funnel-result-private.h"

/* Fewer than this say nothing of their group. */
#define LEAST_OF 20
#define LEAST_PASSED 3

static InkPassing
find_passing (const InkFunnelResult *result,
              const InkFunnelStats *stats,
              guint step,
              gboolean settled)
{
  const InkStepStats *here = &stats->steps[step];
  const InkStepStats *before = &stats->steps[result->shape.before[step]];
  InkPassing passing = {
    .name = stats->name,
    .came = here->before,
    .stopped = here->dropped,
    .under_way = here->before - here->people - here->dropped,
    .settled = settled,
    .of = settled ? before->settled : here->before,
    .passed = settled ? here->settled : here->people,
  };
  InkShare share = ink_share_of (passing.passed, passing.of);

  passing.share = share.share;
  passing.low = share.low;
  passing.high = share.high;

  return passing;
}

GArray *
ink_funnel_result_get_passing (const InkFunnelResult *result,
                               guint step)
{
  GArray *found;
  gboolean settled;
  InkPassing passing;

  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (step >= 2 && step <= result->shape.n_steps, NULL);

  found = g_array_new (FALSE, FALSE, sizeof (InkPassing));
  settled = ink_funnel_stats_need_settled (result->whole);
  passing = find_passing (result, result->whole, step - 1, settled);
  g_array_append_val (found, passing);
  for (guint i = 0; i < result->groups->len; i++)
    {
      passing = find_passing (result, g_ptr_array_index (result->groups, i), step - 1, settled);
      g_array_append_val (found, passing);
    }

  return found;
}

/* The normal quantile at 1 - @tail, for small tails (Abramowitz and Stegun 26.2.23; off by less
 * than 0.00045). */
static double
normal_quantile (double tail)
{
  double t = sqrt (-2 * log (tail));

  return t
         - (2.515517 + 0.802853 * t + 0.010328 * t * t)
               / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
}

gboolean
ink_passing_compare (const InkPassing *a,
                     const InkPassing *b,
                     guint n_comparisons,
                     double *ratio,
                     double *low,
                     double *high)
{
  double z, spread;

  g_return_val_if_fail (a != NULL && b != NULL && n_comparisons > 0, FALSE);

  if (a->of < LEAST_OF || b->of < LEAST_OF || a->passed < LEAST_PASSED
      || b->passed < LEAST_PASSED)
    return FALSE;

  /* The logarithm of a ratio of shares is near normal (Katz); Bonferroni for the choice of two out
   * of several. */
  z = normal_quantile (0.025 / n_comparisons);
  spread = sqrt ((1 - a->share) / a->passed + (1 - b->share) / b->passed);
  *ratio = a->share / b->share;
  *low = *ratio * exp (-z * spread);
  *high = *ratio * exp (z * spread);

  return TRUE;
}
