/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The surface of the journey board: lanes side by side, or one below the other where it is narrow;
 * lines between their cards, under them; all of it at any zoom. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/ink-board-lane.h"

G_BEGIN_DECLS

#define INK_TYPE_BOARD_CANVAS (ink_board_canvas_get_type ())
G_DECLARE_FINAL_TYPE (InkBoardCanvas, ink_board_canvas, INK, BOARD_CANVAS, GtkWidget)

#define INK_NO_POSITION G_MAXUINT

GtkWidget    *ink_board_canvas_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* @n: how many lanes there are from now on. */
void          ink_board_canvas_set_lanes  (InkBoardCanvas *self, guint n);
guint         ink_board_canvas_count_lanes (InkBoardCanvas *self);
InkBoardLane *ink_board_canvas_get_lane   (InkBoardCanvas *self, guint position);
/* That of which @part is, or a part of; INK_NO_POSITION: of none. */
guint         ink_board_canvas_get_position (InkBoardCanvas *self, GtkWidget *part);
/* A widget below the list of lanes, such as a button; not shown where they stand side by side. */
void          ink_board_canvas_set_end    (InkBoardCanvas *self, GtkWidget *end);
/* Lanes below one another, as a list, without lines and zoom. */
void          ink_board_canvas_set_narrow (InkBoardCanvas *self, gboolean narrow);
gboolean      ink_board_canvas_get_narrow (InkBoardCanvas *self);
void          ink_board_canvas_set_zoom   (InkBoardCanvas *self, double zoom);
double        ink_board_canvas_get_zoom   (InkBoardCanvas *self);
/* What the lines say. @facts, @main (a goal's name), @selected (a goal's id): nullable. */
void          ink_board_canvas_set_lines  (InkBoardCanvas *self, InkBoardFacts *facts,
                                           const char *main, const char *selected);
/* Cards that lie elsewhere after the next layout glide there from where they are now. */
void          ink_board_canvas_keep_places (InkBoardCanvas *self);
/* Where something would go that is held over the board: a place in a lane, @but not counted;
 * INK_NO_POSITION: nowhere. */
void          ink_board_canvas_set_mark   (InkBoardCanvas *self, guint lane, guint place,
                                           InkGoalCard *but);
/* Where a lane would go: before the lane @position. */
void          ink_board_canvas_set_lane_mark (InkBoardCanvas *self, guint position);

/* What is at a point of the canvas; the card is nullable. */
InkGoalCard  *ink_board_canvas_find_card  (InkBoardCanvas *self, double x, double y);
/* The line at a point, as what it says; FALSE: none. What @way names is the cards'. */
gboolean      ink_board_canvas_find_way   (InkBoardCanvas *self, double x, double y,
                                           InkGoalWay *way);
/* In the coordinates of the canvas. FALSE where it has no place yet. */
gboolean      ink_board_canvas_get_box    (InkBoardCanvas *self, GtkWidget *child,
                                           graphene_rect_t *box);
/* What it would take without zoom, at the width that it has. */
void          ink_board_canvas_get_natural (InkBoardCanvas *self, double *width, double *height);

G_END_DECLS
