/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-data-table.h"

#include "charts/ink-table-grid.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-data-cells.h"
#include "ui/widgets/ink-data-export.h"
#include "ui/widgets/ink-name-menu.h"
#include "ui/widgets/ink-table-save.h"
#include "ui/widgets/ink-table-work.h"

#include <glib/gi18n-lib.h>

/* From this width on there is room for columns. */
#define WIDE_FROM 620

struct _InkDataTable
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *bar;
  GtkSearchEntry *search;
  GtkMenuButton *sort_button;
  GtkStack *stack;
  GtkColumnView *wide;
  GtkListView *narrow;
  AdwStatusPage *empty;

  const InkDataSource *source;
  gpointer source_data;
  InkDataCells *cells;
  InkRowList *rows;
  GSimpleActionGroup *actions;

  gboolean is_wide;
  guint mode_source;
  guint sorted;      /* column */
  gboolean descending;
  int probed;        /* the column whose sorter was asked while `probing` */
  gboolean probing;

  GtkWidget *save_button; /* nullable */
  InkTableWork *work;     /* nullable */
  char *saved_as;
  GTimeZone *zone; /* nullable */
};

enum
{
  SIGNAL_SEARCH_CHANGED,
  SIGNAL_SORT_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkDataTable, ink_data_table, GTK_TYPE_WIDGET)

/* ---- Sorting ---- */

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
  g_signal_emit (self, signals[SIGNAL_SORT_CHANGED], 0);
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

/* ---- Columns ---- */

/* Numbers stand at the end of their column, so their heading does, too. The headings are the
 * toolkit's own; where it makes them otherwise, they stay as they are. */
static void
align_headings (InkDataTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->wide));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->source->n_columns && title != NULL; i++)
    {
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (self->source->columns[i].kind == INK_DATA_NUMBER && GTK_IS_BOX (box))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
add_column (InkDataTable *self,
            guint index)
{
  const InkDataColumn *column = &self->source->columns[index];
  g_autoptr (GtkColumnViewColumn) view
      = gtk_column_view_column_new (_ (column->title), ink_data_cells_make_factory (self->cells,
                                                                                    index));

  gtk_column_view_column_set_expand (view, column->width == 0);
  if (!column->fixed_order)
    {
      Probe *probe = g_new (Probe, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      *probe = (Probe){ self, index };
      sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, probe, g_free));
      gtk_column_view_column_set_sorter (view, sorter);
    }
  gtk_column_view_append_column (self->wide, view);
}

/* ---- What is shown ---- */

static void
show_rows (InkDataTable *self)
{
  gboolean any = self->rows != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack,
                                    !any ? "empty" : self->is_wide ? "wide" : "narrow");
}

static GtkSelectionModel *
make_model (InkDataTable *self,
            gboolean shown)
{
  if (!shown || self->rows == NULL)
    return NULL;
  return GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
}

/* Only the view that is shown has rows: the other one would make them for nobody. */
static void
show_mode (InkDataTable *self)
{
  g_autoptr (GtkSelectionModel) wide = make_model (self, self->is_wide);
  g_autoptr (GtkSelectionModel) narrow = make_model (self, !self->is_wide);

  gtk_column_view_set_model (self->wide, wide);
  gtk_list_view_set_model (self->narrow, narrow);
  show_rows (self);
}

static gboolean
mode_cb (gpointer data)
{
  InkDataTable *self = data;

  self->mode_source = 0;
  show_mode (self);
  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   InkDataTable *self)
{
  g_signal_emit (self, signals[SIGNAL_SEARCH_CHANGED], 0);
}

static void
activate (InkDataTable *self,
          guint position)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                 ink_row_list_get_number (self->rows, position));
}

static void
wide_activate_cb (GtkColumnView *view,
                  guint position,
                  InkDataTable *self)
{
  activate (self, position);
}

static void
narrow_activate_cb (GtkListView *view,
                    guint position,
                    InkDataTable *self)
{
  activate (self, position);
}

/* ---- As a widget ---- */

