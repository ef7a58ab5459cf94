/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a call of 'inkling-cli chart' wishes for, and whether that can be. */
#pragma once

#include "charts/ink-chart.h"
#include "export/ink-exporter.h"
#include "plot/ink-picture-look.h"

G_BEGIN_DECLS

/* The options as they were given, then what they mean. */
typedef struct
{
  char *output;
  char *steps;
  char *theme;
  char *persona;
  char *from;
  char *to;
  char *period;
  int width;
  int height;
  int scale;
  char *preset;
  gboolean dark;
  gboolean transparent;

  const InkChartKind *kind;
  const InkExporter *exporter;
  const InkPictureSize *size; /* nullable: the width and height that were given */
  const InkTheme *look;
  InkPeriod by;
} InkCliChartWish;

void     ink_cli_chart_wish_clear (InkCliChartWish *wish);
/* Finds out what the options mean. INK_ERROR_USAGE says which one means nothing. @kind: the chart. */
gboolean ink_cli_chart_wish_check (InkCliChartWish *wish, const char *kind, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkCliChartWish, ink_cli_chart_wish_clear)

G_END_DECLS
