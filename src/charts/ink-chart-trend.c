/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The share that finished by period of entry, and under it how many entered. Periods whose people
 * may still finish are dashed: their shares still grow. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STRIP_PART 0.2
#define DOTS_UP_TO 40
/* More of them still under way, and a period is not over (as for `settled` in funnels). */
#define MOST_UNDER_WAY 0.02
#define DASH 4.0
/* The 97.5 % point of the normal distribution, for 95 % ranges. */
#define Z 1.959963984540054

typedef struct
{
  InkTable *table;
  int start, entered, finished, under_way; /* the last: -1 where nobody is */
  guint n_rows;
  gboolean is_endless; /* there is no window: late ones may finish, but nobody can say who */
  guint n_open;        /* periods at the end that are not over */
  double total_entered;
  double total_finished;
  guint n_empty;
} Trend;

static double
cell (const Trend *trend,
      int column,
      guint row)
{
  return ink_table_get_number (trend->table, (guint) column, row);
}

static double
share_at (const Trend *trend,
          guint row)
{
  double entered = cell (trend, trend->entered, row);

  return entered > 0 ? cell (trend, trend->finished, row) / entered : NAN;
}

static gboolean
is_open (const Trend *trend,
         guint row)
{
  return trend->under_way >= 0
         && cell (trend, trend->under_way, row) > MOST_UNDER_WAY * cell (trend, trend->entered, row);
}

/* From the first that is not over on, all count as such: a quiet day between says nothing. */
static guint
count_open (const Trend *trend)
{
  for (guint row = 0; row < trend->n_rows; row++)
    if (is_open (trend, row))
      return trend->n_rows - row;

  return 0;
}

static Trend
read_trend (InkTable *table)
{
  Trend trend = {
    .table = table,
    .start = ink_table_find_column (table, "start"),
    .entered = ink_table_find_column (table, "entered"),
    .finished = ink_table_find_column (table, "finished"),
    .under_way = ink_table_find_column (table, "under_way"),
    .n_rows = ink_table_get_n_rows (table),
  };

  if (trend.start < 0 || trend.entered < 0 || trend.finished < 0)
    trend.n_rows = 0;
  for (guint row = 0; row < trend.n_rows; row++)
    {
      double entered = cell (&trend, trend.entered, row);
      double finished = cell (&trend, trend.finished, row);

      trend.total_entered += entered > 0 ? entered : 0;
      trend.total_finished += finished > 0 ? finished : 0;
      trend.n_empty += !(entered > 0);
    }
  trend.is_endless
      = trend.n_rows > 0 && (trend.under_way < 0 || isnan (cell (&trend, trend.under_way, 0)));
  trend.n_open = count_open (&trend);

  return trend;
}

/* Wilson's range: honest where few entered. */
static void
find_range (double share,
            double n,
            double *low,
            double *high)
{
  double d = 1 + Z * Z / n, centre = share + Z * Z / (2 * n);
  double half = Z * sqrt (share * (1 - share) / n + Z * Z / (4 * n * n));

  *low = MAX ((centre - half) / d, 0);
  *high = MIN ((centre + half) / d, 1);
}

static const char *
find_lack (const Trend *trend)
{
  return trend->total_entered > 0
             ? NULL
             : _ ("Nobody entered this funnel in the time shown, so there is no trend.");
}

static char *
say_date (const Trend *trend,
          guint row,
          const InkChartOptions *options)
{
  double start = cell (trend, trend->start, row);

  return ink_numbers_date (options->numbers, isfinite (start) ? (gint64) start : INK_TIME_NONE,
                           options->period, options->zone, TRUE);
}

static char *
say_row (const Trend *trend,
         guint row,
         const InkChartOptions *options)
{
  g_autofree char *date = say_date (trend, row, options);
  g_autofree char *entered = ink_chart_words_count (options, cell (trend, trend->entered, row));
  g_autofree char *finished =
      ink_numbers_count (options->numbers, cell (trend, trend->finished, row));
  g_autofree char *share = ink_numbers_share (options->numbers, share_at (trend, row));

  if (!(cell (trend, trend->entered, row) > 0))
    /* Translators: a date. */
    return g_strdup_printf (_("%s: nobody entered"), date);

  if (row >= trend->n_rows - trend->n_open)
    /* Translators: a date, "1 200 people", a count, a share. */
    return g_strdup_printf (_ ("%s: %s entered, %s of them finished so far (%s); others may still "
                               "finish"),
                            date, entered, finished, share);

  /* Translators: a date, "1 200 people", a count, a share. */
  return g_strdup_printf (_ ("%s: %s entered, %s of them finished (%s)"), date, entered, finished,
                          share);
}

