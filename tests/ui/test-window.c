/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real application and its window: the sample, an import, saving, opening again, undo. */
#include "ui-labels.h"
#include "ui-window.h"

#include "ui/pages/ink-funnel-page.h"
#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-step-strip.h"

static InkApplication *application;

static const char table[] = "user,event,time\n"
                            "ann,view,2026-05-01 10:00:00\n"
                            "ann,cart,2026-05-01 10:05:00\n"
                            "bob,view,2026-05-02 09:00:00\n"
                            "bob,cart,2026-05-02 09:01:00\n"
                            "bob,buy,2026-05-02 09:02:00\n"
                            "cleo,view,2026-05-03 09:00:00\n";

static gboolean
is_chart (GtkWidget *widget,
          gconstpointer data)
{
  return INK_IS_CHART_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
has_chart (gpointer window)
{
  return ui_find (window, is_chart, NULL) != NULL;
}

static gboolean
is_import_button (GtkWidget *widget,
                  gconstpointer data)
{
  return ui_is_button (widget, data) && gtk_widget_get_mapped (widget)
         && gtk_widget_is_sensitive (widget);
}

static gboolean
can_import (gpointer window)
{
  return ui_find (window, is_import_button, "_Import") != NULL;
}

static gboolean
can_continue (gpointer window)
{
  return ui_find (window, is_import_button, "C_ontinue") != NULL;
}

static gboolean
is_saved (gpointer window)
{
  InkDocument *document = ink_window_get_document (window);

  return ink_document_get_file (document) != NULL && !ink_document_get_modified (document);
}

static InkWindow *
new_window (void)
{
  InkWindow *window = ink_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  ui_turn ();

  return window;
}

static void
drop_window (InkWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

static void
count_frame_cb (GdkFrameClock *clock,
                guint *n)
{
  (*n)++;
}

/* An animation that never ends, be it in a hidden page, empties batteries. */
static gboolean
rests (gpointer window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame_cb), &n);

  ui_let_pass (250);
  g_signal_handler_disconnect (clock, handler);
  return n == 0;
}

static void
test_sample (void)
{
  InkWindow *window = new_window ();

  ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);
  ui_wait_for (has_chart, window);
  g_assert_cmpuint (
      ink_event_store_get_n_people (ink_document_get_store (ink_window_get_document (window))), >,
      10000);
  ui_assert_labelled (GTK_WIDGET (window));
  ui_wait_for (rests, window);
  drop_window (window);
}

static void
show_page (InkWindow *window,
           const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name));
  ui_turn ();
}

static void
add_steps (InkWindow *window)
{
  static const char *const steps[] = { "view", "cart", "buy" };
  InkDocument *document = ink_window_get_document (window);
  const InkSchema *schema = ink_event_store_get_schema (ink_document_get_store (document));
  GtkWidget *picker = ui_find_type (ui_find_type (GTK_WIDGET (window), INK_TYPE_STEP_STRIP),
                                    INK_TYPE_NAME_PICKER);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint j = 0; j < schema->n_events; j++)
      if (g_str_equal (schema->events[j].name, steps[i]))
        g_signal_emit_by_name (picker, "picked", j);
}

static guint
count_steps (InkWindow *window)
{
  InkFunnel **funnels
      = ink_document_get_definition (ink_window_get_document (window))->funnels;

  return funnels[0] != NULL ? funnels[0]->n_steps : 0;
}

static gboolean
has_steps (gpointer window)
{
  return count_steps (window) == 3;
}

static gboolean
lacks_steps (gpointer window)
{
  return count_steps (window) < 3;
}

static void
import_table (InkWindow *window,
              const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "shop.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  ink_window_open_files (window, &file, 1);
  ui_wait_for (can_import, window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window))
                 == ui_find (GTK_WIDGET (window), is_import_button, "_Import"));
  ui_assert_labelled (GTK_WIDGET (window));
  g_signal_emit_by_name (ui_find (GTK_WIDGET (window), is_import_button, "_Import"), "clicked");
  ui_wait_for (can_continue, window);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (window), is_import_button, "C_ontinue"), "clicked");
  ui_wait_for (ui_has_project, window);
  show_page (window, "funnels");
}

static gboolean
is_undo_toast (GtkWidget *widget,
               gconstpointer data)
{
  return ui_is_button (widget, "_Undo") && gtk_widget_get_mapped (widget);
}

static gboolean
offers_undo (gpointer window)
{
  return ui_find (window, is_undo_toast, NULL) != NULL;
}

static gboolean
has_three_steps (gpointer window)
{
  return count_steps (window) == 3;
}

/* A step removed on the page comes back with the toast's button. */
static void
remove_and_take_back (InkWindow *window)
{
  GtkWidget *strip = ui_find_type (GTK_WIDGET (window), INK_TYPE_STEP_STRIP);

  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (ui_find (strip, ui_is_label, "cart"), GTK_TYPE_BUTTON));
  ui_press (strip, GDK_KEY_Delete, 0);
  g_assert_cmpuint (count_steps (window), ==, 2);
  ui_wait_for (offers_undo, window);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (window), is_undo_toast, NULL), "clicked");
  ui_wait_for (has_three_steps, window);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (GError) error = NULL;

  ink_document_save_finish (INK_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
}

