/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold of regressions and of what is said about scores: against brute force, against their
 * own equations, and at the edges. */
#include <math.h>

#include "stats/ink-auc.h"
#include "stats/ink-calibration.h"
#include "stats/ink-cholesky.h"
#include "stats/ink-isotonic.h"
#include "stats/ink-regression.h"
#include "stats/ink-score-gate.h"
#include "stats/ink-score-metrics.h"

#define ROWS 120
#define COLUMNS 3

static void
assert_near (double got,
             double want,
             double tolerance)
{
  if (got != want && !(isnan (got) && isnan (want)))
    g_assert_cmpfloat (fabs (got - want), <=, tolerance * MAX (fabs (want), 1));
}

typedef struct
{
  double x[ROWS * COLUMNS];
  double y[ROWS];
  double offset[ROWS];
} Rows;

static Rows
draw_rows (GRand *random)
{
  Rows rows;

  for (guint i = 0; i < ROWS; i++)
    {
      rows.x[i * COLUMNS] = g_rand_double_range (random, -2, 2);
      rows.x[i * COLUMNS + 1] = g_rand_boolean (random);
      rows.x[i * COLUMNS + 2] = g_rand_double_range (random, 100, 101);
      rows.y[i] = g_rand_double (random) < ink_logistic (rows.x[i * COLUMNS] - 0.5);
      rows.offset[i] = g_rand_double_range (random, -1, 3);
    }

  return rows;
}

static InkRegression
model_of (const Rows          *rows,
          InkRegressionFamily  family,
          double               lambda)
{
  return (InkRegression) { .family = family, .columns = rows->x, .n_rows = ROWS,
                           .n_columns = COLUMNS, .outcome = rows->y, .offset = rows->offset,
                           .lambda = lambda };
}

/* At the best fit the slope is 0: Σ (y - mean) = 0 and Σ x (y - mean) = λ b. */
static void
check_equations (const InkRegression *model,
                 const double        *b)
{
  double slope[COLUMNS + 1] = { 0 };

  for (guint i = 0; i < ROWS; i++)
    {
      const double *row = model->columns + i * COLUMNS;
      double eta = ink_regression_predict (b, row, COLUMNS) + model->offset[i];
      double mean = model->family == INK_REGRESSION_POISSON ? exp (eta) : ink_logistic (eta);

      slope[0] += model->outcome[i] - mean;
      for (guint j = 0; j < COLUMNS; j++)
        slope[j + 1] += row[j] * (model->outcome[i] - mean);
    }
  assert_near (slope[0], 0, 1e-8);
  for (guint j = 0; j < COLUMNS; j++)
    assert_near (slope[j + 1], model->lambda * b[j + 1], 1e-6);
}

static void
test_regression_equations (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (41);

  for (guint round = 0; round < 20; round++)
    {
      Rows rows = draw_rows (random);

      for (InkRegressionFamily f = INK_REGRESSION_LOGISTIC; f <= INK_REGRESSION_POISSON; f++)
        for (double lambda = 0; lambda < 20; lambda = lambda * 4 + 1)
          {
            InkRegression model = model_of (&rows, f, lambda);
            double b[COLUMNS + 1];

            g_assert_true (ink_regression_fit (&model, NULL, b, NULL, NULL));
            check_equations (&model, b);
          }
    }
}

