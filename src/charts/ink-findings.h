/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a chart found, as the title of a slide: one sentence that its numbers bear out. A function
 * for each row of ink_chart_kinds() that has one; NULL where there is nothing to say. The options
 * are whole; options->title is what the chart is of. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

char *ink_finding_funnel     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_groups     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_histogram  (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_payoff     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_trend      (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_events     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_indicators (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_finding_map        (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
