/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words in a pill of their series' colour, behind its shape. The words are in the text's colour:
 * what is seen as a bar cannot always be read as text. */

#include "plot/ink-mark.h"
#include "plot/ink-shape.h"

#include <math.h>

/* In sizes of the font. */
#define PAD 0.6
#define GAP 0.45
#define SYMBOL 0.55
#define TINT 0x24

/* The part of a chip that is not its text. */
static double
around (const InkFont *font)
{
  return (2 * PAD + SYMBOL + GAP) * font->size;
}

double
ink_mark_chip_width (InkTextMeasure *measure,
                     const InkFont *font,
                     const char *text)
{
  return ink_text_measure_width (measure, font, text) + around (font) + 1;
}

static void
paint_chip (const InkMarkState *state,
            guint row,
            const InkRect *box,
            const InkFont *font)
{
  const InkMark *mark = state->mark;
  InkColour colour = ink_mark_state_colour (state, mark->fill, row);
  gboolean outlined = ink_theme_get_colour (state->theme, INK_COLOUR_GHOST_LINE, 0) != 0;
  InkPaint pill = { .fill = (colour & ~(InkColour) 0xff) | TINT,
                    .stroke = outlined ? colour : 0,
                    .line_width = state->theme->hair,
                    .radius = box->height / 2 };
  InkPaint symbol = { .fill = colour, .line_width = state->theme->hair };

  ink_scene_add_rect (state->scene, *box, &pill, ink_mark_datum (mark, row));
  ink_shape_add (state->scene, ink_mark_shape (mark, row),
                 box->x + (PAD + SYMBOL / 2) * font->size, box->y + box->height / 2,
                 SYMBOL * font->size, &symbol, ink_mark_datum (mark, row));
}

static void
emit_row (const InkMarkState *state,
          guint row,
          const InkFont *font)
{
  const InkMark *mark = state->mark;
  double x = ink_mark_state_x (state, INK_CHANNEL_X, row) + mark->dx;
  double y = ink_mark_state_y (state, INK_CHANNEL_Y, row) + mark->dy;
  double ascent = ink_text_measure_ascent (state->measure, font);
  double line = ascent + ink_text_measure_descent (state->measure, font);
  double most = mark->max_width > 0 ? MAX (mark->max_width - around (font), 1) : G_MAXDOUBLE;
  g_autofree char *clean = ink_text_clean (ink_mark_text_at (mark, INK_CHANNEL_TEXT, row));
  g_autofree char *text = ink_text_measure_width (state->measure, font, clean) <= most
                              ? g_strdup (clean)
                              : ink_text_measure_ellipsise (state->measure, font, clean, most);
  double width = ink_text_measure_width (state->measure, font, text);
  InkRect box = { 0, 0, width + around (font), round (line * 1.3) }, place;

  if (*text == '\0' || !isfinite (x + y))
    return;
  box.x = x - mark->align_x * box.width;
  box.y = y - mark->align_y * box.height;
  place = box;
  /* A chip that would have to move does not belong to its row any more. */
  if (!ink_placer_place (state->placer, &place, 0) || place.x != box.x || place.y != box.y)
    return;
  paint_chip (state, row, &box, font);
  ink_scene_add_text (state->scene,
                      (InkRect){ box.x + (PAD + SYMBOL + GAP) * font->size,
                                 box.y + (box.height - line) / 2, width, line },
                      box.y + (box.height - line) / 2 + ascent, text, font,
                      ink_theme_get_colour (state->theme, INK_COLOUR_TEXT, 0),
                      ink_mark_datum (mark, row));
}

static void
emit (const InkMarkState *state)
{
  InkFont font = ink_theme_get_font (state->theme, state->mark->font);

  for (guint row = 0; row < ink_mark_n_rows (state->mark); row++)
    emit_row (state, row, &font);
}

const InkMarkKind ink_mark_chip = { .name = "chip", .emit = emit };
