/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart in a window: an answer drawn as a scene, with hover, keyboard walk and a description. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"

G_BEGIN_DECLS

#define INK_TYPE_CHART_VIEW (ink_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (InkChartView, ink_chart_view, INK, CHART_VIEW, GtkWidget)

/* @kind: the id of a chart kind; @answer: nullable. */
void        ink_chart_view_set_answer (InkChartView *self, const char *kind, InkAnswer *answer);
/* The label of what the keyboard's mark is on; NULL before the walk began. (transfer none) */
const char *ink_chart_view_get_walked (InkChartView *self);

G_END_DECLS
