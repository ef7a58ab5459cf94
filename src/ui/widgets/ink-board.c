/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include <glib/gi18n-lib.h>

/* From this many cards in a lane on they show less, so that more of them are seen. */
#define MANY_CARDS 7

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

  for (guint i = 0; focus != NULL && i < ink_board_canvas_count_lanes (self->canvas); i++)
    if (focus
        == GTK_WIDGET (ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, i))))
      return i;

  return INK_NO_POSITION;
}

int
_ink_board_get_lane (InkBoard *self,
                     guint position)
{
  return position < ink_board_count_lanes (self->definition) ? (int) position : INK_NO_LANE;
}

const char *
_ink_board_name_lane (InkBoard *self,
                      int lane)
{
  return lane == INK_NO_LANE ? _ ("Without a stage")
                             : ink_definition_get_stages (self->definition)[lane];
}

/* ---- Filling ---- */

static InkGoalCard *
need_card (InkBoard *self,
           const InkGoal *goal)
{
  InkGoalCard *card = g_hash_table_lookup (self->cards, goal->id);

  if (card != NULL)
    return card;
  card = g_object_ref_sink (INK_GOAL_CARD (ink_goal_card_new ()));
  g_hash_table_insert (self->cards, g_strdup (goal->id), card);

  return card;
}

static InkGoalCardShape
choose_shape (InkBoard *self,
              guint most_cards)
{
  if (self->narrow)
    return INK_GOAL_CARD_ROW;

  return most_cards >= MANY_CARDS ? INK_GOAL_CARD_COMPACT : INK_GOAL_CARD_ROOMY;
}

static void
fill_card (InkBoard *self,
           InkGoalCard *card,
           InkGoal *goal,
           const char *where)
{
  InkGoal *main = ink_definition_get_main_goal (self->definition);
  InkGoal *old = ink_goal_card_get_goal (card);

  ink_goal_card_set_awaits_verdict (card, main != NULL);
  ink_goal_card_set_goal (card, goal, goal == main, where);
  /* What a goal was known by stays on its card until there is an answer. */
  if (old == NULL)
    ink_goal_card_set_facts (card, self->facts != NULL
                                       ? ink_board_facts_find (self->facts, goal->name)
                                       : NULL);
}

static void
fill_lane (InkBoard *self,
           guint position)
{
  int number = _ink_board_get_lane (self, position);
  const char *name = _ink_board_name_lane (self, number);
  g_autoptr (GPtrArray) goals = ink_board_list_goals (self->definition, number);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autoptr (GMenuModel) menu
      = number != INK_NO_LANE ? _ink_board_make_lane_menu (self, position) : NULL;
  InkBoardLane *lane = ink_board_canvas_get_lane (self->canvas, position);

  for (guint i = 0; i < goals->len; i++)
    {
      InkGoal *goal = g_ptr_array_index (goals, i);
      InkGoalCard *card = need_card (self, goal);
      /* Translators: a stage, and the place of a goal in it. */
      g_autofree char *where = g_strdup_printf (_ ("%s, %u of %u"), name, i + 1, goals->len);

      fill_card (self, card, goal, where);
      g_ptr_array_add (cards, card);
    }
  ink_board_lane_set_cards (lane, cards);
  ink_lane_header_set_lane (ink_board_lane_get_header (lane), name, goals->len, menu);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lane), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
renamed_cb (InkLaneHeader *header,
            const char *name,
            InkBoard *self)
{
  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    if (ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, i)) == header)
      {
        _ink_board_rename_lane (self, i, name);
        return;
      }
}

static void
header_focused_cb (GtkEventControllerFocus *controller,
                   InkBoard *self)
{
  GtkWidget *header = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    if (GTK_WIDGET (ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, i)))
        == header)
      _ink_board_choose_lane (self, _ink_board_get_lane (self, i));
}

static void
set_lanes (InkBoard *self,
           guint n)
{
  guint before = ink_board_canvas_count_lanes (self->canvas);

  ink_board_canvas_set_lanes (self->canvas, n);
  for (guint i = before; i < n; i++)
    {
      GtkWidget *header = GTK_WIDGET (
          ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, i)));
      GtkEventController *focus = gtk_event_controller_focus_new ();

      g_signal_connect (header, "renamed", G_CALLBACK (renamed_cb), self);
      g_signal_connect (focus, "enter", G_CALLBACK (header_focused_cb), self);
      gtk_widget_add_controller (header, focus);
    }
}

