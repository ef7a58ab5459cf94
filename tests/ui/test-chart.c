/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The chart in a window: it is painted once, walked by keys and pointer, and copied. */
#include "ui-fixture.h"
#include "ui-funnel.h"

#include "plot/ink-scene.h"
#include "ui/dialogs/ink-picture-dialog.h"
#include "ui/widgets/ink-chart-canvas.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-table-view.h"

#include <string.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *canvas;
} Fixture;

static gboolean
is_drawn (gpointer data)
{
  return ink_chart_canvas_get_n_painted (data) > 0;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const steps[] = { "view", "cart", NULL };
  g_autoptr (InkFunnel) funnel = ui_make_funnel (steps);
  g_autoptr (InkAnswer) answer = ui_ask_funnel (funnel);
  InkChartOptions options = { .title = "Purchase" };

  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (INK_TYPE_CHART_VIEW, NULL);
  fixture->canvas = ui_find_type (fixture->view, INK_TYPE_CHART_CANVAS);
  ink_chart_view_set_chart (INK_CHART_VIEW (fixture->view), "funnel", answer,
                            &options);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for (is_drawn, fixture->canvas);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

/* The keys walk over the steps, and the chart's label follows; at the ends it stays. */
static void
test_walk (Fixture *fixture,
           gconstpointer data)
{
  static const struct
  {
    guint key;
    const char *label;
  } walk[] = {
    { GDK_KEY_Right, "view: 3 people" }, { GDK_KEY_Right, "cart: 2 people" },
    { GDK_KEY_Right, "cart: 2 people" }, { GDK_KEY_Left, "view: 3 people" },
    { GDK_KEY_Up, "view: 3 people" },    { GDK_KEY_End, "cart: 2 people" },
    { GDK_KEY_Home, "view: 3 people" },
  };
  InkChartView *view = INK_CHART_VIEW (fixture->view);
  guint n_painted = ink_chart_canvas_get_n_painted (INK_CHART_CANVAS (fixture->canvas));

  g_assert_true (gtk_widget_get_focusable (fixture->canvas));
  gtk_test_accessible_assert_role (fixture->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Funnel “Purchase”");
  for (guint i = 0; i < G_N_ELEMENTS (walk); i++)
    {
      ui_press (fixture->canvas, walk[i].key, 0);
      ui_frame (fixture->window);
      g_assert_true (g_str_has_prefix (ink_chart_view_get_walked (view), walk[i].label));
      gtk_test_accessible_assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ink_chart_view_get_walked (view));
    }
  g_assert_cmpuint (ink_chart_canvas_get_n_painted (INK_CHART_CANVAS (fixture->canvas)), ==,
                    n_painted);
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static void
count_cb (gpointer widget,
          guint *n)
{
  (*n)++;
}

/* A pointer that moves over the chart paints nothing anew. */
static void
test_hover (Fixture *fixture,
            gconstpointer data)
{
  InkChartCanvas *canvas = INK_CHART_CANVAS (fixture->canvas);
  GtkEventController *motion = find_motion (fixture->canvas);
  guint n_painted = ink_chart_canvas_get_n_painted (canvas);
  static guint n_pointed; /* the window goes after this function */

  g_signal_connect (canvas, "pointed", G_CALLBACK (count_cb), &n_pointed);
  for (guint x = 0; x < 600; x += 20)
    {
      g_signal_emit_by_name (motion, "motion", (double) x, 300.0);
      ui_frame (fixture->window);
    }
  g_assert_cmpuint (n_pointed, >=, 2);
  g_assert_cmpuint (ink_chart_canvas_get_n_painted (canvas), ==, n_painted);

  g_signal_emit_by_name (motion, "leave");
  g_assert_cmpuint (ink_chart_canvas_get_pointed (canvas), ==, INK_NO_DATUM);
}

/* A chart that is scrolled out of view does not hold up the frame, and is there soon after. */
static void
test_out_of_view (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const steps[] = { "view", "cart", NULL };
  g_autoptr (InkFunnel) funnel = ui_make_funnel (steps);
  g_autoptr (InkAnswer) answer = ui_ask_funnel (funnel);
  InkChartOptions options = { .title = "Below" };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tall = gtk_label_new ("Tall");
  GtkWidget *view = g_object_new (INK_TYPE_CHART_VIEW, NULL);
  InkChartCanvas *canvas = INK_CHART_CANVAS (ui_find_type (view, INK_TYPE_CHART_CANVAS));

  gtk_widget_set_size_request (tall, -1, 2000);
  gtk_box_append (GTK_BOX (box), tall);
  gtk_box_append (GTK_BOX (box), view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  ink_chart_view_set_chart (INK_CHART_VIEW (view), "funnel", answer, &options);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  /* Frames come before what is done when there is time. */
  while (gtk_widget_get_height (GTK_WIDGET (canvas)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (ink_chart_canvas_get_n_painted (canvas), ==, 0);
  ui_wait_for (is_drawn, canvas);
  g_assert_nonnull (ink_chart_canvas_get_description (canvas));
}

static void
keep_datum_cb (InkChartView *view,
               guint datum,
               guint *kept)
{
  *kept = datum;
}

static void
test_activate (Fixture *fixture,
               gconstpointer data)
{
  guint kept = G_MAXUINT;

  g_signal_connect (fixture->view, "activated", G_CALLBACK (keep_datum_cb), &kept);
  ui_press (fixture->canvas, GDK_KEY_End, 0);
  ui_press (fixture->canvas, GDK_KEY_Return, 0);
  g_assert_cmpuint (kept, ==, 1);
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  GInputStream **stream = data;
  g_autoptr (GError) error = NULL;
  const char *mime_type;

  *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &mime_type, &error);
  g_assert_no_error (error);
}

static void
spliced_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  gboolean *done = data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* What an application that pastes gets; ends with a 0. */
static char *
paste (GtkWidget *widget,
       const char *mime_type,
       gsize *length)
{
  const char *mime_types[] = { mime_type, NULL };
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), mime_types, 0, NULL, read_cb,
                            &input);
  ui_wait_for (is_there, &input);
  g_output_stream_splice_async (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE, 0, NULL,
                                spliced_cb, &done);
  ui_wait_for (ui_is_true, &done);
  *length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output));
  g_output_stream_write_all (output, "", 1, NULL, NULL, NULL);
  g_output_stream_close (output, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (output));
}

