/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-suggestion-source.h"

#include "analysis/ink-goal-templates.h"

#include <glib/gi18n-lib.h>

static GMenuItem *
make_item (const char *title,
           const char *action,
           const char *source)
{
  GMenuItem *item = g_menu_item_new (title, NULL);

  g_menu_item_set_action_and_target (item, action, "s", source);

  return item;
}

GMenuModel *
ink_suggestion_source_make_menu (const char *action)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) data = make_item (_ ("From Your Data"), action, INK_SOURCE_DATA);
  guint n;
  const InkGoalTemplate *templates = ink_goal_templates_get (&n);

  g_menu_append_item (menu, data);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = make_item (_ (templates[i].title), action, templates[i].id);

      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, _ ("Templates"), G_MENU_MODEL (section));

  return G_MENU_MODEL (menu);
}

char *
ink_suggestion_source_make_title (const char *source)
{
  const InkGoalTemplate *template = ink_goal_templates_find (source);

  if (template == NULL)
    return g_strdup (_ ("Goals that your data suggests"));

  return g_strdup_printf (_ ("%s: %s"), _ (template->title), _ (template->summary));
}

const char *
ink_suggestion_source_say_none (const char *source)
{
  return ink_goal_templates_find (source) != NULL
             ? _ ("Everything in this template is on your board already.")
             : _ ("Your goals say already what your data suggests.");
}
