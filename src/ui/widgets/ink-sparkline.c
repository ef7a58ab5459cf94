/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-sparkline.h"

#include "ui/compat/ink-compat-colour.h"
#include "ui/widgets/ink-scene-node.h"

#include <string.h>

#define WIDTH 96
#define HEIGHT 24
#define LINE_WIDTH 1.5
#define AREA_ALPHA 0.15
/* Fewer values than this are columns: a line between two points says nothing. */
#define FEWEST_FOR_LINE 4
#define WIDEST_COLUMN 14

/* The drawing is kept as a node: rows of a list are drawn anew at every frame of scrolling. */
struct _InkSparkline
{
  GtkWidget parent_instance;

  double *values;
  guint n;
  GskRenderNode *node;
  gboolean plain;
  gboolean tiny;
};

G_DEFINE_FINAL_TYPE (InkSparkline, ink_sparkline, GTK_TYPE_WIDGET)

typedef struct
{
  const double *values;
  guint n;
  double greatest;
  double width;
  double height;
} Frame;

static double
get_greatest (const InkSparkline *self)
{
  double greatest = 0;

  for (guint i = 0; i < self->n; i++)
    greatest = MAX (greatest, self->values[i]);
  return greatest;
}

static double
get_y (const Frame *frame,
       guint index)
{
  double room = frame->height - 2 * LINE_WIDTH;

  return frame->height - LINE_WIDTH - room * frame->values[index] / frame->greatest;
}

static void
draw_line (cairo_t *cr,
           const Frame *frame,
           const GdkRGBA *colour)
{
  double step = (frame->width - 2 * LINE_WIDTH) / (frame->n - 1);
  double bottom = frame->height - LINE_WIDTH;

  for (guint i = 0; i < frame->n; i++)
    cairo_line_to (cr, LINE_WIDTH + i * step, get_y (frame, i));
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke_preserve (cr);
  cairo_line_to (cr, frame->width - LINE_WIDTH, bottom);
  cairo_line_to (cr, LINE_WIDTH, bottom);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue,
                         colour->alpha * AREA_ALPHA);
  cairo_fill (cr);
}

/* Side by side in the middle: far apart they would be no picture. */
static void
draw_columns (cairo_t *cr,
              const Frame *frame)
{
  double room = MIN (frame->width / frame->n, WIDEST_COLUMN);
  double start = (frame->width - room * frame->n) / 2;

  for (guint i = 0; i < frame->n; i++)
    {
      double top = get_y (frame, i);

      cairo_rectangle (cr, start + i * room + 1, top, room - 2,
                       frame->height - LINE_WIDTH - top);
    }
  cairo_fill (cr);
}

static void
draw (GtkWidget *widget,
      cairo_t *cr)
{
  InkSparkline *self = INK_SPARKLINE (widget);
  Frame frame = { self->values, self->n, get_greatest (self), gtk_widget_get_width (widget),
                  gtk_widget_get_height (widget) };
  GdkRGBA colour;

  ink_compat_get_colour (widget, self->plain ? NULL : "accent_color", &colour);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, frame.width, 0);
      cairo_scale (cr, -1, 1);
    }
  gdk_cairo_set_source_rgba (cr, &colour);
  if (self->n >= FEWEST_FOR_LINE)
    draw_line (cr, &frame, &colour);
  else
    draw_columns (cr, &frame);
}

static void
ink_sparkline_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  InkSparkline *self = INK_SPARKLINE (widget);

  int width = gtk_widget_get_width (widget);

  if (self->node == NULL && get_greatest (self) > 0 && width >= 8)
    self->node = ink_painted_to_node (widget, width, gtk_widget_get_height (widget), draw);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

static void
forget_node (InkSparkline *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
ink_sparkline_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  forget_node (INK_SPARKLINE (widget));
}

static void
ink_sparkline_css_changed (GtkWidget *widget,
                           GtkCssStyleChange *change)
{
  forget_node (INK_SPARKLINE (widget));
  GTK_WIDGET_CLASS (ink_sparkline_parent_class)->css_changed (widget, change);
}

static void
ink_sparkline_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  gboolean tiny = INK_SPARKLINE (widget)->tiny;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH / 2 : tiny ? HEIGHT / 2 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL && !tiny ? WIDTH : *minimum;
}

static void
ink_sparkline_finalize (GObject *object)
{
  InkSparkline *self = INK_SPARKLINE (object);

  forget_node (self);
  g_free (self->values);

  G_OBJECT_CLASS (ink_sparkline_parent_class)->finalize (object);
}

static void
ink_sparkline_class_init (InkSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_sparkline_finalize;
  widget_class->snapshot = ink_sparkline_snapshot;
  widget_class->measure = ink_sparkline_measure;
  widget_class->size_allocate = ink_sparkline_size_allocate;
  widget_class->css_changed = ink_sparkline_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ink_sparkline_init (InkSparkline *self)
{
}

GtkWidget *
ink_sparkline_new (void)
{
  return g_object_new (INK_TYPE_SPARKLINE, NULL);
}

void
ink_sparkline_set_values (InkSparkline *self,
                          const double *values,
                          guint n,
                          const char *description)
{
  g_return_if_fail (INK_IS_SPARKLINE (self));
  g_return_if_fail (values != NULL || n == 0);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description != NULL ? description : "", -1);
  if (n == self->n && (n == 0 || memcmp (values, self->values, n * sizeof *values) == 0))
    return;
  g_free (self->values);
  self->values = g_memdup2 (values, n * sizeof *values);
  self->n = n;
  forget_node (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ink_sparkline_set_plain (InkSparkline *self,
                         gboolean plain)
{
  g_return_if_fail (INK_IS_SPARKLINE (self));

  if (self->plain == plain)
    return;
  self->plain = plain;
  forget_node (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ink_sparkline_set_tiny (InkSparkline *self,
                        gboolean tiny)
{
  g_return_if_fail (INK_IS_SPARKLINE (self));

  if (self->tiny == tiny)
    return;
  self->tiny = tiny;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
