/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables of tests/data/charts, each with the kind of chart and the options that it is for. */
#pragma once

#include "charts/ink-chart.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

typedef struct
{
  char *path; /* of the .table */
  const InkChartKind *kind;
  InkTable *table;
  InkChartOptions options;
  char *title;
  char *rule;
  InkDefinition *definition; /* nullable: whose personas the groups are */
  gboolean only_days;
} InkTestChart;

InkTestChart *ink_test_chart_read (const InkChartKind *kind, const char *path)
    G_GNUC_WARN_UNUSED_RESULT;
void          ink_test_chart_free (gpointer data);
/* A line of columns, a line per row. */
InkTable     *ink_test_charts_read_table (char **lines, gboolean only_days)
    G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full): of InkTestChart, by path. */
GPtrArray    *ink_test_charts_read (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
