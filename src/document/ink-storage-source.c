/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a store reads the blocks of its runs from: the table `chunk`. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "document/ink-storage-private.h"
#include "events/ink-block.h"

/* More imports than anybody makes; a hostile file may name more. */
#define MAX_RUNS 10000

typedef struct
{
  InkBlockSource parent;
  InkStorage *storage;
  GArray *runs;    /* guint32, ascending: the store's numbers */
  GArray *imports; /* guint32: the rows that they stand in */
} StorageSource;

static gboolean
in_range (InkStatement *row,
          int           column,
          gint64        greatest)
{
  gint64 value = sqlite3_column_int64 (row, column);

  return sqlite3_column_type (row, column) == SQLITE_INTEGER && value >= 0 && value <= greatest;
}

static gboolean
hand_over (InkStatement       *row,
           const char         *column,
           InkBlockWriteFunc   each,
           gpointer            data,
           GError            **error)
{
  InkBlock block = { .column = column };
  g_autoptr (GBytes) bytes = NULL;

  if (!in_range (row, 0, G_MAXUINT32) || !in_range (row, 1, G_MAXUINT32) ||
      !in_range (row, 2, G_MAXUINT8) || sqlite3_column_type (row, 5) != SQLITE_BLOB)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                   _("The project is damaged: a block of the events cannot be read (%s)."), column);
      return FALSE;
    }
  block.seq = (guint32) sqlite3_column_int64 (row, 0);
  block.n = (guint32) sqlite3_column_int64 (row, 1);
  block.codec = (guint8) sqlite3_column_int (row, 2);
  block.low = sqlite3_column_int64 (row, 3);
  block.high = sqlite3_column_int64 (row, 4);
  bytes = g_bytes_new (sqlite3_column_blob (row, 5), (gsize) sqlite3_column_bytes (row, 5));
  block.data = bytes;
  return each (&block, data, error);
}

static gboolean
find_import (StorageSource *self,
             guint32        run,
             guint32       *import)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (g_array_index (self->runs, guint32, i) == run)
      {
        *import = g_array_index (self->imports, guint32, i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_blocks (sqlite3            *db,
             guint32             import,
             const char         *column,
             InkBlockWriteFunc   each,
             gpointer            data,
             GError            **error)
{
  g_autoptr (InkStatement) rows =
    ink_sql_bind (db, error,
                  "SELECT seq, n, codec, low, high, data FROM chunk WHERE import=? AND col=? "
                  "ORDER BY seq", "it", (gint64) import, column);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;
  while (ink_sql_row (rows, &local))
    if (!hand_over (rows, column, each, data, error))
      return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
source_read (InkBlockSource     *source,
             guint32             run,
             const char         *column,
             InkBlockWriteFunc   each,
             gpointer            data,
             GError            **error)
{
  StorageSource *self = (StorageSource *) source;
  guint32 import = 0;
  gboolean good;

  g_assert (column != NULL);

  if (!find_import (self, run, &import))
    return TRUE;
  g_mutex_lock (&self->storage->read_lock);
  good = read_blocks (self->storage->reader, import, column, each, data, error);
  g_mutex_unlock (&self->storage->read_lock);
  return good;
}

static void
source_free (InkBlockSource *source)
{
  StorageSource *self = (StorageSource *) source;

  ink_storage_unref (self->storage);
  g_array_unref (self->runs);
  g_array_unref (self->imports);
  g_free (self);
}

static StorageSource *
source_new (InkStorage *storage)
{
  StorageSource *self = g_new0 (StorageSource, 1);

  self->parent.read = source_read;
  self->parent.free = source_free;
  self->storage = ink_storage_ref (storage);
  self->runs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->imports = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

static gboolean
add_run (StorageSource  *self,
         InkStatement   *row,
         GError        **error)
{
  guint32 run = (guint32) sqlite3_column_int64 (row, 0);
  guint32 import = (guint32) sqlite3_column_int64 (row, 1);
  guint n = self->runs->len;

  if (!in_range (row, 0, G_MAXUINT32 - 1) || !in_range (row, 1, G_MAXUINT32) || n >= MAX_RUNS ||
      (n > 0 && g_array_index (self->runs, guint32, n - 1) >= run))
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                           _("The project is damaged: its list of imports does not hold "
                             "together."));
      return FALSE;
    }
  g_array_append_val (self->runs, run);
  g_array_append_val (self->imports, import);
  return TRUE;
}

static gboolean
find_runs (StorageSource  *self,
           sqlite3        *db,
           gint64          position,
           GError        **error)
{
  g_autoptr (InkStatement) rows =
    ink_sql_bind (db, error, "SELECT run, id FROM import WHERE step <= ? ORDER BY run", "i",
                  position);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return FALSE;
  while (ink_sql_row (rows, &local))
    if (!add_run (self, rows, error))
      return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

InkEventStore *
ink_storage_open_store (InkStorage    *self,
                        gint64         position,
                        GCancellable  *cancellable,
                        GError       **error)
{
  StorageSource *source = source_new (self);
  g_autoptr (GArray) runs = g_array_ref (source->runs);
  gboolean good;

  g_mutex_lock (&self->read_lock);
  good = find_runs (source, self->reader, position, error);
  g_mutex_unlock (&self->read_lock);
  if (!good || runs->len == 0)
    {
      source_free (&source->parent);
      return good ? ink_event_store_new_empty () : NULL;
    }
  return ink_event_store_open (&source->parent, (gconstpointer) runs->data, runs->len,
                               cancellable, error);
}
