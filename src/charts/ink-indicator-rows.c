/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading, ranking, and saying. */

#include "config.h"

#include "charts/ink-indicator-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Nobody listens to more. */
#define MOST_SAID 12
/* Ranges and simple comparisons may be drawn so many times as far from 1 as the lifts reach. */
#define RANGE_SLACK 4
#define LEAST_LIFT (1.0 / 64)
#define MOST_LIFT 256.0

static double
get_number (const InkTable *table,
            const char *name,
            guint row)
{
  int column = ink_table_find_column (table, name);

  return column >= 0 ? ink_table_get_number (table, (guint) column, row) : NAN;
}

static const char *
get_text (const InkTable *table,
          const char *name,
          guint row)
{
  int column = ink_table_find_column (table, name);
  const char *text = column >= 0 ? ink_table_get_text (table, (guint) column, row) : NULL;

  return text != NULL ? text : "";
}

static InkIndicatorRow
read_row (const InkTable *table,
          guint row)
{
  InkIndicatorRow of = { .row = row,
                         .micro = get_text (table, "micro", row),
                         .verdict = ink_verdict_from_string (get_text (table, "verdict", row)),
                         .sentence = get_text (table, "sentence", row),
                         .people = get_number (table, "people", row),
                         .reach = get_number (table, "reach", row),
                         .naive = get_number (table, "naive", row),
                         .lift = get_number (table, "lift", row),
                         .low = get_number (table, "low", row),
                         .high = get_number (table, "high", row) };

  of.title = ink_verdict_get_title (of.verdict);
  if (!(of.low > 0))
    of.low = 0;
  if (isnan (of.high))
    of.high = INFINITY;

  return of;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const InkIndicatorRow *x = a, *y = b;
  guint rank_x = ink_verdict_get_look (x->verdict)->rank;
  guint rank_y = ink_verdict_get_look (y->verdict)->rank;
  double lift_x = isnan (x->lift) ? -1 : x->lift, lift_y = isnan (y->lift) ? -1 : y->lift;

  if (rank_x != rank_y)
    return rank_x < rank_y ? -1 : 1;
  if (lift_x != lift_y)
    return lift_x > lift_y ? -1 : 1;

  return x->row < y->row ? -1 : x->row > y->row;
}

GArray *
ink_indicator_rows_read (InkTable *table)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (InkIndicatorRow));

  for (guint i = 0; i < ink_table_get_n_rows (table); i++)
    {
      InkIndicatorRow row = read_row (table, i);

      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);

  return rows;
}

InkTable *
ink_indicator_rows_sort (InkTable *table)
{
  InkTableBuilder *builder;
  g_autoptr (GArray) rows = NULL;
  guint n_columns;

  g_return_val_if_fail (table != NULL, NULL);

  rows = ink_indicator_rows_read (table);
  builder = ink_table_builder_new ();
  n_columns = ink_table_get_n_columns (table);
  for (guint i = 0; i < n_columns; i++)
    if (ink_table_is_text (table, i))
      ink_table_builder_add_text (builder, ink_table_get_name (table, i),
                                  ink_table_get_title (table, i));
    else
      ink_table_builder_add_number (builder, ink_table_get_name (table, i),
                                    ink_table_get_title (table, i),
                                    ink_table_get_format (table, i));
  for (guint row = 0; row < rows->len; row++)
    for (guint i = 0; i < n_columns; i++)
      if (ink_table_is_text (table, i))
        ink_table_builder_text (builder,
                                ink_table_get_text (table, i, ink_indicator_rows_get (rows, row)->row));
      else
        ink_table_builder_number (
            builder, ink_table_get_number (table, i, ink_indicator_rows_get (rows, row)->row));

  return ink_table_builder_end (builder);
}

static void
include (InkIndicatorSpan *span,
         double value)
{
  if (!isfinite (value) || value <= 0)
    return;
  span->low = MIN (span->low, value);
  span->high = MAX (span->high, value);
}

InkIndicatorSpan
ink_indicator_rows_span (const GArray *rows,
                         gboolean with_naive)
{
  InkIndicatorSpan dots = { 0.75, 1.5 }, span;

  for (guint i = 0; i < rows->len; i++)
    include (&dots, ink_indicator_rows_get (rows, i)->lift);
  span = dots;
  for (guint i = 0; i < rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (rows, i);

      /* What is further out is drawn as an arrow at the end of the axis. */
      if (with_naive && row->naive >= dots.low / RANGE_SLACK
          && row->naive <= dots.high * RANGE_SLACK)
        include (&span, row->naive);
      if (row->low > 0)
        include (&span, MAX (row->low, dots.low / RANGE_SLACK));
      if (isfinite (row->high))
        include (&span, MIN (row->high, dots.high * RANGE_SLACK));
    }
  span.low = pow (2, floor (log2 (MAX (span.low, LEAST_LIFT)) + 1e-9));
  span.high = pow (2, ceil (log2 (MIN (span.high, MOST_LIFT)) - 1e-9));

  return span;
}

