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

static void
ink_wrap_box_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { .width = width };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      place = put (&pen, child);
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
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
