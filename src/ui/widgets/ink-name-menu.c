/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-name-menu.h"

void
ink_name_menu_append (GMenu *menu,
                      const char *name,
                      const char *action,
                      const char *target)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GMenuItem) item = NULL;

  g_return_if_fail (G_IS_MENU (menu));
  g_return_if_fail (name != NULL && action != NULL && target != NULL);

  parts = g_strsplit (name, "_", -1);
  label = g_strjoinv ("__", parts);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}
