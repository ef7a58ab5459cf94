/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The board by keys: walking from card to card, carrying them, and acting on them. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

static InkGoalCard *
get_card (InkBoard *self,
          guint lane,
          guint place)
{
  InkBoardLane *in = ink_board_canvas_get_lane (self->canvas, lane);
  guint n = ink_board_lane_count_cards (in);

  return n > 0 ? ink_board_lane_get_card (in, MIN (place, n - 1)) : NULL;
}

/* Where @card is: FALSE where nowhere. */
static gboolean
find_card (InkBoard *self,
           InkGoalCard *card,
           guint *lane,
           guint *place)
{
  for (*lane = 0; *lane < ink_board_canvas_count_lanes (self->canvas); (*lane)++)
    for (*place = 0;
         *place < ink_board_lane_count_cards (ink_board_canvas_get_lane (self->canvas, *lane));
         (*place)++)
      if (get_card (self, *lane, *place) == card)
        return TRUE;

  return FALSE;
}

static void
walk_to (InkBoard *self,
         GtkWidget *widget)
{
  gtk_widget_grab_focus (widget);
  if (INK_IS_GOAL_CARD (widget))
    ink_board_select (self, ink_goal_card_get_goal (INK_GOAL_CARD (widget))->id);
}

static GtkWidget *
get_header (InkBoard *self,
            guint lane)
{
  return GTK_WIDGET (
      ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, lane)));
}

/* From a card or a header to what is @across lanes and @down cards further. */
static gboolean
walk (InkBoard *self,
      int across,
      int down)
{
  InkGoalCard *card = _ink_board_get_focus (self);
  guint n = ink_board_canvas_count_lanes (self->canvas);
  guint lane, place = 0;
  gboolean on_header = card == NULL;
  GtkWidget *to;

  if (on_header)
    lane = _ink_board_find_header (self);
  else if (!find_card (self, card, &lane, &place))
    return FALSE;
  if (lane == INK_NO_POSITION)
    return FALSE;
  if (across != 0)
    {
      lane += (guint) across;
      if (lane >= n)
        return TRUE;
      to = on_header ? NULL : (GtkWidget *) get_card (self, lane, place);
    }
  else if (on_header)
    to = down > 0 ? (GtkWidget *) get_card (self, lane, 0) : NULL;
  else
    to = place + (guint) down
                 < ink_board_lane_count_cards (ink_board_canvas_get_lane (self->canvas, lane))
             ? (GtkWidget *) get_card (self, lane, place + (guint) down)
             : NULL;
  if (to == NULL && down > 0)
    return TRUE;
  walk_to (self, to != NULL ? to : get_header (self, lane));

  return TRUE;
}

static gboolean
is_typing (InkBoard *self)
{
  return _ink_board_get_focus (self) == NULL && _ink_board_find_header (self) == INK_NO_POSITION;
}

/* In a list lanes lie below one another. */
static int
get_across (InkBoard *self,
            int by)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return mirrored ? -by : by;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  InkBoard *self = INK_BOARD (widget);
  int across, down;

  g_variant_get (arguments, "(ii)", &across, &down);
  if (is_typing (self))
    return FALSE;

  return walk (self, get_across (self, across), down);
}

static gboolean
carry_lane (InkBoard *self,
            int by)
{
  guint from = _ink_board_find_header (self);
  guint to = from + (guint) by;

  if (from == INK_NO_POSITION || _ink_board_get_lane (self, from) == INK_NO_LANE)
    return FALSE;
  if (_ink_board_is_stage (self, to))
    _ink_board_move_lane (self, from, to);

  return TRUE;
}

/* The card goes with the arrow: within its lane, or to the same height of the next. */
static gboolean
carry_cb (GtkWidget *widget,
          GVariant *arguments,
          gpointer data)
{
  InkBoard *self = INK_BOARD (widget);
  InkGoalCard *card = _ink_board_get_focus (self);
  guint lane, place;
  int across, down;

  g_variant_get (arguments, "(ii)", &across, &down);
  across = get_across (self, across);
  if (card == NULL)
    return carry_lane (self, self->narrow ? across + down : across);
  if (!find_card (self, card, &lane, &place))
    return FALSE;
  lane += (guint) across;
  if (across != 0 && lane < ink_board_count_lanes (self->definition))
    _ink_board_move_goal (self, ink_goal_card_get_goal (card)->id, (int) lane, place);
  else if (across == 0 && place + (guint) down != G_MAXUINT)
    _ink_board_move_goal (self, ink_goal_card_get_goal (card)->id,
                          _ink_board_get_lane (self, lane), place + (guint) down);

  return TRUE;
}

