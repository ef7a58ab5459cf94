/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cells of values side by side: heads, values, and buttons with a value. Private to the grid. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text that wraps; @xalign: 0 for names, 1 for values. */
GtkWidget *ink_side_label_new (float xalign) G_GNUC_WARN_UNUSED_RESULT;
void       ink_side_label_set (GtkWidget *label, const char *text);

/* A spot of a colour above a name. */
GtkWidget *ink_side_head_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void       ink_side_head_set  (GtkWidget *head, const char *name, const char *colour);
/* How wide the longest word of its name is, with what is around it. */
int        ink_side_head_measure_words (GtkWidget *head);

/* @is_button: it can be asked for more. */
GtkWidget *ink_side_cell_new  (gboolean is_button) G_GNUC_WARN_UNUSED_RESULT;
/* @words: what a screen reader says instead of the bare value, also shown as a hint. */
void       ink_side_cell_set  (GtkWidget *cell, const char *text, const char *words,
                               gboolean strong);

G_END_DECLS
