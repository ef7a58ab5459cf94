/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of results: columns of texts or doubles behind one count of references. */

#include "base/ink-table.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *name;
  char *title;
  gboolean is_text;
  InkFormat format;
  GPtrArray *texts; /* of char *, nullable; only where is_text */
  GArray *numbers;  /* of double; only where not */
} Column;

struct _InkTable
{
  gatomicrefcount ref_count;
  GPtrArray *columns; /* of Column */
  guint n_rows;
};

struct _InkTableBuilder
{
  GPtrArray *columns;
  gsize n_cells;
};

static void
free_column (gpointer data)
{
  Column *column = data;

  g_free (column->name);
  g_free (column->title);
  g_clear_pointer (&column->texts, g_ptr_array_unref);
  g_clear_pointer (&column->numbers, g_array_unref);
  g_free (column);
}

static const Column *
get_column (const InkTable *table,
            guint index)
{
  return g_ptr_array_index (table->columns, index);
}

/* Two missing numbers are the same; a NaN is not equal to itself otherwise. */
static gboolean
numbers_equal (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
columns_equal (const Column *a,
               const Column *b,
               guint n_rows)
{
  if (strcmp (a->name, b->name) != 0 || strcmp (a->title, b->title) != 0 ||
      a->is_text != b->is_text || a->format != b->format)
    return FALSE;

  for (guint row = 0; row < n_rows; row++)
    {
      if (a->is_text
              ? g_strcmp0 (g_ptr_array_index (a->texts, row), g_ptr_array_index (b->texts, row)) != 0
              : !numbers_equal (g_array_index (a->numbers, double, row),
                                g_array_index (b->numbers, double, row)))
        return FALSE;
    }

  return TRUE;
}

static void
add_column (InkTableBuilder *builder,
            const char *name,
            const char *title,
            gboolean is_text,
            InkFormat format)
{
  Column *column = g_new0 (Column, 1);

  column->name = g_strdup (name);
  column->title = g_strdup (title != NULL ? title : name);
  column->is_text = is_text;
  column->format = format;
  if (is_text)
    column->texts = g_ptr_array_new_with_free_func (g_free);
  else
    column->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (builder->columns, column);
}

static Column *
next_cell (InkTableBuilder *builder)
{
  return g_ptr_array_index (builder->columns, builder->n_cells % builder->columns->len);
}

/**
 * ink_table_ref:
 *
 * Returns: (transfer full): @table
 */
InkTable *
ink_table_ref (InkTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_atomic_ref_count_inc (&table->ref_count);
  return table;
}

void
ink_table_unref (InkTable *table)
{
  g_return_if_fail (table != NULL);

  if (!g_atomic_ref_count_dec (&table->ref_count))
    return;

  g_ptr_array_unref (table->columns);
  g_free (table);
}

guint
ink_table_get_n_rows (const InkTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->n_rows;
}

guint
ink_table_get_n_columns (const InkTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  return table->columns->len;
}

/**
 * ink_table_find_column:
 * @name: the column's name, as queries use it (not its title)
 *
 * Returns: its position, or -1 where there is none of that name
 */
int
ink_table_find_column (const InkTable *table,
                       const char *name)
{
  g_return_val_if_fail (table != NULL && name != NULL, -1);

  for (guint i = 0; i < table->columns->len; i++)
    if (strcmp (get_column (table, i)->name, name) == 0)
      return (int) i;

  return -1;
}

const char *
ink_table_get_name (const InkTable *table,
                    guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return get_column (table, column)->name;
}

const char *
ink_table_get_title (const InkTable *table,
                     guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);

  return get_column (table, column)->title;
}

InkFormat
ink_table_get_format (const InkTable *table,
                      guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, INK_FORMAT_PLAIN);

  return get_column (table, column)->format;
}

gboolean
ink_table_is_text (const InkTable *table,
                   guint column)
{
  g_return_val_if_fail (table != NULL && column < table->columns->len, FALSE);

  return get_column (table, column)->is_text;
}

/**
 * ink_table_get_text:
 *
 * Returns: (nullable): the text of a cell, which lives as long as @table; %NULL where it is missing
 * or the column holds numbers
 */
