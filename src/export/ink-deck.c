/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parts of a presentation but for its slides: theme, master, layouts, list of slides. */
#include "config.h"

#include "export/ink-deck-private.h"

#include "ink-export-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CORE "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define CORE_RELATION \
  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
#define CORE_TYPE "application/vnd.openxmlformats-package.core-properties+xml"
#define EXTENDED_TYPE "application/vnd.openxmlformats-officedocument.extended-properties+xml"
#define EXTENDED "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#define THEME_TYPE "application/vnd.openxmlformats-officedocument.theme+xml"
#define FIRST_SLIDE_ID 256

#define PRESENTATION "ppt/presentation.xml"
#define MASTER "ppt/slideMasters/slideMaster1.xml"
#define NOTES_MASTER "ppt/notesMasters/notesMaster1.xml"

gint64
ink_deck_get_width (InkDeckShape shape)
{
  return shape == INK_DECK_STANDARD ? 9144000 : 12192000;
}

void
ink_deck_get_body_size (InkDeckShape shape,
                        double *width,
                        double *height)
{
  *width = (double) (ink_deck_get_width (shape) - 2 * INK_DECK_MARGIN) / 12700
           + 2 * ink_theme_slide.margin;
  *height = (double) INK_DECK_BODY_HEIGHT / 12700 + 2 * ink_theme_slide.margin - INK_DECK_TITLE_GAP;
}

static void
replace (GString *text,
         const char *mark,
         gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  g_string_replace (text, mark, digits, 0);
}

