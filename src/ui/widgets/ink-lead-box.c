/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-lead-box.h"

struct _InkLeadBox
{
  GtkWidget parent_instance;

  GtkWidget *words; /* nullable: the last child */
  int spacing;
};

G_DEFINE_FINAL_TYPE (InkLeadBox, ink_lead_box, GTK_TYPE_WIDGET)

static gboolean
is_words (InkLeadBox *self,
          GtkWidget *child)
{
  return child
         == (self->words != NULL ? self->words
                                 : gtk_widget_get_last_child (GTK_WIDGET (self)));
}

static int
get_natural (GtkWidget *child)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What is left of @width for the words. */
static int
get_rest (InkLeadBox *self,
          int width)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && !is_words (self, child))
      width -= get_natural (child) + self->spacing;

  return MAX (width, 0);
}

/* What stands behind words follows them at once, unless they want all there is. */
static int
get_width (InkLeadBox *self,
           GtkWidget *child,
           int rest)
{
  if (!is_words (self, child))
    return get_natural (child);
  if (self->words == NULL || gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return rest;
  return MIN (rest, get_natural (child));
}

static void
measure_width (InkLeadBox *self,
               int *minimum,
               int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      if (!is_words (self, child))
        child_minimum = child_natural = child_natural + self->spacing;
      *minimum += child_minimum;
      *natural += child_natural;
    }
}

static void
measure_height (InkLeadBox *self,
                int width,
                int *height)
{
  int rest = width < 0 ? -1 : get_rest (self, width);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL,
                          width < 0 ? -1 : get_width (self, child, rest), NULL, &child_height,
                          NULL, NULL);
      *height = MAX (*height, child_height);
    }
}

static void
ink_lead_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (INK_LEAD_BOX (widget), minimum, natural);
      return;
    }
  measure_height (INK_LEAD_BOX (widget), for_size, natural);
  *minimum = *natural;
}

static void
ink_lead_box_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  InkLeadBox *self = INK_LEAD_BOX (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rest = get_rest (self, width);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, 0, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_width (self, child, rest);
      x += place.width + self->spacing;
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static GtkSizeRequestMode
ink_lead_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_lead_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_lead_box_parent_class)->dispose (object);
}

static void
ink_lead_box_class_init (InkLeadBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_lead_box_dispose;
  widget_class->measure = ink_lead_box_measure;
  widget_class->size_allocate = ink_lead_box_size_allocate;
  widget_class->get_request_mode = ink_lead_box_get_request_mode;
}

static void
ink_lead_box_init (InkLeadBox *self)
{
}

GtkWidget *
ink_lead_box_new (int spacing)
{
  InkLeadBox *self = g_object_new (INK_TYPE_LEAD_BOX, NULL);

  self->spacing = spacing;

  return GTK_WIDGET (self);
}

void
ink_lead_box_append (InkLeadBox *self,
                     GtkWidget *child)
{
  g_return_if_fail (INK_IS_LEAD_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
ink_lead_box_append_words (InkLeadBox *self,
                           GtkWidget *words)
{
  g_return_if_fail (INK_IS_LEAD_BOX (self));
  g_return_if_fail (self->words == NULL);

  ink_lead_box_append (self, words);
  self->words = words;
}
