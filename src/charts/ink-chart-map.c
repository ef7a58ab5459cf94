/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reach against lift: what many people do and what says much are two things. Colour and shape are
 * the verdict; size would only repeat the reach. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"
#include "charts/ink-indicator-layout.h"
#include "charts/ink-map-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DOT 4.6 /* lines' widths */
#define HEAD 3.0
#define AXIS_SLACK 1.1
#define LEGEND_GAP 8.0
#define LABEL_GAP 9.0
#define LEAST_REACH 0.01
/* Of the ring round the selected dot. */
#define RING 8.0
#define SHAPE_OF_HEIGHT 0.62

typedef struct
{
  InkPlot *plot;
  const GArray *rows;
  const InkChartOptions *options;
  InkIndicatorSpan span;
  double most; /* reach */
  double width;
  double left;
  double top;
} Map;

static gboolean
is_drawn (const InkIndicatorRow *row)
{
  return isfinite (row->lift) && row->lift > 0 && isfinite (row->reach);
}

static const char *
find_lack (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (is_drawn (ink_indicator_rows_get (rows, i)))
      return NULL;

  return rows->len == 0
             ? _ ("There are no micro goals yet. Add the small steps that you suspect of leading "
                  "to this goal: they are shown here.")
             : _ ("No micro goal has a ratio yet: there are too few conversions to compare.");
}

/* ---- The axes ---- */

static void
add_grid (Map *map)
{
  g_autoptr (GArray) ticks
      = ink_indicator_span_ticks (&map->span, map->options->height / 2,
                                  ink_theme_get_font (map->options->theme, INK_FONT_SMALL).size);

  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      InkTableBuilder *builder = ink_table_builder_new ();
      g_autofree char *label = ink_indicator_tick_label (map->options, value);
      g_autoptr (InkTable) tick = NULL;
      InkMark *mark;

      ink_table_builder_add_number (builder, "y", NULL, INK_FORMAT_PLAIN);
      ink_table_builder_add_text (builder, "label", NULL);
      ink_table_builder_number (builder, value);
      ink_table_builder_text (builder, label);
      tick = ink_table_builder_end (builder);
      mark = ink_plot_add (map->plot, &ink_mark_rule, tick);
      ink_mark_bind (mark, INK_CHANNEL_Y, "y");
      mark->stroke = value == 1 ? INK_COLOUR_DIM : INK_COLOUR_GRID;
      mark->dash = value == 1 ? 0 : 3;
      mark->blocks = value == 1;
      mark->no_datum = TRUE;
      mark = ink_plot_add (map->plot, &ink_mark_text, tick);
      ink_mark_bind (mark, INK_CHANNEL_Y, "y");
      ink_mark_bind (mark, INK_CHANNEL_TEXT, "label");
      mark->font = INK_FONT_SMALL;
      mark->fill = INK_COLOUR_DIM;
      mark->align_x = 1;
      mark->align_y = 0.5;
      mark->dx = -LABEL_GAP;
      mark->no_datum = TRUE;
      map->left = MAX (map->left,
                       ink_chart_words_width (map->options, INK_FONT_SMALL, label) + LABEL_GAP);
    }
}

static void
add_axes (Map *map)
{
  /* Few do most things: roots give them room. */
  InkScale *x = ink_plot_use_scale (map->plot, INK_SCALE_X, &ink_scale_sqrt);
  InkScale *y = ink_plot_use_scale (map->plot, INK_SCALE_Y, &ink_scale_log);
  InkMark *axis;

  ink_scale_train (x, 0);
  ink_scale_train (x, map->most * AXIS_SLACK);
  ink_scale_train (y, map->span.low / AXIS_SLACK);
  ink_scale_train (y, map->span.high * AXIS_SLACK);
  add_grid (map);
  axis = ink_plot_add (map->plot, &ink_mark_axis, NULL);
  axis->axis = INK_SCALE_X;
  axis->format = INK_FORMAT_SHARE;
  axis->stroke = INK_COLOUR_AXIS;
  axis->title = g_strdup (_ ("Reach: the share of people who do it"));
}

/* ---- The legend ---- */

