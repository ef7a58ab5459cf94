/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-side-grid.h"

#include "ui/widgets/ink-side-cell.h"

#include <string.h>

#define COLUMN_SPACING 6
#define ROW_SPACING 4
/* A value needs so much to be read, and a name beside the values so much. */
#define LEAST_CELL 44
#define GOOD_CELL 60
#define MOST_HEAD 86
#define LEAST_NAME 120
#define MOST_LINES 3 /* of a name beside its cells */
#define MOST_NAME 220

/* Row 0 are the heads; their name is empty. */
typedef struct
{
  GtkWidget *name;
  GPtrArray *cells;
} Row;

struct _InkSideGrid
{
  GtkWidget parent_instance;

  guint n_columns;
  char *kinds;
  GArray *rows; /* Row */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkSideGrid, ink_side_grid, GTK_TYPE_WIDGET)

static Row *
get_row (InkSideGrid *self,
         guint index)
{
  return &g_array_index (self->rows, Row, index);
}

/* ---- Layout ---- */

static int
measure_child (GtkWidget *child,
               GtkOrientation orientation,
               int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* Large text needs more room. */
static int
scale (InkSideGrid *self,
       int size)
{
  int dpi = 96 * 1024;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 96 * 1024 ? (int) (size * (dpi / (96 * 1024.0))) : size;
}

/* So wide that the heads' words are not broken, within reason. */
static int
find_good_cell (InkSideGrid *self)
{
  int good = scale (self, GOOD_CELL);

  for (guint i = 0; self->rows->len > 0 && i < get_row (self, 0)->cells->len; i++)
    good = MAX (good, ink_side_head_measure_words (g_ptr_array_index (get_row (self, 0)->cells, i)));

  return MIN (good, scale (self, MOST_HEAD));
}

/* 0: above the values. */
static int
find_name_width (InkSideGrid *self,
                 int width)
{
  int rest = width - (int) self->n_columns * (scale (self, GOOD_CELL) + COLUMN_SPACING);
  int natural = 0, heads;

  if (rest < scale (self, LEAST_NAME))
    return 0;
  heads = width - (int) self->n_columns * (find_good_cell (self) + COLUMN_SPACING);
  if (heads >= scale (self, LEAST_NAME) * 9 / 10)
    rest = heads;
  for (guint i = 1; i < self->rows->len; i++)
    natural = MAX (natural, measure_child (get_row (self, i)->name, GTK_ORIENTATION_HORIZONTAL, -1));

  rest = MIN (scale (self, MOST_NAME), MAX (rest, LEAST_NAME));
  /* A name of many short lines is hard to read, and its numbers are far apart. */
  if (natural > MOST_LINES * rest)
    return 0;

  return CLAMP (natural, LEAST_NAME, rest);
}

static int
find_cell_width (InkSideGrid *self,
                 int width,
                 int name_width)
{
  int n = MAX ((int) self->n_columns, 1);
  int gaps = n - 1 + (name_width > 0);

  return MAX ((width - name_width - gaps * COLUMN_SPACING) / n, 1);
}

/* Widths below what a widget can do are refused by GTK. */
static int
height_for (GtkWidget *child,
            int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return measure_child (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum));
}

static int
find_cells_height (const Row *row,
                   int cell_width)
{
  int height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    height = MAX (height, height_for (g_ptr_array_index (row->cells, i), cell_width));

  return height;
}

static int
find_row_height (const Row *row,
                 int width,
                 int name_width,
                 int cell_width)
{
  int cells = find_cells_height (row, cell_width);

  if (name_width > 0)
    return MAX (cells, height_for (row->name, name_width));
  return cells + (gtk_widget_should_layout (row->name) ? height_for (row->name, width) : 0);
}

static void
ink_side_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  InkSideGrid *self = INK_SIDE_GRID (widget);
  int n = (int) self->n_columns, name_width, cell_width;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = n * LEAST_CELL + MAX (n - 1, 0) * COLUMN_SPACING;
      *natural = MOST_NAME + n * (GOOD_CELL + 30 + COLUMN_SPACING);
      return;
    }
  if (for_size < 0)
    for_size = MOST_NAME + n * (GOOD_CELL + 30 + COLUMN_SPACING);
  name_width = find_name_width (self, for_size);
  cell_width = find_cell_width (self, for_size, name_width);
  for (guint i = 0; i < self->rows->len; i++)
    *natural += find_row_height (get_row (self, i), for_size, name_width, cell_width)
                + (i > 0 ? ROW_SPACING : 0);
  *minimum = *natural;
}

static void
place (GtkWidget *widget,
       GtkWidget *child,
       int x,
       int y,
       int width,
       int height)
{
  GtkAllocation box = { x, y, width, height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    box.x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &box, -1);
}

static void
place_row (InkSideGrid *self,
           const Row *row,
           int y,
           int height,
           int name_width,
           int cell_width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int x = name_width > 0 ? name_width + COLUMN_SPACING : 0;
  int above = 0;

  if (gtk_widget_should_layout (row->name))
    {
      int width = name_width > 0 ? name_width : gtk_widget_get_width (widget);

      above = name_width > 0 ? 0 : height_for (row->name, width);
      place (widget, row->name, 0, y, width, name_width > 0 ? height : above);
    }
  for (guint i = 0; i < row->cells->len; i++)
    place (widget, g_ptr_array_index (row->cells, i),
           x + (int) i * (cell_width + COLUMN_SPACING), y + above, cell_width, height - above);
}

