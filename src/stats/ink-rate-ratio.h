/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The core estimate: how much sooner people convert after a micro conversion than comparable people
 * who have not done it, by strata of person-time. */
#pragma once

#include <glib.h>

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkRateStratum:
 * @d1: macro conversions in time after the micro (exposed)
 * @y1: days of that time
 * @d0: macro conversions in time before or without it (unexposed)
 * @y0: days of that time
 *
 * People of one stratum are alike in persona, channel, time known, visits and days since the last.
 */
typedef struct
{
  double d1;
  double y1;
  double d0;
  double y0;
} InkRateStratum;

/**
 * InkRateRatio:
 * @observed: O = Σ d1
 * @expected: E = Σ d y1 / y, what @observed would be at equal rates
 * @other: Σ d0
 * @variance: V = Σ d y1 y0 / y²
 * @ratio: RR = R / Q; 0 where R = 0, INFINITY where Q = 0, NaN where both are (@variance is 0)
 * @log_ratio: its logarithm, -INFINITY, INFINITY or NaN accordingly
 * @se: of @log_ratio, √(V / (R Q)); INFINITY where R or Q is 0
 * @range: the 95 % range of @ratio; 0 to INFINITY where there is no ratio
 * @chi_square: (O - E)² / V, without correction for continuity; 0 where V = 0
 * @p_value: erfc (√(@chi_square / 2)); 1 where V = 0
 * @n_strata: those with time on both sides
 * @support: the share of exposed days that lie in them; 0 where there are none
 *
 * All sums are over strata with time on both sides only.
 */
typedef struct
{
  double observed;
  double expected;
  double other;
  double variance;
  double ratio;
  double log_ratio;
  double se;
  InkInterval range;
  double chi_square;
  double p_value;
  gsize n_strata;
  double support;
} InkRateRatio;

/**
 * ink_rate_ratio_estimate:
 * @strata: (array length=n_strata): finite and not negative; added up in this order, so the caller
 *   sorts them where the last digits must not depend on chance
 * @result: (out)
 *
 * The rate ratio of Mantel and Haenszel for person-time: R = Σ d1 y0 / y, Q = Σ d0 y1 / y, its
 * variance by S. Greenland & J. M. Robins, Biometrics 41 (1985) 55. Where R or Q is 0 the range comes
 * from ink_rate_ratio_zero_limit(). One stratum gives the crude ratio.
 */
void   ink_rate_ratio_estimate   (const InkRateStratum *strata, gsize n_strata,
                                  InkRateRatio *result);

/* The one limit that exists where no exposed one (upper limit) or no unexposed one (lower limit)
 * converted: the ratio at which what was seen has the probability 2.5 % (J. A. Hanley &
 * A. Lippman-Hand, 1983, carried to strata). INFINITY or 0 where there are no events at all or
 * neither side is without events. */
double ink_rate_ratio_zero_limit (const InkRateStratum *strata, gsize n_strata);

G_END_DECLS