GBytes *
ink_deck_read_part (const InkDeck *deck,
                    const char *name)
{
  g_autofree char *path = g_strconcat ("/app/inkling/export/pptx/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ink_export_get_resource (), path, 0, NULL);
  gint64 width = ink_deck_get_width (deck->shape);
  g_autoptr (GString) text = NULL;

  g_assert (bytes != NULL);
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  replace (text, "@content@", width - 2 * INK_DECK_MARGIN);
  replace (text, "@number@", width - INK_DECK_MARGIN - 1066800);

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

InkDeck *
ink_deck_new (const InkDeckOptions *options)
{
  InkDeck *deck;

  g_return_val_if_fail (options != NULL && options->title != NULL, NULL);

  deck = g_new0 (InkDeck, 1);
  deck->package = ink_package_new ();
  deck->shape = options->shape;
  deck->title = g_strdup (options->title);
  deck->created = g_strdup (options->created != NULL ? options->created : "2000-01-01T00:00:00Z");
  deck->language = g_strdup (options->language != NULL ? options->language : "en-GB");
  deck->zone = options->zone != NULL ? g_time_zone_ref (options->zone) : NULL;
  deck->relations = g_ptr_array_new_with_free_func (g_free);
  if (options->template_ != NULL)
    {
      deck->template_ = ink_deck_template_ref (options->template_);
      ink_deck_template_put (deck->template_, deck->package);
    }
  ink_deck_find_room (deck);

  return deck;
}

void
ink_deck_free (InkDeck *deck)
{
  if (deck == NULL)
    return;

  ink_package_free (deck->package);
  g_free (deck->title);
  g_free (deck->created);
  g_free (deck->language);
  g_clear_pointer (&deck->zone, g_time_zone_unref);
  ink_deck_template_unref (deck->template_);
  g_ptr_array_unref (deck->relations);
  g_free (deck);
}

/* --- Room --- */

/* Below the title, and where the template says that the text of its slides is. */
static InkDeckPlace
find_place (const InkDeckTemplate *template_)
{
  InkDeckPlace title = template_->body.title_place, body = template_->body.body_place;
  gint64 margin = template_->width / 20, gap = template_->height / 50;
  gint64 top = title.height > 0 && title.y < template_->height / 2 ? title.y + title.height + gap
                                                                   : template_->height / 5;

  /* A layout with something else in its middle, or with nothing: the width of its title. */
  if (body.width < template_->width / 2 || body.height < template_->height / 3)
    body = (InkDeckPlace){ title.width > template_->width / 2 ? title.x : margin, top,
                           title.width > template_->width / 2 ? title.width
                                                              : template_->width - 2 * margin,
                           template_->height * 7 / 8 - top };
  if (body.y < top && top < body.y + body.height / 2)
    {
      body.height -= top - body.y;
      body.y = top;
    }

  return body;
}

void
ink_deck_find_room (InkDeck *deck)
{
  if (deck->template_ == NULL)
    {
      deck->body = (InkDeckPlace){ INK_DECK_MARGIN, INK_DECK_BODY_Y,
                                   ink_deck_get_width (deck->shape) - 2 * INK_DECK_MARGIN,
                                   INK_DECK_BODY_HEIGHT };
      deck->source_y = INK_DECK_SOURCE_Y;
      return;
    }

  deck->body = find_place (deck->template_);
  deck->source_y = deck->body.y + deck->body.height - INK_DECK_SOURCE_HEIGHT;
  deck->body.height -= INK_DECK_SOURCE_HEIGHT * 3 / 2;
}

/* --- Parts --- */

static void
add_part (InkDeck *deck,
          const char *from,
          const char *type,
          const char *name,
          const char *content_type,
          const char *source)
{
  g_autoptr (GBytes) content = ink_deck_read_part (deck, source);

  ink_package_relate (deck->package, from, type, name);
  ink_package_add (deck->package, name, content_type, content);
}

static void
add_master (InkDeck *deck)
{
  add_part (deck, PRESENTATION, "slideMaster", MASTER, INK_DECK_TYPE "slideMaster+xml",
            "slideMaster.xml");
  add_part (deck, MASTER, "slideLayout", "ppt/slideLayouts/slideLayout1.xml",
            INK_DECK_TYPE "slideLayout+xml", "slideLayoutTitle.xml");
  add_part (deck, MASTER, "slideLayout", "ppt/slideLayouts/slideLayout2.xml",
            INK_DECK_TYPE "slideLayout+xml", "slideLayoutOnly.xml");
  add_part (deck, MASTER, "theme", "ppt/theme/theme1.xml", THEME_TYPE, "theme.xml");
  ink_package_relate (deck->package, "ppt/slideLayouts/slideLayout1.xml", "slideMaster", MASTER);
  ink_package_relate (deck->package, "ppt/slideLayouts/slideLayout2.xml", "slideMaster", MASTER);
}

/* A master needs a theme of its own, else PowerPoint repairs. */
static void
add_notes_master (InkDeck *deck)
{
  const char *theme = deck->template_ == NULL ? "ppt/theme/theme2.xml"
                                              : "ppt/notesMasters/theme.xml";

  add_part (deck, PRESENTATION, "notesMaster", NOTES_MASTER, INK_DECK_TYPE "notesMaster+xml",
            "notesMaster.xml");
  add_part (deck, NOTES_MASTER, "theme", theme, THEME_TYPE, "theme.xml");
}

static void
add_properties (InkDeck *deck)
{
  add_part (deck, PRESENTATION, "presProps", "ppt/presProps.xml", INK_DECK_TYPE "presProps+xml",
            "presProps.xml");
  add_part (deck, PRESENTATION, "viewProps", "ppt/viewProps.xml", INK_DECK_TYPE "viewProps+xml",
            "viewProps.xml");
  ink_package_relate (deck->package, PRESENTATION, "theme",
                      deck->template_ != NULL ? deck->template_->theme : "ppt/theme/theme1.xml");
  add_part (deck, PRESENTATION, "tableStyles", "ppt/tableStyles.xml",
            INK_DECK_TYPE "tableStyles+xml", "tableStyles.xml");
}

static void
put_time (InkXml *xml,
          const char *element,
          const char *time)
{
  ink_xml_text (xml, element, time, "xsi:type", "dcterms:W3CDTF", NULL);
}

static void
add_metadata (InkDeck *deck)
{
  InkXml *xml = ink_xml_new ();
  g_autoptr (GBytes) core = NULL, extended = NULL;

  ink_xml_open (xml, "cp:coreProperties", "xmlns:cp", CORE, "xmlns:dc",
                "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
                "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", NULL);
  ink_xml_text (xml, "dc:title", deck->title, NULL);
  ink_xml_text (xml, "dc:creator", "Inkling", NULL);
  ink_xml_text (xml, "dc:language", deck->language, NULL);
  put_time (xml, "dcterms:created", deck->created);
  put_time (xml, "dcterms:modified", deck->created);
  core = ink_xml_end (xml);
  ink_package_relate (deck->package, "", CORE_RELATION, "docProps/core.xml");
  ink_package_add (deck->package, "docProps/core.xml", CORE_TYPE, core);

  xml = ink_xml_new ();
  ink_xml_open (xml, "Properties", "xmlns", EXTENDED, NULL);
  ink_xml_text (xml, "Application", "Inkling", NULL);
  extended = ink_xml_end (xml);
  ink_package_relate (deck->package, "", "extended-properties", "docProps/app.xml");
  ink_package_add (deck->package, "docProps/app.xml", EXTENDED_TYPE, extended);
}

/* --- The presentation --- */

static void
put_master (InkXml *xml,
            InkPackage *package,
            const char *id,
            const char *part)
{
  ink_xml_leaf (xml, "p:sldMasterId", "id", id, "r:id",
                ink_package_relate (package, PRESENTATION, "slideMaster", part), NULL);
}

static void
put_masters (const InkDeck *deck,
             InkXml *xml)
{
  InkPackage *package = deck->package;
  GPtrArray *masters = deck->template_ != NULL ? deck->template_->masters : NULL;

  ink_xml_open (xml, "p:sldMasterIdLst", NULL);
  for (guint i = 0; masters != NULL && i < masters->len; i++)
    {
      const InkDeckMaster *master = g_ptr_array_index (masters, i);

      put_master (xml, package, master->id, master->part);
    }
  if (masters == NULL)
    put_master (xml, package, "2147483648", MASTER);
  ink_xml_close (xml);
  ink_xml_open (xml, "p:notesMasterIdLst", NULL);
  ink_xml_leaf (xml, "p:notesMasterId", "r:id",
                ink_package_relate (package, PRESENTATION, "notesMaster", NOTES_MASTER), NULL);
  ink_xml_close (xml);
}

static void
put_slides (InkXml *xml,
            const GPtrArray *relations)
{
  ink_xml_open (xml, "p:sldIdLst", NULL);
  for (guint i = 0; i < relations->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", FIRST_SLIDE_ID + i);

      ink_xml_leaf (xml, "p:sldId", "id", id, "r:id", g_ptr_array_index (relations, i), NULL);
    }
  ink_xml_close (xml);
}

static GBytes *
write_presentation (InkDeck *deck)
{
  InkXml *xml = ink_xml_new ();
  gint64 w = deck->template_ != NULL ? deck->template_->width : ink_deck_get_width (deck->shape);
  gint64 h = deck->template_ != NULL ? deck->template_->height : INK_DECK_HEIGHT;
  g_autofree char *width = g_strdup_printf ("%" G_GINT64_FORMAT, w);
  g_autofree char *height = g_strdup_printf ("%" G_GINT64_FORMAT, h);

  ink_xml_open (xml, "p:presentation", INK_DECK_NAMESPACES, "saveSubsetFonts", "1", NULL);
  put_masters (deck, xml);
  put_slides (xml, deck->relations);
  ink_xml_leaf (xml, "p:sldSz", "cx", width, "cy", height, NULL);
  ink_xml_leaf (xml, "p:notesSz", "cx", "6858000", "cy", "9144000", NULL);
  ink_xml_raw (xml, "<p:defaultTextStyle><a:lvl1pPr marL=\"0\" algn=\"l\"><a:defRPr sz=\"1800\">"
                    "<a:solidFill><a:schemeClr val=\"tx1\"/></a:solidFill>"
                    "<a:latin typeface=\"+mn-lt\"/></a:defRPr></a:lvl1pPr></p:defaultTextStyle>");

  return ink_xml_end (xml);
}

GBytes *
ink_deck_write (InkDeck *deck,
                GError **error)
{
  g_autoptr (GBytes) presentation = NULL;

  g_return_val_if_fail (deck != NULL && deck->n_slides > 0, NULL);

  if (!ink_package_has (deck->package, PRESENTATION))
    {
      ink_package_relate (deck->package, "", "officeDocument", PRESENTATION);
      if (deck->template_ == NULL)
        add_master (deck);
      add_notes_master (deck);
      add_properties (deck);
      add_metadata (deck);
      presentation = write_presentation (deck);
      ink_package_add (deck->package, PRESENTATION, INK_DECK_TYPE "presentation.main+xml",
                       presentation);
    }

  return ink_package_write (deck->package, error);
}
