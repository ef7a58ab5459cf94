/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether scores mean what they say, and scores mended where they do not. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkPlatt:
 * @intercept: a
 * @slope: b of P = 1 / (1 + exp (-(a + b logit (score))))
 */
typedef struct
{
  double intercept;
  double slope;
} InkPlatt;

/**
 * InkCalibration:
 * @slope: coefficient of logit (score) in an unpenalised logistic regression of the outcome; 1 is
 *   right, below 1 the scores are too bold (D. Cox, 1958; B. Van Calster et al., 2019). NaN where
 *   it has no finite value
 * @intercept: of the same regression; NaN with @slope
 * @in_the_large: the intercept with the slope held at 1; NaN where it has no finite value
 * @observed_over_expected: sum of outcomes over sum of scores; NaN where that sum is 0
 */
typedef struct
{
  double slope;
  double intercept;
  double in_the_large;
  double observed_over_expected;
} InkCalibration;

/* @scores: (array length=n) in [0, 1]; 0 and 1 are taken as one rounding error away from there.
 * @outcomes: (array length=n) 0 or 1. */
void     ink_calibration_measure (const double *scores, const guint8 *outcomes, gsize n,
                                  InkCalibration *calibration);

/* Fits J. Platt's scaling (1999), with his targets (N+ + 1) / (N+ + 2) and 1 / (N- + 2). FALSE where
 * all scores are the same. */
gboolean ink_platt_fit           (const double *scores, const guint8 *outcomes, gsize n,
                                  InkPlatt *platt) G_GNUC_WARN_UNUSED_RESULT;
double   ink_platt_apply         (const InkPlatt *platt, double score);

/**
 * InkReliabilityGroup:
 * @n: people in the group
 * @mean_score: their mean score
 * @observed: the share of them with the outcome
 */
typedef struct
{
  gsize n;
  double mean_score;
  double observed;
} InkReliabilityGroup;

/**
 * ink_reliability:
 * @n_groups: how many groups, of nearly equal size: the first n mod @n_groups have one more
 * @groups: (out) (array length=n_groups) (nullable): by rising score, ties as they come; 0 and NaN
 *   in a group without people
 *
 * Returns: the expected calibration error, Σ share |mean score - observed| (M. Naeini et al., 2015);
 * NaN for nobody
 */
double   ink_reliability         (const double *scores, const guint8 *outcomes, gsize n,
                                  gsize n_groups, InkReliabilityGroup *groups);

G_END_DECLS
