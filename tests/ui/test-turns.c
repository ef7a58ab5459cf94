/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is spread over several frames: each part has one of its own, and all of it comes. */
#include "ui-fixture.h"

#include "import/ink-importer.h"
#include "ui/pages/ink-column-table.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-page-column.h"
#include "ui/widgets/ink-wrapped-label.h"

#define N_PARTS 4
#define N_COLUMNS 40

static GtkWidget *
open_window (GtkWidget *content,
             int width)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

/* ---- Parts of a page ---- */

typedef struct
{
  GtkWidget *parts[N_PARTS];
  guint n_frames;
  guint most_at_once;
  guint n_before;
} Frames;

static guint
count_shown (const Frames *frames)
{
  guint n = 0;

  for (guint i = 0; i < N_PARTS; i++)
    n += gtk_widget_get_mapped (frames->parts[i]);
  return n;
}

static void
painted_cb (GdkFrameClock *clock,
            Frames *frames)
{
  guint n = count_shown (frames);

  /* In the order of the page. */
  for (guint i = 1; i < N_PARTS; i++)
    g_assert_true (!gtk_widget_get_mapped (frames->parts[i])
                   || gtk_widget_get_mapped (frames->parts[i - 1]));
  if (frames->n_frames == 0)
    g_assert_cmpuint (n, ==, 0);
  frames->n_frames++;
  frames->most_at_once = MAX (frames->most_at_once, n - frames->n_before);
  frames->n_before = n;
}

static void
mapped_cb (GtkWidget *window,
           Frames *frames)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb),
                    frames);
}

static gboolean
is_whole (gpointer data)
{
  return count_shown (data) == N_PARTS;
}

static void
test_later (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hidden = gtk_label_new ("Nobody's");
  GtkWidget *window = adw_window_new ();
  Frames frames = { 0 };

  for (guint i = 0; i < N_PARTS; i++)
    {
      frames.parts[i] = gtk_label_new ("A part");
      gtk_box_append (GTK_BOX (box), ink_later_new (frames.parts[i]));
    }
  gtk_widget_set_visible (hidden, FALSE);
  gtk_box_append (GTK_BOX (box), ink_later_new (hidden));
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), &frames);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for (is_whole, &frames);
  g_assert_cmpuint (frames.most_at_once, ==, 1);

  /* What is not shown takes no room, and has its turn when it is. */
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (hidden)));
  gtk_widget_set_visible (hidden, TRUE);
  ui_frame (window);
  g_assert_true (gtk_widget_get_mapped (hidden));
  /* From then on it is there. */
  gtk_widget_set_visible (box, FALSE);
  gtk_widget_set_visible (box, TRUE);
  g_assert_true (is_whole (&frames));
  close_window (window);
}

/* ---- Running words ---- */

static int
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* The words have what the button leaves, and the button follows them. */
static void
test_lead_box (void)
{
  GtkWidget *line = g_object_ref_sink (ink_lead_box_new (6));
  GtkWidget *words = ink_wrapped_label_new (
      "Running words that are much longer than the line that they are shown in can be", NULL);
  GtkWidget *button = gtk_button_new_with_label ("?");
  GtkWidget *column
      = g_object_ref_sink (g_object_new (INK_TYPE_PAGE_COLUMN, "maximum-size", 300, NULL));
  int rest = 200 - measure (button, GTK_ORIENTATION_HORIZONTAL, -1) - 6;

  ink_lead_box_append_words (INK_LEAD_BOX (line), words);
  ink_lead_box_append (INK_LEAD_BOX (line), button);
  g_assert_cmpint (measure (line, GTK_ORIENTATION_VERTICAL, 200), ==,
                   MAX (measure (words, GTK_ORIENTATION_VERTICAL, rest),
                        measure (button, GTK_ORIENTATION_VERTICAL, -1)));
  gtk_widget_set_parent (line, column);
  g_assert_cmpint (measure (column, GTK_ORIENTATION_VERTICAL, -1), ==, 0);
  g_assert_cmpint (measure (column, GTK_ORIENTATION_VERTICAL, 900), ==,
                   measure (line, GTK_ORIENTATION_VERTICAL, 300));
  g_object_unref (line);
  g_object_unref (column);
}

/* ---- Columns of a preview ---- */

static InkImportPreview *
make_preview (const char *folder,
              const char *prefix,
              guint n)
{
  g_autofree char *path = g_build_filename (folder, "wide.csv", NULL);
  g_autoptr (GString) text = g_string_new ("user,time,event");
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GError) error = NULL;
  InkImportPreview *preview;

  for (guint i = 3; i < n; i++)
    g_string_append_printf (text, ",%s%u", prefix, i);
  for (guint row = 0; row < 20; row++)
    {
      g_string_append_printf (text, "\nann,2026-01-01T00:00:%02u,view", row);
      for (guint i = 3; i < n; i++)
        g_string_append_printf (text, ",v%u", row);
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  preview = ink_importer_preview (path, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_columns, ==, n);
  return preview;
}

static guint
count_menus (GtkWidget *widget)
{
  guint n = GTK_IS_DROP_DOWN (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_menus (child);
  return n;
}

static gboolean
has_all_columns (gpointer table)
{
  return count_menus (table) == N_COLUMNS;
}

static void
role_cb (InkColumnTable *table,
         const char *column,
         guint role,
         guint *n)
{
  (*n)++;
}

static gboolean
is_menu (GtkWidget *widget,
         gconstpointer data)
{
  return GTK_IS_DROP_DOWN (widget);
}

/* A newer preview wins over one that is half shown; the same columns stay, and setting them is
 * nobody's choice. */
static void
test_columns (void)
{
  char *folder = ink_test_folder ();
  g_autoptr (InkImportPreview) other = make_preview (folder, "other", N_COLUMNS + 10);
  g_autoptr (InkImportPreview) preview = make_preview (folder, "value", N_COLUMNS);
  g_autoptr (InkImportPreview) again = make_preview (folder, "value", N_COLUMNS);
  GtkWidget *table = g_object_new (INK_TYPE_COLUMN_TABLE, NULL);
  GtkWidget *window = open_window (table, 900);
  GtkWidget *first;
  guint n_chosen = 0;

  g_signal_connect (table, "role-changed", G_CALLBACK (role_cb), &n_chosen);
  ink_column_table_set_preview (INK_COLUMN_TABLE (table), other);
  g_assert_cmpuint (count_menus (table), <, N_COLUMNS);
  ink_column_table_set_preview (INK_COLUMN_TABLE (table), preview);
  ui_wait_for (has_all_columns, table);
  g_assert_null (ui_find (table, ui_shows, "other9"));
  g_assert_nonnull (ui_find (table, ui_shows, "value9"));

  first = ui_find (table, is_menu, NULL);
  again->columns[0].role = INK_ROLE_LEAVE_OUT;
  ink_column_table_set_preview (INK_COLUMN_TABLE (table), again);
  g_assert_true (ui_find (table, is_menu, NULL) == first);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (first)), ==, INK_ROLE_LEAVE_OUT);
  g_assert_true (gtk_widget_has_css_class (first, "role-leave-out"));
  g_assert_cmpuint (n_chosen, ==, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (first), INK_ROLE_KEEP);
  g_assert_cmpuint (n_chosen, ==, 1);

  /* Left half shown it is not finished. */
  ink_column_table_set_preview (INK_COLUMN_TABLE (table), other);
  close_window (window);
  ink_test_remove_folder (folder);
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/turns/later", test_later);
  g_test_add_func ("/ui/turns/lead-box", test_lead_box);
  g_test_add_func ("/ui/turns/columns", test_columns);
  return g_test_run ();
}
