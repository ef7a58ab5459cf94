/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-table-view.h"

#include "charts/ink-table-grid.h"
#include "ui/widgets/ink-table-save.h"

#include <glib/gi18n-lib.h>

#define MOST_HEIGHT 360
/* A page that scrolls gives everything its least height: some rows are to be seen there, too. */
#define LEAST_HEIGHT 180
#define ROW_HEIGHT 26

struct _InkTableView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkStringList *rows; /* empty texts: a cell is read by its place */

  char *title; /* nullable */
  InkTable *table;
  GTimeZone *zone;
  InkNumbers numbers;
};

G_DEFINE_FINAL_TYPE (InkTableView, ink_table_view, GTK_TYPE_WIDGET)

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (data) != 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         InkTableView *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint row = gtk_list_item_get_position (item);
  g_autofree char *words = NULL;

  if (self->table == NULL || row >= ink_table_get_n_rows (self->table)
      || column >= ink_table_get_n_columns (self->table))
    return;
  words = ink_table_say_cell (self->table, column, row, &self->numbers, self->zone);
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), words != NULL ? words : "");
}

static void
add_column (InkTableView *self,
            guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gboolean text = ink_table_is_text (self->table, index);
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (text));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  column = gtk_column_view_column_new (ink_table_get_title (self->table, index), factory);
  gtk_column_view_column_set_expand (column, text);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
  g_object_unref (column);
}

/* The same columns as before, so that widths and the place of the keyboard stay. */
static gboolean
has_columns_of (InkTableView *self,
                InkTable *table)
{
  guint n = ink_table_get_n_columns (table);

  if (self->table == NULL || n != ink_table_get_n_columns (self->table))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (ink_table_get_name (table, i), ink_table_get_name (self->table, i)))
      return FALSE;

  return TRUE;
}

static void
remove_columns (InkTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
set_rows (InkTableView *self,
          guint n)
{
  g_autofree const char **texts = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = "";
  texts[n] = NULL;
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                          texts);
}

static void
set_least_height (InkTableView *self,
                  guint n_rows)
{
  gtk_scrolled_window_set_min_content_height (
      GTK_SCROLLED_WINDOW (self->scroller),
      (int) MIN (LEAST_HEIGHT, (n_rows + 1) * ROW_HEIGHT));
}

void
ink_table_view_set_table (InkTableView *self,
                          InkTable *table,
                          GTimeZone *zone)
{
  gboolean same;

  g_return_if_fail (INK_IS_TABLE_VIEW (self));

  set_rows (self, 0);
  same = table != NULL && has_columns_of (self, table);
  if (!same)
    remove_columns (self);
  g_clear_pointer (&self->table, ink_table_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  if (table == NULL)
    return;
  self->table = ink_table_ref (table);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  for (guint i = 0; !same && i < ink_table_get_n_columns (table); i++)
    add_column (self, i);
  set_rows (self, ink_table_get_n_rows (table));
  set_least_height (self, ink_table_get_n_rows (table));
}

void
ink_table_view_set_title (InkTableView *self,
                          const char *title)
{
  g_return_if_fail (INK_IS_TABLE_VIEW (self));

  g_free (self->title);
  self->title = g_strdup (title);
}

static void
ink_table_view_dispose (GObject *object)
{
  InkTableView *self = INK_TABLE_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->table, ink_table_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (ink_table_view_parent_class)->dispose (object);
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkTableView *self = INK_TABLE_VIEW (widget);

  if (self->table != NULL)
    ink_table_save (widget, self->table, self->zone, self->title,
                    g_variant_get_string (parameter, NULL));
}

static void
ink_table_view_class_init (InkTableViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_table_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "numbers.save", "s", save_action);
}

/* The floor's column view has its list as a child, and that is what takes the focus. */
static void
name_lists (GtkWidget *view)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Numbers of the chart"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_focusable (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Numbers of the chart"), -1);
}

static void
ink_table_view_init (InkTableView *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  GtkSelectionModel *model;
  GtkWidget *save;

  self->numbers = ink_numbers_for_locale ();
  self->rows = gtk_string_list_new (NULL);
  model = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->rows)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (model));
  self->scroller = GTK_WIDGET (scroller);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  name_lists (GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, MOST_HEIGHT);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  save = ink_table_save_button_new ("numbers.save");
  gtk_widget_set_valign (save, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->box), save);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
