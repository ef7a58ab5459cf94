/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-data-cells.h"

#include "ui/widgets/ink-sparkline.h"

struct _InkDataCells
{
  GObject parent_instance;

  const InkDataSource *source;
  gpointer data;
  GHashTable *bound; /* GtkListItem -> Cell */
  gboolean activatable;
};

/* Lives as long as its list item. */
typedef struct
{
  guint column;
  GtkLabel *label;         /* nullable */
  GtkLabel *detail;        /* nullable */
  InkSparkline *sparkline; /* nullable */
} Cell;

G_DEFINE_FINAL_TYPE (InkDataCells, ink_data_cells, G_TYPE_OBJECT)

/* The whole text, where it is cut. */
static gboolean
query_tooltip_cb (GtkLabel *label,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

static GtkLabel *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  return GTK_LABEL (label);
}

static GtkWidget *
make_cell (Cell *cell,
           const InkDataColumn *column)
{
  if (column->kind == INK_DATA_SPARKLINE)
    {
      cell->sparkline = INK_SPARKLINE (ink_sparkline_new ());
      gtk_widget_set_valign (GTK_WIDGET (cell->sparkline), GTK_ALIGN_CENTER);
      return GTK_WIDGET (cell->sparkline);
    }
  cell->label = make_label (column->kind == INK_DATA_NUMBER ? "numeric" : NULL);
  /* Numbers are short, and a number that is cut short is a wrong one. */
  if (column->kind == INK_DATA_NUMBER)
    {
      gtk_label_set_ellipsize (cell->label, PANGO_ELLIPSIZE_NONE);
      gtk_label_set_xalign (cell->label, 1);
    }
  if (column->width > 0)
    gtk_label_set_width_chars (cell->label, column->width);
  return GTK_WIDGET (cell->label);
}

static gboolean
has_series (const InkDataSource *source)
{
  for (guint i = 0; i < source->n_columns; i++)
    if (source->columns[i].kind == INK_DATA_SPARKLINE)
      return TRUE;
  return FALSE;
}

/* Two lines, then three dots. */
static GtkLabel *
make_lines (const char *class)
{
  GtkLabel *label = make_label (class);

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, 2);
  return label;
}

static GtkWidget *
make_whole_row (Cell *cell,
                const InkDataSource *source)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  cell->label = make_lines (NULL);
  cell->detail = make_lines ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (cell->detail), "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (cell->label));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (cell->detail));
  gtk_box_append (GTK_BOX (row), texts);
  if (has_series (source))
    {
      cell->sparkline = INK_SPARKLINE (ink_sparkline_new ());
      gtk_widget_set_valign (GTK_WIDGET (cell->sparkline), GTK_ALIGN_CENTER);
      gtk_widget_set_size_request (GTK_WIDGET (cell->sparkline), 64, -1);
      gtk_box_append (GTK_BOX (row), GTK_WIDGET (cell->sparkline));
    }
  return row;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          InkDataCells *self)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  gtk_list_item_set_child (item, cell->column == INK_DATA_WHOLE_ROW
                                     ? make_whole_row (cell, self->source)
                                     : make_cell (cell, &self->source->columns[cell->column]));
  gtk_list_item_set_activatable (item, self->activatable);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
}

/* The row is what has the focus, and at the floor nothing but its own label tells what is in it. */
static void
name_row (GtkListItem *item,
          const Cell *cell,
          const char *title,
          const char *detail)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *name = g_strdup_printf ("%s, %s", title, detail);

  if (cell->column != INK_DATA_WHOLE_ROW && row != NULL)
    row = gtk_widget_get_parent (row);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
fill_label (InkDataCells *self,
            GtkListItem *item,
            const Cell *cell,
            guint number)
{
  gboolean titles = cell->column == 0 || cell->column == INK_DATA_WHOLE_ROW;
  g_autofree char *text
      = self->source->text (self->data, number, titles ? 0 : cell->column);

  gtk_label_set_label (cell->label, text);
  if (titles)
    {
      g_autofree char *detail = self->source->detail (self->data, number);

      if (cell->detail != NULL)
        gtk_label_set_label (cell->detail, detail);
      name_row (item, cell, text, detail);
    }
}

static void
fill (InkDataCells *self,
      GtkListItem *item,
      const Cell *cell)
{
  guint number = ink_row_get_number (gtk_list_item_get_item (item));
  gboolean dim = self->source->is_dim != NULL && self->source->is_dim (self->data, number);

  if (cell->label != NULL)
    fill_label (self, item, cell, number);
  if (cell->sparkline != NULL)
    {
      InkDataSeries series = self->source->series (self->data, number);

      ink_sparkline_set_values (cell->sparkline, series.values, series.n, series.description);
      g_free (series.description);
    }
  gtk_widget_set_opacity (gtk_list_item_get_child (item), dim ? 0.5 : 1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         InkDataCells *self)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_hash_table_insert (self->bound, item, cell);
  fill (self, item, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           InkDataCells *self)
{
  g_hash_table_remove (self->bound, item);
}

static void
ink_data_cells_finalize (GObject *object)
{
  g_hash_table_unref (INK_DATA_CELLS (object)->bound);

  G_OBJECT_CLASS (ink_data_cells_parent_class)->finalize (object);
}

static void
ink_data_cells_class_init (InkDataCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_data_cells_finalize;
}

static void
ink_data_cells_init (InkDataCells *self)
{
  self->bound = g_hash_table_new (NULL, NULL);
}

InkDataCells *
ink_data_cells_new (const InkDataSource *source,
                    gpointer data)
{
  InkDataCells *self = g_object_new (INK_TYPE_DATA_CELLS, NULL);

  self->source = source;
  self->data = data;
  return self;
}

GtkListItemFactory *
ink_data_cells_make_factory (InkDataCells *self,
                             guint column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_return_val_if_fail (INK_IS_DATA_CELLS (self), NULL);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

void
ink_data_cells_set_activatable (InkDataCells *self,
                                gboolean activatable)
{
  g_return_if_fail (INK_IS_DATA_CELLS (self));

  self->activatable = activatable;
}

void
ink_data_cells_refresh (InkDataCells *self)
{
  GHashTableIter iter;
  gpointer item, cell;

  g_return_if_fail (INK_IS_DATA_CELLS (self));

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, &cell))
    fill (self, item, cell);
}
