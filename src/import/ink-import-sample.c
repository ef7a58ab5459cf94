/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first rows of a file. */

#include "config.h"

#include "import/ink-import-sample.h"

InkImportSample *
ink_import_sample_new (void)
{
  InkImportSample *sample = g_new0 (InkImportSample, 1);

  sample->columns = g_ptr_array_new_with_free_func (g_free);
  sample->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  sample->texts = g_string_chunk_new (64 * 1024);
  return sample;
}

void
ink_import_sample_free (InkImportSample *sample)
{
  if (sample == NULL)
    return;
  g_ptr_array_unref (sample->columns);
  g_ptr_array_unref (sample->rows);
  g_string_chunk_free (sample->texts);
  g_free (sample);
}

gboolean
ink_import_sample_add (InkImportSample *sample,
                       const InkCell *cells,
                       guint n_cells)
{
  GArray *row;

  g_return_val_if_fail (sample != NULL, FALSE);

  row = g_array_sized_new (FALSE, FALSE, sizeof (InkCell), n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      InkCell cell = cells[i];

      if (cell.kind != INK_CELL_EMPTY)
        cell.text = g_string_chunk_insert_len (sample->texts, cell.text, cell.length);
      sample->bytes += cell.length;
      g_array_append_val (row, cell);
    }
  g_ptr_array_add (sample->rows, row);
  return sample->rows->len < INK_SAMPLE_ROWS && sample->bytes < INK_SAMPLE_BYTES;
}

InkCell
ink_import_sample_get (const InkImportSample *sample,
                       guint row,
                       guint column)
{
  const GArray *cells;

  g_return_val_if_fail (sample != NULL && row < sample->rows->len, ((InkCell){ 0 }));

  cells = g_ptr_array_index (sample->rows, row);
  return column < cells->len ? g_array_index (cells, InkCell, column) : (InkCell){ "", 0, 0 };
}
