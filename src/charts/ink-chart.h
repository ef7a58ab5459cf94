/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The charts of the project: from tables of results to a plot, a scene, and words. */
#pragma once

#include "charts/ink-native-chart.h"
#include "definition/ink-definition.h"
#include "plot/ink-plot.h"

G_BEGIN_DECLS

/**
 * InkChartOptions:
 * @title: (nullable): above the chart; a window that shows it elsewhere leaves it out
 * @subtitle: (nullable): below the title; with a title and without this, the chart's own finding
 * @rule: (nullable): the rule in words (ink_funnel_to_words()), which with the number of people
 * makes the caption; without it there is none
 * @theme: (nullable): screen-light
 * @width: in points
 * @height: in points
 * @right_to_left: mirrored
 * @transparent: without a background
 * @numbers: (nullable): as the locale writes them
 * @zone: (nullable): the project's time zone; UTC
 * @period: of a trend's rows
 * @count: what the tables count
 * @personas: (nullable) (array zero-terminated=1): where the groups are the personas: they wear
 * their own colours, and who is none of them is grey
 * @definition: (nullable): whose dated remarks are drawn over time
 * @selected: the row of the table that is shown elsewhere, and 1 more; 0: none
 * @median: of a histogram in seconds; 0: read off its bins, unless they are of days
 * @n_whole: of a table: how many rows there were, of which it has the first; 0: it has all
 *
 * All zero is a good start.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *rule;
  const InkTheme *theme;
  double width;
  double height;
  gboolean right_to_left;
  gboolean transparent;
  const InkNumbers *numbers;
  GTimeZone *zone;
  InkPeriod period;
  InkCount count;
  InkPersona *const *personas;
  InkDefinition *definition;
  guint selected;
  double median;
  guint n_whole;
} InkChartOptions;

typedef struct _InkHeatGrid InkHeatGrid;

/**
 * InkChartKind:
 * @id: as on the command line
 * @title: for people, to be translated
 * @table: which table it reads: "steps", "histogram" or "trend" of ink-funnel-result.h, "indicators",
 * "personas" or "overlap" of ink-indicators.h, "payoff" of ink-indicator-payoff.h, or "series" of
 * ink-rule-query.h
 * @plot: the chart for a size; a datum is a row of @table
 * @describe: what it shows, in sentences
 * @height: the height at which nothing is squeezed, at options->width, without the words around it;
 * nullable: that of @grid
 * @finding: (nullable): what it found, as a slide's title; options->title is what it is of. A grid's
 * own where NULL
 * @native: (nullable): as a slide's own chart
 * @grid: (nullable): as a table with shaded cells, for slides that have no such chart; FALSE where
 * there is too little to compare. With neither a slide shows the drawing
 * @remarks: it says something below the chart even where @options have no words
 *
 * A row of ink_chart_kinds(). In the functions the options are whole: theme and numbers are set.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *table;
  InkPlot *(*plot)     (InkTable *table, const InkChartOptions *options);
  char    *(*describe) (InkTable *table, const InkChartOptions *options);
  double   (*height)   (InkTable *table, const InkChartOptions *options);
  char    *(*finding)  (InkTable *table, const InkChartOptions *options);
  InkNativeChart *(*native) (InkTable *table, const InkChartOptions *options);
  gboolean (*grid)     (InkTable *table, const InkChartOptions *options, InkHeatGrid *grid);
  gboolean remarks;
} InkChartKind;

extern const InkChartKind ink_chart_events;
extern const InkChartKind ink_chart_funnel;
extern const InkChartKind ink_chart_groups;
extern const InkChartKind ink_chart_histogram;
extern const InkChartKind ink_chart_indicators;
extern const InkChartKind ink_chart_map;
extern const InkChartKind ink_chart_overlap;
extern const InkChartKind ink_chart_payoff;
extern const InkChartKind ink_chart_personas_grid;
extern const InkChartKind ink_chart_trend;
/* Any table, for slides: nothing asks for it, so it is none of ink_chart_kinds(). */
extern const InkChartKind ink_chart_table;

const InkChartKind *const *ink_chart_kinds (void);
const InkChartKind *ink_chart_find     (const char *id);
/* Whether it is of a funnel, or else of what leads to a macro goal. */
gboolean            ink_chart_is_of_funnel (const InkChartKind *kind);
/* Whether @table is one that @kind reads: to be asked of what comes out of a file. */
gboolean            ink_chart_is_sound (const InkChartKind *kind, const InkTable *table);
InkScene           *ink_chart_render   (const InkChartKind *kind, InkTable *table,
                                        const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
char               *ink_chart_describe (const InkChartKind *kind, InkTable *table,
                                        const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): what it found, in one sentence; options->title is what it is of. */
char               *ink_chart_make_finding (const InkChartKind *kind, InkTable *table,
                                            const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): as a slide's own chart. */
InkNativeChart     *ink_chart_make_native (const InkChartKind *kind, InkTable *table,
                                           const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* As a table with shaded cells, into @grid, which the caller initialised (ink-heat-grid.h) and
 * clears; FALSE where it is none. */
gboolean            ink_chart_make_grid    (const InkChartKind *kind, InkTable *table,
                                            const InkChartOptions *options, InkHeatGrid *grid);
double              ink_chart_get_natural_height (const InkChartKind *kind, InkTable *table,
                                                  const InkChartOptions *options);

G_END_DECLS
