/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Conversions per day, and two such rates against each other, exactly: for small numbers. */
#pragma once

#include <glib.h>

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkTwoRates:
 * @d1: events among the exposed
 * @y1: their person-days
 * @d0: events among the unexposed
 * @y0: their person-days
 */
typedef struct
{
  guint64 d1;
  double y1;
  guint64 d0;
  double y0;
} InkTwoRates;

/* The exact 95 % range of @events in @days (F. Garwood, 1936), per day; NaN without days. */
InkInterval ink_exact_rate_range (guint64 events, double days);

/* That both rates are equal, given the events in all: d1 of Bin (d1 + d0, y1 / (y1 + y0)). Two-sided
 * as R's poisson.test, and by mid-p; 1 where there are no events, NaN without days on a side. */
double      ink_two_rates_p      (const InkTwoRates *rates);
double      ink_two_rates_mid_p  (const InkTwoRates *rates);
/* The exact 95 % range of the rate ratio, by Clopper & Pearson's of the share; 0 to INFINITY where
 * there are no events, NaN without days on a side. */
InkInterval ink_two_rates_range  (const InkTwoRates *rates);

G_END_DECLS
