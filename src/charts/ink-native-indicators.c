/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Indicators as slides' own charts: points on a logarithmic axis, a series per verdict. */
#include "config.h"

#include "charts/ink-indicator-rows.h"
#include "charts/ink-native-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Share of the width for the names. */
#define NAME_ROOM 0.27
/* The same for numbers and the title of an axis. */
#define AXIS_ROOM 0.09
#define LEAST_REACH 0.01
/* Share of the width for the ratios, and of how many rows they stand there: above their points they
 * would cover the row above. */
#define RATIO_ROOM 0.06
#define MOST_ROWS_ABOVE 9
/* More would be illegible on a slide; all of them are in the workbook. */
#define MOST_ROWS 18

/* By InkShape; what slides have no sign for is a triangle. */
static const InkNativeSymbol symbols[INK_N_SHAPES] = {
  [INK_SHAPE_CIRCLE] = INK_NATIVE_CIRCLE,   [INK_SHAPE_SQUARE] = INK_NATIVE_SQUARE,
  [INK_SHAPE_DIAMOND] = INK_NATIVE_DIAMOND, [INK_SHAPE_UP] = INK_NATIVE_TRIANGLE,
  [INK_SHAPE_DOWN] = INK_NATIVE_TRIANGLE,   [INK_SHAPE_AHEAD] = INK_NATIVE_TRIANGLE,
  [INK_SHAPE_BEHIND] = INK_NATIVE_TRIANGLE, [INK_SHAPE_CROSS] = INK_NATIVE_PLUS,
  [INK_SHAPE_BAR] = INK_NATIVE_DASH,        [INK_SHAPE_TICK] = INK_NATIVE_DASH,
};

/* Those that a slide shows: the first by rank. */
static GArray *
read_rows (InkTable *table)
{
  GArray *rows = ink_indicator_rows_read (table);

  g_array_set_size (rows, MIN (rows->len, MOST_ROWS));
  return rows;
}

/* The series of a verdict: the last one, since the rows are ranked by it, or a new one. */
static InkNativeSeries *
series_for (InkNativeChart *chart,
            const InkIndicatorRow *row,
            const char **last)
{
  const InkVerdictLook *look = ink_verdict_get_look (row->verdict);
  InkNativeSeries *series;

  if (g_strcmp0 (*last, row->title) == 0)
    return g_ptr_array_index (chart->series, chart->series->len - 1);

  *last = row->title;
  series = ink_native_chart_add_series (chart, row->title,
                                        ink_native_ink_for_series (look->series));
  series->symbol = symbols[look->shape];

  return series;
}

/* Between the ends of an axis; NAN where there is nothing. */
static double
within (const InkIndicatorSpan *span,
        double value)
{
  return isnan (value) ? NAN : CLAMP (value, span->low, span->high);
}

static void
add_line_at_one (InkNativeChart *chart,
                 guint n)
{
  InkNativeSeries *one = ink_native_chart_add_series (chart, _("As often as others"),
                                                      INK_NATIVE_GREY);

  one->has_line = one->is_dashed = one->is_aside = TRUE;
  ink_native_series_add (one, 1, 0.5, NULL);
  ink_native_series_add (one, 1, n + 0.5, NULL);
}

/* Pairs of points with nothing between them. */
static void
add_ranges (InkNativeChart *chart,
            const GArray *rows,
            const InkIndicatorSpan *span)
{
  InkNativeSeries *ranges = ink_native_chart_add_series (chart, _("95 % range"), INK_NATIVE_GREY);

  ranges->has_line = ranges->is_aside = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (rows, i);
      double y = ink_indicator_row_has_range (row) ? i + 1 : NAN;

      ink_native_series_add (ranges, within (span, row->low), y, NULL);
      ink_native_series_add (ranges, within (span, row->high), y, NULL);
      ink_native_series_add (ranges, NAN, NAN, NULL);
    }
}

static void
add_naive (InkNativeChart *chart,
           const GArray *rows,
           const InkIndicatorSpan *span)
{
  InkNativeSeries *naive = ink_native_chart_add_series (chart, _("Simple comparison"),
                                                        INK_NATIVE_GREY);

  naive->symbol = INK_NATIVE_CROSS;
  for (guint i = 0; i < rows->len; i++)
    {
      double value = ink_indicator_rows_get (rows, i)->naive;

      /* Out of the picture it would be drawn beside it. */
      if (isfinite (value) && value >= span->low && value <= span->high)
        ink_native_series_add (naive, value, i + 1, NULL);
    }
}

/* Points without a symbol at the axis' left end, whose labels are the names. */
static void
add_names (InkNativeChart *chart,
           const GArray *rows,
           const InkIndicatorSpan *span)
{
  InkNativeSeries *names = ink_native_chart_add_series (chart, _("Micro goal"), INK_NATIVE_NO_INK);

  names->is_aside = TRUE;
  names->labels = INK_NATIVE_LABELS_LEFT;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = ink_text_clean (ink_indicator_rows_get (rows, i)->micro);

      /* A point exactly on the end loses its label in Impress. */
      ink_native_series_add (names, span->low * 1.01, i + 1, name);
    }
}