/* Other units of a column, another order of rows; a stronger ridge, smaller coefficients. */
static void
test_regression_invariance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (42);
  Rows rows = draw_rows (random), changed;
  InkRegression model = model_of (&rows, INK_REGRESSION_LOGISTIC, 0);
  InkRegression other = model_of (&changed, INK_REGRESSION_LOGISTIC, 0);
  double b[COLUMNS + 1], s[COLUMNS + 1], b2[COLUMNS + 1], s2[COLUMNS + 1], before, d, d2;

  for (guint i = 0; i < ROWS; i++)
    {
      guint to = ROWS - 1 - i;

      for (guint j = 0; j < COLUMNS; j++)
        changed.x[to * COLUMNS + j] = rows.x[i * COLUMNS + j] * (j == 0 ? 1000 : 1);
      changed.y[to] = rows.y[i];
      changed.offset[to] = rows.offset[i];
    }
  g_assert_true (ink_regression_fit (&model, NULL, b, s, &d));
  g_assert_true (ink_regression_fit (&other, NULL, b2, s2, &d2));
  assert_near (b2[1] * 1000, b[1], 1e-8);
  assert_near (s2[1] * 1000, s[1], 1e-8);
  assert_near (b2[2], b[2], 1e-8);
  assert_near (d2, d, 1e-10);
  before = INFINITY;
  for (double lambda = 0; lambda < 1000; lambda = lambda * 3 + 1)
    {
      model.lambda = lambda;
      g_assert_true (ink_regression_fit (&model, NULL, b, NULL, NULL));
      g_assert_cmpfloat (fabs (b[1]), <, before);
      before = fabs (b[1]);
    }
}

static void
test_regression_edges (void)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (43);
  Rows rows = draw_rows (random);
  InkRegression model = model_of (&rows, INK_REGRESSION_LOGISTIC, 1), empty = { 0 };
  double b[COLUMNS + 1] = { 9 };

  g_cancellable_cancel (cancelled);
  g_assert_false (ink_regression_fit (&model, cancelled, b, NULL, NULL));
  g_assert_false (ink_regression_fit (&empty, NULL, b, NULL, NULL));
  for (guint i = 0; i < ROWS; i++)
    rows.y[i] = 1;
  g_assert_false (ink_regression_fit (&model, NULL, b, NULL, NULL));
  g_assert_cmpfloat (b[0], ==, 9);
  model.firth = TRUE;
  g_assert_true (ink_regression_fit (&model, NULL, b, NULL, NULL));
  for (guint i = 0; i < ROWS; i++)
    rows.y[i] = 0;
  model.firth = FALSE;
  model.family = INK_REGRESSION_POISSON;
  g_assert_false (ink_regression_fit (&model, NULL, b, NULL, NULL));
  /* One row alone, with a ridge: it cannot be told from the intercept, which has no limit. */
  model.n_rows = 1;
  g_assert_false (ink_regression_fit (&model, NULL, b, NULL, NULL));
}

static void
test_cholesky (void)
{
  double a[] = { 4, 0, 0, 2, 5, 0, -2, 3, 14 }, x[] = { 2, 18, 46 }, ses[3];
  double singular[] = { 1, 0, 1, 1 }, negative[] = { -1 };

  g_assert_true (ink_cholesky_factor (a, 3));
  ink_cholesky_solve (a, 3, x);
  /* 4x + 2y - 2z = 2, 2x + 5y + 3z = 18, -2x + 3y + 14z = 46. */
  assert_near (4 * x[0] + 2 * x[1] - 2 * x[2], 2, 1e-13);
  assert_near (2 * x[0] + 5 * x[1] + 3 * x[2], 18, 1e-13);
  assert_near (-2 * x[0] + 3 * x[1] + 14 * x[2], 46, 1e-13);
  /* Determinant 144; the first minor is 5·14 - 3·3 = 61. */
  ink_cholesky_errors (a, 3, ses);
  assert_near (ink_cholesky_log_determinant (a, 3), log (144), 1e-13);
  assert_near (ses[0], sqrt (61.0 / 144), 1e-13);
  g_assert_false (ink_cholesky_factor (singular, 2));
  g_assert_false (ink_cholesky_factor (negative, 1));
}

typedef struct
{
  double scores[ROWS];
  guint8 outcomes[ROWS];
  gsize n;
} Scores;

/* Few distinct scores, so that many are tied. */
static Scores
draw_scores (GRand *random)
{
  Scores s = { .n = (gsize) g_rand_int_range (random, 4, ROWS) };

  for (gsize i = 0; i < s.n; i++)
    {
      s.scores[i] = g_rand_int_range (random, 1, 20) / 20.0;
      s.outcomes[i] = i < 2 ? 1 : i < 4 ? 0 : g_rand_double (random) < s.scores[i];
    }

  return s;
}

