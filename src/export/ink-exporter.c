/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of exporters, and writing their files whole or not at all. */

#include "config.h"

#include "base/ink-error.h"
#include "export/ink-exporter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const InkExporter *const exporters[] = {
  &ink_exporter_png, &ink_exporter_svg, &ink_exporter_pdf, &ink_exporter_csv,
  &ink_exporter_xlsx, NULL,
};

static char *
list_endings (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    g_string_append_printf (list, "%s.%s", i > 0 ? ", " : "", exporters[i]->id);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

const InkExporter *const *
ink_exporters (void)
{
  return exporters;
}

const InkExporter *
ink_exporter_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; exporters[i] != NULL; i++)
    if (g_ascii_strcasecmp (exporters[i]->id, id) == 0)
      return exporters[i];

  return NULL;
}

/**
 * ink_exporter_find_for_path:
 * @path: a file name; its ending says the format
 *
 * Returns: (nullable): the exporter; %NULL with @error set, which names the endings there are
 */
const InkExporter *
ink_exporter_find_for_path (const char *path,
                            GError **error)
{
  const char *dot, *slash;
  const InkExporter *exporter;
  g_autofree char *endings = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  dot = strrchr (path, '.');
  slash = strrchr (path, '/');
  exporter = dot != NULL && (slash == NULL || dot > slash) ? ink_exporter_find (dot + 1) : NULL;
  if (exporter != NULL)
    return exporter;

  endings = list_endings ();
  g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
               /* Translators: a file name, then endings such as ".png, .svg". */
               _ ("The name \342\200\234%s\342\200\235 does not say what kind of file to write. "
                  "End it in one of %s."),
               path, endings);
  return NULL;
}

/**
 * ink_export_to_bytes:
 * @scene: (nullable): the chart, for pictures
 * @table: (nullable): its numbers, for tables
 * @options: (nullable): defaults
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *
ink_export_to_bytes (const InkExporter *exporter,
                     const InkScene *scene,
                     const InkTable *table,
                     const InkExportOptions *options,
                     GError **error)
{
  InkExportOptions whole = { 0 };

  g_return_val_if_fail (exporter != NULL, NULL);
  g_return_val_if_fail (exporter->is_picture ? scene != NULL : table != NULL, NULL);

  if (options != NULL)
    whole = *options;
  whole.scale = whole.scale > 0 ? CLAMP (whole.scale, 1, 4) : 1;
  if (whole.created == NULL)
    whole.created = "2000-01-01T00:00:00Z";

  return exporter->write (scene, table, &whole, error);
}

/**
 * ink_export_to_file:
 * @path: is replaced only once the whole new file is on the disk
 *
 * Returns: whether it was written; else @error says why in a sentence, and @path is as it was
 */
gboolean
ink_export_to_file (const InkExporter *exporter,
                    const InkScene *scene,
                    const InkTable *table,
                    const InkExportOptions *options,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = ink_export_to_bytes (exporter, scene, table, options, error);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644,
                                &local))
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
               _ ("\342\200\234%s\342\200\235 could not be written: %s. Choose another folder or "
                  "free some space."),
               path, local->message);
  return FALSE;
}
