/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows of a name and some values side by side. Where there is no room for the name beside the values,
 * it stands above them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a row's values are: texts, or buttons that can be asked for more. */
#define INK_SIDE_TEXT 't'
#define INK_SIDE_BUTTON 'b'

#define INK_TYPE_SIDE_GRID (ink_side_grid_get_type ())
/* Signal "activated" (uint, uint: row and column): a button was clicked. */
G_DECLARE_FINAL_TYPE (InkSideGrid, ink_side_grid, INK, SIDE_GRID, GtkWidget)

/* @kinds: a letter per row, from above. Widgets are made anew only where the shape is another one. */
void ink_side_grid_set_shape (InkSideGrid *self, guint n_columns, const char *kinds);
/* The columns' heads: a spot of @colour, and a name. */
void ink_side_grid_set_head  (InkSideGrid *self, guint column, const char *name,
                              const char *colour);
void ink_side_grid_set_name  (InkSideGrid *self, guint row, const char *name);
/* @words: what a screen reader says instead of the bare value, also shown as a hint. @strong: it
 * stands out. */
void ink_side_grid_set_cell  (InkSideGrid *self, guint row, guint column, const char *text,
                              const char *words, gboolean strong);

G_END_DECLS
