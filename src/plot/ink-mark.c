/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all marks share: cells of tables, and values as places. */

#include "plot/ink-mark.h"

#include <math.h>

static const InkMarkKind *const kinds[] = {
  &ink_mark_bar,  &ink_mark_line, &ink_mark_area, &ink_mark_dot,
  &ink_mark_rule, &ink_mark_text, &ink_mark_axis, &ink_mark_grid,
  &ink_mark_symbol, &ink_mark_chip, NULL,
};

static const InkScale *
y_scale (const InkMarkState *state)
{
  return &state->scales[state->mark->y_scale];
}

static double
middle_of (const InkScale *scale,
           double value)
{
  return ink_scale_map (scale, value) + ink_scale_get_band (scale) / 2;
}

/* Ends of a bar along one scale, relative to its cell. */
static gboolean
find_span (const InkMarkState *state,
           const InkScale *scale,
           InkChannel one,
           InkChannel other,
           guint row,
           double *from,
           double *to)
{
  const InkMark *mark = state->mark;
  double value = ink_mark_number (mark, one, row);

  if (scale->kind == &ink_scale_band)
    {
      *from = ink_scale_map (scale, value) + mark->offset;
      *to = *from + (mark->thickness > 0 ? mark->thickness : ink_scale_get_band (scale));
    }
  else
    {
      double base = ink_mark_has (mark, other)
                        ? ink_mark_number (mark, other, row)
                        : CLAMP (0.0, scale->low, MAX (scale->low, scale->high));

      *from = ink_scale_map (scale, base);
      *to = ink_scale_map (scale, value);
    }

  return isfinite (*from) && isfinite (*to);
}

const InkMarkKind *const *
ink_mark_kinds (void)
{
  return kinds;
}

/**
 * ink_mark_new:
 * @table: (nullable): what it shows; a reference is taken
 */
InkMark *
ink_mark_new (const InkMarkKind *kind,
              InkTable *table)
{
  InkMark *mark = g_new0 (InkMark, 1);

  mark->kind = kind;
  mark->table = table != NULL ? ink_table_ref (table) : NULL;
  mark->y_scale = INK_SCALE_Y;
  mark->max_lines = 1;
  mark->font = INK_FONT_BODY;
  for (guint i = 0; i < INK_N_CHANNELS; i++)
    mark->columns[i] = -1;

  return mark;
}

void
ink_mark_free (InkMark *mark)
{
  g_return_if_fail (mark != NULL);

  g_clear_pointer (&mark->table, ink_table_unref);
  g_free (mark->title);
  g_free (mark);
}

void
ink_mark_bind (InkMark *mark,
               InkChannel channel,
               const char *column)
{
  g_return_if_fail (mark != NULL && mark->table != NULL && channel < INK_N_CHANNELS);

  mark->columns[channel] = ink_table_find_column (mark->table, column);
  g_return_if_fail (mark->columns[channel] >= 0);
}

gboolean
ink_mark_has (const InkMark *mark,
              InkChannel channel)
{
  return mark->columns[channel] >= 0;
}

guint
ink_mark_n_rows (const InkMark *mark)
{
  return mark->table != NULL ? ink_table_get_n_rows (mark->table) : 0;
}

double
ink_mark_number (const InkMark *mark,
                 InkChannel channel,
                 guint row)
{
  return ink_mark_has (mark, channel)
             ? ink_table_get_number (mark->table, (guint) mark->columns[channel], row)
             : NAN;
}

const char *
ink_mark_text_at (const InkMark *mark,
                  InkChannel channel,
                  guint row)
{
  return ink_mark_has (mark, channel)
             ? ink_table_get_text (mark->table, (guint) mark->columns[channel], row)
             : NULL;
}

guint
ink_mark_datum (const InkMark *mark,
                guint row)
{
  double datum;

  if (mark->no_datum)
    return INK_NO_DATUM;
  if (!ink_mark_has (mark, INK_CHANNEL_DATUM))
    return row;

  datum = ink_mark_number (mark, INK_CHANNEL_DATUM, row);
  return datum >= 0 && datum < G_MAXINT ? (guint) datum : INK_NO_DATUM;
}

guint
ink_mark_series (const InkMark *mark,
                 guint row)
{
  double series = ink_mark_number (mark, INK_CHANNEL_SERIES, row);

  return series >= 0 && series < G_MAXINT ? (guint) series : 0;
}

