/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading a funnel's table. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-funnel-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
number_at (InkTable *table,
           const char *name,
           guint row)
{
  int column = ink_table_find_column (table, name);

  return column >= 0 ? ink_table_get_number (table, (guint) column, row) : NAN;
}

static const char *
text_at (InkTable *table,
         const char *name,
         guint row)
{
  int column = ink_table_find_column (table, name);
  const char *text = column >= 0 ? ink_table_get_text (table, (guint) column, row) : NULL;

  return text != NULL ? text : "";
}

static double
count_or_zero (double number)
{
  return isfinite (number) && number > 0 ? number : 0;
}

/* Tables of tests say nothing of it. */
static InkFormat
time_format_of (InkTable *table,
                const char *name)
{
  int column = ink_table_find_column (table, name);
  gboolean days
      = column >= 0 && ink_table_get_format (table, (guint) column) == INK_FORMAT_DAYS;

  return days ? INK_FORMAT_DAYS : INK_FORMAT_SECONDS;
}

static InkFunnelRow
read_row (InkTable *table,
          guint row)
{
  InkFunnelRow of = {
    .row = row,
    .name = text_at (table, "step", row),
    .people = count_or_zero (number_at (table, "people", row)),
    .before = count_or_zero (number_at (table, "before", row)),
    .dropped = count_or_zero (number_at (table, "dropped", row)),
    .of_first = number_at (table, "of_first", row),
    .of_first_low = number_at (table, "of_first_low", row),
    .of_first_high = number_at (table, "of_first_high", row),
    .of_previous = number_at (table, "of_previous", row),
    .of_previous_low = number_at (table, "of_previous_low", row),
    .of_previous_high = number_at (table, "of_previous_high", row),
    .median = number_at (table, "median_seconds", row),
    .time_format = time_format_of (table, "median_seconds"),
  };

  of.before = MAX (of.before, of.people);
  of.waiting = MAX (of.before - of.people - of.dropped, 0);
  return of;
}

static void
free_group (gpointer data)
{
  InkFunnelGroup *group = data;

  g_array_unref (group->rows);
  g_free (group);
}

static InkFunnelGroup *
add_group (GPtrArray *groups,
           const char *name)
{
  InkFunnelGroup *group = g_new0 (InkFunnelGroup, 1);

  group->name = name;
  group->is_whole = groups->len == 0;
  group->rows = g_array_new (FALSE, FALSE, sizeof (InkFunnelRow));
  g_ptr_array_add (groups, group);
  return group;
}

static guint
run_length (InkTable *table,
            guint start)
{
  const char *name = text_at (table, "group", start);
  guint end = start + 1;

  while (end < ink_table_get_n_rows (table) && g_str_equal (text_at (table, "group", end), name))
    end++;

  return end - start;
}

/* Whether the second half of the first rows says the same steps anew, beginning with one that has
 * no range as only first steps have none. */
static gboolean
halves_repeat (InkTable *table,
               guint length)
{
  guint half = length / 2;

  if (length < 2 || length % 2 != 0 || isfinite (number_at (table, "of_first_low", half)))
    return FALSE;
  for (guint i = 0; i < half; i++)
    if (!g_str_equal (text_at (table, "step", i), text_at (table, "step", half + i)))
      return FALSE;

  return TRUE;
}

/* The whole funnel and the group of those for whom the value is missing are both named "", and may
 * follow one another. */
static guint
count_steps (InkTable *table)
{
  guint first = run_length (table, 0);

  if (first < ink_table_get_n_rows (table))
    return MIN (first, run_length (table, first));

  return halves_repeat (table, first) ? first / 2 : first;
}

GPtrArray *
ink_funnel_rows_read (InkTable *table)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (free_group);
  guint n_rows = ink_table_get_n_rows (table);
  guint n_steps = n_rows > 0 ? count_steps (table) : 0;
  InkFunnelGroup *group = add_group (groups, "");

  for (guint row = 0; row < n_rows; row++)
    {
      InkFunnelRow of = read_row (table, row);

      if (row > 0 && row % n_steps == 0)
        group = add_group (groups, text_at (table, "group", row));
      g_array_append_val (group->rows, of);
    }

  return groups;
}

int
ink_funnel_rows_leak (const InkFunnelGroup *group)
{
  int leak = -1;
  double worst = 0;

  for (guint i = 1; i < group->rows->len; i++)
    {
      const InkFunnelRow *row = ink_funnel_group_row (group, i);
      double lost = row->before > 0 ? row->dropped / row->before : 0;

      if (lost > worst)
        {
          worst = lost;
          leak = (int) i;
        }
    }

  return leak;
}

const char *
ink_funnel_group_title (const InkFunnelGroup *group)
{
  if (group->is_whole)
    return _("Everybody");

  /* Translators: the group of those for whom a property is missing. */
  return *group->name != '\0' ? group->name : _("(none)");
}

char *
ink_funnel_row_to_words (const InkFunnelGroup *group,
                         guint index,
                         const InkChartOptions *options)
{
  const InkFunnelRow *row = ink_funnel_group_row (group, index);
  g_autofree char *name = ink_text_clean (row->name);
  g_autofree char *people = ink_chart_words_count (options, row->people);
  g_autofree char *share = ink_numbers_share (options->numbers, row->of_previous);
  g_autofree char *left = ink_numbers_count (options->numbers, row->dropped);
  g_autoptr (GString) words = g_string_new (NULL);

  /* Translators: a step's name and how many reached it. */
  g_string_append_printf (words, _("%s: %s"), name, people);
  if (index > 0 && isfinite (row->of_previous))
    /* Translators: a share of those at the step before, and how many went no further. */
    g_string_append_printf (words, _(", %s of the step before; %s left before it"), share, left);
  if (row->waiting > 0)
    {
      g_autofree char *waiting = ink_numbers_count (options->numbers, row->waiting);

      g_string_append_printf (words, _("; %s still under way"), waiting);
    }
  if (index > 0 && isfinite (row->median))
    {
      g_autofree char *median
          = ink_numbers_format (options->numbers, row->time_format, row->median);

      /* Translators: a duration. */
      g_string_append_printf (words, _("; half of them within %s"), median);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
