/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document's life in the window: what cannot be opened or saved, what is asked before closing,
 * recent projects, what a crash left, one window a file, one instance, and the keys. */

#include "ui-window.h"
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "definition/ink-definition-json.h"
#include "document/ink-document-steps.h"
#include "document/ink-recent.h"
#include "document/ink-recovery.h"
#include "ui/dialogs/ink-history-dialog.h"
#include "ui/ink-when.h"
#include "ui/widgets/ink-notice-bar.h"
#include "ui/widgets/ink-recent-row.h"

static InkApplication *application;
static char *folder;

/* ---- Windows and projects ---- */

static InkWindow *
new_window (void)
{
  InkWindow *window = ink_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  ui_turn ();
  return window;
}

static guint
count_windows (void)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    n += INK_IS_WINDOW (l->data);
  return n;
}

static void
drop_window (InkWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

static gboolean
is_clean (gpointer window)
{
  return !ink_document_get_modified (ink_window_get_document (window));
}

/* A step of this name: another definition. */
static void
edit (InkDocument *document,
               const char *name)
{
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *json = g_strdup_printf (
      "{\"inkling\":1,\"funnels\":[{\"name\":\"%s\",\"steps\":[{\"does\":\"view\"}]}]}", name);
  g_autoptr (GError) error = NULL;

  edited = ink_definition_from_json (json, -1, "test.json", NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_edit (document, name, NULL, edited);
}

static GFile *
make_file (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);

  g_assert_no_error (error);
  edit (document, "First");
  ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  return file;
}

static InkWindow *
open_window (GFile *file)
{
  InkWindow *window = new_window ();

  ink_window_open_files (window, &file, 1);
  ui_wait_for (ui_has_project, window);
  return window;
}

/* ---- What the window says ---- */

static const char *
get_notice (InkWindow *window)
{
  return ink_notice_bar_get_shown (
      INK_NOTICE_BAR (ui_find_type (GTK_WIDGET (window), INK_TYPE_NOTICE_BAR)));
}

static gboolean
has_notice (gpointer window)
{
  return get_notice (window) != NULL;
}

static gboolean
is_mapped_button (GtkWidget *widget,
                  gconstpointer label)
{
  return ui_is_button (widget, label) && gtk_widget_get_mapped (widget);
}

static void
press (gpointer window,
       const char *label)
{
  GtkWidget *button = ui_find (window, is_mapped_button, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_turn ();
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
find_history (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (INK_IS_HISTORY_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static void
answer (const char *response)
{
  GtkWidget *dialog;

  ui_wait_for (has_dialog, NULL);
  dialog = find_dialog ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  ui_turn ();
}

static void
activate (InkWindow *window,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  ui_turn ();
}

/* ---- Opening ---- */

static gboolean
shows_failure (gpointer window)
{
  GtkWidget *page = ui_find_type (window, ADW_TYPE_STATUS_PAGE);

  return page != NULL && gtk_widget_get_mapped (page);
}

/* In place, in one sentence, with a way back. */
static void
test_foreign_file (void)
{
  g_autofree char *path = g_build_filename (folder, "not.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkWindow *window = new_window ();

  g_assert_true (g_file_set_contents (path, "no database", -1, NULL));
  ink_window_open_files (window, &file, 1);
  ui_wait_for (shows_failure, window);
  g_assert_false (ink_window_has_project (window));
  activate (window, "win.show-home");
  g_assert_false (shows_failure (window));
  drop_window (window);
}

/* The same file has one window, whatever its path; while it is being opened, too. */
static void
test_same_file (void)
{
  g_autoptr (GFile) file = make_file ("same.inkling");
  g_autofree char *path = g_build_filename (folder, "link.inkling", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  InkWindow *window;
  guint n;

  g_assert_cmpint (symlink ("same.inkling", path), ==, 0);
  window = new_window ();
  n = count_windows ();
  ink_window_open_files (window, &file, 1);
  g_application_open (G_APPLICATION (application), &link, 1, "");
  ui_wait_for (ui_has_project, window);
  g_application_open (G_APPLICATION (application), &link, 1, "");
  g_application_open (G_APPLICATION (application), &file, 1, "");
  ui_turn ();
  g_assert_cmpuint (count_windows (), ==, n);
  drop_window (window);
}

static gboolean
is_import_button (GtkWidget *widget,
                  gconstpointer data)
{
  return is_mapped_button (widget, data) && gtk_widget_is_sensitive (widget);
}

static gboolean
can_import (gpointer window)
{
  return ui_find (window, is_import_button, "_Import") != NULL;
}

/* A project and an export: the export is for that project. */
static void
test_mixed (void)
{
  g_autoptr (GFile) project = make_file ("mixed.inkling");
  g_autofree char *path = g_build_filename (folder, "more.csv", NULL);
  g_autoptr (GFile) export = g_file_new_for_path (path);
  GFile *files[] = { export, project };
  InkWindow *window = new_window ();
  guint n = count_windows ();

  g_assert_true (g_file_set_contents (path,
                                      "user,event,time\nann,view,2026-05-01 10:00:00\n"
                                      "bob,view,2026-05-01 11:00:00\n",
                                      -1, NULL));
  g_application_open (G_APPLICATION (application), files, 2, "");
  ui_wait_for (can_import, window);
  g_assert_true (ink_window_shows_file (window, project));
  g_assert_cmpuint (count_windows (), ==, n);
  drop_window (window);
}

/* Two projects have two windows; one that is open and one that is not have two as well. */
static void
test_two_projects (void)
{
  g_autoptr (GFile) first = make_file ("first.inkling");
  g_autoptr (GFile) second = make_file ("second.inkling");
  GFile *files[] = { first, second };
  InkWindow *window = open_window (first);
  guint n = count_windows ();
  GList *windows;

  g_application_open (G_APPLICATION (application), files, 2, "");
  g_assert_cmpuint (count_windows (), ==, n + 1);
  windows = gtk_application_get_windows (GTK_APPLICATION (application));
  g_assert_true (ink_window_shows_file (windows->data, second));
  ui_wait_for (ui_has_project, windows->data);
  drop_window (windows->data);
  drop_window (window);
}

/* ---- Saving ---- */

/* As another program would: through a document of its own. */
static void
write_theirs (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, &error);

  g_assert_no_error (error);
  edit (document, "Theirs");
  g_assert_true (ink_document_save (document, NULL, INK_SAVE_NORMAL, NULL, NULL, &error));
  g_assert_no_error (error);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
}

static gboolean
shows_theirs (gpointer window)
{
  InkDocument *document = ink_window_get_document (window);

  return g_str_equal (ink_document_get_definition (document)->funnels[0]->name, "Theirs");
}

static gboolean
has_no_notice (gpointer window)
{
  return get_notice (window) == NULL;
}

/* Another program's change is told of before anybody saves. */
static void
test_changed_on_disk (void)
{
  g_autoptr (GFile) file = make_file ("disk.inkling");
  InkWindow *window = open_window (file);

  write_theirs (file);
  ui_wait_for (has_notice, window);
  g_assert_nonnull (strstr (get_notice (window), "another program"));
  g_assert_null (ui_find (GTK_WIDGET (window), is_mapped_button, "_Replace"));
  press (window, "_Reload");
  ui_wait_for (shows_theirs, window);
  ui_wait_for (has_no_notice, window);

  /* What saving here writes is no news. */
  edit (ink_window_get_document (window), "Mine");
  activate (window, "win.save");
  ui_wait_for (is_clean, window);
  g_assert_null (get_notice (window));
  drop_window (window);
}

/* What was not saved is neither written over theirs nor lost when theirs is shown. */
static void
test_reloaded_unsaved (void)
{
  g_autoptr (GFile) file = make_file ("reload.inkling");
  InkWindow *window = open_window (file);

  edit (ink_window_get_document (window), "Mine");
  write_theirs (file);
  ui_wait_for (has_notice, window);
  g_assert_nonnull (strstr (get_notice (window), "another program"));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), is_mapped_button, "_Replace"));
  press (window, "_Reload");
  ui_wait_for (shows_theirs, window);
  ui_wait_for (has_notice, window);
  g_assert_nonnull (strstr (get_notice (window), "still there"));
  drop_window (window);
}

static void
test_conflict (void)
{
  g_autoptr (GFile) file = make_file ("conflict.inkling");
  InkWindow *window = open_window (file);
  InkWindow *other = new_window ();

  write_theirs (file);
  edit (ink_window_get_document (window), "Mine");
  activate (window, "win.save");
  ui_wait_for (has_notice, window);
  g_assert_nonnull (strstr (get_notice (window), "another program"));
  g_assert_true (ink_document_get_modified (ink_window_get_document (window)));

  press (window, "_Replace");
  ui_wait_for (is_clean, window);
  g_assert_null (get_notice (window));
  drop_window (other);
  drop_window (window);
}

static gboolean
is_gone (gpointer weak)
{
  return *(gpointer *) weak == NULL;
}

/* Closing what cannot be saved: asked, and what was not saved is offered afterwards. */
static void
close_unsaved (InkWindow *window,
               const char *title)
{
  gpointer weak = window;
  g_autoptr (GPtrArray) list = NULL;
  gboolean offered = FALSE;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_close (GTK_WINDOW (window));
  answer ("cancel");
  g_assert_nonnull (weak);
  gtk_window_close (GTK_WINDOW (window));
  answer ("close");
  ui_wait_for (is_gone, &weak);
  list = ink_recovery_list ();
  for (guint i = 0; i < list->len; i++)
    {
      InkRecovery *recovery = g_ptr_array_index (list, i);

      offered |= g_str_equal (recovery->title, title);
      ink_recovery_discard (recovery, NULL);
    }
  g_assert_true (offered);
}

/* No file may grow: what a full disk does to a save. */
static void
test_full_disk (void)
{
  g_autoptr (GFile) file = make_file ("full.inkling");
  InkWindow *window = open_window (file);
  struct rlimit limit, small;

  edit (ink_window_get_document (window), "Kept");
  g_assert_true (ink_document_flush (ink_window_get_document (window), NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = (struct rlimit){ 16 * 1024, limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  activate (window, "win.save");
  ui_wait_for (has_notice, window);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), is_mapped_button, "Save a _Copy…"));
  close_unsaved (window, "full");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_read_only (void)
{
  g_autofree char *path = g_build_filename (folder, "read-only", NULL);
  g_autoptr (GFile) file = NULL;
  InkWindow *window;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere; tests/document becomes somebody else for it");
      return;
    }
  g_mkdir (path, 0700);
  file = make_file ("read-only/shop.inkling");
  window = open_window (file);
  edit (ink_window_get_document (window), "Kept");
  g_assert_cmpint (chmod (path, 0500), ==, 0);
  activate (window, "win.save");
  ui_wait_for (has_notice, window);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), is_mapped_button, "Save a _Copy…"));
  close_unsaved (window, "shop");
  g_assert_cmpint (chmod (path, 0700), ==, 0);
}

