/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The board by menus and keys: everything that a hand can do there. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.2

/* ---- Actions ---- */

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

static gboolean
is_lane (InkBoard *self,
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

  if (!is_lane (self, g_variant_get_uint32 (parameter)))
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

  if (is_lane (self, lane))
    ink_lane_header_begin_rename (
        ink_board_lane_get_header (ink_board_canvas_get_lane (self->canvas, lane)));
}

static void
remove_lane_action (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  InkBoard *self = data;

  if (is_lane (self, g_variant_get_uint32 (parameter)))
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
  if (is_lane (self, from) && is_lane (self, to))
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
      = { "open", "rename", "people", "remove", "duplicate", "move-to" };
  const InkGoal *goal = _ink_board_get_goal (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_goal); i++)
    enable (self, of_goal[i], goal != NULL);
  enable (self, "make-macro", goal != NULL && goal->kind == INK_GOAL_MICRO);
  enable (self, "make-micro", goal != NULL && goal->kind == INK_GOAL_MACRO);
  /* The first macro goal is the main goal without being named; the user may name it. */
  enable (self, "set-main",
          goal != NULL && g_strcmp0 (self->definition->main_goal, goal->name) != 0);
}

/* ---- Menus ---- */

static void
append_with_target (GMenu *menu,
                    const char *label,
                    const char *action,
                    GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

GMenuModel *
_ink_board_make_lane_menu (InkBoard *self,
                           guint lane)
{
  guint n = ink_board_count_lanes (self->definition);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append_with_target (first, _ ("Add a _Goal…"), "board.add-goal", g_variant_new_uint32 (lane));
  g_menu_append (first, _ ("S_uggest Goals"), "board.suggest");
  append_with_target (second, _ ("_Rename Stage"), "board.rename-lane",
                      g_variant_new_uint32 (lane));
  if (lane > 0)
    append_with_target (second, _ ("Move _Before"), "board.move-lane",
                        g_variant_new ("(uu)", lane, lane - 1));
  if (lane + 1 < n)
    append_with_target (second, _ ("Move _After"), "board.move-lane",
                        g_variant_new ("(uu)", lane, lane + 1));
  append_with_target (second, _ ("Add a _Stage After"), "board.add-lane",
                      g_variant_new_uint32 (lane + 1));
  if (n > 1)
    append_with_target (last, _ ("Re_move Stage"), "board.remove-lane",
                        g_variant_new_uint32 (lane));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

/* A stage is called as the user likes: an underscore in it is no mnemonic. */
static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
make_stages_menu (InkBoard *self)
{
  const char *const *stages = ink_definition_get_stages (self->definition);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; stages[i] != NULL; i++)
    {
      g_autofree char *label = escape (stages[i]);

      append_with_target (menu, label, "board.move-to", g_variant_new_uint32 (i));
    }

  return G_MENU_MODEL (menu);
}

GMenuModel *
ink_board_make_goal_menu (InkBoard *self)
{
  GMenu *menu;
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GMenuModel) stages = NULL;
  g_autoptr (GMenuModel) ways = NULL;
  const InkGoal *goal;

  g_return_val_if_fail (INK_IS_BOARD (self), NULL);

  goal = _ink_board_get_goal (self);
  menu = g_menu_new ();
  if (goal == NULL)
    return G_MENU_MODEL (menu);
  stages = make_stages_menu (self);
  ways = _ink_board_make_ways_menu (self);
  g_menu_append (first, _ ("_Rename"), "board.rename");
  g_menu_append (first, _ ("See the _People"), "board.people");
  if (ways != NULL)
    g_menu_append_submenu (first, _ ("_Who Goes on to"), ways);
  if (goal->kind == INK_GOAL_MICRO)
    g_menu_append (second, _ ("Make It a _Macro Goal"), "board.make-macro");
  else
    g_menu_append (second, _ ("Make It a _Micro Goal"), "board.make-micro");
  if (goal->kind == INK_GOAL_MACRO)
    g_menu_append (second, _ ("Make It the Main _Goal"), "board.set-main");
  g_menu_append_submenu (second, _ ("Move _to"), stages);
  g_menu_append (third, _ ("_Duplicate"), "board.duplicate");
  g_menu_append (third, _ ("_Copy"), "board.copy");
  g_menu_append (third, _ ("_Paste"), "board.paste");
  g_menu_append (last, _ ("Rem_ove"), "board.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (menu);
}

void
_ink_board_show_menu (InkBoard *self,
                      InkGoalCard *card,
                      double x,
                      double y)
{
  g_autoptr (GMenuModel) model = NULL;
  double own_x, own_y;

  ink_board_select (self, ink_goal_card_get_goal (card)->id);
  gtk_widget_grab_focus (GTK_WIDGET (card));
  model = ink_board_make_goal_menu (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (card), GTK_WIDGET (self), x, y, &own_x,
                                        &own_y))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                                 &(GdkRectangle){ (int) own_x, (int) own_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- Keys ---- */

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
  if (is_lane (self, to))
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
    { GDK_KEY_m, 0, "board.make-macro", "" },
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
