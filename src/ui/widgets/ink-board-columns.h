/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the lanes of the journey board stand side by side, without zoom. Private to its canvas. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  int lane; /* how wide each one is */
  int gap;  /* between two */
  int height; /* of the tallest */
} InkBoardColumns;

/* @lanes: (element-type GtkWidget). */
int             ink_board_columns_get_least (const GPtrArray *lanes);
InkBoardColumns ink_board_columns_divide    (const GPtrArray *lanes, int width);

G_END_DECLS
