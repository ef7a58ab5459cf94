/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The selected goal of the board, where the keyboard is, and the lane where new goals go. */

#include "ui/widgets/ink-board-private.h"

/* ---- Where the keyboard is ---- */

static GtkWidget *
get_focus (InkBoard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->canvas)) ? focus : NULL;
}

InkGoalCard *
_ink_board_get_focus (InkBoard *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && INK_IS_GOAL_CARD (focus) ? INK_GOAL_CARD (focus) : NULL;
}

guint
_ink_board_find_header (InkBoard *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && INK_IS_LANE_HEADER (focus)
             ? ink_board_canvas_get_position (self->canvas, focus)
             : INK_NO_POSITION;
}

/* ---- The selected goal ---- */

void
_ink_board_update_lines (InkBoard *self)
{
  InkGoal *main
      = self->definition != NULL ? ink_definition_get_main_goal (self->definition) : NULL;

  ink_board_canvas_set_lines (self->canvas, self->facts, main != NULL ? main->name : NULL,
                              self->picked ? self->selected : NULL);
}

static void
mark_selected (InkBoard *self,
               gboolean selected)
{
  InkGoalCard *card = _ink_board_find_card (self, self->selected);

  if (card != NULL)
    ink_goal_card_set_selected (card, selected);
}

/* @picked: the user chose it; else only its sentence is shown, and its lines stay quiet. */
static void
select_goal (InkBoard *self,
             const char *id,
             gboolean picked)
{
  g_autofree char *own = g_strdup (id);
  gboolean other = g_strcmp0 (self->selected, own) != 0;
  InkGoal *goal;

  if (!other && self->picked == picked)
    {
      mark_selected (self, TRUE);
      return;
    }
  mark_selected (self, FALSE);
  g_free (self->selected);
  self->selected = g_steal_pointer (&own);
  self->picked = picked;
  mark_selected (self, TRUE);
  goal = _ink_board_get_goal (self);
  if (goal != NULL && other)
    _ink_board_choose_lane (self, ink_board_find_lane (self->definition, goal->stage));
  _ink_board_update_lines (self);
  _ink_board_update_actions (self);
  _ink_board_emit_selected (self);
}

/* The goal that takes the place of a selected one that is gone: where it stood, else before it. */
static const char *
find_heir (InkBoard *self,
           int lane,
           guint place)
{
  g_autoptr (GPtrArray) goals = NULL;

  if (lane >= (int) ink_board_count_lanes (self->definition))
    return NULL;
  goals = ink_board_list_goals (self->definition, lane);
  if (goals->len > 0)
    return ((InkGoal *) g_ptr_array_index (goals, MIN (place, goals->len - 1)))->id;

  return self->definition->goals[0] != NULL ? self->definition->goals[0]->id : NULL;
}

const char *
ink_board_get_selected (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), NULL);

  return self->selected;
}

void
ink_board_select (InkBoard *self,
                  const char *id)
{
  g_return_if_fail (INK_IS_BOARD (self));

  select_goal (self, id, TRUE);
}

gboolean
ink_board_focus_selected (InkBoard *self)
{
  InkGoalCard *card;

  g_return_val_if_fail (INK_IS_BOARD (self), FALSE);

  card = _ink_board_find_card (self, self->selected);

  return card != NULL && gtk_widget_grab_focus (GTK_WIDGET (card));
}

gboolean
ink_board_is_picked (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), FALSE);

  return self->picked;
}

/* ---- While the definition changes ---- */

struct _InkBoardPlace
{
  int lane; /* of the selected goal */
  guint place;
  gboolean had_focus;
  char *focused; /* id; nullable */
};

InkBoardPlace *
_ink_board_remember_place (InkBoard *self)
{
  InkBoardPlace *before = g_new0 (InkBoardPlace, 1);
  InkGoal *goal = _ink_board_get_goal (self);
  InkGoalCard *focused = _ink_board_get_focus (self);

  before->lane = INK_NO_LANE;
  if (goal != NULL)
    {
      g_autoptr (GPtrArray) goals = NULL;

      before->lane = ink_board_find_lane (self->definition, goal->stage);
      goals = ink_board_list_goals (self->definition, before->lane);
      g_ptr_array_find (goals, goal, &before->place);
    }
  before->had_focus = focused != NULL;
  if (focused != NULL)
    before->focused = g_strdup (ink_goal_card_get_goal (focused)->id);

  return before;
}

static void
settle_focus (InkBoard *self,
              const char *focused)
{
  InkGoalCard *card = _ink_board_find_card (self, focused);

  if (card == NULL)
    card = _ink_board_find_card (self, self->selected);
  if (card != NULL && !gtk_widget_has_focus (GTK_WIDGET (card)))
    gtk_widget_grab_focus (GTK_WIDGET (card));
}

void
_ink_board_settle (InkBoard *self,
                   InkBoardPlace *before)
{
  const char *id = self->selected;

  if (_ink_board_get_goal (self) == NULL)
    id = find_heir (self, before->lane, before->place);
  select_goal (self, id, self->picked);
  if (before->had_focus)
    settle_focus (self, before->focused);
  g_free (before->focused);
  g_free (before);
}

/* ---- The lane where new goals go ---- */

void
_ink_board_choose_lane (InkBoard *self,
                        int lane)
{
  gboolean other = lane >= 0 && lane != self->chosen;

  if (lane >= 0)
    self->chosen = lane;
  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    ink_lane_header_set_chosen (
        ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, i)),
        (int) i == self->chosen);
  if (other)
    _ink_board_emit_chosen (self);
}

int
ink_board_get_chosen_lane (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), 0);

  return self->chosen;
}

const char *
ink_board_get_chosen_stage (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), NULL);

  return self->definition != NULL ? _ink_board_name_lane (self, self->chosen) : NULL;
}
