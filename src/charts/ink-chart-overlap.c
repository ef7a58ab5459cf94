/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which micro goals the same people complete: two that are always done together are one. Rows and
 * columns have one order, by likeness, and columns are named by the rows' numbers. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-heat-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From here on two goals are hardly told apart. */
#define DUPLICATE 0.7
#define MOST_SAID 8

typedef struct
{
  InkTable *table;
  guint micro, other, phi, people;
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
  return (Columns){ table, find (table, "micro"), find (table, "other"), find (table, "phi"),
                    find (table, "people") };
}

static char *
say_phi (double phi,
         const InkChartOptions *options)
{
  return ink_numbers_decimal (options->numbers, phi, 2);
}

static char *
say_pair (const Columns *columns,
          guint row,
          const InkChartOptions *options)
{
  InkTable *table = columns->table;
  g_autofree char *micro = ink_text_clean (ink_table_get_text (table, columns->micro, row));
  g_autofree char *other = ink_text_clean (ink_table_get_text (table, columns->other, row));
  g_autofree char *people
      = ink_chart_words_count (options, ink_table_get_number (table, columns->people, row));
  g_autofree char *phi = say_phi (ink_table_get_number (table, columns->phi, row), options);

  /* Translators: two goals, "210 people", a correlation such as 0.42. */
  return g_strdup_printf (_ ("%s and %s: %s did both, correlation %s."), micro, other, people, phi);
}

/* ---- Cells ---- */

static void
read_cells (InkHeatGrid *grid,
            InkTable *table,
            const InkChartOptions *options)
{
  Columns columns = read_columns (table);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      guint n = names->len;
      guint y = ink_heat_grid_name (names, ink_table_get_text (table, columns.micro, row));

      if (names->len > n)
        {
          g_ptr_array_add (grid->rows,
                           g_strdup_printf ("%u  %s", y + 1, (char *) g_ptr_array_index (names, y)));
          g_ptr_array_add (grid->columns, g_strdup_printf ("%u", y + 1));
          g_array_append_val (grid->row_data, row);
        }
    }
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      double phi = ink_table_get_number (table, columns.phi, row);

      ink_heat_grid_cell (
          grid, ink_heat_grid_name (names, ink_table_get_text (table, columns.micro, row)),
          ink_heat_grid_name (names, ink_table_get_text (table, columns.other, row)), row, phi,
          say_phi (phi, options));
    }
}

/* ---- Words ---- */

/* The pair that goes together most. */
static guint
find_most (const Columns *columns)
{
  guint most = 0;

  for (guint row = 1; row < ink_table_get_n_rows (columns->table); row++)
    {
      double phi = ink_table_get_number (columns->table, columns->phi, row);
      double best = ink_table_get_number (columns->table, columns->phi, most);

      if (phi > best || isnan (best))
        most = row;
    }
  return most;
}

static char *
say_finding (const Columns *columns,
             const InkChartOptions *options)
{
  guint most = find_most (columns);
  double phi = ink_table_get_number (columns->table, columns->phi, most);
  g_autofree char *micro
      = ink_text_clean (ink_table_get_text (columns->table, columns->micro, most));
  g_autofree char *other
      = ink_text_clean (ink_table_get_text (columns->table, columns->other, most));
  g_autofree char *words = say_phi (phi, options);

  if (phi >= DUPLICATE)
    return g_strdup_printf (_ ("“%s” and “%s” are nearly the same people (%s): one is enough."),
                            micro, other, words);
  return g_strdup_printf (_ ("No two goals are the same people. Most alike: “%s” and “%s” (%s)."),
                          micro, other, words);
}

static const char *
say_remark (void)
{
  return _ ("Correlation of who did what: 1 the same people, 0 by chance, below 0 other people. "
            "Like goals stand together.");
}

/* ---- The chart ---- */

static gboolean
make_grid (InkTable *table,
           const InkChartOptions *options,
           InkHeatGrid *grid)
{
  Columns columns = read_columns (table);

  ink_heat_grid_init (grid);
  read_cells (grid, table, options);
  grid->remark = g_strdup (say_remark ());
  if (grid->rows->len < 2)
    grid->lack = _ ("There are fewer than two micro goals: nothing can overlap yet.");
  else
    grid->finding = say_finding (&columns, options);
  return grid->lack == NULL;
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
  ink_chart_words_set (plot, options, grid.finding, NAN, grid.remark);
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_autofree char *words = say_pair (&columns, row, options);

      ink_plot_set_datum_label (plot, row, words);
    }
  ink_heat_grid_draw (&grid, plot, options);
  return g_steal_pointer (&plot);
}

/* Each pair stands twice in the table: only those that go together are worth saying. */
static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  g_auto (InkHeatGrid) grid = { 0 };
  g_autoptr (GString) words = NULL;
  Columns columns = read_columns (table);
  guint n_said = 0;

  if (!make_grid (table, options, &grid))
    return g_strdup (grid.lack);
  words = g_string_new (grid.finding);
  for (guint row = 0; row < ink_table_get_n_rows (table) && n_said < MOST_SAID; row++)
    {
      const InkHeatCell *cell = &g_array_index (grid.cells, InkHeatCell, row);
      g_autofree char *line = NULL;

      if (cell->row >= cell->column || !(cell->heat >= DUPLICATE / 2))
        continue;
      line = say_pair (&columns, row, options);
      g_string_append_printf (words, " %s", line);
      n_said++;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

const InkChartKind ink_chart_overlap = {
  .id = "overlap",
  .title = N_("Goals of the same people"),
  .table = "overlap",
  .plot = make_plot,
  .describe = describe,
  .grid = make_grid,
  .remarks = TRUE,
};
