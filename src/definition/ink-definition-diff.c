/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changes between definitions: finding them, keeping them, making them and taking them back.
 *
 * A definition is taken apart into parts, texts under (kind, id); two lists of parts give the
 * changes, and parts put together give a definition. */
#include "config.h"

#include "definition/ink-definition-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-read.h"
#include "definition/ink-write.h"

#define KIND_ORDER "order"
#define KIND_PROJECT "project"

/* --- Parts --- */

/* Parts by "kind\nid", in the order in which they are added. */
typedef struct
{
  GHashTable *texts;
  GPtrArray *keys;
} Parts;

static void
clear_parts (Parts *parts)
{
  g_hash_table_unref (parts->texts);
  g_ptr_array_unref (parts->keys);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

static Parts
start_parts (void)
{
  return (Parts){ g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
                  g_ptr_array_new_with_free_func (g_free) };
}

/* Takes @text. */
static void
add_part (Parts *parts,
          const char *kind,
          const char *id,
          char *text)
{
  g_autofree char *key = g_strconcat (kind, "\n", id, NULL);

  char *kept;

  if (!g_hash_table_lookup_extended (parts->texts, key, (gpointer *) &kept, NULL))
    {
      kept = g_steal_pointer (&key);
      g_ptr_array_add (parts->keys, kept);
    }
  g_hash_table_insert (parts->texts, kept, text);
}

static const char *
get_part (const Parts *parts,
          const char *kind,
          const char *id)
{
  g_autofree char *key = g_strconcat (kind, "\n", id, NULL);

  return g_hash_table_lookup (parts->texts, key);
}

static void
add_item_parts (Parts *parts,
                const InkDefinition *definition,
                guint item_class)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  gpointer *items = ink_item_array (definition, class);
  g_autoptr (GString) order = g_string_new ("[");

  for (guint i = 0; items[i] != NULL; i++)
    {
      GString *json = g_string_new (NULL);

      ink_write_item (json, item_class, items[i]);
      add_part (parts, class->kind, ink_item_id (class, items[i]), g_string_free (json, FALSE));
      ink_json_put_comma (order);
      ink_json_put_text (order, ink_item_id (class, items[i]));
    }
  g_string_append_c (order, ']');
  if (items[0] != NULL)
    add_part (parts, KIND_ORDER, class->list, g_strdup (order->str));
}

/* What stands beside the lists: each member of the file is one part. */
static void
add_project_parts (Parts *parts,
                   const InkDefinition *definition)
{
  g_autoptr (InkDefinition) bare = ink_definition_copy (definition);
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  for (guint i = 0; i < INK_N_ITEMS; i++)
    ink_definition_take_items (bare, &ink_item_classes[i], g_new0 (gpointer, 1));
  text = ink_definition_to_json (bare);
  root = ink_json_tree_read (text, -1, NULL, NULL);
  if (root == NULL)
    return;

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (!g_str_equal (key, "inkling"))
      add_part (parts, KIND_PROJECT, key, ink_json_node_to_text (node));
}

static Parts
take_apart (const InkDefinition *definition)
{
  Parts parts = start_parts ();

  for (guint i = 0; i < INK_N_ITEMS; i++)
    add_item_parts (&parts, definition, i);
  add_project_parts (&parts, definition);
  return parts;
}

/* --- Finding changes --- */

/**
 * ink_definition_change_free:
 * @change: (nullable): what was changed
 */
void
ink_definition_change_free (InkDefinitionChange *change)
{
  if (change == NULL)
    return;

  g_free (change->kind);
  g_free (change->id);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static GPtrArray *
start_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ink_definition_change_free);
}

static void
add_change (GPtrArray *changes,
            const char *key,
            const char *before,
            const char *after)
{
  const char *line_end = strchr (key, '\n');
  InkDefinitionChange *change = g_new0 (InkDefinitionChange, 1);

  change->kind = g_strndup (key, (gsize) (line_end - key));
  change->id = g_strdup (line_end + 1);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (changes, change);
}

