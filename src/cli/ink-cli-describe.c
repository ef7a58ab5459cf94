/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli describe, goals, personas: what a project holds. */

#include "config.h"

#include "analysis/ink-overview.h"
#include "cli/ink-cli-print.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "base/ink-time.h"

#include <glib/gi18n-lib.h>

typedef int (*Show) (InkDocument *document, gboolean json, GError **error);

static const GOptionEntry *
json_entries (gboolean *json)
{
  static GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("One JSON object"), NULL },
    G_OPTION_ENTRY_NULL
  };

  entries[0].arg_data = json;
  return entries;
}

/* The three commands differ in what they show only. */
static int
show_project (const InkCommand *command,
              int argc,
              char **argv,
              Show show)
{
  gboolean json = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  int status;

  if (!ink_cli_parse (command, json_entries (&json), argc, argv, 1, 1, &arguments, &status))
    return status;
  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  status = show (document, json, &error);
  ink_cli_project_close (document);

  return error != NULL ? ink_cli_fail (error) : status;
}

static char *
sources_to_json (InkDocument *document,
                 GError **error)
{
  g_autoptr (GPtrArray) imports = ink_document_get_imports (document, error);
  GString *text;

  if (imports == NULL)
    return NULL;

  text = g_string_new ("[");
  for (guint i = 0; i < imports->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ((InkImportRecord *) g_ptr_array_index (imports, i))->report);
  g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static InkTable *
make_event_table (const InkSchema *schema)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Event"));
  ink_table_builder_add_number (builder, "events", _ ("Count"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  for (guint i = 0; i < schema->n_events; i++)
    {
      ink_table_builder_text (builder, schema->events[i].name);
      ink_table_builder_number (builder, schema->events[i].events);
      ink_table_builder_number (builder, schema->events[i].people);
    }

  return ink_table_builder_end (builder);
}

static InkTable *
make_property_table (const InkSchema *schema)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Property"));
  ink_table_builder_add_text (builder, "on", _ ("Of"));
  ink_table_builder_add_text (builder, "type", _ ("Type"));
  ink_table_builder_add_number (builder, "distinct", _ ("Different"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *property = &schema->properties[i];

      ink_table_builder_text (builder, property->name);
      ink_table_builder_text (builder, property->on == INK_ON_EVENT ? _ ("event") : _ ("person"));
      ink_table_builder_text (builder, ink_kind_to_string (property->kind));
      ink_table_builder_number (builder, property->distinct);
      ink_table_builder_number (builder, property->filled);
    }

  return ink_table_builder_end (builder);
}

static void
print_table (InkTable *table)
{
  g_autofree char *text = ink_cli_table_to_text (table, NULL);

  ink_cli_print (text);
  ink_table_unref (table);
}

static char *
moment_to_text (gint64 time)
{
  return time == INK_TIME_NONE ? g_strdup (_ ("unknown")) : ink_time_to_iso (time);
}

static int
show_description (InkDocument *document,
                  gboolean json,
                  GError **error)
{
  InkEventStore *store = ink_document_get_store (document);
  const InkSchema *schema = ink_event_store_get_schema (store);
  g_autofree char *first = moment_to_text (ink_event_store_get_first (store));
  g_autofree char *last = moment_to_text (ink_event_store_get_last (store));
  g_autofree char *sources = sources_to_json (document, error);
  g_autofree char *text = NULL;

  if (sources == NULL)
    return INK_EXIT_FAILED;
  if (json)
    {
      text = ink_describe_to_json (store, sources, error);
      if (text == NULL)
        return INK_EXIT_FAILED;
      ink_cli_print (text);
      return INK_EXIT_DONE;
    }

  text = g_strdup_printf (_ ("%'u events of %'u people, from %s to %s\n"),
                          ink_event_store_get_n_events (store),
                          ink_event_store_get_n_people (store), first, last);
  ink_cli_print (text);
  print_table (make_event_table (schema));
  ink_cli_print ("\n");
  print_table (make_property_table (schema));

  return INK_EXIT_DONE;
}

static int
show_goals (InkDocument *document,
            gboolean json,
            GError **error)
{
  InkEventStore *store = ink_document_get_store (document);
  InkDefinition *definition = ink_document_get_definition (document);

  if (json)
    {
      g_autofree char *text = ink_goals_to_json (store, definition, NULL, error);

      if (text != NULL)
        ink_cli_print (text);
    }
  else
    {
      InkTable *table = ink_goals_to_table (store, definition, NULL, error);

      if (table != NULL)
        print_table (table);
    }

  return INK_EXIT_DONE;
}

static int
show_personas (InkDocument *document,
               gboolean json,
               GError **error)
{
  InkEventStore *store = ink_document_get_store (document);
  InkDefinition *definition = ink_document_get_definition (document);

  if (json)
    {
      g_autofree char *text = ink_personas_to_json (store, definition, NULL, error);

      if (text != NULL)
        ink_cli_print (text);
    }
  else
    {
      InkTable *table = ink_personas_to_table (store, definition, NULL, error);

      if (table != NULL)
        print_table (table);
    }

  return INK_EXIT_DONE;
}

static int
run_describe (const InkCommand *command,
              int argc,
              char **argv)
{
  return show_project (command, argc, argv, show_description);
}

static int
run_goals (const InkCommand *command,
           int argc,
           char **argv)
{
  return show_project (command, argc, argv, show_goals);
}

static int
run_personas (const InkCommand *command,
              int argc,
              char **argv)
{
  return show_project (command, argc, argv, show_personas);
}

const InkCommand ink_command_describe = {
  .name = "describe",
  .arguments = "PROJECT",
  .summary = N_ ("Events, people, properties and imports of a project"),
  .teaching = N_ ("With --json also every import with its report, rejected rows included."),
  .run = run_describe,
};

const InkCommand ink_command_goals = {
  .name = "goals",
  .arguments = "PROJECT",
  .summary = N_ ("How many people complete each goal"),
  .teaching = N_ ("People, share of all people, completions, first and last completion per goal."),
  .run = run_goals,
};

const InkCommand ink_command_personas = {
  .name = "personas",
  .arguments = "PROJECT",
  .summary = N_ ("How many people belong to each persona"),
  .teaching = N_ ("Personas are tried in their order; the first that matches wins; the rest are\n"
                  "'Everyone else'. The shares add up to one."),
  .run = run_personas,
};
