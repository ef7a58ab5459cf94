/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of charts, and the one way to use a row of it. */

#include "config.h"

#include "charts/ink-chart.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-heat-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const InkChartKind *const kinds[] = {
  &ink_chart_funnel, &ink_chart_groups,     &ink_chart_histogram,
  &ink_chart_trend,  &ink_chart_indicators, &ink_chart_map,
  &ink_chart_personas_grid, &ink_chart_overlap, &ink_chart_events,
  &ink_chart_payoff,
  NULL,
};

#define LEAST_SIZE 16.0
#define MOST_SIZE 20000.0

/* Fills in what the caller left open. @numbers is where the locale's are kept meanwhile. */
static InkChartOptions
complete (const InkChartOptions *options,
          InkNumbers *numbers)
{
  InkChartOptions whole = *options;

  if (whole.theme == NULL)
    whole.theme = &ink_theme_screen_light;
  if (whole.numbers == NULL)
    {
      *numbers = ink_numbers_for_locale ();
      whole.numbers = numbers;
    }
  whole.width = CLAMP (whole.width > 0 ? whole.width : 960, LEAST_SIZE, MOST_SIZE);
  whole.height = CLAMP (whole.height > 0 ? whole.height : 540, LEAST_SIZE, MOST_SIZE);

  return whole;
}

static InkPlotRender
to_render (const InkChartOptions *options)
{
  return (InkPlotRender){
    .width = options->width,
    .height = options->height,
    .theme = options->theme,
    .numbers = options->numbers,
    .mirrored = options->right_to_left,
    .transparent = options->transparent,
  };
}

const InkChartKind *const *
ink_chart_kinds (void)
{
  return kinds;
}

/**
 * ink_chart_find:
 *
 * Returns: (nullable): the kind of chart of this id
 */
const InkChartKind *
ink_chart_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->id, id) == 0)
      return kinds[i];

  return NULL;
}

gboolean
ink_chart_is_of_funnel (const InkChartKind *kind)
{
  static const char *const tables[] = { "steps", "histogram", "trend", NULL };

  g_return_val_if_fail (kind != NULL, FALSE);

  return g_strv_contains (tables, kind->table);
}

/**
 * ink_chart_render:
 * @table: the table that @kind names
 *
 * Pure: the same table and options give the same scene. May run in any thread.
 *
 * Returns: (transfer full): the chart in the size of @options, with its description and a line
 * about each datum
 */
InkScene *
ink_chart_render (const InkChartKind *kind,
                  InkTable *table,
                  const InkChartOptions *options)
{
  InkNumbers numbers;
  InkChartOptions whole;
  InkPlotRender render;
  g_autoptr (InkPlot) plot = NULL;
  g_autofree char *description = NULL;

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, NULL);

  whole = complete (options, &numbers);
  plot = kind->plot (table, &whole);
  description = kind->describe (table, &whole);
  ink_plot_set_description (plot, description);
  render = to_render (&whole);

  return ink_plot_render (plot, &render);
}

/**
 * ink_chart_describe:
 *
 * Returns: (transfer full): the chart in sentences: for screen readers, slides, and the terminal
 */
char *
ink_chart_describe (const InkChartKind *kind,
                    InkTable *table,
                    const InkChartOptions *options)
{
  InkNumbers numbers;
  InkChartOptions whole;

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, NULL);

  whole = complete (options, &numbers);
  return kind->describe (table, &whole);
}

static char *
find_in_grid (const InkChartKind *kind,
              InkTable *table,
              const InkChartOptions *options)
{
  g_auto (InkHeatGrid) grid = { 0 };

  return kind->grid (table, options, &grid) ? ink_chart_words_headline (grid.finding) : NULL;
}

char *
ink_chart_make_finding (const InkChartKind *kind,
                        InkTable *table,
                        const InkChartOptions *options)
{
  InkNumbers numbers;
  InkChartOptions whole;

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, NULL);

  whole = complete (options, &numbers);
  if (kind->finding != NULL)
    return kind->finding (table, &whole);

  return kind->grid != NULL ? find_in_grid (kind, table, &whole) : NULL;
}

InkNativeChart *
ink_chart_make_native (const InkChartKind *kind,
                       InkTable *table,
                       const InkChartOptions *options)
{
  InkNumbers numbers;
  InkChartOptions whole;

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, NULL);

  whole = complete (options, &numbers);
  return kind->native != NULL ? kind->native (table, &whole) : NULL;
}

gboolean
ink_chart_make_grid (const InkChartKind *kind,
                     InkTable *table,
                     const InkChartOptions *options,
                     InkHeatGrid *grid)
{
  InkNumbers numbers;
  InkChartOptions whole;

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL && grid != NULL, FALSE);

  whole = complete (options, &numbers);
  return kind->grid != NULL && kind->grid (table, &whole, grid);
}

/* A layout asks for many heights: only where there are words to be set is a plot made for them. */
static InkPlot *
make_words (const InkChartKind *kind,
            InkTable *table,
            const InkChartOptions *options)
{
  if (kind->remarks || options->title != NULL || options->subtitle != NULL
      || options->rule != NULL)
    return kind->plot (table, options);

  return ink_plot_new ();
}

static double
get_height (const InkChartKind *kind,
            InkTable *table,
            const InkChartOptions *options)
{
  g_auto (InkHeatGrid) grid = { 0 };

  if (kind->height != NULL)
    return kind->height (table, options);
  kind->grid (table, options, &grid);

  return ink_heat_grid_height (&grid, options);
}

/**
 * ink_chart_get_natural_height:
 *
 * Returns: the height in points at which, at options->width, nothing is left out for want of room
 */
double
ink_chart_get_natural_height (const InkChartKind *kind,
                              InkTable *table,
                              const InkChartOptions *options)
{
  InkNumbers numbers;
  InkChartOptions whole;
  InkPlotRender render;
  g_autoptr (InkPlot) plot = NULL;

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, 0);

  whole = complete (options, &numbers);
  plot = make_words (kind, table, &whole);
  render = to_render (&whole);

  return ceil (get_height (kind, table, &whole) + ink_plot_get_frame_height (plot, &render));
}
