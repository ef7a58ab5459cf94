/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Recent projects: their order, their number, damage; the list of steps; titles without a file. */
#include "document-fixture.h"

#include "document/ink-change-log.h"
#include "document/ink-document-sample.h"
#include "document/ink-document-steps.h"
#include "document/ink-recent.h"

static char *home;

static void
forget_all (void)
{
  g_autofree char *path = g_build_filename (home, "inkling", "recent.json", NULL);

  g_unlink (path);
}

static void
write_list (const char *text,
            gssize      length)
{
  g_autofree char *folder = g_build_filename (home, "inkling", NULL);
  g_autofree char *path = g_build_filename (folder, "recent.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
note (guint number,
      guint n_shares)
{
  g_autofree char *path = g_strdup_printf ("/nowhere/Projekt %u.inkling", number);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (InkRecent) recent = ink_recent_new (file);
  g_autoptr (GError) error = NULL;

  recent->events = 1000 + number;
  recent->goals = number;
  recent->n_shares = n_shares;
  for (guint i = 0; i < n_shares; i++)
    recent->shares[i] = 1.0 / (i + 1);
  ink_recent_note (recent, &error);
  g_assert_no_error (error);
}

static const InkRecent *
at (GPtrArray *list,
    guint      place)
{
  g_assert_cmpuint (place, <, list->len);
  return g_ptr_array_index (list, place);
}

static void
test_order (void)
{
  g_autoptr (GPtrArray) list = NULL;

  forget_all ();
  note (1, 3);
  note (2, 0);
  note (1, 0);
  list = ink_recent_list ();
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (at (list, 0)->title, ==, "Projekt 1");
  g_assert_cmpstr (at (list, 0)->uri, ==, "file:///nowhere/Projekt%201.inkling");
  g_assert_cmpuint (at (list, 0)->events, ==, 1001);
  g_assert_cmpint (at (list, 0)->edited, ==, 0);
  g_assert_cmpint (at (list, 0)->used, >, 0);
  /* The preview outlives a note without one. */
  g_assert_cmpuint (at (list, 0)->n_shares, ==, 3);
  g_assert_cmpfloat (at (list, 0)->shares[1], ==, 0.5);
  g_assert_cmpuint (at (list, 1)->n_shares, ==, 0);
  g_assert_cmpuint (at (list, 1)->goals, ==, 2);
}

static void
test_limit (void)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) less = NULL;

  forget_all ();
  for (guint i = 0; i < INK_RECENT_MAX + 3; i++)
    note (i, 1);
  list = ink_recent_list ();
  g_assert_cmpuint (list->len, ==, INK_RECENT_MAX);
  g_assert_cmpuint (at (list, 0)->goals, ==, INK_RECENT_MAX + 2);
  g_assert_cmpuint (at (list, INK_RECENT_MAX - 1)->goals, ==, 3);

  g_assert_true (ink_recent_forget (at (list, 5)->uri, NULL));
  g_assert_true (ink_recent_forget ("file:///never/there.inkling", NULL));
  less = ink_recent_list ();
  g_assert_cmpuint (less->len, ==, INK_RECENT_MAX - 1);
  g_assert_cmpuint (at (less, 5)->goals, ==, at (list, 6)->goals);
}

static void
test_damage (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "", 0 },
    { "nothing", 0 },
    { "[]", 0 },
    { "{\"projects\":{}}", 0 },
    { "{\"projects\":[3,null,\"x\",[],{}]}", 0 },
    { "{\"projects\":[{\"uri\":\"file:///a\"}]}", 0 },
    { "{\"projects\":[{\"uri\":3,\"title\":\"A\"}]}", 0 },
    { "{\"projects\":[{\"uri\":\"not an address\",\"title\":\"A\"}]}", 0 },
    { "{\"projects\":[{\"uri\":\"file:///a\",\"title\":\"A\"", 0 },
    { "{\"projects\":[{\"uri\":\"file:///a\",\"title\":\"A\"},{\"uri\":\"file:///a\","
      "\"title\":\"B\"}]}", 1 },
    { "{\"projects\":[{\"uri\":\"file:///a\",\"title\":\"A\",\"events\":-4,\"goals\":\"x\","
      "\"shares\":[2,null,0.5]}]}", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) list = NULL;

      write_list (cases[i].text, -1);
      list = ink_recent_list ();
      g_assert_cmpuint (list->len, ==, cases[i].n);
      if (list->len == 0)
        continue;
      g_assert_cmpstr (at (list, 0)->title, ==, "A");
      g_assert_cmpuint (at (list, 0)->events, ==, 0);
      for (guint s = 0; s < at (list, 0)->n_shares; s++)
        g_assert_cmpfloat (at (list, 0)->shares[s], <=, 1.0);
    }
}

/* Nested to death, larger than it can be, or not text: an empty list, and one that works again. */
static void
test_hostile (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *large = g_strnfill (400000, ' ');
  g_autoptr (GPtrArray) list = NULL;

  write_list (deep, -1);
  list = ink_recent_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);
  write_list (large, -1);
  list = ink_recent_list ();
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);
  write_list ("\xff\xfe\0{}", 5);
  note (7, 2);
  list = ink_recent_list ();
  g_assert_cmpuint (list->len, ==, 1);
}

/* ---- Steps ---- */

