/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A goal on the journey board: its name, how many people complete it, when, and what it is a sign
 * of. It shows; what is done with it is the board's. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-goal.h"
#include "ui/widgets/ink-board-facts.h"

G_BEGIN_DECLS

#define INK_TYPE_GOAL_CARD (ink_goal_card_get_type ())
G_DECLARE_FINAL_TYPE (InkGoalCard, ink_goal_card, INK, GOAL_CARD, GtkWidget)

/**
 * InkGoalCardShape:
 * @INK_GOAL_CARD_ROOMY: all of it, one below the other
 * @INK_GOAL_CARD_COMPACT: without the line over time
 * @INK_GOAL_CARD_ROW: the same side by side, as a row of a list
 */
typedef enum
{
  INK_GOAL_CARD_ROOMY,
  INK_GOAL_CARD_COMPACT,
  INK_GOAL_CARD_ROW,
} InkGoalCardShape;

GtkWidget *ink_goal_card_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/* @is_main: verdicts are towards it. @where: in words, such as "Discover, 1 of 3". */
void       ink_goal_card_set_goal     (InkGoalCard *self, InkGoal *goal, gboolean is_main,
                                       const char *where);
InkGoal   *ink_goal_card_get_goal     (InkGoalCard *self); /* nullable, (transfer none) */
/* @facts: (nullable): nothing is known yet; copied into what is shown. */
void       ink_goal_card_set_facts    (InkGoalCard *self, const InkGoalFacts *facts);
/* There will be a verdict: there is room for it. */
void       ink_goal_card_set_awaits_verdict (InkGoalCard *self, gboolean awaits_verdict);
void       ink_goal_card_set_shape    (InkGoalCard *self, InkGoalCardShape shape);
void       ink_goal_card_set_selected (InkGoalCard *self, gboolean selected);
/* Something is held over it that would become part of it. */
void       ink_goal_card_set_target   (InkGoalCard *self, gboolean is_target);

G_END_DECLS
