/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-marks.h"

#include "ui/compat/ink-compat-colour.h"

#define MARK_WIDTH 3

static void
append_bar (InkBoardCanvas *canvas,
            GtkSnapshot *snapshot,
            float x,
            float y,
            float width,
            float height)
{
  GskRoundedRect bar;
  GdkRGBA colour;

  ink_compat_get_colour (GTK_WIDGET (canvas), "accent_color", &colour);
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MARK_WIDTH / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &colour, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

void
ink_board_marks_append_place (InkBoardCanvas *canvas,
                              GtkSnapshot *snapshot,
                              guint lane,
                              guint place,
                              InkGoalCard *but)
{
  InkBoardLane *in;
  graphene_rect_t box;
  double zoom;
  double y;

  g_return_if_fail (INK_IS_BOARD_CANVAS (canvas));

  if (lane >= ink_board_canvas_count_lanes (canvas))
    return;
  in = ink_board_canvas_get_lane (canvas, lane);
  if (!ink_board_canvas_get_box (canvas, GTK_WIDGET (in), &box))
    return;
  zoom = ink_board_canvas_get_narrow (canvas) ? 1 : ink_board_canvas_get_zoom (canvas);
  y = box.origin.y + ink_board_lane_get_mark (in, place, but) * zoom;
  append_bar (canvas, snapshot, box.origin.x + 8, (float) y - MARK_WIDTH / 2.0f,
              box.size.width - 16, MARK_WIDTH);
}

void
ink_board_marks_append_lane (InkBoardCanvas *canvas,
                             GtkSnapshot *snapshot,
                             guint position)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL;
  guint n;
  gboolean last;
  graphene_rect_t box;
  float x;

  g_return_if_fail (INK_IS_BOARD_CANVAS (canvas));

  n = ink_board_canvas_count_lanes (canvas);
  last = position >= n;
  if (position == INK_NO_POSITION || n == 0
      || !ink_board_canvas_get_box (
          canvas, GTK_WIDGET (ink_board_canvas_get_lane (canvas, MIN (position, n - 1))), &box))
    return;
  if (ink_board_canvas_get_narrow (canvas))
    {
      append_bar (canvas, snapshot, box.origin.x,
                  last ? box.origin.y + box.size.height + 4 : box.origin.y - 8, box.size.width,
                  MARK_WIDTH);
      return;
    }
  x = last != mirrored ? box.origin.x + box.size.width + 8 : box.origin.x - 10;
  append_bar (canvas, snapshot, MAX (x, 0), 0, MARK_WIDTH, box.size.height);
}
