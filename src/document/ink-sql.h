/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few things that this folder asks of SQLite, with errors as sentences. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef sqlite3_stmt InkStatement;

typedef enum
{
  INK_SQL_CREATE = 1 << 0,
  INK_SQL_READ_ONLY = 1 << 1,
} InkSqlFlags;

/* Opens a private file with everything locked down that a hostile one could use. */
sqlite3      *ink_sql_open    (const char *path, InkSqlFlags flags, GError **error);
void          ink_sql_close   (sqlite3 *db);

gboolean      ink_sql_exec    (sqlite3 *db, const char *sql, GError **error);
InkStatement *ink_sql_prepare (sqlite3 *db, const char *sql, GError **error);
/* Binds by type: 'i' gint64, 't' text (nullable), 'b' GBytes. */
InkStatement *ink_sql_bind    (sqlite3 *db, GError **error, const char *sql, const char *types,
                               ...);
/* The next row: TRUE; FALSE at the end or with @error. */
gboolean      ink_sql_row     (InkStatement *statement, GError **error);
/* For a statement without rows. */
gboolean      ink_sql_done    (InkStatement *statement, GError **error);
gboolean      ink_sql_run     (sqlite3 *db, GError **error, const char *sql, const char *types,
                               ...);
/* The first column of the first row; @fallback where there is no row. */
gboolean      ink_sql_integer (sqlite3 *db, const char *sql, gint64 fallback, gint64 *value,
                               GError **error);
/* Valid UTF-8 whatever the file says; NULL for NULL. */
char         *ink_sql_text    (InkStatement *statement, int column) G_GNUC_WARN_UNUSED_RESULT;

/* Sets @error to the sentence for @code. */
void          ink_sql_fail    (GError **error, sqlite3 *db, int code);

/* A transaction: begin, then exactly one of the two. Rolls back by itself where commit fails. */
gboolean      ink_sql_begin    (sqlite3 *db, GError **error);
gboolean      ink_sql_commit   (sqlite3 *db, GError **error);
void          ink_sql_rollback (sqlite3 *db);

static inline void
ink_statement_free (InkStatement *statement)
{
  sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkStatement, ink_statement_free)

G_END_DECLS
