/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The name of a step: what the user did, without what only follows from it. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "definition/ink-definition-diff.h"
#include "definition/ink-json-text.h"
#include "definition/ink-json-tree.h"

/* A name before and after, each as JSON. */
typedef struct
{
  char *was;
  char *is;
} Rename;

static void
rename_free (Rename *rename)
{
  if (rename == NULL)
    return;

  g_free (rename->was);
  g_free (rename->is);
  g_free (rename);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rename, rename_free)

/* NULL where the item has no name. */
static char *
quoted_name (const InkItem *item)
{
  g_autoptr (JsonNode) root = ink_json_tree_read (item->json, -1, NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  JsonNode *name;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  name = json_object_get_member (json_node_get_object (root), "name");
  if (name == NULL || !JSON_NODE_HOLDS_VALUE (name)
      || json_node_get_value_type (name) != G_TYPE_STRING)
    return NULL;

  ink_json_put_text (text, json_node_get_string (name));
  return g_strdup (text->str);
}

/* NULL where @change is something else. */
static Rename *
find_rename (const InkDefinitionChange *change)
{
  g_autoptr (Rename) rename = g_new0 (Rename, 1);

  if (change->before == NULL || change->after == NULL || ink_definition_change_is_move (change))
    return NULL;
  rename->was = quoted_name (change->before);
  rename->is = quoted_name (change->after);
  if (rename->was == NULL || rename->is == NULL || g_str_equal (rename->was, rename->is))
    return NULL;
  return g_steal_pointer (&rename);
}

/* Is @change no more than the new name where the old one was? */
static gboolean
follows (const InkDefinitionChange *change,
         const Rename *rename)
{
  g_autoptr (GString) text = NULL;

  if (rename == NULL || change->before == NULL || change->after == NULL)
    return FALSE;

  text = g_string_new (change->before->json);
  g_string_replace (text, rename->was, rename->is, 0);
  return g_str_equal (text->str, change->after->json);
}

static gboolean
follows_any (const InkDefinitionChange *change,
             GPtrArray *renames)
{
  for (guint i = 0; i < renames->len; i++)
    if (follows (change, g_ptr_array_index (renames, i)))
      return TRUE;

  return FALSE;
}

/* Borrowed from @changes: those that tell something. Where one is put in or taken out, others
 * move; where all that changed is the order, the first says so for all. */
static GPtrArray *
find_telling (GPtrArray *changes)
{
  g_autoptr (GPtrArray) renames = g_ptr_array_new_with_free_func ((GDestroyNotify) rename_free);
  GPtrArray *telling = g_ptr_array_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      Rename *rename = find_rename (g_ptr_array_index (changes, i));

      if (rename == NULL)
        continue;
      g_ptr_array_add (renames, rename);
      g_ptr_array_add (telling, g_ptr_array_index (changes, i));
    }
  for (guint i = 0; i < changes->len; i++)
    {
      InkDefinitionChange *change = g_ptr_array_index (changes, i);

      if (!ink_definition_change_is_move (change) && !g_ptr_array_find (telling, change, NULL)
          && !follows_any (change, renames))
        g_ptr_array_add (telling, change);
    }
  if (telling->len == 0 && changes->len > 0)
    g_ptr_array_add (telling, g_ptr_array_index (changes, 0));
  return telling;
}

/**
 * ink_definition_changes_to_words:
 * @changes: (element-type InkDefinitionChange): those of one step
 *
 * Returns: (transfer full): the step's name, such as "Added goal “Demo booked”"
 */
char *
ink_definition_changes_to_words (GPtrArray *changes)
{
  g_autoptr (GPtrArray) telling = NULL;
  g_autofree char *first = NULL;

  g_return_val_if_fail (changes != NULL, NULL);

  telling = find_telling (changes);
  if (telling->len == 0)
    return g_strdup (_("Nothing changed"));
  first = ink_definition_change_to_words (g_ptr_array_index (telling, 0));
  if (telling->len == 1)
    return g_steal_pointer (&first);
  return g_strdup_printf (ngettext ("%s, and %u more change", "%s, and %u more changes",
                                    telling->len - 1),
                          first, telling->len - 1);
}
