/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shapes at X and Y. */

#include "plot/ink-mark.h"
#include "plot/ink-shape.h"

#include <math.h>

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  double size = mark->width > 0 ? mark->width : state->theme->line * 3;

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      double x = ink_mark_state_x (state, INK_CHANNEL_X, row) + mark->dx;
      double y = ink_mark_state_y (state, INK_CHANNEL_Y, row) + mark->dy;
      InkPaint paint = {
        .fill = ink_mark_state_colour (state, mark->fill, row),
        .stroke = ink_mark_state_colour (state, mark->stroke, row),
        .line_width = state->theme->hair * 1.5,
      };

      ink_shape_add (state->scene, ink_mark_shape (mark, row), x, y, size, &paint,
                     ink_mark_datum (mark, row));
      if (mark->blocks && isfinite (x + y))
        ink_placer_block (state->placer, (InkRect){ x - size / 2, y - size / 2, size, size });
    }
}

const InkMarkKind ink_mark_symbol = { .name = "symbol", .emit = emit };
