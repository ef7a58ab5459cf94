/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli-project.h"

#include "cli/ink-cli-job.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define LARGEST_TEXT_FILE (8 * 1024 * 1024)

/* Asked before the work, not after an hour of it. */
InkDocument *
ink_cli_project_new (const char *path,
                     GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return ink_document_new (error);

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
               _ ("%s cannot be made: there is no folder %s."), path, folder);
  return NULL;
}

InkDocument *
ink_cli_project_open (const char *path,
                      gboolean create,
                      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *what = g_strdup_printf (_ ("Opening %s"), path);
  g_autoptr (InkCliJob) job = NULL;

  if (create && !g_file_query_exists (file, NULL))
    return ink_cli_project_new (path, error);

  job = ink_cli_job_start (what);
  return ink_document_open (file, ink_cli_job_get_progress (job),
                            ink_cli_job_get_cancellable (job), error);
}

gboolean
ink_cli_project_save (InkDocument *document,
                      const char *path,
                      GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *what = g_strdup_printf (_ ("Saving %s"), path);
  g_autoptr (InkCliJob) job = ink_cli_job_start (what);

  if (!ink_document_save (document, file, INK_SAVE_NORMAL, ink_cli_job_get_progress (job),
                          ink_cli_job_get_cancellable (job), error))
    {
      /* Nobody comes back to a working copy of the command line: the file stays as it was. */
      ink_document_close (document, INK_CLOSE_DISCARD, NULL);
      return FALSE;
    }

  return ink_document_close (document, INK_CLOSE_DISCARD, error);
}

void
ink_cli_project_close (InkDocument *document)
{
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
}

char *
ink_cli_read_file (const char *path,
                   gsize *length,
                   GError **error)
{
  g_autofree char *text = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > LARGEST_TEXT_FILE)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                   _ ("%s is larger than 8 MiB: that is no definition file."), path);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, length, error))
    return NULL;
  if (!g_utf8_validate (text, *length, NULL))
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                   _ ("%s is not UTF-8 text. Save it as UTF-8 and try again."), path);
      return NULL;
    }

  return g_steal_pointer (&text);
}
