/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done on the board, as named steps. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include <glib/gi18n-lib.h>

/* Hands over @edited, unless nothing changed. */
static gboolean
keep (InkBoard *self,
      InkDefinition *edited,
      const char *label,
      const char *key)
{
  if (edited == self->definition)
    return FALSE;
  g_signal_emit_by_name (self, "edited", edited, label, key);

  return TRUE;
}

/* @id is selected as soon as it is there. */
static void
keep_selected (InkBoard *self,
               InkDefinition *edited,
               const char *label,
               const char *id)
{
  const InkGoal *goal;

  if (!keep (self, edited, label, NULL))
    return;
  ink_board_select (self, id);
  ink_board_focus_selected (self);
  goal = _ink_board_get_goal (self);
  if (goal != NULL)
    _ink_board_choose_lane (self, ink_board_find_lane (self->definition, goal->stage));
}

/* ---- Goals ---- */

void
_ink_board_add_goal (InkBoard *self,
                     const char *const *events,
                     InkGoalKind kind,
                     int lane,
                     guint place)
{
  g_autofree char *id = NULL;
  g_autoptr (InkDefinition) edited
      = ink_board_add_goal (self->definition, events, kind, lane, place, &id);
  /* Translators: a step of undo; the name of a goal, then of a stage. */
  g_autofree char *label = g_strdup_printf (_ ("Added goal “%s” to %s"),
                                            ink_board_find_goal (edited, id)->name,
                                            _ink_board_name_lane (self, lane));

  keep_selected (self, edited, label, id);
}

void
_ink_board_add_events (InkBoard *self,
                       const char *id,
                       const char *const *events)
{
  InkGoal *goal = ink_board_find_goal (self->definition, id);
  g_autofree char *own = g_strdup (id);
  g_autofree char *added = ink_board_name_events (self->definition, events);
  g_autoptr (InkDefinition) edited = ink_board_add_events (self->definition, id, events);
  /* Translators: a step of undo; the name of an event, then of a goal. */
  g_autofree char *label = g_strdup_printf (_ ("Added “%s” to goal “%s”"), added, goal->name);

  keep_selected (self, edited, label, own);
}

void
_ink_board_move_goal (InkBoard *self,
                      const char *id,
                      int lane,
                      guint place)
{
  InkGoal *goal = ink_board_find_goal (self->definition, id);
  g_autofree char *own = g_strdup (id);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited = NULL;

  if (goal == NULL)
    return;
  if (ink_board_find_lane (self->definition, goal->stage) == lane)
    /* Translators: a step of undo; the name of a goal. */
    label = g_strdup_printf (_ ("Moved goal “%s”"), goal->name);
  else
    /* Translators: a step of undo; the name of a goal, then of a stage. */
    label = g_strdup_printf (_ ("Moved goal “%s” to %s"), goal->name,
                             _ink_board_name_lane (self, lane));
  edited = ink_board_move_goal (self->definition, id, lane, place);
  keep_selected (self, edited, label, own);
}

/* "“X” removed", and who cannot do without it. */
static char *
say_removed (InkBoard *self,
             const InkGoal *goal)
{
  g_autoptr (GPtrArray) uses = ink_board_find_uses (self->definition, goal->name);

  if (uses->len == 0)
    return g_strdup_printf (_ ("“%s” removed"), goal->name);
  if (uses->len == 1)
    return g_strdup_printf (_ ("“%s” removed, but “%s” needs it"), goal->name,
                            (const char *) g_ptr_array_index (uses, 0));

  return g_strdup_printf (
      ngettext ("“%s” removed, but “%s” and %u other need it",
                "“%s” removed, but “%s” and %u others need it", uses->len - 1),
      goal->name, (const char *) g_ptr_array_index (uses, 0), uses->len - 1);
}

void
_ink_board_remove_goal (InkBoard *self,
                        const char *id)
{
  InkGoal *goal = ink_board_find_goal (self->definition, id);
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;

  if (goal == NULL)
    return;
  edited = ink_board_remove_goal (self->definition, id);
  /* Translators: a step of undo; the name of a goal. */
  label = g_strdup_printf (_ ("Removed goal “%s”"), goal->name);
  sentence = say_removed (self, goal);
  if (keep (self, edited, label, NULL))
    g_signal_emit_by_name (self, "removed", sentence);
}