static void
test_import_save_open_undo (void)
{
  char *folder = ink_test_folder ();
  g_autofree char *path = g_build_filename (folder, "shop.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkWindow *window = new_window ();

  import_table (window, folder);
  add_steps (window);
  g_assert_cmpuint (count_steps (window), ==, 3);
  ui_wait_for (has_chart, window);
  remove_and_take_back (window);
  ink_document_save_async (ink_window_get_document (window), file, INK_SAVE_NORMAL, NULL, NULL,
                           saved_cb, NULL);
  ui_wait_for (is_saved, window);
  drop_window (window);

  window = new_window ();
  ink_window_open_files (window, &file, 1);
  ui_wait_for (ui_has_project, window);
  ui_wait_for (has_chart, window);
  g_assert_true (ink_window_shows_file (window, file));
  g_assert_cmpuint (count_steps (window), ==, 3);
  g_assert_cmpuint (
      ink_event_store_get_n_events (ink_document_get_store (ink_window_get_document (window))), ==,
      6);

  /* History outlives closing: the last step goes, and comes back. */
  show_page (window, "data");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  ui_wait_for (lacks_steps, window);
  ui_turn ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL));
  ui_wait_for (has_steps, window);
  drop_window (window);
  ink_test_remove_folder (folder);
}

static gboolean
is_page (GtkWidget *widget,
         gconstpointer data)
{
  GtkWidget *stack = gtk_widget_get_parent (widget);

  return INK_IS_PAGE (widget) && gtk_stack_get_visible_child (GTK_STACK (stack)) == widget;
}

static gboolean
asks_for_order (gpointer window)
{
  GtkWidget *order = ui_find (window, ui_is_combo, "Which comes first in dates");

  return order != NULL && gtk_widget_get_mapped (order);
}

static gboolean
has_found_repeats (gpointer window)
{
  GtkWidget *row = ui_find (window, ui_is_row_titled, "Repeats, left out");

  return row != NULL && ui_find (row, ui_is_label, "2") != NULL;
}

static gboolean
has_counted (gpointer window)
{
  return ui_find (window, ui_is_row_titled, "New events") != NULL;
}

/* A day and a month that look alike: nothing is imported before that is answered. And a file that
 * is in the project already is found out before it is imported again. */
static void
test_import_questions (void)
{
  static const char dates[] = "user,event,time\nann,view,03/04/2026\nbob,view,05/06/2026\n";
  char *folder = ink_test_folder ();
  g_autofree char *path = g_build_filename (folder, "dates.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkWindow *window = new_window ();
  GtkWidget *order;

  g_assert_true (g_file_set_contents (path, dates, -1, NULL));
  ink_window_open_files (window, &file, 1);
  ui_wait_for (asks_for_order, window);
  g_assert_null (ui_find (GTK_WIDGET (window), is_import_button, "_Import"));
  order = ui_find (GTK_WIDGET (window), ui_is_combo, "Which comes first in dates");
  adw_combo_row_set_selected (ADW_COMBO_ROW (order), INK_DATE_ORDER_DMY);
  ui_wait_for (can_import, window);
  ui_wait_for (has_counted, window);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (window), is_import_button, "_Import"), "clicked");
  ui_wait_for (can_continue, window);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (window), is_import_button, "C_ontinue"), "clicked");
  ui_wait_for (ui_has_project, window);

  ink_window_open_files (window, &file, 1);
  ui_wait_for (asks_for_order, window);
  order = ui_find (GTK_WIDGET (window), ui_is_combo, "Which comes first in dates");
  adw_combo_row_set_selected (ADW_COMBO_ROW (order), INK_DATE_ORDER_DMY);
  ui_wait_for (has_found_repeats, window);
  drop_window (window);
  ink_test_remove_folder (folder);
}

/* Every page of the sidebar can be shown, and is made once. */
static void
test_pages (void)
{
  InkWindow *window = new_window ();
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *page;

      show_page (window, kinds[i].name);
      page = ui_find (GTK_WIDGET (window), is_page, NULL);
      g_assert_cmpstr (G_OBJECT_TYPE_NAME (page), ==, g_type_name (kinds[i].get_type ()));
      ui_frame (GTK_WIDGET (window));
      ui_assert_labelled (GTK_WIDGET (window));
      show_page (window, kinds[(i + 1) % n].name);
      show_page (window, kinds[i].name);
      g_assert_true (ui_find (GTK_WIDGET (window), is_page, NULL) == page);
    }
  drop_window (window);
}

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  application = ink_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_test_add_func ("/ui/window/sample", test_sample);
  g_test_add_func ("/ui/window/pages", test_pages);
  g_test_add_func ("/ui/window/import-questions", test_import_questions);
  g_test_add_func ("/ui/window/import-save-open-undo", test_import_save_open_undo);

  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (home);

  return status;
}
