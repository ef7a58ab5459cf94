/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each micro goal in each persona: where the same step means different things to different people. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-heat-grid.h"
#include "charts/ink-verdict-look.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Four times as often, or a quarter, is as hot or cold as can be. */
#define HOTTEST 4.0
/* What may be chance is shown pale. */
#define PALE 0.35
#define MOST_SAID 24
#define DIFFERENT "◆"
#define OPPOSITE "✕"

/* The columns of the table, by name. */
typedef struct
{
  InkTable *table;
  guint micro, persona, lift, low, high, verdict, title, differs;
} Columns;

static guint
find (InkTable *table,
      const char *name)
{
  int column = ink_table_find_column (table, name);

  g_assert (column >= 0);
  return (guint) column;
}

static Columns
read_columns (InkTable *table)
{
  return (Columns){ table,
                    find (table, "micro"),
                    find (table, "persona"),
                    find (table, "lift"),
                    find (table, "low"),
                    find (table, "high"),
                    find (table, "verdict"),
                    find (table, "title"),
                    find (table, "differs") };
}

/* ---- Cells ---- */

static double
find_heat (const Columns *columns,
           guint row)
{
  double lift = ink_table_get_number (columns->table, columns->lift, row);
  InkVerdict verdict
      = ink_verdict_from_string (ink_table_get_text (columns->table, columns->verdict, row));
  gboolean is_sure = verdict == INK_VERDICT_LEADING || verdict == INK_VERDICT_NEGATIVE
                     || verdict == INK_VERDICT_BUSYWORK;

  if (!isfinite (lift))
    return NAN;
  return (is_sure ? 1 : PALE) * log (CLAMP (lift, 1 / HOTTEST, HOTTEST)) / log (HOTTEST);
}

static char *
say_cell (const Columns *columns,
          guint row,
          const InkChartOptions *options)
{
  InkTable *table = columns->table;
  g_autofree char *micro = ink_text_clean (ink_table_get_text (table, columns->micro, row));
  g_autofree char *persona = ink_text_clean (ink_table_get_text (table, columns->persona, row));
  g_autofree char *lift
      = ink_numbers_ratio (options->numbers, ink_table_get_number (table, columns->lift, row));
  g_autofree char *low
      = ink_numbers_ratio (options->numbers, ink_table_get_number (table, columns->low, row));
  g_autofree char *high
      = ink_numbers_ratio (options->numbers, ink_table_get_number (table, columns->high, row));
  g_autofree char *range = ink_numbers_range (low, high);
  const char *title = ink_table_get_text (table, columns->title, row);

  if (!isfinite (ink_table_get_number (table, columns->lift, row)))
    /* Translators: a micro goal, a persona, a verdict. */
    return g_strdup_printf (_ ("%s, %s: %s."), micro, persona, title);
  /* Translators: a micro goal, a persona, a verdict, "3.1×", "2.6× – 3.7×". */
  return g_strdup_printf (_ ("%s, %s: %s, %s (%s)."), micro, persona, title, lift, range);
}

static void
read_row (InkHeatGrid *grid,
          const Columns *columns,
          guint row,
          const InkChartOptions *options)
{
  InkTable *table = columns->table;
  guint n = grid->rows->len;
  guint y = ink_heat_grid_name (grid->rows, ink_table_get_text (table, columns->micro, row));
  guint x = ink_heat_grid_name (grid->columns, ink_table_get_text (table, columns->persona, row));
  double differs = ink_table_get_number (table, columns->differs, row);
  const char *mark = differs >= 2 ? OPPOSITE : differs >= 1 ? DIFFERENT : NULL;

  if (grid->rows->len > n)
    {
      g_array_append_val (grid->row_data, row);
      g_ptr_array_add (grid->marks, (gpointer) mark);
    }
  ink_heat_grid_cell (grid, y, x, row, find_heat (columns, row),
                      ink_numbers_ratio (options->numbers,
                                         ink_table_get_number (table, columns->lift, row)));
}

/* ---- Words ---- */

static const char *
find_lack (const InkHeatGrid *grid)
{
  if (grid->rows->len == 0)
    return _ ("There are no micro goals to compare between personas yet.");
  if (grid->columns->len < 2)
    return _ ("Nothing to compare yet: make personas of the groups that you know.");
  return NULL;
}

