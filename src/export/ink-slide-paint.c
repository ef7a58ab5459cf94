/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* In the measures of a presentation's slides. The tags mean something to a PDF only. */
#include "config.h"

#include "export/ink-slide-paint.h"

#include "export/ink-deck-private.h"
#include "plot/ink-text-measure.h"

#define POINT 12700.0
#define MOST_LINES 12
#define HEADING 26

typedef struct
{
  cairo_t *cr;
  InkTextMeasure *measure;
  double width;
  guint number;
} Painter;

void
ink_slide_get_size (InkDeckShape shape,
                    double *width,
                    double *height)
{
  *width = (double) ink_deck_get_width (shape) / POINT;
  *height = INK_DECK_HEIGHT / POINT;
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
put_text (const Painter *painter,
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
  lines = ink_text_measure_wrap (painter->measure, &font, text, painter->width - 2 * margin,
                                 MOST_LINES);
  set_colour (painter->cr, ink_theme_get_colour (&ink_theme_slide, colour, 0));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      ink_text_measure_show (painter->measure, painter->cr, &font, lines[i], margin,
                             y + ink_text_measure_ascent (painter->measure, &font));
      y += ink_text_measure_line (painter->measure, &font);
    }

  return y;
}

/* The heading of a page: its last line stands on the body, as in a presentation. */
static void
put_heading (const Painter *painter,
             const char *title)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_BODY);
  g_auto (GStrv) lines = NULL;
  double height;

  font.size = HEADING;
  font.bold = TRUE;
  lines = ink_text_measure_wrap (painter->measure, &font, title,
                                 painter->width - 2 * INK_DECK_MARGIN / POINT, MOST_LINES);
  height = g_strv_length (lines) * ink_text_measure_line (painter->measure, &font);
  cairo_tag_begin (painter->cr, "H1", NULL);
  put_text (painter, title, HEADING, TRUE, INK_COLOUR_TEXT, INK_DECK_BODY_Y / POINT - 8 - height);
  cairo_tag_end (painter->cr, "H1");
}

static void
put_tagged (const Painter *painter,
            const char *tag,
            const char *text,
            double size,
            gboolean bold,
            InkColourRole colour,
            double y)
{
  cairo_tag_begin (painter->cr, tag, NULL);
  put_text (painter, text, size, bold, colour, y);
  cairo_tag_end (painter->cr, tag);
}

static void
put_sentences (const Painter *painter,
               const InkSlidePicture *slide,
               double y,
               double size,
               InkColourRole colour)
{
  for (guint i = 0; slide->sentences != NULL && slide->sentences[i] != NULL; i++)
    {
      cairo_tag_begin (painter->cr, "P", NULL);
      y = put_text (painter, slide->sentences[i], size, FALSE, colour, y) + size * 0.8;
      cairo_tag_end (painter->cr, "P");
    }
}

static void
put_scene (const Painter *painter,
           const InkScene *scene)
{
  cairo_save (painter->cr);
  cairo_translate (painter->cr, INK_DECK_MARGIN / POINT - ink_theme_slide.margin,
                   INK_DECK_BODY_Y / POINT - ink_theme_slide.margin + INK_DECK_TITLE_GAP);
  ink_scene_paint (scene, painter->cr);
  cairo_restore (painter->cr);
}

static void
put_number (const Painter *painter)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_SMALL);
  g_autofree char *number = g_strdup_printf ("%u", painter->number);

  font.size = 12;
  set_colour (painter->cr, ink_theme_get_colour (&ink_theme_slide, INK_COLOUR_DIM, 0));
  ink_text_measure_show (painter->measure, painter->cr, &font, number,
                         painter->width - INK_DECK_MARGIN / POINT
                             - ink_text_measure_width (painter->measure, &font, number),
                         INK_DECK_HEIGHT / POINT - 30);
}

static void
put_body (const Painter *painter,
          const InkSlidePicture *slide)
{
  /* First, because its ground reaches over its margins. */
  if (slide->scene != NULL)
    put_scene (painter, slide->scene);
  put_heading (painter, slide->title);
  if (slide->scene == NULL)
    put_sentences (painter, slide, INK_DECK_BODY_Y / POINT, 20, INK_COLOUR_TEXT);
  if (slide->source != NULL)
    put_tagged (painter, "P", slide->source, 11, FALSE, INK_COLOUR_DIM, INK_DECK_SOURCE_Y / POINT);
  put_number (painter);
}

void
ink_slide_paint (const InkSlidePicture *slide,
                 InkDeckShape shape,
                 guint number,
                 cairo_t *cr)
{
  Painter painter = { .cr = cr,
                      .measure = ink_text_measure_get_default (),
                      .width = (double) ink_deck_get_width (shape) / POINT,
                      .number = number };

  g_return_if_fail (slide != NULL && slide->title != NULL && cr != NULL);

  if (!slide->is_opening)
    {
      put_body (&painter, slide);
      return;
    }

  put_tagged (&painter, "H1", slide->title, 40, TRUE, INK_COLOUR_ACCENT, 190);
  put_sentences (&painter, slide, 280, 20, INK_COLOUR_DIM);
}
