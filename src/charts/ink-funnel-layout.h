/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel's ways to be laid out; ink-chart-funnel.c chooses. */
#pragma once

#include "charts/ink-funnel-rows.h"

G_BEGIN_DECLS

/* What each way needs to know. */
typedef struct
{
  InkPlot *plot;
  const InkFunnelGroup *group;
  const InkChartOptions *options;
  InkTable *table; /* ink_funnel_layout_table() */
  double width;    /* of the middle of the chart */
  double height;
} InkFunnelLayout;

/* A row per step, with everything that is drawn as places and texts: step, people, before, upto
 * (people and waiting), name, count, share, left, left_short, leak, leak_short, waiting,
 * waiting_short, datum. */
InkTable *ink_funnel_layout_table (const InkFunnelGroup *group, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean  ink_funnel_layout_has_waiting (const InkFunnelGroup *group);
/* The widest text of a column, in the font of a role. */
double    ink_funnel_layout_widest (InkTable *table, const char *column,
                                    const InkChartOptions *options, InkFontRole role);

/* Bars side by side. FALSE where they would not be readable: then nothing was added. */
gboolean  ink_funnel_bars  (const InkFunnelLayout *layout);
/* Bars below one another, names and figures beside them. */
void      ink_funnel_lines (const InkFunnelLayout *layout);
/* Bars below one another, names and figures between them: for narrow places. */
void      ink_funnel_stack (const InkFunnelLayout *layout);

double    ink_funnel_lines_height (guint n_steps, const InkChartOptions *options);
double    ink_funnel_stack_height (guint n_steps, const InkChartOptions *options);

G_END_DECLS
