/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Grid lines across the frame at the ticks of X or Y. */

#include "plot/ink-mark.h"
#include "plot/ink-mark-ticks.h"

#include <math.h>

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  const InkScale *scale = &state->scales[mark->axis];
  g_autoptr (GArray) ticks = ink_mark_ticks (state);
  InkPaint paint = {
    .stroke = ink_mark_state_colour (state, mark->stroke, 0),
    .line_width = state->theme->hair,
    .dash = mark->dash,
  };

  for (guint i = 0; i < ticks->len; i++)
    {
      double place = ink_scale_map (scale, g_array_index (ticks, InkTick, i).value);
      const InkRect *frame = &state->frame;
      InkPoint ends[2] = { { frame->x, round (frame->y + place), TRUE },
                           { frame->x + frame->width, round (frame->y + place), FALSE } };

      if (mark->axis == INK_SCALE_X)
        {
          ends[0] = (InkPoint){ round (frame->x + place), frame->y, TRUE };
          ends[1] = (InkPoint){ round (frame->x + place), frame->y + frame->height, FALSE };
        }
      if (isfinite (place))
        ink_scene_add_path (state->scene, ends, 2, FALSE, &paint, INK_NO_DATUM);
    }
}

const InkMarkKind ink_mark_grid = { .name = "grid", .emit = emit };
