/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* PDF: one page of the chart's size; the same chart and time give the same bytes. */

#include "config.h"

#include "export/ink-cairo-write.h"
#include "export/ink-exporter.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

static void
set_metadata (cairo_surface_t *surface,
              const InkScene *scene,
              const InkExportOptions *options)
{
  if (options->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, options->title);
  if (ink_scene_get_description (scene) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    ink_scene_get_description (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Inkling");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, options->created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, options->created);
}

static GBytes *
write_pdf (const InkScene *scene,
           const InkTable *table,
           const InkExportOptions *options,
           GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      ink_cairo_write, pdf, ink_scene_get_width (scene), ink_scene_get_height (scene));
  cairo_t *cr;
  cairo_status_t status;

  set_metadata (surface, scene, options);
  cr = cairo_create (surface);
  ink_scene_paint (scene, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!ink_cairo_check (status, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}

const InkExporter ink_exporter_pdf = {
  .id = "pdf",
  .title = N_("PDF page"),
  .mime_type = "application/pdf",
  .is_picture = TRUE,
  .write = write_pdf,
};
