/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a project's database looks like, in this version and in every earlier one. */
#pragma once

#include "document/ink-sql.h"

G_BEGIN_DECLS

#define INK_STORAGE_APPLICATION_ID 0x496e6b31 /* "Ink1" */
#define INK_STORAGE_VERSION 1
#define INK_STORAGE_PAGE_SIZE 16384

/* One step from version @from to @from + 1, run inside a transaction. After the last one the
 * schema must read, to the letter, as ink_storage_schema_create makes it. */
typedef struct
{
  int from;
  gboolean (*migrate) (sqlite3 *db, GError **error);
} InkMigration;

/* Bytes of a file that its header needs. */
#define INK_STORAGE_HEADER_SIZE 100

/* Is this the beginning of a project of a version that we know? Before SQLite sees the file. */
gboolean ink_storage_check_header   (const guint8 *header, gsize size, GError **error);

gboolean ink_storage_schema_create  (sqlite3 *db, GError **error);
/* Refuses triggers, views, virtual tables and whatever else is not ours. */
gboolean ink_storage_schema_check   (sqlite3 *db, GError **error);
/* Brings the file to this version, in one transaction. */
gboolean ink_storage_schema_migrate (sqlite3 *db, GError **error);
/* The same with other steps; for tests. */
gboolean ink_storage_migrate_with   (sqlite3 *db, const InkMigration *migrations,
                                     guint n_migrations, int target, GError **error);

G_END_DECLS
