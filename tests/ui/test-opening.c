/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening a project that was looked at before: its last numbers stand there before it is open, are
 * replaced by live ones, and go where it cannot be opened or something else is opened instead. */
#include "ui-fixture.h"

#include <string.h>

#include "analysis/ink-highlights.h"
#include "document/ink-document-sample.h"
#include "document/ink-recovery.h"
#include "ui/ink-window.h"
#include "ui/pages/ink-overview-page.h"
#include "ui/widgets/ink-highlight-card.h"
#include "ui/widgets/ink-live-bin.h"

#define OLD_WORDS "Biggest leek"

static InkApplication *application;
static char *folder;

static InkWindow *
new_window (void)
{
  InkWindow *window = ink_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  ui_frame (GTK_WIDGET (window));
  return window;
}

/* What the overview says now, with one word spelt otherwise. */
static void
keep_old_words (InkDocument *document)
{
  g_autoptr (InkQuery) query
      = ink_highlights_query_new (ink_document_get_definition (document), "Demo booked", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer
      = ink_query_run (query, ink_document_get_store (document), NULL, NULL, &error);
  g_autofree char *json = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *old = NULL;

  g_assert_no_error (error);
  json = ink_answer_to_json (answer);
  parts = g_strsplit (json, "Biggest leak", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  old = g_strjoinv (OLD_WORDS, parts);
  ink_document_put_result (document, "overview", old);
}

static GFile *
make_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);

  g_assert_no_error (error);
  ink_document_make_sample (document, 400, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  keep_old_words (document);
  ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  return file;
}

static gboolean
shows_glance (gpointer window)
{
  GtkWidget *page = ui_find_type (window, INK_TYPE_OVERVIEW_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* What an empty window makes while nobody asks anything of it. */
static gboolean
is_ready (gpointer window)
{
  GtkWidget *page = ui_find_type (window, INK_TYPE_OVERVIEW_PAGE);

  return page != NULL && !ink_overview_page_prepare (INK_OVERVIEW_PAGE (page));
}

/* The glance comes in a turn of its own. */
static void
wait_for_glance (InkWindow *window)
{
  while (!shows_glance (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ink_window_has_project (window));
}

static gboolean
is_live (gpointer window)
{
  GtkWidget *bin = ui_find_type (window, INK_TYPE_LIVE_BIN);

  return ink_window_has_project (window) && bin != NULL
         && !ink_live_bin_is_behind (INK_LIVE_BIN (bin))
         && ui_find (window, ui_shows, "Strongest sign") != NULL;
}

static gboolean
shows_failure (gpointer window)
{
  GtkWidget *page = ui_find_type (window, ADW_TYPE_STATUS_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

static void
test_glance (void)
{
  g_autoptr (GFile) file = make_file ("glance.inkling");
  InkWindow *window = new_window ();
  GtkWidget *page;

  ink_window_open_project (window, file);
  wait_for_glance (window);
  page = ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE);
  g_assert_null (ink_page_get_view (INK_PAGE (page)));
  g_assert_nonnull (ui_find (page, ui_is_button, "Funnels →"));

  ui_wait_for (is_live, window);
  g_assert_true (ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE) == page);
  g_assert_nonnull (ink_page_get_view (INK_PAGE (page)));
  g_assert_null (ui_find (page, ui_shows, OLD_WORDS));
  g_assert_nonnull (ui_find (page, ui_shows, "Biggest leak"));
  g_assert_null (ui_find (page, ui_shows, "As of last time"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* Nothing can be done with it but to look at it. */
static void
test_too_early (void)
{
  g_autoptr (GFile) file = make_file ("early.inkling");
  InkWindow *window = new_window ();
  GtkWidget *page;

  ink_window_open_project (window, file);
  wait_for_glance (window);
  page = ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE);
  gtk_widget_activate_action (page, "win.page", "s", "data");
  g_signal_emit_by_name (ui_find (page, ui_has_tooltip, "Add to Report"), "clicked");
  gtk_widget_activate_action (page, "win.undo", NULL);
  ui_wait_for (is_live, window);
  g_assert_false (ink_document_get_modified (ink_window_get_document (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* Another project, then a window that is closed. */
static void
test_another (void)
{
  g_autoptr (GFile) file = make_file ("one.inkling");
  g_autoptr (GFile) other = make_file ("other.inkling");
  InkWindow *window = new_window ();

  ink_window_open_project (window, file);
  wait_for_glance (window);
  ink_window_open_project (window, other);
  g_assert_false (shows_glance (window));
  ui_wait_for (is_live, window);
  g_assert_true (ink_window_shows_file (window, other));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();

  window = new_window ();
  ink_window_open_project (window, file);
  wait_for_glance (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* The events are damaged: what was said of them goes. */
static void
test_damaged (void)
{
  g_autoptr (GFile) file = make_file ("damaged.inkling");
  g_autofree char *path = g_file_get_path (file);
  char *arguments[] = { (char *) "sqlite3", path,
                        (char *) "UPDATE chunk SET data = zeroblob(8)", NULL };
  g_autofree char *sqlite = g_find_program_in_path ("sqlite3");
  InkWindow *window;

  if (sqlite == NULL)
    {
      g_test_skip ("sqlite3 is not installed");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                               NULL, NULL));
  window = new_window ();
  ink_window_open_project (window, file);
  wait_for_glance (window);
  ui_wait_for (shows_failure, window);
  g_assert_false (shows_glance (window));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

static gboolean
is_empty_card (GtkWidget *widget,
               gconstpointer data)
{
  return INK_IS_HIGHLIGHT_CARD (widget) && gtk_widget_get_mapped (widget)
         && ink_highlight_card_get_kind (INK_HIGHLIGHT_CARD (widget)) == NULL;
}

/* The page that the window made meanwhile is the one that is filled. */
static void
test_ready (void)
{
  g_autoptr (GFile) file = make_file ("ready.inkling");
  InkWindow *window = new_window ();
  GtkWidget *page;

  ui_wait_for (is_ready, window);
  g_assert_false (shows_glance (window));
  page = ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE);
  ink_window_open_project (window, file);
  wait_for_glance (window);
  g_assert_true (ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE) == page);
  g_assert_nonnull (ui_find (page, ui_shows, OLD_WORDS));
  g_assert_nonnull (ui_find (page, ui_shows, "As of last time"));
  g_assert_null (ui_find (page, is_empty_card, NULL));

  ui_wait_for (is_live, window);
  g_assert_true (ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE) == page);
  g_assert_null (ui_find (page, is_empty_card, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* Nothing was kept: nothing is shown before it is live. */
static void
test_ready_for_the_sample (void)
{
  InkWindow *window = new_window ();
  GtkWidget *page;

  ui_wait_for (is_ready, window);
  page = ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE);
  ink_window_open_sample (window);
  while (!is_live (window))
    {
      g_assert_null (ui_find (GTK_WIDGET (window), is_empty_card, NULL));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE) == page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* Where the project begins otherwise the page goes. */
static void
test_ready_for_nothing (void)
{
  g_autofree char *path = g_build_filename (folder, "bare.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);
  InkWindow *window = new_window ();

  g_assert_no_error (error);
  ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  ui_wait_for (is_ready, window);
  ink_window_open_project (window, file);
  while (!ink_window_has_project (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (ui_find_type (GTK_WIDGET (window), INK_TYPE_OVERVIEW_PAGE));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* A window that is closed while it makes its page. */
static void
test_ready_too_late (void)
{
  for (guint i = 0; i < 12; i++)
    {
      InkWindow *window = new_window ();

      ui_let_pass (40 + 8 * (int) i);
      gtk_window_destroy (GTK_WINDOW (window));
      ui_turn ();
    }
}

static gboolean
is_left_alone (gpointer window)
{
  return G_OBJECT (window)->ref_count == 1;
}

/* What is opened in it has nobody to be shown to. */
static void
close_too_early (InkWindow *window)
{
  g_autoptr (InkWindow) closed = g_object_ref (window);
  g_autoptr (GPtrArray) left = NULL;

  g_assert_false (ink_window_is_free (closed));
  gtk_window_close (GTK_WINDOW (closed));
  ui_wait_for (is_left_alone, closed);
  g_assert_false (ink_window_has_project (closed));
  g_assert_false (shows_glance (closed));
  left = ink_recovery_list ();
  g_assert_cmpuint (left->len, ==, 0);
}

/* A window that is closed while its project is opened, or its sample made. */
static void
test_closed (void)
{
  g_autoptr (GFile) file = make_file ("closed.inkling");
  InkWindow *window = new_window ();

  ink_window_open_project (window, file);
  close_too_early (window);

  window = new_window ();
  ink_window_open_project (window, file);
  wait_for_glance (window);
  close_too_early (window);

  window = new_window ();
  ink_window_open_sample (window);
  close_too_early (window);
}

static void
mapped_cb (GtkWidget *window,
           gboolean *opens)
{
  *opens = !ink_window_is_free (INK_WINDOW (window));
}

static void
added_cb (GtkApplication *of,
          GtkWindow *window,
          gboolean *opens)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), opens);
}

/* A window for a file is not shown empty first. */
static void
test_first_frame (void)
{
  g_autoptr (GFile) file = make_file ("first.inkling");
  GFile *files[] = { file };
  gboolean opens = FALSE;
  gulong added = g_signal_connect (application, "window-added", G_CALLBACK (added_cb), &opens);
  GtkWindow *window;

  ink_application_open_files (application, NULL, files, 1);
  g_assert_true (opens);
  g_signal_handler_disconnect (application, added);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  ui_wait_for (is_live, window);
  gtk_window_destroy (window);
  ui_turn ();
}

int
main (int argc,
      char **argv)
{
  int status;

  folder = ink_test_folder ();
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  ui_test_init (&argc, &argv);
  application = ink_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/opening/glance", test_glance);
  g_test_add_func ("/ui/opening/too-early", test_too_early);
  g_test_add_func ("/ui/opening/another", test_another);
  g_test_add_func ("/ui/opening/damaged", test_damaged);
  g_test_add_func ("/ui/opening/ready", test_ready);
  g_test_add_func ("/ui/opening/ready-for-the-sample", test_ready_for_the_sample);
  g_test_add_func ("/ui/opening/ready-for-nothing", test_ready_for_nothing);
  g_test_add_func ("/ui/opening/ready-too-late", test_ready_too_late);
  g_test_add_func ("/ui/opening/closed", test_closed);
  g_test_add_func ("/ui/opening/first-frame", test_first_frame);
  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (folder);

  return status;
}
