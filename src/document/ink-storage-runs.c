/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Imports in the working copy: a row each, and the blocks of their runs. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "base/ink-time.h"
#include "document/ink-storage-private.h"
#include "events/ink-block.h"

/* One transaction: short enough that an edit waits less than a tenth of a second behind it. */
static gsize batch_bytes = 8 * 1024 * 1024;

typedef struct
{
  InkStorage *storage;
  InkStatement *insert;
  guint32 import;
  gboolean batches;
  gboolean broken; /* the lock is gone: no transaction is open any more */
  gsize pending;
} RunWriter;

/* Gives waiting edits their turn. */
static gboolean
next_batch (RunWriter  *writer,
            GError    **error)
{
  sqlite3_reset (writer->insert);
  writer->pending = 0;
  writer->broken = !ink_storage_end (writer->storage, TRUE, error) ||
                   !ink_storage_begin (writer->storage, FALSE, error);
  return !writer->broken;
}

static void
bind_block (RunWriter      *writer,
            const InkBlock *block)
{
  gsize size;
  const void *data = g_bytes_get_data (block->data, &size);

  sqlite3_bind_int64 (writer->insert, 1, writer->import);
  sqlite3_bind_text (writer->insert, 2, block->column, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (writer->insert, 3, block->seq);
  sqlite3_bind_int64 (writer->insert, 4, block->n);
  sqlite3_bind_int (writer->insert, 5, block->codec);
  sqlite3_bind_int64 (writer->insert, 6, block->low);
  sqlite3_bind_int64 (writer->insert, 7, block->high);
  sqlite3_bind_blob64 (writer->insert, 8, data != NULL ? data : "", size, SQLITE_STATIC);
}

static gboolean
write_block (const InkBlock  *block,
             gpointer         data,
             GError         **error)
{
  RunWriter *writer = data;
  gboolean good;

  bind_block (writer, block);
  good = ink_sql_done (writer->insert, error);
  sqlite3_reset (writer->insert);
  if (!good)
    return FALSE;
  writer->pending += g_bytes_get_size (block->data);
  return !writer->batches || writer->pending < batch_bytes || next_batch (writer, error);
}

void
ink_storage_set_batch_bytes (gsize bytes)
{
  batch_bytes = bytes;
}

gboolean
ink_storage_write_run (InkStorage     *self,
                       InkEventStore  *store,
                       guint           run,
                       guint32         import,
                       gboolean        batches,
                       GCancellable   *cancellable,
                       GError        **error)
{
  RunWriter writer = { .storage = self, .import = import, .batches = batches };
  gboolean good;

  writer.insert = ink_sql_prepare (self->writer,
                                   "INSERT INTO chunk (import, col, seq, n, codec, low, high, "
                                   "data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  if (writer.insert == NULL)
    return FALSE;
  good = ink_event_store_write_run (store, run, write_block, &writer, cancellable, error);
  ink_statement_free (writer.insert);
  /* The caller ends a transaction in either case. */
  if (writer.broken)
    g_mutex_lock (&self->write_lock);
  return good && !writer.broken;
}

static gboolean
add_record (InkStorage             *self,
            const InkImportRecord  *record,
            guint32                 run,
            guint32                *id,
            GError                **error)
{
  g_autofree char *time = ink_time_to_iso (g_get_real_time ());

  if (!ink_sql_run (self->writer, error,
                    "INSERT INTO import (run, step, file, format, time, rows, imported, repeats, "
                    "report) VALUES (?, NULL, ?, ?, ?, ?, ?, ?, ?)",
                    "itttiiit", (gint64) run, record->file, record->format, time,
                    (gint64) record->rows, (gint64) record->imported, (gint64) record->repeats,
                    record->report))
    return FALSE;
  *id = (guint32) sqlite3_last_insert_rowid (self->writer);
  return TRUE;
}

static gboolean
write_runs (InkStorage    *self,
            InkEventStore *store,
            guint          first,
            GPtrArray     *records,
            GArray        *ids,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (InkImportRecord) nameless = ink_import_record_new (NULL, NULL, NULL);

  for (guint run = first; run < ink_event_store_get_n_runs (store); run++)
    {
      guint index = run - first;
      guint32 id = 0;

      if (!add_record (self, index < records->len ? g_ptr_array_index (records, index) : nameless,
                       ink_event_store_get_run_id (store, run), &id, error))
        return FALSE;
      g_array_append_val (ids, id);
      if (!ink_storage_write_run (self, store, run, id, TRUE, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ink_storage_write_runs (InkStorage    *self,
                        InkEventStore *store,
                        guint          first,
                        GPtrArray     *records,
                        GArray        *ids,
                        GCancellable  *cancellable,
                        GError       **error)
{
  gboolean good;

  if (!ink_storage_begin (self, FALSE, error))
    return FALSE;
  good = write_runs (self, store, first, records, ids, cancellable, error);
  good = ink_storage_end (self, good, error);
  if (!good)
    {
      /* Where even this fails, the next opening drops them. */
      ink_storage_drop_imports (self, ids, NULL);
      g_array_set_size (ids, 0);
    }
  return good;
}

gboolean
ink_storage_delete_imports (InkStorage  *self,
                            const char  *condition,
                            GError     **error)
{
  g_autofree char *chunks =
    g_strdup_printf ("DELETE FROM chunk WHERE import IN (SELECT id FROM import WHERE %s)",
                     condition);
  g_autofree char *imports = g_strdup_printf ("DELETE FROM import WHERE %s", condition);

  return ink_sql_exec (self->writer, chunks, error) && ink_sql_exec (self->writer, imports, error);
}

gboolean
ink_storage_drop_imports (InkStorage  *self,
                          GArray      *ids,
                          GError     **error)
{
  gboolean good = TRUE;

  if (!ink_storage_begin (self, FALSE, error))
    return FALSE;
  for (guint i = 0; good && i < ids->len; i++)
    {
      g_autofree char *one = g_strdup_printf ("id=%u", g_array_index (ids, guint32, i));

      good = ink_storage_delete_imports (self, one, error);
    }
  return ink_storage_end (self, good, error);
}

static InkImportRecord *
read_record (InkStatement *row)
{
  g_autofree char *file = ink_sql_text (row, 1);
  g_autofree char *format = ink_sql_text (row, 2);
  g_autofree char *time = ink_sql_text (row, 3);
  g_autofree char *report = ink_sql_text (row, 7);
  InkImportRecord *record = ink_import_record_new (file, format, report);

  record->id = (guint32) sqlite3_column_int64 (row, 0);
  if (time == NULL || !ink_time_parse_iso (time, strlen (time), NULL, &record->time))
    record->time = INK_TIME_NONE;
  record->rows = (guint64) sqlite3_column_int64 (row, 4);
  record->imported = (guint64) sqlite3_column_int64 (row, 5);
  record->repeats = (guint64) sqlite3_column_int64 (row, 6);
  return record;
}

static GPtrArray *
load_imports (sqlite3  *db,
              gint64    position,
              GError  **error)
{
  g_autoptr (GPtrArray) records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ink_import_record_free);
  g_autoptr (InkStatement) rows =
    ink_sql_bind (db, error,
                  "SELECT id, file, format, time, rows, imported, repeats, report FROM import "
                  "WHERE step <= ? ORDER BY run, id", "i", position);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;
  while (ink_sql_row (rows, &local))
    g_ptr_array_add (records, read_record (rows));
  if (local == NULL)
    return g_steal_pointer (&records);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

GPtrArray *
ink_storage_load_imports (InkStorage  *self,
                          gint64       position,
                          GError     **error)
{
  GPtrArray *records;

  g_mutex_lock (&self->read_lock);
  records = load_imports (self->reader, position, error);
  g_mutex_unlock (&self->read_lock);
  return records;
}
