/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart in a window: its drawing with a readout, a menu to take it elsewhere, and its numbers as
 * a table. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"
#include "charts/ink-chart.h"
#include "plot/ink-picture-look.h"

G_BEGIN_DECLS

#define INK_TYPE_CHART_VIEW (ink_chart_view_get_type ())
/* Properties: "show-table" (boolean): the numbers stand below the drawing; "heading" and "note"
 * (strings, writable; nullable): words above it, beside the menu's button; "idea" (the same): an id of
 * ink-ideas.h, whose question mark follows the heading.
 * Signal "activated" (uint): a datum was clicked, or Enter pressed on it.
 * Actions: chart.add-slide, chart.copy, chart.copy-table, chart.save, chart.save-table ("csv", "xlsx"),
 * chart.print, chart.show-table. */
G_DECLARE_FINAL_TYPE (InkChartView, ink_chart_view, INK, CHART_VIEW, GtkWidget)

/* @kind: the id of a chart kind; @answer: (nullable: nothing to show yet) has the table that it
 * reads. Of @options title and rule go with what is copied and saved; count, zone, period, definition and
 * selected to the drawing, too; the rest is known from the answer and the screen. */
void        ink_chart_view_set_chart  (InkChartView *self, const char *kind, InkAnswer *answer,
                                       const InkChartOptions *options);
/* The same without words. */
void        ink_chart_view_set_answer (InkChartView *self, const char *kind, InkAnswer *answer);
/* The slide that "Add to Report" makes of it, as JSON; NULL (as at first): it cannot be added. */
void        ink_chart_view_set_slide  (InkChartView *self, const char *json);
/* The chart as a picture with its words; a look without a size is as large as it is here. NULL: there
 * is nothing to show yet. */
InkScene   *ink_chart_view_render     (InkChartView *self, const InkPictureLook *look)
    G_GNUC_WARN_UNUSED_RESULT;
const char *ink_chart_view_get_title  (InkChartView *self); /* nullable */
/* The label of what the keyboard's mark is on; NULL before the walk began. (transfer none) */
const char *ink_chart_view_get_walked (InkChartView *self);

G_END_DECLS
