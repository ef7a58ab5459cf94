/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Funnels as slides' own charts: bars by step, bars by group, columns of times, lines over time. */
#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-funnel-rows.h"
#include "charts/ink-native-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beyond so many, a line without dots is calmer. */
#define MOST_DOTS 60

static char *
clean_name (const char *name)
{
  return ink_text_clean (name);
}

/* "2,310 · 55 %" */
static char *
say_step (const InkFunnelRow *row,
          gboolean is_first,
          const InkChartOptions *options)
{
  g_autofree char *people = ink_numbers_count (options->numbers, row->people);
  g_autofree char *share = ink_numbers_share (options->numbers, row->of_first);

  return is_first || !isfinite (row->of_first) ? g_steal_pointer (&people)
                                               : g_strdup_printf ("%s · %s", people, share);
}

static const char *
say_unit (const InkChartOptions *options)
{
  switch (options->count)
    {
    case INK_COUNT_SESSIONS:
      return _("Visits");
    case INK_COUNT_TRIES:
      return _("Tries");
    case INK_COUNT_PROPERTY:
      return _("Groups");
    case INK_COUNT_PEOPLE:
    default:
      return _("People");
    }
}

InkNativeChart *
ink_native_funnel (InkTable *table,
                   const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const InkFunnelGroup *whole = g_ptr_array_index (groups, 0);
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_BARS);
  InkNativeSeries *series = ink_native_chart_add_series (chart, say_unit (options),
                                                         INK_NATIVE_ACCENT_1);

  chart->gap = 35;
  chart->y.is_hidden = TRUE;
  chart->y.low = 0;
  chart->y.format = INK_FORMAT_COUNT;
  series->labels = INK_NATIVE_LABELS_END;
  for (guint i = 0; i < whole->rows->len; i++)
    {
      const InkFunnelRow *row = ink_funnel_group_row (whole, i);
      g_autofree char *name = clean_name (row->name);
      g_autofree char *label = say_step (row, i == 0, options);

      ink_native_chart_add_category (chart, name);
      ink_native_series_add (series, i, row->people, label);
    }

  return chart;
}

static void
add_group (InkNativeChart *chart,
           const InkFunnelGroup *group,
           guint index,
           guint first,
           const InkChartOptions *options)
{
  const char *title = ink_funnel_group_title (group);
  g_autofree char *name = clean_name (title);
  InkNativeSeries *series = ink_native_chart_add_series (chart, name,
                                                         ink_native_ink_for_series (index));

  series->labels = INK_NATIVE_LABELS_END;
  for (guint i = first; i < group->rows->len; i++)
    {
      double share = ink_funnel_group_row (group, i)->of_first;
      g_autofree char *label = ink_numbers_share (options->numbers, share);

      ink_native_series_add (series, i - first, share, isfinite (share) ? label : NULL);
    }
}

InkNativeChart *
ink_native_groups (InkTable *table,
                   const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const InkFunnelGroup *whole = g_ptr_array_index (groups, 0);
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_BARS);
  /* All of every group are at the first step: bars of 100 % would only make the others small. */
  guint first = whole->rows->len > 1 ? 1 : 0;

  chart->y.is_hidden = TRUE;
  chart->y.low = 0;
  chart->y.format = INK_FORMAT_SHARE;
  chart->has_legend = TRUE;
  for (guint i = first; i < whole->rows->len; i++)
    {
      g_autofree char *name = clean_name (ink_funnel_group_row (whole, i)->name);

      ink_native_chart_add_category (chart, name);
    }
  for (guint i = groups->len > 1 ? 1 : 0; i < groups->len; i++)
    add_group (chart, g_ptr_array_index (groups, i), i > 0 ? i - 1 : 0, first,
               options);

  return chart;
}

static double
cell (InkTable *table,
      const char *name,
      guint row)
{
  int column = ink_table_find_column (table, name);

  return column >= 0 ? ink_table_get_number (table, (guint) column, row) : NAN;
}

static InkFormat
time_format (InkTable *table)
{
  int column = ink_table_find_column (table, "from");

  return column >= 0 && ink_table_get_format (table, (guint) column) == INK_FORMAT_DAYS
             ? INK_FORMAT_DAYS
             : INK_FORMAT_SECONDS;
}

InkNativeChart *
ink_native_histogram (InkTable *table,
                      const InkChartOptions *options)
{
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_COLUMNS);
  InkNativeSeries *series = ink_native_chart_add_series (chart, say_unit (options),
                                                         INK_NATIVE_ACCENT_1);

  chart->gap = 5;
  chart->y.low = 0;
  chart->y.format = INK_FORMAT_COUNT;
  chart->x.title = g_strdup (_("From the first step to the last, from …"));
  chart->y.title = g_strdup (say_unit (options));
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_autofree char *from =
          ink_numbers_format (options->numbers, time_format (table), cell (table, "from", row));

      ink_native_chart_add_category (chart, from);
      ink_native_series_add (series, row, cell (table, "people", row), NULL);
    }

  return chart;
}

/* As in ink-chart-trend.c: from the first period that is not over on, shares still grow. */
static guint
count_over (InkTable *table)
{
  guint n = ink_table_get_n_rows (table);

  for (guint row = 0; row < n; row++)
    if (cell (table, "under_way", row) > 0.02 * cell (table, "entered", row))
      return row;

  return n;
}

InkNativeChart *
ink_native_trend (InkTable *table,
                  const InkChartOptions *options)
{
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_LINES);
  guint n = ink_table_get_n_rows (table), n_over = count_over (table);
  InkNativeSeries *over = ink_native_chart_add_series (chart, _("Share that finished"),
                                                       INK_NATIVE_ACCENT_1);
  InkNativeSeries *open = n_over < n ? ink_native_chart_add_series (
                                           chart, _("So far: others may still finish"),
                                           INK_NATIVE_ACCENT_1)
                                     : NULL;

  over->has_line = TRUE;
  over->symbol = n <= MOST_DOTS ? INK_NATIVE_CIRCLE : INK_NATIVE_NO_SYMBOL;
  chart->y.title = g_strdup (ink_chart_words_share_by_period (options));
  chart->y.low = 0;
  chart->y.format = INK_FORMAT_SHARE;
  chart->has_legend = open != NULL;
  if (open != NULL)
    {
      open->has_line = open->is_dashed = TRUE;
      open->symbol = over->symbol;
    }
  for (guint row = 0; row < n; row++)
    {
      double entered = cell (table, "entered", row);
      double share = entered > 0 ? cell (table, "finished", row) / entered : NAN;
      g_autofree char *date = ink_chart_words_axis_date (
          options, options->period, cell (table, "start", row), cell (table, "start", 0),
          cell (table, "start", n - 1));

      ink_native_chart_add_category (chart, date);
      ink_native_series_add (over, row, row < n_over ? share : NAN, NULL);
      if (open != NULL)
        ink_native_series_add (open, row, row + 1 >= n_over ? share : NAN, NULL);
    }

  return chart;
}
