/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Importing into a document: the blocks are written while edits go on; they count from the step
 * that names them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "document/ink-document-private.h"
#include "events/ink-block.h"

typedef struct
{
  InkStorage *storage;
  InkEventStore *base;
  InkDefinition *definition;
  char *label;
  InkImportFunc import;
  gpointer data;
  GDestroyNotify destroy;
  InkProgress *progress;

  InkImportOutcome outcome;
  InkEventStore *store; /* what came of it */
  GArray *ids;          /* its rows in `import`, waiting for their step */
} ImportJob;

static void
import_job_free (ImportJob *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  ink_storage_unref (job->storage);
  ink_event_store_unref (job->base);
  ink_definition_unref (job->definition);
  g_clear_pointer (&job->store, ink_event_store_unref);
  g_ptr_array_unref (job->outcome.records);
  g_clear_pointer (&job->outcome.definition, ink_definition_unref);
  g_array_unref (job->ids);
  g_free (job->label);
  g_free (job);
}

static gboolean
run_import (ImportJob     *job,
            GCancellable  *cancellable,
            GError       **error)
{
  guint first = ink_event_store_get_n_runs (job->base);
  g_autoptr (InkEventStore) store =
    job->import (job->base, job->definition, &job->outcome, job->data, job->progress, cancellable,
                 error);

  if (store == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!ink_storage_write_runs (job->storage, store, first, job->outcome.records, job->ids,
                               cancellable, error))
    return FALSE;
  /* The summaries ask for it; here it holds nobody up. */
  ink_event_store_get_schema (store);
  job->store = g_steal_pointer (&store);
  return TRUE;
}

static ImportJob *
import_job_new (InkDocument    *self,
                const char     *label,
                InkImportFunc   import,
                gpointer        data,
                GDestroyNotify  destroy,
                InkProgress    *progress)
{
  InkState *state = ink_history_current (self->history);
  ImportJob *job = g_new0 (ImportJob, 1);

  job->storage = ink_storage_ref (self->storage);
  job->base = ink_event_store_ref (state->store);
  job->definition = ink_definition_ref (state->definition);
  job->label = g_strdup (label);
  job->import = import;
  job->data = data;
  job->destroy = destroy;
  job->progress = progress;
  job->outcome.records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ink_import_record_free);
  job->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  return job;
}

/* An import may not begin while another one runs: both would build on the same events. */
static gboolean
begin_import (InkDocument  *self,
              GError      **error)
{
  if (self->importing)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                           _("Wait for the import to end, or stop it."));
      return FALSE;
    }
  self->importing = TRUE;
  return TRUE;
}

/* Back on the owner's thread: the step that makes it count. */
static void
end_import (InkDocument *self,
            ImportJob   *job,
            gboolean     good)
{
  InkState *top = ink_history_current (self->history);
  InkDefinition *next = job->outcome.definition != NULL ? job->outcome.definition
                                                        : top->definition;
  g_autoptr (InkDefinition) previous = ink_definition_ref (top->definition);

  self->importing = FALSE;
  if (!good)
    return;
  ink_history_push (self->history, job->label, NULL, g_get_monotonic_time (), next, job->store);
  ink_document_write_place (self, &(InkDocumentWrite){ .step = self->history->position,
                                                       .label = job->label,
                                                       .before = previous,
                                                       .previous = previous,
                                                       .imports = job->ids,
                                                       .store = job->store });
}

gboolean
ink_document_import (InkDocument    *self,
                     const char     *label,
                     InkImportFunc   import,
                     gpointer        data,
                     InkProgress    *progress,
                     GCancellable   *cancellable,
                     GError        **error)
{
  ImportJob *job;
  gboolean good;

  g_return_val_if_fail (INK_IS_DOCUMENT (self) && !self->closed, FALSE);
  g_return_val_if_fail (label != NULL && import != NULL, FALSE);

  if (!begin_import (self, error))
    return FALSE;
  job = import_job_new (self, label, import, data, NULL, progress);
  good = run_import (job, cancellable, error);
  end_import (self, job, good);
  import_job_free (job);
  return good && ink_writer_flush (self->writer, error);
}

static void
import_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_import (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
import_done_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  InkDocument *self = INK_DOCUMENT (object);
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->closed)
    good = FALSE;
  end_import (self, g_task_get_task_data (G_TASK (result)), good);
  if (good)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s",
                             _("The project was closed."));
}

void
ink_document_import_async (InkDocument         *self,
                           const char          *label,
                           InkImportFunc        import,
                           gpointer             data,
                           GDestroyNotify       destroy,
                           InkProgress         *progress,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);
  g_return_if_fail (label != NULL && import != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ink_document_import_async);
  /* What arrived before Stop was clicked is there: the caller must not be told otherwise. */
  g_task_set_check_cancellable (task, FALSE);
  if (!begin_import (self, &error))
    {
      g_task_return_error (task, error);
      if (destroy != NULL)
        destroy (data);
      return;
    }
  work = g_task_new (self, cancellable, import_done_cb, g_object_ref (task));
  g_task_set_source_tag (work, import_thread);
  g_task_set_check_cancellable (work, FALSE);
  g_task_set_task_data (work, import_job_new (self, label, import, data, destroy, progress),
                        (GDestroyNotify) import_job_free);
  g_task_run_in_thread (work, import_thread);
}

gboolean
ink_document_import_finish (InkDocument   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
