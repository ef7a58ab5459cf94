/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How often a goal was completed over time, with the project's dated remarks. The first part of the
 * time may be shorter than the others: it would look like a slump, so the line leaves it out. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DOTS_UP_TO 40
#define DASH 4.0
/* A shorter part than this share of the last is no part like the others. */
#define WHOLE_PART 0.95
/* How many remarks may stand one above the other. */
#define REMARK_LINES 2
#define REMARK_WIDTH 0.4
#define REMARK_GAP 5.0

typedef struct
{
  InkTable *table;
  int start, end, completions;
  guint n_rows;
  guint first; /* row of the line */
  double total;
} Series;

static double
cell (const Series *series,
      int column,
      guint row)
{
  return ink_table_get_number (series->table, (guint) column, row);
}

static double
get_length (const Series *series,
            guint row)
{
  return cell (series, series->end, row) - cell (series, series->start, row);
}

static Series
read_series (InkTable *table)
{
  Series series = { .table = table,
                    .start = ink_table_find_column (table, "start"),
                    .end = ink_table_find_column (table, "end"),
                    .completions = ink_table_find_column (table, "completions"),
                    .n_rows = ink_table_get_n_rows (table) };

  if (series.start < 0 || series.end < 0 || series.completions < 0)
    series.n_rows = 0;
  for (guint row = 0; row < series.n_rows; row++)
    {
      double n = cell (&series, series.completions, row);

      series.total += n > 0 ? n : 0;
    }
  series.first = series.n_rows > 2
                 && get_length (&series, 0) < WHOLE_PART * get_length (&series, series.n_rows - 1);
  return series;
}

static const char *
find_lack (const Series *series)
{
  return series->total > 0 ? NULL
                           : _ ("Nobody completed this goal in the time shown, so there is nothing "
                                "to draw.");
}

/* ---- Words ---- */

static char *
say_day (double time,
         const InkChartOptions *options)
{
  return ink_numbers_date (options->numbers, isfinite (time) ? (gint64) time : INK_TIME_NONE,
                           INK_PERIOD_DAY, options->zone, TRUE);
}

static char *
say_count (double n,
           const InkChartOptions *options)
{
  g_autofree char *count = ink_numbers_count (options->numbers, n);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s completion", "%s completions",
                                       (gulong) n),
                          count);
}

static char *
say_row (const Series *series,
         guint row,
         const InkChartOptions *options)
{
  double start = cell (series, series->start, row), end = cell (series, series->end, row);
  g_autofree char *from = say_day (start, options);
  g_autofree char *to = say_day (end - 1, options);
  g_autofree char *count = say_count (cell (series, series->completions, row), options);

  if (g_str_equal (from, to))
    /* Translators: a day, "12 completions". */
    return g_strdup_printf (_ ("%s: %s"), from, count);

  /* Translators: the first and the last day, "12 completions". */
  return g_strdup_printf (_ ("%s – %s: %s"), from, to, count);
}

/* How much time a point stands for; NULL where parts are of another length. */
static const char *
say_unit (const Series *series)
{
  double days = series->n_rows > 0 ? get_length (series, series->n_rows - 1) / (double) INK_DAY : 0;

  if (days < 1.5)
    return _ ("completions per day");
  if (days > 6.5 && days < 7.5)
    return _ ("completions per week");

  return NULL;
}

static char *
say_axis (const Series *series)
{
  const char *unit = say_unit (series);
  double days = get_length (series, series->n_rows - 1) / (double) INK_DAY;

  return unit != NULL ? g_strdup (unit) : g_strdup_printf (_ ("completions per %.0f weeks"),
                                                           days / 7);
}

static guint
count_notes (const InkChartOptions *options)
{
  return options->definition != NULL ? options->definition->n_notes : 0;
}

/* NULL where its day is not in the picture. */
static const InkNote *
get_note (const Series *series,
          const InkChartOptions *options,
          guint index,
          gint64 *time)
{
  const InkNote *note = &options->definition->notes[index];

  return ink_time_parse_iso (note->date, strlen (note->date), options->zone, time)
                 && (double) *time >= cell (series, series->start, series->first)
                 && (double) *time < cell (series, series->end, series->n_rows - 1)
             ? note
             : NULL;
}