InkShape
ink_mark_shape (const InkMark *mark,
                guint row)
{
  double shape = ink_mark_number (mark, INK_CHANNEL_SHAPE, row);

  return shape >= 0 && shape < INK_N_SHAPES ? (InkShape) shape : INK_SHAPE_CIRCLE;
}

InkRect
ink_mark_state_cell (const InkMarkState *state,
                     guint row)
{
  const InkMark *mark = state->mark;
  InkRect cell = mark->y_scale == INK_SCALE_STRIP ? state->strip : state->frame;

  if (ink_mark_has (mark, INK_CHANNEL_FX))
    {
      const InkScale *scale = &state->scales[INK_SCALE_FX];

      cell.x += ink_scale_map (scale, ink_mark_number (mark, INK_CHANNEL_FX, row));
      cell.width = ink_scale_get_band (scale);
    }
  if (ink_mark_has (mark, INK_CHANNEL_FY))
    {
      const InkScale *scale = &state->scales[INK_SCALE_FY];

      cell.y += ink_scale_map (scale, ink_mark_number (mark, INK_CHANNEL_FY, row));
      cell.height = ink_scale_get_band (scale);
    }

  return cell;
}

double
ink_mark_state_x (const InkMarkState *state,
                  InkChannel channel,
                  guint row)
{
  InkRect cell = ink_mark_state_cell (state, row);

  if (!ink_mark_has (state->mark, channel))
    return cell.x + state->mark->part_x * cell.width;

  return cell.x + middle_of (&state->scales[INK_SCALE_X],
                             ink_mark_number (state->mark, channel, row));
}

double
ink_mark_state_y (const InkMarkState *state,
                  InkChannel channel,
                  guint row)
{
  InkRect cell = ink_mark_state_cell (state, row);

  if (!ink_mark_has (state->mark, channel))
    return cell.y + state->mark->part_y * cell.height;

  return cell.y + middle_of (y_scale (state), ink_mark_number (state->mark, channel, row));
}

gboolean
ink_mark_state_span_x (const InkMarkState *state,
                       guint row,
                       double *from,
                       double *to)
{
  InkRect cell = ink_mark_state_cell (state, row);

  if (!ink_mark_has (state->mark, INK_CHANNEL_X))
    {
      *from = cell.x;
      *to = cell.x + cell.width;
      return isfinite (*from);
    }
  if (!find_span (state, &state->scales[INK_SCALE_X], INK_CHANNEL_X, INK_CHANNEL_X2, row, from, to))
    return FALSE;

  *from += cell.x;
  *to += cell.x;
  return TRUE;
}

gboolean
ink_mark_state_span_y (const InkMarkState *state,
                       guint row,
                       double *from,
                       double *to)
{
  InkRect cell = ink_mark_state_cell (state, row);

  if (!ink_mark_has (state->mark, INK_CHANNEL_Y))
    {
      *from = cell.y + state->mark->offset;
      *to = state->mark->thickness > 0 ? *from + state->mark->thickness : cell.y + cell.height;
      return isfinite (*from);
    }
  if (!find_span (state, y_scale (state), INK_CHANNEL_Y, INK_CHANNEL_Y2, row, from, to))
    return FALSE;

  *from += cell.y;
  *to += cell.y;
  return TRUE;
}

InkColour
ink_mark_state_colour (const InkMarkState *state,
                       InkColourRole role,
                       guint row)
{
  guint series = role == INK_COLOUR_SERIES ? ink_mark_series (state->mark, row) : 0;

  if (role == INK_COLOUR_SERIES && state->n_series > 0)
    return state->series[series % state->n_series];
  return ink_theme_get_colour (state->theme, role, series);
}

gboolean
ink_mark_state_say (const InkMarkState *state,
                    double x,
                    double y,
                    const char *text,
                    InkFontRole font_role,
                    InkColour colour,
                    guint datum)
{
  const InkMark *mark = state->mark;
  InkFont font = ink_theme_get_font (state->theme, font_role);
  double ascent = ink_text_measure_ascent (state->measure, &font);
  double height = ascent + ink_text_measure_descent (state->measure, &font);
  double width = ink_text_measure_width (state->measure, &font, text);
  InkRect box = { x - mark->align_x * width, y - mark->align_y * height, width, height };

  if (!isfinite (x) || !isfinite (y) || *text == '\0')
    return FALSE;
  if (!ink_placer_place (state->placer, &box, mark->lift))
    return FALSE;

  ink_scene_add_text (state->scene, box, box.y + ascent, text, &font, colour, datum);
  return TRUE;
}
