/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The charts that slides have as their own: a function for each row of ink_chart_kinds() that has
 * one. The options are whole. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

InkNativeChart *ink_native_funnel     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_groups     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_histogram  (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_trend      (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_events     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_indicators (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_payoff     (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
InkNativeChart *ink_native_map        (InkTable *table, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
