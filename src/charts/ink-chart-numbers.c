/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "charts/ink-chart-numbers.h"

#include "charts/ink-funnel-rows.h"

#include <math.h>

/* A funnel is drawn without its groups, which follow in the same table. */
static guint
count_rows (const InkChartKind *kind,
            InkTable *table)
{
  g_autoptr (GPtrArray) groups = NULL;

  if (kind != &ink_chart_funnel || ink_table_get_n_rows (table) == 0)
    return ink_table_get_n_rows (table);

  groups = ink_funnel_rows_read (table);
  return ((const InkFunnelGroup *) g_ptr_array_index (groups, 0))->rows->len;
}

/* By row: the title of the group that it belongs to. */
static GPtrArray *
find_titles (InkTable *table)
{
  g_autoptr (GPtrArray) groups = NULL;
  GPtrArray *titles = g_ptr_array_new ();

  if (ink_table_find_column (table, "group") < 0 || ink_table_get_n_rows (table) == 0)
    return titles;

  groups = ink_funnel_rows_read (table);
  for (guint i = 0; i < groups->len; i++)
    {
      const InkFunnelGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->rows->len; j++)
        g_ptr_array_add (titles, (char *) ink_funnel_group_title (group));
    }

  return titles;
}

static gboolean
is_empty (InkTable *table,
          guint column,
          guint n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    if (ink_table_is_text (table, column)
            ? ink_table_get_text (table, column, row) != NULL
                  && *ink_table_get_text (table, column, row) != '\0'
            : isfinite (ink_table_get_number (table, column, row)))
      return FALSE;

  return TRUE;
}

/* Of its columns those that say something, or all where none does: GUINT numbers. */
static GArray *
choose_columns (InkTable *table,
                guint n_rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_columns = ink_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    if (!is_empty (table, i, n_rows))
      g_array_append_val (columns, i);
  if (columns->len == 0)
    for (guint i = 0; i < n_columns; i++)
      g_array_append_val (columns, i);

  return columns;
}

static void
add_row (InkTableBuilder *builder,
         InkTable *table,
         const GArray *columns,
         guint row,
         const char *title)
{
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);

      if (!ink_table_is_text (table, column))
        ink_table_builder_number (builder, ink_table_get_number (table, column, row));
      else if ((int) column == ink_table_find_column (table, "group"))
        ink_table_builder_text (builder, title);
      else
        ink_table_builder_text (builder, ink_table_get_text (table, column, row));
    }
}

InkTable *
ink_chart_to_numbers (const InkChartKind *kind,
                      InkTable *table)
{
  InkTableBuilder *builder;
  g_autoptr (GPtrArray) titles = NULL;
  g_autoptr (GArray) columns = NULL;
  guint n_rows;

  g_return_val_if_fail (kind != NULL && table != NULL, NULL);

  builder = ink_table_builder_new ();
  titles = find_titles (table);
  n_rows = count_rows (kind, table);
  columns = choose_columns (table, n_rows);
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);

      if (ink_table_is_text (table, column))
        ink_table_builder_add_text (builder, ink_table_get_name (table, column),
                                    ink_table_get_title (table, column));
      else
        ink_table_builder_add_number (builder, ink_table_get_name (table, column),
                                      ink_table_get_title (table, column),
                                      ink_table_get_format (table, column));
    }
  for (guint row = 0; row < n_rows; row++)
    add_row (builder, table, columns, row,
             row < titles->len ? g_ptr_array_index (titles, row) : NULL);

  return ink_table_builder_end (builder);
}
