/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of results as a slide has it: the first rows and columns as texts, with the part of the
 * width that each column wants, and what is left out. The drawing and the slide's own table are made
 * of the same. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

/* More cannot be read from the back of a room. */
#define INK_TABLE_GRID_ROWS 12
#define INK_TABLE_GRID_COLUMNS 8

/**
 * InkTableGrid:
 * @n_rows: that are shown, without the headings
 * @texts: (element-type utf8): row by row, the headings first
 * @numeric: (element-type gboolean): by column: stands at its end
 * @parts: (element-type double): by column: of the width; together 1
 * @caption: (nullable): what is left out, in words
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  GPtrArray *texts;
  GArray *numeric;
  GArray *parts;
  char *caption;
} InkTableGrid;

/* @options: with a theme and a width; its n_whole counts. */
void        ink_table_grid_init  (InkTableGrid *grid, const InkTable *table,
                                  const InkChartOptions *options);
void        ink_table_grid_clear (InkTableGrid *grid);
/* @row: from 0, the headings are 0. */
const char *ink_table_grid_get   (const InkTableGrid *grid, guint row, guint column);

/* A cell as people read it; (nullable): there is nothing in it. */
char       *ink_table_say_cell   (const InkTable *table, guint column, guint row,
                                  const InkNumbers *numbers, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkTableGrid, ink_table_grid_clear)

G_END_DECLS
