/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table among the charts of a report: headings, a line under each row, what is left out below. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-table-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 14.0
#define HEADING_LINES 2
/* A row in lines of its letters. */
#define MOST_ROW 1.7
/* Rows that are read out. */
#define MOST_SAID 5

/* ---- Places ---- */

static double
get_width (const InkChartOptions *options)
{
  return MAX (options->width - 2 * options->theme->margin, 1);
}

static double
find_top (const InkTableGrid *grid,
          const InkChartOptions *options)
{
  InkFont font = ink_theme_get_font (options->theme, INK_FONT_STRONG);
  guint most = 1;

  for (guint i = 0; i < grid->n_columns; i++)
    {
      double width = g_array_index (grid->parts, double, i) * get_width (options) - GAP;
      g_auto (GStrv) lines
          = ink_text_measure_wrap (ink_text_measure_get_default (), &font,
                                   ink_table_grid_get (grid, 0, i), MAX (width, 1), HEADING_LINES);

      most = MAX (most, g_strv_length (lines));
    }

  return most * ink_chart_words_line (options, INK_FONT_STRONG) + 6;
}

/* ---- Marks ---- */

/* The texts of a column, without its heading. */
static InkTable *
make_column (const InkTableGrid *grid,
             guint column)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "text", NULL);
  for (guint row = 1; row <= grid->n_rows; row++)
    {
      ink_table_builder_number (builder, row - 1);
      ink_table_builder_text (builder, ink_table_grid_get (grid, row, column));
    }

  return ink_table_builder_end (builder);
}

static InkTable *
make_heading (const char *text)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "text", NULL);
  ink_table_builder_text (builder, text);

  return ink_table_builder_end (builder);
}

static InkMark *
add_texts (InkPlot *plot,
           InkTable *texts,
           gboolean numeric,
           double left,
           double width)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_text, texts);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "text");
  mark->align_x = numeric ? 1 : 0;
  mark->dx = numeric ? left + width : left;
  mark->max_width = MAX (width, 1);
  mark->no_datum = TRUE;

  return mark;
}

static void
add_column (InkPlot *plot,
            const InkTableGrid *grid,
            guint column,
            double left,
            double width)
{
  gboolean numeric = g_array_index (grid->numeric, gboolean, column);
  g_autoptr (InkTable) texts = make_column (grid, column);
  g_autoptr (InkTable) heading = make_heading (ink_table_grid_get (grid, 0, column));
  InkMark *mark = add_texts (plot, texts, numeric, left, width);

  ink_mark_bind (mark, INK_CHANNEL_FY, "fy");
  mark->part_y = 0.5;
  mark->align_y = 0.5;
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_TEXT;
  mark = add_texts (plot, heading, numeric, left, width);
  mark->align_y = 1;
  mark->dy = -5;
  mark->max_lines = HEADING_LINES;
  mark->font = INK_FONT_STRONG;
  mark->fill = INK_COLOUR_DIM;
}

static void
add_lines (InkPlot *plot,
           InkTable *rows)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_rule, rows);
  g_autoptr (InkTable) one = make_heading (NULL);

  ink_mark_bind (mark, INK_CHANNEL_FY, "fy");
  mark->part_y = 1;
  mark->stroke = INK_COLOUR_GRID;
  mark->no_datum = TRUE;
  mark = ink_plot_add (plot, &ink_mark_rule, one);
  mark->stroke = INK_COLOUR_DIM;
  mark->no_datum = TRUE;
}

static void
draw (const InkTableGrid *grid,
      InkPlot *plot,
      const InkChartOptions *options)
{
  double room = ink_chart_words_room (plot, options), top = find_top (grid, options);
  double line = ink_chart_words_line (options, INK_FONT_SMALL);
  double pitch = MIN ((room - top) / grid->n_rows, MOST_ROW * line), left = 0;
  g_autoptr (InkTable) rows = make_column (grid, 0);

  ink_plot_use_scale (plot, INK_SCALE_FY, &ink_scale_band)->padding = 0;
  ink_plot_set_insets (plot, (InkSides){ .top = top,
                                         .bottom = MAX (room - top - pitch * grid->n_rows, 0) });
  add_lines (plot, rows);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      double width = g_array_index (grid->parts, double, i) * get_width (options);

      add_column (plot, grid, i, left, width - (i + 1 < grid->n_columns ? GAP : 0));
      left += width;
    }
}

/* ---- The chart ---- */

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_auto (InkTableGrid) grid = { 0 };

  ink_table_grid_init (&grid, table, options);
  ink_chart_words_set (plot, options, NULL, NAN, grid.caption);
  if (grid.n_rows > 0)
    draw (&grid, plot, options);
  else
    ink_plot_set_message (plot, _ ("This table has no rows."));

  return g_steal_pointer (&plot);
}

static void
say_row (const InkTableGrid *grid,
         guint row,
         GString *words)
{
  for (guint i = 0; i < grid->n_columns; i++)
    {
      const char *text = ink_table_grid_get (grid, row, i);

      if (*text != '\0')
        /* Translators: a column's heading and what stands in it. */
        g_string_append_printf (words, _ ("%s%s: %s"), i > 0 ? "; " : " ",
                                ink_table_grid_get (grid, 0, i), text);
    }
  g_string_append_c (words, '.');
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  g_auto (InkTableGrid) grid = { 0 };
  g_autoptr (GString) words = g_string_new (NULL);

  ink_table_grid_init (&grid, table, options);
  if (grid.n_rows == 0)
    return g_strdup (_ ("This table has no rows."));

  g_string_append_printf (words,
                          g_dngettext (GETTEXT_PACKAGE, "A table with %u row.",
                                       "A table with %u rows.", grid.n_rows),
                          grid.n_rows);
  if (grid.caption != NULL)
    g_string_append_printf (words, " %s", grid.caption);
  for (guint row = 1; row <= MIN (grid.n_rows, MOST_SAID); row++)
    say_row (&grid, row, words);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  g_auto (InkTableGrid) grid = { 0 };

  ink_table_grid_init (&grid, table, options);
  return find_top (&grid, options)
         + grid.n_rows * MOST_ROW * ink_chart_words_line (options, INK_FONT_SMALL);
}

const InkChartKind ink_chart_table = {
  .id = "table",
  .title = N_("Table"),
  .table = "table",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .remarks = TRUE,
};
