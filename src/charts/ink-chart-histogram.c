/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The time from the first step to the last: bins, and where half of the people are through. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  double seconds;
  const char *title;
} Unit;

typedef struct
{
  InkTable *table;
  int from, to, people;
  guint n_rows;
  InkFormat format; /* of times: seconds, or days where the export gives only these */
  double total;
  double longest;
} Bins;

static Bins
read_bins (InkTable *table)
{
  Bins bins = {
    .table = table,
    .from = ink_table_find_column (table, "from"),
    .to = ink_table_find_column (table, "to"),
    .people = ink_table_find_column (table, "people"),
    .n_rows = ink_table_get_n_rows (table),
  };

  if (bins.from < 0 || bins.to < 0 || bins.people < 0)
    bins.n_rows = 0;
  bins.format = bins.from >= 0 && ink_table_get_format (table, (guint) bins.from) == INK_FORMAT_DAYS
                    ? INK_FORMAT_DAYS
                    : INK_FORMAT_SECONDS;
  for (guint row = 0; row < bins.n_rows; row++)
    {
      double people = ink_table_get_number (table, (guint) bins.people, row);
      double to = ink_table_get_number (table, (guint) bins.to, row);

      bins.total += people > 0 ? people : 0;
      bins.longest = isfinite (to) ? MAX (bins.longest, to) : bins.longest;
    }

  return bins;
}

static double
cell (const Bins *bins,
      int column,
      guint row)
{
  return ink_table_get_number (bins->table, (guint) column, row);
}

static char *
say_time (const Bins *bins,
          const InkChartOptions *options,
          double seconds)
{
  return ink_numbers_format (options->numbers, bins->format, seconds);
}

static gboolean
has_exact_median (const Bins *bins,
                  const InkChartOptions *options)
{
  /* Where only days are known, half of them within the same day is an answer like any other. */
  return options->median > 0 || bins->format == INK_FORMAT_DAYS;
}

/* Read off the bins, as if people lay evenly in each; the caller's own is better. */
static double
find_median (const Bins *bins,
             const InkChartOptions *options)
{
  double before = 0;

  if (has_exact_median (bins, options))
    return options->median;

  for (guint row = 0; row < bins->n_rows; row++)
    {
      double people = cell (bins, bins->people, row);
      double from = cell (bins, bins->from, row), to = cell (bins, bins->to, row);

      if (people > 0 && before + people >= bins->total / 2)
        return from + (to - from) * (bins->total / 2 - before) / people;
      before += people > 0 ? people : 0;
    }

  return NAN;
}

static Unit
choose_unit (const Bins *bins)
{
  double longest = bins->longest;

  if (longest > 2 * 86400 || bins->format == INK_FORMAT_DAYS)
    return (Unit){ 86400, C_ ("axis", "days from the first step to the last") };
  if (longest > 2 * 3600)
    return (Unit){ 3600, C_ ("axis", "hours from the first step to the last") };
  if (longest > 2 * 60)
    return (Unit){ 60, C_ ("axis", "minutes from the first step to the last") };

  return (Unit){ 1, C_ ("axis", "seconds from the first step to the last") };
}

static char *
say_median (const Bins *bins,
            const InkChartOptions *options)
{
  g_autofree char *time = say_time (bins, options, find_median (bins, options));

  /* Translators: a duration; the bins of a chart tell it roughly, the tries themselves exactly. */
  return g_strdup_printf (has_exact_median (bins, options) ? _("Half of them within %s")
                                                           : _("Half of them within about %s"),
                          time);
}

static char *
say_bin (const Bins *bins,
         guint row,
         const InkChartOptions *options)
{
  g_autofree char *from = say_time (bins, options, cell (bins, bins->from, row));
  g_autofree char *to = say_time (bins, options, cell (bins, bins->to, row));
  g_autofree char *people = ink_chart_words_count (options, cell (bins, bins->people, row));
  g_autofree char *share = ink_numbers_share (options->numbers,
                                              cell (bins, bins->people, row) / bins->total);

  /* Translators: two durations, then "48 people" and "12.1 %". */
  return g_strdup_printf (_("%s to %s: %s (%s)"), from, to, people, share);
}

static const char *
find_lack (const Bins *bins)
{
  return bins->total > 0 ? NULL
                         : _("Nobody went all the way yet, so there are no times to show.");
}

static InkTable *
make_bins (const Bins *bins,
           const Unit *unit)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "from", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "to", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "people", NULL, INK_FORMAT_COUNT);
  for (guint row = 0; row < bins->n_rows; row++)
    {
      ink_table_builder_number (builder, cell (bins, bins->from, row) / unit->seconds);
      ink_table_builder_number (builder, cell (bins, bins->to, row) / unit->seconds);
      ink_table_builder_number (builder, cell (bins, bins->people, row));
    }

  return ink_table_builder_end (builder);
}

