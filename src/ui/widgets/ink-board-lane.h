/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A lane of the journey board: its head, and its goals one below the other. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/ink-board-slide.h"
#include "ui/widgets/ink-goal-card.h"
#include "ui/widgets/ink-lane-header.h"

G_BEGIN_DECLS

#define INK_TYPE_BOARD_LANE (ink_board_lane_get_type ())
G_DECLARE_FINAL_TYPE (InkBoardLane, ink_board_lane, INK, BOARD_LANE, GtkWidget)

GtkWidget     *ink_board_lane_new         (void) G_GNUC_WARN_UNUSED_RESULT;
InkLaneHeader *ink_board_lane_get_header  (InkBoardLane *self); /* (transfer none) */
/* By which its cards are drawn off their place; the owner's. NULL: none are. */
void           ink_board_lane_set_slide   (InkBoardLane *self, InkBoardSlide *slide);
/* @cards: (element-type InkGoalCard): all that are in it, in order; taken out of other lanes. */
void           ink_board_lane_set_cards   (InkBoardLane *self, GPtrArray *cards);
guint          ink_board_lane_count_cards (InkBoardLane *self);
InkGoalCard   *ink_board_lane_get_card    (InkBoardLane *self, guint place); /* nullable */
/* The place that something gets that is dropped at @y: before the first card whose middle lies
 * below. @but: (nullable): a card that is not counted. */
guint          ink_board_lane_find_place  (InkBoardLane *self, double y, InkGoalCard *but);
/* Where a mark of that place belongs, @but not counted. */
double         ink_board_lane_get_mark    (InkBoardLane *self, guint place, InkGoalCard *but);

G_END_DECLS