static void
ink_side_grid_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  InkSideGrid *self = INK_SIDE_GRID (widget);
  int name_width = find_name_width (self, width);
  int cell_width = find_cell_width (self, width, name_width), y = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = get_row (self, i);
      int row_height = find_row_height (row, width, name_width, cell_width);

      place_row (self, row, y, row_height, name_width, cell_width);
      y += row_height + ROW_SPACING;
    }
}

static GtkSizeRequestMode
ink_side_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- Children ---- */

static void
clicked_cb (GtkWidget *cell,
            InkSideGrid *self)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      guint column;

      if (g_ptr_array_find (get_row (self, i)->cells, cell, &column))
        {
          g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, i - 1, column);
          return;
        }
    }
}

static GtkWidget *
make_cell (InkSideGrid *self,
           char kind)
{
  GtkWidget *cell;

  if (kind == 0)
    return ink_side_head_new ();
  cell = ink_side_cell_new (kind == INK_SIDE_BUTTON);
  if (kind == INK_SIDE_BUTTON)
    g_signal_connect (cell, "clicked", G_CALLBACK (clicked_cb), self);

  return cell;
}

/* Behind what is there; widgets that stay keep the keyboard. @kind: 0 for the row of heads. */
static void
fit_cells (InkSideGrid *self,
           Row *row,
           char kind)
{
  while (row->cells->len > self->n_columns)
    {
      gtk_widget_unparent (g_ptr_array_index (row->cells, row->cells->len - 1));
      g_ptr_array_set_size (row->cells, (int) row->cells->len - 1);
    }
  while (row->cells->len < self->n_columns)
    {
      GtkWidget *cell = make_cell (self, kind);
      GtkWidget *before = row->cells->len > 0
                              ? g_ptr_array_index (row->cells, row->cells->len - 1)
                              : row->name;

      gtk_widget_insert_after (cell, GTK_WIDGET (self), before);
      g_ptr_array_add (row->cells, cell);
    }
}

/* @kind: 0 for the row of heads. */
static void
add_row (InkSideGrid *self,
         char kind)
{
  Row row = { ink_side_label_new (0), g_ptr_array_new () };

  gtk_widget_add_css_class (row.name, "dim-label");
  gtk_widget_set_visible (row.name, kind != 0);
  gtk_widget_set_parent (row.name, GTK_WIDGET (self));
  fit_cells (self, &row, kind);
  g_array_append_val (self->rows, row);
}

static void
drop_rows (InkSideGrid *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_unref (get_row (self, i)->cells);
  g_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* ---- The widget ---- */

static void
ink_side_grid_dispose (GObject *object)
{
  InkSideGrid *self = INK_SIDE_GRID (object);

  if (self->rows != NULL)
    drop_rows (self);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->kinds, g_free);

  G_OBJECT_CLASS (ink_side_grid_parent_class)->dispose (object);
}

static void
ink_side_grid_class_init (InkSideGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_side_grid_dispose;
  widget_class->measure = ink_side_grid_measure;
  widget_class->size_allocate = ink_side_grid_size_allocate;
  widget_class->get_request_mode = ink_side_grid_get_request_mode;
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ink_side_grid_init (InkSideGrid *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
}

void
ink_side_grid_set_shape (InkSideGrid *self,
                         guint n_columns,
                         const char *kinds)
{
  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (kinds != NULL);

  if (self->n_columns == n_columns && g_strcmp0 (self->kinds, kinds) == 0)
    return;
  self->n_columns = n_columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (g_strcmp0 (self->kinds, kinds) == 0)
    {
      for (guint i = 0; i < self->rows->len; i++)
        fit_cells (self, get_row (self, i), i > 0 ? kinds[i - 1] : 0);
      return;
    }
  drop_rows (self);
  g_free (self->kinds);
  self->kinds = g_strdup (kinds);
  add_row (self, 0);
  for (const char *kind = kinds; *kind != '\0'; kind++)
    add_row (self, *kind);
}

void
ink_side_grid_set_head (InkSideGrid *self,
                        guint column,
                        const char *name,
                        const char *colour)
{
  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (column < self->n_columns);

  ink_side_head_set (g_ptr_array_index (get_row (self, 0)->cells, column), name, colour);
}

void
ink_side_grid_set_name (InkSideGrid *self,
                        guint row,
                        const char *name)
{
  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (row + 1 < self->rows->len);

  ink_side_label_set (get_row (self, row + 1)->name, name);
}

void
ink_side_grid_set_cell (InkSideGrid *self,
                        guint row,
                        guint column,
                        const char *text,
                        const char *words,
                        gboolean strong)
{
  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (row + 1 < self->rows->len && column < self->n_columns);

  ink_side_cell_set (g_ptr_array_index (get_row (self, row + 1)->cells, column), text, words,
                     strong);
}
