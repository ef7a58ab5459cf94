/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cases of reference files about scores. */
#include "stats/ink-reference.h"

#include <math.h>

#include "stats/ink-auc.h"
#include "stats/ink-calibration.h"
#include "stats/ink-isotonic.h"
#include "stats/ink-score-gate.h"
#include "stats/ink-score-metrics.h"

static guint8 *
read_outcomes (InkReference *reference,
               gsize        *n)
{
  g_autofree double *numbers = ink_reference_numbers (reference, "y", n);
  guint8 *outcomes = g_new (guint8, *n + 1);

  for (gsize i = 0; i < *n; i++)
    outcomes[i] = numbers[i] != 0;

  return outcomes;
}

static void
run_auc (InkReference *reference)
{
  gsize n;
  g_autofree double *scores = ink_reference_numbers (reference, "s", &n);
  g_autofree guint8 *outcomes = read_outcomes (reference, &n);
  InkAuc auc;

  ink_auc_estimate (scores, outcomes, n, &auc);
  ink_reference_check (reference, "auc", auc.auc);
  ink_reference_check (reference, "var", auc.variance);
  if (ink_reference_expects (reference, "auc2"))
    {
      g_autofree double *other = ink_reference_numbers (reference, "s2", &n);
      InkAucComparison comparison;

      ink_auc_compare (scores, other, outcomes, n, &comparison);
      ink_reference_check (reference, "auc2", comparison.other.auc);
      ink_reference_check (reference, "z", comparison.z);
      ink_reference_check (reference, "p", comparison.p_value);
    }
}

static void
check_roc (InkReference *reference,
           const double *scores,
           const guint8 *outcomes,
           gsize         n)
{
  g_autofree InkRocPoint *points = g_new (InkRocPoint, n + 1);
  g_autofree double *fpr = g_new (double, n + 1), *tpr = g_new (double, n + 1);
  gsize n_points = ink_score_roc (scores, outcomes, n, points);

  for (gsize i = 0; i < n_points; i++)
    {
      fpr[i] = points[i].fpr;
      tpr[i] = points[i].tpr;
    }
  ink_reference_check_array (reference, "roc_fpr", fpr, n_points);
  ink_reference_check_array (reference, "roc_tpr", tpr, n_points);
}

static void
run_metrics (InkReference *reference)
{
  gsize n;
  g_autofree double *scores = ink_reference_numbers (reference, "score", &n);
  g_autofree guint8 *outcomes = read_outcomes (reference, &n);
  InkScoreMetrics metrics;
  InkScoreTop top;
  InkAuc auc;

  ink_auc_estimate (scores, outcomes, n, &auc);
  ink_score_measure (scores, outcomes, n, &metrics);
  ink_score_top (scores, outcomes, n, 0.2, &top);
  check_roc (reference, scores, outcomes, n);
  ink_reference_check (reference, "roc_auc", auc.auc);
  ink_reference_check (reference, "average_precision", metrics.average_precision);
  ink_reference_check (reference, "brier", metrics.brier);
  ink_reference_check (reference, "brier_skill", metrics.brier_skill);
  ink_reference_check (reference, "log_loss", metrics.log_loss);
  ink_reference_check (reference, "gains_top_20pct", top.gains);
  ink_reference_check (reference, "lift_top_20pct", top.lift);
}

/* Rows of (n, mean score, observed). */
static void
check_groups (InkReference              *reference,
              const InkReliabilityGroup *groups,
              gsize                      n_groups)
{
  JsonObject *expected = json_object_get_object_member (ink_reference_case (reference), "expected");
  JsonArray *rows = json_object_get_array_member (expected, "bins");

  ink_reference_mark (reference, "bins");
  g_assert_cmpuint (json_array_get_length (rows), ==, n_groups);
  for (guint i = 0; i < n_groups; i++)
    {
      JsonArray *row = json_array_get_array_element (rows, i);

      ink_reference_check_node (reference, "bins", json_array_get_element (row, 0),
                                (double) groups[i].n);
      ink_reference_check_node (reference, "bins", json_array_get_element (row, 1),
                                groups[i].mean_score);
      ink_reference_check_node (reference, "bins", json_array_get_element (row, 2),
                                groups[i].observed);
    }
}

