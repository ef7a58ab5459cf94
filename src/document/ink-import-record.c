/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a project remembers of one import. */
#include "document/ink-import-record.h"

InkImportRecord *
ink_import_record_new (const char *file,
                       const char *format,
                       const char *report)
{
  InkImportRecord *record = g_new0 (InkImportRecord, 1);

  record->file = g_strdup (file);
  record->format = g_strdup (format);
  record->report = g_strdup (report);
  return record;
}

InkImportRecord *
ink_import_record_copy (const InkImportRecord *record)
{
  InkImportRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = g_memdup2 (record, sizeof *record);
  copy->file = g_strdup (record->file);
  copy->format = g_strdup (record->format);
  copy->report = g_strdup (record->report);
  return copy;
}

void
ink_import_record_free (InkImportRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->file);
  g_free (record->format);
  g_free (record->report);
  g_free (record);
}
