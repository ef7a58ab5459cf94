/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The Data page over the sample: sorting, searching, the filter, a property, a person's timeline. */
#include "ui-fixture.h"

#include "document/ink-document-sample.h"
#include "ui/pages/ink-data-page.h"
#include "ui/pages/ink-timeline.h"
#include "ui/widgets/ink-data-table.h"
#include "ui/widgets/ink-sparkline.h"

typedef struct
{
  InkDocument *document;
  InkView *view;
  GtkWidget *window;
  InkDataPage *page;
  InkDataTable *left; /* that of the part that was shown before; only compared */
} Fixture;

/* ---- What is on screen ---- */

static gboolean
is_mapped_type (GtkWidget *widget,
                gconstpointer type)
{
  return ui_is_type (widget, type) && gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_shown (Fixture *fixture,
            GType type)
{
  return ui_find (GTK_WIDGET (fixture->page), is_mapped_type, GSIZE_TO_POINTER (type));
}

static InkDataTable *
get_table (Fixture *fixture)
{
  return INK_DATA_TABLE (find_shown (fixture, INK_TYPE_DATA_TABLE));
}

static GListModel *
get_rows (Fixture *fixture)
{
  GtkWidget *table = GTK_WIDGET (get_table (fixture));
  GtkWidget *wide = ui_find (table, is_mapped_type, GSIZE_TO_POINTER (GTK_TYPE_COLUMN_VIEW));
  GtkWidget *narrow = ui_find (table, is_mapped_type, GSIZE_TO_POINTER (GTK_TYPE_LIST_VIEW));

  if (wide != NULL)
    return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (wide)));
  return narrow != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (narrow))) : NULL;
}

static guint
count_rows (Fixture *fixture)
{
  GListModel *rows = get_table (fixture) != NULL ? get_rows (fixture) : NULL;

  return rows != NULL ? g_list_model_get_n_items (rows) : 0;
}

static gboolean
has_text (GtkWidget *widget,
          gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text);
}

static gboolean
shows (Fixture *fixture,
       const char *text)
{
  return ui_find (GTK_WIDGET (fixture->page), has_text, text) != NULL;
}

typedef struct
{
  Fixture *fixture;
  guint rows;
  const char *text;
} Wish;

static gboolean
has_rows (gpointer data)
{
  Wish *wish = data;

  return count_rows (wish->fixture) == wish->rows
         && (wish->text == NULL || shows (wish->fixture, wish->text));
}

static void
wait_for_rows (Fixture *fixture,
               guint rows,
               const char *text)
{
  Wish wish = { fixture, rows, text };

  ui_wait_for (has_rows, &wish);
}

/* The last events come some frames later. */
static guint
wait_for_all (Fixture *fixture)
{
  guint all
      = ink_event_store_get_schema (ink_document_get_store (fixture->document))->n_events;

  wait_for_rows (fixture, all, NULL);
  return all;
}

static gboolean
has_any_rows (gpointer data)
{
  return count_rows (data) > 0;
}

static const char *
get_summary (Fixture *fixture)
{
  return ink_page_get_subtitle (INK_PAGE (fixture->page));
}

/* The text of the first row's first cell. */
static gboolean
begins_with (gpointer data)
{
  Wish *wish = data;
  GtkWidget *view
      = find_shown (wish->fixture, gtk_widget_get_width (wish->fixture->window) > 700
                                       ? GTK_TYPE_COLUMN_VIEW
                                       : GTK_TYPE_LIST_VIEW);
  GtkWidget *list = view != NULL && GTK_IS_COLUMN_VIEW (view) ? gtk_widget_get_last_child (view)
                                                              : view;
  GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL;
  GtkWidget *label = row != NULL ? ui_find_type (row, GTK_TYPE_LABEL) : NULL;

  return label != NULL
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), wish->text) == 0;
}

static void
wait_for_first (Fixture *fixture,
                const char *text)
{
  Wish wish = { fixture, 0, text };

  ui_wait_for (begins_with, &wish);
}

/* ---- Tests ---- */

