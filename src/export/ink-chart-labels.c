/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names of points one after the other, each on the side where it covers least. */
#include "config.h"

#include "export/ink-chart-labels.h"

#include "plot/ink-text-measure.h"

#include <math.h>

#define MARKER 12.0
#define GAP 4.0
#define RANGE 3.0
/* Between a name and the axis. */
#define NAME_GAP 10.0
/* Who covers a label or a marker is worse than who covers a line. */
#define WEIGHT_LABEL 12.0
#define WEIGHT_MARKER 4.0
#define WEIGHT_RANGE 4.0
#define WEIGHT_OUTSIDE 20.0
/* A part of its own area that a label may cover of others, by weight. */
#define MOST_COVERED 0.6

typedef InkChartBox Box;

typedef struct
{
  Box box;
  double weight;
} Obstacle;

typedef struct
{
  char *text; /* nullable */
  InkNativeLabels side;
} Label;

struct _InkChartLabels
{
  const InkNativeChart *chart;
  InkChartRoom room;
  GPtrArray *series; /* of GArray of Label */
};

static void
clear_label (gpointer data)
{
  g_free (((Label *) data)->text);
}

static Label *
get_label (const InkChartLabels *self,
           guint series,
           guint point)
{
  return &g_array_index ((GArray *) g_ptr_array_index (self->series, series), Label, point);
}

/* It is wider than what presentations have. */
static InkFont
get_font (const InkChartLabels *self)
{
  return ink_chart_room_get_font (self->room.size);
}

/* --- Geometry --- */

static double
part_of (const InkNativeAxis *axis,
         double value)
{
  double low = axis->is_log ? log2 (axis->low) : axis->low;
  double high = axis->is_log ? log2 (axis->high) : axis->high;
  double part = ((axis->is_log ? log2 (value) : value) - low) / (high - low);

  return axis->is_reversed ? 1 - part : part;
}

static double
to_x (const InkChartLabels *self,
      double value)
{
  return self->room.plot.left
         + part_of (&self->chart->x, value) * (self->room.plot.right - self->room.plot.left);
}

static double
to_y (const InkChartLabels *self,
      double value)
{
  return self->room.plot.bottom
         - part_of (&self->chart->y, value) * (self->room.plot.bottom - self->room.plot.top);
}

static double
overlap (const Box *one,
         const Box *other)
{
  double width = MIN (one->right, other->right) - MAX (one->left, other->left);
  double height = MIN (one->bottom, other->bottom) - MAX (one->top, other->top);

  return MAX (width, 0) * MAX (height, 0);
}

static double
area (const Box *box)
{
  return (box->right - box->left) * (box->bottom - box->top);
}

static Box
around (double x,
        double y,
        double width,
        double height)
{
  return (Box){ x - width / 2, y - height / 2, x + width / 2, y + height / 2 };
}

static gboolean
is_there (const InkNativePoint *point)
{
  return isfinite (point->x) && isfinite (point->y);
}

/* --- Placing --- */

static void
add_obstacles (const InkChartLabels *self,
               const InkNativeSeries *series,
               GArray *obstacles)
{
  for (guint i = 0; i < series->points->len; i++)
    {
      const InkNativePoint *point = ink_native_series_get (series, i);
      Obstacle one = { .weight = WEIGHT_MARKER };
      double x, low, high;

      if (!is_there (point))
        continue;
      x = to_x (self, point->x);
      one.box = around (x, to_y (self, point->y), MARKER, MARKER);
      g_array_append_val (obstacles, one);
      if (!series->has_ranges || !isfinite (point->low) || !isfinite (point->high))
        continue;
      low = to_y (self, point->low);
      high = to_y (self, point->high);
      one = (Obstacle){ around (x, (low + high) / 2, RANGE, fabs (low - high)), WEIGHT_RANGE };
      g_array_append_val (obstacles, one);
    }
}

static Box
box_beside (double x,
            double y,
            double width,
            double height,
            InkNativeLabels side)
{
  double aside = MARKER / 2 + GAP;

  switch (side)
    {
    case INK_NATIVE_LABELS_LEFT:
      return around (x - aside - width / 2, y, width, height);
    case INK_NATIVE_LABELS_ABOVE:
      return around (x, y - aside - height / 2, width, height);
    case INK_NATIVE_LABELS_BELOW:
      return around (x, y + aside + height / 2, width, height);
    case INK_NATIVE_NO_LABELS:
    case INK_NATIVE_LABELS_END:
    case INK_NATIVE_LABELS_RIGHT:
    default:
      return around (x + aside + width / 2, y, width, height);
    }
}

static double
judge (const InkChartLabels *self,
       const GArray *obstacles,
       const Box *box)
{
  double cost = (area (box) - overlap (box, &self->room.labels)) * WEIGHT_OUTSIDE;

  for (guint i = 0; i < obstacles->len; i++)
    {
      const Obstacle *one = &g_array_index (obstacles, Obstacle, i);

      cost += overlap (box, &one->box) * one->weight;
    }

  return cost;
}

