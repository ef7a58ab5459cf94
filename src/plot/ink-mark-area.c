/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Areas between Y and Y2 along X: a range around a line. Missing values part them. */

#include "plot/ink-mark.h"

#include <math.h>

static void
flush (const InkMarkState *state,
       GArray *upper,
       GArray *lower)
{
  InkPaint paint = { .fill = ink_mark_state_colour (state, state->mark->fill, 0) };

  for (guint i = lower->len; i > 0; i--)
    {
      InkPoint point = g_array_index (lower, InkPoint, i - 1);

      g_array_append_val (upper, point);
    }
  if (lower->len > 1)
    ink_scene_add_path (state->scene, (const InkPoint *) (gpointer) upper->data, upper->len, TRUE, &paint,
                        INK_NO_DATUM);
  g_array_set_size (upper, 0);
  g_array_set_size (lower, 0);
}

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  g_autoptr (GArray) upper = g_array_new (FALSE, FALSE, sizeof (InkPoint));
  g_autoptr (GArray) lower = g_array_new (FALSE, FALSE, sizeof (InkPoint));

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      double x = ink_mark_state_x (state, INK_CHANNEL_X, row);
      InkPoint high = { x, ink_mark_state_y (state, INK_CHANNEL_Y2, row), FALSE };
      InkPoint low = { x, ink_mark_state_y (state, INK_CHANNEL_Y, row), FALSE };

      if (isfinite (x) && isfinite (high.y) && isfinite (low.y))
        {
          g_array_append_val (upper, high);
          g_array_append_val (lower, low);
        }
      else
        {
          flush (state, upper, lower);
        }
    }
  flush (state, upper, lower);
}

const InkMarkKind ink_mark_area = { .name = "area", .emit = emit };
