/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The frame of a chart part: plot area, legend, the link to its workbook. */
#include "config.h"

#include "export/ink-chart-part.h"

#include "export/ink-chart-part-private.h"
#include "export/ink-chart-sheet.h"
#include "export/ink-drawing-xml.h"

#include <glib/gi18n-lib.h>

#define CHART_TYPE "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
#define XLSX_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

static void
put_axis_ids (InkXml *xml)
{
  ink_xml_value (xml, "c:axId", INK_CHART_X_AXIS);
  ink_xml_value (xml, "c:axId", INK_CHART_Y_AXIS);
}

static void
put_all_series (const InkChartWriter *writer)
{
  for (guint i = 0; i < writer->chart->series->len; i++)
    ink_chart_writer_put_series (writer, i);
}

static void
put_bars (const InkChartWriter *writer)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:barChart", NULL);
  ink_xml_value (xml, "c:barDir", writer->chart->form == INK_NATIVE_BARS ? "bar" : "col");
  ink_xml_value (xml, "c:grouping", "clustered");
  ink_xml_value (xml, "c:varyColors", "0");
  put_all_series (writer);
  ink_xml_count (xml, "c:gapWidth", writer->chart->gap);
  put_axis_ids (xml);
  ink_xml_close (xml);
}

static void
put_lines (const InkChartWriter *writer)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:lineChart", NULL);
  ink_xml_value (xml, "c:grouping", "standard");
  ink_xml_value (xml, "c:varyColors", "0");
  put_all_series (writer);
  ink_xml_value (xml, "c:marker", "1");
  put_axis_ids (xml);
  ink_xml_close (xml);
}

static void
put_points (const InkChartWriter *writer)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:scatterChart", NULL);
  ink_xml_value (xml, "c:scatterStyle", "lineMarker");
  ink_xml_value (xml, "c:varyColors", "0");
  put_all_series (writer);
  put_axis_ids (xml);
  ink_xml_close (xml);
}

/* Room on the left for names that no axis writes. */
static void
put_layout (const InkChartWriter *writer)
{
  InkXml *xml = writer->xml;
  char left[G_ASCII_DTOSTR_BUF_SIZE], width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];
  double room = writer->chart->name_room;
  double end = INK_CHART_PLOT_RIGHT - writer->chart->value_room;

  if (room <= 0)
    {
      ink_xml_leaf (xml, "c:layout", NULL);
      return;
    }

  ink_xml_open (xml, "c:layout", NULL);
  ink_xml_open (xml, "c:manualLayout", NULL);
  ink_xml_value (xml, "c:layoutTarget", "inner");
  ink_xml_value (xml, "c:xMode", "edge");
  ink_xml_value (xml, "c:yMode", "edge");
  ink_xml_value (xml, "c:x", g_ascii_formatd (left, sizeof left, "%.3f", room));
  ink_xml_value (xml, "c:y", G_STRINGIFY (INK_CHART_PLOT_TOP));
  ink_xml_value (xml, "c:w", g_ascii_formatd (width, sizeof width, "%.3f", end - room));
  ink_xml_value (xml, "c:h",
                 g_ascii_formatd (height, sizeof height, "%.3f",
                                  ink_chart_labels_get_room (writer->labels)->plot_height));
  ink_xml_close (xml);
  ink_xml_close (xml);
}

static void
put_plot_area (const InkChartWriter *writer)
{
  ink_xml_open (writer->xml, "c:plotArea", NULL);
  put_layout (writer);
  if (writer->chart->form == INK_NATIVE_POINTS)
    put_points (writer);
  else if (writer->chart->form == INK_NATIVE_LINES)
    put_lines (writer);
  else
    put_bars (writer);
  ink_chart_writer_put_axes (writer);
  ink_xml_close (writer->xml);
}

