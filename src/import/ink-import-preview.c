/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A first look into a file. */

#include "config.h"

#include "import/ink-import-preview.h"

InkImportPreview *
ink_import_preview_ref (InkImportPreview *preview)
{
  g_return_val_if_fail (preview != NULL, NULL);

  g_atomic_ref_count_inc (&preview->ref_count);
  return preview;
}

void
ink_import_preview_unref (InkImportPreview *preview)
{
  if (preview == NULL || !g_atomic_ref_count_dec (&preview->ref_count))
    return;
  g_free (preview->file);
  g_free (preview->format);
  g_free (preview->format_title);
  g_free (preview->format_reason);
  g_free (preview->event_name);
  for (guint i = 0; i < preview->n_rows * preview->n_columns; i++)
    g_free (preview->cells[i]);
  g_free (preview->cells);
  for (guint i = 0; i < preview->n_columns; i++)
    {
      g_free (preview->columns[i].name);
      g_free (preview->columns[i].property);
      g_free (preview->columns[i].personal);
      g_free (preview->columns[i].note);
    }
  g_free (preview->columns);
  for (guint i = 0; i < preview->n_questions; i++)
    {
      g_free (preview->questions[i].column);
      g_free (preview->questions[i].sentence);
      g_free (preview->questions[i].guess);
    }
  g_free (preview->questions);
  g_free (preview);
}

/* Never NULL: "" where the row has nothing in this column. */
const char *
ink_import_preview_get_cell (const InkImportPreview *preview,
                             guint row,
                             guint column)
{
  g_return_val_if_fail (preview != NULL, "");
  g_return_val_if_fail (row < preview->n_rows && column < preview->n_columns, "");

  return preview->cells[row * preview->n_columns + column];
}
