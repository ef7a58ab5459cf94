/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The SQLite working copy of one project: opening, steps and small tables. */
#include "config.h"

#include "document/ink-storage.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "base/ink-time.h"
#include "document/ink-storage-private.h"
#include "document/ink-storage-schema.h"

/* More rows than any project's definitions have; a hostile file may hold more. */
#define MAX_ITEMS 100000

static InkStorage *
storage_new (InkWorkingCopy  *copy,
             InkSqlFlags      flags,
             GError         **error)
{
  g_autoptr (InkStorage) self = g_new0 (InkStorage, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->write_lock);
  g_mutex_init (&self->read_lock);
  self->copy = copy;
  self->writer = ink_sql_open (copy->path, flags, error);
  return self->writer != NULL ? g_steal_pointer (&self) : NULL;
}

/* Readers go on while the writer commits, and a commit costs one fsync. This one must not wait for
 * a large copy to reach the disk: ink_storage_sync does so behind the user's back. */
static gboolean
start (InkStorage  *self,
       GError     **error)
{
  if (!ink_sql_exec (self->writer, "PRAGMA synchronous=OFF; PRAGMA journal_mode=WAL;", error))
    return FALSE;
  self->reader = ink_sql_open (self->copy->path, INK_SQL_READ_ONLY, error);
  return self->reader != NULL;
}

static gboolean
set_meta (sqlite3     *db,
          const char  *key,
          gint64       value,
          GError     **error)
{
  return ink_sql_run (db, error, "INSERT OR REPLACE INTO meta VALUES (?, ?)", "ti", key, value);
}

/* Two UUIDs are 244 random bits, from the system's source. */
static gboolean
set_secret (sqlite3  *db,
            GError  **error)
{
  g_autofree char *one = g_uuid_string_random ();
  g_autofree char *two = g_uuid_string_random ();
  g_autofree char *secret = g_strconcat (one, two, NULL);

  return ink_sql_run (db, error, "INSERT INTO meta VALUES ('secret', ?)", "t", secret);
}

