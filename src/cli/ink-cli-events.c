/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli events: all events of a project as a file that any tool reads. */

#include "config.h"

#include "cli/ink-cli-file.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "import/ink-events-writer.h"

#include <glib/gi18n-lib.h>

static gboolean
write_csv (GOutputStream *stream,
           gpointer data,
           InkCliJob *job,
           GError **error)
{
  return ink_events_writer_write_csv (data, stream, ink_cli_job_get_cancellable (job),
                                      ink_cli_job_get_progress (job), error);
}

static gboolean
write_ndjson (GOutputStream *stream,
              gpointer data,
              InkCliJob *job,
              GError **error)
{
  return ink_events_writer_write_ndjson (data, stream, ink_cli_job_get_cancellable (job),
                                         ink_cli_job_get_progress (job), error);
}

static int
run_events (const InkCommand *command,
            int argc,
            char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"),
      N_ ("FILE.ndjson|FILE.csv") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  gboolean written;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 1, 1, &arguments, &status))
    return status;
  if (output == NULL
      || !(g_str_has_suffix (output, ".ndjson") || g_str_has_suffix (output, ".csv")))
    return ink_cli_usage (command, _ ("Give --output with a name that ends in .ndjson or .csv."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);
  written = ink_cli_write_file (output, _ ("Writing events"), TRUE,
                                g_str_has_suffix (output, ".csv") ? write_csv : write_ndjson,
                                ink_document_get_store (document), &error);
  ink_cli_project_close (document);

  return written ? INK_EXIT_DONE : ink_cli_fail (error);
}

const InkCommand ink_command_events = {
  .name = "events",
  .arguments = "PROJECT --output FILE.ndjson|FILE.csv",
  .summary = N_ ("Write all events as NDJSON or CSV, so that nobody is locked in"),
  .teaching = N_ ("NDJSON keeps everything: events, person properties, merged ids. Importing it\n"
                  "into an empty project gives the same project. One object a line:\n"
                  "  {\"person\": \"u1\", \"event\": \"Viewed Page\", \"time\": "
                  "\"2026-07-01T09:00:00.000Z\",\n   \"properties\": {\"page\": \"/pricing\"}}"),
  .run = run_events,
};