static void
went_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;

  ink_document_move_finish (INK_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
go (InkDocument *document,
    gint64       position)
{
  gboolean done = FALSE;

  ink_document_go_async (document, position, went_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ink_document_get_position (document), ==, position);
}

static void
test_steps (void)
{
  g_autofree char *path = g_build_filename (home, "steps.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkDocument *document = fixture_new ();
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) few = NULL;

  fixture_import (document, "shop", 10, 3);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Goal %u", i);

      fixture_add_goal (document, name);
    }
  fixture_save (document, file);
  fixture_close (document, INK_CLOSE_DISCARD);

  document = fixture_open (file);
  steps = ink_document_get_steps (document, 100, NULL);
  g_assert_cmpuint (steps->len, ==, 6);
  g_assert_cmpstr (((InkHistoryStep *) steps->pdata[0])->label, ==, "Add Goal 4");
  g_assert_cmpint (((InkHistoryStep *) steps->pdata[0])->step, ==, 6);
  g_assert_cmpstr (((InkHistoryStep *) steps->pdata[5])->label, ==, "Import shop");
  g_assert_cmpint (ABS (((InkHistoryStep *) steps->pdata[5])->time - g_get_real_time ()), <,
                   600 * G_USEC_PER_SEC);
  few = ink_document_get_steps (document, 2, NULL);
  g_assert_cmpuint (few->len, ==, 2);

  go (document, 3);
  g_assert_cmpuint (fixture_n_goals (document), ==, 2);
  go (document, 0);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 0);
  go (document, 6);
  g_assert_cmpuint (fixture_n_goals (document), ==, 5);
  g_assert_cmpuint (ink_event_store_get_n_events (ink_document_get_store (document)), ==, 30);
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* ---- The change log ---- */

static void
logged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) data = ink_change_log_finish (INK_DOCUMENT (object), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
read_log (InkDocument *document)
{
  GPtrArray *steps = NULL;

  ink_change_log_async (document, 100, NULL, logged_cb, &steps);
  while (steps == NULL)
    g_main_context_iteration (NULL, TRUE);
  return steps;
}

static const InkLoggedChange *
change_of (GPtrArray *steps,
           guint      step,
           guint      change)
{
  const InkLoggedStep *logged = g_ptr_array_index (steps, step);

  return g_ptr_array_index (logged->changes, change);
}

/* Also what was undone, and a goal under another name is still that goal. */
static void
test_change_log (void)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GPtrArray) steps = NULL;
  const InkLoggedChange *added, *renamed;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkGoal) goal = NULL;

  fixture_import (document, "shop", 10, 3);
  fixture_add_goal (document, "Demo");
  goal = ink_goal_copy (ink_document_get_definition (document)->goals[0]);
  g_free (goal->name);
  goal->name = g_strdup ("Demo booked");
  definition = ink_definition_with_goal (ink_document_get_definition (document), goal);
  ink_document_edit (document, "Better name", NULL, definition);
  fixture_add_goal (document, "Other");
  ink_document_undo (document, NULL);

  steps = read_log (document);
  g_assert_cmpuint (steps->len, ==, 4);
  added = change_of (steps, 2, 0);
  renamed = change_of (steps, 1, 0);
  g_assert_cmpstr (added->words, ==, "Added goal “Demo”");
  g_assert_cmpstr (renamed->words, ==, "Renamed goal “Demo” to “Demo booked”");
  g_assert_cmpstr (((InkLoggedStep *) steps->pdata[1])->label, ==, "Better name");
  g_assert_cmpstr (added->id, ==, renamed->id);
  g_assert_true (ink_logged_step_is_of (steps->pdata[1], "goal", added->id));
  g_assert_false (ink_logged_step_is_of (steps->pdata[0], "goal", added->id));
  g_assert_false (ink_logged_step_is_of (steps->pdata[1], "persona", added->id));
  g_assert_cmpuint (((InkLoggedStep *) steps->pdata[3])->changes->len, ==, 0);
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* ---- Titles, and what is recovered in a worker ---- */

static void
recovered_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(InkDocument **) data = ink_document_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_sample_title (void)
{
  InkDocument *document = fixture_new ();
  InkDocument *again = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (ink_document_get_title (document), ==, "New Project");
  ink_document_make_sample (document, 50, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ink_document_get_title (document), ==, "Sample");
  /* Only one that somebody worked on is worth recovering. */
  fixture_add_goal (document, "Mine");
  fixture_close (document, INK_CLOSE_KEEP);

  list = ink_recovery_list ();
  g_assert_cmpuint (list->len, ==, 1);
  ink_document_recover_async (list->pdata[0], NULL, recovered_cb, &again);
  while (again == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ink_document_get_title (again), ==, "Sample");
  g_assert_true (ink_document_get_modified (again));
  fixture_close (again, INK_CLOSE_DISCARD);
}

int
main (int    argc,
      char **argv)
{
  int status;

  home = fixture_home ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recent/order", test_order);
  g_test_add_func ("/recent/limit", test_limit);
  g_test_add_func ("/recent/damage", test_damage);
  g_test_add_func ("/recent/hostile", test_hostile);
  g_test_add_func ("/recent/steps", test_steps);
  g_test_add_func ("/recent/change-log", test_change_log);
  g_test_add_func ("/recent/sample-title", test_sample_title);
  status = g_test_run ();
  ink_test_remove_folder (home);
  return status;
}
