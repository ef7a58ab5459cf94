/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Importing files into a document with the importer. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/ink-document.h"
#include "import/ink-importer.h"

typedef struct
{
  char **files;
  InkImportOptions *options;
  GPtrArray *reports; /* nullable until it ran */
} FilesJob;

static FilesJob *
files_job_new (InkDocument            *self,
               const char *const      *files,
               const InkImportOptions *options)
{
  FilesJob *job = g_new0 (FilesJob, 1);

  job->files = g_strdupv ((char **) files);
  job->options = options != NULL ? ink_import_options_copy (options) : ink_import_options_new ();
  if (job->options->secret == NULL)
    job->options->secret = g_strdup (ink_document_get_secret (self));
  return job;
}

static void
files_job_free (FilesJob *job)
{
  g_strfreev (job->files);
  ink_import_options_free (job->options);
  g_clear_pointer (&job->reports, g_ptr_array_unref);
  g_free (job);
}

static InkImportRecord *
record_of_report (const InkImportReport *report)
{
  g_autofree char *json = ink_import_report_to_json (report);
  InkImportRecord *record = ink_import_record_new (report->file, report->format, json);

  record->rows = report->rows;
  record->imported = report->imported;
  record->repeats = report->repeats;
  return record;
}

static InkEventStore *
import_files (InkEventStore     *base,
              InkDefinition     *definition,
              InkImportOutcome  *outcome,
              gpointer           data,
              InkProgress       *progress,
              GCancellable      *cancellable,
              GError           **error)
{
  FilesJob *job = data;
  g_autoptr (InkEventStore) store =
    ink_importer_import ((const char *const *) job->files, job->options, base, &job->reports,
                         cancellable, progress, error);

  if (store == NULL)
    return NULL;
  for (guint i = 0; i < job->reports->len; i++)
    g_ptr_array_add (outcome->records, record_of_report (g_ptr_array_index (job->reports, i)));
  return g_steal_pointer (&store);
}

/* "Import shop.csv", or how many there are. */
static char *
make_label (const char *const *files)
{
  guint n = g_strv_length ((char **) files);
  g_autofree char *base = n == 1 ? g_path_get_basename (files[0]) : NULL;
  g_autofree char *name = n == 1 ? g_filename_display_name (base) : NULL;

  return n == 1 ? g_strdup_printf (_("Import %s"), name)
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u File",
                                                "Import %u Files", n), n);
}

gboolean
ink_document_import_files (InkDocument             *self,
                           const char *const       *files,
                           const InkImportOptions  *options,
                           GPtrArray              **reports,
                           InkProgress             *progress,
                           GCancellable            *cancellable,
                           GError                 **error)
{
  g_autofree char *label = NULL;
  FilesJob *job;
  gboolean good;

  g_return_val_if_fail (INK_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (files != NULL && files[0] != NULL, FALSE);

  label = make_label (files);
  job = files_job_new (self, files, options);
  good = ink_document_import (self, label, import_files, job, progress, cancellable, error);
  if (good && reports != NULL)
    *reports = g_steal_pointer (&job->reports);
  files_job_free (job);
  return good;
}

static void
imported_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  FilesJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (ink_document_import_finish (INK_DOCUMENT (object), result, &error))
    g_task_return_pointer (task, g_steal_pointer (&job->reports),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ink_document_import_files_async (InkDocument            *self,
                                 const char *const      *files,
                                 const InkImportOptions *options,
                                 InkProgress            *progress,
                                 GCancellable           *cancellable,
                                 GAsyncReadyCallback     callback,
                                 gpointer                user_data)
{
  g_autofree char *label = NULL;
  GTask *task;
  FilesJob *job;

  g_return_if_fail (INK_IS_DOCUMENT (self));
  g_return_if_fail (files != NULL && files[0] != NULL);

  label = make_label (files);
  job = files_job_new (self, files, options);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ink_document_import_files_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) files_job_free);
  ink_document_import_async (self, label, import_files, job, NULL, progress, cancellable,
                             imported_cb, task);
}

gboolean
ink_document_import_files_finish (InkDocument   *self,
                                  GAsyncResult  *result,
                                  GPtrArray    **reports,
                                  GError       **error)
{
  g_autoptr (GPtrArray) made = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  made = g_task_propagate_pointer (G_TASK (result), error);
  if (made == NULL)
    return FALSE;
  if (reports != NULL)
    *reports = g_steal_pointer (&made);
  return TRUE;
}