/* Pair by pair. */
static void
brute_auc (const Scores *s,
           double       *auc,
           double       *variance)
{
  double yes = 0, no = 0, sum = 0, squares[2] = { 0 };

  for (gsize i = 0; i < s->n; i++)
    *(s->outcomes[i] ? &yes : &no) += 1;
  for (gsize i = 0; i < s->n; i++)
    for (gsize j = 0; j < s->n; j++)
      if (s->outcomes[i] && !s->outcomes[j])
        sum += (s->scores[i] > s->scores[j]) + 0.5 * (s->scores[i] == s->scores[j]);
  *auc = sum / yes / no;
  for (gsize i = 0; i < s->n; i++)
    {
      double won = 0;

      for (gsize j = 0; j < s->n; j++)
        if (s->outcomes[i] != s->outcomes[j])
          won += (s->scores[i] > s->scores[j]) + 0.5 * (s->scores[i] == s->scores[j]);
      won = s->outcomes[i] ? won / no : 1 - won / yes;
      squares[s->outcomes[i]] += (won - *auc) * (won - *auc);
    }
  *variance = squares[1] / (yes - 1) / yes + squares[0] / (no - 1) / no;
}

static void
test_auc (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (44);

  for (guint round = 0; round < 200; round++)
    {
      Scores s = draw_scores (random), turned = s, logs = s;
      double auc, variance;
      InkAuc one, two;
      InkAucComparison there, back;

      for (gsize i = 0; i < s.n; i++)
        {
          turned.scores[i] = -s.scores[i];
          logs.scores[i] = 7 + log (s.scores[i]);
        }
      brute_auc (&s, &auc, &variance);
      ink_auc_estimate (s.scores, s.outcomes, s.n, &one);
      assert_near (one.auc, auc, 1e-12);
      assert_near (one.variance, variance, 1e-12);
      g_assert_true (one.range.low >= 0 && one.range.high <= 1);
      ink_auc_estimate (turned.scores, s.outcomes, s.n, &two);
      assert_near (two.auc, 1 - auc, 1e-12);
      assert_near (two.variance, variance, 1e-12);
      ink_auc_compare (s.scores, turned.scores, s.outcomes, s.n, &there);
      ink_auc_compare (turned.scores, s.scores, s.outcomes, s.n, &back);
      assert_near (there.z, -back.z, 1e-9);
      assert_near (there.p_value, back.p_value, 1e-9);
      ink_auc_compare (s.scores, logs.scores, s.outcomes, s.n, &there);
      g_assert_true (there.z == 0 && there.p_value == 1);
    }
}

/* The area under the points is the AUC; everybody has all the gains; ties share. */
static void
test_metrics (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (45);

  for (guint round = 0; round < 200; round++)
    {
      Scores s = draw_scores (random);
      InkRocPoint points[ROWS + 1];
      gsize n = ink_score_roc (s.scores, s.outcomes, s.n, points);
      InkScoreMetrics metrics;
      InkScoreTop top, all;
      double area = 0;
      InkAuc auc;

      for (gsize i = 1; i < n; i++)
        area += (points[i].fpr - points[i - 1].fpr) * (points[i].tpr + points[i - 1].tpr) / 2;
      ink_auc_estimate (s.scores, s.outcomes, s.n, &auc);
      assert_near (area, auc.auc, 1e-12);
      g_assert_true (points[n - 1].fpr == 1 && points[n - 1].tpr == 1);
      ink_score_top (s.scores, s.outcomes, s.n, 0.1, &top);
      ink_score_top (s.scores, s.outcomes, s.n, 1, &all);
      assert_near (all.gains, 1, 1e-12);
      assert_near (all.lift, 1, 1e-12);
      g_assert_true (top.gains >= 0 && top.gains <= 1 && top.n >= 1);
      ink_score_measure (s.scores, s.outcomes, s.n, &metrics);
      g_assert_true (metrics.average_precision > 0 && metrics.average_precision <= 1);
      g_assert_true (metrics.brier >= 0 && metrics.brier_skill < 1 && isfinite (metrics.log_loss));
    }
}