static void
ink_data_table_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  gtk_widget_measure (INK_DATA_TABLE (widget)->content, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

/* Where the window just became narrow the columns still stand there, for this one layout: what does
 * not fit is cut. */
static int
get_content_width (InkDataTable *self,
                   int width)
{
  int least = 0;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "wide") != 0)
    return width;
  gtk_widget_measure (GTK_WIDGET (self->wide), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL,
                      NULL);
  return MAX (width, least);
}

/* The floor has no breakpoints. The models are exchanged after the layout that found it out. */
static void
ink_data_table_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  InkDataTable *self = INK_DATA_TABLE (widget);
  gboolean wide = width >= WIDE_FROM;

  gtk_widget_size_allocate (
      self->content, &(GtkAllocation){ 0, 0, get_content_width (self, width), height }, baseline);
  if (wide == self->is_wide)
    return;
  self->is_wide = wide;
  if (self->mode_source == 0)
    self->mode_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, mode_cb, self, NULL);
}

static gboolean
ink_data_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (INK_DATA_TABLE (widget)->search));
}

static void
ink_data_table_dispose (GObject *object)
{
  InkDataTable *self = INK_DATA_TABLE (object);

  g_clear_handle_id (&self->mode_source, g_source_remove);
  if (self->work != NULL)
    ink_table_work_stop (self->work);
  self->work = NULL;
  if (self->wide != NULL)
    gtk_column_view_set_model (self->wide, NULL);
  if (self->narrow != NULL)
    gtk_list_view_set_model (self->narrow, NULL);
  /* Columns that go away change the sorter, which is told then. */
  self->wide = NULL;
  self->narrow = NULL;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->actions);
  g_clear_object (&self->cells);

  g_clear_pointer (&self->saved_as, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (ink_data_table_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-data-table.ui");
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, content);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, bar);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, search);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, sort_button);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, stack);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, wide);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, narrow);
  gtk_widget_class_bind_template_child (widget_class, InkDataTable, empty);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_activate_cb);
}

static void
ink_data_table_class_init (InkDataTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_data_table_dispose;
  widget_class->measure = ink_data_table_measure;
  widget_class->size_allocate = ink_data_table_size_allocate;
  widget_class->grab_focus = ink_data_table_grab_focus;
  bind_template (widget_class);

  signals[SIGNAL_SEARCH_CHANGED] = g_signal_new ("search-changed", type, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SORT_CHANGED] = g_signal_new ("sort-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ink_data_table_init (InkDataTable *self)
{
  const GActionEntry entries[] = {
    { "sort", NULL, "s", "''", sort_cb },
    { "order", NULL, "s", "'ascending'", order_cb },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
  self->is_wide = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
  gtk_menu_button_set_create_popup_func (self->sort_button, make_sort_menu, self, NULL);
  g_signal_connect_object (gtk_column_view_get_sorter (self->wide), "changed",
                           G_CALLBACK (sorter_changed_cb), self, 0);
}

static void
set_label (GtkWidget *widget,
           const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

void
ink_data_table_set_source (InkDataTable *self,
                           const InkDataSource *source,
                           gpointer data,
                           InkRowList *rows,
                           const char *label,
                           const char *search)
{
  g_autoptr (GtkListItemFactory) narrow = NULL;

  g_return_if_fail (INK_IS_DATA_TABLE (self));
  g_return_if_fail (source != NULL && self->source == NULL);

  self->source = source;
  self->source_data = data;
  self->cells = ink_data_cells_new (source, data);
  g_set_object (&self->rows, rows);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (show_rows), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < source->n_columns; i++)
    add_column (self, i);
  align_headings (self);
  narrow = ink_data_cells_make_factory (self->cells, INK_DATA_WHOLE_ROW);
  gtk_list_view_set_factory (self->narrow, narrow);
  set_label (GTK_WIDGET (self->wide), label);
  /* The list inside is what has the focus. */
  set_label (gtk_widget_get_last_child (GTK_WIDGET (self->wide)), label);
  set_label (GTK_WIDGET (self->narrow), label);
  set_label (GTK_WIDGET (self->search), search);
  g_object_set (self->search, "placeholder-text", search, NULL);
  show_mode (self);
}

static void
add_slide (InkDataTable *self)
{
  g_autoptr (InkDataExport) export
      = ink_data_export_new (self->source, self->source_data, self->rows, INK_TABLE_GRID_ROWS);
  g_autoptr (InkTable) table = NULL;

  ink_data_export_read (export, INK_TABLE_GRID_ROWS);
  table = ink_data_export_end (g_steal_pointer (&export));
  ink_table_add_slide (GTK_WIDGET (self), table, ink_row_list_get_n (self->rows), self->zone,
                       self->saved_as);
}

typedef struct
{
  InkDataTable *table;
  char *ending;
} Question;

static void
file_chosen_cb (GListModel *files,
                gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (InkDataTable) self = question->table;
  g_autofree char *ending = question->ending;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->content != NULL)
    ink_table_work_start (self->work, self->source, self->source_data, self->rows, self->zone,
                          self->saved_as, ending, file);
}

static void
save_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  InkDataTable *self = data;
  const char *way = g_variant_get_string (parameter, NULL);
  Question *question;

  if (self->saved_as == NULL)
    return;
  if (g_str_equal (way, INK_TABLE_SLIDE))
    {
      add_slide (self);
      return;
    }
  question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self), g_strdup (way) };
  ink_table_ask_file (GTK_WIDGET (self), self->saved_as, way, file_chosen_cb, question);
}

