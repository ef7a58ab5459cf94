/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart as it looks in a widget: in the widget's size, text, direction and colours. Drawing is on
 * the CPU, so it is done once and kept until it is forgotten. Private to the chart's canvas. */
#pragma once

#include <gtk/gtk.h>

#include "charts/ink-chart.h"
#include "plot/ink-scene.h"

G_BEGIN_DECLS

typedef struct _InkChartPicture InkChartPicture;

/* @widget must outlive it. It is empty at first. */
InkChartPicture    *ink_chart_picture_new    (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
void                ink_chart_picture_free   (InkChartPicture *self);

/* The arguments are those of ink_chart_canvas_set_chart(). What was drawn is kept until it is
 * forgotten. */
void                ink_chart_picture_set_chart (InkChartPicture *self, const InkChartKind *kind,
                                                 InkTable *table, const InkChartOptions *options);
const InkChartKind *ink_chart_picture_get_kind (const InkChartPicture *self); /* nullable */
gboolean            ink_chart_picture_is_empty (const InkChartPicture *self);

/* Forgets all that was drawn and measured: it is of other content or another theme. */
void                ink_chart_picture_forget (InkChartPicture *self);
/* Forgets what was drawn where it is not of that size. */
void                ink_chart_picture_fit    (InkChartPicture *self, int width, int height);

/* The height that the chart wants at @width, in pixels; not to be asked of an empty one. */
int                 ink_chart_picture_get_height (InkChartPicture *self, int width);
/* The same where it was asked before; 0 where it was not. */
int                 ink_chart_picture_get_known_height (const InkChartPicture *self, int width);

/* What is drawn now; nullable. */
InkScene           *ink_chart_picture_get_scene (const InkChartPicture *self);
/* Draws it in the widget's size where it is not drawn; NULL where it is empty. */
InkScene           *ink_chart_picture_need_scene (InkChartPicture *self);
/* The same, painted; NULL where nothing can be seen of it. */
GskRenderNode      *ink_chart_picture_need_node (InkChartPicture *self);
gboolean            ink_chart_picture_is_painted (const InkChartPicture *self);
/* How often it was painted: for tests. */
guint               ink_chart_picture_get_n_painted (const InkChartPicture *self);

/* Pixels per unit of the scene. */
double              ink_chart_picture_get_scale (const InkChartPicture *self);
/* Where a datum lies, in the widget's coordinates. FALSE where it is not drawn. */
gboolean            ink_chart_picture_get_box (const InkChartPicture *self, guint datum,
                                               graphene_rect_t *box);
GdkRGBA             ink_chart_picture_get_accent (void);

/* Draws the letters of one of charts' fonts for nobody, before a chart in @widget's place needs them
 * (ink-letters.h). */
void                ink_chart_picture_draw_letters (GtkWidget *widget, InkFontRole role);

G_END_DECLS
