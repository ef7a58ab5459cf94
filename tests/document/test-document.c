/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A project's life: edit, undo, import, save, reopen. */
#include "document/document-fixture.h"
#include "document/ink-recovery.h"
#include "document/ink-working-copy.h"

#include "import/ink-import-report.h"

typedef struct
{
  char *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = ink_test_folder ();
  path = g_build_filename (fixture->folder, "shop.inkling", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (fixture_n_working_files (), ==, 0);
  g_object_unref (fixture->file);
  ink_test_remove_folder (fixture->folder);
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (InkDefinition) definition = NULL;

  g_assert_cmpstr (ink_document_get_title (document), ==, "New Project");
  g_assert_false (ink_document_get_modified (document));
  fixture_import (document, "a", 50, 9);
  fixture_add_goal (document, "Demo");
  fixture_import (document, "b", 70, 3);
  g_assert_true (ink_document_get_modified (document));
  before = fixture_digest (ink_document_get_store (document));
  definition = ink_definition_ref (ink_document_get_definition (document));
  id = g_strdup (definition->goals[0]->id);
  fixture_save (document, fixture->file);
  g_assert_false (ink_document_get_modified (document));
  g_assert_cmpstr (ink_document_get_title (document), ==, "shop");
  fixture_close (document, INK_CLOSE_KEEP);

  document = fixture_open (fixture->file);
  g_assert_false (ink_document_get_modified (document));
  after = fixture_digest (ink_document_get_store (document));
  g_assert_cmpstr (before, ==, after);
  g_assert_true (ink_definition_equal (definition, ink_document_get_definition (document)));
  g_assert_cmpstr (ink_document_get_definition (document)->goals[0]->id, ==, id);
  imports = ink_document_get_imports (document, NULL);
  g_assert_cmpuint (imports->len, ==, 2);
  g_assert_cmpstr (((InkImportRecord *) imports->pdata[1])->file, ==, "b.csv");
  g_assert_cmpuint (((InkImportRecord *) imports->pdata[0])->rows, ==, 450);
  fixture_close (document, INK_CLOSE_KEEP);
}

/* Every state of a project's life, walked back and forth, before and after reopening. */
static void
walk (InkDocument *document,
      char       **states,
      guint        n)
{
  g_autoptr (GError) error = NULL;

  for (guint i = n; i-- > 0;)
    {
      g_autofree char *json = NULL;
      g_autofree char *digest = fixture_digest (ink_document_get_store (document));
      g_autofree char *state = NULL;

      json = ink_definition_to_json (ink_document_get_definition (document));
      state = g_strconcat (json, digest, NULL);
      g_assert_cmpstr (state, ==, states[i]);
      g_assert_cmpint (ink_document_get_can_undo (document), ==, i > 0);
      g_assert_cmpint (ink_document_undo (document, &error), ==, i > 0);
      if (i > 0)
        g_assert_no_error (error);
    }
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
  g_clear_error (&error);
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *json = NULL;
      g_autofree char *digest = NULL;
      g_autofree char *state = NULL;

      g_assert_true (ink_document_redo (document, &error));
      g_assert_no_error (error);
      json = ink_definition_to_json (ink_document_get_definition (document));
      digest = fixture_digest (ink_document_get_store (document));
      state = g_strconcat (json, digest, NULL);
      g_assert_cmpstr (state, ==, states[i]);
    }
  g_assert_false (ink_document_get_can_redo (document));
}

static void
add_state (InkDocument *document,
           GPtrArray   *states)
{
  g_autofree char *json = ink_definition_to_json (ink_document_get_definition (document));
  g_autofree char *digest = fixture_digest (ink_document_get_store (document));

  g_ptr_array_add (states, g_strconcat (json, digest, NULL));
}

