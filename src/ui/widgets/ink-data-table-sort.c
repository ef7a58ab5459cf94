/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* By which column a data table is sorted, from its headings, its menu and its owner. */

#include "config.h"

#include "ui/widgets/ink-data-table-private.h"

#include "ui/widgets/ink-name-menu.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  InkDataTable *table;
  guint column;
} Probe;

/* Nothing is sorted with this: it tells which column is asked first, and which way round. */
static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer data)
{
  Probe *probe = data;

  if (probe->table->probing && probe->table->probed < 0)
    probe->table->probed = (int) probe->column;
  return -1;
}

/* The floor's column view does not say by which column it is sorted. */
static gboolean
find_sort (InkDataTable *self,
           guint *column,
           gboolean *descending)
{
  g_autoptr (GObject) a = g_object_new (INK_TYPE_ROW, NULL);
  g_autoptr (GObject) b = g_object_new (INK_TYPE_ROW, NULL);
  GtkOrdering ordering;

  self->probing = TRUE;
  self->probed = -1;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->wide), a, b);
  self->probing = FALSE;
  if (self->probed < 0)
    return FALSE;
  *column = (guint) self->probed;
  *descending = ordering == GTK_ORDERING_LARGER;
  return TRUE;
}

static void
show_sort (InkDataTable *self)
{
  GActionMap *map = G_ACTION_MAP (self->actions);

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "sort")),
                             g_variant_new_string (self->source->columns[self->sorted].id));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "order")),
                             g_variant_new_string (self->descending ? "descending" : "ascending"));
}

static void
sorter_changed_cb (GtkSorter *sorter,
                   GtkSorterChange change,
                   InkDataTable *self)
{
  guint column;
  gboolean descending;

  if (self->wide == NULL || !find_sort (self, &column, &descending)
      || (column == self->sorted && descending == self->descending))
    return;
  self->sorted = column;
  self->descending = descending;
  show_sort (self);
  g_signal_emit_by_name (self, "sort-changed");
}

static void
sort_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  InkDataTable *self = data;

  for (guint i = 0; i < self->source->n_columns; i++)
    if (g_str_equal (self->source->columns[i].id, g_variant_get_string (parameter, NULL)))
      ink_data_table_set_sort (self, i, self->descending);
}

static void
order_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  InkDataTable *self = data;

  ink_data_table_set_sort (self, self->sorted,
                           g_str_equal (g_variant_get_string (parameter, NULL), "descending"));
}

/* Headings can be clicked, but the floor's toolkit does not let the keyboard reach them. */
static void
make_sort_menu (GtkMenuButton *button,
                gpointer data)
{
  InkDataTable *self = data;
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) columns = NULL;
  g_autoptr (GMenu) orders = NULL;

  if (self->source == NULL || gtk_menu_button_get_menu_model (button) != NULL)
    return;
  menu = g_menu_new ();
  columns = g_menu_new ();
  orders = g_menu_new ();
  for (guint i = 0; i < self->source->n_columns; i++)
    if (!self->source->columns[i].fixed_order)
      ink_name_menu_append (columns, _ (self->source->columns[i].title), "table.sort",
                            self->source->columns[i].id);
  ink_name_menu_append (orders, _ ("Ascending"), "table.order", "ascending");
  ink_name_menu_append (orders, _ ("Descending"), "table.order", "descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (orders));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
_ink_data_table_let_sort (InkDataTable *self,
                          GtkColumnViewColumn *view,
                          guint index)
{
  Probe *probe = g_new (Probe, 1);
  g_autoptr (GtkSorter) sorter = NULL;

  *probe = (Probe){ self, index };
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, probe, g_free));
  gtk_column_view_column_set_sorter (view, sorter);
}

void
_ink_data_table_begin_sorting (InkDataTable *self)
{
  const GActionEntry entries[] = {
    { "sort", NULL, "s", "''", sort_cb, { 0 } },
    { "order", NULL, "s", "'ascending'", order_cb, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_menu_button_set_create_popup_func (self->sort_button, make_sort_menu, self, NULL);
  g_signal_connect_object (gtk_column_view_get_sorter (self->wide), "changed",
                           G_CALLBACK (sorter_changed_cb), self, 0);
}

guint
ink_data_table_get_sort (InkDataTable *self,
                         gboolean *descending)
{
  g_return_val_if_fail (INK_IS_DATA_TABLE (self), 0);

  if (descending != NULL)
    *descending = self->descending;
  return self->sorted;
}

void
ink_data_table_set_sort (InkDataTable *self,
                         guint column,
                         gboolean descending)
{
  g_autoptr (GtkColumnViewColumn) view = NULL;

  g_return_if_fail (INK_IS_DATA_TABLE (self));
  g_return_if_fail (self->source != NULL && column < self->source->n_columns);

  view = g_list_model_get_item (gtk_column_view_get_columns (self->wide), column);
  gtk_column_view_sort_by_column (self->wide, view,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