static void
test_copy (Fixture *fixture,
           gconstpointer data)
{
  gsize length;
  g_autofree char *png = NULL;
  g_autofree char *svg = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.copy", NULL));
  png = paste (fixture->view, "image/png", &length);
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (png, 8, "\211PNG\r\n\032\n", 8);
  /* Its physical size, right after the header. */
  g_assert_cmpmem (png + 37, 4, "pHYs", 4);
  svg = paste (fixture->view, "image/svg+xml", &length);
  g_assert_nonnull (strstr (svg, "<svg"));
}

static void
test_copy_table (Fixture *fixture,
                 gconstpointer data)
{
  gsize length;
  g_autofree char *html = NULL;
  g_autofree char *text = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.copy-table", NULL));
  html = paste (fixture->view, "text/html", &length);
  g_assert_nonnull (strstr (html, "<td>cart</td><td>2</td><td>3</td>"));
  text = paste (fixture->view, "text/plain;charset=utf-8", &length);
  g_assert_nonnull (strstr (text, "cart\t2\t3\t1\t"));
  g_assert_nonnull (strstr (text, "66.67%"));
}

static InkPictureDialog *
find_picture_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (INK_IS_PICTURE_DIALOG (window))
        return INK_PICTURE_DIALOG (window);
    }

  g_assert_not_reached ();
}

