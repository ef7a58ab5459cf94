/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-card-grid.h"

#define SPACING 18
#define CARD_WIDTH 280 /* at least, where more than one stands in a row */
#define MOST_COLUMNS 3u

struct _InkCardGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (InkCardGrid, ink_card_grid, GTK_TYPE_WIDGET)

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

static guint
count_rows (guint n_cards,
            int width)
{
  guint columns = CLAMP ((guint) MAX (width + SPACING, 0) / (CARD_WIDTH + SPACING), 1u,
                         MOST_COLUMNS);

  return (n_cards + columns - 1) / columns;
}

/* The cards of row @row: the last rows take what does not go into equal ones. */
static guint
count_in_row (guint n_cards,
              guint n_rows,
              guint row)
{
  return n_cards / n_rows + (row >= n_rows - n_cards % n_rows ? 1 : 0);
}

static int
get_card_width (int width,
                guint n)
{
  return MAX ((width - (int) (n - 1) * SPACING) / (int) n, 0);
}

/* As high as the highest of the @n from @card on, each in its column. */
static int
measure_row (GtkWidget *card,
             guint n,
             int width)
{
  int highest = 0;

  for (guint i = 0; i < n; i++, card = gtk_widget_get_next_sibling (card))
    {
      int natural;

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, get_card_width (width, n), NULL, &natural,
                          NULL, NULL);
      highest = MAX (highest, natural);
    }

  return highest;
}

static GtkWidget *
skip (GtkWidget *card,
      guint n)
{
  while (n-- > 0)
    card = gtk_widget_get_next_sibling (card);

  return card;
}

static int
measure_height (GtkWidget *widget,
                int width)
{
  GtkWidget *card = gtk_widget_get_first_child (widget);
  guint n = count_children (widget);
  guint n_rows = count_rows (n, width);
  int height = n_rows > 0 ? (int) (n_rows - 1) * SPACING : 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint in_row = count_in_row (n, n_rows, row);

      height += measure_row (card, in_row, width);
      card = skip (card, in_row);
    }

  return height;
}

static void
ink_card_grid_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, (int) MOST_COLUMNS * (CARD_WIDTH + SPACING) - SPACING);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (widget, for_size >= 0 ? for_size : *natural);
}

static void
allocate_row (GtkWidget *widget,
              GtkWidget *card,
              guint n,
              int width,
              int y,
              int height)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int card_width = get_card_width (width, n);

  for (guint i = 0; i < n; i++, card = gtk_widget_get_next_sibling (card))
    {
      int x = (int) i * (card_width + SPACING);

      gtk_widget_size_allocate (
          card,
          &(GtkAllocation){ mirrored ? width - x - card_width : x, y, card_width, height }, -1);
    }
}

static void
ink_card_grid_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  GtkWidget *card = gtk_widget_get_first_child (widget);
  guint n = count_children (widget);
  guint n_rows = count_rows (n, width);
  int y = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint in_row = count_in_row (n, n_rows, row);
      int row_height = measure_row (card, in_row, width);

      allocate_row (widget, card, in_row, width, y, row_height);
      y += row_height + SPACING;
      card = skip (card, in_row);
    }
}

static GtkSizeRequestMode
ink_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_card_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_card_grid_parent_class)->dispose (object);
}

static void
ink_card_grid_class_init (InkCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_card_grid_dispose;
  widget_class->measure = ink_card_grid_measure;
  widget_class->size_allocate = ink_card_grid_size_allocate;
  widget_class->get_request_mode = ink_card_grid_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ink_card_grid_init (InkCardGrid *self)
{
}

void
ink_card_grid_append (InkCardGrid *self,
                      GtkWidget *card)
{
  g_return_if_fail (INK_IS_CARD_GRID (self));
  g_return_if_fail (GTK_IS_WIDGET (card));

  gtk_widget_set_parent (card, GTK_WIDGET (self));
}
