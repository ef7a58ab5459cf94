/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli funnel: an honest funnel as text or JSON. */

#include "config.h"

#include "analysis/ink-funnel-result.h"
#include "cli/ink-cli-funnel.h"
#include "cli/ink-cli-job.h"
#include "cli/ink-cli-print.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-definition-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static InkFunnel *
read_steps (InkDocument *document,
            const char *path,
            GError **error)
{
  const InkSchema *schema = ink_event_store_get_schema (ink_document_get_store (document));
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  InkFunnel *funnel;
  gsize length = 0;

  text = ink_cli_read_file (path, &length, error);
  if (text == NULL)
    return NULL;

  funnel = ink_funnel_from_json (text, length, path, schema,
                                 ink_document_get_definition (document), warnings, error);
  for (guint i = 0; i < warnings->len; i++)
    ink_cli_message ("%s", (const char *) g_ptr_array_index (warnings, i));

  return funnel;
}

InkFunnel *
ink_cli_find_funnel (InkDocument *document,
                     const char *name,
                     const char *steps_path,
                     GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  InkFunnel *funnel;

  if (steps_path != NULL)
    return read_steps (document, steps_path, error);
  if (definition->funnels[0] == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED,
                           _ ("The project has no funnels yet. 'inkling-cli define' adds some from "
                              "a file; --steps takes one for this once."));
      return NULL;
    }

  funnel = ink_definition_need_funnel (definition, name, error);
  return funnel != NULL ? ink_funnel_ref (funnel) : NULL;
}

static gboolean
read_bound (const char *text,
            GTimeZone *zone,
            gboolean end,
            gint64 *bound,
            GError **error)
{
  gint64 first, after_last;

  *bound = INK_TIME_NONE;
  if (text == NULL)
    return TRUE;
  if (ink_time_parse_date (text, strlen (text), zone, &first, &after_last))
    {
      *bound = end ? after_last - 1 : first;
      return TRUE;
    }
  if (ink_time_parse_iso (text, strlen (text), zone, bound))
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
               _ ("'%s' is no date. Write it like 2026-07-01 or 2026-07-01T09:00:00Z."), text);
  return FALSE;
}

gboolean
ink_cli_read_filter (InkDocument *document,
                     const char *persona,
                     const char *from,
                     const char *to,
                     InkFilter *filter,
                     GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);

  if (persona != NULL && !ink_definition_need_persona (definition, persona, error))
    return FALSE;
  filter->persona = persona;
  return read_bound (from, zone, FALSE, &filter->from, error)
         && read_bound (to, zone, TRUE, &filter->to, error);
}

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
