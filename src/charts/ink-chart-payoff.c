/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When a micro goal pays off: the share that has converted by each day since it was done, with its
 * range, and what would be expected of comparable people without it, dashed. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH 4.0
#define LABEL_GAP 8.0

typedef struct
{
  InkTable *table;
  int micro, day, with, low, high, without;
  guint n_rows;
} Payoff;

static double
cell (const Payoff *payoff,
      int column,
      guint row)
{
  return ink_table_get_number (payoff->table, (guint) column, row);
}

static Payoff
read_payoff (InkTable *table)
{
  Payoff payoff = { .table = table,
                    .micro = ink_table_find_column (table, "micro"),
                    .day = ink_table_find_column (table, "day"),
                    .with = ink_table_find_column (table, "with"),
                    .low = ink_table_find_column (table, "low"),
                    .high = ink_table_find_column (table, "high"),
                    .without = ink_table_find_column (table, "without"),
                    .n_rows = ink_table_get_n_rows (table) };

  if (payoff.micro < 0 || payoff.day < 0 || payoff.with < 0 || payoff.low < 0 || payoff.high < 0
      || payoff.without < 0)
    payoff.n_rows = 0;
  return payoff;
}

static const char *
find_lack (const Payoff *payoff)
{
  return payoff->n_rows > 1
             ? NULL
             : _ ("No micro goal can be compared over time so far: there is no sign whose paying "
                  "off could be drawn.");
}

/* ---- Words ---- */

static char *
say_range (const Payoff *payoff,
           guint row,
           const InkChartOptions *options)
{
  g_autofree char *low = ink_numbers_share (options->numbers, cell (payoff, payoff->low, row));
  g_autofree char *high = ink_numbers_share (options->numbers, cell (payoff, payoff->high, row));
  g_autofree char *both = ink_numbers_range (low, high);

  return isfinite (cell (payoff, payoff->low, row)) ? g_strdup_printf (" (%s)", both)
                                                    : g_strdup ("");
}

static char *
say_row (const Payoff *payoff,
         guint row,
         const InkChartOptions *options)
{
  double day = cell (payoff, payoff->day, row);
  g_autofree char *days = ink_numbers_count (options->numbers, day);
  g_autofree char *with = ink_numbers_share (options->numbers, cell (payoff, payoff->with, row));
  g_autofree char *range = say_range (payoff, row, options);
  g_autofree char *without
      = ink_numbers_share (options->numbers, cell (payoff, payoff->without, row));

  /* Translators: a number of days, a share, its range, another share. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Within %s\302\240day: %s%s, against about %s expected without it",
                   "Within %s\302\240days: %s%s, against about %s expected without it", (gulong) day),
      days, with, range, without);
}

static const char *
say_note (void)
{
  return _ ("Clock starts when it is done. Dashed: expected of comparable people without it. "
            "Associated with, not proof of cause.");
}

/* ---- The drawing ---- */

static InkMark *
add_mark (InkPlot *plot,
          const InkMarkKind *kind,
          InkTable *table,
          const char *y)
{
  InkMark *mark = ink_plot_add (plot, kind, table);

  ink_mark_bind (mark, INK_CHANNEL_X, "day");
  ink_mark_bind (mark, INK_CHANNEL_Y, y);
  return mark;
}

static void
add_axes (InkPlot *plot)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_grid, NULL);

  mark->axis = INK_SCALE_Y;
  mark->stroke = INK_COLOUR_GRID;
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_Y;
  mark->format = INK_FORMAT_SHARE;
  mark->title = g_strdup (_ ("converted"));
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_X;
  mark->format = INK_FORMAT_COUNT;
  mark->stroke = INK_COLOUR_AXIS;
  mark->title = g_strdup (_ ("days since it was done"));
}