static void
test_undo_for_ever (Fixture       *fixture,
                    gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InkDefinition) renamed = NULL;
  g_autoptr (InkDefinition) removed = NULL;
  const char *const none[] = { NULL };

  add_state (document, states);
  fixture_add_goal (document, "Demo");
  add_state (document, states);
  fixture_import (document, "a", 20, 5);
  add_state (document, states);
  fixture_add_goal (document, "Pricing");
  add_state (document, states);
  renamed = fixture_with_name (ink_document_get_definition (document), "Demo booked");
  ink_document_edit (document, "Rename Goal", NULL, renamed);
  add_state (document, states);
  fixture_import (document, "b", 30, 4);
  add_state (document, states);
  removed = fixture_definition (none);
  ink_document_edit (document, "Remove Goals", NULL, removed);
  add_state (document, states);

  g_assert_cmpstr (ink_document_get_undo_label (document), ==, "Remove Goals");
  walk (document, (char **) states->pdata, states->len);
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);

  document = fixture_open (fixture->file);
  g_assert_cmpstr (ink_document_get_undo_label (document), ==, "Remove Goals");
  walk (document, (char **) states->pdata, states->len);
  g_assert_false (ink_document_get_modified (document));
  /* Saved in the middle, it opens in the middle, and can be redone. */
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_cmpstr (ink_document_get_redo_label (document), ==, "Import b");
  fixture_save (document, NULL);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  g_assert_cmpstr (ink_document_get_redo_label (document), ==, "Import b");
  g_assert_true (ink_document_redo (document, NULL));
  g_assert_true (ink_document_redo (document, NULL));
  walk (document, (char **) states->pdata, states->len);
  fixture_close (document, INK_CLOSE_DISCARD);
}

static void
test_many_steps (Fixture       *fixture,
                 gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  const guint n = 230; /* more than are held as pointers */

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Goal %u", i);

      fixture_add_goal (document, name);
    }
  for (guint i = n; i > 0; i--)
    {
      g_assert_cmpuint (fixture_n_goals (document), ==, i);
      g_assert_true (ink_document_undo (document, NULL));
    }
  g_assert_cmpuint (fixture_n_goals (document), ==, 0);
  for (guint i = 0; i < n; i++)
    g_assert_true (ink_document_redo (document, NULL));
  g_assert_cmpuint (fixture_n_goals (document), ==, n);
  fixture_close (document, INK_CLOSE_DISCARD);
}

static void
test_new_edit_ends_redo (Fixture       *fixture,
                         gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GPtrArray) imports = NULL;

  fixture_import (document, "a", 10, 2);
  fixture_import (document, "b", 10, 2);
  fixture_save (document, fixture->file);
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_true (ink_document_get_modified (document));
  fixture_import (document, "c", 10, 2);
  /* The same number of steps as in the file, but not the same steps. */
  g_assert_true (ink_document_get_modified (document));
  g_assert_false (ink_document_get_can_redo (document));
  imports = ink_document_get_imports (document, NULL);
  g_assert_cmpuint (imports->len, ==, 2);
  g_assert_cmpstr (((InkImportRecord *) imports->pdata[1])->file, ==, "c.csv");
  fixture_save (document, NULL);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  g_assert_nonnull (ink_schema_find_event (
    ink_event_store_get_schema (ink_document_get_store (document)), "Viewed c"));
  g_assert_null (ink_schema_find_event (
    ink_event_store_get_schema (ink_document_get_store (document)), "Viewed b"));
  fixture_close (document, INK_CLOSE_KEEP);
}

static void
test_merging (Fixture       *fixture,
              gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  static const char *const typed[] = { "D", "De", "Dem", "Demo" };

  fixture_add_goal (document, "X");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (InkDefinition) next =
        fixture_with_name (ink_document_get_definition (document), typed[i]);

      ink_document_edit (document, NULL, "goal-1/name", next);
    }
  /* One step, named after all that was typed. */
  g_assert_cmpstr (ink_document_get_undo_label (document), ==, "Demo: does X → does Demo; was called “X”");
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  g_assert_cmpstr (ink_document_get_definition (document)->goals[0]->name, ==, "Demo");
  g_assert_cmpstr (ink_document_get_undo_label (document), ==, "Demo: does X → does Demo; was called “X”");
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_cmpstr (ink_document_get_definition (document)->goals[0]->name, ==, "X");
  g_assert_cmpstr (ink_document_get_undo_label (document), ==, "Add X");
  fixture_close (document, INK_CLOSE_DISCARD);
}

static void
test_edit_that_changes_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (InkDefinition) same = ink_definition_new_empty ();

  ink_document_edit (document, "Nothing", NULL, same);
  g_assert_false (ink_document_get_can_undo (document));
  g_assert_false (ink_document_get_modified (document));
  fixture_close (document, INK_CLOSE_KEEP);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  ++*count;
}

static void
test_notify (Fixture       *fixture,
             gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  guint definitions = 0, stores = 0;

  g_signal_connect (document, "notify::definition", G_CALLBACK (count_cb), &definitions);
  g_signal_connect (document, "notify::store", G_CALLBACK (count_cb), &stores);
  fixture_add_goal (document, "Demo");
  g_assert_cmpuint (definitions, ==, 1);
  g_assert_cmpuint (stores, ==, 0);
  fixture_import (document, "a", 5, 2);
  g_assert_cmpuint (definitions, ==, 1);
  g_assert_cmpuint (stores, ==, 1);
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_cmpuint (stores, ==, 2);
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_cmpuint (definitions, ==, 2);
  fixture_close (document, INK_CLOSE_DISCARD);
}

