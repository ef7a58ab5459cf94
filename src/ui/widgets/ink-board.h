/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The journey board: goals as cards in the lanes of their stages. They are made from events that
 * are dropped here, moved, and taken away, by pointer, touch and keyboard alike. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-board-edit.h"
#include "ui/widgets/ink-board-facts.h"

G_BEGIN_DECLS

/* What a dragged event is: the names of events (char **, NULL-terminated). */
#define INK_TYPE_EVENT_NAMES (ink_event_names_get_type ())
GType ink_event_names_get_type (void);

#define INK_TYPE_BOARD (ink_board_get_type ())
/* Signals:
 * "edited" (InkDefinition *, label, key: pointer, two strings (nullable)): for ink_document_edit(),
 *   whose new definition is to be set before anything else is done with the board.
 * "removed" (const char *): a sentence: something just went by "edited" and can come back.
 * "selected": another goal is selected, or none.
 * "opened" (const char *): of the selected goal the "sentence", the "name" or the "people" is
 *   wanted; or the list of "events" for the chosen lane.
 * "followed" (const char *, const char *): the people who go on from one goal to another, both by
 *   name, are wanted.
 * "chosen": new goals go to another lane.
 * Actions, in the group of ink_board_get_actions(), as "board": of the selected goal open, rename,
 * remove, duplicate, make-macro, make-micro, toggle-kind, set-main, move-to (u), people, follow
 * ((ss): names of goals), join-events (as: names of events that count, too); copy, cut, paste and
 * suggest are offered in menus, too, and are the owner's to add; of
 * lanes add-goal (u), add-lane (u), rename-lane (u), remove-lane (u), move-lane ((uu)); zoom-in,
 * zoom-out, zoom-reset, zoom-fit. */
G_DECLARE_FINAL_TYPE (InkBoard, ink_board, INK, BOARD, GtkWidget)

GtkWidget    *ink_board_new              (void) G_GNUC_WARN_UNUSED_RESULT;
GSimpleActionGroup *ink_board_get_actions      (InkBoard *self); /* (transfer none) */
void          ink_board_set_definition   (InkBoard *self, InkDefinition *definition);
/* @facts: nullable: nothing is known (any more). */
void          ink_board_set_facts        (InkBoard *self, InkBoardFacts *facts);
/* Lanes as one list. */
void          ink_board_set_narrow       (InkBoard *self, gboolean narrow);

/* The selected goal's id; NULL: none. (transfer none) */
const char   *ink_board_get_selected     (InkBoard *self);
/* The user chose it, rather than that it is the first or took the place of one that is gone. */
gboolean      ink_board_is_picked        (InkBoard *self);
void          ink_board_select           (InkBoard *self, const char *id);
/* The keyboard goes to the selected card. FALSE where there is none. */
gboolean      ink_board_focus_selected   (InkBoard *self);

/* Where a goal goes that is made without pointing at a lane, and what that lane is called. */
int           ink_board_get_chosen_lane  (InkBoard *self);
const char   *ink_board_get_chosen_stage (InkBoard *self); /* (transfer none) */
/* A new goal there: any of @events (NULL-terminated). */
void          ink_board_add_goal_here    (InkBoard *self, const char *const *events,
                                          InkGoalKind kind);
/* Something that can become a goal is being dragged: the lanes show that they take it. */
void          ink_board_set_waiting      (InkBoard *self, gboolean waiting);

/* What can be done with the selected goal. */
GMenuModel   *ink_board_make_goal_menu   (InkBoard *self) G_GNUC_WARN_UNUSED_RESULT;
double        ink_board_get_zoom         (InkBoard *self);

G_END_DECLS
