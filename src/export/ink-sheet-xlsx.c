/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A workbook from sheets: ISO 29500-1, 18, with its texts in the cells. */
#include "config.h"

#include "base/ink-error.h"
#include "export/ink-package.h"
#include "export/ink-sheet-private.h"
#include "export/ink-xml.h"

#include <glib/gi18n-lib.h>

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
/* What a cell holds at most. */
#define LONGEST_TEXT 32767
#define BOLD "8"
#define WIDEST 60

/* By InkFormat; a style of that number is in STYLES. */
static const char STYLES[] =
    "<numFmts count=\"4\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/>"
    "<numFmt numFmtId=\"166\" formatCode=\"#,##0.0&quot; s&quot;\"/>"
    "<numFmt numFmtId=\"167\" formatCode=\"0.00\"/></numFmts>"
    "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
    "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
    "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
    "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
    "</cellStyleXfs>";

static const int number_formats[] = {
  [INK_FORMAT_PLAIN] = 0,     [INK_FORMAT_COUNT] = 3,  [INK_FORMAT_SHARE] = 164,
  [INK_FORMAT_SECONDS] = 166, [INK_FORMAT_TIME] = 165, [INK_FORMAT_MONEY] = 4,
  [INK_FORMAT_DAYS] = 166,    [INK_FORMAT_RATIO] = 167,
};

static void
put_style (InkXml *xml,
           int number_format,
           gboolean bold)
{
  g_autofree char *id = g_strdup_printf ("%d", number_format);

  ink_xml_leaf (xml, "xf", "numFmtId", id, "fontId", bold ? "1" : "0", "fillId", "0", "borderId",
                "0", "xfId", "0", "applyNumberFormat", "1", "applyFont", bold ? "1" : NULL, NULL);
}

static GBytes *
write_styles (void)
{
  InkXml *xml = ink_xml_new ();
  g_autofree char *count = g_strdup_printf ("%u", (guint) G_N_ELEMENTS (number_formats) + 1);

  ink_xml_open (xml, "styleSheet", "xmlns", MAIN, NULL);
  ink_xml_raw (xml, STYLES);
  ink_xml_open (xml, "cellXfs", "count", count, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (number_formats); i++)
    put_style (xml, number_formats[i], FALSE);
  put_style (xml, 0, TRUE);

  return ink_xml_end (xml);
}

static char *
name_cell (guint row,
           guint column)
{
  GString *name = g_string_new (NULL);

  ink_sheet_append_column (name, column);
  g_string_append_printf (name, "%u", row + 1);
  return g_string_free (name, FALSE);
}

static void
put_text (InkXml *xml,
          const char *place,
          const char *text,
          gboolean bold)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), LONGEST_TEXT));

  ink_xml_open (xml, "c", "r", place, "t", "inlineStr", "s", bold ? BOLD : NULL, NULL);
  ink_xml_open (xml, "is", NULL);
  ink_xml_text (xml, "t", cut, NULL);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

static void
put_number (InkXml *xml,
            const char *place,
            const InkCell *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *style = g_strdup_printf ("%d", (int) cell->format);

  ink_xml_open (xml, "c", "r", place, "s", style, NULL);
  ink_xml_text (xml, "v", g_ascii_dtostr (number, sizeof number, cell->number), NULL);
  ink_xml_close (xml);
}

static void
put_row (InkXml *xml,
         const GArray *cells,
         guint row,
         gboolean bold)
{
  g_autofree char *number = g_strdup_printf ("%u", row + 1);

  ink_xml_open (xml, "row", "r", number, NULL);
  for (guint column = 0; column < cells->len; column++)
    {
      const InkCell *cell = &g_array_index (cells, InkCell, column);
      g_autofree char *place = name_cell (row, column);

      if (cell->kind == INK_CELL_TEXT)
        put_text (xml, place, cell->text, bold);
      else if (cell->kind == INK_CELL_NUMBER)
        put_number (xml, place, cell);
    }
  ink_xml_close (xml);
}

