/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two shares against each other: difference, risk ratio and odds ratio with their ranges. */
#pragma once

#include <glib.h>

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkTwoShares:
 * @x1: those of the first group (exposed, B) with the outcome
 * @n1: the size of the first group
 * @x2: those of the second group (unexposed, A) with the outcome
 * @n2: the size of the second group
 *
 * Counts; x1 <= n1, x2 <= n2. Where a group is empty, every result is NaN.
 */
typedef struct
{
  guint64 x1;
  guint64 n1;
  guint64 x2;
  guint64 n2;
} InkTwoShares;

/* x1/n1 - x2/n2 and its range: R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10, from
 * Wilson's ranges of both. */
double      ink_share_difference       (const InkTwoShares *shares);
InkInterval ink_share_difference_range (const InkTwoShares *shares);
/* z of the test of equal shares with the pooled variance, and @p_value (nullable); both NaN where
 * all or none have the outcome. */
double      ink_share_difference_z     (const InkTwoShares *shares, double *p_value);

/* (x1/n1) / (x2/n2): INFINITY where only x2 is 0, NaN where both are. */
double      ink_risk_ratio             (const InkTwoShares *shares);

/**
 * InkRiskRatioMethod:
 * @INK_RISK_RATIO_MIETTINEN_NURMINEN: score range with the variance times N/(N-1) (O. Miettinen &
 *   M. Nurminen, 1985); what Inkling shows. It exists with zeros: 0 below for x1 = 0, INFINITY above
 *   for x2 = 0
 * @INK_RISK_RATIO_KOOPMAN: score range without that factor (P. A. R. Koopman, 1984)
 * @INK_RISK_RATIO_KATZ: normal range of the logarithm (D. Katz et al., 1978); NaN with a zero
 * @INK_RISK_RATIO_KATZ_HALF: the same after adding ½ to both counts and both sizes
 */
typedef enum
{
  INK_RISK_RATIO_MIETTINEN_NURMINEN,
  INK_RISK_RATIO_KOOPMAN,
  INK_RISK_RATIO_KATZ,
  INK_RISK_RATIO_KATZ_HALF,
} InkRiskRatioMethod;

InkInterval ink_risk_ratio_range       (const InkTwoShares *shares, InkRiskRatioMethod method);

/* The odds ratio with B. Woolf's range (1955) of its logarithm; both NaN with a zero cell. With
 * @add_half, ½ is added to all four cells, always (J. B. S. Haldane, 1956; F. J. Anscombe, 1956). */
double      ink_odds_ratio             (const InkTwoShares *shares, gboolean add_half,
                                        InkInterval *range);

/* Sample-ratio check of an A/B test: whether @n1 people in the first group and @n2 in the second are
 * what a plan of @planned (0 to 1, of the first) gives, Pearson's chi-square, 1 degree of freedom.
 * Below 0.001 the split itself is broken. 1 for nobody. */
double      ink_sample_ratio_p         (guint64 n1, guint64 n2, double planned);

G_END_DECLS
