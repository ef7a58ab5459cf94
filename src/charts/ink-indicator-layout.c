/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns, rows and ticks of a ranking. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-indicator-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAME_PART 0.3
#define FRAME_PART 0.3 /* names get what dots on this part of the width can spare */
/* The dots' part of the width: less than this, in sizes of text, and names go above. */
#define LEAST_FRAME 11.0
#define GOOD_FRAME 15.0
#define LEAST_ROW 1.45
#define BEST_ROW 2.9
#define TICK_ROOM 3.4

static double
get_size (const InkIndicatorLayout *layout)
{
  return ink_theme_get_font (layout->options->theme, INK_FONT_LABEL).size;
}

double
ink_indicator_layout_width (const InkIndicatorLayout *layout)
{
  return layout->options->width - 2 * layout->options->theme->margin;
}

double
ink_indicator_layout_left (const InkIndicatorLayout *layout)
{
  return layout->is_narrow ? 0 : layout->name + layout->reach + INK_INDICATOR_GAP + INK_INDICATOR_AXIS_GAP;
}

double
ink_indicator_layout_right (const InkIndicatorLayout *layout)
{
  return layout->is_narrow ? 0 : layout->chip + INK_INDICATOR_GAP;
}

/* A name that is cut says less than a longer axis. */
static double
most_for_names (const InkIndicatorLayout *layout)
{
  double width = ink_indicator_layout_width (layout);
  double frame = MAX (FRAME_PART * width, GOOD_FRAME * get_size (layout));
  double others = layout->reach + INK_INDICATOR_GAP + INK_INDICATOR_AXIS_GAP
                  + ink_indicator_layout_right (layout);

  return MAX (width * NAME_PART, width - frame - others);
}

static void
measure_columns (InkIndicatorLayout *layout)
{
  InkFont font = ink_theme_get_font (layout->options->theme, INK_FONT_STRONG);

  layout->reach = ink_chart_words_width (layout->options, INK_FONT_SMALL, _ ("Reach"));
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (layout->rows, i);
      g_autofree char *name = ink_text_clean (row->micro);
      g_autofree char *reach = ink_numbers_share (layout->options->numbers, row->reach);

      layout->name
          = MAX (layout->name, ink_chart_words_width (layout->options, INK_FONT_LABEL, name) + 2);
      layout->reach
          = MAX (layout->reach, ink_chart_words_width (layout->options, INK_FONT_SMALL, reach));
      layout->chip = MAX (layout->chip, ink_mark_chip_width (ink_text_measure_get_default (), &font,
                                                             row->title));
    }
  layout->name = MIN (layout->name, most_for_names (layout));
}

static double
least_pitch (const InkIndicatorLayout *layout)
{
  /* A name, its verdict, its dot. */
  return layout->is_narrow ? 3.1 * layout->line + 1.9 * get_size (layout)
                           : LEAST_ROW * layout->line;
}

static double
best_pitch (const InkIndicatorLayout *layout)
{
  return layout->is_narrow ? least_pitch (layout) + 0.6 * get_size (layout)
                           : BEST_ROW * get_size (layout);
}

void
ink_indicator_layout_init (InkIndicatorLayout *layout,
                           const GArray *rows,
                           double height,
                           const InkChartOptions *options)
{
  double room;

  *layout = (InkIndicatorLayout){ .options = options, .rows = rows, .n_rows = rows->len };
  layout->line = ink_chart_words_line (options, INK_FONT_LABEL);
  layout->top = ink_chart_words_line (options, INK_FONT_SMALL) + 6;
  measure_columns (layout);
  layout->is_narrow = ink_indicator_layout_width (layout) - ink_indicator_layout_left (layout)
                          - ink_indicator_layout_right (layout)
                      < LEAST_FRAME * get_size (layout);
  layout->reach_above = layout->is_narrow
                        && layout->chip + INK_INDICATOR_GAP + layout->reach
                               > ink_indicator_layout_width (layout);
  layout->pitch = best_pitch (layout);
  if (height > 0)
    {
      room = MAX (height - layout->top, 1);
      layout->n_rows = MIN (rows->len, (guint) MAX (room / least_pitch (layout), 1));
      layout->pitch = MIN (layout->pitch, MAX (room / layout->n_rows, 1));
    }
  layout->span = ink_indicator_rows_span (rows, TRUE);
}

