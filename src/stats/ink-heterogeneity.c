/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-heterogeneity.h"

#include <math.h>

#include "stats/ink-gamma.h"

/* The law of the smaller of the two sums where half of the effects point each way by chance: a
 * mixture of chi-square laws with binomial weights. */
static double
gail_simon_p (double g,
              gsize  n)
{
  double m = (double) n - 1, sum = 0;

  if (g <= 0 || n < 2)
    return 1;
  for (double h = 1; h <= m; h++)
    {
      double log_weight = ink_log_gamma (m + 1) - ink_log_gamma (h + 1) - ink_log_gamma (m - h + 1)
                          - m * G_LN2;

      sum += exp (log_weight) * ink_chi_square_upper (g, h);
    }

  return MIN (sum, 1);
}

static double
square (double x)
{
  return x * x;
}

void
ink_heterogeneity (const double     *log_ratios,
                   const double     *ses,
                   gsize             n,
                   InkHeterogeneity *result)
{
  double weights = 0, sum = 0;

  g_return_if_fail (n == 0 || (log_ratios != NULL && ses != NULL));
  g_return_if_fail (result != NULL);

  *result = (InkHeterogeneity) { .q_p = 1 };
  for (gsize i = 0; i < n; i++)
    {
      weights += 1 / square (ses[i]);
      sum += log_ratios[i] / square (ses[i]);
      *(log_ratios[i] > 0 ? &result->q_plus : &result->q_minus) += square (log_ratios[i] / ses[i]);
    }
  result->pooled = sum / weights;
  result->pooled_se = sqrt (1 / weights);
  for (gsize i = 0; i < n; i++)
    result->q += square ((log_ratios[i] - result->pooled) / ses[i]);
  result->gail_simon = MIN (result->q_plus, result->q_minus);
  result->gail_simon_p = gail_simon_p (result->gail_simon, n);
  if (n < 2)
    return;
  result->q_p = ink_chi_square_upper (result->q, (double) n - 1);
  if (result->q > 0)
    result->i_square = 100 * MAX (0, (result->q - ((double) n - 1)) / result->q);
}

gboolean
ink_is_simpson (double        crude_log_ratio,
                const double *log_ratios,
                gsize         n)
{
  g_return_val_if_fail (log_ratios != NULL || n == 0, FALSE);

  for (gsize i = 0; i < n; i++)
    if (!(crude_log_ratio > 0 ? log_ratios[i] < 0 : crude_log_ratio < 0 && log_ratios[i] > 0))
      return FALSE;

  return n >= 2;
}
