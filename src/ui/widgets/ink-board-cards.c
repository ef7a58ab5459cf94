/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the definition says and what is known of it, on the lanes and cards of the board. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include <glib/gi18n-lib.h>

/* From this many cards in a lane on they show less, so that more of them are seen. */
#define MANY_CARDS 7

/* ---- Cards ---- */

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

void
_ink_board_fill_lane (InkBoard *self,
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

/* ---- Lanes ---- */

static void
renamed_cb (InkLaneHeader *header,
            const char *name,
            InkBoard *self)
{
  guint position = ink_board_canvas_get_position (self->canvas, GTK_WIDGET (header));

  if (position != INK_NO_POSITION)
    _ink_board_rename_lane (self, position, name);
}

static void
header_focused_cb (GtkEventControllerFocus *controller,
                   InkBoard *self)
{
  GtkWidget *header = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint position = ink_board_canvas_get_position (self->canvas, header);

  if (position != INK_NO_POSITION)
    _ink_board_choose_lane (self, _ink_board_get_lane (self, position));
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

void
_ink_board_shape_cards (InkBoard *self)
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

void
_ink_board_fill_lanes (InkBoard *self)
{
  g_autoptr (GPtrArray) loose = ink_board_list_goals (self->definition, INK_NO_LANE);
  guint n = ink_board_count_lanes (self->definition) + (loose->len > 0 ? 1 : 0);

  set_lanes (self, n);
  for (guint i = 0; i < n; i++)
    _ink_board_fill_lane (self, i);
  drop_lost_cards (self);
  _ink_board_shape_cards (self);
}

void
_ink_board_show_facts (InkBoard *self)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    ink_goal_card_set_facts (
        card, self->facts != NULL
                  ? ink_board_facts_find (self->facts, ink_goal_card_get_goal (card)->name)
                  : NULL);
}