gboolean
ink_indicator_row_has_range (const InkIndicatorRow *row)
{
  return row->low > 0 || isfinite (row->high);
}

char *
ink_indicator_row_range (const InkIndicatorRow *row,
                         const InkChartOptions *options)
{
  int low_digits = row->low > 0 && row->low < 0.095 ? 2 : row->low < 99.5 ? 1 : 0;
  int high_digits = row->high < 0.095 ? 2 : row->high < 99.5 ? 1 : 0;
  g_autofree char *low = ink_numbers_decimal (options->numbers, row->low, low_digits);
  g_autofree char *high = ink_numbers_decimal (options->numbers, row->high, high_digits);

  if (!isfinite (row->high))
    /* Translators: a range without an upper limit, such as "2.6 or more". */
    return g_strdup_printf (_ ("%s or more"), low);

  /* Translators: a range, such as "2.6–3.7". */
  return g_strdup_printf (_ ("%s–%s"), low, high);
}

/* "3.1× (2.6–3.7)", or a dash. */
static char *
say_lift (const InkIndicatorRow *row,
          const InkChartOptions *options)
{
  g_autofree char *lift = ink_numbers_ratio (options->numbers, row->lift);
  g_autofree char *range = ink_indicator_row_range (row, options);

  if (!ink_indicator_row_has_range (row))
    return g_steal_pointer (&lift);

  /* Translators: how many times as often, and its 95 % range: "3.1× (2.6–3.7)". */
  return g_strdup_printf (_ ("%s (%s)"), lift, range);
}

char *
ink_indicator_row_to_words (const InkIndicatorRow *row,
                            const InkChartOptions *options)
{
  g_autofree char *micro = ink_text_clean (row->micro);
  g_autofree char *lift = say_lift (row, options);
  g_autofree char *naive = ink_numbers_ratio (options->numbers, row->naive);
  g_autofree char *reach = ink_numbers_share (options->numbers, row->reach);

  if (isnan (row->lift) && !ink_indicator_row_has_range (row))
    /* Translators: a goal, its verdict, the share of people who completed it. */
    return g_strdup_printf (_ ("%s: %s. Reach %s."), micro, row->title, reach);

  /* Translators: a goal, its verdict, "3.1× (2.6–3.7)", "4.5×", the share of people who completed
   * the goal. */
  return g_strdup_printf (_ ("%s: %s, %s among comparable people, %s in a simple comparison. "
                             "Reach %s."),
                          micro, row->title, lift, naive, reach);
}

const char *
ink_indicator_rows_caveat (void)
{
  return _ ("Filled: among comparable people, with 95\342\200\257% range. Hollow: simple "
            "comparison. Associated with, not proof of cause.");
}

char *
ink_indicator_rows_finding (const GArray *rows,
                            const InkChartOptions *options)
{
  const InkIndicatorRow *first = rows->len > 0 ? ink_indicator_rows_get (rows, 0) : NULL;
  g_autofree char *micro = NULL;
  g_autofree char *lift = NULL;

  if (first == NULL || first->verdict != INK_VERDICT_LEADING)
    return g_strdup (_ ("No micro goal is a leading indicator so far."));
  micro = ink_text_clean (first->micro);
  lift = say_lift (first, options);
  /* Translators: a goal, then "3.1× (2.6–3.7)". */
  return g_strdup_printf (_ ("Strongest sign: “%s”, %s as often among comparable people."), micro,
                          lift);
}

char *
ink_indicator_rows_describe (const GArray *rows,
                             const InkChartOptions *options)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *finding = ink_indicator_rows_finding (rows, options);

  g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u micro goal.", "%u micro goals.",
                                              rows->len),
                          rows->len);
  g_string_append_printf (words, " %s", finding);
  for (guint i = 0; i < MIN (rows->len, MOST_SAID); i++)
    {
      g_autofree char *line = ink_indicator_row_to_words (ink_indicator_rows_get (rows, i), options);

      g_string_append_printf (words, " %s", line);
    }
  if (rows->len > MOST_SAID)
    g_string_append_printf (words,
                            g_dngettext (GETTEXT_PACKAGE, " %u more micro goal is in the table.",
                                         " %u more micro goals are in the table.",
                                         rows->len - MOST_SAID),
                            rows->len - MOST_SAID);
  g_string_append_printf (words, " %s", _ ("Associated with, not proof of cause."));

  return g_string_free (g_steal_pointer (&words), FALSE);
}
