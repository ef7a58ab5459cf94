/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Wilson's score interval: right at small numbers and near 0 and 1, where the usual one is not. */
#include "stats/ink-wilson.h"

#include "stats/ink-beta.h"
#include "stats/ink-normal.h"

static InkInterval
wilson (double successes,
        double n,
        double z)
{
  double p = successes / n, scale = 1 / (1 + z * z / n);
  double centre = (p + z * z / (2 * n)) * scale;
  double half = z * sqrt (p * (1 - p) / n + z * z / (4 * n * n)) * scale;

  return (InkInterval) {
    .low = successes == 0 ? 0 : MAX (centre - half, 0),
    .high = successes == n ? 1 : MIN (centre + half, 1),
  };
}

void
ink_wilson (guint64 successes,
            guint64 trials,
            double *low,
            double *high)
{
  InkInterval range = { NAN, NAN };

  g_return_if_fail (low != NULL && high != NULL);
  g_return_if_fail (successes <= trials);

  if (trials > 0)
    range = wilson ((double) successes, (double) trials, INK_Z95);
  *low = range.low;
  *high = range.high;
}

InkInterval
ink_wilson_range (guint64 successes,
                  guint64 trials,
                  double  level)
{
  InkInterval none = { NAN, NAN };

  g_return_val_if_fail (successes <= trials && level > 0 && level < 1, none);

  if (trials == 0)
    return none;

  return wilson ((double) successes, (double) trials, ink_normal_quantile ((1 + level) / 2));
}

InkInterval
ink_exact_share_range (guint64 successes,
                       guint64 trials,
                       double  level)
{
  InkInterval range = { NAN, NAN };
  double x = (double) successes, n = (double) trials, tail = (1 - level) / 2;

  g_return_val_if_fail (successes <= trials && level > 0 && level < 1, range);

  if (trials == 0)
    return range;
  range.low = successes == 0 ? 0 : ink_beta_quantile (tail, x, n - x + 1);
  range.high = successes == trials ? 1 : ink_beta_quantile (1 - tail, x + 1, n - x);

  return range;
}
