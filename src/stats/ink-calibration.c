/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-calibration.h"

#include <float.h>
#include <math.h>

#include "stats/ink-order.h"
#include "stats/ink-regression.h"

static double
logit (double score)
{
  score = CLAMP (score, DBL_EPSILON, 1 - DBL_EPSILON);

  return log (score) - log1p (-score);
}

static double *
logits (const double *scores,
        gsize         n)
{
  double *all = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++)
    all[i] = logit (scores[i]);

  return all;
}

void
ink_calibration_measure (const double   *scores,
                         const guint8   *outcomes,
                         gsize           n,
                         InkCalibration *calibration)
{
  g_autofree double *column = NULL, *outcome = NULL;
  double fit[2], observed = 0, expected = 0;

  g_return_if_fail (n == 0 || (scores != NULL && outcomes != NULL));
  g_return_if_fail (calibration != NULL);

  column = logits (scores, n);
  outcome = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      outcome[i] = outcomes[i];
      observed += outcomes[i];
      expected += scores[i];
    }
  *calibration = (InkCalibration) { NAN, NAN, NAN, observed / expected };
  if (expected == 0)
    calibration->observed_over_expected = NAN;
  if (observed == 0 || observed == (double) n)
    return;
  if (ink_regression_fit (&(InkRegression) { .columns = column, .n_rows = n, .n_columns = 1,
                                             .outcome = outcome }, NULL, fit, NULL, NULL))
    {
      calibration->intercept = fit[0];
      calibration->slope = fit[1];
    }
  if (ink_regression_fit (&(InkRegression) { .n_rows = n, .outcome = outcome, .offset = column },
                          NULL, fit, NULL, NULL))
    calibration->in_the_large = fit[0];
}

gboolean
ink_platt_fit (const double *scores,
               const guint8 *outcomes,
               gsize         n,
               InkPlatt     *platt)
{
  g_autofree double *column = NULL, *target = NULL;
  double fit[2], yes = 0, no;

  g_return_val_if_fail (n == 0 || (scores != NULL && outcomes != NULL), FALSE);
  g_return_val_if_fail (platt != NULL, FALSE);

  for (gsize i = 0; i < n; i++)
    yes += outcomes[i];
  no = (double) n - yes;
  column = logits (scores, n);
  target = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    target[i] = outcomes[i] ? (yes + 1) / (yes + 2) : 1 / (no + 2);
  if (!ink_regression_fit (&(InkRegression) { .columns = column, .n_rows = n, .n_columns = 1,
                                              .outcome = target }, NULL, fit, NULL, NULL))
    return FALSE;
  *platt = (InkPlatt) { fit[0], fit[1] };

  return TRUE;
}

double
ink_platt_apply (const InkPlatt *platt,
                 double          score)
{
  g_return_val_if_fail (platt != NULL, NAN);

  return ink_logistic (platt->intercept + platt->slope * logit (score));
}

static InkReliabilityGroup
read_group (const double *scores,
            const guint8 *outcomes,
            const gsize  *order,
            gsize         n)
{
  InkReliabilityGroup group = { n, 0, 0 };

  for (gsize i = 0; i < n; i++)
    {
      group.mean_score += scores[order[i]];
      group.observed += outcomes[order[i]];
    }
  group.mean_score /= (double) n;
  group.observed /= (double) n;

  return group;
}

double
ink_reliability (const double        *scores,
                 const guint8        *outcomes,
                 gsize                n,
                 gsize                n_groups,
                 InkReliabilityGroup *groups)
{
  g_autofree gsize *order = NULL;
  double error = 0;
  gsize start = 0;

  g_return_val_if_fail (n == 0 || (scores != NULL && outcomes != NULL), NAN);
  g_return_val_if_fail (n_groups > 0, NAN);

  order = ink_order (scores, n);
  for (gsize g = 0; g < n_groups; g++)
    {
      gsize size = n / n_groups + (g < n % n_groups ? 1 : 0);
      InkReliabilityGroup group = read_group (scores, outcomes, order + start, size);

      if (size > 0)
        error += (double) size / (double) n * fabs (group.mean_score - group.observed);
      if (groups != NULL)
        groups[g] = group;
      start += size;
    }

  return n > 0 ? error : NAN;
}