/* As wide as the texts of the first rows, in characters. */
static guint
find_width (const InkSheet *sheet,
            guint column)
{
  glong width = 10;

  for (guint row = 0; row < MIN (sheet->rows->len, 100); row++)
    {
      const GArray *cells = g_ptr_array_index (sheet->rows, row);
      const InkCell *cell = column < cells->len ? &g_array_index (cells, InkCell, column) : NULL;

      if (cell != NULL && cell->kind == INK_CELL_TEXT && g_utf8_validate (cell->text, -1, NULL))
        width = MAX (width, g_utf8_strlen (cell->text, -1) + 2);
    }

  return (guint) MIN (width, WIDEST);
}

static void
put_widths (InkXml *xml,
            const InkSheet *sheet)
{
  guint n = 0;

  for (guint row = 0; row < MIN (sheet->rows->len, 100); row++)
    n = MAX (n, ((const GArray *) g_ptr_array_index (sheet->rows, row))->len);
  if (n == 0)
    return;

  ink_xml_open (xml, "cols", NULL);
  for (guint column = 0; column < n; column++)
    {
      g_autofree char *number = g_strdup_printf ("%u", column + 1);
      g_autofree char *width = g_strdup_printf ("%u", find_width (sheet, column));

      ink_xml_leaf (xml, "col", "min", number, "max", number, "width", width, "customWidth", "1",
                    NULL);
    }
  ink_xml_close (xml);
}

static GBytes *
write_sheet (const InkSheet *sheet)
{
  InkXml *xml = ink_xml_new ();

  ink_xml_open (xml, "worksheet", "xmlns", MAIN, NULL);
  put_widths (xml, sheet);
  ink_xml_open (xml, "sheetData", NULL);
  for (guint row = 0; row < sheet->rows->len; row++)
    put_row (xml, g_ptr_array_index (sheet->rows, row), row, sheet->has_headings && row == 0);

  return ink_xml_end (xml);
}

static GBytes *
write_workbook (InkPackage *package,
                GPtrArray *sheets)
{
  InkXml *xml = ink_xml_new ();

  ink_xml_open (xml, "workbook", "xmlns", MAIN, "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships", NULL);
  ink_xml_open (xml, "sheets", NULL);
  for (guint i = 0; i < sheets->len; i++)
    {
      const InkSheet *sheet = g_ptr_array_index (sheets, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      ink_xml_leaf (xml, "sheet", "name", sheet->name, "sheetId", number, "r:id",
                    ink_package_relate (package, "xl/workbook.xml", "worksheet", name), NULL);
    }

  return ink_xml_end (xml);
}

static gboolean
check_sizes (GPtrArray *sheets,
             GError **error)
{
  for (guint i = 0; i < sheets->len; i++)
    if (((InkSheet *) g_ptr_array_index (sheets, i))->rows->len > INK_SHEET_MAX_ROWS)
      {
        g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
                     _("This table has more than the %d rows that a workbook takes. Save it as CSV "
                       "instead."),
                     INK_SHEET_MAX_ROWS);
        return FALSE;
      }

  return TRUE;
}

static void
put_sheets (InkPackage *package,
            GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      g_autoptr (GBytes) content = write_sheet (g_ptr_array_index (sheets, i));

      ink_package_add (package, name, TYPE "worksheet+xml", content);
    }
}

GBytes *
ink_sheets_to_xlsx (GPtrArray *sheets,
                    GError **error)
{
  g_autoptr (InkPackage) package = NULL;
  g_autoptr (GBytes) workbook = NULL, styles = NULL;

  g_return_val_if_fail (sheets != NULL && sheets->len > 0, NULL);

  if (!check_sizes (sheets, error))
    return NULL;

  package = ink_package_new ();
  ink_package_relate (package, "", "officeDocument", "xl/workbook.xml");
  workbook = write_workbook (package, sheets);
  ink_package_add (package, "xl/workbook.xml", TYPE "sheet.main+xml", workbook);
  ink_package_relate (package, "xl/workbook.xml", "styles", "xl/styles.xml");
  put_sheets (package, sheets);
  styles = write_styles ();
  ink_package_add (package, "xl/styles.xml", TYPE "styles+xml", styles);

  return ink_package_write (package, error);
}
