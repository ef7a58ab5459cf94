/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A small histogram with one or two thresholds, which are dragged or moved by keys. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"

G_BEGIN_DECLS

#define INK_TYPE_THRESHOLD_PLOT (ink_threshold_plot_get_type ())
/* Signal "moved" (double low, double high): where the thresholds are now; NaN: that end
 * is open. */
G_DECLARE_FINAL_TYPE (InkThresholdPlot, ink_threshold_plot, INK, THRESHOLD_PLOT, GtkWidget)

GtkWidget *ink_threshold_plot_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* @histogram: as ink_spread_query_new() answers; nullable. */
void       ink_threshold_plot_set_bins   (InkThresholdPlot *self, InkTable *histogram);
/* Which ends have a threshold at all. */
void       ink_threshold_plot_set_ends   (InkThresholdPlot *self, gboolean low, gboolean high);
/* What lies from @low to @high stands out; NaN: that end is open, its threshold stands at the edge. */
void       ink_threshold_plot_set_limits (InkThresholdPlot *self, double low, double high);

/* Where a number lies on the axis, from 0 to 1, and what is there: a round number. For tests. */
double     ink_threshold_plot_get_place  (InkThresholdPlot *self, double number);
double     ink_threshold_plot_get_number (InkThresholdPlot *self, double place);

G_END_DECLS
