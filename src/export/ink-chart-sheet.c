/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Categories and a column per series; or, for points, a block of columns per series. */
#include "config.h"

#include "export/ink-chart-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Name (which heads the y), x, label, minus, plus. */
#define BLOCK 5

InkChartColumns
ink_chart_sheet_columns (const InkNativeChart *chart,
                         guint series)
{
  guint first = series * BLOCK;

  if (chart->form != INK_NATIVE_POINTS)
    return (InkChartColumns){ .name = series + 1, .x = 0, .y = series + 1 };

  return (InkChartColumns){ .x = first,
                            .y = first + 1,
                            .name = first + 1,
                            .label = first + 2,
                            .minus = first + 3,
                            .plus = first + 4 };
}

static void
put_headings (InkSheet *sheet,
              const InkNativeChart *chart,
              const InkNativeSeries *series,
              InkChartColumns at)
{
  ink_sheet_set_text (sheet, 0, at.name, series->name);
  if (chart->form != INK_NATIVE_POINTS)
    return;

  ink_sheet_set_text (sheet, 0, at.x, chart->x.title != NULL ? chart->x.title : "x");
  if (series->labels != INK_NATIVE_NO_LABELS)
    ink_sheet_set_text (sheet, 0, at.label, _("Label"));
  if (series->has_ranges)
    {
      ink_sheet_set_text (sheet, 0, at.minus, _("Range below"));
      ink_sheet_set_text (sheet, 0, at.plus, _("Range above"));
    }
}

static void
put_point (InkSheet *sheet,
           const InkNativeChart *chart,
           const InkNativeSeries *series,
           InkChartColumns at,
           guint index)
{
  const InkNativePoint *point = ink_native_series_get (series, index);
  guint row = index + 1;

  ink_sheet_set_number (sheet, row, at.y, point->y, chart->y.format);
  if (chart->form != INK_NATIVE_POINTS)
    return;

  ink_sheet_set_number (sheet, row, at.x, point->x, chart->x.format);
  if (series->labels != INK_NATIVE_NO_LABELS)
    ink_sheet_set_text (sheet, row, at.label, point->label);
  if (series->has_ranges)
    {
      ink_sheet_set_number (sheet, row, at.minus, point->y - point->low, chart->y.format);
      ink_sheet_set_number (sheet, row, at.plus, point->high - point->y, chart->y.format);
    }
}

InkSheet *
ink_chart_sheet_new (const InkNativeChart *chart)
{
  /* Translators: the name of a sheet of a workbook. */
  InkSheet *sheet = ink_sheet_new (_("Chart"));

  for (guint i = 0; i < chart->categories->len; i++)
    ink_sheet_set_text (sheet, i + 1, 0, g_ptr_array_index (chart->categories, i));
  for (guint i = 0; i < chart->series->len; i++)
    {
      const InkNativeSeries *series = g_ptr_array_index (chart->series, i);
      InkChartColumns at = ink_chart_sheet_columns (chart, i);

      put_headings (sheet, chart, series, at);
      for (guint row = 0; row < series->points->len; row++)
        put_point (sheet, chart, series, at, row);
    }

  return sheet;
}
