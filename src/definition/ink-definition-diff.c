/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changes between definitions: finding them, keeping them, making them and taking them back. */
#include "config.h"

#include "definition/ink-definition-diff.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "definition/ink-read.h"
#include "definition/ink-write.h"

/**
 * ink_definition_change_free:
 * @change: (nullable): what was changed
 */
void
ink_definition_change_free (InkDefinitionChange *change)
{
  if (change == NULL)
    return;

  ink_item_free (change->before);
  ink_item_free (change->after);
  g_free (change);
}

/**
 * ink_definition_change_is_move:
 *
 * Returns: whether the two sides say the same at different places
 */
gboolean
ink_definition_change_is_move (const InkDefinitionChange *change)
{
  g_return_val_if_fail (change != NULL, FALSE);

  return change->before != NULL && change->after != NULL
         && g_str_equal (change->before->json, change->after->json);
}

static GPtrArray *
start_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ink_definition_change_free);
}

/* --- Finding changes --- */

static char *
item_key (const InkItem *item)
{
  return g_strdup_printf ("%s\n%s", item->kind, item->id);
}

/* The items stay the array's. */
static GHashTable *
items_by_key (GPtrArray *items)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (table, item_key (g_ptr_array_index (items, i)),
                         g_ptr_array_index (items, i));
  return table;
}

static gboolean
item_equal (const InkItem *a,
            const InkItem *b)
{
  return a->position == b->position && g_str_equal (a->json, b->json);
}

static void
add_change (GPtrArray *changes,
            const InkItem *before,
            const InkItem *after)
{
  InkDefinitionChange *change = g_new0 (InkDefinitionChange, 1);

  change->before = ink_item_copy (before);
  change->after = ink_item_copy (after);
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
  g_autoptr (GPtrArray) old_items = ink_definition_to_items (before);
  g_autoptr (GPtrArray) new_items = ink_definition_to_items (after);
  g_autoptr (GHashTable) old = items_by_key (old_items);
  g_autoptr (GHashTable) new = items_by_key (new_items);
  GPtrArray *changes = start_changes ();

  for (guint i = 0; i < new_items->len; i++)
    {
      const InkItem *item = g_ptr_array_index (new_items, i);
      g_autofree char *key = item_key (item);
      const InkItem *was = g_hash_table_lookup (old, key);

      if (was == NULL || !item_equal (was, item))
        add_change (changes, was, item);
    }
  for (guint i = 0; i < old_items->len; i++)
    {
      const InkItem *item = g_ptr_array_index (old_items, i);
      g_autofree char *key = item_key (item);

      if (!g_hash_table_contains (new, key))
        add_change (changes, item, NULL);
    }
  return changes;
}

/* --- Making changes --- */

/**
 * ink_definition_apply:
 * @changes: (element-type InkDefinitionChange): from ink_definition_diff()
 * @backwards: take them back
 *
 * What the changes do not name stays; what they name becomes what they say, whatever it was, so
 * that a step can still be taken back where an id of a forgotten person was taken out of it.
 *
 * Returns: (transfer full): the definition on the other side of the changes, ids included; NULL
 *   with @error (INK_ERROR_FORMAT) where they do not make one
 */
InkDefinition *
ink_definition_apply (const InkDefinition *definition,
                      GPtrArray *changes,
                      gboolean backwards,
                      GError **error)
{
  g_autoptr (GPtrArray) items = ink_definition_to_items (definition);
  g_autoptr (GPtrArray) result
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_item_free);
  g_autoptr (GHashTable) named
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const InkDefinitionChange *change = g_ptr_array_index (changes, i);
      const InkItem *target = backwards ? change->before : change->after;

      g_hash_table_add (named,
                        item_key (change->before != NULL ? change->before : change->after));
      if (target != NULL)
        g_ptr_array_add (result, ink_item_copy (target));
    }
  for (guint i = 0; i < items->len; i++)
    {
      const InkItem *item = g_ptr_array_index (items, i);
      g_autofree char *key = item_key (item);

      if (!g_hash_table_contains (named, key))
        g_ptr_array_add (result, ink_item_copy (item));
    }
  return ink_definition_from_items (result, error);
}

/* --- Keeping changes --- */

