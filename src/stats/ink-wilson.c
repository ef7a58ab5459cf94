/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Wilson's score interval: right at small numbers and near 0 and 1, where the usual one is not. */
#include "stats/ink-wilson.h"

#include <math.h>

/* The 97.5 % point of the normal distribution. */
#define Z 1.959963984540054

void
ink_wilson (guint64 successes,
            guint64 trials,
            double *low,
            double *high)
{
  double n = (double) trials, p, centre, half, scale;

  g_return_if_fail (low != NULL && high != NULL);
  g_return_if_fail (successes <= trials);

  if (trials == 0)
    {
      *low = *high = NAN;
      return;
    }
  p = (double) successes / n;
  scale = 1 / (1 + Z * Z / n);
  centre = (p + Z * Z / (2 * n)) * scale;
  half = Z * sqrt (p * (1 - p) / n + Z * Z / (4 * n * n)) * scale;
  *low = successes == 0 ? 0 : MAX (centre - half, 0);
  *high = successes == trials ? 1 : MIN (centre + half, 1);
}
