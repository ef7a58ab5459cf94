/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The events of a project beside the journey board: searched, counted, grouped, dragged onto the
 * board or added by a key, called something readable, and hidden. */
#pragma once

#include <gtk/gtk.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_EVENT_LIST (ink_event_list_get_type ())
/* Signals:
 * "add" (char **): these are to become a goal.
 * "edited" (InkDefinition *, label, key: pointer, two strings (nullable)): for ink_document_edit().
 * "removed" (const char *): a sentence: something just went by "edited" and can come back.
 * "dragging" (gboolean): events are being dragged, or not any more. */
G_DECLARE_FINAL_TYPE (InkEventList, ink_event_list, INK, EVENT_LIST, GtkWidget)

GtkWidget *ink_event_list_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       ink_event_list_set_view     (InkEventList *self, InkView *view);
/* What the keyboard does with an event: the name of the stage in which its goal goes. */
void       ink_event_list_set_stage    (InkEventList *self, const char *stage);
/* The keyboard goes to the search. */
void       ink_event_list_begin_search (InkEventList *self);
/* How many events are shown; for tests. */
guint      ink_event_list_count        (InkEventList *self);

G_END_DECLS
