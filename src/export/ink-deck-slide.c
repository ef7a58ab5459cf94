/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide: its title, what stands in its middle, its source, its number, its notes. */
#include "config.h"

#include "export/ink-deck-private.h"
#include "export/ink-drawing-xml.h"

#include <string.h>

#define NOTES_MASTER "ppt/notesMasters/notesMaster1.xml"

void
ink_deck_put_tree (InkXml *xml)
{
  ink_xml_open (xml, "p:nvGrpSpPr", NULL);
  ink_xml_leaf (xml, "p:cNvPr", "id", "1", "name", "", NULL);
  ink_xml_leaf (xml, "p:cNvGrpSpPr", NULL);
  ink_xml_leaf (xml, "p:nvPr", NULL);
  ink_xml_close (xml);
  ink_xml_raw (xml, "<p:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
                    "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>");
}

static void
put_pair (InkXml *xml,
          const char *element,
          const char *first_name,
          gint64 first,
          const char *second_name,
          gint64 second)
{
  g_autofree char *one = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  g_autofree char *two = g_strdup_printf ("%" G_GINT64_FORMAT, second);

  ink_xml_leaf (xml, element, first_name, one, second_name, two, NULL);
}

void
ink_deck_put_place (InkXml *xml,
                    const char *element,
                    gint64 x,
                    gint64 y,
                    gint64 width,
                    gint64 height)
{
  ink_xml_open (xml, element, NULL);
  put_pair (xml, "a:off", "x", x, "y", y);
  put_pair (xml, "a:ext", "cx", width, "cy", height);
  ink_xml_close (xml);
}

