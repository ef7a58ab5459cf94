/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli indicators: what announces a macro conversion, as text or JSON. */

#include "config.h"

#include "analysis/ink-indicator-search.h"
#include "analysis/ink-indicator-warnings.h"
#include "analysis/ink-timeless-sentence.h"
#include "cli/ink-cli-job.h"
#include "cli/ink-cli-names.h"
#include "cli/ink-cli-print.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"

#include <glib/gi18n-lib.h>

static void
print_line (const char *micro,
            const char *sentence)
{
  g_autofree char *line = g_strdup_printf (_ ("%s: %s"), micro, sentence);

  ink_cli_print (line);
}

static void
print_short_journeys (const InkShortJourneys *journeys)
{
  ink_cli_print (_ ("Inside visits:"));
  for (guint i = 0; i < journeys->n; i++)
    {
      const InkShortIndicator *indicator = &journeys->indicators[i];
      g_autofree char *what = g_strdup_printf (
          _ ("%s (%s)"), indicator->micro, ink_short_verdict_get_title (indicator->verdict));

      print_line (what, indicator->sentence);
    }
}

static void
print_timeless (const InkTimelessTable *table)
{
  const char *const columns[]
      = { "micro", "people", "share_with", "share_without", "risk_ratio", "low", "high", "title",
          NULL };
  g_autoptr (InkTable) micros = ink_timeless_to_table (table);
  g_autofree char *text = ink_cli_table_to_text (micros, columns);

  ink_cli_print (table->banner);
  if (table->n > 0)
    ink_cli_print (text);
  for (guint i = 0; i < table->n; i++)
    print_line (table->micros[i].micro, table->micros[i].sentence);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autofree char *warning = ink_timeless_warning (table->columns[i]);

      if (warning != NULL)
        ink_cli_print (warning);
    }
}

/* The first is the note, where there is one: it has been printed. */
static void
print_warnings (const InkIndicators *indicators,
                const InkDefinition *definition)
{
  g_autoptr (GPtrArray) warnings = ink_indicator_warnings (indicators, definition);

  for (guint i = indicators->note != NULL ? 1 : 0; i < warnings->len; i++)
    {
      const InkIndicatorWarning *warning = g_ptr_array_index (warnings, i);
      /* Translators: a finding in few words, then what it means. */
      g_autofree char *line = g_strdup_printf (_ ("%s %s"), warning->finding, warning->sentence);

      ink_cli_print (line);
    }
}

static void
print_indicators (const InkIndicators *indicators,
                  const InkDefinition *definition)
{
  const char *const columns[]
      = { "micro", "people", "naive", "lift", "low", "high", "title", NULL };
  g_autoptr (InkTable) table = ink_indicators_to_table (indicators);
  g_autofree char *text = ink_cli_table_to_text (table, columns);

  if (indicators->note != NULL)
    ink_cli_print (indicators->note);
  ink_cli_print (text);
  for (guint i = 0; i < indicators->n; i++)
    print_line (indicators->indicators[i].micro, indicators->indicators[i].sentence);
  if (indicators->short_journeys != NULL)
    print_short_journeys (indicators->short_journeys);
  print_warnings (indicators, definition);
}

/* The definition, with another window where one is asked for. */
static InkDefinition *
set_window (InkDocument *document,
            double within)
{
  InkDefinition *definition = ink_document_get_definition (document);
  char days[G_ASCII_DTOSTR_BUF_SIZE];

  if (within == 0)
    return ink_definition_ref (definition);
  return ink_definition_with_setting (definition, "risk_days",
                                      g_ascii_dtostr (days, sizeof days, within));
}

static void
print_search (const InkIndicatorSearch *search)
{
  const char *const columns[]
      = { "name", "people", "searched", "lift", "low", "high", "title", NULL };
  g_autofree char *summary = ink_indicator_search_summarise (search);
  g_autoptr (InkTable) table = ink_indicator_search_to_table (search);
  g_autofree char *text = ink_cli_table_to_text (table, columns);

  ink_cli_print (summary);
  if (search->n > 0)
    ink_cli_print (text);
  for (guint i = 0; i < search->n; i++)
    print_line (search->found[i].goal->name, search->found[i].says);
}