InkStorage *
ink_storage_create (InkWorkingCopy  *copy,
                    GError         **error)
{
  g_autoptr (InkStorage) self = storage_new (copy, INK_SQL_CREATE, error);
  g_autofree char *page_size = g_strdup_printf ("PRAGMA page_size=%d", INK_STORAGE_PAGE_SIZE);

  if (self == NULL || !ink_sql_exec (self->writer, page_size, error) ||
      !ink_sql_begin (self->writer, error))
    return NULL;
  if (!ink_storage_schema_create (self->writer, error) ||
      !set_meta (self->writer, "position", 0, error) ||
      !set_meta (self->writer, "saved", 0, error) || !set_secret (self->writer, error))
    return NULL;
  if (!ink_sql_commit (self->writer, error) || !start (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* What was being imported when the process died. Mostly there is none; then nothing is written. */
static gboolean
drop_unfinished (InkStorage  *self,
                 GError     **error)
{
  gint64 n = 0;

  if (!ink_sql_integer (self->writer, "SELECT count(*) FROM import WHERE step IS NULL", 0, &n,
                        error))
    return FALSE;
  if (n == 0)
    return TRUE;
  if (!ink_storage_begin (self, TRUE, error))
    return FALSE;
  return ink_storage_end (self, ink_storage_delete_imports (self, "step IS NULL", error), error);
}

InkStorage *
ink_storage_open (InkWorkingCopy  *copy,
                  GError         **error)
{
  g_autoptr (InkStorage) self = storage_new (copy, 0, error);

  if (self == NULL || !ink_storage_schema_migrate (self->writer, error) ||
      !ink_storage_schema_check (self->writer, error) || !start (self, error) ||
      !drop_unfinished (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

InkStorage *
ink_storage_ref (InkStorage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ink_storage_unref (InkStorage *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  ink_sql_close (self->reader);
  ink_sql_close (self->writer);
  /* A look at the pages that was just opening when the files went has made its log anew. */
  if (self->deleted)
    ink_working_copy_delete (self->copy);
  ink_working_copy_free (self->copy);
  g_mutex_clear (&self->write_lock);
  g_mutex_clear (&self->read_lock);
  g_free (self);
}

InkWorkingCopy *
ink_storage_get_copy (InkStorage *self)
{
  return self->copy;
}

void
ink_storage_release (InkStorage *self,
                     gboolean    delete)
{
  g_mutex_lock (&self->write_lock);
  /* Closing tidies the log away where no reader is left; a store may still hold the reader. */
  g_clear_pointer (&self->writer, ink_sql_close);
  self->deleted |= delete;
  if (delete)
    ink_working_copy_delete (self->copy);
  ink_working_copy_unlock (self->copy);
  g_mutex_unlock (&self->write_lock);
}

gboolean
ink_storage_begin (InkStorage  *self,
                   gboolean     durable,
                   GError     **error)
{
  g_mutex_lock (&self->write_lock);
  if (self->writer == NULL)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED, _("The project was closed."));
  else if (ink_sql_exec (self->writer,
                         durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL",
                         error) &&
           ink_sql_begin (self->writer, error))
    return TRUE;
  g_mutex_unlock (&self->write_lock);
  return FALSE;
}

gboolean
ink_storage_end (InkStorage  *self,
                 gboolean     good,
                 GError     **error)
{
  if (good)
    good = ink_sql_commit (self->writer, error);
  else
    ink_sql_rollback (self->writer);
  g_mutex_unlock (&self->write_lock);
  return good;
}

static gboolean
read_place (sqlite3          *db,
            InkStoragePlace  *place,
            GError          **error)
{
  return ink_sql_integer (db, "SELECT value FROM meta WHERE key='position'", -1, &place->position,
                          error) &&
         ink_sql_integer (db, "SELECT value FROM meta WHERE key='saved'", -1, &place->saved,
                          error) &&
         ink_sql_integer (db, "SELECT coalesce(max(step),0) FROM history", 0, &place->last, error);
}

gboolean
ink_storage_get_place (InkStorage       *self,
                       InkStoragePlace  *place,
                       GError          **error)
{
  gboolean good;

  g_mutex_lock (&self->read_lock);
  good = read_place (self->reader, place, error);
  g_mutex_unlock (&self->read_lock);
  if (good && place->position >= 0 && place->position <= place->last)
    return TRUE;
  if (good)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The project is damaged: its list of steps does not hold together."));
  return FALSE;
}

char *
ink_storage_get_secret (InkStorage *self)
{
  InkStatement *row;
  char *secret = NULL;

  g_mutex_lock (&self->read_lock);
  row = ink_sql_prepare (self->reader, "SELECT value FROM meta WHERE key='secret'", NULL);
  if (row != NULL && ink_sql_row (row, NULL))
    secret = ink_sql_text (row, 0);
  ink_statement_free (row);
  g_mutex_unlock (&self->read_lock);
  return secret != NULL ? secret : g_strdup ("");
}

gboolean
ink_storage_set_saved (InkStorage  *self,
                       gint64       saved,
                       GError     **error)
{
  if (!ink_storage_begin (self, TRUE, error))
    return FALSE;
  return ink_storage_end (self, set_meta (self->writer, "saved", saved, error), error);
}

static GPtrArray *
read_items (sqlite3  *db,
            GError  **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_item_free);
  g_autoptr (InkStatement) rows =
    ink_sql_prepare (db, "SELECT kind, id, position, json FROM definition", error);
  g_autoptr (GError) local = NULL;

  if (rows == NULL)
    return NULL;
  while (items->len < MAX_ITEMS && ink_sql_row (rows, &local))
    {
      g_autofree char *kind = ink_sql_text (rows, 0);
      g_autofree char *id = ink_sql_text (rows, 1);
      g_autofree char *json = ink_sql_text (rows, 3);

      g_ptr_array_add (items, ink_item_new (kind != NULL ? kind : "", id != NULL ? id : "",
                                            sqlite3_column_int (rows, 2),
                                            json != NULL ? json : "null"));
    }
  if (local == NULL)
    return g_steal_pointer (&items);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

GPtrArray *
ink_storage_load_items (InkStorage  *self,
                        GError     **error)
{
  GPtrArray *items;

  g_mutex_lock (&self->read_lock);
  items = read_items (self->reader, error);
  g_mutex_unlock (&self->read_lock);
  return items;
}

static gboolean
read_step (sqlite3    *db,
           gint64      step,
           char      **label,
           char      **changes,
           GError    **error)
{
  g_autoptr (InkStatement) row =
    ink_sql_bind (db, error, "SELECT label, changes FROM history WHERE step=?", "i", step);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  if (ink_sql_row (row, &local))
    {
      *label = ink_sql_text (row, 0);
      *changes = ink_sql_text (row, 1);
      return TRUE;
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The project's list of steps is damaged: a step is missing."));
  return FALSE;
}

gboolean
ink_storage_read_step (InkStorage  *self,
                       gint64       step,
                       char       **label,
                       GPtrArray  **changes,
                       GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gboolean good;

  g_mutex_lock (&self->read_lock);
  good = read_step (self->reader, step, &name, &text, error);
  g_mutex_unlock (&self->read_lock);
  if (!good)
    return FALSE;
  if (changes != NULL)
    {
      *changes = ink_definition_changes_from_json (text != NULL ? text : "", -1, error);
      if (*changes == NULL)
        return FALSE;
    }
  if (label != NULL)
    *label = g_steal_pointer (&name);
  return TRUE;
}

gboolean
ink_storage_is_import (InkStorage *self,
                       gint64      step)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT 1 FROM import WHERE step=%" G_GINT64_FORMAT, step);
  gint64 found = 0;

  g_mutex_lock (&self->read_lock);
  if (!ink_sql_integer (self->reader, sql, 0, &found, NULL))
    found = 0;
  g_mutex_unlock (&self->read_lock);
  return found != 0;
}

static gboolean
write_item (sqlite3                    *db,
            const InkDefinitionChange  *change,
            GError                    **error)
{
  const InkItem *item = change->after;

  if (item != NULL)
    return ink_sql_run (db, error, "INSERT OR REPLACE INTO definition VALUES (?, ?, ?, ?)",
                        "ttit", item->kind, item->id, (gint64) item->position, item->json);
  return ink_sql_run (db, error, "DELETE FROM definition WHERE kind=? AND id=?", "tt",
                      change->before->kind, change->before->id);
}

/* Writing step n ends what could be redone: what stood there and later goes, with its imports.
 * The step's own imports are not part of any step yet. */
static gboolean
write_history (InkStorage            *self,
               const InkStorageStep  *step,
               GError               **error)
{
  g_autofree char *changes = ink_definition_changes_to_json (step->changes);
  g_autofree char *time = ink_time_to_iso (step->time);
  g_autofree char *later = g_strdup_printf ("step >= %" G_GINT64_FORMAT, step->step);

  return ink_storage_delete_imports (self, later, error) &&
         ink_sql_run (self->writer, error, "DELETE FROM history WHERE step > ?", "i",
                      step->step) &&
         ink_sql_run (self->writer, error, "INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?)",
                      "ittt", step->step, time, step->label, changes);
}

static gboolean
validate_imports (InkStorage  *self,
                  GArray      *ids,
                  gint64       step,
                  GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!ink_sql_run (self->writer, error, "UPDATE import SET step=? WHERE id=?", "ii", step,
                      (gint64) g_array_index (ids, guint32, i)))
      return FALSE;
  return TRUE;
}

static gboolean
write_step (InkStorage            *self,
            const InkStorageStep  *step,
            GError               **error)
{
  if (step->step > 0 && !write_history (self, step, error))
    return FALSE;
  for (guint i = 0; i < step->rows->len; i++)
    if (!write_item (self->writer, g_ptr_array_index (step->rows, i), error))
      return FALSE;
  if (step->imports != NULL && !validate_imports (self, step->imports, step->step, error))
    return FALSE;
  if (step->store != NULL && !ink_storage_write_summaries (self, step->store, error))
    return FALSE;
  return set_meta (self->writer, "position", step->position, error) &&
         set_meta (self->writer, "saved", step->saved, error);
}

gboolean
ink_storage_write_step (InkStorage            *self,
                        const InkStorageStep  *step,
                        GError               **error)
{
  if (!ink_storage_begin (self, TRUE, error))
    return FALSE;
  return ink_storage_end (self, write_step (self, step, error), error);
}

gboolean
ink_storage_put_result (InkStorage  *self,
                        const char  *key,
                        gint64       step,
                        const char  *json,
                        GError     **error)
{
  if (!ink_storage_begin (self, FALSE, error))
    return FALSE;
  return ink_storage_end (self,
                          ink_sql_run (self->writer, error,
                                       "INSERT OR REPLACE INTO result VALUES (?, ?, ?)", "tit",
                                       key, step, json),
                          error);
}

char *
ink_storage_get_result (InkStorage *self,
                        const char *key,
                        gint64     *step)
{
  InkStatement *row;
  char *json = NULL;

  g_mutex_lock (&self->read_lock);
  row = ink_sql_bind (self->reader, NULL, "SELECT json, step FROM result WHERE key=?", "t", key);
  if (row != NULL && ink_sql_row (row, NULL))
    {
      json = ink_sql_text (row, 0);
      *step = sqlite3_column_int64 (row, 1);
    }
  ink_statement_free (row);
  g_mutex_unlock (&self->read_lock);
  return json;
}
