/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a project remembers of one import: the file's name and the report. Never its place. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkImportRecord:
 * @id: its number in the project, 0 until it is kept
 * @file: the file's name (or names, joined by ", "), without the folder
 * @format: the format's name, as in `describe`
 * @time: when it was imported (microseconds, UTC); set when it is kept
 * @report: JSON object, as in `describe`'s `sources`
 * @rows: rows read; @imported: rows that became events; @repeats: rows left out as repeats
 */
typedef struct
{
  guint32 id;
  char *file;
  char *format;
  gint64 time;
  char *report;
  guint64 rows;
  guint64 imported;
  guint64 repeats;
} InkImportRecord;

InkImportRecord *ink_import_record_new  (const char *file, const char *format, const char *report)
    G_GNUC_WARN_UNUSED_RESULT;
InkImportRecord *ink_import_record_copy (const InkImportRecord *record) G_GNUC_WARN_UNUSED_RESULT;
void             ink_import_record_free (InkImportRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportRecord, ink_import_record_free)

G_END_DECLS
