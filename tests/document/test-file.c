/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The user's file: what is opened and what is not, links, rights, full disks. */
#include "document/document-fixture.h"
#include "document/ink-document-sample.h"

#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *home;

static GFile *
file_in (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
save_sample (GFile *file)
{
  InkDocument *document = fixture_new ();

  fixture_import (document, "a", 20, 10);
  fixture_add_goal (document, "Demo");
  fixture_save (document, file);
  fixture_close (document, INK_CLOSE_KEEP);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_refused (GFile      *file,
                GQuark      domain,
                int         code,
                const char *says)
{
  g_autoptr (GError) error = NULL;
  InkDocument *document = ink_document_open (file, NULL, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, domain, code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, says));
  g_assert_cmpuint (fixture_n_working_files (), ==, 0);
}

static void
test_refused (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (GFile) missing = file_in (folder, "missing.inkling");
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) pipe_file = file_in (folder, "pipe.inkling");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/zero");
  g_autoptr (GFile) empty = file_in (folder, "empty.inkling");
  g_autoptr (GFile) text = file_in (folder, "text.inkling");
  g_autoptr (GFile) foreign = file_in (folder, "foreign.inkling");
  sqlite3 *db = NULL;

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe_file), 0600), ==, 0);
  g_assert_true (g_file_set_contents (g_file_peek_path (empty), "", 0, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (text), "who,event,time\n", -1, NULL));
  g_assert_cmpint (sqlite3_open (g_file_peek_path (foreign), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE bookmarks (url)", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  assert_refused (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "missing.inkling");
  assert_refused (directory, INK_ERROR, INK_ERROR_FORMAT, "folder");
  assert_refused (pipe_file, INK_ERROR, INK_ERROR_FORMAT, "pipe.inkling");
  assert_refused (device, INK_ERROR, INK_ERROR_FORMAT, "device");
  assert_refused (empty, INK_ERROR, INK_ERROR_FORMAT, "empty.inkling");
  assert_refused (text, INK_ERROR, INK_ERROR_FORMAT, "not an Inkling project");
  assert_refused (foreign, INK_ERROR, INK_ERROR_FORMAT, "another program");
  ink_test_remove_folder (folder);
}

/* A link stays a link: what it points to is replaced. */
static void
test_links (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (GFile) real = file_in (folder, "real.inkling");
  g_autoptr (GFile) link = file_in (folder, "link.inkling");
  InkDocument *document;

  save_sample (real);
  g_assert_cmpint (symlink ("real.inkling", g_file_peek_path (link)), ==, 0);
  document = fixture_open (link);
  fixture_add_goal (document, "Through the link");
  fixture_save (document, NULL);
  fixture_close (document, INK_CLOSE_KEEP);
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  document = fixture_open (real);
  g_assert_cmpuint (fixture_n_goals (document), ==, 2);
  fixture_close (document, INK_CLOSE_KEEP);
  g_assert_cmpuint (count_files (folder), ==, 2);
  ink_test_remove_folder (folder);
}

static void
test_rights_stay (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (GFile) file = file_in (folder, "shop.inkling");
  InkDocument *document;
  struct stat before, after;

  save_sample (file);
  g_assert_cmpint (chmod (g_file_peek_path (file), 0640), ==, 0);
  g_assert_cmpint (stat (g_file_peek_path (file), &before), ==, 0);
  document = fixture_open (file);
  fixture_add_goal (document, "One more");
  fixture_save (document, NULL);
  fixture_close (document, INK_CLOSE_KEEP);
  g_assert_cmpint (stat (g_file_peek_path (file), &after), ==, 0);
  g_assert_cmpuint (after.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
  ink_test_remove_folder (folder);
}

/* What a killed save left beside the file goes with the next one; other files stay. */
static void
test_siblings_swept (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (GFile) file = file_in (folder, "shop.inkling");
  g_autoptr (GFile) left = file_in (folder, "shop.inkling.tmp-a1B2c3");
  g_autoptr (GFile) other = file_in (folder, "shop.inkling.tmp-longer-name");

  g_assert_true (g_file_set_contents (g_file_peek_path (left), "x", 1, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (other), "x", 1, NULL));
  save_sample (file);
  g_assert_false (g_file_query_exists (left, NULL));
  g_assert_true (g_file_query_exists (other, NULL));
  ink_test_remove_folder (folder);
}

/* The file, the same file through another document: no locks, no side files, both read. */
static void
test_open_twice (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (GFile) file = file_in (folder, "shop.inkling");
  InkDocument *one, *two;

  save_sample (file);
  one = fixture_open (file);
  two = fixture_open (file);
  fixture_add_goal (one, "Only here");
  g_assert_cmpuint (fixture_n_goals (one), ==, 2);
  g_assert_cmpuint (fixture_n_goals (two), ==, 1);
  g_assert_cmpuint (count_files (folder), ==, 1);
  fixture_close (one, INK_CLOSE_DISCARD);
  fixture_close (two, INK_CLOSE_KEEP);
  ink_test_remove_folder (folder);
}

/* In a child: saving fails with @code, the file is as it was, the document still has its edit. */
static void
assert_save_fails (GFile *file,
                   int    code)
{
  InkDocument *document = fixture_open (file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before = 0, n_after = 0;

  g_assert_true (g_file_load_contents (file, NULL, &before, &n_before, NULL, NULL));
  fixture_add_goal (document, "Not lost");
  g_assert_true (ink_document_flush (document, NULL));
  g_assert_false (ink_document_save (document, NULL, INK_SAVE_NORMAL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_true (g_file_load_contents (file, NULL, &after, &n_after, NULL, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_true (ink_document_get_modified (document));
  g_assert_cmpuint (fixture_n_goals (document), ==, 2);
  fixture_close (document, INK_CLOSE_KEEP);
}

/* After the child: what could not be saved is offered, and can be saved elsewhere. */
static void
assert_offered (const char *folder)
{
  g_autoptr (GPtrArray) list = ink_recovery_list ();
  g_autoptr (GFile) copy = file_in (folder, "copy.inkling");
  g_autoptr (GError) error = NULL;
  InkDocument *document;

  g_assert_cmpuint (list->len, ==, 1);
  document = ink_document_recover (list->pdata[0], NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_goals (document), ==, 2);
  fixture_save (document, copy);
  fixture_close (document, INK_CLOSE_KEEP);
}

/* The child says in a word why it cannot show what it should. */
static gboolean
run_child (const char *path)
{
  g_autofree char *reason_path = g_build_filename (home, "skipped", NULL);
  g_autofree char *reason = NULL;

  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  if (!g_file_get_contents (reason_path, &reason, NULL, NULL))
    return TRUE;
  g_unlink (reason_path);
  g_test_skip (reason);
  return FALSE;
}

static void
skip_from_child (const char *reason)
{
  g_autofree char *path = g_build_filename (home, "skipped", NULL);

  g_assert_true (g_file_set_contents (path, reason, -1, NULL));
}

static GFile *
shared_file (void)
{
  return file_in (home, "shop.inkling");
}

/* No file may grow beyond what is there: the sibling cannot be written as a whole. */
static void
test_file_limit_child (void)
{
  g_autoptr (GFile) file = shared_file ();
  InkDocument *document = fixture_open (file);
  struct rlimit limit = { 64 * 1024, 64 * 1024 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0, n_after = 0;

  g_assert_true (g_file_load_contents (file, NULL, &before, &n_before, NULL, NULL));
  g_assert_cmpuint (n_before, >, limit.rlim_cur);
  fixture_add_goal (document, "Not lost");
  g_assert_true (ink_document_flush (document, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (ink_document_save (document, NULL, INK_SAVE_NORMAL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_load_contents (file, NULL, &after, &n_after, NULL, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_true (ink_document_get_modified (document));
  ink_document_close (document, INK_CLOSE_KEEP, NULL);
  g_object_unref (document);
}

static void
with_sample (const char *child)
{
  g_autoptr (GFile) file = shared_file ();
  g_autofree char *copy = g_build_filename (home, "copy.inkling", NULL);

  save_sample (file);
  if (run_child (child))
    assert_offered (home);
  g_assert_cmpuint (fixture_n_working_files (), ==, 0);
  g_unlink (g_file_peek_path (file));
  g_unlink (copy);
}

static void
test_file_limit (void)
{
  with_sample ("/file/subprocess/limit");
}

/* The working copy cannot grow for a while: the window is told, and later all is written. */
static void
test_trouble_child (void)
{
  g_autoptr (GFile) file = shared_file ();
  InkDocument *document = fixture_open (file);
  struct rlimit limit, small;
  g_autoptr (GError) error = NULL;

  fixture_add_goal (document, "Before");
  g_assert_true (ink_document_flush (document, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit){ 16 * 1024, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("While it is full %u", i);

      fixture_add_goal (document, name);
    }
  g_assert_false (ink_document_flush (document, &error));
  g_assert_nonnull (error);
  while (ink_document_get_trouble (document) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture_n_goals (document), ==, 7);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  fixture_add_goal (document, "After");
  g_assert_true (ink_document_flush (document, NULL));
  while (ink_document_get_trouble (document) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (document); /* left as it is, for the parent to find */
}

static void
test_trouble (void)
{
  g_autoptr (GFile) file = shared_file ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  InkDocument *document;

  save_sample (file);
  g_test_trap_subprocess ("/file/subprocess/trouble", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  list = ink_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  document = ink_document_recover (list->pdata[0], NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_goals (document), ==, 8);
  fixture_close (document, INK_CLOSE_DISCARD);
  g_unlink (g_file_peek_path (file));
}

/* A real full disk: a file system of its own, seen by the child alone. */
static void
test_full_disk_child (void)
{
  g_autoptr (GFile) source = shared_file ();
  g_autofree char *mount_point = g_build_filename (home, "disk", NULL);
  g_autoptr (GFile) file = file_in (mount_point, "shop.inkling");
  g_autofree char *options = NULL;
  struct stat stats;

  g_mkdir (mount_point, 0700);
  g_assert_cmpint (stat (g_file_peek_path (source), &stats), ==, 0);
  /* Room for the file and a half. */
  options = g_strdup_printf ("size=%lld", (long long) stats.st_size * 3 / 2);
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", mount_point, "tmpfs", 0, options) != 0)
    {
      skip_from_child ("mounting a small file system needs more rights");
      return;
    }
  g_assert_true (g_file_copy (source, file, 0, NULL, NULL, NULL, NULL));
  assert_save_fails (file, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (count_files (mount_point), ==, 1);
}

static void
test_full_disk (void)
{
  with_sample ("/file/subprocess/full-disk");
}

/* A folder, then a file, that may not be written to; root may, so the child becomes nobody. */
static void
test_protected_child (void)
{
  g_autofree char *folder = g_build_filename (home, "protected", NULL);
  g_autoptr (GFile) file = file_in (folder, "shop.inkling");

  if (geteuid () != 0)
    {
      g_assert_cmpint (chmod (folder, 0500), ==, 0);
      assert_save_fails (file, G_IO_ERROR_PERMISSION_DENIED);
      g_assert_cmpint (chmod (folder, 0700), ==, 0);
      return;
    }
  g_assert_cmpint (chmod (home, 0777), ==, 0);
  if (setgid (65534) != 0 || setuid (65534) != 0)
    {
      skip_from_child ("this root may not become somebody else");
      return;
    }
  assert_save_fails (file, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_protected (void)
{
  g_autofree char *folder = g_build_filename (home, "protected", NULL);
  g_autoptr (GFile) file = file_in (folder, "shop.inkling");
  g_autofree char *data = g_build_filename (home, "inkling", NULL);
  g_autofree char *working = g_build_filename (data, "working", NULL);

  g_mkdir (folder, 0755);
  save_sample (file);
  /* The child's working copies lie where ours do. */
  chmod (data, 0777);
  chmod (working, 0777);
  if (run_child ("/file/subprocess/protected"))
    assert_offered (home);
  chmod (working, 0700);
  g_assert_cmpuint (count_files (folder), ==, 1);
}

/* Two processes: a project that lives is not offered, one whose process died is. */
static void
test_lock_child (void)
{
  InkDocument *document = fixture_new ();

  fixture_add_goal (document, "Unsaved");
  g_assert_true (ink_document_flush (document, NULL));
  _exit (0); /* as a crash does: nothing is closed */
}

static void
test_lock (void)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add_goal (document, "Mine");
  g_assert_true (ink_document_flush (document, NULL));
  g_test_trap_subprocess ("/file/subprocess/lock", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  list = ink_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((InkRecovery *) list->pdata[0])->title, ==, "New Project");
  g_assert_null (((InkRecovery *) list->pdata[0])->file);
  g_assert_true (ink_recovery_discard (list->pdata[0], &error));
  g_assert_no_error (error);
  rest = ink_recovery_list ();
  g_assert_cmpuint (rest->len, ==, 0);
  fixture_close (document, INK_CLOSE_DISCARD);
  g_assert_cmpuint (fixture_n_working_files (), ==, 0);
}

/* Of the sample only what somebody did to it is worth recovering. */
static void
test_sample_left (void)
{
  for (guint edited = 0; edited < 2; edited++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = NULL;
      InkDocument *document = ink_document_new (&error);

      g_assert_no_error (error);
      g_assert_true (ink_document_make_sample (document, 50, 1, NULL, NULL, &error));
      g_assert_no_error (error);
      if (edited)
        fixture_add_goal (document, "Mine");
      g_object_unref (document); /* as a log-out does */
      list = ink_recovery_list ();
      g_assert_cmpuint (list->len, ==, edited);
      if (edited)
        g_assert_true (ink_recovery_discard (list->pdata[0], NULL));
      g_assert_cmpuint (fixture_n_working_files (), ==, 0);
    }
}

/* A crash right after the rename: the file is ours, and nothing is unsaved. */
static void
test_renamed_and_gone (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (GFile) file = file_in (folder, "shop.inkling");
  g_autofree char *working = g_build_filename (g_get_user_data_dir (), "inkling", "working", NULL);
  InkDocument *document;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *info_path = NULL;
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *etag = NULL;
  const char *name;

  save_sample (file);
  document = fixture_open (file);
  fixture_add_goal (document, "Unsaved");
  g_object_unref (document); /* as a log-out does */
  dir = g_dir_open (working, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".info"))
      info_path = g_build_filename (working, name, NULL);
  g_assert_true (g_key_file_load_from_file (info, info_path, G_KEY_FILE_NONE, NULL));
  etag = g_key_file_get_string (info, "working-copy", "etag", NULL);
  list = ink_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (g_file_equal (((InkRecovery *) list->pdata[0])->file, file));
  /* What a save notes before it renames: the mark that the file will have, and its step. */
  g_key_file_set_string (info, "working-copy", "next-etag", etag);
  g_key_file_set_int64 (info, "working-copy", "next-step", 3);
  g_assert_true (g_key_file_save_to_file (info, info_path, NULL));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = ink_recovery_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpuint (fixture_n_working_files (), ==, 0);
  ink_test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  char *own_home = NULL;
  int result;

  /* Children that the tests start work in the same home. */
  if (g_getenv ("INK_TEST_HOME") == NULL)
    {
      own_home = ink_test_folder ();
      g_setenv ("INK_TEST_HOME", own_home, TRUE);
    }
  home = g_strdup (g_getenv ("INK_TEST_HOME"));
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/refused", test_refused);
  g_test_add_func ("/file/links", test_links);
  g_test_add_func ("/file/rights-stay", test_rights_stay);
  g_test_add_func ("/file/siblings-swept", test_siblings_swept);
  g_test_add_func ("/file/open-twice", test_open_twice);
  g_test_add_func ("/file/limit", test_file_limit);
  g_test_add_func ("/file/subprocess/limit", test_file_limit_child);
  g_test_add_func ("/file/trouble", test_trouble);
  g_test_add_func ("/file/subprocess/trouble", test_trouble_child);
  g_test_add_func ("/file/full-disk", test_full_disk);
  g_test_add_func ("/file/subprocess/full-disk", test_full_disk_child);
  g_test_add_func ("/file/protected", test_protected);
  g_test_add_func ("/file/subprocess/protected", test_protected_child);
  g_test_add_func ("/file/lock", test_lock);
  g_test_add_func ("/file/subprocess/lock", test_lock_child);
  g_test_add_func ("/file/sample-left", test_sample_left);
  g_test_add_func ("/file/renamed-and-gone", test_renamed_and_gone);
  result = g_test_run ();
  if (own_home != NULL)
    ink_test_remove_folder (own_home);
  g_free (home);
  return result;
}
