/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What `define` does: a file's definitions over those that are there. */
#include "definition/ink-definition-private.h"

#include <json-glib/json-glib.h>

/* @item with the id of the one of its name in @old, so that selections and history follow it. */
static gpointer
adopt_id (const InkItemClass *class,
          GHashTable *old,
          gpointer item)
{
  gpointer before = g_hash_table_lookup (old, ink_item_name (class, item));
  gpointer copy;

  if (before == NULL || g_strcmp0 (ink_item_id (class, before), ink_item_id (class, item)) == 0)
    return class->ref (item);

  copy = class->copy (item);
  ink_item_set_id (class, copy, ink_item_id (class, before));
  return copy;
}

static GHashTable *
index_by_name (const InkItemClass *class,
               gpointer *items)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; items[i] != NULL; i++)
    g_hash_table_insert (names, (char *) ink_item_name (class, items[i]), items[i]);

  return names;
}

static gpointer *
merge_items (const InkItemClass *class,
             gpointer *old,
             gpointer *added,
             gboolean keep_old)
{
  g_autoptr (GHashTable) old_names = index_by_name (class, old);
  g_autoptr (GHashTable) added_names = index_by_name (class, added);
  g_autoptr (GPtrArray) result = g_ptr_array_new ();

  for (guint i = 0; keep_old && old[i] != NULL; i++)
    {
      gpointer new_item = g_hash_table_lookup (added_names, ink_item_name (class, old[i]));

      g_ptr_array_add (result, new_item != NULL ? adopt_id (class, old_names, new_item)
                                                : class->ref (old[i]));
    }
  for (guint i = 0; added[i] != NULL; i++)
    if (!keep_old || !g_hash_table_contains (old_names, ink_item_name (class, added[i])))
      g_ptr_array_add (result, adopt_id (class, old_names, added[i]));
  g_ptr_array_add (result, NULL);
  return g_ptr_array_steal (result, NULL);
}

static void
merge_all_items (InkDefinition *result,
                 const InkDefinition *old,
                 const InkDefinition *added,
                 gboolean keep_old)
{
  for (guint i = 0; i < INK_N_ITEMS; i++)
    {
      const InkItemClass *class = &ink_item_classes[i];

      ink_definition_take_items (result, class,
                                 merge_items (class, ink_item_array (old, class),
                                              ink_item_array (added, class), keep_old));
    }
}

static void
take_text (char **place,
           const char *added)
{
  if (added == NULL)
    return;

  g_free (*place);
  *place = g_strdup (added);
}

/* @first, then what of @second is not in it. */
static void
join_names (char ***place,
            char **first,
            char **second)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) result = g_ptr_array_new ();
  char **lists[] = { first, second };
  char **old = *place;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i][j] != NULL; j++)
      if (g_hash_table_add (seen, lists[i][j]))
        g_ptr_array_add (result, g_strdup (lists[i][j]));
  g_ptr_array_add (result, NULL);
  *place = (char **) g_ptr_array_steal (result, NULL);
  g_strfreev (old);
}

static void
join_texts (GHashTable *texts,
            GHashTable *added)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, added);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (texts, g_strdup (key), g_strdup (value));
}

static char *
identify_note (const InkNote *note)
{
  return g_strconcat (note->date, "\n", note->text, NULL);
}

/* Remarks have no names: one that is there already is not added again. */
static void
join_notes (InkDefinition *result,
            const InkDefinition *old,
            const InkDefinition *added)
{
  const InkDefinition *both[] = { old, added };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (InkNote));

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    for (guint j = 0; j < both[i]->n_notes; j++)
      if (g_hash_table_add (seen, identify_note (&both[i]->notes[j])) || i == 0)
        g_array_append_val (notes, both[i]->notes[j]);
  ink_definition_set_notes (result, (const InkNote *) (gpointer) notes->data, notes->len);
}

/* A slide's name is its title. */
static char *
title_of_slide (const char *slide)
{
  g_autoptr (JsonNode) node = json_from_string (slide, NULL);
  JsonNode *title = NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    title = json_object_get_member (json_node_get_object (node), "title");
  if (title == NULL || !JSON_NODE_HOLDS_VALUE (title)
      || json_node_get_value_type (title) != G_TYPE_STRING)
    return g_strdup (slide);

  return json_node_dup_string (title);
}

static void
join_slides (InkDefinition *result,
             char **old,
             char **added)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) slides = g_ptr_array_new ();
  char **before = result->slides;

  for (guint i = 0; old[i] != NULL; i++)
    {
      g_hash_table_insert (titles, title_of_slide (old[i]), GUINT_TO_POINTER (i + 1));
      g_ptr_array_add (slides, old[i]);
    }
  for (guint i = 0; added[i] != NULL; i++)
    {
      g_autofree char *title = title_of_slide (added[i]);
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (titles, title));

      if (at > 0)
        slides->pdata[at - 1] = added[i];
      else
        g_ptr_array_add (slides, added[i]);
    }
  g_ptr_array_add (slides, NULL);
  result->slides = g_strdupv ((char **) slides->pdata);
  g_strfreev (before);
}

/**
 * ink_definition_merge:
 * @added: what a file says
 *
 * Returns: (transfer full): @definition with @added's over it
 */
InkDefinition *
ink_definition_merge (InkDefinition *definition,
                      InkDefinition *added)
{
  InkDefinition *result;

  g_return_val_if_fail (definition != NULL && added != NULL, NULL);

  result = ink_definition_copy (definition);
  merge_all_items (result, definition, added, TRUE);
  take_text (&result->time_zone, added->time_zone);
  take_text (&result->export_time, added->export_time);
  take_text (&result->main_goal, added->main_goal);
  if (added->stages[0] != NULL)
    join_names (&result->stages, added->stages, definition->stages);
  join_names (&result->passive, definition->passive, added->passive);
  join_names (&result->hidden, definition->hidden, added->hidden);
  join_texts (result->labels, added->labels);
  join_texts (result->settings, added->settings);
  join_notes (result, definition, added);
  join_slides (result, definition->slides, added->slides);
  return result;
}

/**
 * ink_definition_replace:
 *
 * Returns: (transfer full): @replacement; what had the same name in @definition keeps its id
 */
InkDefinition *
ink_definition_replace (InkDefinition *definition,
                        InkDefinition *replacement)
{
  InkDefinition *result;

  g_return_val_if_fail (definition != NULL && replacement != NULL, NULL);

  result = ink_definition_copy (replacement);
  merge_all_items (result, definition, replacement, FALSE);
  return result;
}
