/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole definition files out of JSON: the lists of named things and what stands beside them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-definition-private.h"
#include "definition/ink-json-text.h"
#include "definition/ink-read.h"

/* Reads one element of a list; NULL once an error was set. */
typedef gpointer (*ReadItemFunc) (InkRead *read, const InkPlace *place, JsonNode *node);

/* --- Members --- */

/* The list at @place; NULL where it is not there, or is no list: then an error was set. */
static JsonArray *
read_list (InkRead *read,
           const InkPlace *place,
           JsonObject *object)
{
  JsonArray *array = NULL;

  if (!json_object_has_member (object, place->key)
      || !ink_read_array (read, place, json_object_get_member (object, place->key), &array))
    return NULL;
  return array;
}

/* The same for an object whose keys are names. */
static JsonObject *
read_table (InkRead *read,
            const InkPlace *place,
            JsonObject *object)
{
  JsonObject *table = NULL;

  if (!json_object_has_member (object, place->key)
      || !ink_read_object (read, place, json_object_get_member (object, place->key), NULL, &table))
    return NULL;
  return table;
}

/* --- Goals, personas, follow-ups --- */

/* What all of them have: an object with these @keys only, of which a name must be there. */
static gboolean
read_named (InkRead *read,
            const InkPlace *place,
            JsonNode *node,
            const char *const *keys,
            JsonObject **object,
            char **name)
{
  return ink_read_object (read, place, node, keys, object)
         && ink_read_needed_text (read, place, *object, "name", name);
}

static InkRule *
read_needed_rule (InkRead *read,
                  const InkPlace *place,
                  JsonObject *object)
{
  InkPlace at = INK_PLACE_KEY (place, "rule");

  if (!json_object_has_member (object, "rule"))
    {
      ink_read_fail (read, place, NULL, _("'%s' is missing here."), "rule");
      return NULL;
    }

  return ink_read_rule (read, &at, json_object_get_member (object, "rule"), NULL);
}

static gboolean
read_colour (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             char **colour)
{
  InkPlace at = INK_PLACE_KEY (place, "colour");

  return !json_object_has_member (object, "colour")
         || ink_read_colour (read, &at, json_object_get_member (object, "colour"), colour);
}

static gboolean
read_goal_kind (InkRead *read,
                const InkPlace *place,
                JsonObject *object,
                InkGoal *goal)
{
  static const char *const kinds[] = { "micro", "macro", NULL };
  InkPlace at = INK_PLACE_KEY (place, "kind");
  guint kind = 0;

  if (json_object_has_member (object, "kind")
      && !ink_read_word (read, &at, json_object_get_member (object, "kind"), kinds, &kind))
    return FALSE;

  goal->kind = (InkGoalKind) kind;
  return TRUE;
}

static gboolean
read_goal_value (InkRead *read,
                 const InkPlace *place,
                 JsonObject *object,
                 InkGoal *goal)
{
  static const char *const keys[] = { "fixed", "prop", NULL };
  InkPlace at = INK_PLACE_KEY (place, "value");
  InkPlace fixed = INK_PLACE_KEY (&at, "fixed");
  JsonObject *value;

  if (!json_object_has_member (object, "value"))
    return TRUE;
  if (!ink_read_object (read, &at, json_object_get_member (object, "value"), keys, &value))
    return FALSE;
  if (json_object_get_size (value) != 1)
    return ink_read_fail (read, &at, NULL,
                          _("a goal's value is either {\"fixed\": 400} or {\"prop\": \"value\"}."));
  if (json_object_has_member (value, "prop"))
    return ink_read_member_text (read, &at, value, "prop", &goal->value_property);

  goal->has_fixed_value = TRUE;
  return ink_read_number (read, &fixed, json_object_get_member (value, "fixed"),
                          &goal->fixed_value);
}

static gboolean
read_goal_parts (InkRead *read,
                 const InkPlace *place,
                 JsonObject *object,
                 InkGoal *goal)
{
  return read_goal_kind (read, place, object, goal)
         && read_goal_value (read, place, object, goal)
         && ink_read_member_text (read, place, object, "stage", &goal->stage)
         && ink_read_member_text (read, place, object, "note", &goal->note)
         && ink_read_member_text (read, place, object, "icon", &goal->icon)
         && read_colour (read, place, object, &goal->colour);
}

