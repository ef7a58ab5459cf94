/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-page-column.h"

struct _InkPageColumn
{
  GtkWidget parent_instance;

  int most;
};

enum
{
  PROP_0,
  PROP_MAXIMUM_SIZE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void ink_page_column_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InkPageColumn, ink_page_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ink_page_column_buildable_init))

static int
measure_child (GtkWidget *child,
               GtkOrientation orientation,
               int for_size,
               int *natural)
{
  int minimum = 0;

  gtk_widget_measure (child, orientation, for_size, &minimum, natural, NULL, NULL);
  return minimum;
}

/* Where the child needs more than reads well, it has that. */
static int
get_child_width (InkPageColumn *self,
                 GtkWidget *child,
                 int width)
{
  int least = measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL);

  return MIN (width, MAX (self->most, least));
}

static void
ink_page_column_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  InkPageColumn *self = INK_PAGE_COLUMN (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_child (child, orientation, -1, natural);
      *natural = MAX (*minimum, MIN (*natural, self->most));
    }
  else if (for_size >= 0)
    {
      *minimum = measure_child (child, orientation, get_child_width (self, child, for_size),
                                natural);
    }
}

static void
ink_page_column_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkAllocation place = { 0, 0, 0, height };

  if (child == NULL)
    return;
  place.width = get_child_width (INK_PAGE_COLUMN (widget), child, width);
  place.x = (width - place.width) / 2;
  gtk_widget_size_allocate (child, &place, baseline);
}

static GtkSizeRequestMode
ink_page_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_page_column_add_child (GtkBuildable *buildable,
                           GtkBuilder *builder,
                           GObject *child,
                           const char *type)
{
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
ink_page_column_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = ink_page_column_add_child;
}

static void
ink_page_column_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (child != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_page_column_parent_class)->dispose (object);
}

static void
ink_page_column_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (id == PROP_MAXIMUM_SIZE)
    INK_PAGE_COLUMN (object)->most = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ink_page_column_class_init (InkPageColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ink_page_column_set_property;
  object_class->dispose = ink_page_column_dispose;
  widget_class->measure = ink_page_column_measure;
  widget_class->size_allocate = ink_page_column_size_allocate;
  widget_class->get_request_mode = ink_page_column_get_request_mode;
  props[PROP_MAXIMUM_SIZE] = g_param_spec_int (
      "maximum-size", NULL, NULL, 0, G_MAXINT, 600,
      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ink_page_column_init (InkPageColumn *self)
{
}
