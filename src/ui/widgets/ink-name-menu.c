/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-name-menu.h"

static char *
escape (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

void
ink_name_menu_append_value (GMenu *menu,
                            const char *name,
                            const char *action,
                            GVariant *target)
{
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (name != NULL && action != NULL && target != NULL);

  label = escape (name);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

void
ink_name_menu_append (GMenu *menu,
                      const char *name,
                      const char *action,
                      const char *target)
{
  g_return_if_fail (target != NULL);

  ink_name_menu_append_value (menu, name, action, g_variant_new_string (target));
}

void
ink_name_menu_append_submenu (GMenu *menu,
                              const char *name,
                              GMenuModel *submenu)
{
  g_autofree char *label = NULL;

  g_return_if_fail (G_IS_MENU (menu) && name != NULL);

  label = escape (name);
  g_menu_append_submenu (menu, label, submenu);
}
