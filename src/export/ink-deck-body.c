/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The middle of a slide: a chart of its own, a drawing, a table, or sentences. */
#include "config.h"

#include "export/ink-chart-part.h"
#include "export/ink-deck-private.h"
#include "export/ink-drawing-xml.h"
#include "export/ink-exporter.h"

#define CHART_URI "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define TABLE_URI "http://schemas.openxmlformats.org/drawingml/2006/table"
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define SVG_URI "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
/* Impress shows the PNG: as many dots as a large screen has. */
#define PNG_SCALE 3
#define ROW_HEIGHT 320040
#define MOST_SHADE 0.6
/* Of the width, for names. */
#define LEAST_NAMES 0.3

static void
open_frame (const InkDeck *deck,
            InkXml *xml,
            const char *name,
            const char *description,
            gint64 height,
            const char *uri)
{
  ink_xml_open (xml, "p:graphicFrame", NULL);
  ink_xml_open (xml, "p:nvGraphicFramePr", NULL);
  ink_xml_leaf (xml, "p:cNvPr", "id", "3", "name", name, "descr", description, NULL);
  ink_xml_open (xml, "p:cNvGraphicFramePr", NULL);
  ink_xml_leaf (xml, "a:graphicFrameLocks", "noGrp", "1", NULL);
  ink_xml_close (xml);
  ink_xml_leaf (xml, "p:nvPr", NULL);
  ink_xml_close (xml);
  ink_deck_put_place (xml, "p:xfrm", deck->body.x, deck->body.y, deck->body.width, height);
  ink_xml_open (xml, "a:graphic", NULL);
  ink_xml_open (xml, "a:graphicData", "uri", uri, NULL);
}

static void
close_frame (InkXml *xml)
{
  for (int i = 0; i < 3; i++)
    ink_xml_close (xml);
}

/* The next number that neither name of a part has: a template brings parts of its own. */
static void
count_free (InkDeck *deck,
            guint *number,
            const char *first,
            const char *second)
{
  gboolean is_taken = TRUE;

  while (is_taken)
    {
      g_autofree char *digits = g_strdup_printf ("%u", ++*number);
      g_autoptr (GString) one = g_string_new (first), two = g_string_new (second);

      g_string_replace (one, "@", digits, 0);
      g_string_replace (two, "@", digits, 0);
      is_taken = ink_package_has (deck->package, one->str) || ink_package_has (deck->package, two->str);
    }
}

static gboolean
put_chart (InkDeck *deck,
           InkXml *xml,
           const char *part,
           const InkDeckSlide *slide,
           GError **error)
{
  g_autofree char *chart = NULL;

  count_free (deck, &deck->n_charts, "ppt/charts/chart@.xml",
              "ppt/embeddings/Microsoft_Excel_Sheet@.xlsx");
  chart = ink_chart_part_add (deck->package, deck->n_charts, slide->chart, slide->numbers,
                              deck->zone, deck->language, error);
  if (chart == NULL)
    return FALSE;

  open_frame (deck, xml, "Chart", slide->description, deck->body.height, CHART_URI);
  ink_xml_leaf (xml, "c:chart", "xmlns:c", CHART_URI, "r:id",
                ink_package_relate (deck->package, part, "chart", chart), NULL);
  close_frame (xml);

  return TRUE;
}

static char *
add_picture (InkDeck *deck,
             const InkExporter *exporter,
             const InkScene *scene,
             GError **error)
{
  InkExportOptions options = { .scale = PNG_SCALE };
  g_autoptr (GBytes) bytes = ink_export_to_bytes (exporter, scene, NULL, &options, error);
  char *name;

  if (bytes == NULL)
    return NULL;

  name = g_strdup_printf ("ppt/media/image%u.%s", deck->n_pictures, exporter->id);
  ink_package_add_default (deck->package, exporter->id, exporter->mime_type);
  ink_package_add (deck->package, name, NULL, bytes);

  return name;
}

static void
put_blip (InkXml *xml,
          const char *png,
          const char *svg)
{
  ink_xml_open (xml, "p:blipFill", NULL);
  ink_xml_open (xml, "a:blip", "r:embed", png, NULL);
  ink_xml_open (xml, "a:extLst", NULL);
  ink_xml_open (xml, "a:ext", "uri", SVG_EXTENSION, NULL);
  ink_xml_leaf (xml, "asvg:svgBlip", "xmlns:asvg", SVG_URI, "r:embed", svg, NULL);
  for (int i = 0; i < 3; i++)
    ink_xml_close (xml);
  ink_xml_raw (xml, "<a:stretch><a:fillRect/></a:stretch>");
  ink_xml_close (xml);
}

