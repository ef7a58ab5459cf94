/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pages by cairo, in the measures of a presentation's slides. */
#include "config.h"

#include "export/ink-report-pdf.h"

#include "export/ink-cairo-write.h"
#include "export/ink-deck-private.h"
#include "plot/ink-text-measure.h"

#include <cairo-pdf.h>

#define POINT 12700.0
#define MOST_LINES 12
#define HEADING 26

struct _InkReportPdf
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  InkTextMeasure *measure;
  double width;
  guint n_pages;
};

InkReportPdf *
ink_report_pdf_new (const char *title,
                    const char *created,
                    InkDeckShape shape)
{
  InkReportPdf *pdf = g_new0 (InkReportPdf, 1);
  const char *when = created != NULL ? created : "2000-01-01T00:00:00Z";

  pdf->bytes = g_byte_array_new ();
  pdf->measure = ink_text_measure_get_default ();
  pdf->width = (double) ink_deck_get_width (shape) / POINT;
  pdf->surface = cairo_pdf_surface_create_for_stream (ink_cairo_write, pdf->bytes, pdf->width,
                                                      INK_DECK_HEIGHT / POINT);
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
set_colour (cairo_t *cr,
            InkColour colour)
{
  cairo_set_source_rgb (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                        (colour >> 8 & 0xff) / 255.0);
}

/* Lines from @y down; the y after the last. */
static double
put_text (InkReportPdf *pdf,
          const char *text,
          double size,
          gboolean bold,
          InkColourRole colour,
          double y)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_BODY);
  double margin = INK_DECK_MARGIN / POINT;
  g_auto (GStrv) lines = NULL;

  font.size = size;
  font.bold = bold;
  lines = ink_text_measure_wrap (pdf->measure, &font, text, pdf->width - 2 * margin, MOST_LINES);
  set_colour (pdf->cr, ink_theme_get_colour (&ink_theme_slide, colour, 0));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      ink_text_measure_show (pdf->measure, pdf->cr, &font, lines[i], margin,
                             y + ink_text_measure_ascent (pdf->measure, &font));
      y += ink_text_measure_line (pdf->measure, &font);
    }

  return y;
}

/* The heading of a page: its last line stands on the body, as in a presentation. */
static void
put_heading (InkReportPdf *pdf,
             const char *title)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_BODY);
  g_auto (GStrv) lines = NULL;
  double height;

  font.size = HEADING;
  font.bold = TRUE;
  lines = ink_text_measure_wrap (pdf->measure, &font, title,
                                 pdf->width - 2 * INK_DECK_MARGIN / POINT, MOST_LINES);
  height = g_strv_length (lines) * ink_text_measure_line (pdf->measure, &font);
  cairo_tag_begin (pdf->cr, "H1", NULL);
  put_text (pdf, title, HEADING, TRUE, INK_COLOUR_TEXT, INK_DECK_BODY_Y / POINT - 8 - height);
  cairo_tag_end (pdf->cr, "H1");
}

static void
put_tagged (InkReportPdf *pdf,
            const char *tag,
            const char *text,
            double size,
            gboolean bold,
            InkColourRole colour,
            double y)
{
  cairo_tag_begin (pdf->cr, tag, NULL);
  put_text (pdf, text, size, bold, colour, y);
  cairo_tag_end (pdf->cr, tag);
}

static void
put_sentences (InkReportPdf *pdf,
               const InkReportPage *page,
               double y,
               double size,
               InkColourRole colour)
{
  for (guint i = 0; page->sentences != NULL && page->sentences[i] != NULL; i++)
    {
      cairo_tag_begin (pdf->cr, "P", NULL);
      y = put_text (pdf, page->sentences[i], size, FALSE, colour, y) + size * 0.8;
      cairo_tag_end (pdf->cr, "P");
    }
}

static void
put_scene (InkReportPdf *pdf,
           const InkScene *scene)
{
  cairo_save (pdf->cr);
  cairo_translate (pdf->cr, INK_DECK_MARGIN / POINT, INK_DECK_BODY_Y / POINT);
  ink_scene_paint (scene, pdf->cr);
  cairo_restore (pdf->cr);
}

static void
put_number (InkReportPdf *pdf)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_SMALL);
  g_autofree char *number = g_strdup_printf ("%u", pdf->n_pages);

  font.size = 12;
  set_colour (pdf->cr, ink_theme_get_colour (&ink_theme_slide, INK_COLOUR_DIM, 0));
  ink_text_measure_show (pdf->measure, pdf->cr, &font, number,
                         pdf->width - INK_DECK_MARGIN / POINT
                             - ink_text_measure_width (pdf->measure, &font, number),
                         INK_DECK_HEIGHT / POINT - 30);
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
                    const InkReportPage *page)
{
  g_return_if_fail (pdf != NULL && page != NULL && page->title != NULL);

  pdf->n_pages++;
  put_bookmark (pdf, page->title);
  if (page->is_opening)
    {
      put_tagged (pdf, "H1", page->title, 40, TRUE, INK_COLOUR_ACCENT, 190);
      put_sentences (pdf, page, 280, 20, INK_COLOUR_DIM);
    }
  else
    {
      put_heading (pdf, page->title);
      if (page->scene != NULL)
        put_scene (pdf, page->scene);
      else
        put_sentences (pdf, page, INK_DECK_BODY_Y / POINT, 20, INK_COLOUR_TEXT);
      if (page->source != NULL)
        put_tagged (pdf, "P", page->source, 11, FALSE, INK_COLOUR_DIM, INK_DECK_SOURCE_Y / POINT);
      put_number (pdf);
    }
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
