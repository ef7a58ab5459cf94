/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-board-columns.h"

#define LEAST_LANE 158
#define MOST_LANE 264
#define LEAST_GAP 30
#define MOST_GAP 110

static int
count (const GPtrArray *lanes)
{
  return MAX ((int) lanes->len, 1);
}

static int
get_height (const GPtrArray *lanes,
            int lane_width)
{
  int height = 0;

  for (guint i = 0; i < lanes->len; i++)
    {
      int natural;

      gtk_widget_measure (g_ptr_array_index (lanes, i), GTK_ORIENTATION_VERTICAL, lane_width, NULL,
                          &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  return height;
}

int
ink_board_columns_get_least (const GPtrArray *lanes)
{
  g_return_val_if_fail (lanes != NULL, 0);

  return count (lanes) * LEAST_LANE + (count (lanes) - 1) * LEAST_GAP;
}

InkBoardColumns
ink_board_columns_divide (const GPtrArray *lanes,
                          int width)
{
  InkBoardColumns columns = { 0 };
  int n;

  g_return_val_if_fail (lanes != NULL, columns);

  n = count (lanes);
  columns.lane = CLAMP ((width - (n - 1) * LEAST_GAP) / n, LEAST_LANE, MOST_LANE);
  columns.gap = n > 1 ? CLAMP ((width - n * columns.lane) / (n - 1), LEAST_GAP, MOST_GAP) : 0;
  columns.height = get_height (lanes, columns.lane);

  return columns;
}