/* ---- Closing ---- */

static void
test_close (void)
{
  g_autoptr (GFile) file = make_file ("close.inkling");
  g_autoptr (InkDocument) again = NULL;
  gpointer window = open_window (file);

  /* With a name: written without a question. */
  g_object_add_weak_pointer (window, &window);
  edit (ink_window_get_document (window), "Last");
  gtk_window_close (window);
  ui_wait_for (is_gone, &window);
  again = ink_document_open (file, NULL, NULL, NULL);
  g_assert_cmpstr (ink_document_get_undo_label (again), ==, "Last");
  ink_document_close (again, INK_CLOSE_DISCARD, NULL);
}

/* The sample asks nothing until somebody edits it; undone, it is untouched again. */
static void
test_sample (void)
{
  gpointer window = new_window ();
  InkDocument *document;

  g_object_add_weak_pointer (window, &window);
  ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);
  document = ink_window_get_document (window);
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Sample");
  edit (document, "Edited");
  ui_turn ();
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Sample • Not saved yet");
  gtk_window_close (window);
  answer ("cancel");
  g_assert_nonnull (window);
  g_assert_true (ink_document_undo (document, NULL));
  gtk_window_close (window);
  ui_turn ();
  ui_wait_for (is_gone, &window);
  g_assert_null (find_dialog ());
}