static void
add_legend_chip (Map *map,
                 InkVerdict verdict,
                 double x,
                 double y)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  InkMark *mark;

  ink_table_builder_add_text (builder, "text", NULL);
  ink_table_builder_add_number (builder, "series", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "shape", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_text (builder, ink_verdict_get_title (verdict));
  ink_table_builder_number (builder, ink_verdict_get_look (verdict)->series);
  ink_table_builder_number (builder, ink_verdict_get_look (verdict)->shape);
  table = ink_table_builder_end (builder);
  mark = ink_plot_add (map->plot, &ink_mark_chip, table);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "text");
  ink_mark_bind (mark, INK_CHANNEL_SERIES, "series");
  ink_mark_bind (mark, INK_CHANNEL_SHAPE, "shape");
  mark->font = INK_FONT_STRONG;
  mark->fill = INK_COLOUR_SERIES;
  mark->dx = x - map->left;
  mark->dy = y - map->top;
  mark->no_datum = TRUE;
}

/* The verdicts that are there, in lines above the frame. Twice: the first time for the height. */
static void
lay_legend (Map *map,
            gboolean add)
{
  InkFont font = ink_theme_get_font (map->options->theme, INK_FONT_STRONG);
  double line = ink_chart_words_line (map->options, INK_FONT_STRONG) * 1.3 + LEGEND_GAP;
  double x = 0, y = 0;
  InkVerdict last = INK_N_VERDICTS;

  for (guint i = 0; i < map->rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (map->rows, i);
      double width
          = ink_mark_chip_width (ink_text_measure_get_default (), &font, row->title);

      if (row->verdict == last || !is_drawn (row))
        continue;
      last = row->verdict;
      if (x > 0 && x + width > map->width)
        {
          x = 0;
          y += line;
        }
      if (add)
        add_legend_chip (map, row->verdict, x, y);
      x += width + LEGEND_GAP;
    }
  map->top = y + line + LEGEND_GAP;
}

/* ---- The dots ---- */

static void
put_row (InkTableBuilder *builder,
         const Map *map,
         const InkIndicatorRow *row)
{
  double low = map->span.low, high = map->span.high;
  gboolean has = ink_indicator_row_has_range (row);

  ink_table_builder_number (builder, row->reach);
  ink_table_builder_number (builder, row->lift >= low && row->lift <= high ? row->lift : NAN);
  ink_table_builder_number (builder, has ? CLAMP (row->low, low, high) : NAN);
  ink_table_builder_number (builder, has ? CLAMP (row->high, low, high) : NAN);
  ink_table_builder_number (builder, has && row->low < low ? low : NAN);
  ink_table_builder_number (builder, has && row->high > high ? high : NAN);
  ink_table_builder_number (builder, ink_verdict_get_look (row->verdict)->series);
  ink_table_builder_number (builder, ink_verdict_get_look (row->verdict)->shape);
  ink_table_builder_number (builder, INK_SHAPE_UP);
  ink_table_builder_number (builder, INK_SHAPE_DOWN);
  ink_table_builder_number (builder, row->row);
  ink_table_builder_text (builder, row->micro);
}

typedef enum
{
  ALL_DOTS,
  THE_SELECTED,
  THE_OTHERS,
} Which;

static gboolean
is_among (const Map *map,
          const InkIndicatorRow *row,
          Which which)
{
  gboolean selected = row->row + 1 == map->options->selected;

  return is_drawn (row) && (which == ALL_DOTS || selected == (which == THE_SELECTED));
}

static InkTable *
make_dots (const Map *map,
           Which which)
{
  static const char *const numbers[]
      = { "reach",  "lift",  "from", "to",   "open_low", "open_high",
          "series", "shape", "up",   "down", "datum" };
  InkTableBuilder *builder = ink_table_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    ink_table_builder_add_number (builder, numbers[i], NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "name", NULL);
  for (guint i = 0; i < map->rows->len; i++)
    if (is_among (map, ink_indicator_rows_get (map->rows, i), which))
      put_row (builder, map, ink_indicator_rows_get (map->rows, i));

  return ink_table_builder_end (builder);
}

static InkMark *
add_mark (Map *map,
          const InkMarkKind *kind,
          InkTable *dots,
          const char *y)
{
  InkMark *mark = ink_plot_add (map->plot, kind, dots);

  ink_mark_bind (mark, INK_CHANNEL_X, "reach");
  ink_mark_bind (mark, INK_CHANNEL_Y, y);
  ink_mark_bind (mark, INK_CHANNEL_SERIES, "series");
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");

  return mark;
}

static void
add_symbols (Map *map,
             InkTable *dots,
             const char *y,
             const char *shape,
             double size)
{
  InkMark *mark = add_mark (map, &ink_mark_symbol, dots, y);

  ink_mark_bind (mark, INK_CHANNEL_SHAPE, shape);
  mark->fill = INK_COLOUR_SERIES;
  mark->stroke = INK_COLOUR_BACKGROUND;
  mark->width = size * map->options->theme->line;
  mark->blocks = TRUE;
}