void
_ink_board_duplicate (InkBoard *self)
{
  InkGoal *goal = _ink_board_get_goal (self);
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited = NULL;

  if (goal == NULL)
    return;
  edited = ink_board_duplicate_goal (self->definition, goal->id, &id);
  /* Translators: a step of undo; the name of a goal. */
  label = g_strdup_printf (_ ("Duplicated goal “%s”"), goal->name);
  keep_selected (self, edited, label, id);
}

void
_ink_board_set_kind (InkBoard *self,
                     InkGoalKind kind)
{
  InkGoal *goal = _ink_board_get_goal (self);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited = NULL;

  if (goal == NULL)
    return;
  /* Translators: a step of undo; the name of a goal. */
  label = g_strdup_printf (kind == INK_GOAL_MACRO ? _ ("Made “%s” a macro goal")
                                                  : _ ("Made “%s” a micro goal"),
                           goal->name);
  edited = ink_board_set_kind (self->definition, goal->id, kind);
  keep (self, edited, label, NULL);
}

void
_ink_board_set_main (InkBoard *self)
{
  InkGoal *goal = _ink_board_get_goal (self);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) edited = NULL;

  if (goal == NULL)
    return;
  /* Translators: a step of undo; the name of a goal. */
  label = g_strdup_printf (_ ("Made “%s” the main goal"), goal->name);
  edited = ink_board_set_main (self->definition, goal->id);
  keep (self, edited, label, NULL);
}

/* ---- Lanes ---- */

static InkLaneHeader *
get_header (InkBoard *self,
            guint lane)
{
  return ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, lane));
}

/* The new lane waits for its name. */
void
_ink_board_add_lane (InkBoard *self,
                     guint lane)
{
  g_autoptr (InkDefinition) edited
      = ink_board_add_lane (self->definition, _ ("New stage"), lane);
  /* Translators: a step of undo; the name of a stage. */
  g_autofree char *label = g_strdup_printf (_ ("Added stage “%s”"),
                                            ink_definition_get_stages (edited)[lane]);

  if (!keep (self, edited, label, NULL))
    return;
  _ink_board_choose_lane (self, (int) lane);
  ink_lane_header_begin_rename (get_header (self, lane));
}

void
_ink_board_rename_lane (InkBoard *self,
                        guint lane,
                        const char *name)
{
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *label = NULL;

  if (_ink_board_get_lane (self, lane) == INK_NO_LANE)
    return;
  edited = ink_board_rename_lane (self->definition, lane, name);
  /* Translators: a step of undo; the name of a stage before and after. */
  label = g_strdup_printf (_ ("Renamed stage “%s” to “%s”"),
                           ink_definition_get_stages (self->definition)[lane],
                           ink_definition_get_stages (edited)[lane]);
  keep (self, edited, label, NULL);
}

void
_ink_board_move_lane (InkBoard *self,
                      guint from,
                      guint to)
{
  g_autoptr (InkDefinition) edited = ink_board_move_lane (self->definition, from, to);
  /* Translators: a step of undo; the name of a stage. */
  g_autofree char *label = g_strdup_printf (_ ("Moved stage “%s”"),
                                            ink_definition_get_stages (self->definition)[from]);
  gboolean had_focus = _ink_board_find_header (self) == from;

  if (!keep (self, edited, label, NULL))
    return;
  _ink_board_choose_lane (self, (int) to);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (get_header (self, to)));
}

void
_ink_board_remove_lane (InkBoard *self,
                        guint lane)
{
  const char *name = ink_definition_get_stages (self->definition)[lane];
  g_autoptr (InkDefinition) edited = ink_board_remove_lane (self->definition, lane);
  /* Translators: a step of undo; the name of a stage. */
  g_autofree char *label = g_strdup_printf (_ ("Removed stage “%s”"), name);
  g_autofree char *sentence = g_strdup_printf (_ ("Stage “%s” removed"), name);

  if (keep (self, edited, label, NULL))
    g_signal_emit_by_name (self, "removed", sentence);
}
