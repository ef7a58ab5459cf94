/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole definition files out of JSON: the version, and what stands beside the lists of named
 * things (ink-read-items.c). */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-definition-private.h"
#include "definition/ink-json-text.h"
#include "definition/ink-read.h"

static gboolean
read_member_names (InkRead *read,
                   const InkPlace *root,
                   JsonObject *object,
                   const char *key,
                   char ***names)
{
  InkPlace at = INK_PLACE_KEY (root, key);

  return !json_object_has_member (object, key)
         || ink_read_names (read, &at, json_object_get_member (object, key), names);
}

static gboolean
read_labels (InkRead *read,
             const InkPlace *root,
             JsonObject *object,
             GHashTable *labels)
{
  InkPlace place = INK_PLACE_KEY (root, "labels");
  JsonObjectIter iter;
  const char *event;
  JsonNode *node;
  JsonObject *table = ink_read_member_table (read, &place, object);

  if (table == NULL)
    return read->error == NULL;

  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &event, &node))
    {
      InkPlace at = INK_PLACE_KEY (&place, event);
      char *label = NULL;

      if (!ink_read_text (read, &at, node, FALSE, &label))
        return FALSE;
      g_hash_table_insert (labels, g_strdup (event), label);
    }
  return TRUE;
}

/* Constants are kept as they are written; who uses one knows its type. */
static gboolean
read_settings (InkRead *read,
               const InkPlace *root,
               JsonObject *object,
               GHashTable *settings)
{
  InkPlace place = INK_PLACE_KEY (root, "settings");
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  JsonObject *table = ink_read_member_table (read, &place, object);

  if (table == NULL)
    return read->error == NULL;

  json_object_iter_init (&iter, table);
  while (json_object_iter_next (&iter, &name, &node))
    g_hash_table_insert (settings, g_strdup (name), ink_json_node_to_text (node));
  return TRUE;
}

static gboolean
read_note (InkRead *read,
           const InkPlace *place,
           JsonNode *node,
           InkNote *note)
{
  static const char *const keys[] = { "date", "text", NULL };
  InkPlace at = INK_PLACE_KEY (place, "date");
  JsonObject *object;

  if (!ink_read_object (read, place, node, keys, &object)
      || !ink_read_needed_text (read, place, object, "text", &note->text))
    return FALSE;
  if (!json_object_has_member (object, "date"))
    return ink_read_fail (read, place, NULL, _("'%s' is missing here."), "date");

  return ink_read_date (read, &at, json_object_get_member (object, "date"), &note->date);
}

static gboolean
read_notes (InkRead *read,
            const InkPlace *root,
            JsonObject *object,
            InkDefinition *definition)
{
  InkPlace place = INK_PLACE_KEY (root, "notes");
  JsonArray *array = ink_read_member_list (read, &place, object);
  guint n;

  if (array == NULL)
    return read->error == NULL;

  n = json_array_get_length (array);
  definition->notes = n > 0 ? g_new0 (InkNote, n) : NULL;
  definition->n_notes = n;
  for (guint i = 0; i < n; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&place, i);

      if (!read_note (read, &at, json_array_get_element (array, i), &definition->notes[i]))
        return FALSE;
    }
  return TRUE;
}

/* Slides are kept whole; the report knows what is in them. */
static gboolean
read_slides (InkRead *read,
             const InkPlace *root,
             JsonObject *object,
             InkDefinition *definition)
{
  InkPlace place = INK_PLACE_KEY (root, "report");
  g_autoptr (GPtrArray) slides = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array = ink_read_member_list (read, &place, object);
  JsonObject *slide;

  if (array == NULL)
    return read->error == NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&place, i);
      JsonNode *node = json_array_get_element (array, i);

      if (!ink_read_object (read, &at, node, NULL, &slide))
        return FALSE;
      g_ptr_array_add (slides, ink_json_node_to_text (node));
    }
  g_ptr_array_add (slides, NULL);
  g_strfreev (definition->slides);
  definition->slides = (char **) g_ptr_array_steal (slides, NULL);
  return TRUE;
}

/* Where the computer has no list of zones, every name is taken. */
static gboolean
is_time_zone (const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone != NULL || !g_file_test ("/usr/share/zoneinfo", G_FILE_TEST_IS_DIR);
}

static gboolean
read_times (InkRead *read,
            const InkPlace *root,
            JsonObject *object,
            InkDefinition *definition)
{
  InkPlace zone = INK_PLACE_KEY (root, "time_zone");
  InkPlace end = INK_PLACE_KEY (root, "export_time");

  if (!ink_read_member_text (read, root, object, "time_zone", &definition->time_zone))
    return FALSE;
  if (definition->time_zone != NULL && !is_time_zone (definition->time_zone))
    return ink_read_fail (read, &zone, NULL,
                          _("there is no time zone '%s'; write one such as 'Europe/Berlin'."),
                          definition->time_zone);

  return !json_object_has_member (object, "export_time")
         || ink_read_date (read, &end, json_object_get_member (object, "export_time"),
                           &definition->export_time);
}

static gboolean
check_version (InkRead *read,
               const InkPlace *root,
               JsonObject *object)
{
  InkPlace at = INK_PLACE_KEY (root, "inkling");
  guint version;

  if (!json_object_has_member (object, "inkling"))
    return ink_read_fail (read, root, NULL,
                          _("this is no definition of Inkling: \"inkling\": 1 is missing."));
  if (!ink_read_count (read, &at, json_object_get_member (object, "inkling"), 1, G_MAXUINT,
                       &version))
    return FALSE;
  if (version > 1)
    return ink_read_fail (read, &at, NULL,
                          _("a newer version of Inkling wrote this; this one reads version 1."));

  return TRUE;
}

static gboolean
read_members (InkRead *read,
              const InkPlace *root,
              JsonObject *object,
              InkDefinition *definition)
{
  for (guint i = 0; i < INK_N_ITEMS; i++)
    if (!ink_read_items (read, root, object, i, definition))
      return FALSE;

  return read_times (read, root, object, definition)
         && read_member_names (read, root, object, "stages", &definition->stages)
         && read_member_names (read, root, object, "passive", &definition->passive)
         && read_member_names (read, root, object, "hidden", &definition->hidden)
         && ink_read_member_text (read, root, object, "main", &definition->main_goal)
         && read_labels (read, root, object, definition->labels)
         && read_settings (read, root, object, definition->settings)
         && read_notes (read, root, object, definition)
         && read_slides (read, root, object, definition);
}

InkDefinition *
ink_read_definition (InkRead *read,
                     JsonNode *root)
{
  static const char *const keys[]
      = { "inkling", "time_zone", "export_time", "stages",   "main",      "passive",
          "hidden",  "labels",    "settings",    "notes",    "goals",     "personas",
          "funnels", "followups", "report",      NULL };
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  InkPlace place = INK_PLACE_ROOT;
  JsonObject *object;

  /* The version first: a file of something else is told so, not which key is unknown. */
  if (!ink_read_object (read, &place, root, NULL, &object)
      || !check_version (read, &place, object)
      || !ink_read_object (read, &place, root, keys, &object)
      || !read_members (read, &place, object, definition))
    return NULL;

  return g_steal_pointer (&definition);
}