/* ---- The drawing ---- */

/* Over the middle of its time, what was completed in it. */
static InkTable *
make_rows (const Series *series)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "time", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "completions", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "datum", NULL, INK_FORMAT_PLAIN);
  for (guint row = series->first; row < series->n_rows; row++)
    {
      ink_table_builder_number (
          builder, (cell (series, series->start, row) + cell (series, series->end, row)) / 2);
      ink_table_builder_number (builder, cell (series, series->completions, row));
      ink_table_builder_number (builder, row);
    }
  return ink_table_builder_end (builder);
}

static InkMark *
add_mark (InkPlot *plot,
          const InkMarkKind *kind,
          InkTable *rows)
{
  InkMark *mark = ink_plot_add (plot, kind, rows);

  ink_mark_bind (mark, INK_CHANNEL_X, "time");
  ink_mark_bind (mark, INK_CHANNEL_Y, "completions");
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  return mark;
}

static InkTable *
make_remarks (const Series *series,
              const InkChartOptions *options)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "time", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "text", NULL);
  for (guint i = 0; i < count_notes (options); i++)
    {
      gint64 time;
      const InkNote *note = get_note (series, options, i, &time);

      if (note == NULL)
        continue;
      ink_table_builder_number (builder, (double) time);
      ink_table_builder_text (builder, note->text);
    }
  return ink_table_builder_end (builder);
}

/* A line at the day and its words above it; words that find no room are in the description. */
static void
add_remarks (InkPlot *plot,
             const Series *series,
             const InkChartOptions *options)
{
  g_autoptr (InkTable) remarks = make_remarks (series, options);
  double line = ink_chart_words_line (options, INK_FONT_SMALL);
  InkMark *mark;

  if (ink_table_get_n_rows (remarks) == 0)
    return;
  mark = ink_plot_add (plot, &ink_mark_rule, remarks);
  ink_mark_bind (mark, INK_CHANNEL_X, "time");
  mark->stroke = INK_COLOUR_DIM;
  mark->dash = DASH;
  mark->no_datum = TRUE;
  mark = ink_plot_add (plot, &ink_mark_text, remarks);
  ink_mark_bind (mark, INK_CHANNEL_X, "time");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "text");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->align_x = 0.5;
  mark->align_y = 1;
  mark->dy = -REMARK_GAP;
  mark->max_width = options->width * REMARK_WIDTH;
  mark->lift = REMARK_LINES * line;
  mark->no_datum = TRUE;
  ink_plot_set_insets (plot, (InkSides){ .top = REMARK_LINES * line + REMARK_GAP, .right = 8 });
}

static void
add_axes (InkPlot *plot,
          const Series *series)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_grid, NULL);

  mark->axis = INK_SCALE_Y;
  mark->stroke = INK_COLOUR_GRID;
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_Y;
  mark->format = INK_FORMAT_COUNT;
  mark->title = say_axis (series);
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_X;
}

static void
add_line (InkPlot *plot,
          const Series *series,
          const InkChartOptions *options)
{
  InkScale *x = ink_plot_use_scale (plot, INK_SCALE_X, &ink_scale_time);
  InkScale *y = ink_plot_use_scale (plot, INK_SCALE_Y, &ink_scale_linear);
  g_autoptr (InkTable) rows = make_rows (series);

  x->zone = options->zone != NULL ? g_time_zone_ref (options->zone) : NULL;
  ink_scale_train (x, cell (series, series->start, series->first));
  ink_scale_train (x, cell (series, series->end, series->n_rows - 1));
  ink_scale_train (y, 0);
  ink_plot_set_nice (plot, INK_SCALE_Y, 4);
  add_axes (plot, series);
  add_mark (plot, &ink_mark_line, rows)->stroke = INK_COLOUR_ACCENT;
  if (ink_table_get_n_rows (rows) <= DOTS_UP_TO)
    add_mark (plot, &ink_mark_dot, rows)->fill = INK_COLOUR_ACCENT;
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  Series series = read_series (table);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *finding = ink_finding_events (table, options);

  if (find_lack (&series) != NULL)
    {
      ink_chart_words_set (plot, options, NULL, NAN, NULL);
      ink_plot_set_message (plot, find_lack (&series));
      return g_steal_pointer (&plot);
    }

  ink_chart_words_set (plot, options, finding, NAN,
                       series.first > 0 ? _ ("The first days, which are no whole part, are left out.")
                                        : NULL);
  for (guint row = series.first; row < series.n_rows; row++)
    {
      g_autofree char *label = say_row (&series, row, options);

      ink_plot_set_datum_label (plot, row, label);
    }
  ink_plot_set_insets (plot, (InkSides){ .right = 8 });
  add_line (plot, &series, options);
  add_remarks (plot, &series, options);

  return g_steal_pointer (&plot);
}

