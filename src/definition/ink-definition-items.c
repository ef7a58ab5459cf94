/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A definition taken apart into rows and put together from them. */
#include "config.h"

#include "definition/ink-definition-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-json-tree.h"
#include "definition/ink-write.h"

#define KIND_PROJECT "project"
#define KIND_SLIDE "slide"
#define LIST_OF_SLIDES "report"

/**
 * ink_item_new:
 * @json: (nullable): none yet
 *
 * Returns: (transfer full): a row with copies of the texts
 */
InkItem *
ink_item_new (const char *kind,
              const char *id,
              int position,
              const char *json)
{
  InkItem *item = g_new0 (InkItem, 1);

  item->kind = g_strdup (kind);
  item->id = g_strdup (id);
  item->position = position;
  item->json = g_strdup (json);
  return item;
}

/**
 * ink_item_copy:
 * @item: (nullable): a row
 *
 * Returns: (transfer full) (nullable): one of its own
 */
InkItem *
ink_item_copy (const InkItem *item)
{
  return item != NULL ? ink_item_new (item->kind, item->id, item->position, item->json) : NULL;
}

/**
 * ink_item_free:
 * @item: (nullable): a row
 */
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

/* --- Taking apart --- */

static void
add_values (GPtrArray *items,
            const InkDefinition *definition,
            guint item_class)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  gpointer *values = ink_item_array (definition, class);

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);

      ink_write_item (json, item_class, values[i]);
      g_ptr_array_add (items, ink_item_new (class->kind, ink_item_id (class, values[i]), (int) i,
                                            json->str));
    }
}

/* Slides have no ids yet: their place stands in. */
static void
add_slides (GPtrArray *items,
            const InkDefinition *definition)
{
  for (guint i = 0; definition->slides[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("slide-%u", i + 1);

      g_ptr_array_add (items, ink_item_new (KIND_SLIDE, id, (int) i, definition->slides[i]));
    }
}

/* What stands beside the lists: each member of the file is a row. */
static void
add_project (GPtrArray *items,
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
  g_strfreev (bare->slides);
  bare->slides = g_new0 (char *, 1);
  text = ink_definition_to_json (bare);
  root = ink_json_tree_read (text, -1, NULL, NULL);
  g_return_if_fail (root != NULL);

  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &key, &node))
    if (!g_str_equal (key, "inkling"))
      {
        g_autofree char *json = ink_json_node_to_text (node);

        g_ptr_array_add (items, ink_item_new (KIND_PROJECT, key, 0, json));
      }
}

GPtrArray *
ink_definition_to_items (const InkDefinition *definition)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_item_free);

  g_return_val_if_fail (definition != NULL, items);

  add_project (items, definition);
  for (guint i = 0; i < INK_N_ITEMS; i++)
    add_values (items, definition, i);
  add_slides (items, definition);
  return items;
}

/* --- Putting together --- */

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
items_of_kind (GPtrArray *items,
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
put_list (GString *json,
          GPtrArray *items,
          const char *kind,
          const char *list)
{
  g_autoptr (GPtrArray) entries = items_of_kind (items, kind);

  if (entries->len == 0)
    return;

  ink_json_put_key (json, list);
  g_string_append_c (json, '[');
  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (json, "%s%s", i > 0 ? ", " : "",
                            ((InkItem *) g_ptr_array_index (entries, i))->json);
  g_string_append_c (json, ']');
}

/* The texts are put together as they are: the definition reader checks the whole, its depth and
 * repeated keys included, whatever the rows held. */
static char *
items_to_text (GPtrArray *items)
{
  g_autoptr (GPtrArray) project = items_of_kind (items, KIND_PROJECT);
  GString *json = g_string_new ("{\"inkling\": 1");

  for (guint i = 0; i < project->len; i++)
    {
      const InkItem *item = g_ptr_array_index (project, i);

      ink_json_put_key (json, item->id);
      g_string_append (json, item->json);
    }
  for (guint i = 0; i < INK_N_ITEMS; i++)
    put_list (json, items, ink_item_classes[i].kind, ink_item_classes[i].list);
  put_list (json, items, KIND_SLIDE, LIST_OF_SLIDES);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* The definition was made a moment ago and nobody else has seen it: the one time at which its
 * values may be given the ids that they had. */
static gboolean
restore_ids (InkDefinition *definition,
             GPtrArray *items,
             const InkItemClass *class)
{
  g_autoptr (GPtrArray) entries = items_of_kind (items, class->kind);
  gpointer *values = ink_item_array (definition, class);
  guint n = 0;

  while (values[n] != NULL)
    n++;
  if (n != entries->len)
    return FALSE;

  for (guint i = 0; i < n; i++)
    ink_item_set_id (class, values[i], ((InkItem *) g_ptr_array_index (entries, i))->id);
  return TRUE;
}

InkDefinition *
ink_definition_from_items (GPtrArray *items,
                           GError **error)
{
  g_autofree char *text = items_to_text (items);
  g_autoptr (GError) local = NULL;
  g_autoptr (InkDefinition) definition
      = ink_definition_restore_json (text, -1, _("the project"), &local);
  gboolean good = definition != NULL;

  for (guint i = 0; good && i < INK_N_ITEMS; i++)
    good = restore_ids (definition, items, &ink_item_classes[i]);
  if (good)
    return g_steal_pointer (&definition);

  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _("The project's definitions are damaged (%s)."),
               local != NULL ? local->message : _("a row holds more than one"));
  return NULL;
}
