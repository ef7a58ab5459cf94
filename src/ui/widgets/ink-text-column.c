/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-text-column.h"

#include "ui/widgets/ink-wrapped-label.h"

/* Of texts that wrap: to find their least width, GTK would lay them out a letter a line. */
#define LEAST_CHARS 12

struct _InkTextColumn
{
  GtkWidget parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkTextColumn, ink_text_column, GTK_TYPE_WIDGET)

/* The next child from @child (it too) on that takes room. */
static GtkWidget *
find_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return find_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  return find_shown (gtk_widget_get_next_sibling (child));
}

static void
ink_text_column_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int gap = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL; child = next_shown (child))
    {
      int least, wanted;

      gtk_widget_measure (child, orientation, for_size, &least, &wanted, NULL, NULL);
      /* As high as they are laid out: GTK 4.18 tells less of a row whose words break. */
      *minimum = orientation == GTK_ORIENTATION_VERTICAL ? *minimum + gap + wanted
                                                         : MAX (*minimum, least);
      *natural = orientation == GTK_ORIENTATION_VERTICAL ? *natural + gap + wanted
                                                         : MAX (*natural, wanted);
      gap = INK_TEXT_COLUMN (widget)->spacing;
    }
}

/* Texts are as high as they want to be: what is too much is scrolled. */
static void
ink_text_column_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  int y = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL; child = next_shown (child))
    {
      int wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, wanted }, -1);
      y += wanted + INK_TEXT_COLUMN (widget)->spacing;
    }
}

static GtkSizeRequestMode
ink_text_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_text_column_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SPACING:
      INK_TEXT_COLUMN (object)->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_text_column_dispose (GObject *object)
{
  ink_text_column_clear (INK_TEXT_COLUMN (object));

  G_OBJECT_CLASS (ink_text_column_parent_class)->dispose (object);
}

static void
ink_text_column_class_init (InkTextColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ink_text_column_set_property;
  object_class->dispose = ink_text_column_dispose;
  widget_class->measure = ink_text_column_measure;
  widget_class->size_allocate = ink_text_column_size_allocate;
  widget_class->get_request_mode = ink_text_column_get_request_mode;
  props[PROP_SPACING] = g_param_spec_int (
      "spacing", NULL, NULL, 0, G_MAXINT, 0,
      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ink_text_column_init (InkTextColumn *self)
{
}

GtkWidget *
ink_text_column_new (int spacing)
{
  return g_object_new (INK_TYPE_TEXT_COLUMN, "spacing", spacing, NULL);
}

void
ink_text_column_append (InkTextColumn *self,
                        GtkWidget *child)
{
  g_return_if_fail (INK_IS_TEXT_COLUMN (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (GTK_IS_LABEL (child) && gtk_label_get_wrap (GTK_LABEL (child))
      && gtk_label_get_width_chars (GTK_LABEL (child)) < 0)
    gtk_label_set_width_chars (GTK_LABEL (child), LEAST_CHARS);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
say (GtkLabel *label,
     const char *markup)
{
  if (g_strcmp0 (gtk_label_get_label (label), markup) != 0)
    gtk_label_set_markup (label, markup);
}

void
ink_text_column_say (InkTextColumn *self,
                     GPtrArray *texts)
{
  GtkWidget *child, *next;

  g_return_if_fail (INK_IS_TEXT_COLUMN (self));
  g_return_if_fail (texts != NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < texts->len; i++)
    {
      if (child == NULL)
        {
          child = ink_wrapped_label_new (NULL, NULL);
          ink_text_column_append (self, child);
        }
      say (GTK_LABEL (child), g_ptr_array_index (texts, i));
      child = gtk_widget_get_next_sibling (child);
    }
  for (; child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      gtk_widget_unparent (child);
    }
}

void
ink_text_column_clear (InkTextColumn *self)
{
  GtkWidget *child;

  g_return_if_fail (INK_IS_TEXT_COLUMN (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
