/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-power.h"

#include <math.h>

#include "stats/ink-interval.h"
#include "stats/ink-normal.h"

double
ink_power_people (double p1,
                  double p2,
                  double power)
{
  double both = p1 + p2, z;

  g_return_val_if_fail (p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1, NAN);
  g_return_val_if_fail (power > 0 && power < 1, NAN);

  if (p1 == p2)
    return INFINITY;
  z = INK_Z95 * sqrt (both * (1 - both / 2))
      + ink_normal_quantile (power) * sqrt (p1 * (1 - p1) + p2 * (1 - p2));

  return z * z / ((p1 - p2) * (p1 - p2));
}

double
ink_power_events (double ratio,
                  double share,
                  double power)
{
  double z, effect;

  g_return_val_if_fail (ratio > 0 && share >= 0 && share <= 1, NAN);
  g_return_val_if_fail (power > 0 && power < 1, NAN);

  z = INK_Z95 + ink_normal_quantile (power);
  effect = share * (1 - share) * log (ratio) * log (ratio);

  return effect > 0 ? z * z / effect : INFINITY;
}

double
ink_power_needed_variance (void)
{
  double root = (1.959964 + 0.841621) / log (1.5);

  return root * root;
}

/* Up, but not for the rounding error of a number that has two digits already. */
static double
round_up (double number)
{
  double unit = 1;

  while (number / unit >= 100)
    unit *= 10;

  return ceil (number / unit * (1 - 1e-12)) * unit;
}

double
ink_power_more_people (double people,
                       double variance)
{
  double needed = ink_power_needed_variance ();

  g_return_val_if_fail (people >= 0 && variance >= 0, NAN);

  if (variance == 0)
    return INFINITY;

  return variance >= needed ? 0 : round_up (people * (needed / variance - 1));
}
