/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words that several charts need: counts with their noun, title, subtitle and caption. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

/* "21 870 people", "1 session". */
char *ink_chart_words_count (const InkChartOptions *options, double n) G_GNUC_WARN_UNUSED_RESULT;
/* Title, subtitle and caption; @finding where there is a title and no subtitle, @n (NaN: none)
 * before the rule, @note (nullable) after it. */
void  ink_chart_words_set   (InkPlot *plot, const InkChartOptions *options, const char *finding,
                             double n, const char *note);
/* How high the middle of the chart is in the size of @options. */
double ink_chart_words_room (const InkPlot *plot, const InkChartOptions *options);
/* How wide a text is in the theme's font of @role. */
double ink_chart_words_width (const InkChartOptions *options, InkFontRole role, const char *text);
double ink_chart_words_line  (const InkChartOptions *options, InkFontRole role);
/* A sentence as a slide's title has it: without the full stop. */
char *ink_chart_words_headline (const char *sentence) G_GNUC_WARN_UNUSED_RESULT;
/* What a trend's values are: "share that finished, by week of entry". */
const char *ink_chart_words_share_by_period (const InkChartOptions *options);
/* A date on an axis from @first to @last: in one piece, and without the year where there is no
 * doubt about it. */
char       *ink_chart_words_axis_date (const InkChartOptions *options, InkPeriod period,
                                       double time, double first, double last)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
