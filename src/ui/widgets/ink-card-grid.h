/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cards in full rows, as many side by side as there is room for: what does not fill all rows makes
 * the cards of the first ones wider, so that there is never a hole. Five: two, and three below. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_CARD_GRID (ink_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (InkCardGrid, ink_card_grid, INK, CARD_GRID, GtkWidget)

void ink_card_grid_append (InkCardGrid *self, GtkWidget *card);

G_END_DECLS
