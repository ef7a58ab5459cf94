/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Charts as files: pixels, vectors, numbers. */
#pragma once

#include <gio/gio.h>

#include "base/ink-table.h"
#include "plot/ink-scene.h"

G_BEGIN_DECLS

/**
 * InkExportOptions:
 * @scale: pixels per point of a PNG, 1 to 4; 0: 1
 * @title: (nullable): in the file's metadata
 * @created: (nullable): ISO-8601 time in the file's metadata; a fixed one, so that the same chart
 * gives the same bytes
 * @zone: (nullable): of the times in a workbook; UTC
 */
typedef struct
{
  double scale;
  const char *title;
  const char *created;
  GTimeZone *zone;
} InkExportOptions;

/**
 * InkExporter:
 * @id: for programs, and the file name's ending
 * @title: for people, to be translated
 * @mime_type: of the file
 * @is_picture: it needs a scene; else a table
 * @write: the file's content; @scene or @table may be %NULL as @is_picture says
 *
 * A row of ink_exporters().
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *mime_type;
  gboolean is_picture;
  GBytes *(*write) (const InkScene *scene, const InkTable *table, const InkExportOptions *options,
                    GError **error);
} InkExporter;

extern const InkExporter ink_exporter_png;
extern const InkExporter ink_exporter_svg;
extern const InkExporter ink_exporter_pdf;
extern const InkExporter ink_exporter_csv;
extern const InkExporter ink_exporter_xlsx;

const InkExporter *const *ink_exporters (void);
const InkExporter *ink_exporter_find          (const char *id);
const InkExporter *ink_exporter_find_for_path (const char *path, GError **error);
GBytes            *ink_export_to_bytes (const InkExporter *exporter, const InkScene *scene,
                                        const InkTable *table, const InkExportOptions *options,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           ink_export_to_file  (const InkExporter *exporter, const InkScene *scene,
                                        const InkTable *table, const InkExportOptions *options,
                                        const char *path, GError **error);

G_END_DECLS