const char *
ink_table_get_text (const InkTable *table,
                    guint column,
                    guint row)
{
  const Column *of;

  g_return_val_if_fail (table != NULL && column < table->columns->len, NULL);
  g_return_val_if_fail (row < table->n_rows, NULL);

  of = get_column (table, column);
  return of->is_text ? g_ptr_array_index (of->texts, row) : NULL;
}

/**
 * ink_table_get_number:
 *
 * Returns: the number of a cell; NaN where it is missing or the column holds texts
 */
double
ink_table_get_number (const InkTable *table,
                      guint column,
                      guint row)
{
  const Column *of;

  g_return_val_if_fail (table != NULL && column < table->columns->len, NAN);
  g_return_val_if_fail (row < table->n_rows, NAN);

  of = get_column (table, column);
  return of->is_text ? NAN : g_array_index (of->numbers, double, row);
}

/**
 * ink_table_equal:
 *
 * Returns: whether both have the same columns (names, titles, formats) and cells
 */
gboolean
ink_table_equal (const InkTable *a,
                 const InkTable *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->n_rows != b->n_rows || a->columns->len != b->columns->len)
    return FALSE;

  for (guint i = 0; i < a->columns->len; i++)
    if (!columns_equal (get_column (a, i), get_column (b, i), a->n_rows))
      return FALSE;

  return TRUE;
}

/**
 * ink_table_builder_new:
 *
 * Returns: (transfer full): a builder, which ink_table_builder_end() uses up
 */
InkTableBuilder *
ink_table_builder_new (void)
{
  InkTableBuilder *builder = g_new0 (InkTableBuilder, 1);

  builder->columns = g_ptr_array_new_with_free_func (free_column);
  return builder;
}

/**
 * ink_table_builder_add_text:
 * @name: for programs
 * @title: (nullable): for people, translated; @name where %NULL
 *
 * Declares a column of texts. All columns come before the first cell.
 */
void
ink_table_builder_add_text (InkTableBuilder *builder,
                            const char *name,
                            const char *title)
{
  g_return_if_fail (builder != NULL && name != NULL);
  g_return_if_fail (builder->n_cells == 0);

  add_column (builder, name, title, TRUE, INK_FORMAT_PLAIN);
}

/**
 * ink_table_builder_add_number:
 * @name: for programs
 * @title: (nullable): for people, translated; @name where %NULL
 * @format: how people read its numbers
 *
 * Declares a column of numbers. All columns come before the first cell.
 */
void
ink_table_builder_add_number (InkTableBuilder *builder,
                              const char *name,
                              const char *title,
                              InkFormat format)
{
  g_return_if_fail (builder != NULL && name != NULL);
  g_return_if_fail (builder->n_cells == 0);

  add_column (builder, name, title, FALSE, format);
}

/**
 * ink_table_builder_text:
 * @text: (nullable): the next cell, which must be of a text column; %NULL where it is missing
 */
void
ink_table_builder_text (InkTableBuilder *builder,
                        const char *text)
{
  Column *column;

  g_return_if_fail (builder != NULL && builder->columns->len > 0);

  column = next_cell (builder);
  g_return_if_fail (column->is_text);
  g_ptr_array_add (column->texts, g_strdup (text));
  builder->n_cells++;
}

/**
 * ink_table_builder_number:
 * @number: the next cell, which must be of a number column; NaN where it is missing
 */
void
ink_table_builder_number (InkTableBuilder *builder,
                          double number)
{
  Column *column;

  g_return_if_fail (builder != NULL && builder->columns->len > 0);

  column = next_cell (builder);
  g_return_if_fail (!column->is_text);
  g_array_append_val (column->numbers, number);
  builder->n_cells++;
}

/**
 * ink_table_builder_end:
 * @builder: (transfer full): is freed
 *
 * Returns: (transfer full): the table; its last row must be whole
 */
InkTable *
ink_table_builder_end (InkTableBuilder *builder)
{
  InkTable *table;

  g_return_val_if_fail (builder != NULL, NULL);
  g_return_val_if_fail (builder->columns->len > 0 &&
                        builder->n_cells % builder->columns->len == 0, NULL);

  table = g_new0 (InkTable, 1);
  g_atomic_ref_count_init (&table->ref_count);
  table->n_rows = (guint) (builder->n_cells / builder->columns->len);
  table->columns = g_steal_pointer (&builder->columns);
  g_free (builder);

  return table;
}