void
ink_data_table_set_saved_as (InkDataTable *self,
                             const char *title,
                             GTimeZone *zone)
{
  const GActionEntry entry = { "save", save_cb, "s", NULL, NULL, { 0 } };

  g_return_if_fail (INK_IS_DATA_TABLE (self) && title != NULL);
  g_return_if_fail (self->source != NULL && self->source->number != NULL);

  g_free (self->saved_as);
  self->saved_as = g_strdup (title);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  if (self->save_button != NULL)
    return;
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
  self->save_button = ink_table_save_button_new ("table.save");
  self->work = INK_TABLE_WORK (ink_table_work_new ());
  gtk_box_insert_child_after (GTK_BOX (self->content), GTK_WIDGET (self->work),
                              gtk_widget_get_first_child (self->content));
  ink_data_table_add_tool (self, self->save_button);
}

void
ink_data_table_set_activatable (InkDataTable *self,
                                gboolean activatable)
{
  g_return_if_fail (INK_IS_DATA_TABLE (self));

  ink_data_cells_set_activatable (self->cells, activatable);
  gtk_column_view_set_single_click_activate (self->wide, activatable);
  gtk_list_view_set_single_click_activate (self->narrow, activatable);
}

void
ink_data_table_add_tool (InkDataTable *self,
                         GtkWidget *tool)
{
  g_return_if_fail (INK_IS_DATA_TABLE (self));
  g_return_if_fail (GTK_IS_WIDGET (tool));

  gtk_box_append (self->bar, tool);
}

void
ink_data_table_set_empty (InkDataTable *self,
                          const char *icon,
                          const char *title,
                          const char *description)
{
  g_return_if_fail (INK_IS_DATA_TABLE (self));

  adw_status_page_set_icon_name (self->empty, icon);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
}

void
ink_data_table_refresh (InkDataTable *self)
{
  g_return_if_fail (INK_IS_DATA_TABLE (self));

  ink_data_cells_refresh (self->cells);
}

const char *
ink_data_table_get_search (InkDataTable *self)
{
  g_return_val_if_fail (INK_IS_DATA_TABLE (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

void
ink_data_table_set_search (InkDataTable *self,
                           const char *text)
{
  g_return_if_fail (INK_IS_DATA_TABLE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
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

gboolean
ink_data_table_is_wide (InkDataTable *self)
{
  g_return_val_if_fail (INK_IS_DATA_TABLE (self), FALSE);

  return self->is_wide;
}
