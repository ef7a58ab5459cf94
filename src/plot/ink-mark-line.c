/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines through the rows in their order; a missing value or another series breaks them. */

#include "plot/ink-mark.h"

#include <math.h>

static void
flush (const InkMarkState *state,
       GArray *points,
       guint row)
{
  const InkMark *mark = state->mark;
  InkPaint paint = {
    .stroke = ink_mark_state_colour (state, mark->stroke, row),
    .line_width = mark->width > 0 ? mark->width : state->theme->line,
    .dash = mark->dash,
  };

  if (points->len > 0)
    ink_scene_add_path (state->scene, (const InkPoint *) (gpointer) points->data, points->len, FALSE, &paint,
                        INK_NO_DATUM);
  g_array_set_size (points, 0);
}

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (InkPoint));
  gboolean broken = TRUE;

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      InkPoint point = { ink_mark_state_x (state, INK_CHANNEL_X, row),
                         ink_mark_state_y (state, INK_CHANNEL_Y, row), broken };

      if (row > 0 && ink_mark_series (mark, row) != ink_mark_series (mark, row - 1))
        {
          flush (state, points, row - 1);
          point.moves = TRUE;
        }
      broken = !isfinite (point.x) || !isfinite (point.y);
      if (!broken)
        g_array_append_val (points, point);
    }
  if (ink_mark_n_rows (mark) > 0)
    flush (state, points, ink_mark_n_rows (mark) - 1);
}

const InkMarkKind ink_mark_line = { .name = "line", .emit = emit };