/* In the middle of the room that there is, in its own proportions. */
static void
put_picture_place (const InkDeck *deck,
                   InkXml *xml,
                   const InkScene *scene)
{
  double width = ink_scene_get_width (scene), height = ink_scene_get_height (scene);
  double scale = MIN ((double) deck->body.width / width, (double) deck->body.height / height);
  gint64 w = (gint64) (width * scale), h = (gint64) (height * scale);

  ink_xml_open (xml, "p:spPr", NULL);
  ink_deck_put_place (xml, "a:xfrm", deck->body.x + (deck->body.width - w) / 2,
                      deck->body.y + (deck->body.height - h) / 2, w, h);
  ink_xml_raw (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>");
  ink_xml_close (xml);
}

static gboolean
put_picture (InkDeck *deck,
             InkXml *xml,
             const char *part,
             const InkDeckSlide *slide,
             GError **error)
{
  g_autofree char *png = NULL, *svg = NULL;

  count_free (deck, &deck->n_pictures, "ppt/media/image@.png", "ppt/media/image@.svg");
  png = add_picture (deck, &ink_exporter_png, slide->picture, error);
  svg = png != NULL ? add_picture (deck, &ink_exporter_svg, slide->picture, error) : NULL;
  if (svg == NULL)
    return FALSE;

  ink_xml_open (xml, "p:pic", NULL);
  ink_xml_open (xml, "p:nvPicPr", NULL);
  ink_xml_leaf (xml, "p:cNvPr", "id", "3", "name", "Chart", "descr", slide->description, NULL);
  ink_xml_raw (xml, "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>");
  ink_xml_close (xml);
  put_blip (xml, ink_package_relate (deck->package, part, "image", png),
            ink_package_relate (deck->package, part, "image", svg));
  put_picture_place (deck, xml, slide->picture);
  ink_xml_close (xml);

  return TRUE;
}

/* --- A table --- */

static void
put_cell_look (InkXml *xml,
               gboolean is_heading,
               double shade)
{
  g_autofree char *light = NULL, *rest = NULL;

  ink_xml_open (xml, "a:tcPr", "anchor", "ctr", "marL", "72000", "marR", "72000", NULL);
  ink_xml_raw (xml, "<a:lnL w=\"0\"><a:noFill/></a:lnL><a:lnR w=\"0\"><a:noFill/></a:lnR>"
                    "<a:lnT w=\"0\"><a:noFill/></a:lnT>");
  ink_xml_open (xml, "a:lnB", "w", is_heading ? "19050" : "6350", NULL);
  ink_drawing_fill (xml, is_heading ? INK_NATIVE_GREY : INK_NATIVE_FAINT);
  ink_xml_close (xml);
  if (shade >= -1 && shade <= 1)
    {
      double strength = (shade < 0 ? -shade : shade) * MOST_SHADE;

      light = g_strdup_printf ("%d", (int) (strength * 100000));
      rest = g_strdup_printf ("%d", (int) ((1 - strength) * 100000));
      ink_xml_open (xml, "a:solidFill", NULL);
      ink_xml_open (xml, "a:schemeClr", "val", shade < 0 ? "accent6" : "accent1", NULL);
      ink_xml_value (xml, "a:lumMod", light);
      ink_xml_value (xml, "a:lumOff", rest);
      ink_xml_close (xml);
      ink_xml_close (xml);
    }
  else
    ink_xml_leaf (xml, "a:noFill", NULL);
  ink_xml_close (xml);
}

static void
put_cell (const InkDeck *deck,
          InkXml *xml,
          const InkDeckGrid *grid,
          guint row,
          guint column,
          double size)
{
  guint index = row * grid->n_columns + column;
  const char *text = index < grid->texts->len ? g_ptr_array_index (grid->texts, index) : "";
  double shade = index < grid->shades->len ? g_array_index (grid->shades, double, index) : 2;
  gboolean at_end = g_array_index (grid->numeric, gboolean, column);

  ink_xml_open (xml, "a:tc", NULL);
  ink_xml_open (xml, "a:txBody", NULL);
  ink_xml_leaf (xml, "a:bodyPr", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  ink_xml_open (xml, "a:p", NULL);
  ink_xml_leaf (xml, "a:pPr", "algn", at_end ? "r" : "l", NULL);
  if (*text != '\0')
    {
      ink_xml_open (xml, "a:r", NULL);
      ink_drawing_font (xml, "a:rPr", size, row == 0, INK_NATIVE_TEXT_INK, deck->language);
      ink_xml_text (xml, "a:t", text, NULL);
      ink_xml_close (xml);
    }
  else
    ink_drawing_font (xml, "a:endParaRPr", size, FALSE, INK_NATIVE_TEXT_INK, deck->language);
  ink_xml_close (xml);
  ink_xml_close (xml);
  put_cell_look (xml, row == 0, shade);
  ink_xml_close (xml);
}

/* The first column, which names, is twice as wide, and never narrower than names need. */
static void
put_columns (InkXml *xml,
             const InkDeckGrid *grid,
             gint64 width)
{
  gint64 first = grid->n_columns > 1
                     ? MAX (2 * width / (grid->n_columns + 1), (gint64) (LEAST_NAMES * width))
                     : width;
  gint64 part = grid->n_columns > 1 ? (width - first) / (grid->n_columns - 1) : 0;

  ink_xml_open (xml, "a:tblGrid", NULL);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      g_autofree char *w
          = g_strdup_printf ("%" G_GINT64_FORMAT, i == 0 ? first : part);

      ink_xml_leaf (xml, "a:gridCol", "w", w, NULL);
    }
  ink_xml_close (xml);
}

void
ink_deck_put_grid (const InkDeck *deck,
                   InkXml *xml,
                   const InkDeckGrid *grid,
                   const char *description)
{
  gint64 room = deck->body.height - (grid->caption != NULL ? INK_DECK_CAPTION_HEIGHT : 0);
  gint64 height = MIN (ROW_HEIGHT, room / MAX (grid->n_rows, 1));
  g_autofree char *h = g_strdup_printf ("%" G_GINT64_FORMAT, height);
  double size = CLAMP ((double) height / INK_EMU_PER_POINT / 1.8, 7, 13);

  open_frame (deck, xml, "Table", description, height * grid->n_rows, TABLE_URI);
  ink_xml_open (xml, "a:tbl", NULL);
  ink_xml_leaf (xml, "a:tblPr", "firstRow", "1", NULL);
  put_columns (xml, grid, deck->body.width);
  for (guint row = 0; row < grid->n_rows; row++)
    {
      ink_xml_open (xml, "a:tr", "h", h, NULL);
      for (guint column = 0; column < grid->n_columns; column++)
        put_cell (deck, xml, grid, row, column, size);
      ink_xml_close (xml);
    }
  ink_xml_close (xml);
  close_frame (xml);
}

/* --- Sentences --- */

static void
put_sentences (const InkDeck *deck,
               InkXml *xml,
               const char *const *sentences)
{
  ink_xml_open (xml, "p:sp", NULL);
  ink_xml_raw (xml, "<p:nvSpPr><p:cNvPr id=\"3\" name=\"Text\"/><p:cNvSpPr txBox=\"1\"/>"
                    "<p:nvPr/></p:nvSpPr>");
  ink_xml_open (xml, "p:spPr", NULL);
  ink_deck_put_place (xml, "a:xfrm", deck->body.x, deck->body.y, deck->body.width,
                      deck->body.height);
  ink_xml_raw (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>");
  ink_xml_close (xml);
  ink_xml_open (xml, "p:txBody", NULL);
  ink_xml_raw (xml, "<a:bodyPr wrap=\"square\" lIns=\"0\" rIns=\"0\"><a:normAutofit/></a:bodyPr>"
                    "<a:lstStyle/>");
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      ink_xml_open (xml, "a:p", NULL);
      ink_xml_raw (xml, "<a:pPr><a:spcAft><a:spcPts val=\"1200\"/></a:spcAft></a:pPr>");
      ink_xml_open (xml, "a:r", NULL);
      ink_drawing_font (xml, "a:rPr", 20, FALSE, INK_NATIVE_TEXT_INK, deck->language);
      ink_xml_text (xml, "a:t", sentences[i], NULL);
      ink_xml_close (xml);
      ink_xml_close (xml);
    }
  ink_xml_close (xml);
  ink_xml_close (xml);
}

gboolean
ink_deck_put_body (InkDeck *deck,
                   InkXml *xml,
                   const char *part,
                   const InkDeckSlide *slide,
                   GError **error)
{
  if (slide->chart != NULL)
    return put_chart (deck, xml, part, slide, error);
  if (slide->picture != NULL)
    return put_picture (deck, xml, part, slide, error);
  if (slide->grid != NULL)
    ink_deck_put_grid (deck, xml, slide->grid, slide->description);
  else if (slide->sentences != NULL && slide->sentences[0] != NULL)
    put_sentences (deck, xml, slide->sentences);

  return TRUE;
}
