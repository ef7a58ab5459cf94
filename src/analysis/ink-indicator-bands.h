/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is comparable with whom: bands of visits so far, of time since first seen, and of time since
 * the last visit; and the stratum that they make with persona and channel. */
#pragma once

#include <glib.h>

#include "base/ink-time.h"

G_BEGIN_DECLS

#define INK_INDICATOR_N_TIME_EDGES 15

/* The edges between the bands of time since first seen, ascending; the last band is open. */
extern const gint64 ink_indicator_time_edges[INK_INDICATOR_N_TIME_EDGES];

/* Until when the last visit is fresh, and until when it is not long ago. */
#define INK_INDICATOR_FRESH INK_DAY
#define INK_INDICATOR_RECENT (7 * INK_DAY)

/* The number of edges 1, 2, 3, 4, 6, 8, 12, 16, 23, 32, … (the smallest integers whose square
 * reaches a power of 2) that are not above @visits. There is no open band at the top: an open one
 * lets a bias of 5 to 9 % in. The same edges serve for depths of a visit. */
guint ink_indicator_visit_band (guint32 visits);

/**
 * InkIndicatorStratum:
 *
 * A stratum as one number, in which strata are sorted: persona first, so that those of a persona
 * stand together.
 */
typedef guint64 InkIndicatorStratum;

static inline InkIndicatorStratum
ink_indicator_stratum (guint persona,
                       guint32 channel,
                       guint time_band,
                       guint visit_band,
                       guint recency)
{
  return (guint64) persona << 48 | (guint64) channel << 16 | (guint64) time_band << 11
         | (guint64) visit_band << 2 | recency;
}

static inline guint
ink_indicator_stratum_persona (InkIndicatorStratum stratum)
{
  return (guint) (stratum >> 48);
}

G_END_DECLS