/* At the right end, for those whose points stand too close. */
static void
add_ratios (InkNativeChart *chart,
            const GArray *rows,
            const InkIndicatorSpan *span,
            const InkChartOptions *options)
{
  InkNativeSeries *ratios
      = ink_native_chart_add_series (chart, _("times as often"), INK_NATIVE_NO_INK);

  chart->value_room = RATIO_ROOM;
  ratios->is_aside = TRUE;
  ratios->labels = INK_NATIVE_LABELS_RIGHT;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *lift
          = ink_numbers_ratio (options->numbers, ink_indicator_rows_get (rows, i)->lift);

      ink_native_series_add (ratios, span->high * 0.99, i + 1, lift);
    }
}

static void
add_lifts (InkNativeChart *chart,
           const GArray *rows,
           const InkChartOptions *options)
{
  const char *last = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (rows, i);
      InkNativeSeries *series = series_for (chart, row, &last);
      g_autofree char *lift = ink_numbers_ratio (options->numbers, row->lift);

      if (rows->len <= MOST_ROWS_ABOVE)
        series->labels = INK_NATIVE_LABELS_ABOVE;
      ink_native_series_add (series, row->lift, isfinite (row->lift) ? i + 1 : NAN, lift);
    }
}

/* A verdict none of whose points can be drawn is not explained. */
static void
leave_out_of_legend (InkNativeChart *chart)
{
  for (guint i = 0; i < chart->series->len; i++)
    {
      InkNativeSeries *series = g_ptr_array_index (chart->series, i);
      gboolean any = FALSE;

      for (guint p = 0; p < series->points->len; p++)
        any |= isfinite (ink_native_series_get (series, p)->x)
               && isfinite (ink_native_series_get (series, p)->y);
      series->is_aside |= !any;
    }
}

InkNativeChart *
ink_native_indicators (InkTable *table,
                       const InkChartOptions *options)
{
  g_autoptr (GArray) rows = read_rows (table);
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_POINTS);
  InkIndicatorSpan span = ink_indicator_rows_span (rows, TRUE);

  chart->x = (InkNativeAxis){ .title = g_strdup (_("times as often as comparable people who have "
                                                   "not done it (95 % range)")),
                              .format = INK_FORMAT_RATIO,
                              .is_log = TRUE,
                              .low = span.low,
                              .high = span.high };
  chart->y = (InkNativeAxis){ .is_hidden = TRUE,
                              .is_reversed = TRUE,
                              .format = INK_FORMAT_COUNT,
                              .low = 0.5,
                              .high = rows->len + 0.5 };
  chart->name_room = NAME_ROOM;
  chart->has_legend = TRUE;
  add_line_at_one (chart, rows->len);
  add_ranges (chart, rows, &span);
  add_naive (chart, rows, &span);
  add_names (chart, rows, &span);
  if (rows->len > MOST_ROWS_ABOVE)
    add_ratios (chart, rows, &span, options);
  add_lifts (chart, rows, options);
  leave_out_of_legend (chart);

  return chart;
}

/* A round share that leaves the names of the last points some room. */
static double
end_of_reach (const GArray *rows)
{
  double most = LEAST_REACH, step;

  for (guint i = 0; i < rows->len; i++)
    if (isfinite (ink_indicator_rows_get (rows, i)->reach))
      most = MAX (most, ink_indicator_rows_get (rows, i)->reach);
  step = pow (10, floor (log10 (most)));
  if (most < 4 * step)
    step /= most < 2 * step ? 5 : 2;

  return MIN ((floor (most / step) + 1) * step, 1);
}

InkNativeChart *
ink_native_map (InkTable *table,
                const InkChartOptions *options)
{
  g_autoptr (GArray) rows = read_rows (table);
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_POINTS);
  InkIndicatorSpan span = ink_indicator_rows_span (rows, FALSE);
  const char *last = NULL;

  chart->x = (InkNativeAxis){ .title = g_strdup (_("reach: share of people who do it")),
                              .format = INK_FORMAT_SHARE,
                              .low = 0,
                              .high = end_of_reach (rows) };
  chart->y = (InkNativeAxis){ .title = g_strdup (_("times as often")),
                              .format = INK_FORMAT_RATIO,
                              .is_log = TRUE,
                              .low = span.low,
                              .high = span.high };
  chart->name_room = AXIS_ROOM;
  chart->has_legend = TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (rows, i);
      InkNativeSeries *series = series_for (chart, row, &last);
      g_autofree char *name = ink_text_clean (row->micro);

      series->labels = INK_NATIVE_LABELS_RIGHT;
      series->has_ranges = TRUE;
      ink_native_series_add_range (series, row->reach, row->lift, within (&span, row->low),
                                   within (&span, row->high), name);
    }
  leave_out_of_legend (chart);

  return chart;
}
