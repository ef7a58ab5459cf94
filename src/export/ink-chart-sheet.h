/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the numbers of a slide's own chart stand in its workbook. */
#pragma once

#include "charts/ink-native-chart.h"
#include "export/ink-sheet.h"

G_BEGIN_DECLS

/**
 * InkChartColumns: of one series; a column that it has not is the one of its name
 * @x: categories, or the x of points
 */
typedef struct
{
  guint name;
  guint x;
  guint y;
  guint minus;
  guint plus;
  guint label;
} InkChartColumns;

/* The sheet "Chart" with all that the chart shows. */
InkSheet        *ink_chart_sheet_new     (const InkNativeChart *chart) G_GNUC_WARN_UNUSED_RESULT;
InkChartColumns  ink_chart_sheet_columns (const InkNativeChart *chart, guint series);

G_END_DECLS