/* ---- The description ---- */

static guint
find_most (const Series *series)
{
  guint most = series->first;

  for (guint row = series->first; row < series->n_rows; row++)
    if (cell (series, series->completions, row) > cell (series, series->completions, most))
      most = row;

  return most;
}

static void
describe_remarks (const Series *series,
                  const InkChartOptions *options,
                  GString *words)
{
  for (guint i = 0; i < count_notes (options); i++)
    {
      gint64 time;
      const InkNote *note = get_note (series, options, i, &time);
      g_autofree char *day = NULL;

      if (note == NULL)
        continue;
      day = say_day ((double) time, options);
      /* Translators: the day of a remark, and what it says. */
      g_string_append_printf (words, _ (" Remark of %s: %s."), day, note->text);
    }
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  Series series = read_series (table);
  g_autofree char *total = NULL, *first = NULL, *last = NULL, *most = NULL;
  g_autoptr (GString) words = NULL;

  if (find_lack (&series) != NULL)
    return g_strdup (find_lack (&series));

  total = say_count (series.total, options);
  first = say_row (&series, series.first, options);
  last = say_row (&series, series.n_rows - 1, options);
  most = say_row (&series, find_most (&series), options);
  words = g_string_new (NULL);
  /* Translators: "574 completions", then what happened in the first, the last and the fullest part. */
  g_string_append_printf (words, _ ("Over time: %s. First, %s. Last, %s. Most, %s."), total, first,
                          last, most);
  describe_remarks (&series, options, words);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
ink_finding_events (InkTable *table,
                    const InkChartOptions *options)
{
  Series series = read_series (table);
  g_autofree char *total = NULL, *from = NULL, *to = NULL;

  if (find_lack (&series) != NULL)
    return NULL;

  total = say_count (series.total, options);
  from = say_day (cell (&series, series.start, 0), options);
  to = say_day (cell (&series, series.end, series.n_rows - 1) - 1, options);
  /* Translators: a slide's title: "574 completions", the first day and the last. */
  return g_strdup_printf (_ ("%s from %s to %s"), total, from, to);
}

InkNativeChart *
ink_native_events (InkTable *table,
                   const InkChartOptions *options)
{
  Series series = read_series (table);
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_LINES);
  InkNativeSeries *line
      = ink_native_chart_add_series (chart, _ ("Completions"), INK_NATIVE_ACCENT_1);

  line->has_line = TRUE;
  line->symbol = series.n_rows <= DOTS_UP_TO ? INK_NATIVE_CIRCLE : INK_NATIVE_NO_SYMBOL;
  chart->y.title = series.n_rows > 0 ? say_axis (&series) : NULL;
  chart->y.low = 0;
  chart->y.format = INK_FORMAT_COUNT;
  for (guint row = series.first; row < series.n_rows; row++)
    {
      g_autofree char *date = ink_chart_words_axis_date (
          options, INK_PERIOD_DAY, cell (&series, series.start, row),
          cell (&series, series.start, 0), cell (&series, series.start, series.n_rows - 1));

      ink_native_chart_add_category (chart, date);
      ink_native_series_add (line, row - series.first, cell (&series, series.completions, row),
                             NULL);
    }

  return chart;
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  return 15 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

const InkChartKind ink_chart_events = {
  .id = "events",
  .title = N_("Completions over time"),
  .table = "series",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_events,
  .native = ink_native_events,
};
