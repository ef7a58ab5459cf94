/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every page of the sample at several sizes, after an edit too: nothing lies over what stands beside
 * it, nothing reaches out of what holds it, and every text has the height that it needs. */

#include "ui-window.h"
#include "definition/ink-persona-edit.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-side-grid.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-wrap-box.h"

#define COMMON_TEXT (96 * 1024)
#define LARGE_TEXT 150000
#define SETTLE_MILLISECONDS 150

static InkApplication *application;

typedef struct
{
  const char *name;
  int width;
  int height;
  int dpi;
} Size;

static const Size sizes[] = {
  { "1280x1100", 1280, 1100, COMMON_TEXT }, { "1280x800", 1280, 800, COMMON_TEXT },
  { "1920x1080", 1920, 1080, COMMON_TEXT }, { "1000x700", 1000, 700, COMMON_TEXT },
  { "360x640", 360, 640, COMMON_TEXT },     { "large", 1280, 900, LARGE_TEXT },
};

static void
say_where (GtkWidget *widget)
{
  for (GtkWidget *one = widget; one != NULL && !GTK_IS_WINDOW (one);
       one = gtk_widget_get_parent (one))
    {
      GtkAllocation box;

      gtk_widget_get_allocation (one, &box);
      g_test_message ("  in %s %s: %d,%d %dx%d", G_OBJECT_TYPE_NAME (one),
                      GTK_IS_LABEL (one) ? gtk_label_get_label (GTK_LABEL (one)) : "", box.x,
                      box.y, box.width, box.height);
    }
  g_test_fail ();
}

/* Only texts that are not shortened by three dots can be cut. */
static void
check_label (GtkLabel *label,
             const char *where)
{
  int width, height;

  if (gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE)
    return;
  pango_layout_get_pixel_size (gtk_label_get_layout (label), &width, &height);
  if (height <= gtk_widget_get_height (GTK_WIDGET (label)))
    return;
  g_test_message ("%s: a text needs %d and has %d", where, height,
                  gtk_widget_get_height (GTK_WIDGET (label)));
  say_where (GTK_WIDGET (label));
}

/* GTK remembers of a widget that was never measured whether its height depends on its width, and does
 * not forget it when it gets other children: what is filled later, then, has the height of one line.
 * Such a widget must say itself which it is, as InkTextColumn does. */
static void
check_mode (GtkWidget *widget,
            const char *where)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);
  GtkSizeRequestMode known = gtk_widget_get_request_mode (widget);
  GtkSizeRequestMode now = layout != NULL
                               ? gtk_layout_manager_get_request_mode (layout)
                               : GTK_WIDGET_GET_CLASS (widget)->get_request_mode (widget);

  if (known == now || known != GTK_SIZE_REQUEST_CONSTANT_SIZE)
    return;
  g_test_message ("%s: the height does depend on the width", where);
  say_where (widget);
}

/* Others lay their children over one another on purpose. */
static gboolean
lays_out_apart (GtkWidget *widget)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  return GTK_IS_BOX_LAYOUT (layout) || GTK_IS_GRID_LAYOUT (layout) || INK_IS_ADAPTIVE_BOX (widget)
         || INK_IS_WRAP_BOX (widget) || INK_IS_TEXT_COLUMN (widget)
         || INK_IS_SIDE_GRID (widget);
}

static gboolean
get_box (GtkWidget *widget,
         GtkWidget *in,
         graphene_rect_t *box)
{
  return gtk_widget_get_mapped (widget) && !GTK_IS_NATIVE (widget)
         && gtk_widget_compute_bounds (widget, in, box) && box->size.width > 0
         && box->size.height > 0;
}

static void
check_pair (GtkWidget *first,
            GtkWidget *second,
            const char *where)
{
  GtkWidget *parent = gtk_widget_get_parent (first);
  graphene_rect_t a, b, both;

  if (!get_box (first, parent, &a) || !get_box (second, parent, &b)
      || !graphene_rect_intersection (&a, &b, &both) || both.size.width < 2
      || both.size.height < 2)
    return;
  g_test_message ("%s: %s and %s overlap by %.0fx%.0f", where, G_OBJECT_TYPE_NAME (first),
                  G_OBJECT_TYPE_NAME (second), (double) both.size.width,
                  (double) both.size.height);
  say_where (first);
  say_where (second);
}

static void
check_tree (GtkWidget *widget,
            const char *where)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  check_mode (widget, where);
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget), where);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (lays_out_apart (widget))
        for (GtkWidget *next = gtk_widget_get_next_sibling (child); next != NULL;
             next = gtk_widget_get_next_sibling (next))
          check_pair (child, next, where);
      if (!GTK_IS_NATIVE (child))
        check_tree (child, where);
    }
}

static gboolean
is_page (GtkWidget *widget,
         gconstpointer data)
{
  return INK_IS_PAGE (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
is_waiting_bin (GtkWidget *widget,
                gconstpointer data)
{
  return INK_IS_LIVE_BIN (widget) && gtk_widget_get_mapped (widget)
         && ink_live_bin_get_shown (INK_LIVE_BIN (widget)) == NULL;
}

static gboolean
is_answered (gpointer window)
{
  return ui_find (window, is_waiting_bin, NULL) == NULL;
}

static void
check_page (InkWindow *window,
            const char *name)
{
  ui_wait_for (is_answered, window);
  ui_let_pass (SETTLE_MILLISECONDS);
  ui_frame (GTK_WIDGET (window));
  check_tree (ui_find (GTK_WIDGET (window), is_page, NULL), name);
}

/* What was there is shown anew with other words. */
static void
change_something (InkWindow *window)
{
  InkPage *page = INK_PAGE (ui_find (GTK_WIDGET (window), is_page, NULL));
  InkDocument *document = ink_page_get_document (page);
  InkDefinition *definition = ink_document_get_definition (document);
  g_autoptr (InkDefinition) edited = NULL;
  g_autofree char *label = NULL;

  edited = ink_personas_moved (definition, definition->personas[0]->id, 1, &label);
  ink_document_edit (document, label, NULL, edited);
}

static void
test_size (gconstpointer data)
{
  const Size *size = data;
  InkWindow *window = ink_window_new (application);
  guint n;
  const InkPageKind *kinds = ink_page_kinds_get (&n);

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", size->dpi, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), size->width, size->height);
  gtk_window_present (GTK_WINDOW (window));
  ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (
          gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", kinds[i].name));
      check_page (window, kinds[i].name);
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "personas"));
  change_something (window);
  check_page (window, "personas, another order");
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  application = ink_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/layout/", sizes[i].name, NULL);

      g_test_add_data_func (path, &sizes[i], test_size);
    }
  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (home);

  return status;
}
