/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists of what a chart is made of. */
#include "config.h"

#include "charts/ink-native-chart.h"

#include <math.h>

static void
clear_point (gpointer data)
{
  InkNativePoint *point = data;

  g_free (point->label);
}

static void
free_series (gpointer data)
{
  InkNativeSeries *series = data;

  g_free (series->name);
  g_array_unref (series->points);
  g_free (series);
}

InkNativeChart *
ink_native_chart_new (InkNativeForm form)
{
  InkNativeChart *chart = g_new0 (InkNativeChart, 1);

  chart->form = form;
  chart->categories = g_ptr_array_new_with_free_func (g_free);
  chart->series = g_ptr_array_new_with_free_func (free_series);
  chart->x.low = chart->x.high = chart->y.low = chart->y.high = NAN;
  chart->gap = 50;

  return chart;
}

void
ink_native_chart_free (InkNativeChart *chart)
{
  if (chart == NULL)
    return;

  g_ptr_array_unref (chart->categories);
  g_ptr_array_unref (chart->series);
  g_free (chart->x.title);
  g_free (chart->y.title);
  g_free (chart);
}

void
ink_native_chart_add_category (InkNativeChart *chart,
                               const char *name)
{
  g_return_if_fail (chart != NULL && name != NULL);

  g_ptr_array_add (chart->categories, g_strdup (name));
}

gboolean
ink_native_chart_is_empty (const InkNativeChart *chart)
{
  g_return_val_if_fail (chart != NULL, TRUE);

  for (guint i = 0; i < chart->series->len; i++)
    {
      const InkNativeSeries *series = g_ptr_array_index (chart->series, i);

      /* What explains is not what there is to see. */
      for (guint p = 0; p < series->points->len && !series->is_aside; p++)
        if (isfinite (ink_native_series_get (series, p)->x)
            && isfinite (ink_native_series_get (series, p)->y))
          return FALSE;
    }

  return TRUE;
}

InkNativeSeries *
ink_native_chart_add_series (InkNativeChart *chart,
                             const char *name,
                             InkNativeInk ink)
{
  InkNativeSeries *series;

  g_return_val_if_fail (chart != NULL && name != NULL, NULL);

  series = g_new0 (InkNativeSeries, 1);
  series->name = g_strdup (name);
  series->ink = ink;
  series->points = g_array_new (FALSE, TRUE, sizeof (InkNativePoint));
  g_array_set_clear_func (series->points, clear_point);
  g_ptr_array_add (chart->series, series);

  return series;
}

void
ink_native_series_add (InkNativeSeries *series,
                       double x,
                       double y,
                       const char *label)
{
  ink_native_series_add_range (series, x, y, NAN, NAN, label);
}

void
ink_native_series_add_range (InkNativeSeries *series,
                             double x,
                             double y,
                             double low,
                             double high,
                             const char *label)
{
  InkNativePoint point = { x, y, low, high, g_strdup (label) };

  g_return_if_fail (series != NULL);

  g_array_append_val (series->points, point);
}

InkNativeInk
ink_native_ink_for_series (guint series)
{
  /* In the order of ink-theme.c's palette: six hues, olive, grey. */
  static const InkNativeInk inks[] = { INK_NATIVE_ACCENT_1, INK_NATIVE_ACCENT_2,
                                       INK_NATIVE_ACCENT_3, INK_NATIVE_ACCENT_4,
                                       INK_NATIVE_ACCENT_5, INK_NATIVE_ACCENT_6,
                                       INK_NATIVE_DEEP_2,   INK_NATIVE_GREY };

  return inks[series % G_N_ELEMENTS (inks)];
}
