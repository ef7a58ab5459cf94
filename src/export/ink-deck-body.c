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
#define SVG_EXTENSION "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
#define SVG_URI "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
/* Impress shows the PNG: as many dots as a large screen has. */
#define PNG_SCALE 3

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
      is_taken = ink_package_has (deck->package, one->str)
                 || ink_package_has (deck->package, two->str);
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
                              deck->zone, deck->language,
                              (double) deck->body.width / INK_EMU_PER_POINT,
                              (double) deck->body.height / INK_EMU_PER_POINT, error);
  if (chart == NULL)
    return FALSE;

  ink_deck_open_frame (deck, xml, "Chart", slide->description, deck->body.height, CHART_URI);
  ink_xml_leaf (xml, "c:chart", "xmlns:c", CHART_URI, "r:id",
                ink_package_relate (deck->package, part, "chart", chart), NULL);
  ink_deck_close_frame (xml);

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

/* The drawing has a margin, and the slide has one. */
static void
put_crop (InkXml *xml,
          const InkScene *scene)
{
  double margin = ink_theme_slide.margin;
  g_autofree char *x = g_strdup_printf ("%d", (int) (1e5 * margin / ink_scene_get_width (scene)));
  g_autofree char *y = g_strdup_printf ("%d", (int) (1e5 * margin / ink_scene_get_height (scene)));

  ink_xml_leaf (xml, "a:srcRect", "l", x, "t", y, "r", x, "b", y, NULL);
}

static void
put_blip (InkXml *xml,
          const InkScene *scene,
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
  put_crop (xml, scene);
  ink_xml_raw (xml, "<a:stretch><a:fillRect/></a:stretch>");
  ink_xml_close (xml);
}

/* In the middle of the room that there is, in its own proportions. */
static void
put_picture_place (const InkDeck *deck,
                   InkXml *xml,
                   const InkScene *scene)
{
  double width = MAX (ink_scene_get_width (scene) - 2 * ink_theme_slide.margin, 1);
  double height = MAX (ink_scene_get_height (scene) - 2 * ink_theme_slide.margin, 1);
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
  put_blip (xml, slide->picture, ink_package_relate (deck->package, part, "image", png),
            ink_package_relate (deck->package, part, "image", svg));
  put_picture_place (deck, xml, slide->picture);
  ink_xml_close (xml);

  return TRUE;
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
      gboolean is_turned = ink_drawing_is_right_to_left (sentences[i]);

      ink_xml_open (xml, "a:p", NULL);
      ink_xml_open (xml, "a:pPr", "algn", is_turned ? "r" : "l", "rtl", is_turned ? "1" : "0",
                    NULL);
      ink_xml_raw (xml, "<a:spcAft><a:spcPts val=\"1200\"/></a:spcAft>");
      ink_xml_close (xml);
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
  const char *const nothing[] = { slide->description, NULL };

  /* Axes without anything on them say less than the sentence about it. */
  if (slide->chart != NULL && slide->description != NULL
      && ink_native_chart_is_empty (slide->chart))
    put_sentences (deck, xml, nothing);
  else if (slide->chart != NULL)
    return put_chart (deck, xml, part, slide, error);
  else if (slide->picture != NULL)
    return put_picture (deck, xml, part, slide, error);
  else if (slide->grid != NULL)
    ink_deck_put_grid (deck, xml, slide->grid, slide->description);
  else if (slide->sentences != NULL && slide->sentences[0] != NULL)
    put_sentences (deck, xml, slide->sentences);

  return TRUE;
}