static void
print_everything (const InkIndicators *indicators,
                  const InkDefinition *definition,
                  const InkIndicatorSearch *search)
{
  if (indicators->timeless != NULL)
    print_timeless (indicators->timeless);
  else
    print_indicators (indicators, definition);
  if (search != NULL)
    print_search (search);
}

typedef struct
{
  const char *macro;
  InkFilter filter;
  double within;
  gboolean json;
  gboolean search;
} Options;

static int
evaluate (InkDocument *document,
          const Options *options,
          GError **error)
{
  g_autoptr (InkDefinition) definition = set_window (document, options->within);
  InkEventStore *store = ink_document_get_store (document);
  g_autoptr (InkIndicators) indicators = NULL;
  g_autoptr (InkIndicatorSearch) search = NULL;
  g_autoptr (InkCliJob) job = ink_cli_job_start (_ ("Comparing"));

  indicators = ink_indicators_evaluate (store, definition, options->macro, &options->filter,
                                        ink_cli_job_get_cancellable (job), error);
  if (indicators != NULL && options->search)
    search = ink_indicator_search_run (store, definition, options->macro, &options->filter,
                                       ink_cli_job_get_cancellable (job), NULL, error);
  g_clear_pointer (&job, ink_cli_job_end);
  if (indicators == NULL || (options->search && search == NULL))
    return INK_EXIT_FAILED;

  if (options->json)
    {
      g_autofree char *text = ink_indicators_to_json_with_search (indicators, search);

      ink_cli_print (text);
    }
  else
    {
      print_everything (indicators, definition, search);
    }

  return INK_EXIT_DONE;
}

static int
run_indicators (const InkCommand *command,
                int argc,
                char **argv)
{
  g_autofree char *macro = NULL;
  g_autofree char *persona = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  Options options = { .filter = { .from = INK_TIME_NONE, .to = INK_TIME_NONE } };
  const GOptionEntry entries[] = {
    { "macro", 0, 0, G_OPTION_ARG_STRING, &macro,
      N_ ("The goal that is to be announced (the main goal)"), N_ ("GOAL") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &persona, N_ ("Only people of this persona"),
      N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Count from this day on; before is history"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("As if the export ended with this day"),
      N_ ("DATE") },
    { "within", 0, 0, G_OPTION_ARG_DOUBLE, &options.within,
      N_ ("The days of \"14 % within 30 days\" (30)"), N_ ("DAYS") },
    { "search", 0, 0, G_OPTION_ARG_NONE, &options.search,
      N_ ("Search events, values and frequencies that are no goals, too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("One JSON object"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  const InkGoal *goal;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 1, 1, &arguments, &status))
    return status;

  if (!(options.within >= 0 && options.within <= 36500))
    return ink_cli_usage (command, _ ("--within takes days, such as 30."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  goal = ink_cli_find_goal (document, macro, &error);
  status = INK_EXIT_FAILED;
  options.macro = goal != NULL ? goal->name : NULL;
  if (goal != NULL
      && ink_cli_read_filter (document, persona, from, to, &options.filter, &error))
    status = evaluate (document, &options, &error);
  ink_cli_project_close (document);

  return error != NULL ? ink_cli_fail (error) : status;
}

const InkCommand ink_command_indicators = {
  .name = "indicators",
  .arguments = "PROJECT --macro GOAL",
  .summary = N_ ("Which micro conversions announce the macro one, and which only look busy"),
  .teaching = N_ ("People who did a micro conversion are compared with people of the same persona "
                  "and\n"
                  "channel who have been known as long, have visited as often and as recently, and "
                  "have\n"
                  "not done it, with everything as it was known at the end of the visit before.\n\n"
                  "--search also tries what is no goal: events, values of properties, and how "
                  "often and\n"
                  "how soon something is done. It looks in one half of the people; what it finds "
                  "is\n"
                  "judged in the other half.\n\n"
                  "Ratios have 95 % ranges; the simple comparison of a dashboard stands beside "
                  "them.\n"
                  "What is found is associated with the macro conversion; it need not cause it."),
  .run = run_indicators,
};
