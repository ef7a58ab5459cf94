/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The project's whole life as a list, and going to any place in it. */
#include "config.h"

#include "document/ink-document-steps.h"

#include <string.h>

#include "base/ink-time.h"
#include "document/ink-document-private.h"
#include "document/ink-storage-private.h"

void
ink_history_step_free (InkHistoryStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_free (step);
}

static InkHistoryStep *
read_step (InkStatement *row)
{
  InkHistoryStep *step = g_new0 (InkHistoryStep, 1);
  g_autofree char *time = ink_sql_text (row, 1);

  step->step = sqlite3_column_int64 (row, 0);
  step->label = ink_sql_text (row, 2);
  if (step->label == NULL)
    step->label = g_strdup ("");
  if (time == NULL || !ink_time_parse_iso (time, strlen (time), NULL, &step->time))
    step->time = INK_TIME_NONE;
  return step;
}

static gboolean
read_steps (InkStorage  *storage,
            GPtrArray   *steps,
            guint        max,
            GError     **error)
{
  g_autoptr (InkStatement) rows = ink_sql_bind (
    storage->reader, error,
    "SELECT step, time, label FROM history ORDER BY step DESC LIMIT ?", "i", (gint64) max);
  GError *local = NULL;

  while (rows != NULL && ink_sql_row (rows, &local))
    g_ptr_array_add (steps, read_step (rows));
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

GPtrArray *
ink_document_get_steps (InkDocument  *self,
                        guint         max,
                        GError      **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_history_step_free);
  gboolean good;

  g_return_val_if_fail (INK_IS_DOCUMENT (self) && !self->closed, NULL);

  if (!ink_writer_flush (self->writer, error))
    return NULL;
  g_mutex_lock (&self->storage->read_lock);
  good = read_steps (self->storage, steps, max, error);
  g_mutex_unlock (&self->storage->read_lock);
  return good ? g_steal_pointer (&steps) : NULL;
}

gint64
ink_document_get_position (InkDocument *self)
{
  g_return_val_if_fail (INK_IS_DOCUMENT (self), 0);

  return self->history->position;
}

static void go_on (GTask *task);

static void
moved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (ink_document_move_finish (INK_DOCUMENT (object), result, &error))
    go_on (task);
  else
    g_task_return_error (task, error);
}

static void
go_on (GTask *task)
{
  InkDocument *self = g_task_get_source_object (task);
  gint64 target = *(gint64 *) g_task_get_task_data (task);

  if (self->closed || self->history->position == target)
    g_task_return_boolean (task, TRUE);
  else if (self->history->position > target)
    ink_document_undo_async (self, moved_cb, g_object_ref (task));
  else
    ink_document_redo_async (self, moved_cb, g_object_ref (task));
}

void
ink_document_go_async (InkDocument         *self,
                       gint64               position,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (INK_IS_DOCUMENT (self) && !self->closed);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ink_document_go_async);
  g_task_set_task_data (task, g_memdup2 (&position, sizeof position), g_free);
  go_on (task);
}
