/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The axes of a chart part. */
#include "config.h"

#include "export/ink-chart-part-private.h"
#include "export/ink-drawing-xml.h"

#include <math.h>

/* Beyond so many, only some of the names of categories are written. */
#define MOST_NAMES 12
/* Below it shares need a decimal. */
#define FINE_SHARES 0.05

static void
put_title (const InkChartWriter *writer,
           const char *title)
{
  InkXml *xml = writer->xml;

  if (title == NULL)
    return;

  ink_xml_open (xml, "c:title", NULL);
  ink_xml_open (xml, "c:tx", NULL);
  ink_xml_open (xml, "c:rich", NULL);
  ink_xml_leaf (xml, "a:bodyPr", NULL);
  ink_xml_leaf (xml, "a:lstStyle", NULL);
  ink_xml_open (xml, "a:p", NULL);
  ink_xml_open (xml, "a:pPr", NULL);
  ink_drawing_font (xml, "a:defRPr", INK_CHART_SMALL_SIZE, FALSE, INK_NATIVE_GREY, NULL);
  ink_xml_close (xml);
  ink_xml_open (xml, "a:r", NULL);
  ink_drawing_font (xml, "a:rPr", INK_CHART_SMALL_SIZE, FALSE, INK_NATIVE_GREY, writer->language);
  ink_xml_text (xml, "a:t", title, NULL);
  for (int i = 0; i < 4; i++)
    ink_xml_close (xml);
  ink_xml_value (xml, "c:overlay", "0");
  ink_xml_close (xml);
}

static void
put_number (InkXml *xml,
            const char *name,
            double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (number))
    ink_xml_value (xml, name, g_ascii_dtostr (text, sizeof text, number));
}

static void
put_scaling (InkXml *xml,
             const InkNativeAxis *axis)
{
  ink_xml_open (xml, "c:scaling", NULL);
  if (axis->is_log)
    ink_xml_value (xml, "c:logBase", "2");
  ink_xml_value (xml, "c:orientation", axis->is_reversed ? "maxMin" : "minMax");
  put_number (xml, "c:max", axis->high);
  put_number (xml, "c:min", axis->low);
  ink_xml_close (xml);
}

static void
put_grid (InkXml *xml)
{
  ink_xml_open (xml, "c:majorGridlines", NULL);
  ink_xml_open (xml, "c:spPr", NULL);
  ink_drawing_line (xml, INK_NATIVE_FAINT, 0.75, FALSE);
  ink_xml_close (xml);
  ink_xml_close (xml);
}

/* Whole per cents are all alike on an axis that ends at two. */
static const char *
format_code (const InkNativeChart *chart,
             const InkNativeAxis *axis)
{
  double most = 0;

  if (axis->format != INK_FORMAT_SHARE || axis != &chart->y)
    return ink_chart_format_code (axis->format);

  for (guint i = 0; i < chart->series->len; i++)
    {
      const InkNativeSeries *series = g_ptr_array_index (chart->series, i);

      for (guint k = 0; k < series->points->len; k++)
        most = MAX (most, ink_native_series_get (series, k)->y);
    }

  return most > 0 && most < FINE_SHARES ? "0.0%" : ink_chart_format_code (axis->format);
}

/* From the number format to the line: alike for both kinds of axes. */
static void
put_looks (const InkChartWriter *writer,
           const InkNativeAxis *axis,
           const char *labels,
           double size,
           gboolean has_line)
{
  InkXml *xml = writer->xml;

  ink_xml_leaf (xml, "c:numFmt", "formatCode", format_code (writer->chart, axis), "sourceLinked",
                "0", NULL);
  ink_xml_value (xml, "c:majorTickMark", "none");
  ink_xml_value (xml, "c:minorTickMark", "none");
  ink_xml_value (xml, "c:tickLblPos", labels);
  ink_xml_open (xml, "c:spPr", NULL);
  ink_drawing_line (xml, has_line ? INK_NATIVE_GREY : INK_NATIVE_NO_INK, 0.75, FALSE);
  ink_xml_close (xml);
  ink_drawing_text_properties (xml, "c:txPr", size, INK_NATIVE_TEXT_INK, writer->language);
}

static void
put_category_axis (const InkChartWriter *writer)
{
  const InkNativeChart *chart = writer->chart;
  InkXml *xml = writer->xml;
  InkNativeAxis axis = chart->x;
  gboolean lies = chart->form == INK_NATIVE_BARS;

  axis.is_reversed = lies;
  ink_xml_open (xml, "c:catAx", NULL);
  ink_xml_value (xml, "c:axId", INK_CHART_X_AXIS);
  put_scaling (xml, &axis);
  ink_xml_value (xml, "c:delete", "0");
  ink_xml_value (xml, "c:axPos", lies ? "l" : "b");
  put_title (writer, axis.title);
  put_looks (writer, &axis, "low", ink_chart_labels_get_room (writer->labels)->names_size, TRUE);
  ink_xml_value (xml, "c:crossAx", INK_CHART_Y_AXIS);
  ink_xml_value (xml, "c:crosses", "autoZero");
  ink_xml_value (xml, "c:auto", "0");
  ink_xml_value (xml, "c:lblAlgn", "ctr");
  ink_xml_value (xml, "c:lblOffset", "100");
  if (!lies && chart->categories->len > MOST_NAMES)
    ink_xml_count (xml, "c:tickLblSkip", (chart->categories->len + MOST_NAMES - 1) / MOST_NAMES);
  ink_xml_value (xml, "c:noMultiLvlLbl", "0");
  ink_xml_close (xml);
}

/* @crosses: where it meets the other axis. */
static void
put_value_axis (const InkChartWriter *writer,
                const InkNativeAxis *axis,
                const char *id,
                const char *other,
                const char *position,
                const char *crosses,
                const char *between)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:valAx", NULL);
  ink_xml_value (xml, "c:axId", id);
  put_scaling (xml, axis);
  ink_xml_value (xml, "c:delete", axis->is_hidden ? "1" : "0");
  ink_xml_value (xml, "c:axPos", position);
  if (!axis->is_hidden)
    put_grid (xml);
  put_title (writer, axis->title);
  /* An axis at the other end of a reversed one has its numbers there, too. */
  put_looks (writer, axis, g_str_equal (crosses, "max") ? "nextTo" : "low",
             INK_CHART_TEXT_SIZE - 1, FALSE);
  ink_xml_value (xml, "c:crossAx", other);
  ink_xml_value (xml, "c:crosses", crosses);
  ink_xml_value (xml, "c:crossBetween", between);
  if (axis->is_log)
    ink_xml_value (xml, "c:majorUnit", "2");
  ink_xml_close (xml);
}

void
ink_chart_writer_put_axes (const InkChartWriter *writer)
{
  const InkNativeChart *chart = writer->chart;

  if (chart->form == INK_NATIVE_POINTS)
    {
      put_value_axis (writer, &chart->x, INK_CHART_X_AXIS, INK_CHART_Y_AXIS, "b",
                      chart->y.is_reversed ? "max" : "min", "midCat");
      put_value_axis (writer, &chart->y, INK_CHART_Y_AXIS, INK_CHART_X_AXIS, "l", "min", "midCat");
      return;
    }

  put_category_axis (writer);
  put_value_axis (writer, &chart->y, INK_CHART_Y_AXIS, INK_CHART_X_AXIS,
                  chart->form == INK_NATIVE_BARS ? "b" : "l", "autoZero",
                  chart->form == INK_NATIVE_LINES ? "midCat" : "between");
}