/* What a key does to a card, and to a header. */
static gboolean
act_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer data)
{
  InkBoard *self = INK_BOARD (widget);
  const char *of_card, *of_lane;
  InkGoalCard *card = _ink_board_get_focus (self);
  guint header = _ink_board_find_header (self);

  g_variant_get (arguments, "(&s&s)", &of_card, &of_lane);
  if (card != NULL && *of_card != '\0')
    {
      ink_board_select (self, ink_goal_card_get_goal (card)->id);
      return gtk_widget_activate_action_variant (widget, of_card, NULL);
    }
  if (header != INK_NO_POSITION && *of_lane != '\0')
    return gtk_widget_activate_action_variant (widget, of_lane, g_variant_new_uint32 (header));

  return FALSE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  InkBoard *self = INK_BOARD (widget);
  InkGoalCard *card = _ink_board_get_focus (self);
  guint header = _ink_board_find_header (self);

  if (card != NULL)
    _ink_board_show_menu (self, card, gtk_widget_get_width (GTK_WIDGET (card)) / 2.0,
                          gtk_widget_get_height (GTK_WIDGET (card)) / 2.0);
  else if (header != INK_NO_POSITION)
    ink_lane_header_open_menu (INK_LANE_HEADER (get_header (self, header)));

  return card != NULL || header != INK_NO_POSITION;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer data)
{
  return gtk_widget_activate_action_variant (widget, g_variant_get_string (arguments, NULL),
                                             NULL);
}

void
_ink_board_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int across;
    int down;
  } arrows[] = {
    { GDK_KEY_Left, -1, 0 },    { GDK_KEY_Right, 1, 0 },    { GDK_KEY_Up, 0, -1 },
    { GDK_KEY_Down, 0, 1 },     { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_KP_Up, 0, -1 },   { GDK_KEY_KP_Down, 0, 1 },
  };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *of_card;
    const char *of_lane;
  } acts[] = {
    { GDK_KEY_Delete, 0, "board.remove", "board.remove-lane" },
    { GDK_KEY_KP_Delete, 0, "board.remove", "board.remove-lane" },
    { GDK_KEY_F2, 0, "board.rename", "board.rename-lane" },
    { GDK_KEY_Return, 0, "board.open", "board.add-goal" },
    { GDK_KEY_KP_Enter, 0, "board.open", "board.add-goal" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "board.duplicate", "" },
    { GDK_KEY_m, 0, "board.toggle-kind", "" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "board.copy", "" },
    { GDK_KEY_x, GDK_CONTROL_MASK, "board.cut", "" },
  };
  static const struct
  {
    guint key;
    const char *action;
  } zooms[] = {
    { GDK_KEY_plus, "board.zoom-in" },      { GDK_KEY_equal, "board.zoom-in" },
    { GDK_KEY_KP_Add, "board.zoom-in" },    { GDK_KEY_minus, "board.zoom-out" },
    { GDK_KEY_KP_Subtract, "board.zoom-out" }, { GDK_KEY_0, "board.zoom-reset" },
    { GDK_KEY_KP_0, "board.zoom-reset" },   { GDK_KEY_9, "board.zoom-fit" },
    { GDK_KEY_v, "board.paste" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, walk_cb, "(ii)",
                                    arrows[i].across, arrows[i].down);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_ALT_MASK, carry_cb, "(ii)",
                                    arrows[i].across, arrows[i].down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_add_binding (widget_class, acts[i].key, acts[i].modifiers, act_cb, "(ss)",
                                  acts[i].of_card, acts[i].of_lane);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, GDK_CONTROL_MASK, zoom_cb, "s",
                                  zooms[i].action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}