static void
add_names (Map *map,
           Which which,
           InkFontRole font)
{
  g_autoptr (InkTable) dots = make_dots (map, which);
  InkMark *mark = add_mark (map, &ink_map_names, dots, "lift");

  ink_mark_bind (mark, INK_CHANNEL_Y2, "to");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "name");
  mark->font = font;
  mark->fill = INK_COLOUR_TEXT;
  mark->max_width = map->width * 0.38;
}

/* The dot that is told in full elsewhere. */
static void
add_ring (Map *map)
{
  g_autoptr (InkTable) dots = make_dots (map, THE_SELECTED);
  InkMark *mark = add_mark (map, &ink_mark_dot, dots, "lift");

  mark->fill = INK_COLOUR_BACKGROUND;
  mark->stroke = INK_COLOUR_TEXT;
  mark->width = RING * map->options->theme->line;
  mark->no_datum = TRUE;
}

static void
add_dots (Map *map)
{
  g_autoptr (InkTable) dots = make_dots (map, ALL_DOTS);
  InkMark *mark = add_mark (map, &ink_mark_rule, dots, "from");

  ink_mark_bind (mark, INK_CHANNEL_Y2, "to");
  mark->stroke = INK_COLOUR_SERIES;
  mark->width = map->options->theme->line * 0.6;
  mark->blocks = TRUE;
  if (map->options->selected > 0)
    add_ring (map);
  add_symbols (map, dots, "open_low", "down", HEAD);
  add_symbols (map, dots, "open_high", "up", HEAD);
  add_symbols (map, dots, "lift", "shape", DOT);
  if (map->options->selected > 0)
    add_names (map, THE_SELECTED, INK_FONT_STRONG);
  add_names (map, THE_OTHERS, INK_FONT_SMALL);
}

/* ---- The chart ---- */

static char *
say_note (const GArray *rows)
{
  g_autoptr (GString) note
      = g_string_new (_ ("Lift among comparable people, with 95\342\200\257% range. Associated with, "
                         "not proof of cause."));
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += !is_drawn (ink_indicator_rows_get (rows, i));
  if (n > 0)
    g_string_append_printf (note,
                            g_dngettext (GETTEXT_PACKAGE,
                                         " %u micro goal without a ratio is in the table only.",
                                         " %u micro goals without a ratio are in the table only.",
                                         n),
                            n);

  return g_string_free (g_steal_pointer (&note), FALSE);
}

static void
add_labels (const Map *map)
{
  for (guint i = 0; i < map->rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (map->rows, i);
      g_autofree char *words = ink_indicator_row_to_words (row, map->options);

      if (is_drawn (row))
        ink_plot_set_datum_label (map->plot, row->row, words);
    }
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  g_autoptr (GArray) rows = ink_indicator_rows_read (table);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *finding = ink_indicator_rows_finding (rows, options);
  g_autofree char *note = say_note (rows);
  Map map = { .plot = plot, .rows = rows, .options = options, .most = LEAST_REACH };

  if (find_lack (rows) != NULL)
    {
      ink_chart_words_set (plot, options, NULL, NAN, NULL);
      ink_plot_set_message (plot, find_lack (rows));
      return g_steal_pointer (&plot);
    }

  ink_chart_words_set (plot, options, finding, NAN, note);
  map.width = MAX (options->width - 2 * options->theme->margin, 1);
  map.span = ink_indicator_rows_span (rows, FALSE);
  for (guint i = 0; i < rows->len; i++)
    if (is_drawn (ink_indicator_rows_get (rows, i)))
      map.most = MAX (map.most, ink_indicator_rows_get (rows, i)->reach);
  add_labels (&map);
  add_axes (&map);
  lay_legend (&map, FALSE);
  lay_legend (&map, TRUE);
  add_dots (&map);
  ink_plot_set_insets (plot, (InkSides){ .left = map.left, .top = map.top });

  return g_steal_pointer (&plot);
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  g_autoptr (GArray) rows = ink_indicator_rows_read (table);

  return find_lack (rows) != NULL ? g_strdup (find_lack (rows))
                                  : ink_indicator_rows_describe (rows, options);
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  double size = ink_theme_get_font (options->theme, INK_FONT_LABEL).size;

  return CLAMP (options->width * SHAPE_OF_HEIGHT, 24 * size, 36 * size);
}

const InkChartKind ink_chart_map = {
  .id = "map",
  .title = N_("Reach and lift"),
  .table = "indicators",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_map,
  .native = ink_native_map,
  .remarks = TRUE,
};
