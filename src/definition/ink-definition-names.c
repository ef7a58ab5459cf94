/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looking names up for people, who mistype them. */
#include "config.h"

#include "definition/ink-definition-names.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "definition/ink-definition-private.h"
#include "definition/ink-nearest.h"

/* Where nothing is near, so few are listed at once. */
#define MAX_LISTED 8

static const char *
unknown_format (guint item_class)
{
  static const char *const formats[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = N_("There is no goal '%s'."),
    [INK_ITEM_PERSONA] = N_("There is no persona '%s'."),
    [INK_ITEM_FUNNEL] = N_("There is no funnel '%s'."),
    [INK_ITEM_FOLLOW_UP] = N_("There is no follow-up '%s'."),
  };

  return _(formats[item_class]);
}

static char *
say_unknown (guint item_class,
             const char *name)
{
  g_auto (GStrv) around = g_strsplit (unknown_format (item_class), "%s", 2);

  return g_strconcat (around[0], name, around[1], NULL);
}

static const char *
find_nearest (gpointer *items,
              const InkItemClass *class,
              const char *name)
{
  InkNearest nearest = ink_nearest_start (name);

  for (guint i = 0; items[i] != NULL; i++)
    ink_nearest_offer (&nearest, ink_item_name (class, items[i]));
  if (class == &ink_item_classes[INK_ITEM_PERSONA])
    ink_nearest_offer (&nearest, INK_EVERYONE_ELSE);
  return nearest.best;
}

/* " The project has 'a', 'b'."; empty where it has none or too many. */
static char *
list_known (gpointer *items,
            const InkItemClass *class)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n;

  for (n = 0; items[n] != NULL && n < MAX_LISTED; n++)
    g_string_append_printf (list, "%s'%s'", n > 0 ? ", " : "", ink_item_name (class, items[n]));
  if (n == 0 || items[n] != NULL)
    return g_strdup ("");

  return g_strdup_printf (_(" The project has %s."), list->str);
}

static gpointer
need (const InkDefinition *definition,
      guint item_class,
      const char *name,
      GError **error)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  gpointer *items = ink_item_array (definition, class);
  gpointer item = ink_definition_find_item (definition, class, name);
  g_autofree char *unknown = NULL, *hint = NULL, *known = NULL;
  const char *nearest;

  if (item != NULL)
    return item;

  unknown = say_unknown (item_class, name);
  nearest = find_nearest (items, class, name);
  hint = ink_nearest_say (unknown, nearest);
  known = nearest == NULL ? list_known (items, class) : NULL;
  g_set_error (error, INK_ERROR, INK_ERROR_FAILED, "%s%s", hint, known != NULL ? known : "");
  return NULL;
}

InkGoal *
ink_definition_need_goal (const InkDefinition *definition,
                          const char *name,
                          GError **error)
{
  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  return need (definition, INK_ITEM_GOAL, name, error);
}

InkFunnel *
ink_definition_need_funnel (const InkDefinition *definition,
                            const char *name,
                            GError **error)
{
  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  return need (definition, INK_ITEM_FUNNEL, name, error);
}

gboolean
ink_definition_need_persona (const InkDefinition *definition,
                             const char *name,
                             GError **error)
{
  g_return_val_if_fail (definition != NULL && name != NULL, FALSE);

  return g_str_equal (name, INK_EVERYONE_ELSE)
         || need (definition, INK_ITEM_PERSONA, name, error) != NULL;
}