static void
run_reliability (InkReference *reference)
{
  gsize n, n_groups = (gsize) ink_reference_number (reference, "bins");
  g_autofree double *scores = ink_reference_numbers (reference, "score", &n);
  g_autofree guint8 *outcomes = read_outcomes (reference, &n);
  g_autofree InkReliabilityGroup *groups = g_new (InkReliabilityGroup, n_groups + 1);

  ink_reference_check (reference, "ece", ink_reliability (scores, outcomes, n, n_groups, groups));
  if (ink_reference_expects (reference, "bins"))
    check_groups (reference, groups, n_groups);
}

static void
run_isotonic (InkReference *reference)
{
  gsize n, n_asked, n_knots;
  g_autofree double *x = ink_reference_numbers (reference, "x", &n);
  g_autofree double *y = ink_reference_numbers (reference, "y", &n);
  g_autofree double *weights = ink_reference_numbers (reference, "w", &n);
  g_autofree double *asked = ink_reference_numbers (reference, "query", &n_asked);
  g_autofree InkIsotonicKnot *knots = g_new (InkIsotonicKnot, n + 1);

  n_knots = ink_isotonic_fit (x, y, weights, n, knots);
  for (gsize i = 0; i < n; i++)
    x[i] = ink_isotonic_apply (knots, n_knots, x[i]);
  for (gsize i = 0; i < n_asked; i++)
    asked[i] = ink_isotonic_apply (knots, n_knots, asked[i]);
  ink_reference_check_array (reference, "fitted_at_x", x, n);
  ink_reference_check_array (reference, "predicted", asked, n_asked);
}

static const char *const gate_names[] = {
  [INK_SCORE_GATE_CANNOT_SAY] = "cannot be validated yet",
  [INK_SCORE_GATE_NO_BETTER] = "no better",
  [INK_SCORE_GATE_BETTER] = "better",
};

static void
run_gate (InkReference *reference)
{
  gsize n;
  g_autofree double *scores = ink_reference_numbers (reference, "score", &n);
  g_autofree double *recent = ink_reference_numbers (reference, "visits_30d", &n);
  g_autofree double *visits = ink_reference_numbers (reference, "visits", &n);
  g_autofree guint8 *outcomes = read_outcomes (reference, &n);
  InkAucComparison comparison;
  InkCalibration calibration;
  InkScoreGateVerdict verdict;
  double positives = 0;

  for (gsize i = 0; i < n; i++)
    {
      recent[i] = ink_score_gate_baseline (recent[i], visits[i]);
      positives += outcomes[i];
    }
  verdict = ink_score_gate (scores, recent, outcomes, n, &comparison);
  ink_calibration_measure (scores, outcomes, n, &calibration);
  ink_reference_check (reference, "n", (double) n);
  ink_reference_check (reference, "positives", positives);
  ink_reference_check (reference, "auc_score", comparison.one.auc);
  ink_reference_check_array (reference, "auc_score_ci95",
                             (double[]) { comparison.one.range.low, comparison.one.range.high }, 2);
  ink_reference_check (reference, "auc_baseline", comparison.other.auc);
  ink_reference_check (reference, "z", comparison.z);
  ink_reference_check (reference, "p", comparison.p_value);
  ink_reference_check (reference, "calibration_slope", calibration.slope);
  ink_reference_check (reference, "calibration_intercept", calibration.intercept);
  ink_reference_check (reference, "observed_over_expected", calibration.observed_over_expected);
  ink_reference_check_text (reference, "gate", gate_names[verdict]);
}

const InkReferenceKind ink_reference_scores[] = {
  { "auc_delong", "s y", "auc", FALSE, run_auc },
  { "score_gate", "score visits_30d visits y", "gate", FALSE, run_gate },
  { "isotonic", "x y w query", "fitted_at_x", FALSE, run_isotonic },
  { "ece", "score y bins", "ece", FALSE, run_reliability },
  { "score_metrics", "score y", "brier", FALSE, run_metrics },
  { NULL },
};
