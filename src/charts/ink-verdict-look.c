/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of looks. */

#include "charts/ink-verdict-look.h"

/* Numbers of the palette: ink-theme.c. */
enum
{
  INDIGO,
  GREEN,
  OCHRE,
  PURPLE,
  BLUE,
  RUST,
  OLIVE,
  GREY,
};

static const InkVerdictLook looks[INK_N_VERDICTS] = {
  [INK_VERDICT_LEADING] = { 0, GREEN, INK_SHAPE_CIRCLE, FALSE },
  [INK_VERDICT_DEPENDS] = { 1, PURPLE, INK_SHAPE_CROSS, FALSE },
  [INK_VERDICT_FADING] = { 2, OLIVE, INK_SHAPE_UP, FALSE },
  [INK_VERDICT_PROMISING] = { 3, INDIGO, INK_SHAPE_DIAMOND, FALSE },
  [INK_VERDICT_NEGATIVE] = { 4, RUST, INK_SHAPE_DOWN, FALSE },
  [INK_VERDICT_CROWD] = { 5, OCHRE, INK_SHAPE_SQUARE, FALSE },
  [INK_VERDICT_BUSYWORK] = { 6, GREY, INK_SHAPE_BAR, TRUE },
  [INK_VERDICT_LAST_STEP] = { 7, BLUE, INK_SHAPE_AHEAD, FALSE },
  [INK_VERDICT_TRAILS] = { 8, PURPLE, INK_SHAPE_BEHIND, FALSE },
  [INK_VERDICT_NOT_ENOUGH] = { 9, GREY, INK_SHAPE_DIAMOND, TRUE },
  [INK_VERDICT_SHORT_JOURNEY] = { 10, GREY, INK_SHAPE_AHEAD, TRUE },
  [INK_VERDICT_ACTIVITY_UNKNOWN] = { 11, GREY, INK_SHAPE_SQUARE, TRUE },
  [INK_VERDICT_NO_DATA] = { 12, GREY, INK_SHAPE_CROSS, TRUE },
};

const InkVerdictLook *
ink_verdict_get_look (InkVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_VERDICTS, &looks[INK_VERDICT_NO_DATA]);

  return &looks[verdict];
}

InkVerdict
ink_verdict_from_string (const char *name)
{
  for (guint i = 0; i < INK_N_VERDICTS; i++)
    if (g_strcmp0 (name, ink_verdict_to_string (i)) == 0)
      return i;

  return INK_VERDICT_NO_DATA;
}
