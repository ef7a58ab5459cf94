/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a data table shows as a table of results, read a part at a time. */
#pragma once

#include "ui/widgets/ink-data-table.h"

G_BEGIN_DECLS

typedef struct _InkDataExport InkDataExport;

/* The first @most rows in their order, with all columns that are words or numbers. @source has
 * numbers. @rows must not change meanwhile. */
InkDataExport *ink_data_export_new  (const InkDataSource *source, gpointer data, InkRowList *rows,
                                     guint most) G_GNUC_WARN_UNUSED_RESULT;
void           ink_data_export_free (InkDataExport *export);
/* Reads @n more rows; FALSE: there are no more. */
gboolean       ink_data_export_read (InkDataExport *export, guint n);
/* Of all rows, from 0 to 1. */
double         ink_data_export_get_progress (const InkDataExport *export);
/* Takes @export: the table of what was read. */
InkTable      *ink_data_export_end  (InkDataExport *export) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDataExport, ink_data_export_free)

G_END_DECLS
