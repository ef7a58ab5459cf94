/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A series: its look, its labels, and its numbers by reference with what the cells hold. Elements
 * stand in the order of ISO 29500-1's schema, which is a sequence. */
#include "config.h"

#include "export/ink-chart-part-private.h"
#include "export/ink-chart-sheet.h"
#include "export/ink-drawing-xml.h"

#include <math.h>

#define BAR_LINE 2.25
#define THIN_LINE 1.25

static const char *const symbols[] = {
  [INK_NATIVE_NO_SYMBOL] = "none",   [INK_NATIVE_CIRCLE] = "circle",
  [INK_NATIVE_DIAMOND] = "diamond",  [INK_NATIVE_SQUARE] = "square",
  [INK_NATIVE_TRIANGLE] = "triangle", [INK_NATIVE_CROSS] = "x",
  [INK_NATIVE_DASH] = "dash",        [INK_NATIVE_PLUS] = "plus",
};

static const char *const positions[] = {
  [INK_NATIVE_NO_LABELS] = NULL,     [INK_NATIVE_LABELS_END] = "outEnd",
  [INK_NATIVE_LABELS_RIGHT] = "r",   [INK_NATIVE_LABELS_LEFT] = "l",
  [INK_NATIVE_LABELS_ABOVE] = "t",   [INK_NATIVE_LABELS_BELOW] = "b",
};

const char *
ink_chart_format_code (InkFormat format)
{
  switch (format)
    {
    case INK_FORMAT_COUNT:
      return "#,##0";
    case INK_FORMAT_SHARE:
      return "0%";
    case INK_FORMAT_RATIO:
      return "0.##";
    case INK_FORMAT_SECONDS:
    case INK_FORMAT_TIME:
    case INK_FORMAT_MONEY:
    case INK_FORMAT_DAYS:
    case INK_FORMAT_PLAIN:
    default:
      return "General";
    }
}

/* --- References and what they show --- */

static void
put_formula (const InkChartWriter *writer,
             guint column,
             guint first,
             guint n)
{
  g_autofree char *cells
      = ink_sheet_reference (writer->sheet, first, column, first + MAX (n, 1) - 1, column);

  ink_xml_text (writer->xml, "c:f", cells, NULL);
}

static void
put_cached (InkXml *xml,
            guint index,
            const char *text)
{
  g_autofree char *number = g_strdup_printf ("%u", index);

  ink_xml_open (xml, "c:pt", "idx", number, NULL);
  ink_xml_text (xml, "c:v", text, NULL);
  ink_xml_close (xml);
}

static void
put_name (const InkChartWriter *writer,
          const InkNativeSeries *series,
          InkChartColumns at)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:tx", NULL);
  ink_xml_open (xml, "c:strRef", NULL);
  put_formula (writer, at.name, 0, 1);
  ink_xml_open (xml, "c:strCache", NULL);
  ink_xml_value (xml, "c:ptCount", "1");
  put_cached (xml, 0, series->name);
  ink_xml_close (xml);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

static double
pick_x (const InkNativePoint *point)
{
  return point->x;
}

static double
pick_y (const InkNativePoint *point)
{
  return point->y;
}

static double
pick_minus (const InkNativePoint *point)
{
  return point->y - point->low;
}

static double
pick_plus (const InkNativePoint *point)
{
  return point->high - point->y;
}