/* On the side where it covers least; nowhere where that is too much. */
static void
place_label (const InkChartLabels *self,
             const InkNativePoint *point,
             Label *label,
             GArray *obstacles)
{
  static const InkNativeLabels sides[] = { INK_NATIVE_LABELS_RIGHT, INK_NATIVE_LABELS_LEFT,
                                           INK_NATIVE_LABELS_ABOVE, INK_NATIVE_LABELS_BELOW };
  InkFont font = get_font (self);
  InkTextMeasure *measure = ink_text_measure_get_default ();
  double width = ink_text_measure_width (measure, &font, label->text);
  double height = ink_text_measure_line (measure, &font), least = INFINITY;
  Obstacle best = { .weight = WEIGHT_LABEL };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Box box = box_beside (to_x (self, point->x), to_y (self, point->y), width, height, sides[i]);
      double cost = judge (self, obstacles, &box);

      if (cost < least)
        {
          least = cost;
          best.box = box;
          label->side = sides[i];
        }
    }
  if (least > MOST_COVERED * area (&best.box))
    g_clear_pointer (&label->text, g_free);
  else
    g_array_append_val (obstacles, best);
}

static void
place_labels (InkChartLabels *self)
{
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));

  for (guint i = 0; i < self->chart->series->len; i++)
    add_obstacles (self, g_ptr_array_index (self->chart->series, i), obstacles);
  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const InkNativeSeries *series = g_ptr_array_index (self->chart->series, i);

      for (guint p = 0; p < series->points->len; p++)
        {
          Label *label = get_label (self, i, p);

          if (!series->is_aside && label->text != NULL && label->side == INK_NATIVE_LABELS_RIGHT)
            place_label (self, ink_native_series_get (series, p), label, obstacles);
        }
    }
}

/* --- All of them --- */

/* What fits into the room that is kept for names. */
static char *
shorten (const InkChartLabels *self,
         const char *text,
         double room)
{
  InkFont font = get_font (self);

  return ink_text_measure_ellipsise (ink_text_measure_get_default (), &font, text, room);
}

static GArray *
read_series (const InkChartLabels *self,
             const InkNativeSeries *series)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (Label));
  gboolean is_name = series->labels == INK_NATIVE_LABELS_LEFT && self->chart->name_room > 0;

  g_array_set_clear_func (labels, clear_label);
  for (guint i = 0; i < series->points->len; i++)
    {
      const InkNativePoint *point = ink_native_series_get (series, i);
      Label label = { .side = series->labels };
      gboolean shown = point->label != NULL && isfinite (point->y) && self->room.size > 0
                       && series->labels != INK_NATIVE_NO_LABELS;

      if (shown && self->chart->form == INK_NATIVE_POINTS && !isfinite (point->x))
        shown = FALSE;
      if (shown)
        label.text = is_name ? shorten (self, point->label, self->room.plot.left - NAME_GAP)
                             : g_strdup (point->label);
      g_array_append_val (labels, label);
    }

  return labels;
}

/* Only where the ends of both axes are known it is known what stands where. */
static gboolean
knows_places (const InkNativeChart *chart)
{
  return chart->form == INK_NATIVE_POINTS && chart->name_room > 0 && isfinite (chart->x.low)
         && isfinite (chart->x.high) && isfinite (chart->y.low) && isfinite (chart->y.high);
}

InkChartLabels *
ink_chart_labels_new (const InkNativeChart *chart,
                      double width,
                      double height)
{
  InkChartLabels *self;

  g_return_val_if_fail (chart != NULL, NULL);

  self = g_new0 (InkChartLabels, 1);
  self->chart = chart;
  ink_chart_room_init (&self->room, chart, width, height);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < chart->series->len; i++)
    g_ptr_array_add (self->series, read_series (self, g_ptr_array_index (chart->series, i)));
  if (knows_places (chart))
    place_labels (self);

  return self;
}

void
ink_chart_labels_free (InkChartLabels *labels)
{
  if (labels == NULL)
    return;

  g_ptr_array_unref (labels->series);
  g_free (labels);
}

const InkChartRoom *
ink_chart_labels_get_room (const InkChartLabels *labels)
{
  g_return_val_if_fail (labels != NULL, NULL);

  return &labels->room;
}

const char *
ink_chart_labels_get_text (const InkChartLabels *labels,
                           guint series,
                           guint point)
{
  g_return_val_if_fail (labels != NULL, NULL);

  return get_label (labels, series, point)->text;
}

InkNativeLabels
ink_chart_labels_get_side (const InkChartLabels *labels,
                           guint series,
                           guint point)
{
  g_return_val_if_fail (labels != NULL, INK_NATIVE_NO_LABELS);

  return get_label (labels, series, point)->side;
}
