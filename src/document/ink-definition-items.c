/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A definition as rows of the document's table, and what changes from one to the next. */
#include "config.h"

#include "document/ink-definition-items.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/ink-error.h"
#include "definition/ink-definition-json.h"

/* Deeper than any change that we write; json-glib's parser calls itself once a level. */
#define MAX_DEPTH 200

/* The kinds that are lists in the definition file, with their names there. */
static const struct
{
  const char *kind;
  const char *member;
} lists[] = {
  { "goal", "goals" },         { "persona", "personas" }, { "funnel", "funnels" },
  { "followup", "followups" }, { "slide", "report" },
};

/* All that stands beside the lists; the item's id is the member's name. */
#define PROJECT "project"

InkItem *
ink_item_new (const char *kind,
              const char *id,
              int         position,
              const char *json)
{
  InkItem *item = g_new0 (InkItem, 1);

  item->kind = g_strdup (kind);
  item->id = g_strdup (id);
  item->position = position;
  item->json = g_strdup (json);
  return item;
}

void
ink_item_free (InkItem *item)
{
  if (item == NULL)
    return;
  g_free (item->kind);
  g_free (item->id);
  g_free (item->json);
  g_free (item);
}

static InkItem *
item_copy (const InkItem *item)
{
  return item != NULL ? ink_item_new (item->kind, item->id, item->position, item->json) : NULL;
}

void
ink_item_change_free (InkItemChange *change)
{
  if (change == NULL)
    return;
  ink_item_free (change->before);
  ink_item_free (change->after);
  g_free (change);
}

/* The id of the @index-th entry of a list. Slides have no ids yet: their place stands in. */
static char *
entry_id (const InkDefinition *definition,
          const char          *kind,
          guint                index)
{
  if (g_str_equal (kind, "goal"))
    return g_strdup (definition->goals[index]->id);
  if (g_str_equal (kind, "persona"))
    return g_strdup (definition->personas[index]->id);
  if (g_str_equal (kind, "funnel"))
    return g_strdup (definition->funnels[index]->id);
  if (g_str_equal (kind, "followup"))
    return g_strdup (definition->follow_ups[index]->id);
  return g_strdup_printf ("slide-%u", index + 1);
}

static const char *
kind_of_member (const char *member)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].member, member))
      return lists[i].kind;
  return NULL;
}

static void
add_list (GPtrArray           *items,
          const InkDefinition *definition,
          const char          *kind,
          JsonArray           *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *id = entry_id (definition, kind, i);
      g_autofree char *json = json_to_string (json_array_get_element (array, i), FALSE);

      g_ptr_array_add (items, ink_item_new (kind, id, (int) i, json));
    }
}

GPtrArray *
ink_definition_to_items (const InkDefinition *definition)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_item_free);
  g_autofree char *text = ink_definition_to_json (definition);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *object;
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  g_return_val_if_fail (root != NULL && JSON_NODE_HOLDS_OBJECT (root), items);

  object = json_node_get_object (root);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      const char *kind = kind_of_member (member);

      if (kind != NULL && JSON_NODE_HOLDS_ARRAY (value))
        add_list (items, definition, kind, json_node_get_array (value));
      else if (!g_str_equal (member, "inkling"))
        {
          g_autofree char *json = json_to_string (value, FALSE);

          g_ptr_array_add (items, ink_item_new (PROJECT, member, 0, json));
        }
    }
  return items;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  const InkItem *first = *(InkItem *const *) a;
  const InkItem *second = *(InkItem *const *) b;

  return first->position != second->position
             ? (first->position < second->position ? -1 : 1)
             : strcmp (first->id, second->id);
}

/* Borrowed items of one kind, by position. */
static GPtrArray *
items_of_kind (GPtrArray  *items,
               const char *kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      InkItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (item->kind, kind))
        g_ptr_array_add (found, item);
    }
  g_ptr_array_sort (found, compare_positions);
  return found;
}