static void
drop_lost_cards (InkBoard *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (ink_board_find_goal (self->definition, id) == NULL)
      g_hash_table_iter_remove (&iter);
}

static void
set_shapes (InkBoard *self)
{
  guint most = 0;
  GHashTableIter iter;
  gpointer card;

  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    most = MAX (most, ink_board_lane_count_cards (ink_board_canvas_get_lane (self->canvas, i)));
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    ink_goal_card_set_shape (card, choose_shape (self, most));
}

static void
update_lines (InkBoard *self)
{
  InkGoal *main
      = self->definition != NULL ? ink_definition_get_main_goal (self->definition) : NULL;

  ink_board_canvas_set_lines (self->canvas, self->facts, main != NULL ? main->name : NULL,
                              self->picked ? self->selected : NULL);
}

gboolean
ink_board_is_picked (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), FALSE);

  return self->picked;
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
  update_lines (self);
  _ink_board_update_actions (self);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
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

typedef struct
{
  int lane; /* of the selected goal */
  guint place;
  gboolean had_focus;
  char *focused; /* id; nullable */
} Before;

static Before
look_before (InkBoard *self)
{
  Before before = { INK_NO_LANE, 0, FALSE, NULL };
  InkGoal *goal = _ink_board_get_goal (self);
  InkGoalCard *focused = _ink_board_get_focus (self);

  if (goal != NULL)
    {
      g_autoptr (GPtrArray) goals = NULL;

      before.lane = ink_board_find_lane (self->definition, goal->stage);
      goals = ink_board_list_goals (self->definition, before.lane);
      g_ptr_array_find (goals, goal, &before.place);
    }
  if (focused != NULL)
    {
      before.had_focus = TRUE;
      before.focused = g_strdup (ink_goal_card_get_goal (focused)->id);
    }

  return before;
}

/* The selection and the keyboard stay with what they were on, or go to what took its place. */
static void
settle (InkBoard *self,
        Before *before)
{
  const char *id = self->selected;
  InkGoalCard *card;

  if (_ink_board_get_goal (self) == NULL)
    id = find_heir (self, before->lane, before->place);
  select_goal (self, id, self->picked);
  if (!before->had_focus)
    return;
  card = _ink_board_find_card (self, before->focused);
  if (card == NULL)
    card = _ink_board_find_card (self, self->selected);
  if (card != NULL && !gtk_widget_has_focus (GTK_WIDGET (card)))
    gtk_widget_grab_focus (GTK_WIDGET (card));
  g_free (before->focused);
}

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
  Before before;
  guint n;
  gboolean has_loose;

  g_return_if_fail (INK_IS_BOARD (self));
  g_return_if_fail (definition != NULL);

  if (self->definition == definition)
    return;
  before = look_before (self);
  ink_board_canvas_keep_places (self->canvas);
  ink_definition_ref (definition);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = definition;
  n = ink_board_count_lanes (definition);
  {
    g_autoptr (GPtrArray) loose = ink_board_list_goals (definition, INK_NO_LANE);

    has_loose = loose->len > 0;
  }
  set_lanes (self, n + (has_loose ? 1 : 0));
  for (guint i = 0; i < n + (has_loose ? 1 : 0); i++)
    fill_lane (self, i);
  drop_lost_cards (self);
  set_shapes (self);
  show_hint (self);
  self->chosen = MIN (self->chosen, (int) n - 1);
  settle (self, &before);
  _ink_board_choose_lane (self, self->chosen);
  _ink_board_update_actions (self);
  update_lines (self);
  gtk_widget_queue_draw (self->map);
}

void
ink_board_set_facts (InkBoard *self,
                     InkBoardFacts *facts)
{
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (INK_IS_BOARD (self));

  if (facts != NULL)
    ink_board_facts_ref (facts);
  g_clear_pointer (&self->facts, ink_board_facts_unref);
  self->facts = facts;
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    ink_goal_card_set_facts (
        card, facts != NULL
                  ? ink_board_facts_find (facts, ink_goal_card_get_goal (card)->name)
                  : NULL);
  update_lines (self);
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
  set_shapes (self);
  for (guint i = 0; self->definition != NULL && i < ink_board_count_lanes (self->definition); i++)
    fill_lane (self, i);
}

/* ---- Selection ---- */

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
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
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
