/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of a slide, and the frame that it and charts stand in. */
#include "config.h"

#include "export/ink-deck-private.h"
#include "export/ink-drawing-xml.h"
#include "plot/ink-text-measure.h"

#define TABLE_URI "http://schemas.openxmlformats.org/drawingml/2006/table"
#define ROW_HEIGHT 320040
#define MOST_SHADE 0.6
/* Of the width, for names. */
#define LEAST_NAMES 0.3
/* Left and right of a text, and above and below it, in points. */
#define SIDES (2 * 72000.0 / INK_EMU_PER_POINT)
#define ENDS (2 * 18000.0 / INK_EMU_PER_POINT)
#define LINE 1.22
#define MOST_LINES 6
#define MOST_HEADING_LINES 2

typedef struct
{
  const InkDeck *deck;
  const InkDeckGrid *grid;
  InkXml *xml;
  gint64 *widths; /* by column */
  double size;
  gint64 row_height;
  gint64 heading_height;
  gboolean is_shortened; /* to one line a row */
} Table;

static void
table_clear (Table *table)
{
  g_free (table->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

void
ink_deck_open_frame (const InkDeck *deck,
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

void
ink_deck_close_frame (InkXml *xml)
{
  for (int i = 0; i < 3; i++)
    ink_xml_close (xml);
}

static void
put_cell_look (InkXml *xml,
               gboolean is_heading,
               double shade)
{
  g_autofree char *light = NULL, *rest = NULL;

  ink_xml_open (xml, "a:tcPr", "anchor", "ctr", "marL", "72000", "marR", "72000", "marT",
                "18000", "marB", "18000", NULL);
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

/* --- What fits --- */

static const char *
get_text (const Table *table,
          guint row,
          guint column)
{
  guint index = row * table->grid->n_columns + column;

  return index < table->grid->texts->len ? g_ptr_array_index (table->grid->texts, index) : "";
}

/* It is wider than what presentations have. */
static InkFont
get_font (const Table *table,
          guint row)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_BODY);

  font.size = table->size;
  font.bold = row == 0;

  return font;
}

static double
get_room (const Table *table,
          guint column)
{
  return MAX ((double) table->widths[column] / INK_EMU_PER_POINT - SIDES, 1);
}

static guint
count_lines (const Table *table,
             guint row,
             guint column)
{
  InkFont font = get_font (table, row);
  g_auto (GStrv) lines
      = ink_text_measure_wrap (ink_text_measure_get_default (), &font,
                               get_text (table, row, column), get_room (table, column), MOST_LINES);

  return g_strv_length (lines);
}

static double
get_height (const Table *table,
            guint row)
{
  guint most = 1;

  for (guint i = 0; i < table->grid->n_columns; i++)
    most = MAX (most, count_lines (table, row, i));

  return MAX (most * table->size * LINE + ENDS, (double) table->row_height / INK_EMU_PER_POINT);
}

/* Where columns are as wide as they want to be, their headings may take two lines, and what is below
 * them one: so rows are as high as they are said to be. */
static void
find_heights (Table *table,
              gint64 room)
{
  guint n_lines = 1;

  for (guint i = 0; table->grid->parts != NULL && i < table->grid->n_columns; i++)
    n_lines = MAX (n_lines, count_lines (table, 0, i));
  n_lines = MIN (n_lines, MOST_HEADING_LINES);
  table->row_height = MIN (ROW_HEIGHT, room / (gint64) MAX (table->grid->n_rows + n_lines - 1, 1));
  table->heading_height = table->row_height * n_lines;
}

static gboolean
is_too_high (const Table *table,
             gint64 room)
{
  double height = 0;

  for (guint row = 0; row < table->grid->n_rows; row++)
    height += get_height (table, row);

  return height > (double) room / INK_EMU_PER_POINT + 0.5;
}

/* Marks without a heading, which take what they need; the last column. */
static gint64
find_marks (const Table *table,
            gint64 width)
{
  guint last = table->grid->n_columns - 1;
  double most = 0;

  if (last == 0 || *get_text (table, 0, last) != '\0')
    return 0;

  for (guint row = 1; row < table->grid->n_rows; row++)
    {
      InkFont font = get_font (table, row);

      most = MAX (most, ink_text_measure_width (ink_text_measure_get_default (), &font,
                                                get_text (table, row, last)));
    }

  return MIN ((gint64) ((most + SIDES) * INK_EMU_PER_POINT), width / (gint64) (last + 1));
}

/* As the grid says, the last column to the end. */
static void
take_widths (Table *table)
{
  gint64 left = table->deck->body.width;

  for (guint i = 0; i < table->grid->n_columns; i++)
    {
      double part = g_array_index (table->grid->parts, double, i);
      gint64 width = (gint64) (part * (double) table->deck->body.width);

      table->widths[i] = i + 1 < table->grid->n_columns ? MIN (width, left) : left;
      left -= table->widths[i];
    }
}

/* The first column, which names, is twice as wide, and never narrower than names need. */
static void
find_widths (Table *table)
{
  guint n = table->grid->n_columns;
  gint64 width = table->deck->body.width, marks = find_marks (table, width);
  gint64 parts = marks > 0 ? n - 1 : n;
  gint64 rest = width - marks;
  gint64 first = parts > 1 ? MAX (2 * rest / (parts + 1), (gint64) (LEAST_NAMES * width)) : rest;

  for (guint i = 0; i < n; i++)
    table->widths[i] = i == 0 ? first : (rest - first) / MAX (parts - 1, 1);
  if (marks > 0)
    table->widths[n - 1] = marks;
}

/* --- Cells --- */

static char *
fit_text (const Table *table,
          guint row,
          guint column)
{
  InkFont font = get_font (table, row);
  const char *text = get_text (table, row, column);

  return table->is_shortened && (row > 0 || table->heading_height == table->row_height)
             ? ink_text_measure_ellipsise (ink_text_measure_get_default (), &font, text,
                                           get_room (table, column))
             : g_strdup (text);
}

static void
put_cell_text (const Table *table,
               guint row,
               guint column)
{
  g_autofree char *text = fit_text (table, row, column);
  const char *language = table->deck->language;
  InkXml *xml = table->xml;

  if (*text == '\0')
    {
      ink_drawing_font (xml, "a:endParaRPr", table->size, FALSE, INK_NATIVE_TEXT_INK, language);
      return;
    }

  ink_xml_open (xml, "a:r", NULL);
  ink_drawing_font (xml, "a:rPr", table->size, row == 0, INK_NATIVE_TEXT_INK, language);
  ink_xml_text (xml, "a:t", text, NULL);
  ink_xml_close (xml);
}

static void
put_cell (const Table *table,
          guint row,
          guint column)
{
  guint index = row * table->grid->n_columns + column;
  double shade = index < table->grid->shades->len
                     ? g_array_index (table->grid->shades, double, index) : 2;
  gboolean is_number = g_array_index (table->grid->numeric, gboolean, column);
  gboolean is_turned = !is_number && ink_drawing_is_right_to_left (get_text (table, row, column));
  InkXml *xml = table->xml;

  ink_xml_open (xml, "a:tc", NULL);
  ink_xml_open (xml, "a:txBody", NULL);
  ink_xml_leaf (xml, "a:bodyPr", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  ink_xml_open (xml, "a:p", NULL);
  ink_xml_leaf (xml, "a:pPr", "algn", is_number || is_turned ? "r" : "l", "rtl",
                is_turned ? "1" : NULL, NULL);
  put_cell_text (table, row, column);
  ink_xml_close (xml);
  ink_xml_close (xml);
  put_cell_look (xml, row == 0, shade);
  ink_xml_close (xml);
}

static void
put_columns (const Table *table)
{
  ink_xml_open (table->xml, "a:tblGrid", NULL);
  for (guint i = 0; i < table->grid->n_columns; i++)
    {
      g_autofree char *width = g_strdup_printf ("%" G_GINT64_FORMAT, table->widths[i]);

      ink_xml_leaf (table->xml, "a:gridCol", "w", width, NULL);
    }
  ink_xml_close (table->xml);
}

static void
put_rows (const Table *table)
{
  for (guint row = 0; row < table->grid->n_rows; row++)
    {
      g_autofree char *height
          = g_strdup_printf ("%" G_GINT64_FORMAT,
                             row == 0 ? table->heading_height : table->row_height);

      ink_xml_open (table->xml, "a:tr", "h", height, NULL);
      for (guint column = 0; column < table->grid->n_columns; column++)
        put_cell (table, row, column);
      ink_xml_close (table->xml);
    }
}

void
ink_deck_put_grid (const InkDeck *deck,
                   InkXml *xml,
                   const InkDeckGrid *grid,
                   const char *description)
{
  gint64 room = deck->body.height - (grid->caption != NULL ? INK_DECK_CAPTION_HEIGHT : 0);
  g_auto (Table) table = { .deck = deck, .grid = grid, .xml = xml };

  table.row_height = MIN (ROW_HEIGHT, room / MAX (grid->n_rows, 1));
  table.size = CLAMP ((double) table.row_height / INK_EMU_PER_POINT / 1.8, 6, 13);
  table.widths = g_new0 (gint64, grid->n_columns);
  if (grid->parts != NULL)
    take_widths (&table);
  else
    find_widths (&table);
  find_heights (&table, room);
  table.is_shortened = grid->parts != NULL || is_too_high (&table, room);

  ink_deck_open_frame (deck, xml, "Table", description,
                       table.heading_height + table.row_height * (grid->n_rows - 1), TABLE_URI);
  ink_xml_open (xml, "a:tbl", NULL);
  ink_xml_leaf (xml, "a:tblPr", "firstRow", "1", NULL);
  put_columns (&table);
  put_rows (&table);
  ink_xml_close (xml);
  ink_deck_close_frame (xml);
}
