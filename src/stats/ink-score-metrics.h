/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How good scores are: precision, gains, and the error of their chances. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkScoreMetrics:
 * @base_rate: share of converters
 * @average_precision: Σ (recall gained) × precision over falling thresholds, ties as one; NaN
 *   without converters
 * @brier: mean (score - outcome)² (G. Brier, 1950)
 * @brier_skill: 1 - @brier over that of the base rate; NaN where all or none convert
 * @log_loss: mean -log of the chance given to what happened, chances kept one rounding error from 0
 *   and 1
 *
 * NaN all of them for nobody.
 */
typedef struct
{
  double base_rate;
  double average_precision;
  double brier;
  double brier_skill;
  double log_loss;
} InkScoreMetrics;

/**
 * InkScoreTop:
 * @n: max (1, share × people, rounded half to even)
 * @gains: share of all converters among the @n with the highest scores, ties at the cut shared out
 *   in proportion; NaN without converters
 * @lift: @gains over the share of people that they are
 */
typedef struct
{
  gsize n;
  double gains;
  double lift;
} InkScoreTop;

/* A point of the ROC curve: shares of the others (@fpr) and of converters (@tpr) at or above a
 * threshold. */
typedef struct
{
  double fpr;
  double tpr;
} InkRocPoint;

/* @scores, @outcomes (0 or 1): (array length=n). */
void  ink_score_measure (const double *scores, const guint8 *outcomes, gsize n,
                         InkScoreMetrics *metrics);
void  ink_score_top     (const double *scores, const guint8 *outcomes, gsize n, double share,
                         InkScoreTop *top);
/* From (0, 0) on, one point a distinct score, falling. @points: room for @n + 1. Returns how many;
 * 0 where there are none of one kind. */
gsize ink_score_roc     (const double *scores, const guint8 *outcomes, gsize n,
                         InkRocPoint *points);

G_END_DECLS
