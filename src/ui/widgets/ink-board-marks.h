/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bar that shows where something would go that is held over the journey board. */
#pragma once

#include "ui/widgets/ink-board-canvas.h"

G_BEGIN_DECLS

/* Before the card @place of a lane, @but (nullable) not counted. */
void ink_board_marks_append_place (InkBoardCanvas *canvas, GtkSnapshot *snapshot, guint lane,
                                   guint place, InkGoalCard *but);
/* Before the lane @position, or after the last. */
void ink_board_marks_append_lane  (InkBoardCanvas *canvas, GtkSnapshot *snapshot, guint position);

G_END_DECLS
