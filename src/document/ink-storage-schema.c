/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a project's database looks like, in this version and in every earlier one. */
#include "config.h"

#include "document/ink-storage-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"

/* Every object of the schema. A file must hold these, word for word, and nothing else: a column
 * default, a check or an expression index would be code that runs when the file is opened. */
static const struct
{
  const char *name;
  const char *sql;
} objects[] = {
  { "meta", "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID" },
  { "import",
    "CREATE TABLE import (id INTEGER PRIMARY KEY, run INTEGER, step INTEGER, file TEXT, "
    "format TEXT, time TEXT, rows INTEGER, imported INTEGER, repeats INTEGER, report TEXT)" },
  { "chunk",
    "CREATE TABLE chunk (id INTEGER PRIMARY KEY, import INTEGER, col TEXT, seq INTEGER, "
    "n INTEGER, codec INTEGER, low INTEGER, high INTEGER, data BLOB)" },
  { "chunk_place", "CREATE UNIQUE INDEX chunk_place ON chunk (import, col, seq)" },
  { "definition",
    "CREATE TABLE definition (kind TEXT, id TEXT, position INTEGER, json TEXT, "
    "PRIMARY KEY (kind, id)) WITHOUT ROWID" },
  { "history",
    "CREATE TABLE history (step INTEGER PRIMARY KEY, time TEXT, label TEXT, changes TEXT)" },
  { "summary", "CREATE TABLE summary (what TEXT PRIMARY KEY, value) WITHOUT ROWID" },
  { "event_name",
    "CREATE TABLE event_name (name TEXT PRIMARY KEY, events INTEGER, people INTEGER, "
    "first TEXT, last TEXT) WITHOUT ROWID" },
  { "property",
    "CREATE TABLE property (name TEXT, belongs_to TEXT, kind TEXT, distinct_values INTEGER, "
    "filled INTEGER, PRIMARY KEY (name, belongs_to)) WITHOUT ROWID" },
  { "result",
    "CREATE TABLE result (key TEXT PRIMARY KEY, step INTEGER, json TEXT) WITHOUT ROWID" },
};

/* From each version to the next. The first version that anybody had is 1, so none so far. */
static const InkMigration migrations[] = {
  { 0, NULL },
};

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

gboolean
ink_storage_check_header (const guint8  *header,
                          gsize          size,
                          GError       **error)
{
  static const char magic[16] = "SQLite format 3";

  if (size == 0)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT, _("The file is empty."));
  else if (size < sizeof magic || memcmp (header, magic, sizeof magic) != 0)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The file is not an Inkling project."));
  else if (size < INK_STORAGE_HEADER_SIZE)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The file is cut short: only its very beginning is there."));
  else if (read_be32 (header + 68) != INK_STORAGE_APPLICATION_ID)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The file is a database of another program, not an Inkling project."));
  else if (read_be32 (header + 60) > INK_STORAGE_VERSION)
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The project was made by a newer Inkling. Update Inkling to open it."));
  else
    return TRUE;
  return FALSE;
}

gboolean
ink_storage_schema_create (sqlite3  *db,
                           GError  **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                            INK_STORAGE_APPLICATION_ID, INK_STORAGE_VERSION);

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    if (!ink_sql_exec (db, objects[i].sql, error))
      return FALSE;
  return ink_sql_exec (db, stamp, error);
}

static const char *
expected_sql (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    if (g_str_equal (objects[i].name, name))
      return objects[i].sql;
  return NULL;
}

/* SQLite makes an index of its own for a primary key; it has no text. */
static gboolean
object_is_ours (const char *type,
                const char *name,
                const char *sql)
{
  const char *expected;

  if (type == NULL || name == NULL)
    return FALSE;
  if (sql == NULL)
    return g_str_equal (type, "index") && g_str_has_prefix (name, "sqlite_autoindex_");
  expected = expected_sql (name);
  return expected != NULL && g_str_equal (sql, expected);
}

gboolean
ink_storage_schema_check (sqlite3  *db,
                          GError  **error)
{
  g_autoptr (InkStatement) rows =
    ink_sql_prepare (db, "SELECT type, name, sql FROM sqlite_schema", error);
  g_autoptr (GError) local = NULL;
  guint found = 0;

  if (rows == NULL)
    return FALSE;
  while (ink_sql_row (rows, &local))
    {
      g_autofree char *type = ink_sql_text (rows, 0);
      g_autofree char *name = ink_sql_text (rows, 1);
      g_autofree char *sql = ink_sql_text (rows, 2);

      if (!object_is_ours (type, name, sql))
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                       _("The project holds something that Inkling did not put there (%s), so it "
                         "was not opened."), name != NULL ? name : "?");
          return FALSE;
        }
      found += sql != NULL;
    }
  if (local == NULL && found == G_N_ELEMENTS (objects))
    return TRUE;
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                         _("The project is damaged: parts of it are missing."));
  return FALSE;
}

/* Before a migration touches an older file: only plain tables and indexes. */
static gboolean
check_plain (sqlite3  *db,
             GError  **error)
{
  gint64 odd = 0;

  if (!ink_sql_integer (db, "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', "
                            "'index') OR sql LIKE '%VIRTUAL%' OR rootpage IS NULL OR rootpage <= 0",
                        0, &odd, error))
    return FALSE;
  if (odd == 0)
    return TRUE;
  g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                       _("The project holds something that Inkling did not put there, so it was "
                         "not opened."));
  return FALSE;
}

static const InkMigration *
find_migration (const InkMigration *table,
                guint               n,
                gint64              from)
{
  for (guint i = 0; i < n; i++)
    if (table[i].from == from && table[i].migrate != NULL)
      return &table[i];
  return NULL;
}

static gboolean
migrate_steps (sqlite3             *db,
               const InkMigration  *table,
               guint                n,
               gint64               version,
               int                  target,
               GError             **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version=%d", target);

  for (; version < target; version++)
    {
      const InkMigration *migration = find_migration (table, n, version);

      if (migration == NULL)
        {
          g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                               _("The file is not an Inkling project of a version that Inkling "
                                 "knows."));
          return FALSE;
        }
      if (!migration->migrate (db, error))
        return FALSE;
    }
  return ink_sql_exec (db, stamp, error);
}

gboolean
ink_storage_migrate_with (sqlite3             *db,
                          const InkMigration  *table,
                          guint                n,
                          int                  target,
                          GError             **error)
{
  gint64 version = 0;

  if (!ink_sql_integer (db, "PRAGMA user_version", 0, &version, error))
    return FALSE;
  if (version == target)
    return TRUE;
  if (!check_plain (db, error) || !ink_sql_begin (db, error))
    return FALSE;
  if (migrate_steps (db, table, n, version, target, error))
    return ink_sql_commit (db, error);
  ink_sql_rollback (db);
  return FALSE;
}

gboolean
ink_storage_schema_migrate (sqlite3  *db,
                            GError  **error)
{
  return ink_storage_migrate_with (db, migrations, G_N_ELEMENTS (migrations), INK_STORAGE_VERSION,
                                   error);
}
