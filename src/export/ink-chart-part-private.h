/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files that write a chart part share. */
#pragma once

#include "charts/ink-native-chart.h"
#include "export/ink-chart-labels.h"
#include "export/ink-sheet.h"
#include "export/ink-xml.h"

G_BEGIN_DECLS

#define INK_CHART_TEXT_SIZE 14.0
#define INK_CHART_SMALL_SIZE 12.0

typedef struct
{
  InkXml *xml;
  const InkNativeChart *chart;
  const InkSheet *sheet;
  const InkChartLabels *labels;
  const char *language;
} InkChartWriter;

/* One <c:ser>. */
void ink_chart_writer_put_series (const InkChartWriter *writer, guint index);
/* The axes of the chart, in the order of the schema. */
void ink_chart_writer_put_axes   (const InkChartWriter *writer);
/* How spreadsheets write a format. */
const char *ink_chart_format_code (InkFormat format);

/* The ids of the two axes. */
#define INK_CHART_X_AXIS "111111111"
#define INK_CHART_Y_AXIS "222222222"

G_END_DECLS
