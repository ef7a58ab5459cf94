/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-adaptive-box.h"

/* The floor has no breakpoints: the box decides while it is measured and allocated. */

#define THRESHOLD 760 /* from this width on they stand side by side */
#define SIDE_WIDTH 300 /* at least */
#define MOST_SIDE_WIDTH 400
#define SIDE_PART 0.27
#define SPACING 18
#define STRIP_WIDTH 220 /* of a side that comes first */

struct _InkAdaptiveBox
{
  GtkWidget parent_instance;

  double side_part;
  int most_side;
  gboolean side_first;
};

enum
{
  PROP_0,
  PROP_SIDE_PART,
  PROP_MOST_SIDE,
  PROP_SIDE_FIRST,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void ink_adaptive_box_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InkAdaptiveBox, ink_adaptive_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ink_adaptive_box_buildable_init))

static int
get_side_width (InkAdaptiveBox *self,
                int width)
{
  if (self->side_first)
    return STRIP_WIDTH;

  return CLAMP ((int) (width * self->side_part), SIDE_WIDTH, self->most_side);
}

/* A side that is not shown leaves its room to what is. */
static gboolean
is_wide (GtkWidget *side,
         int width)
{
  return width >= THRESHOLD && gtk_widget_should_layout (side);
}

static int
get_gap (GtkWidget *side)
{
  return gtk_widget_should_layout (side) ? SPACING : 0;
}

static int
measure_child (GtkWidget *child,
               GtkOrientation orientation,
               int for_size,
               int *natural)
{
  int minimum;

  gtk_widget_measure (child, orientation, for_size, &minimum, natural, NULL, NULL);
  return minimum;
}

static void
measure_height (InkAdaptiveBox *self,
                GtkWidget *main_child,
                GtkWidget *side,
                int width,
                int *minimum,
                int *natural)
{
  gboolean wide = is_wide (side, width);
  int gap = get_gap (side);
  int main_natural, side_natural;
  int main_minimum = measure_child (main_child, GTK_ORIENTATION_VERTICAL,
                                    wide ? width - get_side_width (self, width) - SPACING : width,
                                    &main_natural);
  int side_minimum = measure_child (side, GTK_ORIENTATION_VERTICAL,
                                    wide ? get_side_width (self, width) : width, &side_natural);

  *minimum = wide ? MAX (main_minimum, side_minimum) : main_minimum + gap + side_minimum;
  *natural = wide ? MAX (main_natural, side_natural) : main_natural + gap + side_natural;
}

static void
ink_adaptive_box_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GtkWidget *main_child = gtk_widget_get_first_child (widget);
  GtkWidget *side = gtk_widget_get_next_sibling (main_child);
  int main_natural, side_natural;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      if (for_size < 0)
        gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &for_size, NULL, NULL, NULL);
      measure_height (INK_ADAPTIVE_BOX (widget), main_child, side, for_size, minimum, natural);
      return;
    }

  *minimum = MAX (measure_child (main_child, orientation, -1, &main_natural),
                  measure_child (side, orientation, -1, &side_natural));
  *natural = MAX (main_natural + SPACING + SIDE_WIDTH, *minimum);
}

/* As high as it wants to be, at the top. Done here, because GTK, asked to align a widget, looks for
 * the least width for its height too, and for that measures all that is in it many times over. */
static int
allocate_child (GtkWidget *child,
                int x,
                int y,
                int width,
                int most_height)
{
  int natural;
  int minimum = measure_child (child, GTK_ORIENTATION_VERTICAL, width, &natural);
  int height = MAX (MIN (natural, most_height), minimum);

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);

  return height;
}

static void
allocate_side_by_side (InkAdaptiveBox *self,
                       GtkWidget *main_child,
                       GtkWidget *side,
                       int width,
                       int height,
                       gboolean mirrored)
{
  int side_width = get_side_width (self, width);
  int main_width = width - side_width - SPACING;

  allocate_child (main_child, mirrored ? side_width + SPACING : 0, 0, main_width, height);
  allocate_child (side, mirrored ? 0 : main_width + SPACING, 0, side_width, height);
}

static void
allocate_stacked (GtkWidget *main_child,
                  GtkWidget *side,
                  int width,
                  int height)
{
  int natural, gap = get_gap (side);
  int side_height = measure_child (side, GTK_ORIENTATION_VERTICAL, width, &natural);
  int main_height = allocate_child (main_child, 0, 0, width, height - gap - side_height);

  if (gtk_widget_should_layout (side))
    allocate_child (side, 0, main_height + gap, width, height - gap - main_height);
}

static void
ink_adaptive_box_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  GtkWidget *main_child = gtk_widget_get_first_child (widget);
  GtkWidget *side = gtk_widget_get_next_sibling (main_child);

  if (is_wide (side, width))
    allocate_side_by_side (INK_ADAPTIVE_BOX (widget), main_child, side, width, height,
                           INK_ADAPTIVE_BOX (widget)->side_first
                               != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL));
  else
    allocate_stacked (main_child, side, width, height);
}

static GtkSizeRequestMode
ink_adaptive_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_adaptive_box_add_child (GtkBuildable *buildable,
                            GtkBuilder *builder,
                            GObject *child,
                            const char *type)
{
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
ink_adaptive_box_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = ink_adaptive_box_add_child;
}

static void
ink_adaptive_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_adaptive_box_parent_class)->dispose (object);
}

static void
ink_adaptive_box_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  InkAdaptiveBox *self = INK_ADAPTIVE_BOX (object);

  switch (id)
    {
    case PROP_SIDE_PART:
      self->side_part = g_value_get_double (value);
      break;
    case PROP_MOST_SIDE:
      self->most_side = g_value_get_int (value);
      break;
    case PROP_SIDE_FIRST:
      self->side_first = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_adaptive_box_class_init (InkAdaptiveBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = ink_adaptive_box_set_property;
  object_class->dispose = ink_adaptive_box_dispose;
  props[PROP_SIDE_PART]
      = g_param_spec_double ("side-part", NULL, NULL, 0, 1, SIDE_PART, flags);
  props[PROP_MOST_SIDE] = g_param_spec_int ("most-side", NULL, NULL, SIDE_WIDTH, G_MAXINT,
                                            MOST_SIDE_WIDTH, flags);
  props[PROP_SIDE_FIRST] = g_param_spec_boolean ("side-first", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  widget_class->measure = ink_adaptive_box_measure;
  widget_class->size_allocate = ink_adaptive_box_size_allocate;
  widget_class->get_request_mode = ink_adaptive_box_get_request_mode;
}

static void
ink_adaptive_box_init (InkAdaptiveBox *self)
{
}
