/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What keys and pointer do with a chart's canvas. */
#pragma once

#include "plot/ink-scene.h"
#include "ui/widgets/ink-chart-canvas.h"

G_BEGIN_DECLS

/* ink-chart-canvas.c */
/* What is drawn, of the present size; NULL where the canvas is empty. */
InkScene *_ink_chart_canvas_need_scene (InkChartCanvas *self);
/* Puts the keys' mark on that datum; INK_NO_DATUM: takes it away. */
void      _ink_chart_canvas_walk_to    (InkChartCanvas *self, guint datum);
/* The datum that is drawn there; INK_NO_DATUM. */
guint     _ink_chart_canvas_pick       (InkChartCanvas *self, double x, double y);
/* The pointer is over that datum. */
void      _ink_chart_canvas_hover      (InkChartCanvas *self, guint datum);
void      _ink_chart_canvas_activate   (InkChartCanvas *self, guint datum);
void      _ink_chart_canvas_ask_menu   (InkChartCanvas *self, double x, double y);

/* ink-chart-canvas-keys.c */
void      _ink_chart_canvas_add_keys   (GtkWidgetClass *widget_class);

/* ink-chart-canvas-pointer.c */
void      _ink_chart_canvas_add_pointer (InkChartCanvas *self);

G_END_DECLS
