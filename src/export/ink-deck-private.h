/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files that write a presentation share. Lengths are in English Metric Units. */
#pragma once

#include "export/ink-deck-template-private.h"
#include "export/ink-deck.h"
#include "export/ink-package.h"
#include "export/ink-xml.h"

G_BEGIN_DECLS

#define INK_DECK_TYPE "application/vnd.openxmlformats-officedocument.presentationml."

#define INK_DECK_HEIGHT 6858000
#define INK_DECK_MARGIN 609600
#define INK_DECK_BODY_Y 1417320
#define INK_DECK_BODY_HEIGHT 4480560
#define INK_DECK_SOURCE_Y 6035040
#define INK_DECK_SOURCE_HEIGHT 274320
/* Between the title and a drawing, in points: words stand at its top. */
#define INK_DECK_TITLE_GAP 8
/* Below a table, at the end of the body. */
#define INK_DECK_CAPTION_HEIGHT 457200

struct _InkDeck
{
  InkPackage *package;
  InkDeckShape shape;
  InkDeckTemplate *template_; /* nullable */
  InkDeckPlace body;          /* of charts, tables and sentences */
  gint64 source_y;
  char *title;
  char *created;
  char *language;
  GTimeZone *zone; /* nullable */
  guint n_slides;
  guint n_charts;
  guint n_pictures;
  GPtrArray *relations; /* of char: by slide, its id in the presentation */
};

/* Where the layouts leave room. */
void    ink_deck_find_room (InkDeck *deck);
gint64  ink_deck_get_width (InkDeckShape shape);
/* A part that is the same in all presentations, but for the places of a shape. */
GBytes *ink_deck_read_part (const InkDeck *deck, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* The three namespaces of every part of a presentation, on an element that was just begun. */
#define INK_DECK_NAMESPACES \
  "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main", "xmlns:r", \
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "xmlns:p", \
      "http://schemas.openxmlformats.org/presentationml/2006/main"

/* <p:nvGrpSpPr> and <p:grpSpPr>, with which every tree of shapes begins. */
void    ink_deck_put_tree (InkXml *xml);
void    ink_deck_put_place (InkXml *xml, const char *element, gint64 x, gint64 y, gint64 width,
                            gint64 height);
/* <p:nvSpPr> of a placeholder. @index: nullable. */
void    ink_deck_put_placeholder (InkXml *xml, guint id, const char *name, const char *type,
                                  const char *index);
/* A paragraph a line, in the placeholder's own font. */
void    ink_deck_put_paragraphs (InkXml *xml, const char *text, const char *language);

/* <p:graphicFrame> up to <a:graphicData>, of the body's width. */
void    ink_deck_open_frame  (const InkDeck *deck, InkXml *xml, const char *name,
                              const char *description, gint64 height, const char *uri);
void    ink_deck_close_frame (InkXml *xml);

/* What a slide shows in its middle: a shape of the tree. */
gboolean ink_deck_put_body (InkDeck *deck, InkXml *xml, const char *part,
                            const InkDeckSlide *slide, GError **error);
void     ink_deck_put_grid (const InkDeck *deck, InkXml *xml, const InkDeckGrid *grid,
                            const char *description);
/* ppt/notesSlides/notesSlide@number.xml. */
void     ink_deck_add_notes (InkDeck *deck, const char *slide, guint number, const char *notes);

G_END_DECLS
