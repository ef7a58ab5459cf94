/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli-file.h"

#include "base/ink-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A pipe or a device has no place to take: it is written as it is. */
static gboolean
can_be_replaced (const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
fill (GFile *file,
      gboolean private,
      InkCliWrite write,
      gpointer data,
      InkCliJob *job,
      GError **error)
{
  GCancellable *cancellable = ink_cli_job_get_cancellable (job);
  GFileCreateFlags flags = private ? G_FILE_CREATE_PRIVATE : G_FILE_CREATE_NONE;
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, flags, cancellable,
                                                         error);

  return stream != NULL && write (G_OUTPUT_STREAM (stream), data, job, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}

gboolean
ink_cli_write_file (const char *path,
                    const char *what,
                    gboolean private,
                    InkCliWrite write,
                    gpointer data,
                    GError **error)
{
  g_autofree char *unique = g_uuid_string_random ();
  gboolean beside = can_be_replaced (path);
  g_autofree char *place = beside ? g_strdup_printf ("%s.%.8s", path, unique) : g_strdup (path);
  g_autoptr (GFile) file = g_file_new_for_path (place);
  g_autoptr (InkCliJob) job = ink_cli_job_start (what);
  g_autoptr (GError) local = NULL;
  gboolean written = fill (file, private, write, data, job, &local);

  if (written && beside && g_rename (place, path) != 0)
    {
      g_set_error_literal (&local, INK_ERROR, INK_ERROR_FAILED, g_strerror (errno));
      written = FALSE;
    }
  if (written)
    return TRUE;

  if (beside)
    g_unlink (place);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("%s could not be written: %s"), path,
                 local->message);
  return FALSE;
}
