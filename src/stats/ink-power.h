/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many people or conversions it takes to see something. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* People in each of two groups to tell the shares @p1 and @p2 apart, two-sided at 5 %, with this
 * @power (0.8): not rounded. The normal approximation of R's power.prop.test (J. Fleiss, 1981).
 * INFINITY for equal shares. */
double ink_power_people      (double p1, double p2, double power);

/* Conversions to see the rate ratio @ratio where @share of the compared time is exposed
 * (D. Schoenfeld, Biometrics 39 (1983) 499): (z + z_power)² / (q (1 - q) log² ratio). INFINITY where
 * there is nothing to see or nobody to compare. */
double ink_power_events      (double ratio, double share, double power);

/* 47.7, the variance V of a rate ratio (InkRateRatio) that gives 80 % power to see 1.5 times. */
double ink_power_needed_variance (void);

/* About how many more people like these @people would settle it: people (needed / V - 1), rounded up
 * to two digits; 0 where @variance is enough, INFINITY ("cannot say") where it is 0. */
double ink_power_more_people (double people, double variance);

G_END_DECLS
