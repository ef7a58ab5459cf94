/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The plot of a slide's chart leaves room for the lines that its legend will have, never none for
 * itself. */
#include "export/ink-chart-room.h"

#include <math.h>

#define WIDTH 863.0
#define HEIGHT 352.8
/* Axis, title and a line of legend; another line. */
#define FIRST 78.0
#define MORE 19.0

static InkNativeChart *
make_chart (guint n_names,
            const char *name)
{
  InkNativeChart *chart = ink_native_chart_new (INK_NATIVE_POINTS);

  chart->has_legend = n_names > 0;
  chart->name_room = 0.2;
  for (guint i = 0; i < n_names; i++)
    ink_native_chart_add_series (chart, name, INK_NATIVE_ACCENT_1);

  return chart;
}

static void
test_legend (void)
{
  static const struct { guint n; const char *name; guint lines; } cases[] = {
    { 0, "", 1 },
    { 1, "A", 1 },
    { 4, "Busywork", 1 },
    { 5, "Depends on persona", 2 }, /* as office programs set it */
    { 9, "Depends on persona", 3 },
    { 2, "A name that is so long that nobody would give it to a verdict, not even somebody who would", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkNativeChart) chart = make_chart (cases[i].n, cases[i].name);
      InkChartRoom room;
      double below;

      ink_chart_room_init (&room, chart, WIDTH, HEIGHT);
      below = (1 - INK_CHART_PLOT_TOP - room.plot_height) * HEIGHT;
      g_test_message ("%u × %s: %g", cases[i].n, cases[i].name, below);
      g_assert_cmpfloat_with_epsilon (below, FIRST + (cases[i].lines - 1) * MORE, 0.01);
      g_assert_cmpfloat_with_epsilon (room.plot.left, 0.2 * WIDTH, 0.01);
      g_assert_cmpfloat_with_epsilon (room.plot.bottom - room.plot.top, room.plot_height * HEIGHT,
                                      0.01);
      g_assert_cmpfloat (room.labels.right, ==, WIDTH);
    }
}

static void
test_crowd (void)
{
  g_autoptr (InkNativeChart) chart = make_chart (300, "A verdict of a few words");
  InkChartRoom room;

  ink_chart_room_init (&room, chart, WIDTH, HEIGHT);
  g_assert_cmpfloat (room.plot_height, >=, 0.3);
  g_assert_cmpfloat (ink_chart_room_get_font (room.size).size, >=, INK_CHART_LEAST_SIZE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/chart-room/legend", test_legend);
  g_test_add_func ("/export/chart-room/crowd", test_crowd);

  return g_test_run ();
}
