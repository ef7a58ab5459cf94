/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the lanes of a board lie: side by side, larger or smaller by the zoom, or one below the
 * other. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * InkBoardLayout:
 * @backs: (element-type GtkWidget): the lanes' columns, under the lines
 * @lanes: (element-type InkBoardLane): as many
 * @end: (nullable): what stands below a list
 * @narrow: whether it is a list, which has no zoom
 */
typedef struct
{
  GPtrArray *backs;
  GPtrArray *lanes;
  GtkWidget *end;
  gboolean narrow;
  double zoom;
} InkBoardLayout;

/* What it needs in a direction, in a width of @for_size, or in its least width where that is -1. */
int  ink_board_layout_measure  (const InkBoardLayout *layout, GtkOrientation orientation,
                                int for_size);
void ink_board_layout_allocate (const InkBoardLayout *layout, int width, int height,
                                gboolean mirrored);

G_END_DECLS
