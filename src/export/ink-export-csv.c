/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* CSV of the chart's numbers: in the C locale, so that every program reads them. */

#include "config.h"

#include "export/ink-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GBytes *
write_csv (const InkScene *scene,
           const InkTable *table,
           const InkExportOptions *options,
           GError **error)
{
  char *csv = ink_table_to_csv (table);

  return g_bytes_new_take (csv, strlen (csv));
}

const InkExporter ink_exporter_csv = {
  .id = "csv",
  .title = N_("CSV table"),
  .mime_type = "text/csv",
  .is_picture = FALSE,
  .write = write_csv,
};
