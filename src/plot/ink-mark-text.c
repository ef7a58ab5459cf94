/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts at places: shortened, broken into lines, lifted or left out so that none touches another.
 */

#include "plot/ink-mark.h"

#include <math.h>

/* What of a row's texts fits in one line; NULL where nothing does. */
static char *
fit (const InkMarkState *state,
     guint row,
     const InkFont *font)
{
  const InkMark *mark = state->mark;
  g_autofree char *text = ink_text_clean (ink_mark_text_at (mark, INK_CHANNEL_TEXT, row));
  g_autofree char *shorter = ink_text_clean (ink_mark_text_at (mark, INK_CHANNEL_SHORT, row));

  if (mark->max_width <= 0 ||
      ink_text_measure_width (state->measure, font, text) <= mark->max_width)
    return g_steal_pointer (&text);
  if (*shorter != '\0' && ink_text_measure_width (state->measure, font, shorter) <= mark->max_width)
    return g_steal_pointer (&shorter);
  if (mark->must_fit)
    return NULL;

  return ink_text_measure_ellipsise (state->measure, font, text, mark->max_width);
}

/* Lines below one another, as a block aligned to the point. */
static void
emit_lines (const InkMarkState *state,
            guint row,
            double x,
            double y,
            const InkFont *font,
            InkColour colour)
{
  const InkMark *mark = state->mark;
  g_autofree char *text = ink_text_clean (ink_mark_text_at (mark, INK_CHANNEL_TEXT, row));
  g_auto (GStrv) lines = ink_text_measure_wrap (state->measure, font, text, mark->max_width,
                                                mark->max_lines);
  double line = ink_text_measure_line (state->measure, font);
  double top = y - mark->align_y * line * (g_strv_length (lines) - 1.0);

  for (guint i = 0; lines[i] != NULL; i++)
    ink_mark_state_say (state, x, top + i * line, lines[i], mark->font, colour,
                        ink_mark_datum (mark, row));
}

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  InkFont font = ink_theme_get_font (state->theme, mark->font);

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      double x = ink_mark_state_x (state, INK_CHANNEL_X, row) + mark->dx;
      double y = ink_mark_state_y (state, INK_CHANNEL_Y, row) + mark->dy;
      InkColour colour = ink_mark_state_colour (state, mark->fill, row);
      g_autofree char *text = NULL;

      if (ink_mark_text_at (mark, INK_CHANNEL_TEXT, row) == NULL || !isfinite (x + y))
        continue;
      if (mark->max_lines > 1 && mark->max_width > 0)
        {
          emit_lines (state, row, x, y, &font, colour);
          continue;
        }
      text = fit (state, row, &font);
      if (text != NULL)
        ink_mark_state_say (state, x, y, text, mark->font, colour, ink_mark_datum (mark, row));
    }
}

const InkMarkKind ink_mark_text = { .name = "text", .emit = emit };