static void
test_reliability (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (46);

  for (guint round = 0; round < 100; round++)
    {
      Scores s = draw_scores (random);
      InkReliabilityGroup groups[10];
      double error = ink_reliability (s.scores, s.outcomes, s.n, 10, groups), mean = 0;
      gsize n = 0;

      for (guint g = 0; g < 10; g++)
        {
          n += groups[g].n;
          if (groups[g].n > 0)
            mean += groups[g].observed * (double) groups[g].n;
          if (g > 0 && groups[g].n > 0)
            g_assert_cmpfloat (groups[g].mean_score, >=, groups[g - 1].mean_score);
        }
      g_assert_cmpuint (n, ==, s.n);
      g_assert_true (error >= 0 && error <= 1 && mean >= 2);
    }
}

/* What Platt mended is calibrated on average, and rising; certain scores are no trouble. */
static void
test_platt (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (47);
  const double certain[] = { 0, 0, 1, 1, 0, 1 };
  const guint8 outcomes[] = { 0, 1, 1, 0, 0, 1 };
  InkCalibration calibration;
  InkPlatt platt;

  for (guint round = 0; round < 50; round++)
    {
      Scores s = draw_scores (random);

      if (!ink_platt_fit (s.scores, s.outcomes, s.n, &platt) || platt.slope <= 0)
        continue;
      g_assert_cmpfloat (ink_platt_apply (&platt, 0.3), <, ink_platt_apply (&platt, 0.31));
      g_assert_true (ink_platt_apply (&platt, 0) >= 0 && ink_platt_apply (&platt, 1) <= 1);
    }
  g_assert_true (ink_platt_fit (certain, outcomes, 6, &platt));
  ink_calibration_measure (certain, outcomes, 6, &calibration);
  g_assert_true (isfinite (calibration.slope) && calibration.observed_over_expected == 1);
  ink_calibration_measure (NULL, NULL, 0, &calibration);
  g_assert_true (isnan (calibration.slope) && !ink_score_gate_calibrated (&calibration));
  g_assert_true (ink_score_gate_calibrated (&(InkCalibration) { 0.8, 0, 0, 1.25 }));
  g_assert_false (ink_score_gate_calibrated (&(InkCalibration) { 0.79, 0, 0, 1 }));
}

/* Rising, with the mean of all, and as it was where it rose already. */
static void
test_isotonic (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (48);

  for (guint round = 0; round < 100; round++)
    {
      Scores s = draw_scores (random);
      double y[ROWS], weights[ROWS], sum = 0, fitted = 0;
      InkIsotonicKnot knots[ROWS], again[ROWS];
      gsize n;

      for (gsize i = 0; i < s.n; i++)
        {
          y[i] = s.outcomes[i];
          weights[i] = g_rand_double_range (random, 0.5, 2);
        }
      n = ink_isotonic_fit (s.scores, y, weights, s.n, knots);
      for (gsize i = 1; i < n; i++)
        g_assert_true (knots[i].x > knots[i - 1].x && knots[i].y >= knots[i - 1].y);
      for (gsize i = 0; i < s.n; i++)
        {
          sum += weights[i] * y[i];
          fitted += weights[i] * ink_isotonic_apply (knots, n, s.scores[i]);
          y[i] = s.scores[i] * s.scores[i];
        }
      assert_near (fitted, sum, 1e-10);
      g_assert_cmpuint (ink_isotonic_fit (s.scores, y, weights, s.n, again), ==, n);
      for (gsize i = 0; i < n; i++)
        assert_near (again[i].y, again[i].x * again[i].x, 1e-12);
    }
  g_assert_true (isnan (ink_isotonic_apply (NULL, 0, 1)));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/cholesky", test_cholesky);
  g_test_add_func ("/stats/regression/equations", test_regression_equations);
  g_test_add_func ("/stats/regression/invariance", test_regression_invariance);
  g_test_add_func ("/stats/regression/edges", test_regression_edges);
  g_test_add_func ("/stats/auc", test_auc);
  g_test_add_func ("/stats/metrics", test_metrics);
  g_test_add_func ("/stats/reliability", test_reliability);
  g_test_add_func ("/stats/isotonic", test_isotonic);
  g_test_add_func ("/stats/platt", test_platt);

  return g_test_run ();
}
