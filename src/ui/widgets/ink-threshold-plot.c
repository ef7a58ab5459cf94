/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-threshold-plot.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-colour.h"

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
#define OUTSIDE_ALPHA 0.22
/* A threshold is round to so many parts of the bin that it lies in. */
#define PARTS 10

typedef struct
{
  double from;
  double to;
  double rows;
} Bin;

struct _InkThresholdPlot
{
  GtkWidget parent_instance;

  GArray *bins; /* Bin */
  double greatest;
  InkFormat format;
  gboolean whole;

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

/* ---- Numbers and places: every bin is as wide as the others ---- */

static const Bin *
get_bin (InkThresholdPlot *self,
         guint index)
{
  return &g_array_index (self->bins, Bin, index);
}

double
ink_threshold_plot_get_place (InkThresholdPlot *self,
                              double number)
{
  guint n, i = 0;

  g_return_val_if_fail (INK_IS_THRESHOLD_PLOT (self), 0);

  n = self->bins->len;
  if (n == 0)
    return 0;
  while (i + 1 < n && number >= get_bin (self, i)->to)
    i++;
  number = CLAMP (number, get_bin (self, i)->from, get_bin (self, i)->to);
  if (!(get_bin (self, i)->to > get_bin (self, i)->from))
    return 0.5;
  return (i + (number - get_bin (self, i)->from) / (get_bin (self, i)->to - get_bin (self, i)->from))
         / n;
}

/* 1, 2 or 5 times a power of ten. */
static double
round_step (double step)
{
  double unit = pow (10, floor (log10 (step)));

  return step >= 5 * unit ? 5 * unit : step >= 2 * unit ? 2 * unit : unit;
}

static double
get_step (InkThresholdPlot *self,
          guint index)
{
  const Bin *bin = get_bin (self, index);
  double step = round_step (MAX ((bin->to - bin->from) / PARTS, 1e-300));

  return self->whole ? MAX (step, 1) : step;
}

double
ink_threshold_plot_get_number (InkThresholdPlot *self,
                               double place)
{
  double at, step;
  const Bin *bin;
  guint index;

  g_return_val_if_fail (INK_IS_THRESHOLD_PLOT (self), NAN);

  if (self->bins->len == 0)
    return NAN;
  at = CLAMP (place, 0, 1) * self->bins->len;
  index = MIN ((guint) at, self->bins->len - 1);
  bin = get_bin (self, index);
  step = get_step (self, index);
  return round ((bin->from + (at - index) * (bin->to - bin->from)) / step) * step;
}

/* ---- Moving ---- */

/* An open end is where the bins end. */
static double
get_limit (InkThresholdPlot *self,
           guint index)
{
  if (!isnan (self->limits[index]) || self->bins->len == 0)
    return self->limits[index];
  return index == 0 ? get_bin (self, 0)->from : get_bin (self, self->bins->len - 1)->to;
}

static void
say_place (InkThresholdPlot *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  double now = get_limit (self, self->active);
  g_autofree char *text = ink_numbers_format (&numbers, self->format, now);

  if (isnan (now) || self->bins->len == 0)
    return;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, get_bin (self, 0)->from,
      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, get_bin (self, self->bins->len - 1)->to,
      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, now, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
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
    self->active = fabs (ink_threshold_plot_get_place (self, get_limit (self, 1)) - place)
                   < fabs (ink_threshold_plot_get_place (self, get_limit (self, 0)) - place);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  move_to (self, ink_threshold_plot_get_number (self, place));
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double by,
                double down,
                InkThresholdPlot *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    move_to (self, ink_threshold_plot_get_number (self, place_of_x (self, x + by)));
}

static guint
find_bin (InkThresholdPlot *self,
          double number)
{
  guint i = 0;

  while (i + 1 < self->bins->len && number >= get_bin (self, i)->to)
    i++;
  return i;
}

/* By the step of the bin that it goes through. */
static void
move_by (InkThresholdPlot *self,
         int steps)
{
  double number = get_limit (self, self->active), step, end;
  guint bin;

  if (isnan (number) || self->bins->len == 0)
    return;
  bin = find_bin (self, number);
  if (steps < 0 && bin > 0 && number <= get_bin (self, bin)->from)
    bin--;
  step = get_step (self, bin);
  end = get_bin (self, self->bins->len - 1)->to;
  number = round (number / step + steps) * step;
  move_to (self, CLAMP (number, get_bin (self, 0)->from, end));
}

static void
move_to_bin (InkThresholdPlot *self,
             int by)
{
  double number = get_limit (self, self->active);
  guint last = self->bins->len;
  int bin;

  if (isnan (number) || last == 0)
    return;
  bin = (int) find_bin (self, number) + by;
  if (by < 0 && number > get_bin (self, (guint) (bin + 1))->from)
    bin++;
  if (bin < 0)
    bin = 0;
  move_to (self, (guint) bin < last ? get_bin (self, (guint) bin)->from : get_bin (self, last - 1)->to);
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
      move_to (self, self->bins->len > 0 ? get_bin (self, 0)->from : NAN);
      return TRUE;
    case GDK_KEY_End:
      move_to (self, self->bins->len > 0 ? get_bin (self, self->bins->len - 1)->to : NAN);
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

/* A few counts stay to be seen beside many. */
static double
get_height (InkThresholdPlot *self,
            const Bin *bin,
            double room)
{
  return bin->rows > 0 ? MAX (room * bin->rows / self->greatest, 1.5) : 0;
}

static void
draw_bins (InkThresholdPlot *self,
           GtkSnapshot *snapshot,
           double low,
           double high,
           const GdkRGBA *colour)
{
  double base = gtk_widget_get_height (GTK_WIDGET (self)) - AXIS, room = base - HANDLE;
  guint n = self->bins->len;

  for (guint i = 0; i < n; i++)
    {
      double height = get_height (self, get_bin (self, i), room);
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
  double x = x_of_place (self, ink_threshold_plot_get_place (self, get_limit (self, index)));
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
  g_autofree char *text = ink_numbers_format (&numbers, self->format, number);
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
  guint n = self->bins->len;

  colour.alpha *= 0.7f;
  draw_label (self, snapshot, get_bin (self, 0)->from, 0, &colour);
  if (n > 2)
    draw_label (self, snapshot, get_bin (self, n / 2)->from, (double) (n / 2) / n, &colour);
  draw_label (self, snapshot, get_bin (self, n - 1)->to, 1, &colour);
}

static void
ink_threshold_plot_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  InkThresholdPlot *self = INK_THRESHOLD_PLOT (widget);
  double low = 0, high = 1;
  GdkRGBA accent, text, faint;

  if (self->bins->len == 0)
    return;
  ink_compat_get_colour (widget, "accent_color", &accent);
  ink_compat_get_colour (widget, NULL, &text);
  faint = text;
  faint.alpha = OUTSIDE_ALPHA;
  if (self->ends[0])
    low = ink_threshold_plot_get_place (self, get_limit (self, 0));
  if (self->ends[1])
    high = ink_threshold_plot_get_place (self, get_limit (self, 1));
  draw_bins (self, snapshot, 0, low, &faint);
  draw_bins (self, snapshot, high, 1, &faint);
  draw_bins (self, snapshot, low, high, &accent);
  draw_axis (self, snapshot, text);
  for (guint i = 0; i < 2; i++)
    if (self->ends[i])
      draw_handle (self, snapshot, i, &text);
}

/* ---- What it shows ---- */

static void
read_bins (InkThresholdPlot *self,
           const InkTable *histogram)
{
  int from = ink_table_find_column (histogram, "from"), to = ink_table_find_column (histogram, "to");
  int rows = ink_table_find_column (histogram, "rows");

  self->format = ink_table_get_format (histogram, (guint) from);
  for (guint i = 0; i < ink_table_get_n_rows (histogram); i++)
    {
      Bin bin = { ink_table_get_number (histogram, (guint) from, i),
                  ink_table_get_number (histogram, (guint) to, i),
                  ink_table_get_number (histogram, (guint) rows, i) };

      self->greatest = MAX (self->greatest, bin.rows);
      self->whole = self->whole && bin.from == floor (bin.from) && bin.to == floor (bin.to);
      g_array_append_val (self->bins, bin);
    }
}

void
ink_threshold_plot_set_bins (InkThresholdPlot *self,
                             InkTable *histogram)
{
  g_return_if_fail (INK_IS_THRESHOLD_PLOT (self));

  g_array_set_size (self->bins, 0);
  self->greatest = 0;
  self->whole = TRUE;
  if (histogram != NULL && ink_table_get_n_rows (histogram) > 0)
    read_bins (self, histogram);
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
  g_array_unref (INK_THRESHOLD_PLOT (object)->bins);

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

  self->bins = g_array_new (FALSE, FALSE, sizeof (Bin));
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

GtkWidget *
ink_threshold_plot_new (void)
{
  return g_object_new (INK_TYPE_THRESHOLD_PLOT, NULL);
}
