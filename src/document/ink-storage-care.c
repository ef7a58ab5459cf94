/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Copies of the working copy as a whole, and looking for damage in it. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/ink-error.h"
#include "document/ink-storage-private.h"

static int
stop_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

/* A connection of its own: the work takes long and must hold up neither writer nor readers. */
static sqlite3 *
open_aside (InkStorage    *self,
            GCancellable  *cancellable,
            GError       **error)
{
  sqlite3 *db = ink_sql_open (self->copy->path, INK_SQL_READ_ONLY, error);

  if (db != NULL && cancellable != NULL)
    sqlite3_progress_handler (db, 1000, stop_cb, cancellable);
  return db;
}

/* The copy says of itself that it is saved, so that whoever opens it starts without changes. */
static gboolean
mark_saved (const char  *path,
            gint64      *step,
            GError     **error)
{
  sqlite3 *db = ink_sql_open (path, 0, error);
  gboolean good =
    db != NULL &&
    ink_sql_exec (db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", error) &&
    ink_sql_integer (db, "SELECT value FROM meta WHERE key='position'", 0, step, error) &&
    ink_sql_run (db, error, "INSERT OR REPLACE INTO meta VALUES ('saved', ?)", "i", *step);

  ink_sql_close (db);
  return good;
}

gboolean
ink_storage_write_copy (InkStorage    *self,
                        const char    *path,
                        gint64        *step,
                        GCancellable  *cancellable,
                        GError       **error)
{
  sqlite3 *db = open_aside (self, cancellable, error);
  gboolean good;

  if (db == NULL)
    return FALSE;
  g_unlink (path);
  good = ink_sql_run (db, error, "VACUUM INTO ?", "t", path);
  ink_sql_close (db);
  good = good && mark_saved (path, step, error);
  if (!good)
    g_unlink (path);
  return good;
}

void
ink_storage_sync (InkStorage *self)
{
  sqlite3 *db = open_aside (self, NULL, NULL);
  sqlite3_file *file = NULL;

  /* Through SQLite's own descriptor: closing another one would drop SQLite's locks. */
  if (db != NULL &&
      sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
      file != NULL && file->pMethods != NULL)
    file->pMethods->xSync (file, SQLITE_SYNC_NORMAL);
  ink_sql_close (db);
}

GPtrArray *
ink_storage_check (InkStorage    *self,
                   gboolean       whole,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  sqlite3 *db = open_aside (self, cancellable, error);
  InkStatement *rows;

  if (db == NULL)
    return NULL;
  rows = ink_sql_prepare (db, whole ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)",
                          &local);
  while (rows != NULL && ink_sql_row (rows, &local))
    {
      g_autofree char *text = ink_sql_text (rows, 0);

      if (text != NULL && !g_str_equal (text, "ok"))
        g_ptr_array_add (findings, g_strdup_printf (_("The project is damaged (%s)."), text));
    }
  ink_statement_free (rows);
  ink_sql_close (db);
  if (g_error_matches (local, INK_ERROR, INK_ERROR_FORMAT))
    g_ptr_array_add (findings, g_strdup (local->message));
  else if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&findings);
}
