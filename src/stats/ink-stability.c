/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-stability.h"

#include "stats/ink-quantile.h"

#define FEW 5

gint64
ink_stability_cut (gint64 *times,
                   gsize   n)
{
  return ink_lower_median (times, n);
}

gboolean
ink_is_fading (const InkRateRatio *early,
               const InkRateRatio *late)
{
  g_return_val_if_fail (early != NULL && late != NULL, FALSE);

  return early->observed >= FEW && late->expected >= FEW && late->ratio <= 1;
}
