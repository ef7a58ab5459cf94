/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of a funnel by period of entry, asked of the funnel's result. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

/* Table "trend", by @period. */
InkQuery  *ink_trend_query_new        (InkFunnelResult *result, InkPeriod period)
    G_GNUC_WARN_UNUSED_RESULT;
/* The period that gives neither a few nor hundreds of points between two times. */
InkPeriod  ink_trend_query_get_period (gint64 from, gint64 to);

G_END_DECLS