static void
add_curves (InkPlot *plot,
            InkTable *table)
{
  InkMark *mark = add_mark (plot, &ink_mark_area, table, "low");

  ink_mark_bind (mark, INK_CHANNEL_Y2, "high");
  mark->fill = INK_COLOUR_RANGE;
  mark = add_mark (plot, &ink_mark_line, table, "without");
  mark->stroke = INK_COLOUR_DIM;
  mark->dash = DASH;
  add_mark (plot, &ink_mark_line, table, "with")->stroke = INK_COLOUR_ACCENT;
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  Payoff payoff = read_payoff (table);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *finding = NULL;

  if (find_lack (&payoff) != NULL)
    {
      ink_chart_words_set (plot, options, NULL, NAN, NULL);
      ink_plot_set_message (plot, find_lack (&payoff));
      return g_steal_pointer (&plot);
    }

  finding = ink_finding_payoff (table, options);
  ink_chart_words_set (plot, options, finding, NAN, say_note ());
  for (guint row = 0; row < payoff.n_rows; row++)
    {
      g_autofree char *label = say_row (&payoff, row, options);

      ink_plot_set_datum_label (plot, row, label);
    }
  ink_plot_use_scale (plot, INK_SCALE_X, &ink_scale_linear);
  ink_scale_train (ink_plot_use_scale (plot, INK_SCALE_Y, &ink_scale_linear), 0);
  ink_plot_set_nice (plot, INK_SCALE_Y, 3);
  ink_plot_set_insets (plot, (InkSides){ .right = LABEL_GAP });
  add_axes (plot);
  add_curves (plot, table);

  return g_steal_pointer (&plot);
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  Payoff payoff = read_payoff (table);
  g_autofree char *middle = NULL, *last = NULL;

  if (find_lack (&payoff) != NULL)
    return g_strdup (find_lack (&payoff));

  middle = say_row (&payoff, payoff.n_rows / 4, options);
  last = say_row (&payoff, payoff.n_rows - 1, options);
  /* Translators: a micro goal, then what holds early and at the end. */
  return g_strdup_printf (_ ("When “%s” pays off. %s. %s. Associated with, not proof of cause."),
                          ink_table_get_text (table, (guint) payoff.micro, 0), middle, last);
}

char *
ink_finding_payoff (InkTable *table,
                    const InkChartOptions *options)
{
  Payoff payoff = read_payoff (table);
  guint last = payoff.n_rows - 1;
  g_autofree char *name = NULL, *with = NULL, *without = NULL, *days = NULL;

  if (find_lack (&payoff) != NULL)
    return NULL;

  name = ink_text_clean (ink_table_get_text (table, (guint) payoff.micro, 0));
  with = ink_numbers_share (options->numbers, cell (&payoff, payoff.with, last));
  without = ink_numbers_share (options->numbers, cell (&payoff, payoff.without, last));
  days = ink_numbers_count (options->numbers, cell (&payoff, payoff.day, last));
  /* Translators: a slide's title: a micro goal, a share, a number of days, another share. */
  return g_strdup_printf (_ ("After “%s”, %s convert within %s\302\240days; about %s would be "
                             "expected without it"),
                          name, with, days, without);
}

InkNativeChart *
ink_native_payoff (InkTable *table,
                   const InkChartOptions *options)
{
  Payoff payoff = read_payoff (table);
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_LINES);
  InkNativeSeries *with
      = ink_native_chart_add_series (chart, _ ("Converted, with it"), INK_NATIVE_ACCENT_1);
  InkNativeSeries *without
      = ink_native_chart_add_series (chart, _ ("Expected without it"), INK_NATIVE_GREY);

  with->has_line = without->has_line = without->is_dashed = TRUE;
  chart->has_legend = TRUE;
  chart->x.title = g_strdup (_ ("days since it was done"));
  chart->y.title = g_strdup (_ ("converted"));
  chart->y.low = 0;
  chart->y.format = INK_FORMAT_SHARE;
  for (guint row = 0; row < payoff.n_rows; row++)
    {
      g_autofree char *day = ink_numbers_count (options->numbers, cell (&payoff, payoff.day, row));

      ink_native_chart_add_category (chart, day);
      ink_native_series_add (with, row, cell (&payoff, payoff.with, row), NULL);
      ink_native_series_add (without, row, cell (&payoff, payoff.without, row), NULL);
    }

  return chart;
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  return 13 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

const InkChartKind ink_chart_payoff = {
  .id = "payoff",
  .title = N_("When it pays off"),
  .table = "payoff",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_payoff,
  .native = ink_native_payoff,
  .remarks = TRUE,
};
