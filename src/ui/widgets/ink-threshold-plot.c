/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-threshold-plot.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-colour.h"
#include "ui/widgets/ink-threshold-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 260
#define MINIMUM_WIDTH 180
#define HEIGHT 110
/* Room for the handles at the sides and for the axis below. */
#define SIDE 9
#define AXIS 18
#define HANDLE 6
#define GAP 1
/* A few counts stay to be seen beside many. */
#define LEAST_BAR 1.5
#define OUTSIDE_ALPHA 0.22
struct _InkThresholdPlot
{
  GtkWidget parent_instance;

  InkThresholdAxis *axis;

  gboolean ends[2]; /* low, high: whether there is a threshold */
  double limits[2]; /* NaN: open */
  guint active;     /* which the keys move */
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkThresholdPlot, ink_threshold_plot, GTK_TYPE_WIDGET)

/* ---- Moving ---- */

/* An open end is where the bins end. */
static double
get_limit (InkThresholdPlot *self,
           guint index)
{
  if (!isnan (self->limits[index]))
    return self->limits[index];

  return index == 0 ? ink_threshold_axis_get_start (self->axis)
                    : ink_threshold_axis_get_end (self->axis);
}

static void
say_place (InkThresholdPlot *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  double now = get_limit (self, self->active);
  g_autofree char *text
      = ink_numbers_format (&numbers, ink_threshold_axis_get_format (self->axis), now);

  if (isnan (now) || ink_threshold_axis_count (self->axis) == 0)
    return;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
      ink_threshold_axis_get_start (self->axis), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
      ink_threshold_axis_get_end (self->axis), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, now,
      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

/* One threshold never passes the other. */
static void
move_to (InkThresholdPlot *self,
         double number)
{
  double *limit = &self->limits[self->active];

  if (isnan (number) || !self->ends[self->active])
    return;
  if (self->active == 0 && self->ends[1])
    number = MIN (number, get_limit (self, 1));
  if (self->active == 1 && self->ends[0])
    number = MAX (number, get_limit (self, 0));
  if (*limit == number)
    return;
  *limit = number;
  say_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, self->limits[0], self->limits[1]);
}

static gboolean
is_mirrored (InkThresholdPlot *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static double
place_of_x (InkThresholdPlot *self,
            double x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SIDE;
  double place = (x - SIDE) / MAX (width, 1);

  return is_mirrored (self) ? 1 - place : place;
}

static double
x_of_place (InkThresholdPlot *self,
            double place)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * SIDE;

  return SIDE + width * (is_mirrored (self) ? 1 - place : place);
}

/* The nearer one is taken hold of. */
static void
drag_begin_cb (GtkGestureDrag *gesture,
               double x,
               double y,
               InkThresholdPlot *self)
{
  double place = place_of_x (self, x);

  if (self->ends[0] && self->ends[1])
    self->active = fabs (ink_threshold_axis_get_place (self->axis, get_limit (self, 1)) - place)
                   < fabs (ink_threshold_axis_get_place (self->axis, get_limit (self, 0)) - place);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  move_to (self, ink_threshold_axis_get_number (self->axis, place));
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double by,
                double down,
                InkThresholdPlot *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    move_to (self, ink_threshold_axis_get_number (self->axis, place_of_x (self, x + by)));
}

/* By the step of the bin that it goes through. */
static void
move_by (InkThresholdPlot *self,
         int steps)
{
  move_to (self, ink_threshold_axis_step (self->axis, get_limit (self, self->active), steps));
}

static void
move_to_bin (InkThresholdPlot *self,
             int by)
{
  move_to (self, ink_threshold_axis_step_bin (self->axis, get_limit (self, self->active), by));
}

static gboolean
change_active (InkThresholdPlot *self,
               guint active)
{
  if (!self->ends[active] || self->active == active)
    return FALSE;
  self->active = active;
  say_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        InkThresholdPlot *self)
{
  int forward = is_mirrored (self) ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_by (self, -forward);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_by (self, forward);
      return TRUE;
    case GDK_KEY_Page_Down:
      move_to_bin (self, -1);
      return TRUE;
    case GDK_KEY_Page_Up:
      move_to_bin (self, 1);
      return TRUE;
    case GDK_KEY_Home:
      move_to (self, ink_threshold_axis_get_start (self->axis));
      return TRUE;
    case GDK_KEY_End:
      move_to (self, ink_threshold_axis_get_end (self->axis));
      return TRUE;
    case GDK_KEY_Up:
      return change_active (self, 1);
    case GDK_KEY_Down:
      return change_active (self, 0);
    default:
      return FALSE;
    }
}

/* ---- Drawing ---- */

static void
draw_bins (InkThresholdPlot *self,
           GtkSnapshot *snapshot,
           double low,
           double high,
           const GdkRGBA *colour)
{
  double base = gtk_widget_get_height (GTK_WIDGET (self)) - AXIS, room = base - HANDLE;
  guint n = ink_threshold_axis_count (self->axis);

  for (guint i = 0; i < n; i++)
    {
      double share = ink_threshold_axis_get_share (self->axis, i);
      double height = share > 0 ? MAX (room * share, LEAST_BAR) : 0;
      double a = x_of_place (self, MAX ((double) i / n, low));
      double b = x_of_place (self, MIN ((double) (i + 1) / n, high));
      double left = MIN (a, b), width = MAX (fabs (b - a) - GAP, 0.5);

      if (height > 0 && MAX ((double) i / n, low) < MIN ((double) (i + 1) / n, high))
        gtk_snapshot_append_color (snapshot, colour,
                                   &GRAPHENE_RECT_INIT ((float) left, (float) (base - height),
                                                        (float) width, (float) height));
    }
}

