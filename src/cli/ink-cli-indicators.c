/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli indicators: what announces a macro conversion, as text or JSON. */

#include "config.h"

#include "analysis/ink-indicators.h"
#include "analysis/ink-timeless-sentence.h"
#include "cli/ink-cli-funnel.h"
#include "cli/ink-cli-job.h"
#include "cli/ink-cli-print.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "definition/ink-definition-names.h"

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

static void
print_indicators (const InkIndicators *indicators)
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

static int
evaluate (InkDocument *document,
          const char *macro,
          const InkFilter *filter,
          double within,
          gboolean json,
          GError **error)
{
  g_autoptr (InkDefinition) definition = set_window (document, within);
  g_autoptr (InkIndicators) indicators = NULL;
  g_autoptr (InkCliJob) job = ink_cli_job_start (_ ("Comparing"));

  indicators
      = ink_indicators_evaluate (ink_document_get_store (document), definition, macro, filter,
                                 ink_cli_job_get_cancellable (job), error);
  g_clear_pointer (&job, ink_cli_job_end);
  if (indicators == NULL)
    return INK_EXIT_FAILED;

  if (json)
    {
      g_autofree char *text = ink_indicators_to_json (indicators);

      ink_cli_print (text);
    }
  else if (indicators->timeless != NULL)
    {
      print_timeless (indicators->timeless);
    }
  else
    {
      print_indicators (indicators);
    }

  return INK_EXIT_DONE;
}

/* The named goal, or the main one. */
static const InkGoal *
find_macro (InkDocument *document,
            const char *name,
            GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  const InkGoal *goal;

  if (name != NULL)
    return ink_definition_need_goal (definition, name, error);
  goal = ink_definition_get_main_goal (definition);
  if (goal == NULL)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED,
                         _ ("The project has no macro conversion yet. 'inkling-cli define' adds "
                            "goals from a file."));
  return goal;
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
  double within = 0;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "macro", 0, 0, G_OPTION_ARG_STRING, &macro,
      N_ ("The goal that is to be announced (the main goal)"), N_ ("GOAL") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &persona, N_ ("Only people of this persona"),
      N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Count from this day on; before is history"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("As if the export ended with this day"),
      N_ ("DATE") },
    { "within", 0, 0, G_OPTION_ARG_DOUBLE, &within,
      N_ ("The days of \"14 % within 30 days\" (30)"), N_ ("DAYS") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  InkFilter filter = { .from = INK_TIME_NONE, .to = INK_TIME_NONE };
  const InkGoal *goal;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 1, 1, &arguments, &status))
    return status;

  if (!(within >= 0 && within <= 36500))
    return ink_cli_usage (command, _ ("--within takes days, such as 30."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  goal = find_macro (document, macro, &error);
  status = INK_EXIT_FAILED;
  if (goal != NULL && ink_cli_read_filter (document, persona, from, to, &filter, &error))
    status = evaluate (document, goal->name, &filter, within, json, &error);
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
                  "Ratios have 95 % ranges; the simple comparison of a dashboard stands beside "
                  "them.\n"
                  "What is found is associated with the macro conversion; it need not cause it."),
  .run = run_indicators,
};
