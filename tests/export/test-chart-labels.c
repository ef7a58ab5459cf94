/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Labels of slides' own charts: beside one another, not on one another, no larger than their room. */

#include "export/ink-chart-labels.h"

#include "support/ink-test.h"

#include <math.h>
#include <string.h>

#define WIDTH 864
#define HEIGHT 352

static InkNativeChart *
make_bars (guint n_categories,
           guint n_series)
{
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_BARS);

  for (guint s = 0; s < n_series; s++)
    {
      InkNativeSeries *series = ink_native_chart_add_series (chart, "Series", INK_NATIVE_ACCENT_1);

      series->labels = INK_NATIVE_LABELS_END;
      for (guint i = 0; i < n_categories; i++)
        {
          if (s == 0)
            ink_native_chart_add_category (chart, "Category");
          ink_native_series_add (series, i, i, "12 · 3 %");
        }
    }

  return chart;
}

/* More bars have smaller labels, and at last none. */
static void
test_sizes (void)
{
  static const struct
  {
    guint n_categories;
    guint n_series;
    double least;
    double most;
    gboolean shown;
  } cases[] = {
    { 0, 1, 6, 13, FALSE },  { 1, 1, 12, 12, TRUE }, { 4, 1, 12, 12, TRUE },
    { 12, 1, 12, 12, TRUE }, { 3, 6, 12, 12, TRUE }, { 6, 6, 6, 8, TRUE },
    { 30, 1, 6, 7, TRUE },   { 40, 2, 6, 6, FALSE }, { 1000, 3, 6, 6, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkNativeChart) chart = make_bars (cases[i].n_categories, cases[i].n_series);
      g_autoptr (InkChartLabels) labels = ink_chart_labels_new (chart, WIDTH, HEIGHT);
      double size = MAX (ink_chart_labels_get_room (labels)->size, INK_CHART_LEAST_SIZE);
      const char *text
          = cases[i].n_categories > 0 ? ink_chart_labels_get_text (labels, 0, 0) : NULL;

      g_test_message ("%u × %u: %g", cases[i].n_categories, cases[i].n_series, size);
      g_assert_cmpfloat (size, >=, cases[i].least);
      g_assert_cmpfloat (size, <=, cases[i].most);
      g_assert_cmpint (text != NULL, ==, cases[i].shown);
      g_assert_cmpfloat (ink_chart_labels_get_room (labels)->names_size, >=, 6);
      g_assert_cmpfloat (ink_chart_labels_get_room (labels)->names_size, <=, 13);
    }
}

static InkNativeChart *
make_points (InkNativeLabels side)
{
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_POINTS);
  InkNativeSeries *series = ink_native_chart_add_series (chart, "Points", INK_NATIVE_ACCENT_1);

  chart->x.low = chart->y.low = 0;
  chart->x.high = chart->y.high = 1;
  chart->name_room = 0.1;
  series->labels = side;

  return chart;
}

static void
test_sides (void)
{
  g_autoptr (InkNativeChart) chart = make_points (INK_NATIVE_LABELS_RIGHT);
  InkNativeSeries *series = g_ptr_array_index (chart->series, 0);
  g_autoptr (InkChartLabels) labels = NULL;

  ink_native_series_add (series, 0.2, 0.8, "Alone");
  ink_native_series_add (series, 0.99, 0.8, "At the very end of the axis");
  ink_native_series_add (series, 0.5, 0.5, "One");
  ink_native_series_add (series, 0.52, 0.5, "Right beside it");
  ink_native_series_add (series, NAN, 0.5, "Nowhere");
  ink_native_series_add (series, 0.5, NAN, "Nowhere else");
  labels = ink_chart_labels_new (chart, WIDTH, HEIGHT);

  g_assert_cmpint (ink_chart_labels_get_side (labels, 0, 0), ==, INK_NATIVE_LABELS_RIGHT);
  g_assert_cmpint (ink_chart_labels_get_side (labels, 0, 1), ==, INK_NATIVE_LABELS_LEFT);
  g_assert_cmpint (ink_chart_labels_get_side (labels, 0, 2), ==, INK_NATIVE_LABELS_LEFT);
  g_assert_cmpint (ink_chart_labels_get_side (labels, 0, 3), ==, INK_NATIVE_LABELS_RIGHT);
  for (guint i = 0; i < 4; i++)
    g_assert_nonnull (ink_chart_labels_get_text (labels, 0, i));
  for (guint i = 4; i < 6; i++)
    g_assert_null (ink_chart_labels_get_text (labels, 0, i));
}

/* Where all stand on one spot, only those are named that can be read. */
static void
test_crowd (void)
{
  g_autoptr (InkNativeChart) chart = make_points (INK_NATIVE_LABELS_RIGHT);
  InkNativeSeries *series = g_ptr_array_index (chart->series, 0);
  g_autoptr (InkChartLabels) labels = NULL;
  guint n = 0;

  for (guint i = 0; i < 30; i++)
    ink_native_series_add (series, 0.5, 0.5, "A name of some length");
  labels = ink_chart_labels_new (chart, WIDTH, HEIGHT);
  for (guint i = 0; i < 30; i++)
    n += ink_chart_labels_get_text (labels, 0, i) != NULL;
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, 4);
}

/* Names at the axis are cut to the room that is kept for them. */
static void
test_names (void)
{
  g_autoptr (InkNativeChart) chart = make_points (INK_NATIVE_LABELS_LEFT);
  InkNativeSeries *series = g_ptr_array_index (chart->series, 0);
  g_autoptr (InkChartLabels) wide = NULL, narrow = NULL;
  static const char name[] = "A name that somebody wrote down in full, with every word of it";

  chart->name_room = 0.3;
  ink_native_series_add (series, 0.01, 0.5, "Short");
  ink_native_series_add (series, 0.01, 0.7, name);
  wide = ink_chart_labels_new (chart, 3000, HEIGHT);
  narrow = ink_chart_labels_new (chart, 500, HEIGHT);

  g_assert_cmpstr (ink_chart_labels_get_text (wide, 0, 1), ==, name);
  g_assert_cmpstr (ink_chart_labels_get_text (narrow, 0, 0), ==, "Short");
  g_assert_true (g_str_has_suffix (ink_chart_labels_get_text (narrow, 0, 1), "…"));
  g_assert_cmpuint (strlen (ink_chart_labels_get_text (narrow, 0, 1)), <, strlen (name));
  g_assert_cmpint (ink_chart_labels_get_side (narrow, 0, 1), ==, INK_NATIVE_LABELS_LEFT);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/chart-labels/sizes", test_sizes);
  g_test_add_func ("/export/chart-labels/sides", test_sides);
  g_test_add_func ("/export/chart-labels/crowd", test_crowd);
  g_test_add_func ("/export/chart-labels/names", test_names);

  return g_test_run ();
}