static void
test_discard (void)
{
  gpointer window = new_window ();
  g_autoptr (GPtrArray) list = NULL;

  g_object_add_weak_pointer (window, &window);
  ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);
  edit (ink_window_get_document (window), "Edited");
  gtk_window_close (window);
  answer ("discard");
  ui_wait_for (is_gone, &window);
  list = ink_recovery_list ();
  g_assert_cmpuint (list->len, ==, 0);
}

/* ---- What a crash left ---- */

static void
test_recovery (void)
{
  g_autoptr (GFile) file = make_file ("crash.inkling");
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, NULL);
  InkWindow *window;

  edit (document, "Unsaved");
  ink_document_close (document, INK_CLOSE_KEEP, NULL);
  window = open_window (file);
  ui_wait_for (has_notice, window);
  g_assert_false (ink_document_get_modified (ink_window_get_document (window)));
  press (window, "_Show Them");
  while (g_strcmp0 (ink_document_get_undo_label (ink_window_get_document (window)), "Unsaved")
         != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ink_document_get_modified (ink_window_get_document (window)));
  ink_document_close (ink_window_get_document (window), INK_CLOSE_DISCARD, NULL);
  drop_window (window);
}

/* ---- Recent projects ---- */

static gboolean
is_row_of (GtkWidget *widget,
           gconstpointer title)
{
  return INK_IS_RECENT_ROW (widget)
         && g_strcmp0 (ink_recent_row_get_recent (INK_RECENT_ROW (widget))->title, title) == 0;
}

