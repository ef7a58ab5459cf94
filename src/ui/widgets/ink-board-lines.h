/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of the journey board as they lie between its cards now: found once, drawn as often as
 * the board is. */
#pragma once

#include "ui/widgets/ink-board-canvas.h"
#include "ui/widgets/ink-board-strokes.h"

G_BEGIN_DECLS

typedef struct _InkBoardLines InkBoardLines;

InkBoardLines *ink_board_lines_new    (void) G_GNUC_WARN_UNUSED_RESULT;
void           ink_board_lines_free   (InkBoardLines *self);
/* What they say. @facts, @main (a goal's name), @selected (a goal's id): nullable. */
void           ink_board_lines_set    (InkBoardLines *self, InkBoardFacts *facts, const char *main,
                                       const char *selected);
/* Cards are elsewhere, or look different. */
void           ink_board_lines_forget (InkBoardLines *self);
void           ink_board_lines_append (InkBoardLines *self, InkBoardCanvas *canvas,
                                       GtkSnapshot *snapshot);
/* The goals between which the line at a point of the canvas runs; FALSE: there is none. */
gboolean       ink_board_lines_find   (InkBoardLines *self, InkBoardCanvas *canvas, double x,
                                       double y, InkGoalWay *way);

G_END_DECLS
