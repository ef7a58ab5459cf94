/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of a funnel's table, read once for the charts that draw them. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

/**
 * InkFunnelRow:
 * @row: of the table
 * @name: of the step; lives as long as the table
 * @before: who was at the step before
 * @waiting: of these, who is still under way
 * @dropped: of these, who is lost
 * @time_format: of @median: seconds or days
 * @of_previous: share of the step before; NaN where there is none
 */
typedef struct
{
  guint row;
  const char *name;
  double people;
  double before;
  double waiting;
  double dropped;
  double of_first;
  double of_first_low;
  double of_first_high;
  double of_previous;
  double of_previous_low;
  double of_previous_high;
  double median;
  InkFormat time_format;
} InkFunnelRow;

/**
 * InkFunnelGroup:
 * @name: "" for the whole funnel, and for those for whom it is missing
 * @is_whole: the whole funnel, not a group
 * @rows: of InkFunnelRow
 */
typedef struct
{
  const char *name;
  gboolean is_whole;
  GArray *rows;
} InkFunnelGroup;

/* Returns: (transfer full): of InkFunnelGroup; the whole funnel first, then the groups */
GPtrArray *ink_funnel_rows_read (InkTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* The step that loses the largest share of who came to it; -1 where none loses anybody. */
int        ink_funnel_rows_leak (const InkFunnelGroup *group);
/* The name of a group for people. */
const char *ink_funnel_group_title (const InkFunnelGroup *group);

static inline const InkFunnelRow *
ink_funnel_group_row (const InkFunnelGroup *group,
                      guint index)
{
  return &g_array_index (group->rows, InkFunnelRow, index);
}

/* A line about one step, for a tooltip. */
char      *ink_funnel_row_to_words (const InkFunnelGroup *group, guint index,
                                    const InkChartOptions *options) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
