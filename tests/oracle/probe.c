/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers the cases of generate.py with the engine: one JSON object a line in, one a line out.
 *
 * Whatever the engine refuses is {"refused": its sentence}. The events are put into the store as they
 * stand; with --import they are written to a file and imported as any other. */
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-overview.h"
#include "analysis/ink-program.h"
#include "definition/ink-definition-json.h"
#include "events/ink-event-store-builder.h"
#include "import/ink-importer.h"

static gboolean through_import;

static guint32
find_person (InkEventStoreBuilder *builder,
             JsonObject *line,
             const char *member)
{
  const char *id;

  if (json_object_get_null_member (line, member))
    return INK_NO_PERSON;
  id = json_object_get_string_member (line, member);
  return ink_event_store_builder_person (builder, id, strlen (id));
}

static void
set_text (InkEventStoreBuilder *builder,
          guint property,
          const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 time;

  /* As the importers do: what is written as a time is one. */
  if (strlen (text) > 16 && text[10] == 'T' && ink_time_parse_iso (text, strlen (text), utc, &time))
    ink_event_store_builder_set_time (builder, property, time);
  else
    ink_event_store_builder_set_text (builder, property, text, strlen (text));
}

static void
set_property (InkEventStoreBuilder *builder,
              guint property,
              JsonNode *value)
{

  if (JSON_NODE_HOLDS_NULL (value))
    return;
  switch (json_node_get_value_type (value))
    {
    case G_TYPE_STRING:
      set_text (builder, property, json_node_get_string (value));
      break;
    case G_TYPE_BOOLEAN:
      ink_event_store_builder_set_boolean (builder, property, json_node_get_boolean (value));
      break;
    default:
      ink_event_store_builder_set_number (builder, property, json_node_get_double (value));
      break;
    }
}

static void
set_properties (InkEventStoreBuilder *builder,
                JsonObject *properties,
                InkOn on)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, properties);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    set_property (builder, ink_event_store_builder_property (builder, name, on), value);
}

static gint64
parse_time (JsonObject *line)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  const char *text;
  gint64 time;

  if (json_object_get_null_member (line, "time"))
    return INK_TIME_NONE;
  text = json_object_get_string_member (line, "time");
  if (!ink_time_parse_iso (text, strlen (text), utc, &time))
    g_error ("not a time: %s", text);
  return time;
}

static void
add_line (InkEventStoreBuilder *builder,
          JsonObject *line)
{
  guint32 person = find_person (builder, line, "person");
  const char *name;

  if (json_object_has_member (line, "same_as"))
    {
      ink_event_store_builder_link (builder, person, find_person (builder, line, "same_as"),
                                    INK_LINK_SAME);
    }
  else if (json_object_has_member (line, "person_properties"))
    {
      ink_event_store_builder_person_row (builder, person);
      set_properties (builder, json_object_get_object_member (line, "person_properties"),
                      INK_ON_PERSON);
    }
  else
    {
      name = json_object_get_string_member (line, "event");
      ink_event_store_builder_event (
          builder, person, ink_event_store_builder_name (builder, name, strlen (name)),
          parse_time (line));
      if (json_object_has_member (line, "properties"))
        set_properties (builder, json_object_get_object_member (line, "properties"),
                        INK_ON_EVENT);
    }
}

static InkEventStore *
build_store (JsonArray *lines,
             GError **error)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);

  for (guint i = 0; i < json_array_get_length (lines); i++)
    add_line (builder, json_array_get_object_element (lines, i));
  return ink_event_store_builder_end (builder, NULL, NULL, error);
}

static char *
lines_to_text (JsonArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      g_autofree char *line = json_to_string (json_array_get_element (lines, i), FALSE);

      g_string_append (text, line);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static InkEventStore *
import_store (JsonArray *lines,
              GError **error)
{
  g_autofree char *text = lines_to_text (lines);
  g_autofree char *path = NULL;
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  InkEventStore *store = NULL;
  int file = g_file_open_tmp ("oracle-XXXXXX.ndjson", &path, error);

  if (file < 0)
    return NULL;
  g_close (file, NULL);
  ink_import_options_set_source (options, "inkling");
  options->privacy = INK_PRIVACY_OFF;
  if (g_file_set_contents (path, text, -1, error))
    {
      const char *const files[] = { path, NULL };

      store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, error);
    }
  g_unlink (path);

  return store;
}

