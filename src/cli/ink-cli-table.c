/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli table: what the window's tables show, as a file for spreadsheets. */

#include "config.h"

#include "analysis/ink-data-queries.h"
#include "analysis/ink-overview.h"
#include "analysis/ink-person-facts.h"
#include "analysis/ink-timeless-sentence.h"
#include "charts/ink-indicator-rows.h"
#include "cli/ink-cli-file.h"
#include "cli/ink-cli-job.h"
#include "cli/ink-cli-names.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "definition/ink-persona.h"
#include "export/ink-exporter.h"

#include <glib/gi18n-lib.h>

/* What is asked for; @name: nullable. */
typedef struct
{
  InkEventStore *store;
  InkDefinition *definition;
  InkDocument *document;
  const char *name;
  InkFilter filter;
  GCancellable *cancellable;
} Ask;

/* ---- Queries ---- */

/* @query: (transfer full) */
static InkTable *
run_query (const Ask *ask,
           InkQuery *query,
           const char *table,
           GError **error)
{
  g_autoptr (InkQuery) own = query;
  g_autoptr (InkAnswer) answer
      = ink_query_run (own, ask->store, ask->cancellable, NULL, error);

  return answer != NULL ? ink_table_ref (ink_answer_get_table (answer, table)) : NULL;
}

static InkTable *
make_events (const Ask *ask,
             GError **error)
{
  return run_query (ask, ink_events_query_new (ask->definition, &ask->filter), "events", error);
}

static InkTable *
make_properties (const Ask *ask,
                 GError **error)
{
  return run_query (ask, ink_properties_query_new (ask->definition, &ask->filter), "properties",
                    error);
}

static InkTable *
make_goals (const Ask *ask,
            GError **error)
{
  return ink_goals_to_table (ask->store, ask->definition, ask->cancellable, error);
}

static InkTable *
make_personas (const Ask *ask,
               GError **error)
{
  return ink_personas_to_table (ask->store, ask->definition, ask->cancellable, error);
}

/* ---- People ---- */

static const char *
find_persona (const Ask *ask,
              const InkTable *personas,
              guint32 person)
{
  guint index = (guint) ink_table_get_number (personas, 0, person);
  guint n = g_strv_length ((char **) ask->definition->personas);

  return index < n ? ask->definition->personas[index]->name : INK_EVERYONE_ELSE;
}

static InkTable *
list_people (const Ask *ask,
             const InkTable *people,
             const InkTable *personas)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "person", _ ("Person"));
  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_number (builder, "events", _ ("Events"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "first", _ ("First seen"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "last", _ ("Last seen"), INK_FORMAT_TIME);
  for (guint row = 0; row < ink_table_get_n_rows (people); row++)
    {
      guint32 person = (guint32) ink_table_get_number (people, 0, row);
      InkPersonFacts facts
          = ink_person_facts_get (ask->store, person, ask->filter.from, ask->filter.to);

      ink_table_builder_text (builder, ink_event_store_get_person_id (ask->store, person));
      ink_table_builder_text (builder, find_persona (ask, personas, person));
      ink_table_builder_number (builder, facts.events);
      ink_table_builder_number (builder, facts.first);
      ink_table_builder_number (builder, facts.last);
    }

  return ink_table_builder_end (builder);
}

static InkTable *
make_people (const Ask *ask,
             GError **error)
{
  g_autoptr (InkTable) people = run_query (
      ask,
      ink_people_query_new (ask->definition, &ask->filter, INK_PEOPLE_BY_ID, FALSE, ""), "people",
      error);
  g_autoptr (InkTable) personas
      = people != NULL
            ? run_query (ask, ink_people_personas_query_new (ask->definition), "personas", error)
            : NULL;

  return personas != NULL ? list_people (ask, people, personas) : NULL;
}

/* ---- Results ---- */

static InkTable *
make_funnel (const Ask *ask,
             GError **error)
{
  g_autoptr (InkFunnel) funnel = ink_cli_find_funnel (ask->document, ask->name, NULL, error);
  g_autoptr (InkFunnelResult) result = NULL;

  if (funnel == NULL)
    return NULL;
  result = ink_funnel_evaluate (ask->store, ask->definition, funnel, &ask->filter,
                                ask->cancellable, error);

  return result != NULL ? ink_funnel_result_to_steps (result) : NULL;
}

static InkTable *
make_indicators (const Ask *ask,
                 GError **error)
{
  const InkGoal *goal = ink_cli_find_goal (ask->document, ask->name, error);
  g_autoptr (InkIndicators) indicators = NULL;
  g_autoptr (InkTable) table = NULL;

  if (goal == NULL)
    return NULL;
  indicators = ink_indicators_evaluate (ask->store, ask->definition, goal->name, &ask->filter,
                                        ask->cancellable, error);
  if (indicators == NULL)
    return NULL;
  if (indicators->timeless != NULL)
    return ink_timeless_to_table (indicators->timeless);
  table = ink_indicators_to_table (indicators);

  return ink_indicator_rows_sort (table);
}

/* ---- The tables ---- */

/**
 * Kind:
 * @names: how many names follow it, at least and at most
 * @filtered: of some people or a period only
 */
typedef struct
{
  const char *id;
  guint least_names;
  guint most_names;
  gboolean filtered;
  InkTable *(*make) (const Ask *ask, GError **error);
} Kind;

static const Kind kinds[] = {
  { "events", 0, 0, TRUE, make_events },       { "properties", 0, 0, TRUE, make_properties },
  { "people", 0, 0, TRUE, make_people },       { "goals", 0, 0, FALSE, make_goals },
  { "personas", 0, 0, FALSE, make_personas },  { "funnel", 1, 1, TRUE, make_funnel },
  { "indicators", 0, 1, TRUE, make_indicators },
};

/* NULL: what is wrong was said, @status is the exit code. */
static const Kind *
find_kind (const InkCommand *command,
           const char *id,
           guint n_names,
           gboolean filtered,
           int *status)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const Kind *kind = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kinds[i].id);
      if (g_str_equal (kinds[i].id, id))
        kind = &kinds[i];
    }
  *status = INK_EXIT_USAGE;
  if (kind == NULL)
    ink_cli_usage (command, _ ("There is no table '%s'. There are: %s."), id, known->str);
  else if (n_names < kind->least_names || n_names > kind->most_names)
    ink_cli_usage (command, kind->least_names > 0
                                ? _ ("The table '%s' needs one name.")
                                : _ ("The table '%s' is of no such name."),
                   id);
  else if (filtered && !kind->filtered)
    ink_cli_usage (command, _ ("The table '%s' is always of all people and all time."), id);
  else
    return kind;

  return NULL;
}

