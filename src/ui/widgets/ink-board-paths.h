/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the lines between the cards of the journey board are drawn, and which one lies at a point.
 * Thick by people; coloured by what the goal is a sign of where the way leads to the main goal,
 * else quiet by share. Pure: no widgets. */
#pragma once

#include "ui/widgets/ink-board-strokes.h"

G_BEGIN_DECLS

/**
 * InkBoardInk:
 * @quiet: of lines that say only that people go there
 * @accent: of the selected card's
 * @series: of verdicts, by their look
 * @contrast: lines must be seen well
 * @mirrored: the journey goes from right to left
 * @scale: at which cards are shown; lines are as much thicker
 */
typedef struct
{
  GdkRGBA quiet;
  GdkRGBA accent;
  GdkRGBA series[8];
  gboolean contrast;
  gboolean mirrored;
  double scale;
} InkBoardInk;

/**
 * InkBoardPath: a line as it is drawn.
 * @points: from, two that pull, to; bytes between the fields are zero, so that two can be compared
 *   as memory
 */
typedef struct
{
  graphene_point_t points[4];
  float width;
  GdkRGBA colour;
} InkBoardPath;

/* (element-type InkBoardPath), one for each stroke. */
GArray        *ink_board_paths_make (const InkBoardSpot *spots, guint n,
                                     const InkBoardFacts *facts, GArray *strokes,
                                     const InkBoardInk *ink) G_GNUC_WARN_UNUSED_RESULT;
GskRenderNode *ink_board_path_draw  (const InkBoardPath *path) G_GNUC_WARN_UNUSED_RESULT;
/* The uppermost line at a point or very near to it; NULL: none. (transfer none) */
const InkBoardStroke *ink_board_paths_find (const InkBoardSpot *spots, guint n, GArray *strokes,
                                            const InkBoardInk *ink, double x, double y);

G_END_DECLS
