/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Straight lines: up the cell at X, along the cell at Y, or between the ends that are bound. */

#include "plot/ink-mark.h"

#include <math.h>

static void
block (const InkMarkState *state,
       const InkPoint *ends,
       double width)
{
  ink_placer_block (state->placer,
                    (InkRect){ MIN (ends[0].x, ends[1].x) - width / 2,
                               MIN (ends[0].y, ends[1].y) - width / 2,
                               fabs (ends[1].x - ends[0].x) + width,
                               fabs (ends[1].y - ends[0].y) + width });
}

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  gboolean vertical = ink_mark_has (mark, INK_CHANNEL_X) && !ink_mark_has (mark, INK_CHANNEL_X2)
                      && !ink_mark_has (mark, INK_CHANNEL_Y2);

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      InkRect cell = ink_mark_state_cell (state, row);
      InkPoint ends[2] = {
        { ink_mark_state_x (state, INK_CHANNEL_X, row),
          ink_mark_state_y (state, INK_CHANNEL_Y, row), TRUE },
      };
      InkPaint paint = {
        .stroke = ink_mark_state_colour (state, mark->stroke, row),
        .line_width = mark->width > 0 ? mark->width : state->theme->hair,
        .dash = mark->dash,
      };

      ends[1] = (InkPoint){ ends[0].x, ends[0].y, FALSE };
      if (vertical)
        {
          ends[0].y = cell.y;
          ends[1].y = cell.y + cell.height;
        }
      else if (ink_mark_has (mark, INK_CHANNEL_Y2))
        {
          ends[1].y = ink_mark_state_y (state, INK_CHANNEL_Y2, row);
        }
      else if (ink_mark_has (mark, INK_CHANNEL_X2))
        {
          ends[1].x = ink_mark_state_x (state, INK_CHANNEL_X2, row);
        }
      else
        {
          ends[0].x = cell.x;
          ends[1].x = cell.x + cell.width;
        }
      for (guint i = 0; i < 2; i++)
        {
          ends[i].x += mark->dx;
          ends[i].y += mark->dy;
        }
      if (!isfinite (ends[0].x + ends[0].y + ends[1].x + ends[1].y))
        continue;
      ink_scene_add_path (state->scene, ends, 2, FALSE, &paint, ink_mark_datum (mark, row));
      if (mark->blocks)
        block (state, ends, paint.line_width);
    }
}

const InkMarkKind ink_mark_rule = { .name = "rule", .emit = emit };
