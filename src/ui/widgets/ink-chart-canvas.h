/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The drawing of a chart: painted once per content, size, scale and theme; pointer and keys walk
 * over its data without painting it anew. */
#pragma once

#include <gtk/gtk.h>

#include "charts/ink-chart.h"

G_BEGIN_DECLS

#define INK_TYPE_CHART_CANVAS (ink_chart_canvas_get_type ())
/* Signals:
 * "pointed": the datum under the pointer or the keys' mark is another one, or none.
 * "activated" (uint): Enter or a click on a datum.
 * "menu" (double, double): the context menu is wanted at that point of the canvas. */
G_DECLARE_FINAL_TYPE (InkChartCanvas, ink_chart_canvas, INK, CHART_CANVAS, GtkWidget)

/* @table (nullable: an empty place) is what @kind draws. Of @options count zone, period, count,
 * median and personas (which must live as long as the chart); the rest is the screen's. */
void        ink_chart_canvas_set_chart  (InkChartCanvas *self, const InkChartKind *kind,
                                         InkTable *table, const InkChartOptions *options);
/* The datum that the readout is about: the pointer's, else the keys'; INK_NO_DATUM. */
guint       ink_chart_canvas_get_pointed (InkChartCanvas *self);
/* The keys' datum, and its label (nullable, transfer none). */
guint       ink_chart_canvas_get_walked (InkChartCanvas *self);
const char *ink_chart_canvas_get_label  (InkChartCanvas *self, guint datum);
/* Where a datum lies, in the canvas's coordinates. FALSE where it is not drawn. */
gboolean    ink_chart_canvas_get_box    (InkChartCanvas *self, guint datum, graphene_rect_t *box);
/* What a screen reader says of the whole chart; nullable, (transfer none). */
const char *ink_chart_canvas_get_description (InkChartCanvas *self);
/* How often it was painted: for tests. */
guint       ink_chart_canvas_get_n_painted (InkChartCanvas *self);

G_END_DECLS
