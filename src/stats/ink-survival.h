/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes to convert, with those who may still do so. */
#pragma once

#include <glib.h>

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkSurvivalRow:
 * @time: in the unit of the times given
 * @at_risk: people who had neither converted nor left before it
 * @events: conversions at it
 * @survival: S, the share that has not converted by then
 * @se: Greenwood's, of @survival; NaN where that is 0
 * @log_log: 95 % band by log (-log S), which Inkling shows; NaN where S is 1 or 0
 * @plain_log: 95 % band by log S, at most 1; NaN where S is 0
 *
 * The converted share is 1 - @survival, its band the mirrored one.
 */
typedef struct
{
  double time;
  double at_risk;
  double events;
  double survival;
  double se;
  InkInterval log_log;
  InkInterval plain_log;
} InkSurvivalRow;

/**
 * ink_survival_estimate:
 * @times: (array length=n): until conversion or until a person was seen last
 * @events: (array length=n): 1 for a conversion, 0 for one seen last (at risk at that time, too)
 * @rows: (out) (array length=n): room for @n rows
 *
 * E. Kaplan & P. Meier, 1958; M. Greenwood, 1926; band of J. Kalbfleisch & R. Prentice, 1980.
 *
 * Returns: how many rows: one for each distinct time, rising
 */
gsize                 ink_survival_estimate (const double *times, const guint8 *events, gsize n,
                                             InkSurvivalRow *rows);

/* The row that holds at @time; NULL before the first, where everybody is left. */
const InkSurvivalRow *ink_survival_at       (const InkSurvivalRow *rows, gsize n_rows,
                                             double time);

/* The first time with S <= 0.5, or the middle of the time at which S is 0.5 exactly; NaN where it is
 * not reached. @range (nullable): the same of the band, NaN where that does not reach 0.5. */
double                ink_survival_median   (const InkSurvivalRow *rows, gsize n_rows,
                                             InkInterval *range);

/* What share would convert without the micro, if @risk do with it and the rates have this @ratio:
 * 1 - (1 - @risk)^(1 / @ratio). */
double                ink_survival_risk_without (double risk, double ratio);

G_END_DECLS
