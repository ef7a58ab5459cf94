/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-data-export.h"

#include <glib/gi18n-lib.h>

struct _InkDataExport
{
  const InkDataSource *source;
  gpointer data;
  InkRowList *rows;
  InkTableBuilder *builder;
  guint at; /* the next row */
  guint n;
};

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

InkDataExport *
ink_data_export_new (const InkDataSource *source,
                     gpointer data,
                     InkRowList *rows,
                     guint most)
{
  InkDataExport *export;

  g_return_val_if_fail (source != NULL && source->number != NULL, NULL);
  g_return_val_if_fail (INK_IS_ROW_LIST (rows), NULL);

  export = g_new0 (InkDataExport, 1);
  export->source = source;
  export->data = data;
  export->rows = g_object_ref (rows);
  export->n = MIN (ink_row_list_get_n (rows), most);
  export->builder = ink_table_builder_new ();
  for (guint column = 0; column < source->n_columns; column++)
    declare (export->builder, &source->columns[column]);

  return export;
}

void
ink_data_export_free (InkDataExport *export)
{
  if (export == NULL)
    return;

  if (export->builder != NULL)
    ink_table_unref (ink_table_builder_end (export->builder));
  g_object_unref (export->rows);
  g_free (export);
}

gboolean
ink_data_export_read (InkDataExport *export,
                      guint n)
{
  guint end;

  g_return_val_if_fail (export != NULL, FALSE);

  end = export->at + MIN (n, export->n - export->at);
  for (; export->at < end; export->at++)
    for (guint column = 0; column < export->source->n_columns; column++)
      add_cell (export->builder, export->source, export->data,
                ink_row_list_get_number (export->rows, export->at), column);

  return export->at < export->n;
}

double
ink_data_export_get_progress (const InkDataExport *export)
{
  g_return_val_if_fail (export != NULL, 1);

  return export->n > 0 ? (double) export->at / export->n : 1;
}

InkTable *
ink_data_export_end (InkDataExport *export)
{
  InkTable *table;

  g_return_val_if_fail (export != NULL, NULL);

  table = ink_table_builder_end (g_steal_pointer (&export->builder));
  ink_data_export_free (export);

  return table;
}