static guint32
read_number (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* Each size as a PNG of twice as many pixels; the other kinds; what was chosen is there again. */
static void
test_picture (Fixture *fixture,
              gconstpointer data)
{
  static const struct { guint row; guint32 width, height; } sizes[]
      = { { 1, 1920, 1080 }, { 2, 936, 880 }, { 3, 1080, 1080 }, { 4, 908, 600 } };
  static const char *const starts[] = { "<?xml", "\211PNG", "%PDF" };
  InkPictureDialog *dialog;
  AdwComboRow *size, *kind;

  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.save", NULL));
  dialog = find_picture_dialog ();
  size = ADW_COMBO_ROW (ui_find (GTK_WIDGET (dialog), ui_is_combo, "Size"));
  kind = ADW_COMBO_ROW (ui_find (GTK_WIDGET (dialog), ui_is_combo, "Kind of file"));
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      adw_combo_row_set_selected (kind, i);
      bytes = ink_picture_dialog_write (dialog, NULL);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (starts[i]), starts[i],
                       strlen (starts[i]));
    }
  adw_combo_row_set_selected (kind, 1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      const guint8 *png;

      adw_combo_row_set_selected (size, sizes[i].row);
      bytes = ink_picture_dialog_write (dialog, NULL);
      png = g_bytes_get_data (bytes, NULL);
      g_assert_cmpuint (read_number (png + 16), ==, sizes[i].width);
      g_assert_cmpuint (read_number (png + 20), >=, sizes[i].height);
    }
  ui_turn ();
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.save", NULL));
  dialog = find_picture_dialog ();
  g_assert_cmpstr (ink_picture_dialog_get_ending (dialog), ==, "png");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The accessible twin has the same numbers, a row for each datum. */
static void
test_table (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *numbers, *list;
  GtkSelectionModel *model;

  g_assert_null (ui_find_type (fixture->view, INK_TYPE_TABLE_VIEW));
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.show-table", NULL));
  numbers = ui_find_type (fixture->view, INK_TYPE_TABLE_VIEW);
  g_assert_true (gtk_widget_get_visible (numbers));
  list = ui_find_type (numbers, GTK_TYPE_COLUMN_VIEW);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (list))),
                    >=, 6);
  g_assert_true (gtk_widget_activate_action (fixture->view, "chart.show-table", NULL));
  g_assert_false (gtk_widget_get_visible (numbers));
}

static gboolean
is_open (gpointer view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child) && gtk_widget_get_mapped (child))
      return TRUE;

  return FALSE;
}

static gboolean
is_chart_menu (GtkWidget *widget,
               gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Chart Menu") == 0;
}

static void
test_menu (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *button = ui_find (fixture->view, is_chart_menu, NULL);

  g_assert_false (is_open (fixture->view));
  ui_press (fixture->canvas, GDK_KEY_F10, GDK_SHIFT_MASK);
  ui_wait_for (is_open, fixture->view);
  /* That of the button is made when it is first wanted. */
  g_assert_null (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  g_assert_nonnull (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
}

/* Mirrored, the first step stands at the right, and the left key goes on. */
static void
test_mirrored (Fixture *fixture,
               gconstpointer data)
{
  InkChartCanvas *canvas = INK_CHART_CANVAS (fixture->canvas);
  graphene_rect_t before, after;

  g_assert_true (ink_chart_canvas_get_box (canvas, 0, &before));
  gtk_widget_set_direction (fixture->canvas, GTK_TEXT_DIR_RTL);
  ui_frame (fixture->window);
  g_assert_true (ink_chart_canvas_get_box (canvas, 0, &after));
  g_assert_cmpfloat (after.origin.x, >, before.origin.x);
  ui_press (fixture->canvas, GDK_KEY_Home, 0);
  ui_press (fixture->canvas, GDK_KEY_Left, 0);
  g_assert_cmpuint (ink_chart_canvas_get_walked (canvas), ==, 1);
}

#define ADD(path, function) \
  g_test_add ("/ui/chart/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("walk", test_walk);
  ADD ("hover", test_hover);
  ADD ("out-of-view", test_out_of_view);
  ADD ("activate", test_activate);
  ADD ("copy", test_copy);
  ADD ("copy-table", test_copy_table);
  ADD ("picture", test_picture);
  ADD ("table", test_table);
  ADD ("menu", test_menu);
  ADD ("mirrored", test_mirrored);

  return g_test_run ();
}