/**
 * ink_definition_diff:
 *
 * Returns: (transfer full) (element-type InkDefinitionChange): what differs: first what is new or
 *   other in @after, in its order, then what is gone
 */
GPtrArray *
ink_definition_diff (const InkDefinition *before,
                     const InkDefinition *after)
{
  g_auto (Parts) old = take_apart (before);
  g_auto (Parts) new = take_apart (after);
  GPtrArray *changes = start_changes ();

  for (guint i = 0; i < new.keys->len; i++)
    {
      const char *key = g_ptr_array_index (new.keys, i);
      const char *was = g_hash_table_lookup (old.texts, key);
      const char *is = g_hash_table_lookup (new.texts, key);

      if (g_strcmp0 (was, is) != 0)
        add_change (changes, key, was, is);
    }
  for (guint i = 0; i < old.keys->len; i++)
    {
      const char *key = g_ptr_array_index (old.keys, i);

      if (!g_hash_table_contains (new.texts, key))
        add_change (changes, key, g_hash_table_lookup (old.texts, key), NULL);
    }
  return changes;
}

/* --- Making changes --- */

static gboolean
fail (GError **error,
      const char *reason)
{
  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _("The history of the project's definitions is damaged: %s"), reason);
  return FALSE;
}

/* The ids of a list, as its order part has them; NULL where that part is no list of texts. */
static char **
read_order (const Parts *parts,
            const char *list)
{
  const char *text = get_part (parts, KIND_ORDER, list);
  InkRead read = { 0 };
  InkPlace place = INK_PLACE_ROOT;
  g_autoptr (JsonNode) root = NULL;
  char **ids = NULL;

  if (text == NULL)
    return g_new0 (char *, 1);
  root = ink_json_tree_read (text, -1, NULL, NULL);
  if (root == NULL || !ink_read_names (&read, &place, root, &ids))
    g_clear_error (&read.error);
  return ids;
}

static gboolean
put_list (GString *json,
          const Parts *parts,
          const InkItemClass *class,
          char **ids,
          GError **error)
{
  g_string_append_printf (json, ", \"%s\": [", class->list);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *text = get_part (parts, class->kind, ids[i]);

      if (text == NULL)
        return fail (error, _("a list names what is not there."));
      g_string_append_printf (json, "%s%s", i > 0 ? ", " : "", text);
    }
  g_string_append_c (json, ']');
  return TRUE;
}

static void
put_project (GString *json,
             const Parts *parts)
{
  for (guint i = 0; i < parts->keys->len; i++)
    {
      const char *key = g_ptr_array_index (parts->keys, i);
      const char *text = g_hash_table_lookup (parts->texts, key);

      if (!g_str_has_prefix (key, KIND_PROJECT "\n") || text == NULL)
        continue;
      g_string_append (json, ", ");
      ink_json_put_text (json, key + strlen (KIND_PROJECT "\n"));
      g_string_append_printf (json, ": %s", text);
    }
}

static gboolean
set_ids (InkDefinition *definition,
         const InkItemClass *class,
         char **ids,
         GError **error)
{
  gpointer *items = ink_item_array (definition, class);
  guint i;

  for (i = 0; items[i] != NULL && ids[i] != NULL; i++)
    ink_item_set_id (class, items[i], ids[i]);

  return (items[i] == NULL && ids[i] == NULL)
         || fail (error, _("a part holds more than one thing."));
}

static InkDefinition *
put_together (const Parts *parts,
              GError **error)
{
  g_autoptr (GString) json = g_string_new ("{\"inkling\": 1");
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (GError) reason = NULL;

  put_project (json, parts);
  for (guint i = 0; i < INK_N_ITEMS; i++)
    {
      char **ids = read_order (parts, ink_item_classes[i].list);

      if (ids == NULL)
        {
          fail (error, _("an order is no list."));
          return NULL;
        }
      g_ptr_array_add (orders, ids);
      if (!put_list (json, parts, &ink_item_classes[i], ids, error))
        return NULL;
    }
  g_string_append_c (json, '}');

  definition = ink_definition_restore_json (json->str, (gssize) json->len, NULL, &reason);
  if (definition == NULL)
    {
      fail (error, reason->message);
      return NULL;
    }
  for (guint i = 0; i < INK_N_ITEMS; i++)
    if (!set_ids (definition, &ink_item_classes[i], g_ptr_array_index (orders, i), error))
      return NULL;
  return g_steal_pointer (&definition);
}

