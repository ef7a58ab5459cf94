/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Axes: names under bands, figures at the ticks of a scale. X stands below, Y to the left. */

#include "plot/ink-mark.h"
#include "plot/ink-mark-ticks.h"

#include <math.h>

#define GAP 8.0
#define NAME_LINES 2

static double
line_of (const InkMarkState *state,
         InkFontRole role)
{
  InkFont font = ink_theme_get_font (state->theme, role);

  return ink_text_measure_line (state->measure, &font);
}

static char **
wrap_name (const InkMarkState *state,
           guint row)
{
  InkFont font = ink_theme_get_font (state->theme, INK_FONT_LABEL);
  g_autofree char *name = ink_text_clean (ink_mark_text_at (state->mark, INK_CHANNEL_TEXT, row));
  double pitch = ink_scale_get_pitch (&state->scales[INK_SCALE_X]);

  return ink_text_measure_wrap (state->measure, &font, name, pitch - GAP, NAME_LINES);
}

/* The lines that the longest name needs: all second lines then stand at one height. */
static guint
count_name_lines (const InkMarkState *state)
{
  guint most = 1;

  for (guint row = 0; row < ink_mark_n_rows (state->mark); row++)
    {
      g_auto (GStrv) lines = wrap_name (state, row);

      most = MAX (most, g_strv_length (lines));
    }

  return most;
}

static void
measure_labels (const InkMarkState *state,
                double *widest)
{
  g_autoptr (GArray) ticks = ink_mark_ticks (state);
  InkFont font = ink_theme_get_font (state->theme, INK_FONT_SMALL);

  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = ink_mark_tick_label (state, ticks, i);

      *widest = MAX (*widest, ink_text_measure_width (state->measure, &font, label));
    }
}

static void
margins (const InkMarkState *state,
         gboolean vertical,
         InkSides *sides)
{
  const InkMark *mark = state->mark;
  double small = line_of (state, INK_FONT_SMALL);

  if (mark->axis == INK_SCALE_Y && !vertical)
    {
      double widest = 0;

      measure_labels (state, &widest);
      sides->left = MAX (sides->left, widest + GAP);
    }
  else if (mark->axis == INK_SCALE_Y)
    {
      sides->top = MAX (sides->top, mark->title != NULL ? small * 1.8 : small / 2);
    }
  else if (vertical && mark->table != NULL)
    {
      sides->bottom = MAX (sides->bottom,
                           GAP + count_name_lines (state) * line_of (state, INK_FONT_LABEL) +
                               (ink_mark_has (mark, INK_CHANNEL_SHORT)
                                    ? line_of (state, INK_FONT_BODY) + 2 : 0));
    }
  else if (vertical)
    {
      sides->bottom = MAX (sides->bottom, GAP + small * (mark->title != NULL ? 2.2 : 1));
    }
}

static void
emit_names (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  InkMark centred = *mark;
  InkMarkState at = *state;
  double bottom = state->frame.y + state->frame.height;
  double line = line_of (state, INK_FONT_LABEL);
  guint most = count_name_lines (state);

  centred.align_x = 0.5;
  at.mark = &centred;
  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      g_auto (GStrv) lines = wrap_name (state, row);
      const char *below = ink_mark_text_at (mark, INK_CHANNEL_SHORT, row);
      double x = ink_mark_state_x (state, INK_CHANNEL_X, row);
      guint datum = ink_mark_datum (mark, row);

      for (guint i = 0; lines[i] != NULL; i++)
        ink_mark_state_say (&at, x, bottom + GAP + i * line, lines[i], INK_FONT_LABEL,
                            ink_mark_state_colour (state, INK_COLOUR_TEXT, row), datum);
      if (below != NULL)
        ink_mark_state_say (&at, x, bottom + GAP + most * line + 2, below, INK_FONT_BODY,
                            ink_mark_state_colour (state, INK_COLOUR_DIM, row), datum);
    }
}

static void
emit_ticks (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  const InkScale *scale = &state->scales[mark->axis];
  g_autoptr (GArray) ticks = ink_mark_ticks (state);
  InkColour colour = ink_mark_state_colour (state, INK_COLOUR_DIM, 0);
  gboolean along = mark->axis == INK_SCALE_X;
  InkMark aligned = *mark;
  InkMarkState at = *state;

  aligned.align_x = along ? 0.5 : 1;
  aligned.align_y = along ? 0 : 0.5;
  at.mark = &aligned;
  for (guint i = 0; i < ticks->len; i++)
    {
      g_autofree char *label = ink_mark_tick_label (state, ticks, i);
      double place = ink_scale_map (scale, g_array_index (ticks, InkTick, i).value);
      double bottom = state->strip.height > 0 ? state->strip.y + state->strip.height
                                              : state->frame.y + state->frame.height;

      ink_mark_state_say (&at, along ? state->frame.x + place : state->frame.x - GAP,
                          along ? bottom + GAP : state->frame.y + place, label, INK_FONT_SMALL,
                          colour, INK_NO_DATUM);
    }
}

/* Said once, level: at the end of X, above Y. What does not fit begins further left, where the labels
 * of Y leave room above them. */
static void
emit_title (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  const InkRect *frame = &state->frame;
  InkFont font = ink_theme_get_font (state->theme, INK_FONT_SMALL);
  gboolean along = mark->axis == INK_SCALE_X;
  double beside = MAX (frame->x - state->theme->margin, 0);
  g_autofree char *title = ink_text_measure_ellipsise (state->measure, &font, mark->title,
                                                       frame->width + beside);
  double over = ink_text_measure_width (state->measure, &font, title) - frame->width;
  double small = line_of (state, INK_FONT_SMALL);
  InkMark aligned = *mark;
  InkMarkState at = *state;

  aligned.align_x = along ? 1 : 0;
  at.mark = &aligned;
  ink_mark_state_say (&at, along ? frame->x + frame->width : frame->x - MAX (over, 0),
                      along ? MAX (frame->y + frame->height, state->strip.y + state->strip.height) +
                                  GAP + small * 1.15
                            : frame->y - small * 1.8,
                      title, INK_FONT_SMALL, ink_mark_state_colour (state, INK_COLOUR_DIM, 0),
                      INK_NO_DATUM);
}

static void
emit_line (const InkMarkState *state)
{
  double y = round (state->frame.y + state->frame.height);
  InkPoint ends[2] = { { state->frame.x, y, TRUE },
                       { state->frame.x + state->frame.width, y, FALSE } };
  InkPaint paint = { .stroke = ink_mark_state_colour (state, state->mark->stroke, 0),
                     .line_width = state->theme->hair };

  ink_scene_add_path (state->scene, ends, 2, FALSE, &paint, INK_NO_DATUM);
}

static void
emit (const InkMarkState *state)
{
  const InkMark *mark = state->mark;

  if (mark->stroke != INK_COLOUR_NONE && mark->axis == INK_SCALE_X)
    emit_line (state);
  if (mark->title != NULL)
    emit_title (state);
  if (mark->table != NULL)
    emit_names (state);
  else
    emit_ticks (state);
}

const InkMarkKind ink_mark_axis = { .name = "axis", .margins = margins, .emit = emit };
