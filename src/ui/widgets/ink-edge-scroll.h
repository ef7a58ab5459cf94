/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scrolls a place while something is dragged near its border: the nearer, the faster. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _InkEdgeScroll InkEdgeScroll;

/* @scrolled must outlive it, or its last stop. */
InkEdgeScroll *ink_edge_scroll_new    (GtkScrolledWindow *scrolled) G_GNUC_WARN_UNUSED_RESULT;
void           ink_edge_scroll_free   (InkEdgeScroll *self);
/* The pointer is at that point of @widget, which is in the place. */
void           ink_edge_scroll_follow (InkEdgeScroll *self, GtkWidget *widget, double x, double y);
void           ink_edge_scroll_stop   (InkEdgeScroll *self);

G_END_DECLS
