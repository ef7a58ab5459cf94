/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pages by cairo. */
#include "config.h"

#include "export/ink-report-pdf.h"

#include "export/ink-cairo-write.h"
#include "plot/ink-text-measure.h"

#include <cairo-pdf.h>

struct _InkReportPdf
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  InkDeckShape shape;
  guint n_pages;
};

InkReportPdf *
ink_report_pdf_new (const char *title,
                    const char *created,
                    InkDeckShape shape)
{
  InkReportPdf *pdf = g_new0 (InkReportPdf, 1);
  const char *when = created != NULL ? created : "2000-01-01T00:00:00Z";
  double width, height;

  pdf->bytes = g_byte_array_new ();
  pdf->shape = shape;
  ink_slide_get_size (shape, &width, &height);
  pdf->surface = cairo_pdf_surface_create_for_stream (ink_cairo_write, pdf->bytes, width, height);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATOR, "Inkling");
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_CREATE_DATE, when);
  cairo_pdf_surface_set_metadata (pdf->surface, CAIRO_PDF_METADATA_MOD_DATE, when);
  pdf->cr = cairo_create (pdf->surface);

  return pdf;
}

void
ink_report_pdf_free (InkReportPdf *pdf)
{
  if (pdf == NULL)
    return;

  /* The surface writes into the bytes until its end. */
  g_clear_pointer (&pdf->cr, cairo_destroy);
  g_clear_pointer (&pdf->surface, cairo_surface_destroy);
  g_clear_pointer (&pdf->bytes, g_byte_array_unref);
  g_free (pdf);
}

static void
put_bookmark (InkReportPdf *pdf,
              const char *title)
{
  g_autofree char *link = g_strdup_printf ("page=%u", pdf->n_pages);
  g_autofree char *clean = ink_text_clean (title);

  cairo_pdf_surface_add_outline (pdf->surface, CAIRO_PDF_OUTLINE_ROOT, clean, link,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void
ink_report_pdf_add (InkReportPdf *pdf,
                    const InkSlidePicture *slide)
{
  g_return_if_fail (pdf != NULL && slide != NULL && slide->title != NULL);

  pdf->n_pages++;
  put_bookmark (pdf, slide->title);
  ink_slide_paint (slide, pdf->shape, pdf->n_pages, pdf->cr);
  cairo_show_page (pdf->cr);
}

GBytes *
ink_report_pdf_end (InkReportPdf *pdf,
                    GError **error)
{
  g_return_val_if_fail (pdf != NULL && pdf->cr != NULL, NULL);

  g_clear_pointer (&pdf->cr, cairo_destroy);
  cairo_surface_finish (pdf->surface);
  if (!ink_cairo_check (cairo_surface_status (pdf->surface), error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf->bytes));
}
