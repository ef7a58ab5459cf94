/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of a widget are put into another order by dragging them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _InkReorder InkReorder;

/* The part at @from is to stand at @to. */
typedef void (*InkReorderFunc) (GtkWidget *owner, guint from, guint to);

/* @parts: (element-type GtkWidget): in order; they lie below one another, or, where @orientation is
 * horizontal, in lines. Where a part would go is shown by the style class "drop-above" or
 * "drop-before" of the one before which, else "drop-below" or "drop-after" of the last. Both @owner
 * and @parts must outlive it. */
InkReorder *ink_reorder_new       (GtkWidget *owner, GPtrArray *parts, GtkOrientation orientation,
                                   InkReorderFunc moved) G_GNUC_WARN_UNUSED_RESULT;
/* Before its owner's children go. */
void        ink_reorder_free      (InkReorder *self);
/* @part is dragged by @handle, which may be itself. */
void        ink_reorder_add_part  (InkReorder *self, GtkWidget *part, GtkWidget *handle);

G_END_DECLS