void
ink_deck_put_placeholder (InkXml *xml,
                          guint id,
                          const char *name,
                          const char *type,
                          const char *index)
{
  g_autofree char *number = g_strdup_printf ("%u", id);

  ink_xml_open (xml, "p:nvSpPr", NULL);
  ink_xml_leaf (xml, "p:cNvPr", "id", number, "name", name, NULL);
  ink_xml_open (xml, "p:cNvSpPr", NULL);
  ink_xml_leaf (xml, "a:spLocks", "noGrp", "1", NULL);
  ink_xml_close (xml);
  ink_xml_open (xml, "p:nvPr", NULL);
  ink_xml_leaf (xml, "p:ph", "type", type, "idx", index, NULL);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

void
ink_deck_put_paragraphs (InkXml *xml,
                         const char *text,
                         const char *language)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  ink_xml_leaf (xml, "a:bodyPr", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  for (guint i = 0; lines[i] != NULL || i == 0; i++)
    {
      ink_xml_open (xml, "a:p", NULL);
      if (lines[i] != NULL && *lines[i] != '\0')
        {
          if (ink_drawing_is_right_to_left (lines[i]))
            ink_xml_leaf (xml, "a:pPr", "algn", "r", "rtl", "1", NULL);
          ink_xml_open (xml, "a:r", NULL);
          ink_xml_leaf (xml, "a:rPr", "lang", language, NULL);
          ink_xml_text (xml, "a:t", lines[i], NULL);
          ink_xml_close (xml);
        }
      else
        ink_xml_leaf (xml, "a:endParaRPr", "lang", language, NULL);
      ink_xml_close (xml);
      if (lines[i] == NULL)
        break;
    }
}

static void
put_holder (const InkDeck *deck,
            InkXml *xml,
            guint id,
            const char *name,
            const char *type,
            const char *index,
            const char *text)
{
  ink_xml_open (xml, "p:sp", NULL);
  ink_deck_put_placeholder (xml, id, name, type, index);
  ink_xml_leaf (xml, "p:spPr", NULL);
  ink_xml_open (xml, "p:txBody", NULL);
  ink_deck_put_paragraphs (xml, text, deck->language);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

/* A small grey text of the whole width. */
static void
put_remark (const InkDeck *deck,
            InkXml *xml,
            const char *id,
            const char *name,
            gint64 y,
            gint64 height,
            const char *text)
{
  ink_xml_open (xml, "p:sp", NULL);
  ink_xml_open (xml, "p:nvSpPr", NULL);
  ink_xml_leaf (xml, "p:cNvPr", "id", id, "name", name, NULL);
  ink_xml_raw (xml, "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>");
  ink_xml_close (xml);
  ink_xml_open (xml, "p:spPr", NULL);
  ink_deck_put_place (xml, "a:xfrm", deck->body.x, y, deck->body.width, height);
  ink_xml_raw (xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/>");
  ink_xml_close (xml);
  ink_xml_open (xml, "p:txBody", NULL);
  ink_xml_raw (xml, "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\">"
                    "<a:normAutofit/></a:bodyPr><a:lstStyle/>");
  ink_xml_open (xml, "a:p", NULL);
  if (ink_drawing_is_right_to_left (text))
    ink_xml_leaf (xml, "a:pPr", "algn", "r", "rtl", "1", NULL);
  ink_xml_open (xml, "a:r", NULL);
  ink_drawing_font (xml, "a:rPr", 11, FALSE, INK_NATIVE_GREY, deck->language);
  ink_xml_text (xml, "a:t", text, NULL);
  for (int i = 0; i < 4; i++)
    ink_xml_close (xml);
}

/* Where the layout has one. */
static void
put_number (const InkDeck *deck,
            InkXml *xml)
{
  const InkDeckLayout *layout = deck->template_ != NULL ? &deck->template_->body : NULL;
  const char *index = layout != NULL ? layout->number_index : "10";
  g_autofree char *number = g_strdup_printf ("%u", deck->n_slides);

  if (layout != NULL && !layout->has_number)
    return;

  ink_xml_open (xml, "p:sp", NULL);
  ink_deck_put_placeholder (xml, 5, "Slide number", "sldNum", index);
  ink_xml_leaf (xml, "p:spPr", NULL);
  ink_xml_open (xml, "p:txBody", NULL);
  ink_xml_leaf (xml, "a:bodyPr", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  ink_xml_open (xml, "a:p", NULL);
  ink_xml_open (xml, "a:fld", "id", "{5A2D1C6B-7E4F-4C1B-9A3D-1F0E2D3C4B5A}", "type", "slidenum",
                NULL);
  ink_xml_leaf (xml, "a:rPr", "lang", deck->language, NULL);
  ink_xml_text (xml, "a:t", number, NULL);
  for (int i = 0; i < 4; i++)
    ink_xml_close (xml);
}

static void
put_title (const InkDeck *deck,
           InkXml *xml,
           const InkDeckSlide *slide)
{
  const char *type = slide->is_opening ? "ctrTitle" : "title";

  if (deck->template_ != NULL)
    type = slide->is_opening ? deck->template_->opening.title : deck->template_->body.title;
  put_holder (deck, xml, 2, "Title", type, NULL, slide->title);
}

/* A template without a place for it shows the title alone. */
static void
put_subtitle (const InkDeck *deck,
              InkXml *xml,
              const char *subtitle)
{
  const InkDeckLayout *layout = deck->template_ != NULL ? &deck->template_->opening : NULL;

  if (layout == NULL)
    put_holder (deck, xml, 3, "Subtitle", "subTitle", "1", subtitle);
  else if (layout->subtitle != NULL)
    put_holder (deck, xml, 3, "Subtitle", layout->subtitle, layout->subtitle_index, subtitle);
}

static gboolean
put_shapes (InkDeck *deck,
            InkXml *xml,
            const char *part,
            const InkDeckSlide *slide,
            GError **error)
{
  const char *first = slide->sentences != NULL ? slide->sentences[0] : NULL;

  put_title (deck, xml, slide);
  if (slide->is_opening)
    {
      if (first != NULL)
        put_subtitle (deck, xml, first);
      return TRUE;
    }

  if (!ink_deck_put_body (deck, xml, part, slide, error))
    return FALSE;
  if (slide->grid != NULL && slide->grid->caption != NULL)
    put_remark (deck, xml, "6", "Caption",
                deck->body.y + deck->body.height - INK_DECK_CAPTION_HEIGHT,
                INK_DECK_CAPTION_HEIGHT, slide->grid->caption);
  if (slide->source != NULL)
    put_remark (deck, xml, "4", "Source", deck->source_y, INK_DECK_SOURCE_HEIGHT, slide->source);
  put_number (deck, xml);

  return TRUE;
}

static const char *
find_layout (const InkDeck *deck,
             gboolean is_opening)
{
  if (deck->template_ != NULL)
    return is_opening ? deck->template_->opening.part : deck->template_->body.part;

  return is_opening ? "ppt/slideLayouts/slideLayout1.xml" : "ppt/slideLayouts/slideLayout2.xml";
}

static GBytes *
write_slide (InkDeck *deck,
             const char *part,
             const InkDeckSlide *slide,
             GError **error)
{
  InkXml *xml = ink_xml_new ();
  gboolean done;

  ink_xml_open (xml, "p:sld", INK_DECK_NAMESPACES, NULL);
  ink_xml_open (xml, "p:cSld", NULL);
  ink_xml_open (xml, "p:spTree", NULL);
  ink_deck_put_tree (xml);
  done = put_shapes (deck, xml, part, slide, error);
  if (done)
    {
      ink_xml_close (xml);
      ink_xml_close (xml);
      ink_xml_raw (xml, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
      return ink_xml_end (xml);
    }

  g_bytes_unref (ink_xml_end (xml));
  return NULL;
}

void
ink_deck_add_notes (InkDeck *deck,
                    const char *slide,
                    guint number,
                    const char *notes)
{
  g_autofree char *part = g_strdup_printf ("ppt/notesSlides/notesSlide%u.xml", number);
  InkXml *xml = ink_xml_new ();
  g_autoptr (GBytes) content = NULL;

  ink_xml_open (xml, "p:notes", INK_DECK_NAMESPACES, NULL);
  ink_xml_open (xml, "p:cSld", NULL);
  ink_xml_open (xml, "p:spTree", NULL);
  ink_deck_put_tree (xml);
  ink_xml_raw (xml, "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks "
                    "noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph "
                    "type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>");
  put_holder (deck, xml, 3, "Notes", "body", "1", notes);
  ink_xml_close (xml);
  ink_xml_close (xml);
  ink_xml_raw (xml, "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>");
  content = ink_xml_end (xml);

  ink_package_relate (deck->package, part, "notesMaster", NOTES_MASTER);
  ink_package_relate (deck->package, part, "slide", slide);
  ink_package_relate (deck->package, slide, "notesSlide", part);
  ink_package_add (deck->package, part, INK_DECK_TYPE "notesSlide+xml", content);
}

gboolean
ink_deck_add (InkDeck *deck,
              const InkDeckSlide *slide,
              GError **error)
{
  g_autofree char *part = NULL;
  g_autoptr (GBytes) content = NULL;

  g_return_val_if_fail (deck != NULL && slide != NULL && slide->title != NULL, FALSE);

  deck->n_slides++;
  part = g_strdup_printf ("ppt/slides/slide%u.xml", deck->n_slides);
  ink_package_relate (deck->package, part, "slideLayout",
                      find_layout (deck, slide->is_opening));
  content = write_slide (deck, part, slide, error);
  if (content == NULL)
    return FALSE;

  ink_package_add (deck->package, part, INK_DECK_TYPE "slide+xml", content);
  if (slide->notes != NULL)
    ink_deck_add_notes (deck, part, deck->n_slides, slide->notes);
  g_ptr_array_add (deck->relations, g_strdup (ink_package_relate (
                                        deck->package, "ppt/presentation.xml", "slide", part)));

  return TRUE;
}
