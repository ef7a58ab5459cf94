/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-wrap-box.h"

#define SPACING 6

struct _InkWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (InkWrapBox, ink_wrap_box, GTK_TYPE_WIDGET)

/* Where the pen is while lines are set. */
typedef struct
{
  int width;
  int x;
  int y;
  int line; /* height of the line so far */
} Pen;

static GtkAllocation
put (Pen *pen,
     GtkWidget *child)
{
  GtkRequisition minimum, natural;
  GtkAllocation place;

  gtk_widget_get_preferred_size (child, &minimum, &natural);
  place.width = MAX (MIN (natural.width, pen->width), minimum.width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL,
                      NULL);
  if (pen->x > 0 && pen->x + place.width > pen->width)
    {
      pen->y += pen->line + SPACING;
      pen->x = pen->line = 0;
    }
  place.x = pen->x;
  place.y = pen->y;
  pen->x += place.width + SPACING;
  pen->line = MAX (pen->line, place.height);

  return place;
}

static void
measure_width (GtkWidget *widget,
               int *minimum,
               int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
ink_wrap_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  Pen pen = { .width = for_size < 0 ? G_MAXINT : for_size };

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (widget, minimum, natural);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      put (&pen, child);
  *minimum = *natural = pen.y + pen.line;
}

typedef struct
{
  GtkWidget *child;
  GtkAllocation place;
} Placed;

/* What is left of the line of @placed from @first to before @end goes to the first that expands. All
 * stand in the line's middle. */
static void
fill_line (GArray *placed,
           guint first,
           guint end,
           int width)
{
  const GtkAllocation *last = end > first ? &g_array_index (placed, Placed, end - 1).place : NULL;
  int rest = last != NULL ? MAX (width - last->x - last->width, 0) : 0;
  gboolean found = FALSE;
  int height = 0;

  for (guint i = first; i < end; i++)
    height = MAX (height, g_array_index (placed, Placed, i).place.height);
  for (guint i = first; i < end; i++)
    {
      Placed *at = &g_array_index (placed, Placed, i);

      at->place.y += (height - at->place.height) / 2;
      if (found)
        at->place.x += rest;
      else if (gtk_widget_compute_expand (at->child, GTK_ORIENTATION_HORIZONTAL))
        {
          at->place.width += rest;
          found = TRUE;
        }
    }
}

static GArray *
place_all (GtkWidget *widget,
           int width)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  Pen pen = { .width = width };
  guint first = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Placed at = { .child = child };

      if (!gtk_widget_should_layout (child))
        continue;
      at.place = put (&pen, child);
      if (at.place.x == 0)
        {
          fill_line (placed, first, placed->len, width);
          first = placed->len;
        }
      g_array_append_val (placed, at);
    }
  fill_line (placed, first, placed->len, width);

  return placed;
}

static void
ink_wrap_box_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) placed = place_all (widget, width);

  for (guint i = 0; i < placed->len; i++)
    {
      Placed *at = &g_array_index (placed, Placed, i);

      if (mirrored)
        at->place.x = width - at->place.x - at->place.width;
      gtk_widget_size_allocate (at->child, &at->place, -1);
    }
}

static GtkSizeRequestMode
ink_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_wrap_box_parent_class)->dispose (object);
}

static void
ink_wrap_box_class_init (InkWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_wrap_box_dispose;
  widget_class->measure = ink_wrap_box_measure;
  widget_class->size_allocate = ink_wrap_box_size_allocate;
  widget_class->get_request_mode = ink_wrap_box_get_request_mode;
}

static void
ink_wrap_box_init (InkWrapBox *self)
{
}

GtkWidget *
ink_wrap_box_new (void)
{
  return g_object_new (INK_TYPE_WRAP_BOX, NULL);
}

void
ink_wrap_box_insert_after (InkWrapBox *self,
                           GtkWidget *child,
                           GtkWidget *sibling)
{
  g_return_if_fail (INK_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_after (child, GTK_WIDGET (self), sibling);
}
