/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Everything fits the narrowest window: every page of the sample, of a project without a funnel,
 * with common and with large text, from left to right and from right to left. */

#include "ui-window.h"
#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/pages/ink-welcome-page.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-filter-bar.h"

#define NARROWEST 350
#define COMMON_TEXT (96 * 1024)
#define LARGE_TEXT 150000

static InkApplication *application;

typedef struct
{
  const char *name;
  int dpi;
  GtkTextDirection direction;
} Style;

static const Style styles[] = {
  { "common", COMMON_TEXT, GTK_TEXT_DIR_LTR },
  { "large", LARGE_TEXT, GTK_TEXT_DIR_LTR },
  { "mirrored", COMMON_TEXT, GTK_TEXT_DIR_RTL },
};

static int
get_minimum (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Down to the widget that is too wide by itself, for whoever has to mend it. */
static void
say_why (GtkWidget *widget)
{
  GtkWidget *widest = NULL;

  g_test_message ("%d: %s %s", get_minimum (widget), G_OBJECT_TYPE_NAME (widget),
                  gtk_widget_get_name (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_NATIVE (child) || !gtk_widget_get_visible (child))
        continue;
      g_test_message ("  has %d: %s", get_minimum (child), G_OBJECT_TYPE_NAME (child));
      if (widest == NULL || get_minimum (child) > get_minimum (widest))
        widest = child;
    }
  if (widest != NULL)
    say_why (widest);
}

static void
assert_fits (GtkWidget *widget,
             const char *where)
{
  if (get_minimum (widget) <= NARROWEST)
    return;
  say_why (widget);
  g_test_message ("%s is %d wide", where, get_minimum (widget));
  g_test_fail ();
}

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
is_page (GtkWidget *widget,
         gconstpointer data)
{
  return INK_IS_PAGE (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_shown_header (GtkWidget *widget,
                 gconstpointer data)
{
  return ADW_IS_HEADER_BAR (widget) && gtk_widget_get_mapped (widget)
         && ui_find_type (widget, INK_TYPE_FILTER_BAR) != NULL;
}

static void
assert_parts_fit (GtkWidget *page,
                  const char *name)
{
  GtkWidget *stack = ui_find_type (page, ADW_TYPE_VIEW_STACK);
  guint n = stack != NULL
                ? g_list_model_get_n_items (G_LIST_MODEL (adw_view_stack_get_pages (
                    ADW_VIEW_STACK (stack))))
                : 0;

  assert_fits (page, name);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwViewStackPage) part = g_list_model_get_item (
          G_LIST_MODEL (adw_view_stack_get_pages (ADW_VIEW_STACK (stack))), i);

      adw_view_stack_set_visible_child (ADW_VIEW_STACK (stack),
                                        adw_view_stack_page_get_child (part));
      ui_frame (GTK_WIDGET (gtk_widget_get_root (page)));
      assert_fits (page, adw_view_stack_page_get_name (part));
    }
}

static void
assert_pages_fit (InkWindow *window)
{
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", kinds[i].name));
      ui_frame (GTK_WIDGET (window));
      assert_parts_fit (ui_find (GTK_WIDGET (window), is_page, NULL), kinds[i].name);
      assert_fits (ui_find (GTK_WIDGET (window), is_shown_header, NULL), "header");
    }
}

static InkWindow *
begin (const Style *style)
{
  InkWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", style->dpi, NULL);
  gtk_widget_set_default_direction (style->direction);
  window = ink_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  gtk_window_present (GTK_WINDOW (window));
  ui_turn ();

  return window;
}

static void
end (InkWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_sample (gconstpointer style)
{
  InkWindow *window = begin (style);

  assert_fits (ui_find_type (GTK_WIDGET (window), INK_TYPE_WELCOME_PAGE), "welcome");
  ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "funnels"));
  ui_wait_for (has_chart, window);
  assert_pages_fit (window);
  end (window);
}

static gboolean
is_ready_button (GtkWidget *widget,
                 gconstpointer label)
{
  return ui_is_button (widget, label) && gtk_widget_get_mapped (widget)
         && gtk_widget_is_sensitive (widget);
}

static gboolean
can_import (gpointer window)
{
  return ui_find (window, is_ready_button, "_Import") != NULL;
}

static gboolean
can_continue (gpointer window)
{
  return ui_find (window, is_ready_button, "C_ontinue") != NULL;
}

/* A name that is long and cannot be broken, where there is no funnel yet. */
static void
test_fresh (gconstpointer style)
{
  static const char table[]
      = "user,event,time,a_property_with_a_name_that_nobody_would_call_short\n"
        "ann,view,2026-05-01 10:00:00,x\n"
        "somebody.with.a.long.address@a-rather-long-domain-name.example,"
        "an_event_whose_name_goes_on_and_on_without_any_blank,2026-05-01 10:05:00,y\n";
  char *folder = ink_test_folder ();
  g_autofree char *path
      = g_build_filename (folder, "an-export-with-a-file-name-that-is-long-too.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkWindow *window = begin (style);
  GtkWidget *import;

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  ink_window_open_files (window, &file, 1);
  ui_wait_for (can_import, window);
  import = ui_find_type (GTK_WIDGET (window), INK_TYPE_IMPORT_PAGE);
  assert_fits (import, "import");
  g_signal_emit_by_name (ui_find (import, is_ready_button, "_Import"), "clicked");
  ui_wait_for (can_continue, window);
  assert_fits (import, "report");
  g_signal_emit_by_name (ui_find (import, is_ready_button, "C_ontinue"), "clicked");
  ui_wait_for (ui_has_project, window);
  assert_pages_fit (window);
  end (window);
  ink_test_remove_folder (folder);
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
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *sample = g_strconcat ("/ui/narrow/sample/", styles[i].name, NULL);
      g_autofree char *fresh = g_strconcat ("/ui/narrow/fresh/", styles[i].name, NULL);

      g_test_add_data_func (sample, &styles[i], test_sample);
      g_test_add_data_func (fresh, &styles[i], test_fresh);
    }
  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (home);

  return status;
}
