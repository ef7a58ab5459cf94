/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Taking a person out of a project for good: every run is made and written anew, which takes
 * seconds per million events, so the window lets a worker do it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "document/ink-document-private.h"
#include "events/ink-block.h"

/* What a worker needs, apart from the document. */
typedef struct
{
  InkStorage *storage;
  InkEventStore *store;      /* the raw one, not the view: passive events are not kept */
  InkDefinition *definition; /* when it began */
  gint64 position;
  guint32 number;
  char **ids;
} ForgetJob;

static void
forget_job_free (ForgetJob *job)
{
  g_clear_pointer (&job->storage, ink_storage_unref);
  g_clear_pointer (&job->store, ink_event_store_unref);
  g_clear_pointer (&job->definition, ink_definition_unref);
  g_strfreev (job->ids);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ForgetJob, forget_job_free)

/* NULL with @error where it cannot begin. */
static ForgetJob *
begin (InkDocument *self,
       const char *person,
       GError **error)
{
  InkState *state = ink_history_current (self->history);
  guint32 number = ink_event_store_find_person (state->store, person);
  ForgetJob *job = NULL;

  if (self->importing)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                         _ ("Wait for the import to end, or stop it."));
  else if (self->saving)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                         _ ("Wait until the project is saved."));
  else if (number == INK_NO_PERSON)
    g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("Nobody has the id “%s”."), person);
  else if (ink_writer_flush (self->writer, error))
    {
      job = g_new0 (ForgetJob, 1);
      job->storage = ink_storage_ref (self->storage);
      job->store = ink_event_store_ref (state->store);
      job->definition = ink_definition_ref (state->definition);
      job->position = self->history->position;
      job->number = number;
      job->ids = ink_event_store_get_person_ids (state->store, number);
    }
  return job;
}

/* In any thread: the events that are left, as the working copy holds them now. Once it has begun to
 * write it cannot be stopped half-way. */
static InkEventStore *
forget (ForgetJob *job,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (InkEventStore) without
      = ink_event_store_forget (job->store, job->number, cancellable, error);

  if (without == NULL
      || !ink_storage_forget (job->storage, without, job->ids, cancellable, error))
    return NULL;
  return ink_storage_open_store (job->storage, job->position, NULL, error);
}

/* What was edited while the worker was at it may name the person again. */
static gboolean
end (InkDocument *self,
     const ForgetJob *job,
     InkEventStore *store,
     GError **error)
{
  if (!ink_writer_flush (self->writer, error))
    return FALSE;
  if (ink_history_current (self->history)->definition != job->definition
      && !ink_storage_scrub (self->storage, job->ids, error))
    return FALSE;
  return ink_document_reload (self, store, error);
}

gboolean
ink_document_forget (InkDocument *self,
                     const char *person,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (ForgetJob) job = NULL;
  g_autoptr (InkEventStore) store = NULL;

  g_return_val_if_fail (INK_IS_DOCUMENT (self) && !self->closed, FALSE);
  g_return_val_if_fail (person != NULL, FALSE);

  job = begin (self, person, error);
  if (job == NULL)
    return FALSE;
  store = forget (job, cancellable, error);
  return store != NULL && end (self, job, store, error);
}

/* ---- In a worker ---- */

static void
forget_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  InkEventStore *store = forget (data, cancellable, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, (GDestroyNotify) ink_event_store_unref);
  else
    g_task_return_error (task, error);
}

static void
forgotten_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  InkDocument *self = INK_DOCUMENT (object);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (InkEventStore) store = g_task_propagate_pointer (G_TASK (result), &error);

  self->importing = FALSE;
  if (store != NULL && end (self, g_task_get_task_data (G_TASK (result)), store, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ink_document_forget_async (InkDocument *self,
                           const char *person,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;
  ForgetJob *job;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);
  g_return_if_fail (person != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ink_document_forget_async);
  job = begin (self, person, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->importing = TRUE;
  work = g_task_new (self, cancellable, forgotten_cb, g_object_ref (task));
  /* What was written is written: a late wish to stop does not undo it. */
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_source_tag (work, forget_thread);
  g_task_set_task_data (work, job, (GDestroyNotify) forget_job_free);
  g_task_run_in_thread (work, forget_thread);
}

gboolean
ink_document_forget_finish (InkDocument *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
