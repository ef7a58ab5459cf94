/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-data-export.h"

#include <glib/gi18n-lib.h>

static void
declare (InkTableBuilder *builder,
         const InkDataColumn *column)
{
  if (column->kind == INK_DATA_TEXT)
    ink_table_builder_add_text (builder, column->id, _ (column->title));
  else if (column->kind == INK_DATA_NUMBER)
    ink_table_builder_add_number (builder, column->id, _ (column->title), column->format);
}

static void
add_cell (InkTableBuilder *builder,
          const InkDataSource *source,
          gpointer data,
          guint number,
          guint column)
{
  g_autofree char *text = NULL;

  if (source->columns[column].kind == INK_DATA_NUMBER)
    ink_table_builder_number (builder, source->number (data, number, column));
  if (source->columns[column].kind != INK_DATA_TEXT)
    return;
  text = source->text (data, number, column);
  ink_table_builder_text (builder, text);
}

InkTable *
ink_data_export (const InkDataSource *source,
                 gpointer data,
                 InkRowList *rows)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  guint n = ink_row_list_get_n (rows);

  g_return_val_if_fail (source != NULL && source->number != NULL, NULL);

  for (guint column = 0; column < source->n_columns; column++)
    declare (builder, &source->columns[column]);
  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < source->n_columns; column++)
      add_cell (builder, source, data, ink_row_list_get_number (rows, row), column);

  return ink_table_builder_end (builder);
}
