/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_EDITED,
  SIGNAL_REMOVED,
  SIGNAL_SELECTED,
  SIGNAL_OPENED,
  SIGNAL_FOLLOWED,
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef char *InkEventNames;

static InkEventNames *
copy_names (InkEventNames *names)
{
  return g_strdupv (names);
}

G_DEFINE_BOXED_TYPE (InkEventNames, ink_event_names, copy_names, g_strfreev)

G_DEFINE_FINAL_TYPE (InkBoard, ink_board, GTK_TYPE_WIDGET)

/* ---- What is where ---- */

InkGoalCard *
_ink_board_find_card (InkBoard *self,
                      const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->cards, id) : NULL;
}

InkGoal *
_ink_board_get_goal (InkBoard *self)
{
  return self->definition != NULL && self->selected != NULL
             ? ink_board_find_goal (self->definition, self->selected)
             : NULL;
}

int
_ink_board_get_lane (InkBoard *self,
                     guint position)
{
  return position < ink_board_count_lanes (self->definition) ? (int) position : INK_NO_LANE;
}

gboolean
_ink_board_is_of_stage (InkBoard *self,
                        GtkWidget *lane)
{
  guint position = ink_board_canvas_get_position (self->canvas, lane);

  return position != INK_NO_POSITION && _ink_board_get_lane (self, position) != INK_NO_LANE;
}

const char *
_ink_board_name_lane (InkBoard *self,
                      int lane)
{
  return lane == INK_NO_LANE ? _ ("Without a stage")
                             : ink_definition_get_stages (self->definition)[lane];
}

/* ---- Signals ---- */

void
_ink_board_emit_selected (InkBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

void
_ink_board_emit_chosen (InkBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* ---- What it shows ---- */

/* Below one another the stages leave no room for it, and nothing is dragged there. */
static void
show_hint (InkBoard *self)
{
  gtk_widget_set_visible (self->hint, self->definition != NULL && !self->narrow
                                          && self->definition->goals[0] == NULL);
}

void
ink_board_set_definition (InkBoard *self,
                          InkDefinition *definition)
{
  InkBoardPlace *before;

  g_return_if_fail (INK_IS_BOARD (self));
  g_return_if_fail (definition != NULL);

  if (self->definition == definition)
    return;
  before = _ink_board_remember_place (self);
  ink_board_canvas_keep_places (self->canvas);
  ink_definition_ref (definition);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = definition;
  _ink_board_fill_lanes (self);
  show_hint (self);
  self->chosen = MIN (self->chosen, (int) ink_board_count_lanes (definition) - 1);
  _ink_board_settle (self, before);
  _ink_board_choose_lane (self, self->chosen);
  _ink_board_update_actions (self);
  _ink_board_update_lines (self);
  gtk_widget_queue_draw (self->map);
}

void
ink_board_set_facts (InkBoard *self,
                     InkBoardFacts *facts)
{
  g_return_if_fail (INK_IS_BOARD (self));

  if (facts != NULL)
    ink_board_facts_ref (facts);
  g_clear_pointer (&self->facts, ink_board_facts_unref);
  self->facts = facts;
  _ink_board_show_facts (self);
  _ink_board_update_lines (self);
}

void
ink_board_set_narrow (InkBoard *self,
                      gboolean narrow)
{
  g_return_if_fail (INK_IS_BOARD (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  ink_board_canvas_set_narrow (self->canvas, narrow);
  show_hint (self);
  _ink_board_shape_cards (self);
  for (guint i = 0; self->definition != NULL && i < ink_board_count_lanes (self->definition); i++)
    _ink_board_fill_lane (self, i);
}

void
ink_board_add_goal_here (InkBoard *self,
                         const char *const *events,
                         InkGoalKind kind)
{
  g_return_if_fail (INK_IS_BOARD (self));
  g_return_if_fail (events != NULL && events[0] != NULL);

  if (self->definition != NULL)
    _ink_board_add_goal (self, events, kind, self->chosen, INK_LAST_PLACE);
}

void
ink_board_set_waiting (InkBoard *self,
                       gboolean waiting)
{
  g_return_if_fail (INK_IS_BOARD (self));

  if (waiting)
    gtk_widget_add_css_class (GTK_WIDGET (self), "waiting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "waiting");
}

GSimpleActionGroup *
ink_board_get_actions (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), NULL);

  return self->actions;
}

/* ---- The widget ---- */

static void
ink_board_dispose (GObject *object)
{
  InkBoard *self = INK_BOARD (object);

  if (self->overlay != NULL)
    _ink_board_stop_drag (self);
  g_clear_handle_id (&self->update_controls, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_pointer (&self->edge_scroll, ink_edge_scroll_free);
  g_clear_pointer (&self->cards, g_hash_table_unref);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->facts, ink_board_facts_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (ink_board_parent_class)->dispose (object);
}

static void
ink_board_class_init (InkBoardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_board_dispose;
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FOLLOWED]
      = g_signal_new ("followed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                      G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  _ink_board_add_keys (widget_class);
}

static void
add_lane_clicked_cb (GtkButton *button,
                     InkBoard *self)
{
  _ink_board_add_lane (self, ink_board_count_lanes (self->definition));
}

static GtkWidget *
make_end (InkBoard *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add a _Stage"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "add-lane");
  g_signal_connect (button, "clicked", G_CALLBACK (add_lane_clicked_cb), self);

  return button;
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Drag an Event onto a Stage"));
  GtkWidget *words = gtk_label_new (
      _ ("Each becomes a goal: the small steps first, what counts in the end on the last stage."));

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 46);
  gtk_widget_add_css_class (title, "title-2");
  gtk_widget_add_css_class (words, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (box, FALSE);
  gtk_widget_add_css_class (box, "board-hint");

  return box;
}

static void
ink_board_init (InkBoard *self)
{
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->overlay = gtk_overlay_new ();
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  self->canvas = INK_BOARD_CANVAS (ink_board_canvas_new ());
  self->hint = make_hint ();
  ink_board_canvas_set_end (self->canvas, make_end (self));
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (self->canvas));
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), GTK_WIDGET (self->scrolled));
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->hint);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Journey board"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Stages"), -1);
  _ink_board_make_actions (self);
  _ink_board_add_gestures (self);
  _ink_board_add_ways (self);
  _ink_board_add_zoom (self);
}

GtkWidget *
ink_board_new (void)
{
  return g_object_new (INK_TYPE_BOARD, NULL);
}
