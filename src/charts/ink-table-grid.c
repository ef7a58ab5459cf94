/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers are never cut: they have the room that they want, and texts share the rest. */
#include "config.h"

#include "charts/ink-table-grid.h"

#include "charts/ink-chart-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Between two columns, in points. */
#define GAP 14.0
/* Of the width: what numbers take together at most beside texts. */
#define MOST_NUMBERS 0.75
/* A heading may break into two lines. */
#define HEADING_LINES 2

char *
ink_table_say_cell (const InkTable *table,
                    guint column,
                    guint row,
                    const InkNumbers *numbers,
                    GTimeZone *zone)
{
  InkFormat format;
  double number;

  g_return_val_if_fail (table != NULL && numbers != NULL, NULL);

  if (ink_table_is_text (table, column))
    return g_strdup (ink_table_get_text (table, column, row));

  format = ink_table_get_format (table, column);
  number = ink_table_get_number (table, column, row);
  if (!isfinite (number))
    return NULL;
  if (format == INK_FORMAT_TIME)
    return ink_numbers_date (numbers, (gint64) number, INK_PERIOD_DAY, zone, TRUE);

  return ink_numbers_format (numbers, format, number);
}

const char *
ink_table_grid_get (const InkTableGrid *grid,
                    guint row,
                    guint column)
{
  g_return_val_if_fail (grid != NULL && row <= grid->n_rows && column < grid->n_columns, "");

  return g_ptr_array_index (grid->texts, row * grid->n_columns + column);
}

/* ---- Texts ---- */

static void
take_texts (InkTableGrid *grid,
            const InkTable *table,
            const InkChartOptions *options)
{
  for (guint i = 0; i < grid->n_columns; i++)
    g_ptr_array_add (grid->texts, ink_text_clean (ink_table_get_title (table, i)));
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint i = 0; i < grid->n_columns; i++)
      {
        g_autofree char *cell
            = ink_table_say_cell (table, i, row, options->numbers, options->zone);

        g_ptr_array_add (grid->texts, ink_text_clean (cell));
      }
}

static char *
say_left (const InkTableGrid *grid,
          const InkTable *table,
          const InkChartOptions *options)
{
  guint n_rows = MAX (ink_table_get_n_rows (table), options->n_whole);
  guint n_columns = ink_table_get_n_columns (table);
  g_autofree char *shown = ink_numbers_count (options->numbers, grid->n_rows);
  g_autofree char *all = ink_numbers_count (options->numbers, n_rows);

  if (n_rows > grid->n_rows && n_columns > grid->n_columns)
    return g_strdup_printf (_ ("The first %s of %s rows, %u of %u columns."), shown, all,
                            grid->n_columns, n_columns);
  if (n_rows > grid->n_rows)
    /* Translators: "The first 12 of 340 rows." */
    return g_strdup_printf (_ ("The first %s of %s rows."), shown, all);
  if (n_columns > grid->n_columns)
    return g_strdup_printf (_ ("%u of %u columns."), grid->n_columns, n_columns);

  return NULL;
}

/* ---- Widths ---- */

/* Of a heading the half, or its longest word. */
static double
find_heading_width (const InkChartOptions *options,
                    const char *heading)
{
  g_auto (GStrv) words = g_strsplit (heading, " ", -1);
  double width = ink_chart_words_width (options, INK_FONT_STRONG, heading) / HEADING_LINES;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, ink_chart_words_width (options, INK_FONT_STRONG, words[i]));

  return width;
}

static double
find_width (const InkTableGrid *grid,
            const InkChartOptions *options,
            guint column)
{
  double width = find_heading_width (options, ink_table_grid_get (grid, 0, column));

  for (guint row = 1; row <= grid->n_rows; row++)
    width = MAX (width, ink_chart_words_width (options, INK_FONT_SMALL,
                                               ink_table_grid_get (grid, row, column)));

  return width + GAP;
}

static double *
get_part (const InkTableGrid *grid,
          guint column)
{
  return &g_array_index (grid->parts, double, column);
}

