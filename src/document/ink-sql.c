/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few things that this folder asks of SQLite, with errors as sentences. */
#include "config.h"

#include "document/ink-sql.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdarg.h>

#include "base/ink-error.h"

/* What a sound document never comes near, so that a hostile one cannot make SQLite work hard. */
static const struct
{
  int limit;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
  { SQLITE_LIMIT_SQL_LENGTH, 64 * 1024 },
  { SQLITE_LIMIT_COLUMN, 64 },
  { SQLITE_LIMIT_EXPR_DEPTH, 32 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 8 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 1 }, /* VACUUM INTO attaches its target */
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 32 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

void
ink_sql_fail (GError **error,
              sqlite3 *db,
              int      code)
{
  const char *detail = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("There is no room left on the disk. Free some space and try again."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
      g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                   _("The project is damaged and cannot be read (%s)."), detail);
      break;
    case SQLITE_TOOBIG:
    case SQLITE_SCHEMA:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_ERROR:
      g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                   _("The project does not hold what it should (%s)."), detail);
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The work was stopped."));
      break;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _("The folder for work in progress cannot be written to (%s)."), detail);
      break;
    default:
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
                   _("The working copy of the project could not be read or written (%s)."),
                   detail);
      break;
    }
}

sqlite3 *
ink_sql_open (const char   *path,
              InkSqlFlags   flags,
              GError      **error)
{
  sqlite3 *db = NULL;
  int how = (flags & INK_SQL_READ_ONLY) ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  if (flags & INK_SQL_CREATE)
    how |= SQLITE_OPEN_CREATE;
  code = sqlite3_open_v2 (path, &db, how | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (code != SQLITE_OK)
    {
      ink_sql_fail (error, db, code);
      sqlite3_close (db);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db, limits[i].limit, limits[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (db, options[i].option, options[i].value, NULL);
  sqlite3_busy_timeout (db, 20000);
  if (!ink_sql_exec (db, "PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON;"
                         "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;"
                         "PRAGMA temp_store=MEMORY;", error))
    {
      ink_sql_close (db);
      return NULL;
    }
  return db;
}

void
ink_sql_close (sqlite3 *db)
{
  sqlite3_close_v2 (db);
}

gboolean
ink_sql_exec (sqlite3     *db,
              const char  *sql,
              GError     **error)
{
  int code = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  ink_sql_fail (error, db, code);
  return FALSE;
}

InkStatement *
ink_sql_prepare (sqlite3     *db,
                 const char  *sql,
                 GError     **error)
{
  InkStatement *statement = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  if (code != SQLITE_OK)
    ink_sql_fail (error, db, code);
  return statement;
}

static void
bind_all (InkStatement *statement,
          const char   *types,
          va_list       values)
{
  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i])
      {
      case 'i':
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
        break;
      case 't':
        sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'b':
        {
          GBytes *bytes = va_arg (values, GBytes *);
          gsize size;
          const void *data = g_bytes_get_data (bytes, &size);

          /* The caller keeps the bytes until the statement is done. */
          sqlite3_bind_blob64 (statement, i + 1, data != NULL ? data : "", size, SQLITE_STATIC);
          break;
        }
      default:
        g_assert_not_reached ();
      }
}

InkStatement *
ink_sql_bind (sqlite3     *db,
              GError     **error,
              const char  *sql,
              const char  *types,
              ...)
{
  InkStatement *statement = ink_sql_prepare (db, sql, error);
  va_list values;

  if (statement == NULL)
    return NULL;
  va_start (values, types);
  bind_all (statement, types, values);
  va_end (values);
  return statement;
}

gboolean
ink_sql_row (InkStatement  *statement,
             GError       **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    ink_sql_fail (error, sqlite3_db_handle (statement), code);
  return FALSE;
}

gboolean
ink_sql_done (InkStatement  *statement,
              GError       **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_DONE || code == SQLITE_ROW)
    return TRUE;
  ink_sql_fail (error, sqlite3_db_handle (statement), code);
  return FALSE;
}

gboolean
ink_sql_run (sqlite3     *db,
             GError     **error,
             const char  *sql,
             const char  *types,
             ...)
{
  g_autoptr (InkStatement) statement = ink_sql_prepare (db, sql, error);
  va_list values;

  if (statement == NULL)
    return FALSE;
  va_start (values, types);
  bind_all (statement, types, values);
  va_end (values);
  return ink_sql_done (statement, error);
}

gboolean
ink_sql_integer (sqlite3     *db,
                 const char  *sql,
                 gint64       fallback,
                 gint64      *value,
                 GError     **error)
{
  g_autoptr (InkStatement) statement = ink_sql_prepare (db, sql, error);
  g_autoptr (GError) local = NULL;

  if (statement == NULL)
    return FALSE;
  *value = ink_sql_row (statement, &local) ? sqlite3_column_int64 (statement, 0) : fallback;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

char *
ink_sql_text (InkStatement *statement,
              int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

gboolean
ink_sql_begin (sqlite3  *db,
               GError  **error)
{
  return ink_sql_exec (db, "BEGIN IMMEDIATE", error);
}

gboolean
ink_sql_commit (sqlite3  *db,
                GError  **error)
{
  if (ink_sql_exec (db, "COMMIT", error))
    return TRUE;
  ink_sql_rollback (db);
  return FALSE;
}

void
ink_sql_rollback (sqlite3 *db)
{
  /* SQLite may have rolled back already; then there is nothing to do. */
  if (db != NULL && !sqlite3_get_autocommit (db))
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
}
