/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines between the cards of the journey board: which of the many ways people go are drawn.
 * Pure: no widgets. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-goal.h"
#include "ui/widgets/ink-board-facts.h"

G_BEGIN_DECLS

/**
 * InkBoardSpot: where a goal's card is.
 * @lane: lanes are in the order of the journey
 */
typedef struct
{
  const InkGoal *goal;
  int lane;
  graphene_rect_t box;
} InkBoardSpot;

/**
 * InkBoardStroke: a line that is drawn.
 * @from, @to: indices of spots
 * @people, @share: as in InkGoalWay
 * @to_main: it leads to the main goal
 * @bright: the selected card's
 */
typedef struct
{
  guint from;
  guint to;
  double people;
  double share;
  gboolean to_main;
  gboolean bright;
} InkBoardStroke;

/* (element-type InkBoardStroke), the bright ones last. @main: (nullable): the main goal's name;
 * @selected: (nullable): a goal's id. */
GArray *ink_board_strokes_choose (const InkBoardSpot *spots, guint n, const InkBoardFacts *facts,
                                  const char *main, const char *selected)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
