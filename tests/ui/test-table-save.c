/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The menu of every table of the Data page: as CSV and as a workbook the file says what the table
 * shows, as a slide the report has its first rows. */

#include "ui-window.h"
#include "definition/ink-slide.h"
#include "document/ink-slide-content.h"
#include "export/ink-package-reader.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-data-page.h"
#include "ui/widgets/ink-data-table.h"
#include "ui/widgets/ink-table-work.h"

#include <glib/gstdio.h>

typedef struct
{
  InkWindow *window;
  GtkWidget *page;
  InkDocument *document;
} Fixture;

static const struct
{
  const char *part;
  const char *title;
  guint n_columns; /* in a file: without pictures */
} tables[] = {
  { "events", "Events", 5 },
  { "properties", "Properties", 5 },
  { "people", "People", 5 },
};

static InkApplication *application;
static GFile *sample;
static const char *folder;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = ui_open_window (application, sample);
  fixture->page = ui_show_page (fixture->window, "data", INK_TYPE_DATA_PAGE);
  fixture->document = ink_page_get_document (INK_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  ui_close_window (fixture->window);
}

/* ---- The table ---- */

static gboolean
is_shown_table (GtkWidget *widget,
                gconstpointer data)
{
  return INK_IS_DATA_TABLE (widget) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_table (Fixture *fixture)
{
  return ui_find (fixture->page, is_shown_table, NULL);
}

static guint
count_rows (Fixture *fixture)
{
  GtkWidget *table = find_table (fixture);
  GtkWidget *view = table != NULL ? ui_find_type (table, GTK_TYPE_COLUMN_VIEW) : NULL;
  GListModel *rows
      = view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))) : NULL;

  return rows != NULL ? g_list_model_get_n_items (rows) : 0;
}

static gboolean
has_rows (gpointer fixture)
{
  return count_rows (fixture) > 0;
}

static void
show_table (Fixture *fixture,
            const char *part)
{
  ink_data_page_show_part (INK_DATA_PAGE (fixture->page), part);
  ui_frame (GTK_WIDGET (fixture->window));
  ui_wait_for (has_rows, fixture);
}

/* The words of the first row, as they are shown. */
static GPtrArray *
read_first_row (Fixture *fixture)
{
  GtkWidget *view = ui_find_type (find_table (fixture), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (view));
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (GtkWidget *cell = gtk_widget_get_first_child (row); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    {
      GtkWidget *label = ui_find_type (cell, GTK_TYPE_LABEL);

      if (label != NULL)
        g_ptr_array_add (words, g_strdup (gtk_label_get_label (GTK_LABEL (label))));
    }

  return words;
}

/* ---- The menu ---- */

static gboolean
is_menu_item (GtkWidget *widget,
              gconstpointer text)
{
  g_autofree char *label = NULL;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return FALSE;
  g_object_get (widget, "text", &label, NULL);
  return g_strcmp0 (label, text) == 0;
}

static gboolean
is_table_menu (GtkWidget *widget,
               gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Table Menu") == 0;
}

static void
choose_item (Fixture *fixture,
             const char *item)
{
  GtkWidget *button = ui_find (find_table (fixture), is_table_menu, NULL);
  GtkWidget *found;

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_turn ();
  found = ui_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                   is_menu_item, item);
  g_assert_nonnull (found);
  g_signal_emit_by_name (found, "clicked");
  ui_turn ();
}

static gboolean
find_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER_DIALOG (window) && gtk_widget_get_mapped (window))
        {
          *(GtkWidget **) data = window;
          return TRUE;
        }
    }

  return FALSE;
}

/* Whole: the last line's end, or the end of a workbook's archive. */
static gboolean
is_written (gpointer path)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL) || length < 22)
    return FALSE;

  return g_str_has_suffix (path, ".csv") ? content[length - 1] == '\n'
                                         : memcmp (content + length - 22, "PK\5\6", 4) == 0;
}

static gboolean
is_chosen (gpointer dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  return path != NULL && g_str_has_prefix (path, folder);
}

/* Through the dialog that a user sees. */
static char *
begin (Fixture *fixture,
       const char *item,
       const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (folder);
  GtkWidget *dialog = NULL;

  g_unlink (path);
  choose_item (fixture, item);
  ui_wait_for (find_dialog, &dialog);
  g_assert_true (gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), parent, NULL));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ui_wait_for (is_chosen, dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);

  return g_steal_pointer (&path);
}

