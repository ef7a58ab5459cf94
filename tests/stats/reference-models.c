/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cases of reference files about regressions, calibration and power. */
#include "stats/ink-reference.h"

#include <math.h>

#include "stats/ink-calibration.h"
#include "stats/ink-joint-model.h"
#include "stats/ink-order.h"
#include "stats/ink-power.h"
#include "stats/ink-regression.h"

static const char *
read_penalty (InkReference *reference)
{
  return json_object_get_string_member_with_default (ink_reference_input (reference), "penalty",
                                                     "none");
}

/* "NA" in every place where the fit says that there is none. */
static void
check_fit (InkReference        *reference,
           const InkRegression *model)
{
  guint p = model->n_columns + 1;
  g_autofree double *coefficients = g_new (double, p), *ses = g_new (double, p);
  double deviance = NAN, first[5];

  for (guint j = 0; j < p; j++)
    coefficients[j] = ses[j] = NAN;
  if (!ink_regression_fit (model, NULL, coefficients, ses, &deviance))
    g_test_message ("no fit");
  ink_reference_check_array (reference, "coef", coefficients, p);
  ink_reference_check_array (reference, "se", ses, p);
  ink_reference_check (reference, "deviance", deviance);
  for (guint i = 0; i < 5 && i < model->n_rows; i++)
    first[i] = ink_logistic (ink_regression_predict (
        coefficients, model->columns + (gsize) i * model->n_columns, model->n_columns));
  ink_reference_check_array (reference, "prob_first5", first, MIN (5, model->n_rows));
}

static void
run_regression (InkReference        *reference,
                InkRegressionFamily  family,
                const char          *outcome_name)
{
  gsize n, n_rows, width;
  g_autofree double *x = ink_reference_rows (reference, "X", &n_rows, &width);
  g_autofree double *outcome = ink_reference_numbers (reference, outcome_name, &n);
  g_autofree double *offset = NULL;
  InkRegression model = { .family = family, .columns = x, .n_rows = n, .n_columns = (guint) width,
                          .outcome = outcome };

  g_assert_cmpuint (n, ==, n_rows);
  if (family == INK_REGRESSION_POISSON)
    {
      offset = ink_reference_numbers (reference, "y", &n);
      for (gsize i = 0; i < n; i++)
        offset[i] = log (offset[i]);
      model.offset = offset;
    }
  model.firth = g_str_equal (read_penalty (reference), "firth");
  if (g_str_equal (read_penalty (reference), "ridge"))
    model.lambda = ink_reference_number (reference, "lambda");
  check_fit (reference, &model);
}

static void
run_logistic (InkReference *reference)
{
  run_regression (reference, INK_REGRESSION_LOGISTIC, "y");
}

static void
run_poisson (InkReference *reference)
{
  run_regression (reference, INK_REGRESSION_POISSON, "d");
}

static void
run_joint_model (InkReference *reference)
{
  gsize n, width;
  g_autofree double *x = ink_reference_rows (reference, "X", &n, &width);
  g_autofree double *d = ink_reference_numbers (reference, "d", &n);
  g_autofree double *y = ink_reference_numbers (reference, "y", &n);
  g_autofree double *stratum = ink_reference_numbers (reference, "stratum", &n);
  g_autofree gsize *order = ink_order (stratum, n);
  g_autofree InkJointCell *cells = g_new0 (InkJointCell, n + 1);
  double log_ratios[INK_JOINT_MODEL_MAX_MICROS], ses[INK_JOINT_MODEL_MAX_MICROS];

  g_assert_cmpuint (width, <, INK_JOINT_MODEL_MAX_MICROS);
  for (gsize i = 0; i < n; i++)
    {
      gsize row = order[i];

      cells[i] = (InkJointCell) { (gsize) stratum[row], 0, d[row], y[row] };
      for (gsize j = 0; j < width; j++)
        if (x[row * width + j] != 0)
          cells[i].done |= G_GUINT64_CONSTANT (1) << j;
    }
  for (gsize j = 0; j < width; j++)
    log_ratios[j] = ses[j] = NAN;
  if (!ink_joint_model_fit (cells, n, (G_GUINT64_CONSTANT (1) << width) - 1,
                            ink_reference_number (reference, "lambda"), NULL, log_ratios, ses))
    g_test_message ("no fit");
  ink_reference_check_array (reference, "coef", log_ratios, width);
  ink_reference_check_array (reference, "se", ses, width);
}

static void
run_calibration (InkReference *reference)
{
  gsize n;
  g_autofree double *scores = ink_reference_numbers (reference, "p", &n);
  g_autofree double *y = ink_reference_numbers (reference, "y", &n);
  g_autofree double *mended = g_new (double, n + 1);
  g_autofree guint8 *outcomes = g_new (guint8, n + 1);
  InkPlatt platt = { NAN, NAN };
  InkCalibration calibration;

  for (gsize i = 0; i < n; i++)
    outcomes[i] = y[i] != 0;
  if (!ink_platt_fit (scores, outcomes, n, &platt))
    g_test_message ("no fit");
  for (gsize i = 0; i < n; i++)
    mended[i] = ink_platt_apply (&platt, scores[i]);
  ink_calibration_measure (scores, outcomes, n, &calibration);
  ink_reference_check (reference, "platt_a", platt.intercept);
  ink_reference_check (reference, "platt_b", platt.slope);
  ink_reference_check_array (reference, "calibrated", mended, n);
  ink_reference_check (reference, "slope", calibration.slope);
  ink_reference_check (reference, "intercept_with_slope", calibration.intercept);
  ink_reference_check (reference, "calibration_in_the_large", calibration.in_the_large);
}

static void
run_power (InkReference *reference)
{
  double power = ink_reference_number (reference, "power");

  if (ink_reference_expects (reference, "n_per_group"))
    ink_reference_check (reference, "n_per_group",
                         ink_power_people (ink_reference_number (reference, "p1"),
                                           ink_reference_number (reference, "p2"), power));
  if (ink_reference_expects (reference, "events_needed"))
    ink_reference_check (reference, "events_needed",
                         ink_power_events (ink_reference_number (reference, "hr"),
                                           ink_reference_number (reference, "q"), power));
}

const InkReferenceKind ink_reference_models[] = {
  { "conditional_poisson", "d y stratum X lambda", "coef se", FALSE, run_joint_model },
  { "poisson_hazard", "d y X", "coef se", FALSE, run_poisson },
  { "logistic", "X y", "coef se", FALSE, run_logistic },
  { "calibration_platt", "p y", "platt_a platt_b", FALSE, run_calibration },
  { "power", "power", "n_per_group", FALSE, run_power },
  { NULL },
};
