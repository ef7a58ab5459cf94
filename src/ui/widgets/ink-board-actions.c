/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done on the board, as actions: everything that a hand can do there. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.2

static void
open_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  /* "board.rename" wants the name, "board.people" the people, "board.open" the sentence. */
  const char *name = g_action_get_name (G_ACTION (action));
  const char *what = g_str_equal (name, "rename") ? "name"
                     : g_str_equal (name, "people") ? "people"
                                                    : "sentence";

  g_signal_emit_by_name (data, "opened", what);
}

static void
follow_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  const char *from, *to;

  g_variant_get (parameter, "(&s&s)", &from, &to);
  g_signal_emit_by_name (data, "followed", from, to);
}

static void
remove_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  InkBoard *self = data;
  g_autofree char *id = g_strdup (self->selected);

  if (id != NULL)
    _ink_board_remove_goal (self, id);
}

static void
duplicate_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  _ink_board_duplicate (data);
}

static void
kind_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  gboolean macro = g_str_equal (g_action_get_name (G_ACTION (action)), "make-macro");

  _ink_board_set_kind (data, macro ? INK_GOAL_MACRO : INK_GOAL_MICRO);
}

static void
toggle_kind_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  const InkGoal *goal = _ink_board_get_goal (data);

  if (goal != NULL)
    _ink_board_set_kind (data, goal->kind == INK_GOAL_MACRO ? INK_GOAL_MICRO : INK_GOAL_MACRO);
}

/* What dropping them on the card does. */
static void
join_events_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  InkBoard *self = data;
  g_autofree const char **events = g_variant_get_strv (parameter, NULL);

  if (self->selected != NULL && events[0] != NULL)
    _ink_board_add_events (self, self->selected, events);
}

static void
main_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  _ink_board_set_main (data);
}

static void
move_to_action (GSimpleAction *action,
                GVariant *parameter,
                gpointer data)
{
  InkBoard *self = data;
  guint lane = g_variant_get_uint32 (parameter);

  if (self->selected != NULL && lane < ink_board_count_lanes (self->definition))
    _ink_board_move_goal (self, self->selected, (int) lane, INK_LAST_PLACE);
}

gboolean
_ink_board_is_stage (InkBoard *self,
                     guint lane)
{
  return self->definition != NULL && lane < ink_board_count_lanes (self->definition);
}

static void
add_goal_action (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  InkBoard *self = data;

  if (!_ink_board_is_stage (self, g_variant_get_uint32 (parameter)))
    return;
  _ink_board_choose_lane (self, (int) g_variant_get_uint32 (parameter));
  g_signal_emit_by_name (self, "opened", "events");
}

static void
add_lane_action (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  InkBoard *self = data;

  if (self->definition != NULL)
    _ink_board_add_lane (self, MIN (g_variant_get_uint32 (parameter),
                                    ink_board_count_lanes (self->definition)));
}

static void
rename_lane_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  InkBoard *self = data;
  guint lane = g_variant_get_uint32 (parameter);

  if (_ink_board_is_stage (self, lane))
    ink_lane_header_begin_rename (
        ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, lane)));
}

static void
remove_lane_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  InkBoard *self = data;

  if (_ink_board_is_stage (self, g_variant_get_uint32 (parameter)))
    _ink_board_remove_lane (self, g_variant_get_uint32 (parameter));
}

static void
move_lane_action (GSimpleAction *action,
                  GVariant *parameter,
                  gpointer data)
{
  InkBoard *self = data;
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  if (_ink_board_is_stage (self, from) && _ink_board_is_stage (self, to))
    _ink_board_move_lane (self, from, to);
}

static void
zoom_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "zoom-in"))
    _ink_board_zoom_by (data, ZOOM_STEP);
  else if (g_str_equal (name, "zoom-out"))
    _ink_board_zoom_by (data, 1 / ZOOM_STEP);
  else if (g_str_equal (name, "zoom-fit"))
    _ink_board_zoom_fit (data);
  else
    _ink_board_zoom_to (data, 1);
}

void
_ink_board_make_actions (InkBoard *self)
{
  static const GActionEntry entries[] = {
    { "open", open_action, NULL, NULL, NULL, { 0 } },
    { "rename", open_action, NULL, NULL, NULL, { 0 } },
    { "people", open_action, NULL, NULL, NULL, { 0 } },
    { "follow", follow_action, "(ss)", NULL, NULL, { 0 } },
    { "remove", remove_action, NULL, NULL, NULL, { 0 } },
    { "duplicate", duplicate_action, NULL, NULL, NULL, { 0 } },
    { "make-macro", kind_action, NULL, NULL, NULL, { 0 } },
    { "make-micro", kind_action, NULL, NULL, NULL, { 0 } },
    { "toggle-kind", toggle_kind_action, NULL, NULL, NULL, { 0 } },
    { "join-events", join_events_action, "as", NULL, NULL, { 0 } },
    { "set-main", main_action, NULL, NULL, NULL, { 0 } },
    { "move-to", move_to_action, "u", NULL, NULL, { 0 } },
    { "add-goal", add_goal_action, "u", NULL, NULL, { 0 } },
    { "add-lane", add_lane_action, "u", NULL, NULL, { 0 } },
    { "rename-lane", rename_lane_action, "u", NULL, NULL, { 0 } },
    { "remove-lane", remove_lane_action, "u", NULL, NULL, { 0 } },
    { "move-lane", move_lane_action, "(uu)", NULL, NULL, { 0 } },
    { "zoom-in", zoom_action, NULL, NULL, NULL, { 0 } },
    { "zoom-out", zoom_action, NULL, NULL, NULL, { 0 } },
    { "zoom-reset", zoom_action, NULL, NULL, NULL, { 0 } },
    { "zoom-fit", zoom_action, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
  _ink_board_update_actions (self);
}

static void
enable (InkBoard *self,
        const char *name,
        gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
_ink_board_update_actions (InkBoard *self)
{
  static const char *const of_goal[]
      = { "open",      "rename",  "people",      "remove",
          "duplicate", "move-to", "toggle-kind", "join-events" };
  const InkGoal *goal = _ink_board_get_goal (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_goal); i++)
    enable (self, of_goal[i], goal != NULL);
  enable (self, "make-macro", goal != NULL && goal->kind == INK_GOAL_MICRO);
  enable (self, "make-micro", goal != NULL && goal->kind == INK_GOAL_MACRO);
  /* The first macro goal is the main goal without being named; the user may name it. */
  enable (self, "set-main",
          goal != NULL && g_strcmp0 (self->definition->main_goal, goal->name) != 0);
}