static gpointer
read_goal (InkRead *read,
           const InkPlace *place,
           JsonNode *node)
{
  static const char *const keys[]
      = { "name", "kind", "stage", "rule", "value", "colour", "icon", "note", NULL };
  InkPlace at = INK_PLACE_KEY (place, "rule");
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkGoal) goal = NULL;
  JsonObject *object;

  if (!read_named (read, place, node, keys, &object, &name))
    return NULL;
  rule = read_needed_rule (read, place, object);
  if (rule == NULL
      || !ink_read_check_moments (
          read, &at, rule,
          _("a goal needs an event that completes it; 'not', 'person', 'persona' and a lone "
            "'at_most' have none, and in 'any' no part may be without.")))
    return NULL;

  goal = ink_goal_new (name, rule);
  return read_goal_parts (read, place, object, goal) ? g_steal_pointer (&goal) : NULL;
}

static gpointer
read_persona (InkRead *read,
              const InkPlace *place,
              JsonNode *node)
{
  static const char *const keys[] = { "name", "colour", "rule", "note", NULL };
  InkPlace at = INK_PLACE_KEY (place, "name");
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkPersona) persona = NULL;
  JsonObject *object;

  if (!read_named (read, place, node, keys, &object, &name))
    return NULL;
  if (g_str_equal (name, INK_EVERYONE_ELSE))
    {
      ink_read_fail (read, &at, NULL, _("'%s' is the name of those who fit no persona."), name);
      return NULL;
    }
  rule = read_needed_rule (read, place, object);
  if (rule == NULL)
    return NULL;

  persona = ink_persona_new (name, rule);
  if (!read_colour (read, place, object, &persona->colour)
      || !ink_read_member_text (read, place, object, "note", &persona->note))
    return NULL;
  return g_steal_pointer (&persona);
}

static gpointer
read_follow_up (InkRead *read,
                const InkPlace *place,
                JsonNode *node)
{
  static const char *const keys[] = { "name", "rule", "note", NULL };
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkFollowUp) follow_up = NULL;
  JsonObject *object;

  if (!read_named (read, place, node, keys, &object, &name))
    return NULL;
  rule = read_needed_rule (read, place, object);
  if (rule == NULL)
    return NULL;

  follow_up = ink_follow_up_new (name, rule);
  if (!ink_read_member_text (read, place, object, "note", &follow_up->note))
    return NULL;
  return g_steal_pointer (&follow_up);
}

static gpointer
read_listed_funnel (InkRead *read,
                    const InkPlace *place,
                    JsonNode *node)
{
  return ink_read_funnel (read, place, node, NULL);
}

static gboolean
read_item (InkRead *read,
           const InkPlace *place,
           JsonNode *node,
           const InkItemClass *class,
           ReadItemFunc read_func,
           GHashTable *seen,
           GPtrArray *items)
{
  InkPlace at = INK_PLACE_KEY (place, "name");
  gpointer item = read_func (read, place, node);

  if (item == NULL)
    return FALSE;

  g_ptr_array_add (items, item);
  if (!g_hash_table_add (seen, (char *) ink_item_name (class, item)))
    return ink_read_fail (read, &at, NULL, _("there are two with the name '%s'."),
                          ink_item_name (class, item));
  return TRUE;
}

static gboolean
read_items (InkRead *read,
            const InkPlace *root,
            JsonObject *object,
            guint item_class,
            InkDefinition *definition)
{
  static const ReadItemFunc funcs[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = read_goal,
    [INK_ITEM_PERSONA] = read_persona,
    [INK_ITEM_FUNNEL] = read_listed_funnel,
    [INK_ITEM_FOLLOW_UP] = read_follow_up,
  };
  const InkItemClass *class = &ink_item_classes[item_class];
  InkPlace place = INK_PLACE_KEY (root, class->list);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (class->unref);
  JsonArray *array = read_list (read, &place, object);

  if (array == NULL)
    return read->error == NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&place, i);

      if (!read_item (read, &at, json_array_get_element (array, i), class, funcs[item_class], seen,
                      items))
        return FALSE;
    }
  g_ptr_array_add (items, NULL);
  ink_definition_take_items (definition, class, g_ptr_array_steal (items, NULL));
  return TRUE;
}

/* --- What stands beside them --- */

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
  JsonObject *table = read_table (read, &place, object);

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
  JsonObject *table = read_table (read, &place, object);

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
  JsonArray *array = read_list (read, &place, object);
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
  JsonArray *array = read_list (read, &place, object);
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
    if (!read_items (read, root, object, i, definition))
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
