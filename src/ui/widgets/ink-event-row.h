/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line of the list of events, as it is seen. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/ink-event-item.h"

G_BEGIN_DECLS

#define INK_TYPE_EVENT_ROW (ink_event_row_get_type ())
/* Signals "renamed" (const char *label), "toggled": of a heading. */
G_DECLARE_FINAL_TYPE (InkEventRow, ink_event_row, INK, EVENT_ROW, GtkWidget)

GtkWidget    *ink_event_row_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void          ink_event_row_set_item     (InkEventRow *self, InkEventItem *item);
InkEventItem *ink_event_row_get_item     (InkEventRow *self); /* nullable, (transfer none) */
void          ink_event_row_begin_rename (InkEventRow *self);

G_END_DECLS
