/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a slide's own chart has its plot, and how large its letters may be: office programs would
 * lay labels and legend over one another. */
#pragma once

#include "charts/ink-native-chart.h"
#include "plot/ink-theme.h"

G_BEGIN_DECLS

/* Where the plot area of a chart that keeps room for names begins and ends, as parts of the whole. */
#define INK_CHART_PLOT_TOP 0.02
#define INK_CHART_PLOT_RIGHT 0.97
/* Smaller letters cannot be read. */
#define INK_CHART_LEAST_SIZE 6.0

/* In points from the chart's corner. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} InkChartBox;

/**
 * InkChartRoom:
 * @labels: where labels may stand: up to the end of the chart
 * @plot_height: as a part of the whole
 * @size: of labels, in points; 0: there is no room for any
 * @names_size: of the names of categories, in points
 */
typedef struct
{
  InkChartBox plot;
  InkChartBox labels;
  double plot_height;
  double size;
  double names_size;
} InkChartRoom;

/* @width, @height: of the whole chart, in points. */
void    ink_chart_room_init     (InkChartRoom *room, const InkNativeChart *chart, double width,
                                 double height);
/* What labels are measured with: wider than what presentations have. */
InkFont ink_chart_room_get_font (double size);

G_END_DECLS
