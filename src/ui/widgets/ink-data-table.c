/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-data-table-private.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

/* From this width on there is room for columns. */
#define WIDE_FROM 620

enum
{
  SIGNAL_SEARCH_CHANGED,
  SIGNAL_SORT_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkDataTable, ink_data_table, GTK_TYPE_WIDGET)

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
    _ink_data_table_let_sort (self, view, index);
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
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
  self->is_wide = TRUE;
  self->actions = g_simple_action_group_new ();
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
  _ink_data_table_begin_sorting (self);
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

gboolean
ink_data_table_is_wide (InkDataTable *self)
{
  g_return_val_if_fail (INK_IS_DATA_TABLE (self), FALSE);

  return self->is_wide;
}