static void
put_legend (const InkChartWriter *writer)
{
  InkXml *xml = writer->xml;
  const GPtrArray *series = writer->chart->series;

  if (!writer->chart->has_legend)
    return;

  ink_xml_open (xml, "c:legend", NULL);
  ink_xml_value (xml, "c:legendPos", "b");
  for (guint i = 0; i < series->len; i++)
    if (((const InkNativeSeries *) g_ptr_array_index (series, i))->is_aside)
      {
        ink_xml_open (xml, "c:legendEntry", NULL);
        ink_xml_count (xml, "c:idx", i);
        ink_xml_value (xml, "c:delete", "1");
        ink_xml_close (xml);
      }
  ink_xml_value (xml, "c:overlay", "0");
  ink_drawing_text_properties (xml, "c:txPr", INK_CHART_SMALL_SIZE, INK_NATIVE_TEXT_INK,
                               writer->language);
  ink_xml_close (xml);
}

static GBytes *
write_chart (const InkChartWriter *writer,
             const char *workbook)
{
  InkXml *xml = writer->xml;

  ink_xml_open (xml, "c:chartSpace", "xmlns:c",
                "http://schemas.openxmlformats.org/drawingml/2006/chart", "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main", "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships", NULL);
  ink_xml_value (xml, "c:date1904", "0");
  ink_xml_value (xml, "c:roundedCorners", "0");
  ink_xml_open (xml, "c:chart", NULL);
  ink_xml_value (xml, "c:autoTitleDeleted", "1");
  put_plot_area (writer);
  put_legend (writer);
  ink_xml_value (xml, "c:plotVisOnly", "1");
  ink_xml_value (xml, "c:dispBlanksAs", "gap");
  ink_xml_close (xml);
  ink_drawing_text_properties (xml, "c:txPr", INK_CHART_TEXT_SIZE, INK_NATIVE_TEXT_INK,
                               writer->language);
  ink_xml_open (xml, "c:externalData", "r:id", workbook, NULL);
  ink_xml_value (xml, "c:autoUpdate", "0");

  return ink_xml_end (xml);
}

static GBytes *
write_workbook (const InkNativeChart *chart,
                const InkTable *numbers,
                GTimeZone *zone,
                GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_sheet_free);

  g_ptr_array_add (sheets, ink_chart_sheet_new (chart));
  if (numbers != NULL)
    /* Translators: the name of a sheet of a workbook. */
    g_ptr_array_add (sheets, ink_sheet_new_for_table (_("Numbers"), numbers, zone));

  return ink_sheets_to_xlsx (sheets, error);
}

char *
ink_chart_part_add (InkPackage *package,
                    guint number,
                    const InkNativeChart *chart,
                    const InkTable *numbers,
                    GTimeZone *zone,
                    const char *language,
                    double width,
                    double height,
                    GError **error)
{
  g_autofree char *name = NULL, *book = NULL;
  g_autoptr (GBytes) workbook = NULL, content = NULL;
  g_autoptr (InkSheet) sheet = NULL;
  g_autoptr (InkChartLabels) labels = NULL;
  InkChartWriter writer;

  g_return_val_if_fail (package != NULL && chart != NULL, NULL);

  workbook = write_workbook (chart, numbers, zone, error);
  if (workbook == NULL)
    return NULL;

  name = g_strdup_printf ("ppt/charts/chart%u.xml", number);
  book = g_strdup_printf ("ppt/embeddings/Microsoft_Excel_Sheet%u.xlsx", number);
  sheet = ink_chart_sheet_new (chart);
  labels = ink_chart_labels_new (chart, width, height);
  writer = (InkChartWriter){ ink_xml_new (), chart, sheet, labels, language };
  content = write_chart (&writer, ink_package_relate (package, name, "package", book));
  ink_package_add (package, name, CHART_TYPE, content);
  ink_package_add_default (package, "xlsx", XLSX_TYPE);
  ink_package_add (package, book, NULL, workbook);

  return g_steal_pointer (&name);
}