static gboolean
write_bytes (GOutputStream *stream,
             gpointer data,
             InkCliJob *job,
             GError **error)
{
  gsize length;
  gconstpointer bytes = g_bytes_get_data (data, &length);

  return g_output_stream_write_all (stream, bytes, length, NULL, ink_cli_job_get_cancellable (job),
                                    error);
}

/* Only the user may read it: it may hold people. */
static gboolean
write_table (const Ask *ask,
             const Kind *kind,
             const InkExporter *exporter,
             const char *path,
             GError **error)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (ask->definition);
  InkExportOptions options = { .title = ask->name != NULL ? ask->name : kind->id, .zone = zone };
  g_autoptr (InkTable) table = kind->make (ask, error);
  g_autoptr (GBytes) bytes
      = table != NULL ? ink_export_to_bytes (exporter, NULL, table, &options, error) : NULL;

  return bytes != NULL
         && ink_cli_write_file (path, _ ("Writing the table"), TRUE, write_bytes, bytes, error);
}

/* ---- The command ---- */

typedef struct
{
  char *output;
  char *persona;
  char *from;
  char *to;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->persona);
  g_free (options->from);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
answer (InkDocument *document,
        const Kind *kind,
        const char *name,
        const InkExporter *exporter,
        const Options *options,
        GError **error)
{
  g_autoptr (InkCliJob) job = ink_cli_job_start (_ ("Counting"));
  Ask ask = { ink_document_get_store (document), ink_document_get_definition (document), document,
              name, { .from = INK_TIME_NONE, .to = INK_TIME_NONE },
              ink_cli_job_get_cancellable (job) };

  return ink_cli_read_filter (document, options->persona, options->from, options->to, &ask.filter,
                              error)
         && write_table (&ask, kind, exporter, options->output, error);
}

static int
run_table (const InkCommand *command,
           int argc,
           char **argv)
{
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The file to write"),
      N_ ("FILE.csv|xlsx") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &options.persona, N_ ("Only people of this persona"),
      N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("Only from this day on"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("Only up to this day"), N_ ("DATE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  const InkExporter *exporter;
  const Kind *kind;
  gboolean done;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 2, 3, &arguments, &status))
    return status;
  kind = find_kind (command, arguments[1], g_strv_length (arguments) - 2,
                    options.persona != NULL || options.from != NULL || options.to != NULL,
                    &status);
  if (kind == NULL)
    return status;
  exporter = options.output != NULL ? ink_exporter_find_for_path (options.output, NULL) : NULL;
  if (exporter == NULL || exporter->is_picture)
    return ink_cli_usage (command, _ ("Give --output with a name that ends in .csv or .xlsx."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);
  done = answer (document, kind, arguments[2], exporter, &options, &error);
  ink_cli_project_close (document);

  return done ? INK_EXIT_DONE : ink_cli_fail (error);
}

const InkCommand ink_command_table = {
  .name = "table",
  .arguments = "PROJECT KIND [NAME] --output FILE.csv|FILE.xlsx",
  .summary = N_ ("Write a table as CSV or as an Excel workbook"),
  .teaching = N_ ("KIND is events (their names, how often, by how many), properties, people, goals\n"
                  "or personas; funnel, with a funnel's name: its steps, by group where it compares;\n"
                  "or indicators, with a macro goal's name, else of the main goal:\n"
                  "  inkling-cli table shop.inkling people --persona Buyer --output buyers.xlsx\n"
                  "  inkling-cli table shop.inkling funnel \"Visit to purchase\" --output f.csv\n\n"
                  "The numbers of any chart: 'inkling-cli chart' with a name that ends in .csv or\n"
                  ".xlsx. All events one by one: 'inkling-cli events'."),
  .run = run_table,
};
