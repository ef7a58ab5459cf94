/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reports and charts on paper, through the system's own dialog: in a sandbox that is the portal's. */
#pragma once

#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-slide-strip.h"

G_BEGIN_DECLS

/* A slide a page, as @strip shows them; @title: of the job. */
GtkPrintOperation *ink_print_new_for_slides (InkSlideStrip *strip, guint n_slides,
                                             const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* One page, as wide as the paper allows. */
GtkPrintOperation *ink_print_new_for_chart  (InkChartView *chart) G_GNUC_WARN_UNUSED_RESULT;
/* Asks for a printer and prints; says in @widget's window where that fails. */
void               ink_print_run            (GtkPrintOperation *operation, GtkWidget *widget);

G_END_DECLS
