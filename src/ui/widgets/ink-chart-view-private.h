/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The chart view's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/widgets/ink-chart-view.h"

#include "ui/widgets/ink-chart-canvas.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-table-view.h"

G_BEGIN_DECLS

struct _InkChartView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *heading;
  InkIdeaButton *idea; /* beside it */
  GtkLabel *note;
  InkChartCanvas *canvas;
  InkTableView *numbers; /* nullable */
  GtkWidget *readout;
  GtkLabel *readout_label;
  GtkWidget *menu_button;
  GtkPopoverMenu *menu; /* where the pointer is; made when it is first wanted */

  const InkChartKind *kind;
  InkAnswer *answer;
  InkTable *table;         /* of the answer */
  InkChartOptions options; /* texts and zone owned, personas the answer's */
  char *slide; /* nullable: JSON */
  char *title;
  char *rule;
  GTimeZone *zone;
  InkDefinition *definition; /* nullable */
  gboolean show_table;
};

/* ink-chart-readout.c: what is pointed at, in words */
void _ink_chart_view_make_readout     (InkChartView *self);
void _ink_chart_view_allocate_readout (InkChartView *self, int width, int height);

/* ink-chart-actions.c: taking it elsewhere */
GMenuModel *_ink_chart_view_make_menu   (void) G_GNUC_WARN_UNUSED_RESULT;
/* At a point of the drawing. */
void        _ink_chart_view_show_menu   (InkChartView *self, double x, double y);
void        _ink_chart_view_add_actions (GtkWidgetClass *widget_class);
/* Dragged out of the window it is the same as copied. */
void        _ink_chart_view_let_drag    (InkChartView *self);

G_END_DECLS
