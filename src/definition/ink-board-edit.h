/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a hand does on the journey board, as pure edits: each gives a new definition that shares
 * what it does not change, or the same one where nothing changes.
 *
 * A lane is a stage of ink_definition_get_stages(), by its number. A goal stands in the lane of its
 * stage, among the others there in the order of the definition. An edit that gives a goal a stage
 * also writes down the stages that were only usual so far: the goal names one of them from then on.
 */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* Where a goal stands whose stage is none of the board's. */
#define INK_NO_LANE (-1)
/* As a place within a lane: after all that is there. */
#define INK_LAST_PLACE G_MAXUINT

guint          ink_board_count_lanes (const InkDefinition *definition);
/* The lane of @stage (nullable), or INK_NO_LANE. */
int            ink_board_find_lane   (const InkDefinition *definition, const char *stage);
/* Those of @lane (or INK_NO_LANE), in order (element-type InkGoal, owned by the definition). */
GPtrArray     *ink_board_list_goals  (const InkDefinition *definition, int lane)
    G_GNUC_WARN_UNUSED_RESULT;
/* The goal of that id (transfer none), or NULL. */
InkGoal       *ink_board_find_goal   (const InkDefinition *definition, const char *id);

/* Names. @wanted, or with the first number that makes it one that no goal but @own (nullable)
 * has. */
char          *ink_board_make_goal_name (const InkDefinition *definition, const char *wanted,
                                         const InkGoal *own) G_GNUC_WARN_UNUSED_RESULT;
/* How events are called together: labels where they have some, else their names made readable:
 * "Viewed pricing or Saved to list". @events: NULL-terminated. */
char          *ink_board_name_events    (const InkDefinition *definition,
                                         const char *const *events) G_GNUC_WARN_UNUSED_RESULT;

/* What a goal of @events (NULL-terminated) in @lane is to begin with: macro in the last lane, where
 * the journey ends; but what the person does not do themselves (passive) is never what counts in the
 * end. */
InkGoalKind    ink_board_choose_kind    (const InkDefinition *definition,
                                         const char *const *events, int lane);
/* A new goal: a person does any of @events. @place: within the lane, from 0. @id (out) (optional)
 * (transfer full): of the new goal. */
InkDefinition *ink_board_add_goal       (InkDefinition *definition, const char *const *events,
                                         InkGoalKind kind, int lane, guint place, char **id)
    G_GNUC_WARN_UNUSED_RESULT;
/* Any goal as a new one, under a name of its own and with a fresh id: for what is pasted. */
InkDefinition *ink_board_insert_goal    (InkDefinition *definition, const InkGoal *goal, int lane,
                                         guint place, char **id) G_GNUC_WARN_UNUSED_RESULT;
/* A copy right after the goal. */
InkDefinition *ink_board_duplicate_goal (InkDefinition *definition, const char *id, char **copy_id)
    G_GNUC_WARN_UNUSED_RESULT;
/* @place: among the others of that lane, the goal itself left out. Its kind stays. */
InkDefinition *ink_board_move_goal      (InkDefinition *definition, const char *id, int lane,
                                         guint place) G_GNUC_WARN_UNUSED_RESULT;
/* Doing any of @events completes the goal, too. A name that said the events says all of them. */
InkDefinition *ink_board_add_events     (InkDefinition *definition, const char *id,
                                         const char *const *events) G_GNUC_WARN_UNUSED_RESULT;
/* @name: made one of its own. Rules that name the goal follow. */
InkDefinition *ink_board_rename_goal    (InkDefinition *definition, const char *id,
                                         const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* A goal that becomes micro is the main goal no more. */
InkDefinition *ink_board_set_kind       (InkDefinition *definition, const char *id,
                                         InkGoalKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* Verdicts are towards this one; it is a macro goal from then on. */
InkDefinition *ink_board_set_main       (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
/* What names it is left as it is: ask ink_board_find_uses() first. */
InkDefinition *ink_board_remove_goal    (InkDefinition *definition, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
/* Names of the goals, personas, funnels and follow-ups whose rules name the goal called @name
 * (element-type utf8). */
GPtrArray     *ink_board_find_uses      (const InkDefinition *definition, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

/* Lanes. @name: made one of its own. @lane: its place among the lanes from then on. */
InkDefinition *ink_board_add_lane       (InkDefinition *definition, const char *name, guint lane)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_board_rename_lane    (InkDefinition *definition, guint lane, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_board_move_lane      (InkDefinition *definition, guint from, guint to)
    G_GNUC_WARN_UNUSED_RESULT;
/* Its goals go to the lane before, from the first one to the lane after. The last lane stays. */
InkDefinition *ink_board_remove_lane    (InkDefinition *definition, guint lane)
    G_GNUC_WARN_UNUSED_RESULT;

/* Events in lists. @label: nullable or empty: none; the event's own name is none either. */
InkDefinition *ink_board_label_event    (InkDefinition *definition, const char *event,
                                         const char *label) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_board_hide_event     (InkDefinition *definition, const char *event,
                                         gboolean hidden) G_GNUC_WARN_UNUSED_RESULT;
/* Something that happens to the person, such as a mail delivered: no visit, no duration. */
InkDefinition *ink_board_set_passive    (InkDefinition *definition, const char *event,
                                         gboolean passive) G_GNUC_WARN_UNUSED_RESULT;
gboolean       ink_board_is_passive     (const InkDefinition *definition, const char *event);
gboolean       ink_board_is_hidden      (const InkDefinition *definition, const char *event);

G_END_DECLS