/* NULL where there is nothing to say. */
static char *
say_note (const Trend *trend)
{
  const char *open = trend->n_open > 0      ? _("dashed: who entered then may still finish")
                     : trend->is_endless ? _("who entered late may still finish")
                                         : NULL;
  g_autofree char *empty = NULL;

  if (trend->n_empty == 0)
    return g_strdup (open);

  empty = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u period without entries",
                                        "%u periods without entries", trend->n_empty),
                           trend->n_empty);
  return open != NULL ? g_strdup_printf ("%s \302\267 %s", open, empty)
                      : g_steal_pointer (&empty);
}

static InkTable *
make_rows (const Trend *trend,
           const InkChartOptions *options)
{
  static const char *const names[] = { "start",   "share", "so_far", "open", "low",
                                       "high", "entered", "from",   "to" };
  InkTableBuilder *builder = ink_table_builder_new ();
  guint last = trend->n_rows - 1, n_over = trend->n_rows - trend->n_open;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ink_table_builder_add_number (builder, names[i], NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "label", NULL);
  for (guint row = 0; row < trend->n_rows; row++)
    {
      double share = share_at (trend, row), low = NAN, high = NAN;
      gboolean open = row >= n_over;
      double start = cell (trend, trend->start, row);
      double before = row > 0 ? cell (trend, trend->start, row - 1) : NAN;
      double after = row < last ? cell (trend, trend->start, row + 1) : NAN;
      g_autofree char *label = ink_numbers_share (options->numbers, share);

      /* The first and the last period are as wide as their neighbours; a lone one is a day. */
      if (!isfinite (before))
        before = start - (isfinite (after) ? after - start : INK_DAY);
      if (!isfinite (after))
        after = start + (start - before);
      if (isfinite (share) && !open)
        find_range (share, cell (trend, trend->entered, row), &low, &high);
      ink_table_builder_number (builder, start);
      ink_table_builder_number (builder, open ? NAN : share);
      /* The dashed line goes on where the other ends. */
      ink_table_builder_number (builder, row + 1 >= n_over && trend->n_open > 0 ? share : NAN);
      ink_table_builder_number (builder, open ? share : NAN);
      ink_table_builder_number (builder, low);
      ink_table_builder_number (builder, high);
      ink_table_builder_number (builder, cell (trend, trend->entered, row));
      ink_table_builder_number (builder, (before + start) / 2);
      ink_table_builder_number (builder, (start + after) / 2);
      ink_table_builder_text (builder, row + 1 == n_over && isfinite (share) ? label : NULL);
    }

  return ink_table_builder_end (builder);
}

static InkMark *
add_mark (InkPlot *plot,
          const InkMarkKind *kind,
          InkTable *rows,
          const char *x,
          const char *x2,
          const char *y,
          const char *y2)
{
  InkMark *mark = ink_plot_add (plot, kind, rows);

  ink_mark_bind (mark, INK_CHANNEL_X, x);
  if (x2 != NULL)
    ink_mark_bind (mark, INK_CHANNEL_X2, x2);
  if (y != NULL)
    ink_mark_bind (mark, INK_CHANNEL_Y, y);
  if (y2 != NULL)
    ink_mark_bind (mark, INK_CHANNEL_Y2, y2);
  return mark;
}

/* Paler, dashed, with hollow dots. */
static void
add_open (InkPlot *plot,
          InkTable *rows,
          gboolean dots)
{
  InkMark *mark = add_mark (plot, &ink_mark_line, rows, "start", NULL, "so_far", NULL);

  mark->stroke = INK_COLOUR_WAITING;
  mark->dash = DASH;
  if (!dots)
    return;

  mark = add_mark (plot, &ink_mark_dot, rows, "start", NULL, "open", NULL);
  mark->fill = INK_COLOUR_BACKGROUND;
  mark->stroke = INK_COLOUR_WAITING;
}

static void
add_data (InkPlot *plot,
          const Trend *trend,
          InkTable *rows,
          const InkChartOptions *options)
{
  gboolean dots = ink_table_get_n_rows (rows) <= DOTS_UP_TO;
  InkMark *mark;

  add_mark (plot, &ink_mark_bar, rows, "from", "to", NULL, NULL);
  add_mark (plot, &ink_mark_area, rows, "start", NULL, "low", "high")->fill = INK_COLOUR_RANGE;
  if (trend->n_open > 0)
    add_open (plot, rows, dots);
  add_mark (plot, &ink_mark_line, rows, "start", NULL, "share", NULL)->stroke = INK_COLOUR_ACCENT;
  if (dots)
    add_mark (plot, &ink_mark_dot, rows, "start", NULL, "share", NULL)->fill = INK_COLOUR_ACCENT;

  mark = add_mark (plot, &ink_mark_bar, rows, "from", "to", "entered", NULL);
  mark->y_scale = INK_SCALE_STRIP;
  mark->fill = INK_COLOUR_WAITING;
  mark->stroke = INK_COLOUR_BACKGROUND;

  mark = add_mark (plot, &ink_mark_text, rows, "start", NULL, "share", NULL);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "label");
  mark->font = INK_FONT_FIGURE;
  mark->fill = INK_COLOUR_ACCENT;
  mark->align_y = 0.5;
  mark->dx = 9;
  if (trend->n_open == 0)
    return;

  /* Above the line, which goes on to the right. */
  mark->align_x = 0.5;
  mark->align_y = 1;
  mark->dx = 0;
  mark->dy = -6;
  mark->lift = 40;
}

