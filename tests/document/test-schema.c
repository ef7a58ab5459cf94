/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is taken for a project and what is not; older versions. */
#include <gio/gio.h>
#include <string.h>

#include "base/ink-error.h"
#include "document/ink-storage-schema.h"
#include "support/ink-test.h"

typedef struct
{
  char *folder;
  char *path;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = ink_test_folder ();
  fixture->path = g_build_filename (fixture->folder, "x.db", NULL);
  fixture->db = ink_sql_open (fixture->path, INK_SQL_CREATE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ink_sql_close (fixture->db);
  ink_test_remove_folder (fixture->folder);
  g_free (fixture->path);
}

static void
test_header (void)
{
  static const struct
  {
    const char *what;
    gsize size;
    guint32 id;
    guint32 version;
    const char *says; /* NULL: a project */
  } cases[] = {
    { "SQLite format 3", 100, INK_STORAGE_APPLICATION_ID, INK_STORAGE_VERSION, NULL },
    { "SQLite format 3", 100, INK_STORAGE_APPLICATION_ID, INK_STORAGE_VERSION + 1, "newer" },
    { "SQLite format 3", 100, INK_STORAGE_APPLICATION_ID, 0xffffffff, "newer" },
    { "SQLite format 3", 100, 0, 1, "another program" },
    { "SQLite format 3", 60, INK_STORAGE_APPLICATION_ID, 1, "cut short" },
    { "SQLite format 3", 7, INK_STORAGE_APPLICATION_ID, 1, "not an Inkling" },
    { "PK\003\004", 100, INK_STORAGE_APPLICATION_ID, 1, "not an Inkling" },
    { "", 0, 0, 0, "empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 header[100] = { 0 };
      guint32 id = GUINT32_TO_BE (cases[i].id);
      guint32 version = GUINT32_TO_BE (cases[i].version);
      g_autoptr (GError) error = NULL;

      memcpy (header, cases[i].what, strlen (cases[i].what));
      memcpy (header + 60, &version, 4);
      memcpy (header + 68, &id, 4);
      g_assert_cmpint (ink_storage_check_header (header, cases[i].size, &error), ==,
                       cases[i].says == NULL);
      if (cases[i].says == NULL)
        continue;
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_created (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_storage_schema_create (fixture->db, &error));
  g_assert_true (ink_storage_schema_check (fixture->db, &error));
  g_assert_true (ink_storage_schema_migrate (fixture->db, &error));
  g_assert_no_error (error);
}

/* Whatever else is in the file, or not in it. */
static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const changes[] = {
    "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM chunk; END",
    "CREATE VIEW v AS SELECT * FROM meta",
    "CREATE TABLE stranger (x)",
    "CREATE INDEX extra ON meta (value)",
    "DROP INDEX chunk_place",
    "DROP TABLE history",
    "ALTER TABLE meta ADD COLUMN x DEFAULT (random ())",
    ("DROP TABLE result; CREATE TABLE result (key TEXT PRIMARY KEY, step INTEGER, "
     "json TEXT CHECK (length (json) < 5)) WITHOUT ROWID"),
    "DROP TABLE result; CREATE VIEW result AS SELECT 1 AS key, 2 AS step, 3 AS json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      sqlite3 *plain = NULL;

      g_assert_cmpint (sqlite3_open (":memory:", &plain), ==, SQLITE_OK);
      g_assert_true (ink_storage_schema_create (plain, &error));
      g_assert_cmpint (sqlite3_exec (plain, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_false (ink_storage_schema_check (plain, &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      sqlite3_close (plain);
    }
}

static gboolean
from_one (sqlite3  *db,
          GError  **error)
{
  return ink_sql_exec (db, "ALTER TABLE old ADD COLUMN two", error);
}

static gboolean
from_two (sqlite3  *db,
          GError  **error)
{
  return ink_sql_exec (db, "UPDATE old SET two = one * 2; CREATE TABLE three (x)", error);
}

static gboolean
from_two_badly (sqlite3  *db,
                GError  **error)
{
  return ink_sql_exec (db, "CREATE TABLE three (x); CREATE TABLE three (x)", error);
}

/* A file of a version 1 that never was, brought to a version 3. */
static void
make_old (sqlite3 *db)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_sql_exec (db, "CREATE TABLE old (one); INSERT INTO old VALUES (21);"
                                   "PRAGMA user_version=1", &error));
  g_assert_no_error (error);
}

static void
test_migrate (Fixture       *fixture,
              gconstpointer  data)
{
  static const InkMigration steps[] = { { 1, from_one }, { 2, from_two } };
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  make_old (fixture->db);
  g_assert_true (ink_storage_migrate_with (fixture->db, steps, 2, 3, &error));
  g_assert_no_error (error);
  g_assert_true (ink_sql_integer (fixture->db, "SELECT two FROM old", 0, &value, &error));
  g_assert_cmpint (value, ==, 42);
  g_assert_true (ink_sql_integer (fixture->db, "PRAGMA user_version", 0, &value, &error));
  g_assert_cmpint (value, ==, 3);
}

/* A step that fails leaves the file as it was. */
static void
test_migrate_badly (Fixture       *fixture,
                    gconstpointer  data)
{
  static const InkMigration steps[] = { { 1, from_one }, { 2, from_two_badly } };
  static const InkMigration gap[] = { { 2, from_two } };
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  make_old (fixture->db);
  g_assert_false (ink_storage_migrate_with (fixture->db, steps, 2, 3, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (ink_storage_migrate_with (fixture->db, gap, 1, 3, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_true (ink_sql_integer (fixture->db, "PRAGMA user_version", 0, &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (ink_sql_integer (fixture->db,
                                  "SELECT count(*) FROM pragma_table_info('old')", 0, &value,
                                  &error));
  g_assert_cmpint (value, ==, 1);
}

/* An old file is looked at before a migration works on it. */
static void
test_migrate_hostile (Fixture       *fixture,
                      gconstpointer  data)
{
  static const InkMigration steps[] = { { 1, from_one } };
  g_autoptr (GError) error = NULL;
  sqlite3 *plain = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &plain), ==, SQLITE_OK);
  make_old (plain);
  g_assert_cmpint (sqlite3_exec (plain, "CREATE VIEW v AS SELECT 1", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_false (ink_storage_migrate_with (plain, steps, 1, 2, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  sqlite3_close (plain);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/header", test_header);
  g_test_add ("/schema/created", Fixture, NULL, set_up, test_created, tear_down);
  g_test_add ("/schema/foreign", Fixture, NULL, set_up, test_foreign, tear_down);
  g_test_add ("/schema/migrate", Fixture, NULL, set_up, test_migrate, tear_down);
  g_test_add ("/schema/migrate-badly", Fixture, NULL, set_up, test_migrate_badly, tear_down);
  g_test_add ("/schema/migrate-hostile", Fixture, NULL, set_up, test_migrate_hostile, tear_down);
  return g_test_run ();
}