static void
append_member (GString    *text,
               const char *name,
               const char *json)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), name);
  g_autofree char *quoted = json_to_string (node, FALSE);

  g_string_append_printf (text, ",%s:%s", quoted, json);
}

/* The texts are put together as they are: the definition reader checks the whole, its depth and
 * repeated keys included, whatever the rows held. */
static char *
items_to_text (GPtrArray *items)
{
  GString *text = g_string_new ("{\"inkling\":1");
  g_autoptr (GPtrArray) project = items_of_kind (items, PROJECT);

  for (guint i = 0; i < project->len; i++)
    {
      InkItem *item = g_ptr_array_index (project, i);

      append_member (text, item->id, item->json);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) entries = items_of_kind (items, lists[i].kind);

      if (entries->len == 0)
        continue;
      g_string_append_printf (text, ",\"%s\":[", lists[i].member);
      for (guint j = 0; j < entries->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? "," : "",
                                ((InkItem *) g_ptr_array_index (entries, j))->json);
      g_string_append_c (text, ']');
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
set_id (char       **slot,
        const char  *id)
{
  g_free (*slot);
  *slot = g_strdup (id);
}

/* The definition was made a moment ago and nobody else has seen it: the one time at which its
 * values may be given the ids that they had. */
static gboolean
restore_ids (InkDefinition *definition,
             GPtrArray     *items)
{
#define RESTORE(kind_, list_)                                                                      \
  {                                                                                                \
    g_autoptr (GPtrArray) entries = items_of_kind (items, kind_);                                  \
    guint n = 0;                                                                                   \
                                                                                                   \
    while (definition->list_[n] != NULL)                                                           \
      n++;                                                                                         \
    if (n != entries->len)                                                                         \
      return FALSE;                                                                                \
    for (guint i = 0; i < n; i++)                                                                  \
      set_id (&definition->list_[i]->id, ((InkItem *) g_ptr_array_index (entries, i))->id);        \
  }
  RESTORE ("goal", goals)
  RESTORE ("persona", personas)
  RESTORE ("funnel", funnels)
  RESTORE ("followup", follow_ups)
#undef RESTORE
  return TRUE;
}

InkDefinition *
ink_definition_from_items (GPtrArray  *items,
                           GError    **error)
{
  g_autofree char *text = items_to_text (items);
  g_autoptr (GError) local = NULL;
  g_autoptr (InkDefinition) definition =
    ink_definition_restore_json (text, -1, _("the project"), &local);

  if (definition != NULL && restore_ids (definition, items))
    return g_steal_pointer (&definition);
  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _("The project's definitions are damaged (%s)."),
               local != NULL ? local->message : _("a row holds more than one"));
  return NULL;
}

static char *
item_key (const InkItem *item)
{
  return g_strdup_printf ("%s\n%s", item->kind, item->id);
}

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
add_change (GPtrArray     *changes,
            const InkItem *before,
            const InkItem *after)
{
  InkItemChange *change = g_new0 (InkItemChange, 1);

  change->before = item_copy (before);
  change->after = item_copy (after);
  g_ptr_array_add (changes, change);
}

static GPtrArray *
changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ink_item_change_free);
}

GPtrArray *
ink_items_diff (GPtrArray *before,
                GPtrArray *after)
{
  GPtrArray *changes = changes_new ();
  g_autoptr (GHashTable) old = items_by_key (before);
  g_autoptr (GHashTable) new = items_by_key (after);

  for (guint i = 0; i < before->len; i++)
    {
      InkItem *item = g_ptr_array_index (before, i);
      g_autofree char *key = item_key (item);

      if (!g_hash_table_contains (new, key))
        add_change (changes, item, NULL);
    }
  for (guint i = 0; i < after->len; i++)
    {
      InkItem *item = g_ptr_array_index (after, i);
      g_autofree char *key = item_key (item);
      InkItem *was = g_hash_table_lookup (old, key);

      if (was == NULL || !item_equal (was, item))
        add_change (changes, was, item);
    }
  return changes;
}