static void
put_numbers (const InkChartWriter *writer,
             const char *element,
             const InkNativeSeries *series,
             guint column,
             InkFormat format,
             double (*pick) (const InkNativePoint *))
{
  InkXml *xml = writer->xml;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  ink_xml_open (xml, element, NULL);
  ink_xml_open (xml, "c:numRef", NULL);
  put_formula (writer, column, 1, series->points->len);
  ink_xml_open (xml, "c:numCache", NULL);
  ink_xml_text (xml, "c:formatCode", ink_chart_format_code (format), NULL);
  ink_xml_count (xml, "c:ptCount", series->points->len);
  for (guint i = 0; i < series->points->len; i++)
    {
      double number = pick (ink_native_series_get (series, i));

      /* "NaN" in a cache makes a file that is repaired. */
      if (isfinite (number))
        put_cached (xml, i, g_ascii_dtostr (text, sizeof text, number));
    }
  ink_xml_close (xml);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

static void
put_categories (const InkChartWriter *writer)
{
  InkXml *xml = writer->xml;
  const GPtrArray *names = writer->chart->categories;

  ink_xml_open (xml, "c:cat", NULL);
  ink_xml_open (xml, "c:strRef", NULL);
  put_formula (writer, 0, 1, names->len);
  ink_xml_open (xml, "c:strCache", NULL);
  ink_xml_count (xml, "c:ptCount", names->len);
  for (guint i = 0; i < names->len; i++)
    put_cached (xml, i, g_ptr_array_index (names, i));
  ink_xml_close (xml);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

/* --- Labels --- */

static void
put_shown (InkXml *xml,
           gboolean value)
{
  ink_xml_value (xml, "c:showLegendKey", "0");
  ink_xml_value (xml, "c:showVal", value ? "1" : "0");
  ink_xml_value (xml, "c:showCatName", "0");
  ink_xml_value (xml, "c:showSerName", "0");
  ink_xml_value (xml, "c:showPercent", "0");
  ink_xml_value (xml, "c:showBubbleSize", "0");
}

/* Without wrap="none" Impress breaks it into lines. */
/* Where no label has room, what somebody adds by hand is to be readable. */
static double
get_size (const InkChartWriter *writer)
{
  return MAX (ink_chart_labels_get_room (writer->labels)->size, INK_CHART_LEAST_SIZE);
}

static void
put_label (const InkChartWriter *writer,
           guint index,
           const char *label,
           InkNativeLabels side)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:dLbl", NULL);
  ink_xml_count (xml, "c:idx", index);
  ink_xml_open (xml, "c:tx", NULL);
  ink_xml_open (xml, "c:rich", NULL);
  ink_xml_leaf (xml, "a:bodyPr", "wrap", "none", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  ink_xml_open (xml, "a:p", NULL);
  ink_xml_open (xml, "a:r", NULL);
  ink_drawing_font (xml, "a:rPr", get_size (writer), FALSE, INK_NATIVE_TEXT_INK,
                    writer->language);
  ink_xml_text (xml, "a:t", label, NULL);
  for (int i = 0; i < 4; i++)
    ink_xml_close (xml);
  ink_xml_value (xml, "c:dLblPos", positions[side]);
  put_shown (xml, TRUE);
  ink_xml_close (xml);
}

static void
put_labels (const InkChartWriter *writer,
            const InkNativeSeries *series,
            guint number)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:dLbls", NULL);
  for (guint i = 0; i < series->points->len && series->labels != INK_NATIVE_NO_LABELS; i++)
    {
      const char *text = ink_chart_labels_get_text (writer->labels, number, i);

      if (text != NULL)
        put_label (writer, i, text, ink_chart_labels_get_side (writer->labels, number, i));
    }
  if (series->labels == INK_NATIVE_NO_LABELS)
    ink_xml_value (xml, "c:delete", "1");
  else
    {
      ink_xml_open (xml, "c:spPr", NULL);
      ink_xml_leaf (xml, "a:noFill", NULL);
      ink_xml_close (xml);
      ink_drawing_text_properties (xml, "c:txPr", get_size (writer), INK_NATIVE_TEXT_INK,
                                   writer->language);
      ink_xml_value (xml, "c:dLblPos", positions[series->labels]);
      put_shown (xml, FALSE);
    }
  ink_xml_close (xml);
}

/* --- Looks --- */

static void
put_bar_look (InkXml *xml,
              const InkNativeSeries *series)
{
  ink_xml_open (xml, "c:spPr", NULL);
  ink_drawing_fill (xml, series->ink);
  ink_xml_close (xml);
  ink_xml_value (xml, "c:invertIfNegative", "0");
}

static const char *
get_marker_size (const InkNativeSeries *series,
                 InkNativeForm form)
{
  if (form == INK_NATIVE_LINES)
    return "5";

  return series->symbol == INK_NATIVE_CROSS ? "7" : "11";
}

static void
put_marker (InkXml *xml,
            const InkNativeSeries *series,
            InkNativeForm form)
{
  gboolean is_stroke = series->symbol == INK_NATIVE_CROSS || series->symbol == INK_NATIVE_PLUS;

  ink_xml_open (xml, "c:marker", NULL);
  ink_xml_value (xml, "c:symbol", symbols[series->symbol]);
  if (series->symbol != INK_NATIVE_NO_SYMBOL)
    {
      ink_xml_value (xml, "c:size", get_marker_size (series, form));
      ink_xml_open (xml, "c:spPr", NULL);
      ink_drawing_fill (xml, is_stroke ? INK_NATIVE_NO_INK : series->ink);
      ink_drawing_line (xml, series->ink, is_stroke ? BAR_LINE : 0.75, FALSE);
      ink_xml_close (xml);
    }
  ink_xml_close (xml);
}

static void
put_line_look (InkXml *xml,
               const InkNativeSeries *series,
               InkNativeForm form)
{
  ink_xml_open (xml, "c:spPr", NULL);
  ink_drawing_line (xml, series->has_line ? series->ink : INK_NATIVE_NO_INK,
                    series->is_aside ? THIN_LINE : BAR_LINE, series->is_dashed);
  ink_xml_close (xml);
  put_marker (xml, series, form);
}

static void
put_error_bars (const InkChartWriter *writer,
                const InkNativeSeries *series,
                InkChartColumns at)
{
  InkXml *xml = writer->xml;
  InkFormat format = writer->chart->y.format;

  ink_xml_open (xml, "c:errBars", NULL);
  ink_xml_value (xml, "c:errDir", "y");
  ink_xml_value (xml, "c:errBarType", "both");
  ink_xml_value (xml, "c:errValType", "cust");
  ink_xml_value (xml, "c:noEndCap", "1");
  put_numbers (writer, "c:plus", series, at.plus, format, pick_plus);
  put_numbers (writer, "c:minus", series, at.minus, format, pick_minus);
  ink_xml_open (xml, "c:spPr", NULL);
  ink_drawing_line (xml, INK_NATIVE_GREY, THIN_LINE, FALSE);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

static void
put_points (const InkChartWriter *writer,
            const InkNativeSeries *series,
            InkChartColumns at)
{
  if (series->has_ranges)
    put_error_bars (writer, series, at);
  put_numbers (writer, "c:xVal", series, at.x, writer->chart->x.format, pick_x);
  put_numbers (writer, "c:yVal", series, at.y, writer->chart->y.format, pick_y);
  ink_xml_value (writer->xml, "c:smooth", "0");
}

void
ink_chart_writer_put_series (const InkChartWriter *writer,
                             guint index)
{
  const InkNativeChart *chart = writer->chart;
  const InkNativeSeries *series = g_ptr_array_index (chart->series, index);
  InkChartColumns at = ink_chart_sheet_columns (chart, index);
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:ser", NULL);
  ink_xml_count (xml, "c:idx", index);
  ink_xml_count (xml, "c:order", index);
  put_name (writer, series, at);
  if (chart->form == INK_NATIVE_BARS || chart->form == INK_NATIVE_COLUMNS)
    put_bar_look (xml, series);
  else
    put_line_look (xml, series, chart->form);
  put_labels (writer, series, index);
  if (chart->form == INK_NATIVE_POINTS)
    put_points (writer, series, at);
  else
    {
      put_categories (writer);
      put_numbers (writer, "c:val", series, at.y, chart->y.format, pick_y);
    }
  if (chart->form == INK_NATIVE_LINES)
    ink_xml_value (xml, "c:smooth", "0");
  ink_xml_close (xml);
}
