/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-poisson-exact.h"

#include "stats/ink-beta.h"
#include "stats/ink-discrete.h"
#include "stats/ink-gamma.h"

#define TAIL 0.025

InkInterval
ink_exact_rate_range (guint64 events,
                      double  days)
{
  double d = (double) events;

  if (!(days > 0))
    return (InkInterval) { NAN, NAN };

  return (InkInterval) {
    .low = events == 0 ? 0 : ink_gamma_upper_quantile (1 - TAIL, d) / days,
    .high = ink_gamma_upper_quantile (TAIL, d + 1) / days,
  };
}

static gboolean
is_complete (const InkTwoRates *rates)
{
  g_return_val_if_fail (rates != NULL, FALSE);

  return rates->y1 > 0 && rates->y0 > 0;
}

static InkDiscreteLaw
law_of (const InkTwoRates *rates)
{
  return ink_discrete_binomial ((double) rates->d1 + (double) rates->d0,
                                rates->y1 / (rates->y1 + rates->y0));
}

double
ink_two_rates_p (const InkTwoRates *rates)
{
  InkDiscreteLaw law;

  if (!is_complete (rates))
    return NAN;
  law = law_of (rates);

  return ink_discrete_two_sided (&law, (double) rates->d1);
}

double
ink_two_rates_mid_p (const InkTwoRates *rates)
{
  InkDiscreteLaw law;

  if (!is_complete (rates))
    return NAN;
  law = law_of (rates);

  return ink_discrete_mid_p (&law, (double) rates->d1);
}

InkInterval
ink_two_rates_range (const InkTwoRates *rates)
{
  InkInterval range = { 0, INFINITY };
  double d1, d0;

  if (!is_complete (rates))
    return (InkInterval) { NAN, NAN };
  d1 = (double) rates->d1;
  d0 = (double) rates->d0;
  /* Each limit as odds of the rarer side, which keeps the digits. */
  if (rates->d1 > 0)
    {
      double share = ink_beta_quantile (TAIL, d1, d0 + 1);

      range.low = share / (1 - share) * rates->y0 / rates->y1;
    }
  if (rates->d0 > 0)
    {
      double other = ink_beta_quantile (TAIL, d0, d1 + 1);

      range.high = (1 - other) / other * rates->y0 / rates->y1;
    }

  return range;
}