static void
put_side (GString *json,
          const char *key,
          const InkItem *item)
{
  ink_json_put_key (json, key);
  if (item == NULL)
    {
      g_string_append (json, "null");
      return;
    }

  g_string_append_printf (json, "{\"position\": %d", item->position);
  ink_json_put_member_text (json, "json", item->json);
  g_string_append_c (json, '}');
}

/**
 * ink_definition_changes_to_json:
 *
 * Returns: (transfer full): a JSON list of {kind, id, before, after}, where before and after are
 *   {position, json} or null
 */
char *
ink_definition_changes_to_json (GPtrArray *changes)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < changes->len; i++)
    {
      const InkDefinitionChange *change = g_ptr_array_index (changes, i);
      const InkItem *item = change->after != NULL ? change->after : change->before;

      ink_json_put_comma (json);
      g_string_append_c (json, '{');
      ink_json_put_member_text (json, "kind", item->kind);
      ink_json_put_member_text (json, "id", item->id);
      put_side (json, "before", change->before);
      put_side (json, "after", change->after);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* *@item stays NULL where it says null. */
static gboolean
read_side (InkRead *read,
           const InkPlace *parent,
           JsonObject *object,
           const char *key,
           InkItem **item)
{
  static const char *const keys[] = { "position", "json", NULL };
  JsonNode *node = json_object_get_member (object, key);
  InkPlace place = INK_PLACE_KEY (parent, key);
  InkPlace position_place = INK_PLACE_KEY (&place, "position");
  JsonObject *side;
  JsonNode *position;
  guint at = 0;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  *item = ink_item_new (NULL, NULL, 0, NULL);
  if (!ink_read_object (read, &place, node, keys, &side)
      || !ink_read_needed_text (read, &place, side, "json", &(*item)->json))
    return FALSE;
  position = json_object_get_member (side, "position");
  if (position != NULL && !ink_read_count (read, &position_place, position, 0, G_MAXINT, &at))
    return FALSE;
  (*item)->position = (int) at;
  return TRUE;
}

static void
name_side (InkItem *item,
           const char *kind,
           const char *id)
{
  if (item == NULL)
    return;

  item->kind = g_strdup (kind);
  item->id = g_strdup (id);
}

static InkDefinitionChange *
read_change (InkRead *read,
             const InkPlace *place,
             JsonNode *node)
{
  static const char *const keys[] = { "kind", "id", "before", "after", NULL };
  g_autoptr (InkDefinitionChange) change = g_new0 (InkDefinitionChange, 1);
  g_autofree char *kind = NULL, *id = NULL;
  JsonObject *object;

  if (!ink_read_object (read, place, node, keys, &object)
      || !ink_read_needed_text (read, place, object, "kind", &kind)
      || !ink_read_needed_text (read, place, object, "id", &id)
      || !read_side (read, place, object, "before", &change->before)
      || !read_side (read, place, object, "after", &change->after))
    return NULL;
  if (change->before == NULL && change->after == NULL)
    {
      ink_read_fail (read, place, NULL, _("this changes nothing."));
      return NULL;
    }

  name_side (change->before, kind, id);
  name_side (change->after, kind, id);
  return g_steal_pointer (&change);
}

static gboolean
read_changes (InkRead *read,
              JsonNode *root,
              GPtrArray *changes)
{
  InkPlace place = INK_PLACE_ROOT;
  JsonArray *array;

  if (!ink_read_array (read, &place, root, &array))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&place, i);
      InkDefinitionChange *change = read_change (read, &at, json_array_get_element (array, i));

      if (change == NULL)
        return FALSE;
      g_ptr_array_add (changes, change);
    }
  return TRUE;
}

/**
 * ink_definition_changes_from_json:
 * @length: in bytes, or -1
 *
 * Returns: (transfer full) (element-type InkDefinitionChange): the changes, or NULL with @error
 *   (INK_ERROR_FORMAT)
 */
GPtrArray *
ink_definition_changes_from_json (const char *text,
                                  gssize length,
                                  GError **error)
{
  g_autoptr (GPtrArray) changes = start_changes ();
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = ink_json_tree_read (text, length, NULL, &reason);
  InkRead read = { 0 };

  if (root != NULL && read_changes (&read, root, changes))
    return g_steal_pointer (&changes);

  if (reason == NULL)
    reason = g_steal_pointer (&read.error);
  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _("The project's list of steps is damaged, so this step cannot be undone (%s)."),
               reason->message);
  return NULL;
}