/**
 * ink_definition_apply:
 * @changes: (element-type InkDefinitionChange): from ink_definition_diff()
 * @backwards: take them back
 *
 * Returns: (transfer full): the definition on the other side of the changes, ids included; NULL
 *   with @error (INK_ERROR_FORMAT) where they do not fit or are damaged
 */
InkDefinition *
ink_definition_apply (InkDefinition *definition,
                      GPtrArray *changes,
                      gboolean backwards,
                      GError **error)
{
  g_auto (Parts) parts = take_apart (definition);

  for (guint i = 0; i < changes->len; i++)
    {
      const InkDefinitionChange *change = g_ptr_array_index (changes, i);
      const char *from = backwards ? change->after : change->before;
      const char *to = backwards ? change->before : change->after;

      if (g_strcmp0 (get_part (&parts, change->kind, change->id), from) != 0)
        {
          fail (error, _("a step does not fit the one before it."));
          return NULL;
        }
      if (to != NULL)
        add_part (&parts, change->kind, change->id, g_strdup (to));
      else
        {
          g_autofree char *key = g_strconcat (change->kind, "\n", change->id, NULL);

          g_hash_table_remove (parts.texts, key);
        }
    }
  return put_together (&parts, error);
}

/* --- Keeping changes --- */

/**
 * ink_definition_changes_to_json:
 *
 * Returns: (transfer full): a JSON list of {kind, id, before, after}
 */
char *
ink_definition_changes_to_json (GPtrArray *changes)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < changes->len; i++)
    {
      const InkDefinitionChange *change = g_ptr_array_index (changes, i);

      ink_json_put_comma (json);
      g_string_append_c (json, '{');
      ink_json_put_member_text (json, "kind", change->kind);
      ink_json_put_member_text (json, "id", change->id);
      ink_json_put_member_text (json, "before", change->before);
      ink_json_put_member_text (json, "after", change->after);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

static InkDefinitionChange *
read_change (InkRead *read,
             const InkPlace *place,
             JsonNode *node)
{
  static const char *const keys[] = { "kind", "id", "before", "after", NULL };
  g_autoptr (InkDefinitionChange) change = g_new0 (InkDefinitionChange, 1);
  JsonObject *object;

  if (!ink_read_object (read, place, node, keys, &object)
      || !ink_read_needed_text (read, place, object, "kind", &change->kind)
      || !ink_read_needed_text (read, place, object, "id", &change->id)
      || !ink_read_member_text (read, place, object, "before", &change->before)
      || !ink_read_member_text (read, place, object, "after", &change->after))
    return NULL;
  return g_steal_pointer (&change);
}

/**
 * ink_definition_changes_from_json:
 *
 * Returns: (transfer full) (element-type InkDefinitionChange): the changes, or NULL with @error
 */
GPtrArray *
ink_definition_changes_from_json (const char *text,
                                  gssize length,
                                  GError **error)
{
  g_autoptr (GPtrArray) changes = start_changes ();
  g_autoptr (JsonNode) root = ink_json_tree_read (text, length, NULL, error);
  InkPlace place = INK_PLACE_ROOT;
  InkRead read = { 0 };
  JsonArray *array;

  if (root == NULL)
    return NULL;

  if (ink_read_array (&read, &place, root, &array))
    for (guint i = 0; i < json_array_get_length (array) && read.error == NULL; i++)
      {
        InkPlace at = INK_PLACE_ELEMENT (&place, i);
        InkDefinitionChange *change
            = read_change (&read, &at, json_array_get_element (array, i));

        if (change != NULL)
          g_ptr_array_add (changes, change);
      }
  if (read.error == NULL)
    return g_steal_pointer (&changes);

  g_propagate_error (error, g_steal_pointer (&read.error));
  return NULL;
}