static char *
evaluate_funnel (InkEventStore *store,
                 InkDefinition *definition,
                 JsonNode *node,
                 GError **error)
{
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InkFunnelResult) result = NULL;
  g_autoptr (InkFunnel) funnel = NULL;

  funnel = ink_funnel_from_json (text, -1, "funnel", NULL, definition, warnings, error);
  if (funnel == NULL)
    return NULL;
  result = ink_funnel_evaluate (store, definition, funnel, NULL, NULL, error);
  return result == NULL ? NULL : ink_funnel_result_to_json (result, TRUE);
}

/* The completion times of a goal by person; null for one without a time. */
static void
add_moments (JsonBuilder *builder,
             InkEventStore *store,
             const InkRows *rows)
{
  const gint64 *times = ink_event_store_get_times (store);
  guint32 person = INK_NO_PERSON;

  json_builder_begin_object (builder);
  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 owner = ink_event_store_person_of_row (store, rows->rows[i]);

      if (owner != person)
        {
          if (person != INK_NO_PERSON)
            json_builder_end_array (builder);
          json_builder_set_member_name (builder, ink_event_store_get_person_id (store, owner));
          json_builder_begin_array (builder);
          person = owner;
        }
      if (times[rows->rows[i]] == INK_TIME_NONE)
        json_builder_add_null_value (builder);
      else
        json_builder_add_int_value (builder, times[rows->rows[i]]);
    }
  if (person != INK_NO_PERSON)
    json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
evaluate_goals (InkEventStore *store,
                InkDefinition *definition,
                GError **error)
{
  g_autoptr (InkScope) scope = ink_scope_new (store, definition, NULL);
  g_autofree char *overview = ink_goals_to_json (store, definition, NULL, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  if (overview == NULL)
    return NULL;
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "goals");
  json_builder_begin_object (builder);
  for (InkGoal **goal = definition->goals; goal != NULL && *goal != NULL; goal++)
    {
      InkProgram *program = ink_scope_goal (scope, (*goal)->name, error);

      if (program == NULL)
        return NULL;
      json_builder_set_member_name (builder, (*goal)->name);
      add_moments (builder, scope->store, ink_program_get_moments (program));
    }
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "overview");
  json_builder_add_value (builder, json_from_string (overview, NULL));
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static char *
answer_case (JsonObject *object,
             GError **error)
{
  const char *kind = json_object_get_string_member (object, "kind");
  g_autofree char *text = json_to_string (json_object_get_member (object, "definition"), FALSE);
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkEventStore) store = NULL;

  definition = ink_definition_from_json (text, -1, "definition", NULL, NULL, error);
  if (definition == NULL)
    return NULL;
  store = (through_import ? import_store : build_store) (
      json_object_get_array_member (object, "events"), error);
  if (store == NULL)
    return NULL;
  if (g_str_equal (kind, "goals"))
    return evaluate_goals (store, definition, error);
  if (g_str_equal (kind, "personas"))
    return ink_personas_to_json (store, definition, NULL, error);
  return evaluate_funnel (store, definition, json_object_get_member (object, "funnel"), error);
}

static char *
refusal_to_json (const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "refused");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static void
answer_line (const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = NULL;

  if (!json_parser_load_from_data (parser, line, -1, &error))
    g_error ("not a case: %s", error->message);
  answer = answer_case (json_node_get_object (json_parser_get_root (parser)), &error);
  if (answer == NULL)
    answer = refusal_to_json (error);
  /* A line break in JSON is only ever between its tokens. */
  puts (g_strdelimit (answer, "\n", ' '));
  fflush (stdout);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *line = NULL;
  size_t size = 0;

  through_import = argc > 1 && g_str_equal (argv[1], "--import");
  while (getline (&line, &size, stdin) > 0)
    answer_line (line);
  return 0;
}
