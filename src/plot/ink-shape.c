/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shapes as corners around a middle; a circle and a bar are rectangles. */

#include "plot/ink-shape.h"

#include <math.h>

#define MOST_CORNERS 4

typedef struct
{
  guint n;
  double corners[MOST_CORNERS][2]; /* in halves of the size */
} Outline;

/* Corners reach further out than a circle does, so that areas are alike. */
static const Outline outlines[INK_N_SHAPES] = {
  [INK_SHAPE_SQUARE] = { 4, { { -.88, -.88 }, { .88, -.88 }, { .88, .88 }, { -.88, .88 } } },
  [INK_SHAPE_DIAMOND] = { 4, { { 0, -1.25 }, { 1.25, 0 }, { 0, 1.25 }, { -1.25, 0 } } },
  [INK_SHAPE_UP] = { 3, { { 0, -1.2 }, { 1.2, .9 }, { -1.2, .9 } } },
  [INK_SHAPE_DOWN] = { 3, { { 0, 1.2 }, { 1.2, -.9 }, { -1.2, -.9 } } },
  [INK_SHAPE_AHEAD] = { 3, { { 1.2, 0 }, { -.9, 1.2 }, { -.9, -1.2 } } },
  [INK_SHAPE_BEHIND] = { 3, { { -1.2, 0 }, { .9, 1.2 }, { .9, -1.2 } } },
  [INK_SHAPE_BAR] = { 4, { { -.5, -1.25 }, { .5, -1.25 }, { .5, 1.25 }, { -.5, 1.25 } } },
};

static void
add_line (InkScene *scene,
          const double ends[4],
          double x,
          double y,
          double half,
          const InkPaint *paint,
          guint datum)
{
  InkPoint points[2] = { { x + ends[0] * half, y + ends[1] * half, TRUE },
                         { x + ends[2] * half, y + ends[3] * half, FALSE } };

  ink_scene_add_path (scene, points, 2, FALSE, paint, datum);
}

void
ink_shape_add (InkScene *scene,
               InkShape shape,
               double x,
               double y,
               double size,
               const InkPaint *paint,
               guint datum)
{
  double half = size / 2;
  InkPaint line = { .stroke = paint->fill, .line_width = paint->line_width };
  const Outline *outline;
  InkPoint points[MOST_CORNERS];

  g_return_if_fail (scene != NULL && paint != NULL && shape < INK_N_SHAPES);

  if (!isfinite (x + y + size))
    return;
  outline = &outlines[shape];
  for (guint i = 0; i < outline->n; i++)
    points[i] = (InkPoint){ x + outline->corners[i][0] * half, y + outline->corners[i][1] * half,
                            i == 0 };
  if (outline->n > 0)
    {
      ink_scene_add_path (scene, points, outline->n, TRUE, paint, datum);
    }
  else if (shape == INK_SHAPE_TICK)
    {
      add_line (scene, (const double[]){ 0, -1, 0, 1 }, x, y, half, &line, datum);
    }
  else if (shape == INK_SHAPE_CROSS)
    {
      line.line_width = MAX (line.line_width, size / 5);
      add_line (scene, (const double[]){ -.85, -.85, .85, .85 }, x, y, half, &line, datum);
      add_line (scene, (const double[]){ -.85, .85, .85, -.85 }, x, y, half, &line, datum);
    }
  else
    {
      InkPaint round = *paint;

      round.radius = half;
      ink_scene_add_rect (scene, (InkRect){ x - half, y - half, size, size }, &round, datum);
    }
}