static void
add_bars (InkPlot *plot,
          InkTable *drawn,
          gboolean is_hit)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_bar, drawn);

  ink_mark_bind (mark, INK_CHANNEL_X, "from");
  ink_mark_bind (mark, INK_CHANNEL_X2, "to");
  if (is_hit)
    return;
  ink_mark_bind (mark, INK_CHANNEL_Y, "people");
  mark->fill = INK_COLOUR_ACCENT;
  mark->stroke = INK_COLOUR_BACKGROUND;
}

static void
add_median (InkPlot *plot,
            const Bins *bins,
            const Unit *unit,
            const InkChartOptions *options)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autofree char *words = say_median (bins, options);
  g_autoptr (InkTable) table = NULL;
  InkMark *mark;

  ink_table_builder_add_number (builder, "x", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "words", NULL);
  ink_table_builder_number (builder, find_median (bins, options) / unit->seconds);
  ink_table_builder_text (builder, words);
  table = ink_table_builder_end (builder);

  /* Twice, so that it is seen on the bars as well as above them. */
  for (guint i = 0; i < 2; i++)
    {
      mark = ink_plot_add (plot, &ink_mark_rule, table);
      ink_mark_bind (mark, INK_CHANNEL_X, "x");
      mark->stroke = i == 0 ? INK_COLOUR_BACKGROUND : INK_COLOUR_TEXT;
      mark->width = options->theme->hair * (i == 0 ? 4 : 1.5);
      mark->no_datum = TRUE;
    }

  mark = ink_plot_add (plot, &ink_mark_text, table);
  ink_mark_bind (mark, INK_CHANNEL_X, "x");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "words");
  mark->font = INK_FONT_STRONG;
  mark->fill = INK_COLOUR_TEXT;
  mark->align_x = 0.5;
  mark->align_y = 1;
  mark->dy = -3;
  mark->max_width = options->width - 2 * options->theme->margin;
  mark->no_datum = TRUE;
}

static void
add_axes (InkPlot *plot,
          const Unit *unit)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_axis, NULL);

  mark->axis = INK_SCALE_Y;
  mark->format = INK_FORMAT_COUNT;
  mark = ink_plot_add (plot, &ink_mark_axis, NULL);
  mark->axis = INK_SCALE_X;
  mark->stroke = INK_COLOUR_AXIS;
  mark->title = g_strdup (unit->title);
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  Bins bins = read_bins (table);
  Unit unit = choose_unit (&bins);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autoptr (InkTable) drawn = NULL;
  InkMark *grid;

  if (find_lack (&bins) != NULL)
    {
      ink_chart_words_set (plot, options, NULL, 0, NULL);
      ink_plot_set_message (plot, find_lack (&bins));
      return g_steal_pointer (&plot);
    }

  ink_chart_words_set (plot, options, NULL, bins.total, NULL);
  for (guint row = 0; row < bins.n_rows; row++)
    {
      g_autofree char *label = say_bin (&bins, row, options);

      ink_plot_set_datum_label (plot, row, label);
    }

  drawn = make_bins (&bins, &unit);
  ink_scale_train (ink_plot_use_scale (plot, INK_SCALE_Y, &ink_scale_linear), 0);
  ink_plot_set_nice (plot, INK_SCALE_Y, 5);
  ink_plot_set_insets (plot, (InkSides){
    .top = ink_chart_words_line (options, INK_FONT_STRONG) + 6, .right = 4 });
  grid = ink_plot_add (plot, &ink_mark_grid, NULL);
  grid->axis = INK_SCALE_Y;
  grid->stroke = INK_COLOUR_GRID;
  add_bars (plot, drawn, TRUE);
  add_bars (plot, drawn, FALSE);
  add_median (plot, &bins, &unit, options);
  add_axes (plot, &unit);

  return g_steal_pointer (&plot);
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  Bins bins = read_bins (table);
  g_autofree char *people = NULL, *median = NULL, *shortest = NULL, *longest = NULL;

  if (find_lack (&bins) != NULL)
    return g_strdup (find_lack (&bins));

  people = ink_chart_words_count (options, bins.total);
  median = say_median (&bins, options);
  shortest = say_time (&bins, options, cell (&bins, bins.from, 0));
  longest = say_time (&bins, options, bins.longest);
  /* Translators: "331 people", two durations, then the sentence about half of them. */
  return g_strdup_printf (_("Time to convert of %s, from %s to %s. %s."), people, shortest, longest,
                          median);
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  return 14 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

const InkChartKind ink_chart_histogram = {
  .id = "histogram",
  .title = N_("Time to convert"),
  .table = "histogram",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_histogram,
  .native = ink_native_histogram,
};
