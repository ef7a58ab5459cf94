/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scene on cairo: the same calls whether it becomes pixels, SVG or PDF. */

#include "plot/ink-scene.h"
#include "plot/ink-text-measure.h"

#include <math.h>

static void
set_colour (cairo_t *cr,
            InkColour colour)
{
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static gboolean
is_visible (InkColour colour)
{
  return (colour & 0xff) != 0;
}

static void
trace_rect (cairo_t *cr,
            const InkRect *box,
            double radius)
{
  if (radius <= 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - radius, box->y + box->height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, box->y + box->height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace_path (cairo_t *cr,
            const InkPrimitive *primitive)
{
  for (guint i = 0; i < primitive->n_points; i++)
    {
      const InkPoint *point = &primitive->points[i];

      if (point->moves && i > 0 && primitive->closed)
        cairo_close_path (cr);
      if (point->moves || i == 0)
        cairo_move_to (cr, point->x, point->y);
      else
        cairo_line_to (cr, point->x, point->y);
    }
  if (primitive->closed)
    cairo_close_path (cr);
}

static void
fill_and_stroke (cairo_t *cr,
                 const InkPrimitive *primitive)
{
  if (is_visible (primitive->fill))
    {
      set_colour (cr, primitive->fill);
      cairo_fill_preserve (cr);
    }
  if (is_visible (primitive->stroke) && primitive->line_width > 0)
    {
      set_colour (cr, primitive->stroke);
      cairo_set_line_width (cr, primitive->line_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, primitive->dash > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, &primitive->dash, primitive->dash > 0 ? 1 : 0, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_primitive (cairo_t *cr,
                 const InkPrimitive *primitive)
{
  switch (primitive->kind)
    {
    case INK_PRIMITIVE_RECT:
      trace_rect (cr, &primitive->box, primitive->radius);
      fill_and_stroke (cr, primitive);
      break;

    case INK_PRIMITIVE_PATH:
      trace_path (cr, primitive);
      fill_and_stroke (cr, primitive);
      break;

    case INK_PRIMITIVE_TEXT:
      set_colour (cr, primitive->fill);
      ink_text_measure_show (ink_text_measure_get_default (), cr, &primitive->font,
                             primitive->text, primitive->box.x, primitive->baseline);
      break;

    case INK_PRIMITIVE_PUSH_CLIP:
      cairo_save (cr);
      trace_rect (cr, &primitive->box, 0);
      cairo_clip (cr);
      break;

    case INK_PRIMITIVE_POP_CLIP:
      cairo_restore (cr);
      break;

    case INK_PRIMITIVE_BEGIN_GROUP:
    case INK_PRIMITIVE_END_GROUP:
      break;
    }
}

/**
 * ink_scene_paint:
 * @cr: where one unit is one point (or logical pixel); a device scale is its matrix
 */
void
ink_scene_paint (const InkScene *scene,
                 cairo_t *cr)
{
  guint n = ink_scene_get_n_primitives (scene);

  g_return_if_fail (scene != NULL && cr != NULL);

  cairo_save (cr);
  for (guint i = 0; i < n; i++)
    paint_primitive (cr, ink_scene_get_primitive (scene, i));
  cairo_restore (cr);
}
