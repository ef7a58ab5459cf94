/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli sample: the sample project, or its export as a file. */

#include "config.h"

#include "cli/ink-cli-file.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "document/ink-document-sample.h"
#include "sample/ink-sample.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The truth that was planted stands beside the events, so that a method can be held against it. */
static gboolean
write_truth (const char *events_path,
             guint people,
             guint64 seed,
             GError **error)
{
  g_autofree char *stem = g_str_has_suffix (events_path, ".csv")
                              ? g_strndup (events_path, strlen (events_path) - strlen (".csv"))
                              : g_strdup (events_path);
  g_autofree char *path = g_strconcat (stem, "-truth.json", NULL);
  g_autofree char *truth = ink_sample_truth_json (people, seed);

  return g_file_set_contents (path, truth, -1, error);
}

typedef struct
{
  guint people;
  guint64 seed;
} Sample;

static gboolean
write_sample (GOutputStream *stream,
              gpointer data,
              InkCliJob *job,
              GError **error)
{
  const Sample *sample = data;

  return ink_sample_write (stream, sample->people, sample->seed, ink_cli_job_get_cancellable (job),
                           ink_cli_job_get_progress (job), error);
}

static gboolean
write_events (const char *path,
              guint people,
              guint64 seed,
              GError **error)
{
  Sample sample = { people, seed };

  return ink_cli_write_file (path, _ ("Making the sample"), FALSE, write_sample, &sample, error)
         && write_truth (path, people, seed, error);
}

static gboolean
make_project (const char *path,
              guint people,
              guint64 seed,
              GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (InkDocument) document = NULL;
  g_autoptr (InkCliJob) job = NULL;

  if (g_file_query_exists (file, NULL))
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
                   _ ("%s is there already. Give a new name for the sample."), path);
      return FALSE;
    }
  document = ink_cli_project_new (path, error);
  if (document == NULL)
    return FALSE;

  job = ink_cli_job_start (_ ("Making the sample"));
  if (!ink_document_make_sample (document, people, seed, ink_cli_job_get_progress (job),
                                 ink_cli_job_get_cancellable (job), error))
    {
      ink_cli_project_close (document);
      return FALSE;
    }
  g_clear_pointer (&job, ink_cli_job_end);

  return ink_cli_project_save (document, path, error);
}

static int
run_sample (const InkCommand *command,
            int argc,
            char **argv)
{
  g_autofree char *events = NULL;
  int people = INK_SAMPLE_DEFAULT_PEOPLE;
  gint64 seed = INK_SAMPLE_DEFAULT_SEED;
  const GOptionEntry entries[] = {
    { "people", 0, 0, G_OPTION_ARG_INT, &people, N_ ("How many people (20000)"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Another world"), N_ ("S") },
    { "events-only", 0, 0, G_OPTION_ARG_FILENAME, &events,
      N_ ("Write the export and its truth, make no project"), N_ ("FILE.csv") },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 0, 1, &arguments, &status))
    return status;
  if (arguments[0] == NULL && events == NULL)
    return ink_cli_usage (command, _ ("Give the project to make, or --events-only."));
  if (people < 1)
    return ink_cli_usage (command, _ ("--people takes a number from 1."));

  done = events != NULL ? write_events (events, people, seed, &error)
                        : make_project (arguments[0], people, seed, &error);
  return done ? INK_EXIT_DONE : ink_cli_fail (error);
}

const InkCommand ink_command_sample = {
  .name = "sample",
  .arguments = "PROJECT",
  .summary = N_ ("Make the sample project: a site that explains AI terms"),
  .teaching = N_ ("The same number of people and seed give the same bytes everywhere. With\n"
                  "--events-only the export is written as CSV, and beside it, in FILE-truth.json,\n"
                  "which small actions really lead to a demo and which only look busy."),
  .run = run_sample,
};
