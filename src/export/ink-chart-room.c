/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/ink-chart-room.h"

#include "plot/ink-text-measure.h"

#include <math.h>

#define LABEL_SIZE 12.0
#define NAMES_SIZE 13.0
/* Of a bar's thickness or a category's part of the axis. */
#define SIZE_OF_BAR 0.95
#define SIZE_OF_CATEGORY 0.8
/* Of the height, without axes and legend. */
#define BARS_OF_HEIGHT 0.88
/* Below the plot: an axis, its title and one line of the legend; and another line; in points. */
#define BELOW_PLOT 78.0
#define LEGEND_LINE 19.0
#define LEAST_PLOT 0.3
/* What a name in the legend has beside it, in points. */
#define LEGEND_SIGN 45.0
/* Of the chart's width: office programs keep some free beside a legend, and their fonts may be wider
 * than ours. */
#define LEGEND_WIDTH 0.8

InkFont
ink_chart_room_get_font (double size)
{
  InkFont font = ink_theme_get_font (&ink_theme_slide, INK_FONT_BODY);

  font.size = MAX (size, INK_CHART_LEAST_SIZE);
  font.bold = FALSE;

  return font;
}

/* --- The plot --- */

/* Office programs set the legend's names in columns of the same width. */
static guint
count_legend_lines (const InkNativeChart *chart,
                    double width)
{
  InkFont font = ink_chart_room_get_font (LABEL_SIZE);
  double widest = 1;
  guint n = 0, columns;

  for (guint i = 0; i < chart->series->len; i++)
    {
      const InkNativeSeries *series = g_ptr_array_index (chart->series, i);

      if (series->is_aside)
        continue;
      n++;
      widest = MAX (widest, LEGEND_SIGN + ink_text_measure_width (ink_text_measure_get_default (),
                                                                 &font, series->name));
    }
  columns = (guint) CLAMP (LEGEND_WIDTH * width / widest, 1, 100);

  return (n + columns - 1) / columns;
}

static void
find_plot (InkChartRoom *self,
           const InkNativeChart *chart,
           double width,
           double height)
{
  guint lines = chart->has_legend ? count_legend_lines (chart, width) : 0;
  double below = BELOW_PLOT + (lines > 1 ? (lines - 1) * LEGEND_LINE : 0);

  self->plot_height = MAX (1 - INK_CHART_PLOT_TOP - below / height, LEAST_PLOT);
  self->plot = (InkChartBox){ chart->name_room * width, INK_CHART_PLOT_TOP * height,
                              (INK_CHART_PLOT_RIGHT - chart->value_room) * width,
                              (INK_CHART_PLOT_TOP + self->plot_height) * height };
  self->labels = self->plot;
  self->labels.right = width;
}

/* --- Sizes --- */

static double
fit_bars (const InkNativeChart *chart,
          double height)
{
  double n = MAX (chart->categories->len, 1);
  double bar = height * BARS_OF_HEIGHT / n / (MAX (chart->series->len, 1) + chart->gap / 100.0);

  return bar * SIZE_OF_BAR < INK_CHART_LEAST_SIZE ? 0 : MIN (bar * SIZE_OF_BAR, LABEL_SIZE);
}

/* Of rows one below the other, as those of a ranking. */
static double
fit_rows (const InkChartRoom *self,
          const InkNativeChart *chart)
{
  const InkNativeAxis *y = &chart->y;
  double rows = y->is_hidden ? y->high - y->low : NAN;
  double pitch = (self->plot.bottom - self->plot.top) / rows;

  return isfinite (pitch) ? CLAMP (pitch * SIZE_OF_CATEGORY, INK_CHART_LEAST_SIZE, LABEL_SIZE) : LABEL_SIZE;
}

static void
find_sizes (InkChartRoom *self,
            const InkNativeChart *chart,
            double height)
{
  double names = height * BARS_OF_HEIGHT / MAX (chart->categories->len, 1);
  gboolean lies = chart->form == INK_NATIVE_BARS;

  self->size = lies ? fit_bars (chart, height) : fit_rows (self, chart);
  self->names_size = lies ? CLAMP (names * SIZE_OF_CATEGORY, INK_CHART_LEAST_SIZE, NAMES_SIZE) : NAMES_SIZE;
}

void
ink_chart_room_init (InkChartRoom *room,
                     const InkNativeChart *chart,
                     double width,
                     double height)
{
  g_return_if_fail (room != NULL && chart != NULL);

  find_plot (room, chart, width, height);
  find_sizes (room, chart, height);
}