static char *
save (Fixture *fixture,
      const char *item,
      const char *name)
{
  char *path = begin (fixture, item, name);

  ui_wait_for (is_written, path);
  return path;
}

/* ---- The files ---- */

/* Cells of a line without quoted commas. */
static void
check_csv (Fixture *fixture,
           const char *path,
           guint n_columns)
{
  g_autoptr (GPtrArray) shown = read_first_row (fixture);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL, heads = NULL, cells = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  if (lines[1] == NULL)
    {
      g_strfreev (lines);
      lines = g_strsplit (text, "\n", -1);
    }
  heads = g_strsplit (lines[0], ",", -1);
  cells = g_strsplit (lines[1], ",", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, count_rows (fixture) + 2);
  g_assert_cmpuint (g_strv_length (heads), ==, n_columns);
  g_assert_cmpstr (cells[0], ==, g_ptr_array_index (shown, 0));
}

/* The texts and numbers of a sheet, in order. */
static GPtrArray *
read_sheet (const char *path)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (InkPackageReader) reader = NULL;
  g_autofree char *xml = NULL;
  GBytes *part;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  file = g_bytes_new (content, length);
  reader = ink_package_reader_new (file, NULL);
  g_assert_nonnull (reader);
  part = ink_package_reader_get_part (reader, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (part);
  xml = g_strndup (g_bytes_get_data (part, NULL), g_bytes_get_size (part));
  for (const char *at = strchr (xml, '<'); at != NULL; at = strchr (at + 1, '<'))
    if ((at[1] == 't' || at[1] == 'v') && strchr ("> ", at[2]) != NULL)
      {
        const char *text = strchr (at, '>') + 1;

        g_ptr_array_add (cells, g_strndup (text, strcspn (text, "<")));
      }

  return cells;
}

/* Texts, or the same number in other digits. */
static gboolean
is_same (const char *a,
         const char *b)
{
  char *end_a, *end_b;
  double number = g_ascii_strtod (a, &end_a), other = g_ascii_strtod (b, &end_b);

  return g_str_equal (a, b)
         || (*a != '\0' && *end_a == '\0' && *b != '\0' && *end_b == '\0'
             && ABS (number - other) < 1e-12);
}

/* The same cells as the CSV; times are days there. */
static void
check_sheet (const char *path,
             const char *csv_path)
{
  g_autoptr (GPtrArray) sheet = read_sheet (path);
  g_autofree char *text = NULL;
  g_auto (GStrv) cells = NULL;
  guint same = 0, at = 0;

  g_assert_true (g_file_get_contents (csv_path, &text, NULL, NULL));
  cells = g_strsplit_set (text, ",\r\n", -1);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *cell = at < sheet->len ? g_ptr_array_index (sheet, at) : "";
      gboolean is_time = strlen (cells[i]) > 10 && cells[i][4] == '-' && cells[i][7] == '-';

      if (*cells[i] == '\0')
        continue;
      if (!is_time && is_same (cell, cells[i]))
        same++;
      else if (!is_time)
        g_error ("cell %u is “%s” in the workbook, “%s” in the CSV", i, cell, cells[i]);
      at++;
    }
  g_assert_cmpuint (at, ==, sheet->len);
  g_assert_cmpuint (same, >, at / 3);
}

static void
test_files (Fixture *fixture,
            gconstpointer number)
{
  guint i = GPOINTER_TO_UINT (number);
  g_autofree char *csv = NULL, *xlsx = NULL;

  show_table (fixture, tables[i].part);
  csv = save (fixture, "Save Table as CSV…", "table.csv");
  check_csv (fixture, csv, tables[i].n_columns);
  xlsx = save (fixture, "Save Table as Excel Workbook…", "table.xlsx");
  check_sheet (xlsx, csv);
}

static gboolean
is_at_work (gpointer work)
{
  return ink_table_work_is_at_work (work);
}

