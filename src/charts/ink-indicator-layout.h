/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the parts of a ranking stand: beside each other where it is wide, names above their rows
 * where it is narrow. */
#pragma once

#include "charts/ink-indicator-rows.h"

G_BEGIN_DECLS

#define INK_INDICATOR_GAP 16.0
/* From the reach to the axis, whose first label reaches out. */
#define INK_INDICATOR_AXIS_GAP 28.0

/**
 * InkIndicatorLayout:
 * @rows: borrowed
 * @n_rows: of these, for which there is room
 * @is_narrow: names and verdicts stand above the dots
 * @reach_above: where narrow: beside the name, since the verdict needs its line
 * @name, @reach, @chip: how wide these columns are; 0 where narrow
 * @pitch: from row to row
 * @top: of the headings
 * @line: of a name
 */
typedef struct
{
  const InkChartOptions *options;
  const GArray *rows;
  guint n_rows;
  gboolean is_narrow;
  gboolean reach_above;
  InkIndicatorSpan span;
  double name;
  double reach;
  double chip;
  double pitch;
  double top;
  double line;
} InkIndicatorLayout;

/* @height: of the middle of the chart; 0: as much as it takes. */
void      ink_indicator_layout_init  (InkIndicatorLayout *layout, const GArray *rows,
                                      double height, const InkChartOptions *options);
double    ink_indicator_layout_width (const InkIndicatorLayout *layout);
double    ink_indicator_layout_left  (const InkIndicatorLayout *layout);
double    ink_indicator_layout_right (const InkIndicatorLayout *layout);
/* A row per row: fy, from, to (the range), lift, naive, open_low, open_high, naive_cut,
 * naive_low (where the axis ends before they do), series, shape, ahead, behind, datum, name, reach, title. */
InkTable *ink_indicator_layout_cells (const InkIndicatorLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
/* A row per tick: x, label. */
InkTable *ink_indicator_layout_ticks (const InkIndicatorLayout *layout) G_GNUC_WARN_UNUSED_RESULT;
/* A row per tick and row, where no line runs through all rows: fy, x, shape. */
InkTable *ink_indicator_layout_notches (const InkIndicatorLayout *layout)
    G_GNUC_WARN_UNUSED_RESULT;

/* The powers of two of @span for whose labels a length of @room points has room; doubles. */
GArray   *ink_indicator_span_ticks   (const InkIndicatorSpan *span, double room, double size)
    G_GNUC_WARN_UNUSED_RESULT;
char     *ink_indicator_tick_label   (const InkChartOptions *options, double value)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
