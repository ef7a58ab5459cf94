/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bands' edges. */
#include "analysis/ink-indicator-bands.h"

const gint64 ink_indicator_time_edges[INK_INDICATOR_N_TIME_EDGES] = {
  1 * INK_DAY,   3 * INK_DAY,   7 * INK_DAY,   14 * INK_DAY,  30 * INK_DAY,
  60 * INK_DAY,  90 * INK_DAY,  135 * INK_DAY, 180 * INK_DAY, 270 * INK_DAY,
  365 * INK_DAY, 545 * INK_DAY, 730 * INK_DAY, 1095 * INK_DAY, 1460 * INK_DAY,
};

/* n² >= 2^k is what n reaches; the edge of √2 is 2, that of 2 again, and counts once. */
guint
ink_indicator_visit_band (guint32 visits)
{
  guint64 square = (guint64) visits * visits;
  guint power;

  if (visits == 0)
    return 0;
  power = (guint) g_bit_storage (visits) - 1; /* 2^power <= visits */
  /* 2^(2 power) is reached; 2^(2 power + 1) perhaps. Powers 1 and 2 share an edge. */
  power = 2 * power + (square >> (2 * power + 1) != 0 ? 1 : 0);

  return power < 2 ? 1 : power;
}
