/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dragging by a finger: a finger that moves at once scrolls, one that rests first drags. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Is what @controller handles now a finger's? */
gboolean ink_touch_drag_is_touch (GtkEventController *controller);
/* Begins to drag @content from where the @gesture's finger is; @icon is what is seen of it.
 * Gives the drag, (transfer none), which ends by "dnd-finished" or "cancel"; NULL: there is none. */
GdkDrag *ink_touch_drag_begin    (GtkGesture *gesture, GdkContentProvider *content,
                                  GtkWidget *icon, GdkDragAction actions);

G_END_DECLS