static gboolean
is_numeric (const InkTableGrid *grid,
            guint column)
{
  return g_array_index (grid->numeric, gboolean, column);
}

static double
sum_widths (const InkTableGrid *grid,
            gboolean numeric)
{
  double sum = 0;

  for (guint i = 0; i < grid->n_columns; i++)
    if (is_numeric (grid, i) == numeric)
      sum += *get_part (grid, i);

  return sum;
}

static void
scale_widths (InkTableGrid *grid,
              gboolean numeric,
              double by)
{
  for (guint i = 0; i < grid->n_columns; i++)
    if (is_numeric (grid, i) == numeric)
      *get_part (grid, i) *= by;
}

/* The width that no text may exceed so that all of them have @room: short ones keep theirs. */
static double
find_most (const InkTableGrid *grid,
           double room)
{
  double most = 0;

  for (guint round = 0; round < grid->n_columns; round++)
    {
      double taken = 0;
      guint n_longer = 0;

      for (guint i = 0; i < grid->n_columns; i++)
        if (!is_numeric (grid, i) && *get_part (grid, i) > most)
          n_longer++;
        else if (!is_numeric (grid, i))
          taken += *get_part (grid, i);
      if (n_longer == 0)
        break;
      most = MAX (most, (room - taken) / n_longer);
    }

  return most;
}

/* From points to parts of the whole. */
static void
share_out (InkTableGrid *grid,
           double width)
{
  double numbers = sum_widths (grid, TRUE), texts = sum_widths (grid, FALSE), sum, most;

  if (numbers + texts > width && texts > 0)
    {
      if (numbers > MOST_NUMBERS * width)
        scale_widths (grid, TRUE, MOST_NUMBERS * width / numbers);
      most = find_most (grid, width - MIN (numbers, MOST_NUMBERS * width));
      for (guint i = 0; i < grid->n_columns; i++)
        if (!is_numeric (grid, i))
          *get_part (grid, i) = MIN (*get_part (grid, i), most);
    }
  sum = sum_widths (grid, TRUE) + sum_widths (grid, FALSE);
  if (sum > 0)
    {
      scale_widths (grid, TRUE, 1 / sum);
      scale_widths (grid, FALSE, 1 / sum);
    }
}

/* ---- The value ---- */

void
ink_table_grid_init (InkTableGrid *grid,
                     const InkTable *table,
                     const InkChartOptions *options)
{
  InkChartOptions whole;
  InkNumbers locale;
  double width;

  g_return_if_fail (grid != NULL && table != NULL && options != NULL);
  g_return_if_fail (options->theme != NULL);

  whole = *options;
  if (whole.numbers == NULL)
    {
      locale = ink_numbers_for_locale ();
      whole.numbers = &locale;
    }
  *grid = (InkTableGrid){
    .n_rows = MIN (ink_table_get_n_rows (table), INK_TABLE_GRID_ROWS),
    .n_columns = MIN (ink_table_get_n_columns (table), INK_TABLE_GRID_COLUMNS),
    .texts = g_ptr_array_new_with_free_func (g_free),
    .numeric = g_array_new (FALSE, FALSE, sizeof (gboolean)),
    .parts = g_array_new (FALSE, FALSE, sizeof (double)),
  };
  take_texts (grid, table, &whole);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      gboolean numeric = !ink_table_is_text (table, i);

      width = find_width (grid, &whole, i);
      g_array_append_val (grid->numeric, numeric);
      g_array_append_val (grid->parts, width);
    }
  share_out (grid, MAX (whole.width - 2 * whole.theme->margin, 1));
  grid->caption = say_left (grid, table, &whole);
}

void
ink_table_grid_clear (InkTableGrid *grid)
{
  g_clear_pointer (&grid->texts, g_ptr_array_unref);
  g_clear_pointer (&grid->numeric, g_array_unref);
  g_clear_pointer (&grid->parts, g_array_unref);
  g_clear_pointer (&grid->caption, g_free);
}