typedef struct
{
  InkWindow *window;
  const char *title;
} RowWanted;

static gboolean
has_row (gpointer data)
{
  RowWanted *wanted = data;

  return ui_find (GTK_WIDGET (wanted->window), is_row_of, wanted->title) != NULL;
}

static gboolean
has_no_row (gpointer data)
{
  return !has_row (data);
}

static void
test_recent (void)
{
  g_autoptr (GFile) file = make_file ("recent.inkling");
  InkWindow *first = open_window (file);
  RowWanted wanted = { .window = first, .title = "recent" };
  GtkWidget *row;

  drop_window (first);
  wanted.window = new_window ();
  ui_wait_for (has_row, &wanted);

  /* Off the list, and back. */
  row = ui_find (GTK_WIDGET (wanted.window), is_row_of, "recent");
  g_assert_true (gtk_widget_activate_action (row, "row.forget", NULL));
  ui_wait_for (has_no_row, &wanted);
  activate (wanted.window, "win.put-back-recent");
  ui_wait_for (has_row, &wanted);

  row = ui_find (GTK_WIDGET (wanted.window), is_row_of, "recent");
  g_assert_true (gtk_widget_activate_action (row, "row.open", NULL));
  ui_wait_for (ui_has_project, wanted.window);
  g_assert_true (ink_window_shows_file (wanted.window, file));
  drop_window (wanted.window);
}

/* What is not there any more goes from the list when it is tried. */
static void
test_recent_gone (void)
{
  g_autofree char *path = g_build_filename (folder, "vanished.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (InkRecent) recent = ink_recent_new (file);
  g_autoptr (GPtrArray) list = NULL;
  InkWindow *window;

  g_assert_true (ink_recent_note (recent, NULL));
  window = new_window ();
  ink_window_open_recent (window, recent->uri);
  ui_wait_for (shows_failure, window);
  list = ink_recent_list ();
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((InkRecent *) list->pdata[i])->uri, !=, recent->uri);
  drop_window (window);
}

static void
test_when (void)
{
  static const struct
  {
    const char *edited;
    const char *words;
  } cases[] = {
    { "2026-05-20T10:00:00", "edited today" },
    { "2026-05-21T10:00:00", "edited today" }, /* another clock */
    { "2026-05-20T00:00:01", "edited today" },
    { "2026-05-19T23:59:59", "edited yesterday" },
    { "2026-05-17T10:00:00", "edited 3 days ago" },
    { "2026-05-13T10:00:00", "edited last week" },
    { "2026-03-31T10:00:00", "edited in March" },
    { "2025-12-31T10:00:00", "edited in December 2025" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-05-20T09:00:00", zone);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) edited = g_date_time_new_from_iso8601 (cases[i].edited, zone);
      g_autofree char *words = ink_when_edited (edited, now);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* ---- Steps ---- */

static gboolean
stands_at_one (gpointer window)
{
  return ink_document_get_position (ink_window_get_document (window)) == 1;
}

static void
test_history (void)
{
  g_autoptr (GFile) file = make_file ("steps.inkling");
  InkWindow *window = open_window (file);
  InkDocument *document = ink_window_get_document (window);
  GtkWidget *dialog;

  edit (document, "Second");
  edit (document, "Third");
  activate (window, "win.history");
  dialog = find_history ();
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "go", (gint64) 1);
  ui_wait_for (stands_at_one, window);
  g_assert_cmpstr (ink_document_get_redo_label (document), ==, "Second");
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  drop_window (window);
}

static gboolean
is_undo_toast (GtkWidget *widget,
               gconstpointer data)
{
  return ui_is_button (widget, "_Undo") && gtk_widget_get_mapped (widget);
}

static gboolean
has_toast (gpointer window)
{
  return ui_find (window, is_undo_toast, NULL) != NULL;
}

static gboolean
lacks_toast (gpointer window)
{
  return !has_toast (window);
}

/* The toast's Undo takes back the removal, so it goes when another step comes. */
static void
test_removed (void)
{
  g_autoptr (GFile) file = make_file ("removed.inkling");
  InkWindow *window = open_window (file);
  InkDocument *document = ink_window_get_document (window);

  edit (document, "Removal");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.say-removed", "s",
                                             "Funnel “A & B” removed"));
  ui_wait_for (has_toast, window);
  edit (document, "Something else");
  ui_wait_for (lacks_toast, window);

  ink_window_say_removed (window, "Funnel removed");
  ui_wait_for (has_toast, window);
  press (window, "_Undo");
  while (g_strcmp0 (ink_document_get_undo_label (document), "Removal") != 0)
    g_main_context_iteration (NULL, TRUE);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  drop_window (window);
}

