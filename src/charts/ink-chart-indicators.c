/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ranking of micro goals: the lift among comparable people with its range, and beside it, hollow,
 * what a simple comparison would have said. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"
#include "charts/ink-indicator-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DOT 4.6   /* lines' widths */
#define NAIVE 3.6
#define HEAD 3.4
/* Of the selected row. */
#define TINT 0x1c
#define BAR 3.0
#define BAR_GAP 6.0
/* The axis goes on a little, so that no dot is cut at its end. */
#define AXIS_SLACK 1.08

/* What is found under the pointer: all of a row, its names too. */
static void
emit_row (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  InkPaint paint = { 0 };

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      InkRect cell = ink_mark_state_cell (state, row);

      cell.x += mark->dx;
      cell.width = mark->max_width;
      ink_scene_add_rect (state->scene, cell, &paint, ink_mark_datum (mark, row));
    }
}

static const InkMarkKind mark_row = { .name = "row", .emit = emit_row };

/* The row that is told in full elsewhere: a tint, and a bar at its begin, so that it is no tint
 * alone. */
static void
emit_selected (const InkMarkState *state)
{
  const InkMark *mark = state->mark;
  InkColour accent = ink_theme_get_colour (state->theme, INK_COLOUR_ACCENT, 0);
  InkPaint tint = { .fill = (accent & ~(InkColour) 0xff) | TINT };
  InkPaint bar = { .fill = accent };

  for (guint row = 0; row < ink_mark_n_rows (mark); row++)
    {
      InkRect cell = ink_mark_state_cell (state, row);

      cell.x += mark->dx - BAR_GAP;
      cell.width = mark->max_width + 2 * BAR_GAP;
      tint.radius = bar.radius = state->theme->radius;
      ink_scene_add_rect (state->scene, cell, &tint, INK_NO_DATUM);
      cell.width = BAR;
      ink_scene_add_rect (state->scene, cell, &bar, INK_NO_DATUM);
    }
}

static const InkMarkKind mark_selected = { .name = "selected", .emit = emit_selected };

static const char *
find_lack (const GArray *rows)
{
  return rows->len > 0 ? NULL
                       : _ ("There are no micro goals yet. Add the small steps that you suspect of "
                            "leading to this goal: they are ranked here.");
}

static InkMark *
add_mark (InkPlot *plot,
          const InkMarkKind *kind,
          InkTable *table,
          const char *x)
{
  InkMark *mark = ink_plot_add (plot, kind, table);

  ink_mark_bind (mark, INK_CHANNEL_FY, "fy");
  if (x != NULL)
    ink_mark_bind (mark, INK_CHANNEL_X, x);
  if (ink_table_find_column (table, "datum") >= 0)
    ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  else
    mark->no_datum = TRUE;
  if (ink_table_find_column (table, "series") >= 0)
    ink_mark_bind (mark, INK_CHANNEL_SERIES, "series");
  mark->part_y = 0.5;
  mark->align_y = 0.5;

  return mark;
}

/* Where the dots of a row stand: in its middle, or below its words. */
static void
place_dots (const InkIndicatorLayout *layout,
            InkMark *mark)
{
  double size = ink_theme_get_font (layout->options->theme, INK_FONT_LABEL).size;

  if (!layout->is_narrow)
    return;
  mark->part_y = 0;
  mark->dy = 2.95 * layout->line + 0.75 * size;
}

static void
add_axis (InkPlot *plot,
          const InkIndicatorLayout *layout)
{
  g_autoptr (InkTable) ticks = ink_indicator_layout_ticks (layout);
  InkMark *mark;

  if (layout->is_narrow)
    {
      /* Lines through names would strike them out. */
      g_autoptr (InkTable) notches = ink_indicator_layout_notches (layout);

      mark = add_mark (plot, &ink_mark_symbol, notches, "x");
      ink_mark_bind (mark, INK_CHANNEL_SHAPE, "shape");
      mark->fill = INK_COLOUR_AXIS;
      mark->width = layout->line * 0.75;
      place_dots (layout, mark);
    }
  else
    {
      mark = ink_plot_add (plot, &ink_mark_rule, ticks);
      ink_mark_bind (mark, INK_CHANNEL_X, "x");
      mark->stroke = INK_COLOUR_GRID;
      mark->dash = 3;
      mark->no_datum = TRUE;
    }
  mark = ink_plot_add (plot, &ink_mark_text, ticks);
  ink_mark_bind (mark, INK_CHANNEL_X, "x");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "label");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->align_x = 0.5;
  mark->align_y = 1;
  mark->dy = -4;
  mark->no_datum = TRUE;
}

