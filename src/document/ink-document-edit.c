/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Steps of a document: edit, undo, redo, and the results kept beside them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "document/ink-document-private.h"
#include "events/ink-block.h"

/* The caller's own words, else what changed. */
static char *
name_step (const char    *label,
           InkDefinition *before,
           InkDefinition *after)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (label != NULL)
    return g_strdup (label);
  changes = ink_definition_diff (before, after);
  return ink_definition_changes_to_words (changes);
}

static void
join_step (InkDocument   *self,
           const char    *label,
           gint64         now,
           InkDefinition *definition)
{
  InkState *top = ink_history_current (self->history);
  InkState *below = ink_history_find (self->history, self->history->position - 1);
  g_autoptr (InkDefinition) previous = ink_definition_ref (top->definition);
  g_autofree char *name = name_step (label, below->definition, definition);
  InkDocumentWrite write = { .step = self->history->position, .label = name,
                             .before = below->definition, .previous = previous };

  ink_history_join (self->history, name, now, definition);
  ink_document_write_place (self, &write);
}

void
ink_document_edit (InkDocument   *self,
                   const char    *label,
                   const char    *merge_key,
                   InkDefinition *definition)
{
  gint64 now = g_get_monotonic_time ();
  InkState *top;
  g_autoptr (InkDefinition) previous = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);
  g_return_if_fail (definition != NULL);

  top = ink_history_current (self->history);
  if (definition == top->definition || ink_definition_equal (definition, top->definition))
    return;
  if (ink_history_joins (self->history, merge_key, now))
    {
      join_step (self, label, now, definition);
      return;
    }
  previous = ink_definition_ref (top->definition);
  name = name_step (label, previous, definition);
  ink_history_push (self->history, name, merge_key, now, definition, top->store);
  ink_document_write_place (self, &(InkDocumentWrite){ .step = self->history->position,
                                                       .label = name,
                                                       .before = previous,
                                                       .previous = previous });
}

/* The state beside the current one, from the row of the step between them. */
static InkState *
rebuild_state (InkDocument  *self,
               gint64        target,
               GError      **error)
{
  InkState *current = ink_history_current (self->history);
  gboolean back = target < current->step;
  gint64 between = back ? current->step : target;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  gboolean import;

  if (!ink_storage_read_step (self->storage, between, NULL, &changes, error))
    return NULL;
  definition = ink_definition_apply (current->definition, changes, back, error);
  if (definition == NULL)
    return NULL;
  import = ink_storage_is_import (self->storage, between);
  return ink_history_restore (self->history, target, definition, import ? NULL : current->store);
}

/* The state to move to, perhaps still without its events. */
static InkState *
prepare_state (InkDocument  *self,
               gint64        target,
               GError      **error)
{
  InkState *state = ink_history_find (self->history, target);

  if (self->importing)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                         _("Wait for the import to end, or stop it."));
  else if (target < 0)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE, _("There is nothing to undo."));
  else if (target > self->history->last)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE, _("There is nothing to do again."));
  else if (state != NULL && state->store != NULL)
    return state;
  else if (ink_writer_flush (self->writer, error))
    return state != NULL ? state : rebuild_state (self, target, error);
  return NULL;
}

static void
move_there (InkDocument *self,
            gint64       target)
{
  g_autoptr (InkDefinition) previous =
    ink_definition_ref (ink_history_current (self->history)->definition);

  self->history->position = target;
  ink_document_write_place (self, &(InkDocumentWrite){ .previous = previous });
}

static gboolean
move_to (InkDocument  *self,
         gint64        target,
         GError      **error)
{
  InkState *state = prepare_state (self, target, error);

  if (state == NULL)
    return FALSE;
  if (state->store == NULL)
    state->store = ink_storage_open_store (self->storage, target, NULL, error);
  if (state->store == NULL)
    return FALSE;
  move_there (self, target);
  return TRUE;
}

gboolean
ink_document_undo (InkDocument  *self,
                   GError      **error)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self) && !self->closed, FALSE);

  return move_to (self, self->history->position - 1, error);
}

gboolean
ink_document_redo (InkDocument  *self,
                   GError      **error)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self) && !self->closed, FALSE);

  return move_to (self, self->history->position + 1, error);
}

typedef struct
{
  InkStorage *storage;
  gint64 from;
  gint64 target;
} MoveJob;

static void
move_job_free (MoveJob *job)
{
  ink_storage_unref (job->storage);
  g_free (job);
}

static void
move_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  MoveJob *job = data;
  GError *error = NULL;
  InkEventStore *store = ink_storage_open_store (job->storage, job->target, cancellable, &error);

  if (store != NULL)
    g_task_return_pointer (task, store, (GDestroyNotify) ink_event_store_unref);
  else
    g_task_return_error (task, error);
}

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  InkDocument *self = INK_DOCUMENT (object);
  g_autoptr (GTask) task = data;
  MoveJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  g_autoptr (InkEventStore) store = g_task_propagate_pointer (G_TASK (result), &error);
  InkState *state = ink_history_find (self->history, job->target);

  self->importing = FALSE;
  if (store != NULL && state != NULL && self->history->position == job->from)
    {
      g_clear_pointer (&state->store, ink_event_store_unref);
      state->store = g_steal_pointer (&store);
      move_there (self, job->target);
      g_task_return_boolean (task, TRUE);
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, INK_ERROR, INK_ERROR_USAGE, "%s",
                             _("The project was edited meanwhile."));
}

static void
move_async (InkDocument         *self,
            gint64               target,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) work = NULL;
  GError *error = NULL;
  InkState *state = prepare_state (self, target, &error);
  MoveJob *job;

  g_task_set_source_tag (task, move_async);
  if (state == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (state->store != NULL)
    {
      move_there (self, target);
      g_task_return_boolean (task, TRUE);
      return;
    }
  job = g_new0 (MoveJob, 1);
  job->storage = ink_storage_ref (self->storage);
  job->from = self->history->position;
  job->target = target;
  self->importing = TRUE;
  work = g_task_new (self, NULL, moved_cb, g_object_ref (task));
  g_task_set_source_tag (work, move_thread);
  g_task_set_task_data (work, job, (GDestroyNotify) move_job_free);
  g_task_run_in_thread (work, move_thread);
}

void
ink_document_undo_async (InkDocument         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);

  move_async (self, self->history->position - 1, callback, user_data);
}

void
ink_document_redo_async (InkDocument         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);

  move_async (self, self->history->position + 1, callback, user_data);
}

gboolean
ink_document_move_finish (InkDocument   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

GPtrArray *
ink_document_get_imports (InkDocument  *self,
                          GError      **error)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), NULL);

  if (!self->closed && !ink_writer_flush (self->writer, error))
    return NULL;
  return ink_storage_load_imports (self->storage, self->history->position, error);
}

void
ink_document_put_result (InkDocument *self,
                         const char  *key,
                         const char  *json)
{
  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);
  g_return_if_fail (key != NULL && json != NULL);

  ink_writer_put_result (self->writer, key, self->history->position, json);
}

char *
ink_document_get_result (InkDocument *self,
                         const char  *key,
                         gboolean    *fresh)
{
  gint64 step = -1;
  char *json;

  g_return_val_if_fail (INK_IS_DOCUMENT (self) && key != NULL, NULL);

  json = ink_storage_get_result (self->storage, key, &step);
  if (fresh != NULL)
    *fresh = json != NULL && step == self->history->position;
  return json;
}
