/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Damaged and hostile files: they open, or they give one sentence. They never crash. */
#include "document/document-fixture.h"

#include <sqlite3.h>
#include <unistd.h>

static char *folder;
static char *sound;
static gsize sound_size;

/* A project with a bit of everything, as bytes. */
static void
make_sound (void)
{
  g_autofree char *path = g_build_filename (folder, "sound.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkDocument *document = fixture_new ();

  fixture_import (document, "a", 25, 12);
  fixture_add_goal (document, "Demo");
  fixture_add_goal (document, "Pricing");
  fixture_import (document, "b", 10, 4);
  ink_document_put_result (document, "funnel", "{\"entered\": 3}");
  fixture_save (document, file);
  fixture_close (document, INK_CLOSE_KEEP);
  g_assert_true (g_file_load_contents (file, NULL, &sound, &sound_size, NULL, NULL));
}

static void
read_all (InkEventStore *store)
{
  const InkSchema *schema = ink_event_store_get_schema (store);
  guint32 sessions;

  for (guint i = 0; i < schema->n_properties; i++)
    {
      g_autoptr (InkProperty) property =
        ink_event_store_load_property (store, schema->properties[i].name, schema->properties[i].on,
                                       NULL);

      for (guint32 row = 0; property != NULL && row < property->n_rows; row++)
        g_free (ink_value_to_text (ink_property_get (property, row)));
    }
  ink_event_store_get_sessions (store, &sessions);
}

/* Opens it and uses everything that opened. TRUE where it opened. */
static gboolean
survive (const char *bytes,
         gsize       size)
{
  g_autofree char *path = g_build_filename (folder, "hostile.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  InkDocument *document;

  g_unlink (path); /* GLib does not cut an existing file short */
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
  document = ink_document_open (file, NULL, NULL, &error);
  if (document == NULL)
    {
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }
  read_all (ink_document_get_store (document));
  while (ink_document_get_can_undo (document) && ink_document_undo (document, NULL))
    read_all (ink_document_get_store (document));
  g_free (ink_document_get_result (document, "funnel", NULL));
  g_clear_pointer (&error, g_error_free);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (document);
  return TRUE;
}

static void
test_sound (void)
{
  g_assert_true (survive (sound, sound_size));
}

static guint
rounds (guint fallback)
{
  const char *text = g_getenv ("INK_HOSTILE_ROUNDS");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}

static void
test_flipped (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260701);
  guint opened = 0;
  guint n = rounds (120);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *bytes = g_memdup2 (sound, sound_size);
      gint32 flips = g_rand_int_range (random, 1, 12);

      for (gint32 f = 0; f < flips; f++)
        {
          /* Most pages are half empty; the beginning of a page is where it hurts. */
          gsize place = (gsize) g_rand_int_range (random, 0, (gint32) sound_size);

          if (g_rand_boolean (random))
            place = place / 16384 * 16384 + place % 128;
          bytes[place] ^= (char) (1 << g_rand_int_range (random, 0, 8));
        }
      opened += survive (bytes, sound_size);
    }
  g_test_message ("%u of %u opened", opened, n);
}

static void
test_truncated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n = rounds (60);

  for (guint i = 0; i < n; i++)
    survive (sound, (gsize) g_rand_int_range (random, 0, (gint32) sound_size));
  for (gsize size = 0; size < 130; size += 9)
    if (survive (sound, size))
      g_error ("%" G_GSIZE_FORMAT " bytes of a project opened", size);
}

