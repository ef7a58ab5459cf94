/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel by group as a grid: a row per group, a column per step. */
#pragma once

#include "charts/ink-funnel-rows.h"

G_BEGIN_DECLS

#define INK_GROUP_GAP 20.0
#define INK_GROUP_COLUMNS 64

/* One column of bars: a step against the one before, or the whole way. */
typedef struct
{
  guint step;
  gboolean is_whole_way;
} InkGroupColumn;

/**
 * InkGroupGrid:
 * @groups: of InkFunnelGroup, the whole funnel first
 * @n_groups: of these, those that are drawn, without the first
 * @is_narrow: the columns stand below one another
 * @n_hidden: groups and columns for which there is no room
 */
typedef struct
{
  const InkChartOptions *options;
  GPtrArray *groups;
  guint n_groups;
  guint n_columns;
  InkGroupColumn columns[INK_GROUP_COLUMNS];
  gboolean is_narrow;
  guint n_hidden;
  double name_width;
  double count_width;
  double share_width;
} InkGroupGrid;

/* @height: of the middle of the chart; 0: as much as it takes. */
void      ink_group_grid_init     (InkGroupGrid *grid, GPtrArray *groups, double height,
                                   const InkChartOptions *options);
/* Where the groups are personas: series g - 1 has the colour of group g. */
void      ink_group_grid_set_colours (const InkGroupGrid *grid, InkPlot *plot);
/* How many rows are drawn, headings between them too. */
guint     ink_group_grid_n_rows   (const InkGroupGrid *grid);
double    ink_group_grid_left     (const InkGroupGrid *grid);
double    ink_group_grid_column   (const InkGroupGrid *grid);
/* A row per bar: fx, fy, share, low and high (parts of the largest), series, datum, text. */
InkTable *ink_group_grid_cells    (const InkGroupGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
/* A row per column: fx, fy, all (where the whole funnel stands), words, remark. */
InkTable *ink_group_grid_headings (const InkGroupGrid *grid) G_GNUC_WARN_UNUSED_RESULT;
/* A row per name: fy, datum, name, count. */
InkTable *ink_group_grid_names    (const InkGroupGrid *grid) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
