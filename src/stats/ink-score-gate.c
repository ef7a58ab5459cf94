/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-score-gate.h"

#define ENOUGH_CONVERSIONS 20
#define LEVEL 0.05

double
ink_score_gate_baseline (double visits_30_days,
                         double visits)
{
  return visits_30_days * 1e6 + visits;
}

InkScoreGateVerdict
ink_score_gate (const double     *scores,
                const double     *baseline,
                const guint8     *outcomes,
                gsize             n,
                InkAucComparison *comparison)
{
  InkAucComparison own;
  gsize converted = 0;

  g_return_val_if_fail (n == 0 || (scores != NULL && baseline != NULL && outcomes != NULL),
                        INK_SCORE_GATE_CANNOT_SAY);

  if (comparison == NULL)
    comparison = &own;
  ink_auc_compare (scores, baseline, outcomes, n, comparison);
  for (gsize i = 0; i < n; i++)
    converted += outcomes[i] != 0;
  if (converted < ENOUGH_CONVERSIONS)
    return INK_SCORE_GATE_CANNOT_SAY;

  return comparison->one.auc > comparison->other.auc && comparison->p_value <= LEVEL
           ? INK_SCORE_GATE_BETTER
           : INK_SCORE_GATE_NO_BETTER;
}

static gboolean
is_near_one (double value)
{
  return value >= 0.8 && value <= 1.25;
}

gboolean
ink_score_gate_calibrated (const InkCalibration *calibration)
{
  g_return_val_if_fail (calibration != NULL, FALSE);

  return is_near_one (calibration->slope) && is_near_one (calibration->observed_over_expected);
}