static InkEventStore *
failing_import (InkEventStore     *base,
                InkDefinition     *definition,
                InkImportOutcome  *outcome,
                gpointer           data,
                InkProgress       *progress,
                GCancellable      *cancellable,
                GError           **error)
{
  g_cancellable_cancel (data);
  g_cancellable_set_error_if_cancelled (data, error);
  return NULL;
}

static void
test_cancelled_import (Fixture       *fixture,
                       gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) imports = NULL;

  g_assert_false (ink_document_import (document, "Import", failing_import, cancellable, NULL,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (ink_document_get_modified (document));
  imports = ink_document_get_imports (document, NULL);
  g_assert_cmpuint (imports->len, ==, 0);
  fixture_import (document, "a", 5, 5);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 25);
  fixture_close (document, INK_CLOSE_DISCARD);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

/* The same file twice: the second time every row is a repeat; the project knows both. */
static void
test_import_files (Fixture       *fixture,
                   gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autofree char *path = g_build_filename (fixture->folder, "visits.csv", NULL);
  const char *const files[] = { path, NULL };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path,
                                      "user_id,event,timestamp,page\n"
                                      "u1,Viewed Page,2026-07-01T09:00:00Z,/pricing\n"
                                      "u2,Viewed Page,2026-07-01T09:05:00Z,/\n"
                                      "u1,Booked Demo,2026-07-02T10:00:00Z,/demo\n", -1, NULL));
  g_assert_true (ink_document_import_files (document, files, NULL, &reports, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (reports->len, ==, 1);
  g_assert_cmpstr (ink_document_get_undo_label (document), ==, "Import visits.csv");
  ink_document_import_files_async (document, files, NULL, NULL, NULL, finished_cb, &result);
  g_assert_true (ink_document_import_files_finish (document, wait_for (&result), &again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (((InkImportReport *) again->pdata[0])->repeats, ==, 3);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 3);
  imports = ink_document_get_imports (document, &error);
  g_assert_cmpuint (imports->len, ==, 2);
  g_assert_cmpuint (((InkImportRecord *) imports->pdata[0])->imported, ==, 3);
  g_assert_cmpuint (((InkImportRecord *) imports->pdata[1])->repeats, ==, 3);
  g_assert_nonnull (strstr (((InkImportRecord *) imports->pdata[0])->report, "visits.csv"));
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 3);
  fixture_close (document, INK_CLOSE_KEEP);
}

static void
test_changed_on_disk (Fixture       *fixture,
                      gconstpointer  data)
{
  InkDocument *one = fixture_new ();
  InkDocument *two;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy_path = g_build_filename (fixture->folder, "copy.inkling", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);

  fixture_add_goal (one, "First");
  fixture_save (one, fixture->file);
  two = fixture_open (fixture->file);
  fixture_add_goal (two, "Second");
  fixture_save (two, NULL);
  fixture_add_goal (one, "Third");
  g_assert_false (ink_document_save (one, NULL, INK_SAVE_NORMAL, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "shop.inkling"));
  g_assert_true (ink_document_get_modified (one));
  g_clear_error (&error);
  /* A copy is always possible, and leaves the document with its own file. */
  g_assert_true (ink_document_save (one, copy, INK_SAVE_COPY, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (ink_document_get_modified (one));
  g_assert_true (ink_document_save (one, NULL, INK_SAVE_REPLACE, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ink_document_get_modified (one));
  fixture_close (one, INK_CLOSE_KEEP);
  fixture_close (two, INK_CLOSE_KEEP);
  one = fixture_open (fixture->file);
  g_assert_cmpuint (fixture_n_goals (one), ==, 2);
  g_assert_cmpstr (ink_document_get_definition (one)->goals[1]->name, ==, "Third");
  fixture_close (one, INK_CLOSE_KEEP);
}

static void
test_forget (Fixture       *fixture,
             gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) rule = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  fixture_import (document, "a", 12, 4);
  fixture_import (document, "b", 12, 2);
  rule = ink_definition_from_json ("{\"inkling\":1,\"goals\":[{\"name\":\"G\",\"kind\":\"micro\","
                                   "\"rule\":{\"does\":\"x\",\"where\":[{\"prop\":\"who\",\"op\":"
                                   "\"is\",\"value\":\"person-3\"}]}}]}", -1, "x", NULL, NULL,
                                   &error);
  g_assert_no_error (error);
  ink_document_edit (document, "Added a rule on “person-3”", NULL, rule);
  g_assert_false (ink_document_forget (document, "nobody-1", NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (ink_document_forget (document, "person-3", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 66);
  g_assert_cmpuint (ink_event_store_find_person (ink_document_get_store (document), "person-3"),
                    ==, INK_NO_PERSON);
  g_assert_true (ink_document_get_modified (document));
  fixture_save (document, fixture->file);
  /* Undo reaches behind it, but the person is in no state. */
  g_assert_true (ink_document_undo (document, &error));
  g_assert_true (ink_document_undo (document, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 44);
  fixture_close (document, INK_CLOSE_DISCARD);

  g_assert_true (g_file_load_contents (fixture->file, NULL, &contents, &length, NULL, NULL));
  g_assert_null (g_strstr_len (contents, (gssize) length, "forgotten-never"));
  g_assert_null (memmem (contents, length, "person-3", strlen ("person-3")));
  g_assert_nonnull (memmem (contents, length, "forgotten", strlen ("forgotten")));
}

static void
forgotten_cb (GObject *object,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_document_forget_finish (INK_DOCUMENT (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
refused_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ink_document_forget_finish (INK_DOCUMENT (object), result, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
  *(gboolean *) data = TRUE;
}

/* While a worker takes the person out, an edit that names it is made; it loses the id, too. */
static void
test_forget_async (Fixture *fixture,
                   gconstpointer data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) rule = NULL;
  g_autofree char *json = NULL;
  gboolean done = FALSE, refused = FALSE;

  fixture_import (document, "a", 12, 4);
  rule = ink_definition_from_json ("{\"inkling\":1,\"goals\":[{\"name\":\"G\",\"kind\":\"micro\","
                                   "\"rule\":{\"does\":\"x\",\"where\":[{\"prop\":\"who\",\"op\":"
                                   "\"is\",\"value\":\"person-3\"}]}}]}", -1, "x", NULL, NULL,
                                   &error);
  g_assert_no_error (error);
  ink_document_forget_async (document, "person-3", NULL, forgotten_cb, &done);
  ink_document_forget_async (document, "person-4", NULL, refused_cb, &refused);
  ink_document_edit (document, "Added a rule on “person-3”", NULL, rule);
  g_assert_false (ink_document_undo (document, NULL));
  while (!done || !refused)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ink_event_store_find_person (ink_document_get_store (document), "person-3"),
                    ==, INK_NO_PERSON);
  g_assert_cmpuint (fixture_n_goals (document), ==, 1);
  json = ink_definition_to_json (ink_document_get_definition (document));
  g_assert_null (strstr (json, "person-3"));
  g_assert_nonnull (strstr (json, "forgotten"));
  g_assert_null (strstr (ink_document_get_undo_label (document), "person-3"));
  g_assert_true (ink_document_undo (document, &error));
  g_assert_no_error (error);
  fixture_close (document, INK_CLOSE_DISCARD);
}

static void
test_results (Fixture       *fixture,
              gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  gboolean fresh = TRUE;
  g_autofree char *none = ink_document_get_result (document, "funnel", &fresh);
  g_autofree char *json = NULL;

  g_assert_null (none);
  g_assert_false (fresh);
  fixture_add_goal (document, "Demo");
  ink_document_put_result (document, "funnel", "{\"entered\":7}");
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  json = ink_document_get_result (document, "funnel", &fresh);
  g_assert_cmpstr (json, ==, "{\"entered\":7}");
  g_assert_true (fresh);
  fixture_add_goal (document, "More");
  g_free (ink_document_get_result (document, "funnel", &fresh));
  g_assert_false (fresh);
  fixture_close (document, INK_CLOSE_DISCARD);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  fixture_import (document, "a", 40, 20);
  fixture_add_goal (document, "Demo");
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  findings = ink_document_check (fixture->file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Any SQLite tool reads the small tables; SQLite takes the file as it lies there. */
static void
test_readable (Fixture       *fixture,
               gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autofree char *shell = g_find_program_in_path ("sqlite3");
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;
  char *argv[] = { shell, path,
                   (char *) "select name, events, people from event_name;"
                            "select kind, json_extract(json, '$.name') from definition "
                            "where kind='goal';"
                            "select step, label from history; pragma application_id;", NULL };

  fixture_import (document, "a", 3, 2);
  fixture_add_goal (document, "Demo");
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  if (shell == NULL)
    {
      g_test_skip ("there is no sqlite3 shell here");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                               &status, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (output, ==, "Viewed a|6|3\ngoal|Demo\n1|Import a\n2|Add Demo\n1231973169\n");
}

/* The same through the main loop, with edits while the import runs. */
static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  FixtureImport import = { "a", 200, 10 };
  g_autoptr (GAsyncResult) imported = NULL;
  g_autoptr (GAsyncResult) saved = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  ink_document_import_async (document, "Import a", fixture_import_func, &import, NULL, NULL, NULL,
                             finished_cb, &imported);
  fixture_add_goal (document, "Meanwhile");
  g_assert_false (ink_document_undo (document, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (ink_document_close (document, INK_CLOSE_KEEP, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);
  g_assert_true (ink_document_import_finish (document, wait_for (&imported), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 2000);
  ink_document_save_async (document, fixture->file, INK_SAVE_NORMAL, NULL, NULL, finished_cb,
                           &saved);
  fixture_add_goal (document, "Later");
  g_assert_true (ink_document_save_finish (document, wait_for (&saved), &error));
  g_assert_no_error (error);
  fixture_save (document, NULL);
  fixture_close (document, INK_CLOSE_KEEP);

  ink_document_open_async (fixture->file, NULL, NULL, NULL, finished_cb, &opened);
  document = ink_document_open_finish (wait_for (&opened), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_n_goals (document), ==, 2);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 2000);
  fixture_close (document, INK_CLOSE_KEEP);
}

/* ---- Ahead of opening ---- */

typedef struct
{
  GAsyncResult *result; /* nullable */
  char *last;
  guint n_peeks;
  guint n_goals;
} Ahead;

static gint n_loaded; /* atomic: events that the worker told of */

static void
peek_cb (InkDefinition *definition,
         const char    *last,
         gpointer       data)
{
  Ahead *ahead = data;

  g_assert_null (ahead->result);
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  ahead->n_peeks++;
  for (ahead->n_goals = 0; definition->goals[ahead->n_goals] != NULL;)
    ahead->n_goals++;
  g_free (ahead->last);
  ahead->last = g_strdup (last);
}

static void
loaded_cb (InkDefinition *definition,
           InkEventStore *store)
{
  g_atomic_int_set (&n_loaded, (int) ink_event_store_get_n_events (store));
}

static void
ahead_opened_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  ((Ahead *) data)->result = g_object_ref (result);
}

static InkDocument *
open_ahead (GFile        *file,
            Ahead        *ahead,
            GCancellable *cancellable)
{
  static const InkDocumentAhead what = { "key", peek_cb, loaded_cb };
  g_autoptr (GAsyncResult) result = NULL;

  g_atomic_int_set (&n_loaded, 0);
  ink_document_open_async (file, &what, NULL, cancellable, ahead_opened_cb, ahead);
  while (ahead->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = ahead->result;
  return ink_document_open_finish (result, NULL);
}

/* The definition and the last numbers come before the document, and the events in the worker. */
static void
test_ahead (Fixture       *fixture,
            gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  Ahead ahead = { 0 };
  Ahead never = { 0 };

  fixture_import (document, "a", 10, 5);
  fixture_add_goal (document, "Demo");
  ink_document_put_result (document, "key", "[]");
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);

  document = open_ahead (fixture->file, &ahead, NULL);
  g_assert_nonnull (document);
  g_assert_cmpuint (ahead.n_peeks, ==, 1);
  g_assert_cmpuint (ahead.n_goals, ==, 1);
  g_assert_cmpstr (ahead.last, ==, "[]");
  g_assert_cmpint (g_atomic_int_get (&n_loaded), ==, 50);
  fixture_close (document, INK_CLOSE_KEEP);
  g_free (ahead.last);

  g_cancellable_cancel (cancelled);
  g_assert_null (open_ahead (fixture->file, &never, cancelled));
  g_assert_cmpuint (never.n_peeks, ==, 0);
}

/* Undo over an import that was there before: the events are read beside the main loop. */
static void
test_async_undo (Fixture       *fixture,
                 gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) redone = NULL;
  g_autoptr (GAsyncResult) nothing = NULL;
  g_autoptr (GError) error = NULL;

  fixture_import (document, "a", 10, 5);
  fixture_import (document, "b", 10, 3);
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  ink_document_undo_async (document, finished_cb, &undone);
  g_assert_false (ink_document_undo (document, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_true (ink_document_move_finish (document, wait_for (&undone), &error));
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 50);
  /* Now both states are in memory: at once. */
  ink_document_redo_async (document, finished_cb, &redone);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 80);
  g_assert_true (ink_document_move_finish (document, wait_for (&redone), &error));
  ink_document_redo_async (document, finished_cb, &nothing);
  g_assert_false (ink_document_move_finish (document, wait_for (&nothing), &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* A store may outlive its document: its columns can still be read. */
static void
test_store_outlives (Fixture       *fixture,
                     gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  g_autoptr (InkEventStore) store = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fixture_import (document, "a", 30, 5);
  before = fixture_digest (ink_document_get_store (document));
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (fixture->file);
  store = ink_event_store_ref (ink_document_get_store (document));
  fixture_close (document, INK_CLOSE_KEEP);
  after = fixture_digest (store);
  g_assert_cmpstr (before, ==, after);
}

static guint
count_entries (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
gone_cb (gpointer  data,
         GObject  *where)
{
  (*(guint *) data)++;
}

static void
open_and_close (GFile    *file,
                gboolean  edit,
                guint    *n_gone)
{
  InkDocument *document = fixture_open (file);
  g_autofree char *digest = fixture_digest (ink_document_get_store (document));

  g_assert_nonnull (digest);
  g_object_weak_ref (G_OBJECT (document), gone_cb, n_gone);
  if (edit)
    fixture_add_goal (document, "Another");
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* Nothing stays: no object, no open file, no file of work. Memory is the leak checker's. */
static void
test_hundred (Fixture       *fixture,
              gconstpointer  data)
{
  InkDocument *document = fixture_new ();
  guint n_gone = 0, before, working;
  gint64 end;

  fixture_import (document, "a", 5, 3);
  fixture_save (document, fixture->file);
  fixture_close (document, INK_CLOSE_KEEP);
  open_and_close (fixture->file, TRUE, &n_gone);
  working = fixture_n_working_files ();
  before = count_entries ("/proc/self/fd");
  for (guint i = 0; i < 100; i++)
    open_and_close (fixture->file, i % 10 == 0, &n_gone);
  /* The look at every page that opening starts may end a little later. */
  end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  while ((n_gone < 101 || count_entries ("/proc/self/fd") > before
          || fixture_n_working_files () > working)
         && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  g_assert_cmpuint (n_gone, ==, 101);
  g_assert_cmpuint (count_entries ("/proc/self/fd"), <=, before);
  g_assert_cmpuint (fixture_n_working_files (), ==, working);
}

/* ---- Looking for what a crash left ---- */

static gpointer
look_again_and_again (gpointer data)
{
  const int *over = data;

  while (!g_atomic_int_get (over))
    {
      G_GNUC_UNUSED g_autoptr (GPtrArray) found = ink_recovery_list ();
    }
  return NULL;
}

/* It takes each copy's lock for a moment: nobody is told then that a new project is open elsewhere. */
static void
test_new_while_looking (Fixture *fixture,
                        gconstpointer data)
{
  int over = FALSE;
  GThread *thread = g_thread_new ("look", look_again_and_again, &over);

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkWorkingCopy) copy = ink_working_copy_new (&error);

      g_assert_no_error (error);
      ink_working_copy_delete (copy);
    }
  g_atomic_int_set (&over, TRUE);
  g_thread_join (thread);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "round-trip", test_round_trip },
    { "undo-for-ever", test_undo_for_ever },
    { "many-steps", test_many_steps },
    { "new-edit-ends-redo", test_new_edit_ends_redo },
    { "merging", test_merging },
    { "edit-that-changes-nothing", test_edit_that_changes_nothing },
    { "notify", test_notify },
    { "cancelled-import", test_cancelled_import },
    { "import-files", test_import_files },
    { "changed-on-disk", test_changed_on_disk },
    { "forget", test_forget },
    { "forget-async", test_forget_async },
    { "results", test_results },
    { "check", test_check },
    { "readable", test_readable },
    { "async", test_async },
    { "ahead", test_ahead },
    { "async-undo", test_async_undo },
    { "store-outlives", test_store_outlives },
    { "hundred", test_hundred },
    { "new-while-looking", test_new_while_looking },
  };
  char *home;
  int result;

  home = fixture_home ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/document/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }
  result = g_test_run ();
  ink_test_remove_folder (home);
  return result;
}