GPtrArray *
ink_items_apply (GPtrArray *items,
                 GPtrArray *changes,
                 gboolean   backwards)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_item_free);
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      InkItemChange *change = g_ptr_array_index (changes, i);
      InkItem *target = backwards ? change->before : change->after;

      g_hash_table_add (touched, item_key (change->before != NULL ? change->before
                                                                  : change->after));
      if (target != NULL)
        g_ptr_array_add (result, item_copy (target));
    }
  for (guint i = 0; i < items->len; i++)
    {
      InkItem *item = g_ptr_array_index (items, i);
      g_autofree char *key = item_key (item);

      if (!g_hash_table_contains (touched, key))
        g_ptr_array_add (result, item_copy (item));
    }
  return result;
}

static void
build_side (JsonBuilder   *builder,
            const char    *name,
            const InkItem *item)
{
  json_builder_set_member_name (builder, name);
  if (item == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "position");
  json_builder_add_int_value (builder, item->position);
  json_builder_set_member_name (builder, "json");
  json_builder_add_string_value (builder, item->json);
  json_builder_end_object (builder);
}

char *
ink_item_changes_to_json (GPtrArray *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      InkItemChange *change = g_ptr_array_index (changes, i);
      InkItem *item = change->after != NULL ? change->after : change->before;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, item->kind);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, item->id);
      build_side (builder, "before", change->before);
      build_side (builder, "after", change->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* Brackets outside of texts, counted before json-glib recurses over them. */
static gboolean
is_shallow (const char *text)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *c = text; *c != '\0'; c++)
    if (quoted)
      {
        if (*c == '\\' && c[1] != '\0')
          c++;
        else if (*c == '"')
          quoted = FALSE;
      }
    else if (*c == '"')
      quoted = TRUE;
    else if (*c == '[' || *c == '{')
      {
        if (++depth > MAX_DEPTH)
          return FALSE;
      }
    else if (*c == ']' || *c == '}')
      depth--;
  return TRUE;
}

static const char *
string_member (JsonObject *object,
               const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

static InkItem *
read_side (JsonObject *object,
           const char *name,
           const char *kind,
           const char *id)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonObject *side;
  JsonNode *position;
  const char *json;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  side = json_node_get_object (node);
  position = json_object_get_member (side, "position");
  json = string_member (side, "json");
  if (json == NULL || position == NULL || !JSON_NODE_HOLDS_VALUE (position))
    return NULL;
  return ink_item_new (kind, id, (int) CLAMP (json_node_get_int (position), 0, G_MAXINT), json);
}

static gboolean
read_change (JsonNode  *node,
             GPtrArray *changes)
{
  JsonObject *object;
  InkItemChange *change;
  const char *kind, *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  kind = string_member (object, "kind");
  id = string_member (object, "id");
  if (kind == NULL || id == NULL)
    return FALSE;
  change = g_new0 (InkItemChange, 1);
  g_ptr_array_add (changes, change);
  change->before = read_side (object, "before", kind, id);
  change->after = read_side (object, "after", kind, id);
  return change->before != NULL || change->after != NULL;
}

GPtrArray *
ink_item_changes_from_json (const char  *text,
                            GError     **error)
{
  g_autoptr (GPtrArray) changes = changes_new ();
  g_autoptr (JsonNode) root = is_shallow (text) ? json_from_string (text, NULL) : NULL;
  gboolean good = root != NULL && JSON_NODE_HOLDS_ARRAY (root);

  if (good)
    {
      JsonArray *array = json_node_get_array (root);

      for (guint i = 0; good && i < json_array_get_length (array); i++)
        good = read_change (json_array_get_element (array, i), changes);
    }
  if (good)
    return g_steal_pointer (&changes);
  g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                       _("The project's list of steps is damaged, so this step cannot be undone."));
  return NULL;
}
