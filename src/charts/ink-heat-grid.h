/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A heat map: names at the side, headings above, cells that say their figure and wear its colour. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

/**
 * InkHeatCell:
 * @datum: the row of the chart's table
 * @heat: from -1 (as far below as can be) to 1; NaN: nothing is known
 * @text: what stands in it
 */
typedef struct
{
  guint row;
  guint column;
  guint datum;
  double heat;
  char *text;
} InkHeatCell;

/**
 * InkHeatGrid:
 * @rows: names
 * @row_data: (element-type guint): a datum of each row's name
 * @marks: (nullable): by row, a sign to stand at its end, or NULL; constants
 * @columns: headings
 * @cells: (element-type InkHeatCell)
 * @lack: (nullable): why there is nothing to draw; a constant
 * @finding: (nullable): what it comes to
 * @remark: (nullable): how it is read; the drawing has it in its own words
 */
struct _InkHeatGrid
{
  GPtrArray *rows;
  GArray *row_data;
  GPtrArray *marks;
  GPtrArray *columns;
  GArray *cells;
  const char *lack;
  char *finding;
  char *remark;
};

void   ink_heat_grid_init   (InkHeatGrid *grid);
void   ink_heat_grid_clear  (InkHeatGrid *grid);
/* The index of the row or heading @name; it is added where it is new. */
guint  ink_heat_grid_name   (GPtrArray *names, const char *name);
/* @text: (transfer full) */
void   ink_heat_grid_cell   (InkHeatGrid *grid, guint row, guint column, guint datum, double heat,
                             char *text);
/* How many rows find room in a middle of this height. */
guint  ink_heat_grid_fitting (const InkHeatGrid *grid, const InkChartOptions *options,
                              double room);
/* Draws as many rows as find room. */
void   ink_heat_grid_draw   (const InkHeatGrid *grid, InkPlot *plot,
                             const InkChartOptions *options);
double ink_heat_grid_height (const InkHeatGrid *grid, const InkChartOptions *options);
/* Where there is nothing to draw, @plot says why; FALSE: there is. */
gboolean ink_heat_grid_say_lack (const InkHeatGrid *grid, InkPlot *plot,
                                 const InkChartOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkHeatGrid, ink_heat_grid_clear)

G_END_DECLS
