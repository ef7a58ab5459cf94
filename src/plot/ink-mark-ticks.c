/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many ticks an axis has room for, and their labels. */

#include "plot/ink-mark-ticks.h"

#include <math.h>
#include <string.h>

/* Lines of text from one tick to the next: enough calm between them. */
#define X_PITCH 5.5
#define Y_PITCH 3.6

static int
decimals_for (double step)
{
  int decimals = 0;

  while (decimals < 6 && step > 0 && fabs (step - round (step)) > 1e-9 * step)
    {
      step *= 10;
      decimals++;
    }

  return decimals;
}

static char *
time_label (const InkMarkState *state,
            const GArray *ticks,
            guint index)
{
  const InkScale *scale = &state->scales[state->mark->axis];
  const InkTick *tick = &g_array_index (ticks, InkTick, index);
  g_autofree char *year = NULL, *before = NULL;

  /* The year where it changes, and at the first. */
  year = ink_time_to_date ((gint64) tick->value, scale->zone);
  if (index > 0)
    before =
        ink_time_to_date ((gint64)g_array_index (ticks, InkTick, index - 1).value, scale->zone);

  return ink_numbers_date (state->numbers, (gint64) tick->value, tick->period, scale->zone,
                           before == NULL || strncmp (year, before, 4) != 0);
}

GArray *
ink_mark_ticks (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  const InkScale *scale = &state->scales[mark->axis];
  InkFont font = ink_theme_get_font (state->theme, INK_FONT_SMALL);
  double room = fabs (scale->to - scale->from);
  double pitch = font.size * (mark->axis == INK_SCALE_X ? X_PITCH : Y_PITCH);

  return ink_scale_ticks (scale, (guint) CLAMP (room / pitch, 2, 12));
}

char *
ink_mark_tick_label (const InkMarkState *state,
                     const GArray *ticks,
                     guint index)
{
  const InkScale *scale = &state->scales[state->mark->axis];
  const InkTick *tick = &g_array_index (ticks, InkTick, index);

  if (scale->kind == &ink_scale_time)
    return time_label (state, ticks, index);
  if (state->mark->format == INK_FORMAT_SHARE)
    {
      g_autofree char *text =
          ink_numbers_decimal (state->numbers, tick->value * 100,
                               tick->value == 0 ? 0 : decimals_for (tick->step * 100));

      return g_strdup_printf ("%s\342\200\257%%", text);
    }

  return ink_numbers_decimal (state->numbers, tick->value, decimals_for (tick->step));
}
