/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What there is to say of a goal besides its name and rule: its kind, what it is worth, how it
 * looks, and a note. */
#pragma once

#include <adwaita.h>

#include "definition/ink-goal.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

#define INK_TYPE_GOAL_SETTINGS (ink_goal_settings_get_type ())
/* Signal "edited" (InkGoal *, label, field: pointer, two strings): the goal is this one now; edits
 * of the same field soon after one another are one step. Kind and main goal go by the actions of
 * the board. */
G_DECLARE_FINAL_TYPE (InkGoalSettings, ink_goal_settings, INK, GOAL_SETTINGS, GtkWidget)

GtkWidget *ink_goal_settings_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* The properties that a value can be taken from: the numbers among those of events. */
void       ink_goal_settings_set_schema (InkGoalSettings *self, const InkSchema *schema);
/* @is_main: it is named as the main goal. */
void       ink_goal_settings_set_goal   (InkGoalSettings *self, InkGoal *goal, gboolean is_main);

G_END_DECLS
