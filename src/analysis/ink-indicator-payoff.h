/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When doing a micro conversion pays off: the share that has converted by each day since, and what
 * would be expected of comparable people without it.
 *
 * With it: Kaplan & Meier's curve whose clock starts when it was done; who was not watched any longer
 * leaves it. Without it: the same risk at the adjusted ratio, 1 - (1 - R)^(1 / ratio). */
#pragma once

#include "analysis/ink-indicators.h"
#include "stats/ink-survival.h"

G_BEGIN_DECLS

/* The curve in days up to @window, and a little beyond for those who are watched longer. @n: (out):
 * how many rows. */
InkSurvivalRow *ink_indicator_payoff_rows (const InkIndicatorMicroTally *counts, double window,
                                           gsize *n) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the curves say something: the ratio is one of comparable people and describes somebody. */
gboolean        ink_indicator_has_payoff  (const InkIndicator *indicator);
/* Of the goal @index, or where that is negative of the strongest sign: a row for each day: micro, day,
 * with, low, high, without. No rows where the curves would say nothing. */
InkTable       *ink_indicators_to_payoff  (const InkIndicators *indicators, int index)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
