/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table as a workbook with one sheet. */
#include "config.h"

#include "export/ink-exporter.h"
#include "export/ink-sheet.h"

#include <glib/gi18n-lib.h>

static GBytes *
write_xlsx (const InkScene *scene,
            const InkTable *table,
            const InkExportOptions *options,
            GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_sheet_free);
  const char *name = options->title != NULL ? options->title : _("Table");

  g_ptr_array_add (sheets, ink_sheet_new_for_table (name, table, options->zone));
  return ink_sheets_to_xlsx (sheets, error);
}

const InkExporter ink_exporter_xlsx = {
  .id = "xlsx",
  .title = N_("Excel workbook"),
  .mime_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .is_picture = FALSE,
  .write = write_xlsx,
};
