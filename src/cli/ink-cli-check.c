/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli check, forget: is a project sound; take a person out of it. */

#include "config.h"

#include "cli/ink-cli-job.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"

#include <glib/gi18n-lib.h>

static int
run_check (const InkCommand *command,
           int argc,
           char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (InkCliJob) job = NULL;
  int status;

  if (!ink_cli_parse (command, NULL, argc, argv, 1, 1, &arguments, &status))
    return status;

  file = g_file_new_for_commandline_arg (arguments[0]);
  job = ink_cli_job_start (_ ("Checking"));
  findings = ink_document_check (file, ink_cli_job_get_progress (job),
                                 ink_cli_job_get_cancellable (job), &error);
  g_clear_pointer (&job, ink_cli_job_end);
  if (findings == NULL)
    return ink_cli_fail (error);

  for (guint i = 0; i < findings->len; i++)
    ink_cli_print (g_ptr_array_index (findings, i));
  if (findings->len > 0)
    return INK_EXIT_FAILED;

  ink_cli_print (_ ("The project is sound."));
  return INK_EXIT_DONE;
}

static int
run_forget (const InkCommand *command,
            int argc,
            char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  int status;

  if (!ink_cli_parse (command, NULL, argc, argv, 2, 2, &arguments, &status))
    return status;
  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  if (!ink_document_forget (document, arguments[1], NULL, &error))
    {
      ink_cli_project_close (document);
      return ink_cli_fail (error);
    }
  if (!ink_cli_project_save (document, arguments[0], &error))
    return ink_cli_fail (error);

  ink_cli_message (_ ("%s is no longer in the project. The exports that it was made from still "
                      "hold this person."),
                   arguments[1]);
  return INK_EXIT_DONE;
}

const InkCommand ink_command_check = {
  .name = "check",
  .arguments = "PROJECT",
  .summary = N_ ("Look for damage in a project file"),
  .teaching = N_ ("Every page, row and block of the file is read. Prints what is wrong, one "
                  "finding a line,\nand gives exit code 1 where anything is."),
  .run = run_check,
};

const InkCommand ink_command_forget = {
  .name = "forget",
  .arguments = "PROJECT PERSON",
  .summary = N_ ("Erase a person from the project, for good"),
  .teaching = N_ ("PERSON is an id of the source, any of those that were merged, or the "
                  "pseudonym.\nEvents, properties and every step of the history that names this "
                  "person are gone;\nthis cannot be undone."),
  .run = run_forget,
};