static void
set_up (Fixture *fixture,
        gconstpointer width)
{
  g_autoptr (GError) error = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  g_assert_true (ink_document_make_sample (fixture->document, 2000, 1, NULL, NULL, &error));
  g_assert_no_error (error);
  fixture->view = ink_view_new (fixture->document);
  fixture->window = adw_window_new ();
  fixture->page = g_object_new (INK_TYPE_DATA_PAGE, "view", fixture->view, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (width), 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for (has_any_rows, fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer width)
{
  GtkWidget *page = g_object_ref (GTK_WIDGET (fixture->page));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_turn ();
  g_assert_finalize_object (page);
  g_assert_finalize_object (fixture->view);
  ink_document_close (fixture->document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (fixture->document);
}

static void
test_sort (Fixture *fixture,
           gconstpointer width)
{
  InkDataTable *table = get_table (fixture);
  gboolean descending;

  /* The most frequent first. */
  wait_for_first (fixture, "Viewed Page");
  g_assert_cmpuint (ink_data_table_get_sort (table, &descending), ==, 1);
  g_assert_true (descending);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "table.sort", "s", "name"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (table), "table.order", "s", "ascending"));
  wait_for_first (fixture, "Booked Demo");
  ink_data_table_set_sort (table, 2, FALSE);
  wait_for_first (fixture, "Signed Contract");
}

static void
test_search (Fixture *fixture,
             gconstpointer width)
{
  guint all = wait_for_all (fixture);

  ink_data_table_set_search (get_table (fixture), "DEMO");
  wait_for_rows (fixture, 1, "Booked Demo");
  ink_data_table_set_search (get_table (fixture), "nothing like it");
  wait_for_rows (fixture, 0, NULL);
  g_assert_true (shows (fixture, "No event matches"));
  ink_data_table_set_search (get_table (fixture), "");
  wait_for_rows (fixture, all, "Booked Demo");
}

static gboolean
has_summary (gpointer data)
{
  Wish *wish = data;

  return g_strcmp0 (get_summary (wish->fixture), wish->text) != 0;
}

static void
test_filter (Fixture *fixture,
             gconstpointer width)
{
  InkEventStore *store = ink_document_get_store (fixture->document);
  g_autofree char *all = g_strdup (get_summary (fixture));
  Wish other = { fixture, 0, all };

  ink_view_set_persona (fixture->view, "Buyer");
  ui_wait_for (has_summary, &other);
  ink_view_set_persona (fixture->view, NULL);
  ui_wait_for (has_any_rows, fixture);
  /* A period long before the data: nothing, and what to do about it. */
  ink_view_set_period (fixture->view, INK_DAY,
                       ink_event_store_get_first (store) - 30 * INK_DAY);
  wait_for_rows (fixture, 0, NULL);
  g_assert_true (shows (fixture, "No events here"));
}

static void
test_hidden (Fixture *fixture,
             gconstpointer width)
{
  static const char *const hidden[] = { "Viewed Page", NULL };
  guint all = wait_for_all (fixture);
  g_autoptr (InkDefinition) with_hidden
      = ink_definition_with_hidden (ink_document_get_definition (fixture->document), hidden);
  g_autoptr (InkDefinition) with_label
      = ink_definition_with_label (with_hidden, "Booked Demo", "Demo, booked");
  GtkWidget *button;

  ink_document_edit (fixture->document, "Hide", NULL, with_label);
  wait_for_rows (fixture, all - 1, "Demo, booked");
  button = ui_find (GTK_WIDGET (fixture->page), ui_has_tooltip, "Show Hidden Events");
  g_assert_true (gtk_widget_get_visible (button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  wait_for_rows (fixture, all, "Viewed Page");
  g_assert_false (begins_with (&(Wish){ fixture, 0, "Viewed Page" }));
}

static void
test_sparkline (Fixture *fixture,
                gconstpointer width)
{
  GtkWidget *sparkline = find_shown (fixture, INK_TYPE_SPARKLINE);

  gtk_test_accessible_assert_role (sparkline, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (sparkline),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static gboolean
has_other_table (gpointer data)
{
  Fixture *fixture = data;

  return get_table (fixture) != fixture->left;
}

/* The newer toolkit shows the part that is left until the next frame. */
static void
show_part (Fixture *fixture,
           const char *name)
{
  fixture->left = get_table (fixture);
  ink_data_page_show_part (fixture->page, name);
  ui_wait_for (has_other_table, fixture);
}

static void
activate_first (Fixture *fixture)
{
  GtkWidget *view = find_shown (fixture, GTK_TYPE_COLUMN_VIEW);

  g_signal_emit_by_name (view != NULL ? view : find_shown (fixture, GTK_TYPE_LIST_VIEW),
                         "activate", 0);
}

static void
test_property (Fixture *fixture,
               gconstpointer width)
{
  Wish wish = { fixture, 0, "Most frequent values" };

  show_part (fixture, "properties");
  ui_wait_for (has_any_rows, fixture);
  ink_data_table_set_search (get_table (fixture), "device");
  wait_for_rows (fixture, 1, "device");
  activate_first (fixture);
  while (!shows (fixture, wish.text) || !shows (fixture, "mobile"))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_timeline (gpointer data)
{
  GtkWidget *timeline = find_shown (data, INK_TYPE_TIMELINE);

  return timeline != NULL && ink_timeline_get_n_rows (INK_TIMELINE (timeline)) > 0;
}

static gboolean
is_list (gpointer data)
{
  return get_table (data) != NULL;
}

static void
test_person (Fixture *fixture,
             gconstpointer width)
{
  InkEventStore *store = ink_document_get_store (fixture->document);
  const char *id = ink_event_store_get_person_id (store, 7);
  GtkWidget *back;

  show_part (fixture, "people");
  ui_wait_for (has_any_rows, fixture);
  wait_for_rows (fixture, ink_event_store_get_n_people (store), NULL);
  ink_data_table_set_search (get_table (fixture), id);
  wait_for_rows (fixture, 1, id);
  activate_first (fixture);
  ui_wait_for (has_timeline, fixture);
  g_assert_true (shows (fixture, "Known as"));
  g_assert_nonnull (strstr (get_summary (fixture), "first seen"));
  back = ui_find (GTK_WIDGET (fixture->page), ui_has_tooltip, "Back to the List");
  g_signal_emit_by_name (back, "clicked");
  ui_wait_for (is_list, fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

static void
test_imports (Fixture *fixture,
              gconstpointer width)
{
  show_part (fixture, "imports");
  ui_turn ();
  g_assert_true (shows (fixture, "Rows read"));
  g_assert_cmpstr (get_summary (fixture), ==, "1 import");
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer width);
  } tests[] = {
    { "sort", test_sort },         { "search", test_search },   { "filter", test_filter },
    { "hidden", test_hidden },     { "sparkline", test_sparkline },
    { "property", test_property }, { "person", test_person },   { "imports", test_imports },
  };
  static const int widths[] = { 360, 1280 };
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
      {
        g_autofree char *path
            = g_strdup_printf ("/ui/data-page/%s/%d", tests[i].name, widths[k]);

        g_test_add (path, Fixture, GINT_TO_POINTER (widths[k]), set_up, tests[i].test,
                    tear_down);
      }
  status = g_test_run ();
  ink_test_remove_folder (home);
  return status;
}
