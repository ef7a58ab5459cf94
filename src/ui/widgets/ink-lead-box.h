/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small things in a row, and words among them that take the room that is left and wrap. A GtkBox
 * would do, but it lays such words out a hundred times over to find how wide they need to be. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_LEAD_BOX (ink_lead_box_get_type ())
G_DECLARE_FINAL_TYPE (InkLeadBox, ink_lead_box, INK, LEAD_BOX, GtkWidget)

/* @spacing: pixels between two of them. */
GtkWidget *ink_lead_box_new    (int spacing) G_GNUC_WARN_UNUSED_RESULT;
/* The last one that is added is what takes the rest, where there are no words. */
void       ink_lead_box_append (InkLeadBox *self, GtkWidget *child);
/* At most one: it takes the rest where it expands, else no more of that than it needs. */
void       ink_lead_box_append_words (InkLeadBox *self, GtkWidget *words);

G_END_DECLS
