/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening a project, waiting or not; looking for damage in a file. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "document/ink-document-private.h"
#include "events/ink-block.h"

typedef struct
{
  GFile *file;
  const InkDocumentAhead *ahead; /* nullable */
  gpointer data;                 /* of the caller */
  GMainContext *context;
  InkProgress *progress;
} OpenJob;

static void
open_job_free (OpenJob *job)
{
  g_object_unref (job->file);
  g_main_context_unref (job->context);
  g_free (job);
}

InkDocument *
ink_document_open (GFile         *file,
                   InkProgress   *progress,
                   GCancellable  *cancellable,
                   GError       **error)
{
  InkLoaded *loaded;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  loaded = ink_loaded_open (file, NULL, progress, cancellable, error);
  return loaded != NULL ? ink_document_from_loaded (loaded) : NULL;
}

/* ---- What is shown before ---- */

typedef struct
{
  GTask *task; /* holds the job */
  InkDefinition *definition;
  char *last;
} Glance;

static void
glance_free (Glance *glance)
{
  g_object_unref (glance->task);
  ink_definition_unref (glance->definition);
  g_free (glance->last);
  g_free (glance);
}

static gboolean
glance_cb (gpointer data)
{
  Glance *glance = data;
  const OpenJob *job = g_task_get_task_data (glance->task);

  if (!g_cancellable_is_cancelled (g_task_get_cancellable (glance->task)))
    job->ahead->peek (glance->definition, glance->last, job->data);

  return G_SOURCE_REMOVE;
}

/* Comes before the task's own end, which has the default priority. */
static void
peek (InkStorage    *storage,
      InkDefinition *definition,
      gpointer       data)
{
  const OpenJob *job = g_task_get_task_data (data);
  g_autoptr (GSource) source = g_idle_source_new ();
  Glance *glance = g_new0 (Glance, 1);
  gint64 step;

  glance->task = g_object_ref (data);
  glance->definition = ink_definition_ref (definition);
  glance->last = ink_storage_get_result (storage, job->ahead->key, &step);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, glance_cb, glance, (GDestroyNotify) glance_free);
  g_source_attach (source, job->context);
}

/* With the same passive events as the document's own, whose sessions are then made already. */
static void
tell_loaded (const OpenJob   *job,
             const InkLoaded *loaded)
{
  g_autoptr (InkEventStore) view = ink_event_store_with_passive (
    loaded->store, (const char *const *) loaded->definition->passive);

  job->ahead->loaded (loaded->definition, view);
}

static void
open_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  OpenJob *job = data;
  gboolean peeks = job->ahead != NULL && job->ahead->peek != NULL;
  GError *error = NULL;
  InkLoaded *loaded = ink_loaded_open (job->file, peeks ? &(InkLoadedPeek){ peek, task } : NULL,
                                       job->progress, cancellable, &error);

  if (loaded != NULL && job->ahead != NULL && job->ahead->loaded != NULL)
    tell_loaded (job, loaded);
  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) ink_loaded_free);
  else
    g_task_return_error (task, error);
}

void
ink_document_open_async (GFile                  *file,
                         const InkDocumentAhead *ahead,
                         InkProgress            *progress,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  OpenJob *job = g_new0 (OpenJob, 1);

  g_return_if_fail (G_IS_FILE (file));

  job->file = g_object_ref (file);
  job->ahead = ahead;
  job->data = user_data;
  job->context = g_main_context_ref_thread_default ();
  job->progress = progress;
  g_task_set_source_tag (task, ink_document_open_async);
  g_task_set_task_data (task, job, (GDestroyNotify) open_job_free);
  g_task_run_in_thread (task, open_thread);
}

InkDocument *
ink_document_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  InkLoaded *loaded;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  return loaded != NULL ? ink_document_from_loaded (loaded) : NULL;
}

InkDocument *
ink_document_recover (const InkRecovery  *recovery,
                      InkProgress        *progress,
                      GCancellable       *cancellable,
                      GError            **error)
{
  InkLoaded *loaded;

  g_return_val_if_fail (recovery != NULL, NULL);

  loaded = ink_loaded_recover (recovery->id, cancellable, error);
  return loaded != NULL ? ink_document_from_loaded (loaded) : NULL;
}

static void
recover_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  InkLoaded *loaded = ink_loaded_recover (data, cancellable, &error);

  if (loaded != NULL)
    g_task_return_pointer (task, loaded, (GDestroyNotify) ink_loaded_free);
  else
    g_task_return_error (task, error);
}

void
ink_document_recover_async (const InkRecovery   *recovery,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (recovery != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ink_document_recover_async);
  g_task_set_task_data (task, g_strdup (recovery->id), g_free);
  g_task_run_in_thread (task, recover_thread);
}

static void
check_steps (const InkLoaded *loaded,
             GPtrArray       *findings)
{
  for (gint64 step = 1; step <= loaded->place.last; step++)
    {
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GError) error = NULL;

      if (!ink_storage_read_step (loaded->storage, step, NULL, &changes, &error))
        {
          g_ptr_array_add (findings, g_strdup_printf (_("Step %" G_GINT64_FORMAT
                                                        " of the history: %s"),
                                                      step, error->message));
          return;
        }
    }
}

GPtrArray *
ink_document_check (GFile         *file,
                    InkProgress   *progress,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (InkLoaded) loaded = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  loaded = ink_loaded_open (file, NULL, progress, cancellable, error);
  if (loaded == NULL)
    return NULL;
  findings = ink_storage_check (loaded->storage, TRUE, cancellable, error);
  if (findings != NULL)
    {
      ink_event_store_check (loaded->store, findings);
      check_steps (loaded, findings);
    }
  ink_storage_release (loaded->storage, TRUE);
  return g_steal_pointer (&findings);
}