/* A word at the begin of the strip, above its bars. */
static void
add_strip_title (InkPlot *plot,
                 const Trend *trend,
                 const InkChartOptions *options)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autofree char *total = ink_chart_words_count (options, trend->total_entered);
  /* Translators: "21 870 people". */
  g_autofree char *words = g_strdup_printf (_("%s entered"), total);
  g_autoptr (InkTable) table = NULL;
  InkMark *mark;

  ink_table_builder_add_text (builder, "words", NULL);
  ink_table_builder_text (builder, words);
  table = ink_table_builder_end (builder);
  mark = ink_plot_add (plot, &ink_mark_text, table);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "words");
  mark->y_scale = INK_SCALE_STRIP;
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->align_y = 1;
  mark->dy = -3;
  mark->no_datum = TRUE;
}

static void
add_axes (InkPlot *plot,
          const InkChartOptions *options)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_grid, NULL);

  mark->axis = INK_SCALE_Y;
  mark->stroke = INK_COLOUR_GRID;
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_Y;
  mark->format = INK_FORMAT_SHARE;
  mark->title = g_strdup (ink_chart_words_share_by_period (options));
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_X;
}

static void
use_scales (InkPlot *plot,
            const Trend *trend,
            const InkChartOptions *options)
{
  InkScale *x = ink_plot_use_scale (plot, INK_SCALE_X, &ink_scale_time);
  InkScale *y = ink_plot_use_scale (plot, INK_SCALE_Y, &ink_scale_linear);
  double room = ink_chart_words_room (plot, options);

  x->zone = options->zone != NULL ? g_time_zone_ref (options->zone) : NULL;
  ink_scale_train (y, 0);
  if (trend->total_finished <= 0)
    ink_scale_train (y, 0.01);
  ink_plot_set_nice (plot, INK_SCALE_Y, 4);
  ink_scale_train (ink_plot_use_scale (plot, INK_SCALE_STRIP, &ink_scale_linear), 0);
  ink_plot_set_strip (plot, room * STRIP_PART, ink_chart_words_line (options, INK_FONT_SMALL) + 8);
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  Trend trend = read_trend (table);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *note = say_note (&trend), *last = NULL;
  g_autoptr (InkTable) rows = NULL;

  if (find_lack (&trend) != NULL)
    {
      ink_chart_words_set (plot, options, NULL, NAN, NULL);
      ink_plot_set_message (plot, find_lack (&trend));
      return g_steal_pointer (&plot);
    }

  ink_chart_words_set (plot, options, NULL, trend.total_entered,
                       options->rule != NULL ? note : NULL);
  for (guint row = 0; row < trend.n_rows; row++)
    {
      g_autofree char *label = say_row (&trend, row, options);

      ink_plot_set_datum_label (plot, row, label);
    }
  rows = make_rows (&trend, options);
  last = ink_numbers_share (options->numbers, share_at (&trend, trend.n_rows - 1));
  use_scales (plot, &trend, options);
  ink_plot_set_insets (plot, (InkSides){
    .right = trend.n_open > 0 ? 4 : ink_chart_words_width (options, INK_FONT_FIGURE, last) + 10 });
  add_axes (plot, options);
  add_data (plot, &trend, rows, options);
  add_strip_title (plot, &trend, options);

  return g_steal_pointer (&plot);
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  Trend trend = read_trend (table);
  g_autofree char *entered = NULL, *share = NULL, *first = NULL, *last = NULL;
  g_autoptr (GString) words = NULL;
  /* Back to the last that is over, if any is. */
  guint n_later = trend.n_open < trend.n_rows ? trend.n_open + 1 : 1;

  if (find_lack (&trend) != NULL)
    return g_strdup (find_lack (&trend));

  entered = ink_chart_words_count (options, trend.total_entered);
  share = ink_numbers_share (options->numbers, trend.total_finished / trend.total_entered);
  first = say_row (&trend, 0, options);
  last = say_row (&trend, trend.n_rows - MAX (n_later, 1), options);
  words = g_string_new (NULL);
  /* Translators: "21 870 people", a share, then what happened in the first and the last period. */
  g_string_append_printf (
      words,
      _ ("Share that finished over time: %s entered, %s of them finished. First, %s. Last, %s."),
      entered, share, first, last);
  if (n_later > 1)
    g_string_append_printf (words,
                            g_dngettext (GETTEXT_PACKAGE,
                                         " %u later period is still under way.",
                                         " %u later periods are still under way.", n_later - 1),
                            n_later - 1);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  return 18 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

const InkChartKind ink_chart_trend = {
  .id = "trend",
  .title = N_("Over time"),
  .table = "trend",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_trend,
  .native = ink_native_trend,
};
