/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli funnel: an honest funnel as text or JSON. */

#include "config.h"

#include "analysis/ink-funnel-result.h"
#include "cli/ink-cli-job.h"
#include "cli/ink-cli-names.h"
#include "cli/ink-cli-print.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"

#include <glib/gi18n-lib.h>

static void
print_result (const InkFunnelResult *result,
              const InkFunnel *funnel)
{
  const char *const columns[] = { "group",          "step",         "people",
                                  "of_first",       "of_first_low", "of_first_high",
                                  "of_previous",    "dropped",      "under_way",
                                  "median_seconds", NULL };
  const char *const *shown = funnel->compare == INK_COMPARE_NONE ? columns + 1 : columns;
  g_autoptr (InkTable) steps = ink_funnel_result_to_steps (result);
  g_autofree char *text = ink_cli_table_to_text (steps, shown);
  g_autofree char *words = ink_funnel_to_words (funnel);

  ink_cli_print (text);
  ink_cli_print (words);
}

static int
evaluate (InkDocument *document,
          const InkFunnel *funnel,
          const InkFilter *filter,
          gboolean people,
          gboolean json,
          GError **error)
{
  g_autoptr (InkFunnelResult) result = NULL;
  g_autoptr (InkCliJob) job = ink_cli_job_start (_ ("Counting"));

  result = ink_funnel_evaluate (ink_document_get_store (document),
                                ink_document_get_definition (document), funnel, filter,
                                ink_cli_job_get_cancellable (job), error);
  g_clear_pointer (&job, ink_cli_job_end);
  if (result == NULL)
    return INK_EXIT_FAILED;

  if (json || people)
    {
      g_autofree char *text = ink_funnel_result_to_json (result, people);

      ink_cli_print (text);
    }
  else
    {
      print_result (result, funnel);
    }

  return INK_EXIT_DONE;
}

static int
run_funnel (const InkCommand *command,
            int argc,
            char **argv)
{
  g_autofree char *steps = NULL;
  g_autofree char *persona = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean people = FALSE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "steps", 0, 0, G_OPTION_ARG_FILENAME, &steps, N_ ("A file with one funnel object"),
      N_ ("FILE") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &persona, N_ ("Only people of this persona"),
      N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("Only tries that start on this day or later"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("Only tries that start on this day or earlier"),
      N_ ("DATE") },
    { "people", 0, 0, G_OPTION_ARG_NONE, &people,
      N_ ("Also who stands at each step and who dropped before it (JSON)"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  g_autoptr (InkFunnel) funnel = NULL;
  InkFilter filter = { .from = INK_TIME_NONE, .to = INK_TIME_NONE };
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 1, 2, &arguments, &status))
    return status;
  if ((arguments[1] == NULL) == (steps == NULL))
    return ink_cli_usage (command, _ ("Give the name of a funnel or a file with --steps."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  funnel = ink_cli_find_funnel (document, arguments[1], steps, &error);
  status = INK_EXIT_FAILED;
  if (funnel != NULL && ink_cli_read_filter (document, persona, from, to, &filter, &error))
    status = evaluate (document, funnel, &filter, people, json, &error);
  ink_cli_project_close (document);

  return error != NULL ? ink_cli_fail (error) : status;
}

const InkCommand ink_command_funnel = {
  .name = "funnel",
  .arguments = "PROJECT NAME | --steps FILE",
  .summary = N_ ("How many people get from step to step, with ranges"),
  .teaching = N_ ("The funnel is one of the project's, or a file with one funnel object:\n"
                  "  {\"name\": \"Purchase\", \"within\": {\"days\": 14},\n"
                  "   \"steps\": [{\"does\": \"view_item\"}, {\"does\": \"add_to_cart\"}, {\"does\": "
                  "\"purchase\"}]}\n\n"
                  "Ranges are Wilson's 95 % intervals. People whose window is still open when the\n"
                  "export ends count as under way, never as lost."),
  .run = run_funnel,
};