/* Files that SQLite finds sound, with contents that are not. */
static void
test_wrong_contents (void)
{
  static const char *const changes[] = {
    "UPDATE meta SET value='many' WHERE key='position'",
    "UPDATE meta SET value=-5 WHERE key='position'",
    "UPDATE meta SET value=9223372036854775807 WHERE key='position'",
    "DELETE FROM meta",
    "DELETE FROM history",
    "UPDATE history SET changes='[{\"kind\":3}]'",
    "UPDATE history SET changes=replace(hex(zeroblob(50000)),'0','[')",
    "UPDATE history SET label=x'ff00fe', changes=NULL",
    "UPDATE history SET step=step+9000000000000000000",
    "UPDATE definition SET json='{}'",
    "UPDATE definition SET json='1],\"x\":[2'",
    "UPDATE definition SET json=replace(hex(zeroblob(50000)),'0','[')",
    "UPDATE definition SET json=NULL, position=-1",
    "UPDATE definition SET id='same-' || kind WHERE kind='project'",
    "UPDATE definition SET kind='goal' WHERE kind='project'",
    "UPDATE import SET run=0",
    "UPDATE import SET run=-1",
    "UPDATE import SET run='x'",
    "UPDATE import SET step=NULL",
    "UPDATE import SET step=1",
    "UPDATE import SET id=id+4294967296",
    "UPDATE chunk SET data=zeroblob(length(data))",
    "UPDATE chunk SET data=zeroblob(0)",
    "UPDATE chunk SET data=randomblob(length(data))",
    "UPDATE chunk SET data='text'",
    "UPDATE chunk SET data=substr(data,1,length(data)/2)",
    "UPDATE chunk SET data=data || data",
    "UPDATE chunk SET n=4294967295",
    "UPDATE chunk SET n=n+1",
    "UPDATE chunk SET n=0",
    "UPDATE chunk SET codec=255",
    "UPDATE chunk SET codec=codec+1",
    "UPDATE chunk SET seq=seq+1",
    "UPDATE chunk SET low=high, high=low",
    "DELETE FROM chunk",
    "DELETE FROM chunk WHERE id%2=0",
    "DELETE FROM chunk WHERE import=1",
    "DELETE FROM chunk WHERE col='run'",
    "UPDATE chunk SET col='time' WHERE seq=0 AND col='no such column'",
    "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM chunk; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TABLE t (x)",
    "PRAGMA user_version=99",
    "PRAGMA user_version=0",
    "PRAGMA application_id=5",
    "PRAGMA journal_mode=WAL",
  };
  g_autofree char *path = g_build_filename (folder, "changed.inkling", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *bytes = NULL;
      gsize size = 0;
      sqlite3 *db = NULL;

      g_assert_true (g_file_set_contents (path, sound, (gssize) sound_size, NULL));
      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, changes[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_test_message ("%s: %s", changes[i], survive (bytes, size) ? "opened" : "refused");
    }
}

/* What `check` says of the sound project after a change by @sql; NULL where it does not open. */
static GPtrArray *
check_changed (const char *sql)
{
  g_autofree char *path = g_build_filename (folder, "checked.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GPtrArray *findings;
  sqlite3 *db = NULL;

  g_assert_true (g_file_set_contents (path, sound, (gssize) sound_size, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
  findings = ink_document_check (file, NULL, NULL, &error);
  if (findings == NULL)
    g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  return findings;
}

/* Damage that opening does not see is found by `check`. */
static void
test_check_finds (void)
{
  static const char *const changes[] = {
    "UPDATE chunk SET data=zeroblob(length(data)) WHERE col LIKE '%page%'",
    "UPDATE history SET changes='nonsense' WHERE step=2",
    "DELETE FROM chunk WHERE col='ids' AND import=1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GPtrArray) findings = check_changed (changes[i]);

      if (findings != NULL && findings->len == 0)
        g_error ("check does not see: %s", changes[i]);
    }
}

/* Each block of the events in turn, whether or not anything has read it by then. */
static void
test_check_finds_blocks (void)
{
  g_autofree char *path = g_build_filename (folder, "blocks.inkling", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *rows = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (path, sound, (gssize) sound_size, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id, col FROM chunk", -1, &rows, NULL), ==,
                   SQLITE_OK);
  for (; sqlite3_step (rows) == SQLITE_ROW; n++)
    {
      g_autofree char *sql =
        g_strdup_printf ("UPDATE chunk SET data=zeroblob(length(data)) WHERE id=%d",
                         sqlite3_column_int (rows, 0));
      g_autoptr (GPtrArray) findings = check_changed (sql);

      if (findings != NULL && findings->len == 0)
        g_error ("check does not see a damaged block of “%s”",
                 (const char *) sqlite3_column_text (rows, 1));
    }
  sqlite3_finalize (rows);
  sqlite3_close (db);
  g_assert_cmpuint (n, >, 10);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  /* Hundreds of files that nobody needs on a disk. */
  if (g_access ("/dev/shm", W_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  folder = fixture_home ();
  g_test_init (&argc, &argv, NULL);
  make_sound ();
  g_test_add_func ("/hostile/sound", test_sound);
  g_test_add_func ("/hostile/flipped", test_flipped);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/wrong-contents", test_wrong_contents);
  g_test_add_func ("/hostile/check-finds", test_check_finds);
  g_test_add_func ("/hostile/check-finds-blocks", test_check_finds_blocks);
  result = g_test_run ();
  ink_test_remove_folder (folder);
  g_free (sound);
  return result;
}