/* Where nothing is said: as often as others. */
static void
add_line_at_one (InkPlot *plot,
                 const InkIndicatorLayout *layout)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) one = NULL;
  InkMark *mark;

  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "x", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "shape", NULL, INK_FORMAT_PLAIN);
  for (guint i = 0; i < (layout->is_narrow ? layout->n_rows : 1); i++)
    {
      ink_table_builder_number (builder, i);
      ink_table_builder_number (builder, 1);
      ink_table_builder_number (builder, INK_SHAPE_TICK);
    }
  one = ink_table_builder_end (builder);
  mark = ink_plot_add (plot, layout->is_narrow ? &ink_mark_symbol : &ink_mark_rule, one);
  ink_mark_bind (mark, INK_CHANNEL_X, "x");
  mark->no_datum = TRUE;
  if (layout->is_narrow)
    {
      ink_mark_bind (mark, INK_CHANNEL_FY, "fy");
      ink_mark_bind (mark, INK_CHANNEL_SHAPE, "shape");
      mark->fill = INK_COLOUR_DIM;
      mark->width = layout->line;
      place_dots (layout, mark);
      return;
    }
  mark->stroke = INK_COLOUR_DIM;
  mark->width = layout->options->theme->hair * 1.25;
}

static void
add_symbol (InkPlot *plot,
            const InkIndicatorLayout *layout,
            InkTable *cells,
            const char *x,
            const char *shape,
            InkColourRole fill,
            InkColourRole stroke,
            double size)
{
  InkMark *mark = add_mark (plot, &ink_mark_symbol, cells, x);

  ink_mark_bind (mark, INK_CHANNEL_SHAPE, shape);
  mark->fill = fill;
  mark->stroke = stroke;
  mark->width = size * layout->options->theme->line;
  place_dots (layout, mark);
}

/* The simple comparison stands behind: it is what the other is to be told from. */
static void
add_dots (InkPlot *plot,
          const InkIndicatorLayout *layout,
          InkTable *cells)
{
  InkMark *mark = add_mark (plot, &ink_mark_dot, cells, "naive");

  mark->fill = INK_COLOUR_BACKGROUND;
  mark->stroke = INK_COLOUR_DIM;
  mark->width = NAIVE * layout->options->theme->line;
  place_dots (layout, mark);
  add_symbol (plot, layout, cells, "naive_cut", "ahead", INK_COLOUR_BACKGROUND, INK_COLOUR_DIM,
              HEAD);
  add_symbol (plot, layout, cells, "naive_low", "behind", INK_COLOUR_BACKGROUND, INK_COLOUR_DIM,
              HEAD);

  mark = add_mark (plot, &ink_mark_rule, cells, "from");
  ink_mark_bind (mark, INK_CHANNEL_X2, "to");
  mark->stroke = INK_COLOUR_SERIES;
  mark->width = layout->options->theme->line * 1.1;
  place_dots (layout, mark);
  add_symbol (plot, layout, cells, "open_low", "behind", INK_COLOUR_SERIES, INK_COLOUR_NONE, HEAD);
  add_symbol (plot, layout, cells, "open_high", "ahead", INK_COLOUR_SERIES, INK_COLOUR_NONE, HEAD);
  add_symbol (plot, layout, cells, "lift", "shape", INK_COLOUR_SERIES, INK_COLOUR_BACKGROUND, DOT);
}

static void
add_names (InkPlot *plot,
           const InkIndicatorLayout *layout,
           InkTable *cells)
{
  InkMark *mark = add_mark (plot, &ink_mark_text, cells, NULL);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "name");
  mark->font = INK_FONT_LABEL;
  mark->fill = INK_COLOUR_TEXT;
  mark->dx = -ink_indicator_layout_left (layout);
  mark->max_width
      = layout->is_narrow ? ink_indicator_layout_width (layout) : layout->name;
  if (layout->reach_above)
    mark->max_width -= layout->reach + INK_INDICATOR_GAP;
  if (layout->is_narrow)
    {
      mark->part_y = 0;
      mark->align_y = 0;
      mark->dy = 4;
    }
}

static void
add_reaches (InkPlot *plot,
             const InkIndicatorLayout *layout,
             InkTable *cells)
{
  InkMark *mark = add_mark (plot, &ink_mark_text, cells, NULL);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "reach");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->align_x = 1;
  mark->dx = -INK_INDICATOR_AXIS_GAP;
  if (layout->is_narrow)
    {
      mark->part_x = 1;
      mark->part_y = 0;
      mark->dx = 0;
      mark->dy = layout->reach_above ? 4 + layout->line / 2 : 1.95 * layout->line;
    }
}

static void
add_chips (InkPlot *plot,
           const InkIndicatorLayout *layout,
           InkTable *cells)
{
  InkMark *mark = add_mark (plot, &ink_mark_chip, cells, NULL);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "title");
  ink_mark_bind (mark, INK_CHANNEL_SHAPE, "shape");
  mark->font = INK_FONT_STRONG;
  mark->fill = INK_COLOUR_SERIES;
  if (layout->is_narrow)
    {
      mark->part_y = 0;
      mark->dy = 1.95 * layout->line;
      mark->max_width = ink_indicator_layout_width (layout);
      if (!layout->reach_above)
        mark->max_width -= layout->reach + INK_INDICATOR_GAP;
      return;
    }
  mark->part_x = 1;
  mark->align_x = 1;
  mark->dx = ink_indicator_layout_right (layout);
  mark->max_width = layout->chip;
}

