/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving: a compact copy of the working copy takes the place of the user's file. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ink-error.h"
#include "document/ink-document-private.h"
#include "document/ink-user-file.h"

typedef struct
{
  InkStorage *storage;
  InkWriter *writer; /* the document waits for the save before it ends it */
  GFile *file;
  InkSave how;
  InkProgress *progress;
  guint branch;
  gint64 step; /* that was written */
  char *mark;  /* the file's, afterwards */
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  ink_storage_unref (job->storage);
  g_clear_object (&job->file);
  g_free (job->mark);
  g_free (job);
}

/* On disk before the rename: see ink_loaded_is_unsaved. */
static void
note_mark (const char *mark,
           gpointer    data)
{
  SaveJob *job = data;
  InkWorkingCopy *copy = ink_storage_get_copy (job->storage);

  g_free (job->mark);
  job->mark = g_strdup (mark);
  if (job->how == INK_SAVE_COPY || copy->file == NULL || !g_file_equal (copy->file, job->file))
    return;
  g_free (copy->next_etag);
  copy->next_etag = g_strdup (mark);
  copy->next_step = job->step;
  ink_working_copy_note (copy);
}

static gboolean
run_save (SaveJob       *job,
          GCancellable  *cancellable,
          GError       **error)
{
  InkWorkingCopy *copy = ink_storage_get_copy (job->storage);
  gboolean own = copy->file != NULL && g_file_equal (copy->file, job->file);
  const char *expected = own && job->how != INK_SAVE_REPLACE ? copy->etag : NULL;
  gboolean good;

  /* Asked before the work, and again right before the rename. */
  if (!ink_user_file_check (job->file, expected, error) ||
      !ink_writer_flush (job->writer, error) ||
      !ink_storage_write_copy (job->storage, copy->spare, &job->step, cancellable, error))
    return FALSE;
  good = ink_user_file_replace (job->file, copy->spare, expected, note_mark, job, job->progress,
                                cancellable, error);
  g_unlink (copy->spare);
  return good;
}

static SaveJob *
save_job_new (InkDocument  *self,
              GFile        *file,
              InkSave       how,
              InkProgress  *progress,
              GError      **error)
{
  InkWorkingCopy *copy = ink_storage_get_copy (self->storage);
  SaveJob *job;

  if (self->saving)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _("The project is being saved already."));
      return NULL;
    }
  if (file == NULL && copy->file == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                           _("The project has no file yet: choose a place for it."));
      return NULL;
    }
  job = g_new0 (SaveJob, 1);
  job->storage = ink_storage_ref (self->storage);
  job->writer = self->writer;
  job->file = g_object_ref (file != NULL ? file : copy->file);
  job->how = how;
  job->progress = progress;
  job->branch = self->history->branch;
  self->saving = TRUE;
  return job;
}

/* Back on the owner's thread. */
static void
end_save (InkDocument *self,
          SaveJob     *job,
          gboolean     good)
{
  InkWorkingCopy *copy = ink_storage_get_copy (self->storage);
  InkState *state = ink_history_current (self->history);

  self->saving = FALSE;
  if (!good || job->how == INK_SAVE_COPY)
    return;
  /* A step that became another one while the copy was made is in no file. */
  self->history->saved = job->branch == self->history->branch ? job->step : -1;
  g_free (copy->title);
  copy->title = ink_user_file_title (job->file);
  ink_working_copy_set_file (copy, job->file, job->mark);
  ink_document_write_place (self, &(InkDocumentWrite){ .previous = state->definition });
  ink_document_file_changed (self);
}

gboolean
ink_document_save (InkDocument   *self,
                   GFile         *file,
                   InkSave        how,
                   InkProgress   *progress,
                   GCancellable  *cancellable,
                   GError       **error)
{
  SaveJob *job;
  gboolean good;

  g_return_val_if_fail (INK_IS_DOCUMENT (self) && !self->closed, FALSE);

  job = save_job_new (self, file, how, progress, error);
  if (job == NULL)
    return FALSE;
  good = run_save (job, cancellable, error);
  end_save (self, job, good);
  save_job_free (job);
  return good;
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_save (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Before the caller's callback runs, whether it finishes the result or not. */
static void
save_done_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  InkDocument *self = INK_DOCUMENT (object);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  end_save (self, g_task_get_task_data (G_TASK (result)), good);
  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ink_document_save_async (InkDocument         *self,
                         GFile               *file,
                         InkSave              how,
                         InkProgress         *progress,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;
  SaveJob *job;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ink_document_save_async);
  /* What was renamed into place is saved, whatever was clicked in the meantime. */
  g_task_set_check_cancellable (task, FALSE);
  job = save_job_new (self, file, how, progress, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  work = g_task_new (self, cancellable, save_done_cb, g_object_ref (task));
  g_task_set_source_tag (work, save_thread);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (work, save_thread);
}

gboolean
ink_document_save_finish (InkDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- What others do to the file ---- */

typedef struct
{
  GFile *file;
  char *expected;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->file);
  g_free (look->expected);
  g_free (look);
}

static void
look_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Look *look = data;
  g_autofree char *mark = ink_user_file_mark (look->file);

  g_task_return_pointer (task,
                         g_strcmp0 (mark, look->expected) != 0 ? g_steal_pointer (&mark) : NULL,
                         g_free);
}

void
ink_document_look_at_file_async (InkDocument         *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  InkWorkingCopy *copy;
  Look *look;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ink_document_look_at_file_async);
  copy = ink_storage_get_copy (self->storage);
  if (self->saving || copy->file == NULL || copy->etag == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  look = g_new0 (Look, 1);
  look->file = g_object_ref (copy->file);
  look->expected = g_strdup (copy->etag);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_thread);
}

char *
ink_document_look_at_file_finish (InkDocument  *self,
                                  GAsyncResult *result)
{
  g_autofree char *mark = NULL;
  Look *look;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  mark = g_task_propagate_pointer (G_TASK (result), NULL);
  look = g_task_get_task_data (G_TASK (result));
  /* What was saved in the meantime is ours. */
  if (mark == NULL || self->closed || self->saving
      || g_strcmp0 (look->expected, ink_storage_get_copy (self->storage)->etag) != 0)
    return NULL;
  return g_steal_pointer (&mark);
}
