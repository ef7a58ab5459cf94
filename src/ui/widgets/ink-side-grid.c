/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-side-grid.h"

#include "ui/compat/ink-compat-name.h"

#include <string.h>

#include "ui/widgets/ink-persona-look.h"

#define COLUMN_SPACING 6
#define ROW_SPACING 4
#define HEAD_LINES 2
/* A value needs so much to be read, and a name beside the values so much. */
#define LEAST_CELL 44
#define GOOD_CELL 60
#define MOST_HEAD 86
#define HEAD_AROUND 10
#define LEAST_NAME 120
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

/* The longest word of a head, with what is around it. */
static int
measure_words (GtkWidget *head)
{
  GtkWidget *label = gtk_widget_get_last_child (head);
  g_auto (GStrv) words = g_strsplit (gtk_label_get_label (GTK_LABEL (label)), " ", -1);
  int longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, words[i]);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      longest = MAX (longest, width + HEAD_AROUND);
    }

  return longest;
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
    good = MAX (good, measure_words (g_ptr_array_index (get_row (self, 0)->cells, i)));

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

  return CLAMP (natural, LEAST_NAME, MIN (scale (self, MOST_NAME), MAX (rest, LEAST_NAME)));
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
make_label (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0.5 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);

  return label;
}

static GtkWidget *
make_head (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *spot = ink_persona_spot_new ();
  GtkWidget *label = make_label (1);

  /* Two lines, then three dots. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), HEAD_LINES);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_halign (spot, GTK_ALIGN_END);
  /* No alignment of the widget: GTK would look for the least width for its height, and lay the text
   * out many times for that. */
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_add_css_class (head, "side-cell");
  gtk_box_append (GTK_BOX (head), spot);
  gtk_box_append (GTK_BOX (head), label);

  return head;
}

/* A hint is only looked up when it is wanted: to set a tooltip, GTK asks the display where the pointer
 * is, once for each cell. */
static gboolean
query_tooltip_cb (GtkWidget *cell,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer data)
{
  const char *words = g_object_get_data (G_OBJECT (cell), "words");

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
give_hint (GtkWidget *cell)
{
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static GtkWidget *
make_cell (InkSideGrid *self,
           char kind)
{
  GtkWidget *label = make_label (1);
  GtkWidget *cell;
  gboolean mirrored = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;

  /* Numbers are read from left to right in every language. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), mirrored ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), mirrored ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "numeric");
  if (kind != INK_SIDE_BUTTON)
    {
      gtk_widget_add_css_class (label, "side-cell");
      give_hint (label);
      return label;
    }
  cell = gtk_button_new ();
  give_hint (cell);
  gtk_button_set_child (GTK_BUTTON (cell), label);
  gtk_button_set_has_frame (GTK_BUTTON (cell), FALSE);
  gtk_widget_add_css_class (cell, "side-cell");
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
      GtkWidget *cell = kind == 0 ? make_head () : make_cell (self, kind);
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
  Row row = { make_label (0), g_ptr_array_new () };

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

static void
set_label (GtkWidget *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

void
ink_side_grid_set_head (InkSideGrid *self,
                        guint column,
                        const char *name,
                        const char *colour)
{
  GtkWidget *head;

  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (column < self->n_columns);

  head = g_ptr_array_index (get_row (self, 0)->cells, column);
  ink_persona_spot_set_colour (gtk_widget_get_first_child (head), colour);
  set_label (gtk_widget_get_last_child (head), name);
  ink_compat_set_tooltip (head, name);
}

void
ink_side_grid_set_name (InkSideGrid *self,
                        guint row,
                        const char *name)
{
  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (row + 1 < self->rows->len);

  set_label (get_row (self, row + 1)->name, name);
}

void
ink_side_grid_set_cell (InkSideGrid *self,
                        guint row,
                        guint column,
                        const char *text,
                        const char *words,
                        gboolean strong)
{
  GtkWidget *cell, *label;

  g_return_if_fail (INK_IS_SIDE_GRID (self));
  g_return_if_fail (row + 1 < self->rows->len && column < self->n_columns);

  cell = g_ptr_array_index (get_row (self, row + 1)->cells, column);
  label = GTK_IS_BUTTON (cell) ? gtk_button_get_child (GTK_BUTTON (cell)) : cell;
  set_label (label, text);
  if (strong)
    gtk_widget_add_css_class (label, "strong");
  else
    gtk_widget_remove_css_class (label, "strong");
  if (g_strcmp0 (g_object_get_data (G_OBJECT (cell), "words"), words) == 0)
    return;
  g_object_set_data_full (G_OBJECT (cell), "words", g_strdup (words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}