/* What is stopped, and a table that changes meanwhile, make no file. */
static void
test_stopped (Fixture *fixture,
              gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = NULL;
      InkTableWork *work;

      show_table (fixture, "people");
      path = begin (fixture, "Save Table as CSV…", "stopped.csv");
      work = INK_TABLE_WORK (ui_find_type (find_table (fixture), INK_TYPE_TABLE_WORK));
      ui_wait_for (is_at_work, work);
      if (i == 0)
        gtk_widget_activate_action (GTK_WIDGET (work), "work.stop", NULL);
      else
        g_list_model_items_changed (
            G_LIST_MODEL (gtk_no_selection_get_model (GTK_NO_SELECTION (gtk_column_view_get_model (
                GTK_COLUMN_VIEW (ui_find_type (find_table (fixture), GTK_TYPE_COLUMN_VIEW)))))),
            0, 0, 0);
      g_assert_false (ink_table_work_is_at_work (work));
      ui_let_pass (200);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* ---- The slide ---- */

static void
test_slide (Fixture *fixture,
            gconstpointer number)
{
  guint i = GPOINTER_TO_UINT (number);
  InkDefinition *definition = ink_document_get_definition (fixture->document);
  guint before = g_strv_length (definition->slides);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (InkSlide) slide = NULL;
  g_autoptr (InkSlideContent) content = NULL;
  g_autoptr (GError) error = NULL;

  show_table (fixture, tables[i].part);
  shown = read_first_row (fixture);
  choose_item (fixture, "Add to Report");
  definition = ink_document_get_definition (fixture->document);
  g_assert_cmpuint (g_strv_length (definition->slides), ==, before + 1);
  slide = ink_slide_from_json (definition->slides[before], &error);
  g_assert_no_error (error);
  content = ink_slide_content_new (slide, definition, ink_document_get_store (fixture->document),
                                   NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (content->kind == &ink_chart_table);
  g_assert_cmpstr (content->title, ==, tables[i].title);
  g_assert_nonnull (strstr (content->source, "Source: export with 3000 people · "));
  g_assert_cmpuint (ink_table_get_n_rows (content->table), ==, MIN (count_rows (fixture), 12));
  g_assert_cmpuint (ink_table_get_n_columns (content->table), ==, tables[i].n_columns);
  g_assert_cmpuint (content->n_whole, ==, count_rows (fixture) > 12 ? count_rows (fixture) : 0);
  g_assert_cmpstr (ink_table_get_text (content->table, 0, 0), ==, g_ptr_array_index (shown, 0));
}

static gboolean
has_menu (gpointer dialog)
{
  return ui_find (dialog, is_table_menu, NULL) != NULL;
}

/* A list in a dialog of its own goes into the same report. */
static void
test_dialog (Fixture *fixture,
             gconstpointer data)
{
  guint before = g_strv_length (ink_document_get_definition (fixture->document)->slides);
  g_autoptr (InkRule) rule = ink_rule_new_goal ("Demo booked");
  GtkWidget *dialog
      = ink_people_dialog_new_for_rule (GTK_WINDOW (fixture->window),
                                        ink_page_get_view (INK_PAGE (fixture->page)), "Buyers",
                                        rule);
  GtkWidget *table = NULL;
  char **slides;

  gtk_window_present (GTK_WINDOW (dialog));
  ui_wait_for (has_menu, dialog);
  table = ui_find_type (dialog, INK_TYPE_DATA_TABLE);
  gtk_widget_activate_action (table, "table.save", "s", "slide");
  slides = ink_document_get_definition (fixture->document)->slides;
  g_assert_cmpuint (g_strv_length (slides), ==, before + 1);
  g_assert_nonnull (strstr (slides[before], "\"table\""));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_turn ();
}

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  folder = home;
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  application = ink_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  sample = ui_make_sample (folder, 3000);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *files = g_strdup_printf ("/ui/table-save/files/%s", tables[i].part);
      g_autofree char *slide = g_strdup_printf ("/ui/table-save/slide/%s", tables[i].part);

      g_test_add (files, Fixture, GUINT_TO_POINTER (i), set_up, test_files, tear_down);
      g_test_add (slide, Fixture, GUINT_TO_POINTER (i), set_up, test_slide, tear_down);
    }
  g_test_add ("/ui/table-save/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/ui/table-save/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  status = g_test_run ();
  g_clear_object (&application);
  g_clear_object (&sample);
  ink_test_remove_folder (home);
  return status;
}
