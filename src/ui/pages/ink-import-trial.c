/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-import-trial.h"

typedef struct
{
  char *path;
  InkImportOptions *options;
  InkEventStore *base;
} Trial;

static void
trial_free (Trial *trial)
{
  g_free (trial->path);
  ink_import_options_free (trial->options);
  ink_event_store_unref (trial->base);
  g_free (trial);
}

static void
try_thread (GTask *task,
            gpointer source,
            gpointer data,
            GCancellable *cancellable)
{
  Trial *trial = data;
  const char *const paths[] = { trial->path, NULL };
  g_autoptr (GPtrArray) reports = NULL;
  GError *error = NULL;
  g_autoptr (InkEventStore) store = ink_importer_import (paths, trial->options, trial->base,
                                                         &reports, cancellable, NULL, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, ink_import_report_ref (g_ptr_array_index (reports, 0)),
                           (GDestroyNotify) ink_import_report_unref);
}

void
ink_import_trial_async (const char *path,
                        const InkImportOptions *options,
                        InkEventStore *base,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Trial *trial = g_new0 (Trial, 1);

  trial->path = g_strdup (path);
  trial->options = ink_import_options_copy (options);
  trial->base = ink_event_store_ref (base);
  g_task_set_source_tag (task, ink_import_trial_async);
  g_task_set_task_data (task, trial, (GDestroyNotify) trial_free);
  g_task_run_in_thread (task, try_thread);
}

InkImportReport *
ink_import_trial_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
