/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long it takes from an edit to the drawn frame that shows what it led to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _InkFrameWatch InkFrameWatch;

/* @milliseconds: since the edit. */
typedef void (*InkFrameWatchFunc) (double milliseconds, gpointer data);

/* @widget: what is drawn; outlives the watch. */
InkFrameWatch *ink_frame_watch_new   (GtkWidget *widget, InkFrameWatchFunc drawn, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_frame_watch_free  (InkFrameWatch *self);

/* The answer is there now; its frame begins now. To tell, with INK_FRAME_LOG in the environment,
 * where the time goes. */
void           ink_frame_watch_answered (InkFrameWatch *self);
void           ink_frame_watch_began    (InkFrameWatch *self);
/* Inside a frame, when the widgets have been told: calls back when it is drawn. @asked: when the edit
 * was (g_get_monotonic_time()). */
void           ink_frame_watch_await    (InkFrameWatch *self, gint64 asked);
void           ink_frame_watch_cancel   (InkFrameWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkFrameWatch, ink_frame_watch_free)

G_END_DECLS
