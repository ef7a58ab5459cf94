/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Is a table that was read from a file one that a chart may be made of? */
#include "config.h"

#include "charts/ink-chart.h"

#include <math.h>
#include <string.h>

#include "analysis/ink-funnel-result.h"

/* Of a table: nothing that people count or measure is larger. */
#define LARGEST 1e15
/* The years 1 to 9999, in microseconds. */
#define FIRST_TIME -6.21e16
#define LAST_TIME 2.53e17

/* What a chart of such a table reads. */
static const struct
{
  const char *table;
  const char *texts[6];
  const char *numbers[10];
} models[] = {
  { "steps", { NULL }, { "people", NULL } },
  { "histogram", { NULL }, { "from", "to", "people", NULL } },
  { "trend", { NULL }, { "start", "entered", "finished", "under_way", NULL } },
  { "indicators",
    { "micro", "verdict", "sentence", NULL },
    { "people", "reach", "naive", "lift", "low", "high", NULL } },
  { "personas",
    { "micro", "persona", "verdict", "title", NULL },
    { "lift", "low", "high", "differs", NULL } },
  { "overlap", { "micro", "other", NULL }, { "people", "phi", NULL } },
  { "payoff", { "micro", NULL }, { "day", "with", "low", "high", "without", NULL } },
  { "series", { NULL }, { "start", "end", "completions", NULL } },
  { "table", { NULL }, { NULL } },
};

static gboolean
has_columns (const InkTable *table,
             const char *const *names,
             gboolean are_texts)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      int column = ink_table_find_column (table, names[i]);

      if (column < 0 || ink_table_is_text (table, (guint) column) != are_texts)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_bearable (InkFormat format,
             double number)
{
  if (!isfinite (number))
    return TRUE;

  return format == INK_FORMAT_TIME ? number >= FIRST_TIME && number <= LAST_TIME
                                   : fabs (number) <= LARGEST;
}

static gboolean
has_bearable_cells (const InkTable *table,
                    guint column)
{
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    if (!is_bearable (ink_table_get_format (table, column),
                      ink_table_get_number (table, column, row)))
      return FALSE;

  return TRUE;
}

/* The whole funnel's rows have no group; every other text is there. */
static gboolean
has_texts (const InkTable *table,
           const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    for (guint row = 0; row < ink_table_get_n_rows (table); row++)
      if (ink_table_get_text (table, (guint) ink_table_find_column (table, names[i]), row) == NULL)
        return FALSE;

  return TRUE;
}

static gboolean
is_like (const InkTable *table,
         guint model)
{
  if (!has_columns (table, models[model].texts, TRUE)
      || !has_columns (table, models[model].numbers, FALSE)
      || !has_texts (table, models[model].texts))
    return FALSE;
  for (guint column = 0; column < ink_table_get_n_columns (table); column++)
    if (!ink_table_is_text (table, column) && !has_bearable_cells (table, column))
      return FALSE;

  return TRUE;
}

gboolean
ink_chart_is_sound (const InkChartKind *kind,
                    const InkTable *table)
{
  g_return_val_if_fail (kind != NULL && table != NULL, FALSE);

  if (ink_table_get_n_columns (table) == 0
      || (g_str_equal (kind->table, "steps") && !ink_funnel_steps_are_sound (table)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    if (g_str_equal (models[i].table, kind->table))
      return is_like (table, i);

  return FALSE;
}
