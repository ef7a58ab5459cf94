/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole journey board, small, with a frame round what is seen of it; pressing or dragging moves
 * the view. By keys the board is scrolled itself. */
#pragma once

#include "ui/widgets/ink-board-canvas.h"

G_BEGIN_DECLS

#define INK_TYPE_BOARD_MAP (ink_board_map_get_type ())
G_DECLARE_FINAL_TYPE (InkBoardMap, ink_board_map, INK, BOARD_MAP, GtkWidget)

/* @scrolled: what shows @canvas; neither is held, both must live longer. */
GtkWidget *ink_board_map_new (InkBoardCanvas *canvas, GtkScrolledWindow *scrolled)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
