/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many fourfold tables, one for each stratum, and the one ratio that they share. */
#pragma once

#include <glib.h>

#include "stats/ink-fourfold.h"
#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkCommonRatios:
 * @observed: O = Σ a
 * @expected: E = Σ (a + c) (a + b) / n
 * @other: Σ c
 * @risk_ratio: Σ a (c + d) / n over Σ c (a + b) / n; 0, INFINITY or NaN as the sums are 0
 * @log_risk_ratio_se: S. Greenland & J. M. Robins, 1985; INFINITY where a sum is 0
 * @risk_ratio_range: 95 %; at a zero, limits of section 3 with rows for days; 0 to INFINITY where
 *   there is no ratio
 * @odds_ratio: Σ ad / n over Σ bc / n (N. Mantel & W. Haenszel, 1959); 0, INFINITY or NaN
 * @log_odds_ratio_se: J. Robins, N. Breslow & S. Greenland, 1986; INFINITY where a sum is 0
 * @odds_ratio_range: 95 %; 0 to INFINITY where @log_odds_ratio_se is INFINITY
 * @chi_square: Cochran, Mantel and Haenszel's, without correction for continuity; 0 where nothing
 *   can vary
 * @p_value: its p-value, 1 degree of freedom
 *
 * All sums are over strata with people on both sides only.
 */
typedef struct
{
  double observed;
  double expected;
  double other;
  double risk_ratio;
  double log_risk_ratio_se;
  InkInterval risk_ratio_range;
  double odds_ratio;
  double log_odds_ratio_se;
  InkInterval odds_ratio_range;
  double chi_square;
  double p_value;
} InkCommonRatios;

/**
 * InkOddsHomogeneity:
 * @breslow_day: Σ (a - A)² / V at the common odds ratio (N. Breslow & N. Day, 1980)
 * @breslow_day_p: its p-value
 * @tarone: the same less (Σ a - Σ A)² / Σ V (R. E. Tarone, 1985); the right one of the two
 * @tarone_p: its p-value
 * @df: degrees of freedom: strata in which all four sums are positive, less one
 *
 * 0 with p = 1 where fewer than two strata say something or there is no odds ratio.
 */
typedef struct
{
  double breslow_day;
  double breslow_day_p;
  double tarone;
  double tarone_p;
  guint df;
} InkOddsHomogeneity;

/* Over @strata, in this order. */
void ink_mantel_haenszel  (const InkFourfold *strata, gsize n_strata, InkCommonRatios *result);
void ink_odds_homogeneity (const InkFourfold *strata, gsize n_strata, InkOddsHomogeneity *result);

G_END_DECLS