/* @value where the axis has it, NaN where it does not. */
static double
inside (const InkIndicatorLayout *layout,
        double value)
{
  return value >= layout->span.low && value <= layout->span.high ? value : NAN;
}

static void
put_range (InkTableBuilder *builder,
           const InkIndicatorLayout *layout,
           const InkIndicatorRow *row)
{
  gboolean has = ink_indicator_row_has_range (row);
  double low = layout->span.low, high = layout->span.high;

  ink_table_builder_number (builder, has ? CLAMP (row->low, low, high) : NAN);
  ink_table_builder_number (builder, has ? CLAMP (row->high, low, high) : NAN);
  ink_table_builder_number (builder, inside (layout, row->lift));
  ink_table_builder_number (builder, inside (layout, row->naive));
  ink_table_builder_number (builder, has && row->low < low ? low : NAN);
  ink_table_builder_number (builder, has && row->high > high ? high : NAN);
  ink_table_builder_number (builder, row->naive > high ? high : NAN);
  ink_table_builder_number (builder, row->naive < low ? low : NAN);
}

InkTable *
ink_indicator_layout_cells (const InkIndicatorLayout *layout)
{
  static const char *const numbers[]
      = { "fy",        "from",   "to",    "lift",  "naive",  "open_low", "open_high",
          "naive_cut", "naive_low", "series", "shape", "ahead", "behind", "datum" };
  InkTableBuilder *builder = ink_table_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    ink_table_builder_add_number (builder, numbers[i], NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "name", NULL);
  ink_table_builder_add_text (builder, "reach", NULL);
  ink_table_builder_add_text (builder, "title", NULL);
  for (guint i = 0; i < layout->n_rows; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (layout->rows, i);
      const InkVerdictLook *look = ink_verdict_get_look (row->verdict);
      g_autofree char *reach = ink_numbers_share (layout->options->numbers, row->reach);

      ink_table_builder_number (builder, i);
      put_range (builder, layout, row);
      ink_table_builder_number (builder, look->series);
      ink_table_builder_number (builder, look->shape);
      ink_table_builder_number (builder, INK_SHAPE_AHEAD);
      ink_table_builder_number (builder, INK_SHAPE_BEHIND);
      ink_table_builder_number (builder, row->row);
      ink_table_builder_text (builder, row->micro);
      ink_table_builder_text (builder, reach);
      ink_table_builder_text (builder, row->title);
    }

  return ink_table_builder_end (builder);
}

GArray *
ink_indicator_span_ticks (const InkIndicatorSpan *span,
                          double room,
                          double size)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  int first = (int) round (log2 (span->low)), last = (int) round (log2 (span->high));
  int step = (int) CLAMP (ceil (size * TICK_ROOM * (last - first) / MAX (room, 1)), 1, 16);

  for (int i = first; i <= last; i++)
    if (i % step == 0)
      {
        double value = pow (2, i);

        g_array_append_val (ticks, value);
      }

  return ticks;
}

char *
ink_indicator_tick_label (const InkChartOptions *options,
                          double value)
{
  g_autofree char *number = ink_numbers_plain_number (options->numbers, value);

  return g_strdup_printf (_ ("%s×"), number);
}

static GArray *
find_ticks (const InkIndicatorLayout *layout)
{
  return ink_indicator_span_ticks (&layout->span,
                                   ink_indicator_layout_width (layout)
                                       - ink_indicator_layout_left (layout)
                                       - ink_indicator_layout_right (layout),
                                   get_size (layout));
}

InkTable *
ink_indicator_layout_ticks (const InkIndicatorLayout *layout)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (GArray) ticks = find_ticks (layout);

  ink_table_builder_add_number (builder, "x", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "label", NULL);
  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      g_autofree char *label = ink_indicator_tick_label (layout->options, value);

      ink_table_builder_number (builder, value);
      ink_table_builder_text (builder, label);
    }

  return ink_table_builder_end (builder);
}

InkTable *
ink_indicator_layout_notches (const InkIndicatorLayout *layout)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (GArray) ticks = find_ticks (layout);

  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "x", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "shape", NULL, INK_FORMAT_PLAIN);
  for (guint row = 0; row < layout->n_rows; row++)
    for (guint i = 0; i < ticks->len; i++)
      {
        ink_table_builder_number (builder, row);
        ink_table_builder_number (builder, g_array_index (ticks, double, i));
        ink_table_builder_number (builder, INK_SHAPE_TICK);
      }

  return ink_table_builder_end (builder);
}