/* ---- Keys ---- */

static void
collect (GtkWidget *widget,
         GPtrArray *names)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      char *name = NULL;

      g_object_get (widget, "action-name", &name, NULL);
      if (name != NULL)
        g_ptr_array_add (names, name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, names);
}

static gboolean
contains (GPtrArray *names,
          const char *name)
{
  return g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL);
}

/* The help names exactly the keys that there are. */
static void
test_help_overlay (void)
{
  InkWindow *window = new_window ();
  GtkShortcutsWindow *help
      = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) actions
      = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  g_assert_nonnull (help);
  collect (GTK_WIDGET (help), names);
  g_assert_cmpuint (names->len, >, 8);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_auto (GStrv) accels
          = gtk_application_get_accels_for_action (GTK_APPLICATION (application), name);

      if (accels[0] == NULL)
        g_error ("the help has %s, which has no key", name);
    }
  /* The pages have one line for all. */
  for (guint i = 0; actions[i] != NULL; i++)
    if (!g_str_has_prefix (actions[i], "win.page") && !contains (names, actions[i]))
      g_error ("%s has a key that the help does not name", actions[i]);
  drop_window (window);
}

/* ---- One instance ---- */

static void
ended_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* A second start hands its file over and ends. */
static void
test_one_instance (void)
{
  g_autoptr (GFile) file = make_file ("handed.inkling");
  InkWindow *window = new_window ();
  g_autoptr (GSubprocess) second = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;

  if (g_application_get_dbus_connection (G_APPLICATION (application)) == NULL)
    {
      g_test_skip ("no session bus");
      drop_window (window);
      return;
    }
  second = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("INK_PROGRAM"),
                             g_file_peek_path (file), NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (second, NULL, ended_cb, &ended);
  ui_wait_for (is_true, &ended);
  ui_wait_for (ui_has_project, window);
  g_assert_true (ink_window_shows_file (window, file));
  drop_window (window);
}

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  folder = ink_test_folder ();
  ui_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = ink_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_assert_false (g_application_get_is_remote (G_APPLICATION (application)));
  g_test_add_func ("/ui/life/foreign-file", test_foreign_file);
  g_test_add_func ("/ui/life/same-file", test_same_file);
  g_test_add_func ("/ui/life/mixed", test_mixed);
  g_test_add_func ("/ui/life/two-projects", test_two_projects);
  g_test_add_func ("/ui/life/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/ui/life/reloaded-unsaved", test_reloaded_unsaved);
  g_test_add_func ("/ui/life/conflict", test_conflict);
  g_test_add_func ("/ui/life/full-disk", test_full_disk);
  g_test_add_func ("/ui/life/read-only", test_read_only);
  g_test_add_func ("/ui/life/close", test_close);
  g_test_add_func ("/ui/life/sample", test_sample);
  g_test_add_func ("/ui/life/discard", test_discard);
  g_test_add_func ("/ui/life/recovery", test_recovery);
  g_test_add_func ("/ui/life/recent", test_recent);
  g_test_add_func ("/ui/life/recent-gone", test_recent_gone);
  g_test_add_func ("/ui/life/when", test_when);
  g_test_add_func ("/ui/life/history", test_history);
  g_test_add_func ("/ui/life/removed", test_removed);
  g_test_add_func ("/ui/life/help-overlay", test_help_overlay);
  g_test_add_func ("/ui/life/one-instance", test_one_instance);

  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (folder);
  ink_test_remove_folder (home);

  return status;
}
