/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The change log: rows of the history, and their changes as words. */
#include "config.h"

#include "document/ink-change-log.h"

#include <string.h>

#include "base/ink-time.h"
#include "document/ink-document-private.h"
#include "document/ink-storage-private.h"

typedef struct
{
  InkStorage *storage;
  guint max;
} Reading;

static void
reading_free (Reading *reading)
{
  ink_storage_unref (reading->storage);
  g_free (reading);
}

static void
logged_change_free (InkLoggedChange *change)
{
  g_free (change->kind);
  g_free (change->id);
  g_free (change->words);
  g_free (change);
}

void
ink_logged_step_free (InkLoggedStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

gboolean
ink_logged_step_is_of (const InkLoggedStep *step,
                       const char          *kind,
                       const char          *id)
{
  g_return_val_if_fail (step != NULL && kind != NULL && id != NULL, FALSE);

  for (guint i = 0; i < step->changes->len; i++)
    {
      const InkLoggedChange *change = g_ptr_array_index (step->changes, i);

      if (g_str_equal (change->kind, kind) && g_str_equal (change->id, id))
        return TRUE;
    }
  return FALSE;
}

/* ---- Reading, in a worker ---- */

static InkLoggedChange *
log_change (const InkDefinitionChange *change)
{
  const InkItem *item = change->after != NULL ? change->after : change->before;
  InkLoggedChange *logged = g_new0 (InkLoggedChange, 1);

  logged->kind = g_strdup (item->kind);
  logged->id = g_strdup (item->id);
  logged->words = ink_definition_change_to_words (change);
  return logged;
}

/* What was kept and is damaged is a step without words, not a log that cannot be read. */
static void
log_changes (InkLoggedStep *step,
             const char    *json)
{
  g_autoptr (GPtrArray) changes =
    json != NULL ? ink_definition_changes_from_json (json, -1, NULL) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    g_ptr_array_add (step->changes, log_change (g_ptr_array_index (changes, i)));
}

/* @json: the step's changes as they are kept, to be read without the lock. */
static InkLoggedStep *
read_row (InkStatement  *row,
          char         **json)
{
  InkLoggedStep *step = g_new0 (InkLoggedStep, 1);
  g_autofree char *time = ink_sql_text (row, 1);

  step->step = sqlite3_column_int64 (row, 0);
  step->label = ink_sql_text (row, 2);
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) logged_change_free);
  *json = ink_sql_text (row, 3);
  if (step->label == NULL)
    step->label = g_strdup ("");
  if (time == NULL || !ink_time_parse_iso (time, strlen (time), NULL, &step->time))
    step->time = INK_TIME_NONE;
  return step;
}

static gboolean
read_rows (Reading    *reading,
           GPtrArray  *steps,
           GPtrArray  *texts,
           GError    **error)
{
  g_autoptr (InkStatement) rows = ink_sql_bind (
    reading->storage->reader, error,
    "SELECT step, time, label, changes FROM history ORDER BY step DESC LIMIT ?", "i",
    (gint64) reading->max);
  GError *local = NULL;

  while (rows != NULL && ink_sql_row (rows, &local))
    {
      char *json = NULL;

      g_ptr_array_add (steps, read_row (rows, &json));
      g_ptr_array_add (texts, json);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return rows != NULL && local == NULL;
}

static void
read_worker (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ink_logged_step_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;
  gboolean good;

  g_mutex_lock (&reading->storage->read_lock);
  good = read_rows (reading, steps, texts, &error);
  g_mutex_unlock (&reading->storage->read_lock);
  for (guint i = 0; good && i < steps->len && !g_cancellable_is_cancelled (cancellable); i++)
    log_changes (g_ptr_array_index (steps, i), g_ptr_array_index (texts, i));
  if (good)
    g_task_return_pointer (task, g_steal_pointer (&steps), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ink_change_log_async (InkDocument         *document,
                      guint                max,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;
  GError *error = NULL;

  g_return_if_fail (INK_IS_DOCUMENT (document) && !document->closed);

  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, ink_change_log_async);
  if (!ink_writer_flush (document->writer, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->storage = ink_storage_ref (document->storage);
  reading->max = max;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_worker);
}

GPtrArray *
ink_change_log_finish (InkDocument   *document,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