static void
add_heading (InkPlot *plot,
             const char *text,
             double dx,
             double align,
             double width)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  InkMark *mark;

  ink_table_builder_add_text (builder, "text", NULL);
  ink_table_builder_text (builder, text);
  table = ink_table_builder_end (builder);
  mark = ink_plot_add (plot, &ink_mark_text, table);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "text");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->align_x = align;
  mark->align_y = 1;
  mark->dx = dx;
  mark->dy = -4;
  mark->max_width = width;
  mark->no_datum = TRUE;
}

static void
add_headings (InkPlot *plot,
              const InkIndicatorLayout *layout)
{
  if (layout->is_narrow)
    return;
  add_heading (plot, _ ("Micro conversion"), -ink_indicator_layout_left (layout), 0, layout->name);
  add_heading (plot, _ ("Reach"), -INK_INDICATOR_AXIS_GAP, 1, layout->reach + 1);
}

static void
add_selected (InkPlot *plot,
              const InkIndicatorLayout *layout)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  InkMark *mark;

  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  for (guint i = 0; i < layout->n_rows; i++)
    if (ink_indicator_rows_get (layout->rows, i)->row + 1 == layout->options->selected)
      ink_table_builder_number (builder, i);
  table = ink_table_builder_end (builder);
  mark = add_mark (plot, &mark_selected, table, NULL);
  mark->dx = -ink_indicator_layout_left (layout);
  mark->max_width = ink_indicator_layout_width (layout);
}

static void
add_marks (InkPlot *plot,
           const InkIndicatorLayout *layout,
           double room)
{
  g_autoptr (InkTable) cells = ink_indicator_layout_cells (layout);
  InkScale *x = ink_plot_use_scale (plot, INK_SCALE_X, &ink_scale_log);
  InkMark *hit;

  ink_plot_use_scale (plot, INK_SCALE_FY, &ink_scale_band);
  ink_scale_train (x, layout->span.low / AXIS_SLACK);
  ink_scale_train (x, layout->span.high * AXIS_SLACK);
  ink_plot_set_insets (
      plot,
      (InkSides){ .left = ink_indicator_layout_left (layout),
                  .right = ink_indicator_layout_right (layout),
                  .top = layout->top,
                  .bottom = MAX (room - layout->top - layout->pitch * layout->n_rows, 0) });
  hit = add_mark (plot, &mark_row, cells, NULL);
  hit->dx = -ink_indicator_layout_left (layout);
  hit->max_width = ink_indicator_layout_width (layout);
  if (layout->options->selected > 0)
    add_selected (plot, layout);
  add_axis (plot, layout);
  add_line_at_one (plot, layout);
  add_dots (plot, layout, cells);
  add_headings (plot, layout);
  add_names (plot, layout, cells);
  add_chips (plot, layout, cells);
  add_reaches (plot, layout, cells);
}

static char *
say_note (const InkIndicatorLayout *layout)
{
  if (layout->n_rows == layout->rows->len)
    return g_strdup (ink_indicator_rows_caveat ());

  return g_strdup_printf ("%s %s", ink_indicator_rows_caveat (),
                          _ ("There is not room for all micro goals here; the table has them."));
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  g_autoptr (GArray) rows = ink_indicator_rows_read (table);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *finding = ink_indicator_rows_finding (rows, options);
  g_autofree char *note = NULL;
  InkIndicatorLayout layout;

  if (find_lack (rows) != NULL)
    {
      ink_chart_words_set (plot, options, NULL, NAN, NULL);
      ink_plot_set_message (plot, find_lack (rows));
      return g_steal_pointer (&plot);
    }

  ink_chart_words_set (plot, options, finding, NAN, ink_indicator_rows_caveat ());
  ink_indicator_layout_init (&layout, rows, MAX (ink_chart_words_room (plot, options), 1),
                             options);
  note = say_note (&layout);
  ink_chart_words_set (plot, options, finding, NAN, note);
  ink_indicator_layout_init (&layout, rows, MAX (ink_chart_words_room (plot, options), 1),
                             options);
  for (guint i = 0; i < layout.n_rows; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (rows, i);
      g_autofree char *words = ink_indicator_row_to_words (row, options);

      ink_plot_set_datum_label (plot, row->row, words);
    }
  add_marks (plot, &layout, ink_chart_words_room (plot, options));

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
  g_autoptr (GArray) rows = ink_indicator_rows_read (table);
  InkIndicatorLayout layout;

  if (rows->len == 0)
    return 10 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
  ink_indicator_layout_init (&layout, rows, 0, options);

  return layout.top + layout.pitch * layout.n_rows;
}

const InkChartKind ink_chart_indicators = {
  .id = "indicators",
  .title = N_("Leading indicators"),
  .table = "indicators",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_indicators,
  .native = ink_native_indicators,
  .remarks = TRUE,
};
