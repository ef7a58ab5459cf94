/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bars: from a base to a value on one scale, across a band or between two values on the other. */

#include "plot/ink-mark.h"

#include <math.h>

/* What is not nothing is seen. */
#define LEAST 1.5
/* Below so many widths of its outline, a bar would be nothing but outline. */
#define THIN 4

/* On whole points, so that edges are sharp at every whole scale. */
static InkRect
between (double x1,
         double x2,
         double y1,
         double y2)
{
  double left = MIN (x1, x2), right = MAX (x1, x2), top = MIN (y1, y2), bottom = MAX (y1, y2);

  /* Many thin bars would round to nothing. */
  if (right - left >= 1)
    {
      left = round (left);
      right = round (right);
    }
  if (bottom - top >= 1)
    {
      top = round (top);
      bottom = round (bottom);
    }

  return (InkRect){ left, top, right - left, bottom - top };
}

/* A value so small that it would vanish is drawn as the thinnest bar, kept at its base. */
static void
keep_visible (double from,
              double *to)
{
  if (*to != from && fabs (*to - from) < LEAST)
    *to = from + (*to > from ? LEAST : -LEAST);
}

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      double x1, x2, y1, y2;
      InkPaint paint = {
        .fill = ink_mark_state_colour (state, mark->fill, row),
        .stroke = ink_mark_state_colour (state, mark->stroke, row),
        .line_width = state->theme->hair,
        .radius = mark->radius,
      };
      InkRect box;

      if (!ink_mark_state_span_x (state, row, &x1, &x2) ||
          !ink_mark_state_span_y (state, row, &y1, &y2))
        continue;
      keep_visible (x1, &x2);
      keep_visible (y1, &y2);
      box = between (x1, x2, y1, y2);
      if (box.width <= 0 || box.height <= 0)
        continue;
      if (box.width < THIN * paint.line_width)
        paint.stroke = 0;
      ink_scene_add_rect (state->scene, box, &paint, ink_mark_datum (mark, row));
    }
}

const InkMarkKind ink_mark_bar = { .name = "bar", .emit = emit };