static guint
count_marks (const InkHeatGrid *grid,
             const char *mark)
{
  guint n = 0;

  for (guint i = 0; i < grid->marks->len; i++)
    n += g_strcmp0 (g_ptr_array_index (grid->marks, i), mark) == 0;
  return n;
}

static char *
say_finding (const InkHeatGrid *grid)
{
  guint opposite = count_marks (grid, OPPOSITE);
  guint n = opposite + count_marks (grid, DIFFERENT);

  if (n == 0)
    return g_strdup (_ ("No proof that personas differ in what leads."));
  if (opposite > 0)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u micro goal works in opposite ways for different personas.",
                     "%u micro goals work in opposite ways for different personas.", opposite),
        opposite);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Personas disagree about %u micro goal.",
                                       "Personas disagree about %u micro goals.", n),
                          n);
}

static char *
say_note (const InkHeatGrid *grid,
          guint n_hidden)
{
  g_autoptr (GString) note
      = g_string_new (_ ("Lift among comparable people of each persona; pale: may be chance."));

  if (count_marks (grid, DIFFERENT) > 0)
    g_string_append_printf (note, " " DIFFERENT " %s", _ ("Personas disagree."));
  if (count_marks (grid, OPPOSITE) > 0)
    g_string_append_printf (note, " " OPPOSITE " %s", _ ("Opposite ways: the average describes nobody."));
  if (n_hidden > 0)
    g_string_append_printf (note,
                            g_dngettext (GETTEXT_PACKAGE, " %u more goal is in the table.",
                                         " %u more goals are in the table.", n_hidden),
                            n_hidden);
  return g_string_free (g_steal_pointer (&note), FALSE);
}

/* ---- The chart ---- */

static gboolean
make_grid (InkTable *table,
           const InkChartOptions *options,
           InkHeatGrid *grid)
{
  Columns columns = read_columns (table);

  ink_heat_grid_init (grid);
  grid->marks = g_ptr_array_new ();
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    read_row (grid, &columns, row, options);
  grid->lack = find_lack (grid);
  grid->finding = say_finding (grid);
  grid->remark = say_note (grid, 0);
  return grid->lack == NULL;
}

static void
set_words (InkPlot *plot,
           const InkHeatGrid *grid,
           const InkChartOptions *options)
{
  g_autofree char *note = NULL;
  guint fitting;

  ink_chart_words_set (plot, options, grid->finding, NAN, grid->remark);
  fitting = ink_heat_grid_fitting (grid, options, ink_chart_words_room (plot, options));
  if (fitting == grid->rows->len)
    return;
  note = say_note (grid, grid->rows->len - fitting);
  ink_chart_words_set (plot, options, grid->finding, NAN, note);
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_auto (InkHeatGrid) grid = { 0 };
  Columns columns = read_columns (table);

  make_grid (table, options, &grid);
  if (ink_heat_grid_say_lack (&grid, plot, options))
    return g_steal_pointer (&plot);
  set_words (plot, &grid, options);
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_autofree char *words = say_cell (&columns, row, options);

      ink_plot_set_datum_label (plot, row, words);
    }
  ink_heat_grid_draw (&grid, plot, options);
  return g_steal_pointer (&plot);
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  g_auto (InkHeatGrid) grid = { 0 };
  g_autoptr (GString) words = NULL;
  Columns columns = read_columns (table);
  guint n = ink_table_get_n_rows (table);

  if (!make_grid (table, options, &grid))
    return g_strdup (grid.lack);
  words = g_string_new (grid.finding);
  for (guint row = 0; row < MIN (n, MOST_SAID); row++)
    {
      g_autofree char *line = say_cell (&columns, row, options);

      g_string_append_printf (words, " %s", line);
    }
  if (n > MOST_SAID)
    g_string_append_printf (words, " %s", _ ("The rest is in the table."));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const InkChartKind ink_chart_personas_grid = {
  .id = "personas-grid",
  .title = N_("Micro goals by persona"),
  .table = "personas",
  .plot = make_plot,
  .describe = describe,
  .grid = make_grid,
  .remarks = TRUE,
};
