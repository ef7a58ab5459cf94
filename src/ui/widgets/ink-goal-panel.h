/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The selected goal in words: its name, the sentence that it stands for, how many people it is true
 * of, and what else there is to say of it. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"
#include "definition/ink-definition.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_GOAL_PANEL (ink_goal_panel_get_type ())
/* Signals:
 * "edited" (InkGoal *, label, field: pointer, two strings (nullable)): the goal is this one now;
 *   edits of the same field soon after one another are one step.
 * "people" (guint): who is behind the goal is to be shown, this person first; INK_NO_PERSON: nobody
 *   in particular.
 * "closed": back to the board, where it stands in its place. */
G_DECLARE_FINAL_TYPE (InkGoalPanel, ink_goal_panel, INK, GOAL_PANEL, GtkWidget)

typedef GMenuModel *(*InkGoalMenuFunc) (gpointer data);

GtkWidget *ink_goal_panel_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void       ink_goal_panel_set_view     (InkGoalPanel *self, InkView *view);
/* @goal: nullable: none. */
void       ink_goal_panel_set_goal     (InkGoalPanel *self, InkGoal *goal, gboolean is_main);
/* @make: asked for what can be done with the goal whenever that is to be shown; (transfer full). */
void       ink_goal_panel_set_menu     (InkGoalPanel *self, InkGoalMenuFunc make, gpointer data);
/* What is known of the goal, as by ink_rule_facts_set_answer(). */
void       ink_goal_panel_set_facts    (InkGoalPanel *self, InkAnswer *answer, const char *failure);
/* It stands where the board was, with a way back. */
void       ink_goal_panel_set_alone    (InkGoalPanel *self, gboolean alone);
void       ink_goal_panel_begin_rename (InkGoalPanel *self);
/* The keyboard goes to the sentence. */
void       ink_goal_panel_begin_words  (InkGoalPanel *self);

G_END_DECLS
