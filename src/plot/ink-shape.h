/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small shapes that tell kinds of data apart for those who do not see their colours. */
#pragma once

#include "plot/ink-scene-builder.h"

G_BEGIN_DECLS

/**
 * InkShape:
 * @INK_SHAPE_AHEAD, @INK_SHAPE_BEHIND: triangles in and against the reading direction
 * @INK_SHAPE_BAR: a standing bar
 * @INK_SHAPE_TICK: a standing line
 */
typedef enum
{
  INK_SHAPE_CIRCLE,
  INK_SHAPE_SQUARE,
  INK_SHAPE_DIAMOND,
  INK_SHAPE_UP,
  INK_SHAPE_DOWN,
  INK_SHAPE_AHEAD,
  INK_SHAPE_BEHIND,
  INK_SHAPE_BAR,
  INK_SHAPE_CROSS,
  INK_SHAPE_TICK,
  INK_N_SHAPES,
} InkShape;

/* Around (@x, @y), looking as large as a circle of @size. Lines have the colour of the fill. */
void ink_shape_add (InkScene *scene, InkShape shape, double x, double y, double size,
                    const InkPaint *paint, guint datum);

G_END_DECLS
