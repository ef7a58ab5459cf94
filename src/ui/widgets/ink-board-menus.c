/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menus of stages and cards. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include "ui/widgets/ink-name-menu.h"

#include <glib/gi18n-lib.h>

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

static GMenuModel *
make_stages_menu (InkBoard *self)
{
  const char *const *stages = ink_definition_get_stages (self->definition);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; stages[i] != NULL; i++)
    ink_name_menu_append_value (menu, stages[i], "board.move-to", g_variant_new_uint32 (i));

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
  append_with_target (first, _ ("Show _Changes…"), "win.show-changes",
                      g_variant_new ("(sss)", "goal", goal->id, goal->name));
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