static void
draw_handle (InkThresholdPlot *self,
             GtkSnapshot *snapshot,
             guint index,
             const GdkRGBA *colour)
{
  double x = x_of_place (self, ink_threshold_axis_get_place (self->axis, get_limit (self, index)));
  double base = gtk_widget_get_height (GTK_WIDGET (self)) - AXIS;
  gboolean focused = self->active == index && gtk_widget_has_visible_focus (GTK_WIDGET (self));
  double radius = focused ? HANDLE + 2 : HANDLE;
  GskRoundedRect knob;

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) x - 1, 0, 2, (float) base));
  gsk_rounded_rect_init_from_rect (
      &knob,
      &GRAPHENE_RECT_INIT ((float) (x - radius), (float) (base - radius), (float) (2 * radius),
                           (float) (2 * radius)),
      (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &knob);
  gtk_snapshot_append_color (snapshot, colour, &knob.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_label (InkThresholdPlot *self,
            GtkSnapshot *snapshot,
            double number,
            double place,
            const GdkRGBA *colour)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *text
      = ink_numbers_format (&numbers, ink_threshold_axis_get_format (self->axis), number);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, full = gtk_widget_get_width (GTK_WIDGET (self));
  double x = x_of_place (self, place);

  pango_layout_get_pixel_size (layout, &width, NULL);
  x = CLAMP (x - width / 2.0, 0, MAX (full - width, 0));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) (gtk_widget_get_height (GTK_WIDGET (self))
                                                          - AXIS + 3)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
draw_axis (InkThresholdPlot *self,
           GtkSnapshot *snapshot,
           GdkRGBA colour)
{
  guint n = ink_threshold_axis_count (self->axis);

  colour.alpha *= 0.7f;
  draw_label (self, snapshot, ink_threshold_axis_get_start (self->axis), 0, &colour);
  if (n > 2)
    draw_label (self, snapshot, ink_threshold_axis_get_from (self->axis, n / 2),
                (double) (n / 2) / n, &colour);
  draw_label (self, snapshot, ink_threshold_axis_get_end (self->axis), 1, &colour);
}

static void
ink_threshold_plot_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  InkThresholdPlot *self = INK_THRESHOLD_PLOT (widget);
  double low = 0, high = 1;
  GdkRGBA accent, text, faint;

  if (ink_threshold_axis_count (self->axis) == 0)
    return;
  ink_compat_get_colour (widget, "accent_color", &accent);
  ink_compat_get_colour (widget, NULL, &text);
  faint = text;
  faint.alpha = OUTSIDE_ALPHA;
  if (self->ends[0])
    low = ink_threshold_axis_get_place (self->axis, get_limit (self, 0));
  if (self->ends[1])
    high = ink_threshold_axis_get_place (self->axis, get_limit (self, 1));
  draw_bins (self, snapshot, 0, low, &faint);
  draw_bins (self, snapshot, high, 1, &faint);
  draw_bins (self, snapshot, low, high, &accent);
  draw_axis (self, snapshot, text);
  for (guint i = 0; i < 2; i++)
    if (self->ends[i])
      draw_handle (self, snapshot, i, &text);
}

/* ---- What it shows ---- */

void
ink_threshold_plot_set_bins (InkThresholdPlot *self,
                             InkTable *histogram)
{
  g_return_if_fail (INK_IS_THRESHOLD_PLOT (self));

  g_clear_pointer (&self->axis, ink_threshold_axis_free);
  self->axis = ink_threshold_axis_new (histogram);
  say_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ink_threshold_plot_set_ends (InkThresholdPlot *self,
                             gboolean low,
                             gboolean high)
{
  g_return_if_fail (INK_IS_THRESHOLD_PLOT (self));

  self->ends[0] = low;
  self->ends[1] = high;
  if (!self->ends[self->active])
    self->active = low ? 0 : 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ink_threshold_plot_set_limits (InkThresholdPlot *self,
                               double low,
                               double high)
{
  g_return_if_fail (INK_IS_THRESHOLD_PLOT (self));

  self->limits[0] = low;
  self->limits[1] = high;
  say_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The widget ---- */

static void
ink_threshold_plot_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
focus_changed_cb (InkThresholdPlot *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ink_threshold_plot_finalize (GObject *object)
{
  ink_threshold_axis_free (INK_THRESHOLD_PLOT (object)->axis);

  G_OBJECT_CLASS (ink_threshold_plot_parent_class)->finalize (object);
}

static void
ink_threshold_plot_class_init (InkThresholdPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_threshold_plot_finalize;
  widget_class->measure = ink_threshold_plot_measure;
  widget_class->snapshot = ink_threshold_plot_snapshot;
  signals[SIGNAL_MOVED]
      = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "threshold");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
ink_threshold_plot_init (InkThresholdPlot *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->axis = ink_threshold_axis_new (NULL);
  self->limits[0] = self->limits[1] = NAN;
  self->ends[0] = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Threshold"), -1);
}

double
ink_threshold_plot_get_place (InkThresholdPlot *self,
                              double number)
{
  g_return_val_if_fail (INK_IS_THRESHOLD_PLOT (self), 0);

  return ink_threshold_axis_get_place (self->axis, number);
}

double
ink_threshold_plot_get_number (InkThresholdPlot *self,
                               double place)
{
  g_return_val_if_fail (INK_IS_THRESHOLD_PLOT (self), NAN);

  return ink_threshold_axis_get_number (self->axis, place);
}

GtkWidget *
ink_threshold_plot_new (void)
{
  return g_object_new (INK_TYPE_THRESHOLD_PLOT, NULL);
}
