/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the labels of a slide's own chart stand, how large they are, and what fits of them: office
 * programs place them one by one, and never look whether one covers another. */
#pragma once

#include "charts/ink-native-chart.h"

G_BEGIN_DECLS

typedef struct _InkChartLabels InkChartLabels;

/* @width, @height: of the whole chart, in points. @chart must stay. */
InkChartLabels *ink_chart_labels_new  (const InkNativeChart *chart, double width, double height)
    G_GNUC_WARN_UNUSED_RESULT;
void            ink_chart_labels_free (InkChartLabels *labels);

/* Of labels, in points. */
double          ink_chart_labels_get_size       (const InkChartLabels *labels);
/* Of the names of categories, in points. */
double          ink_chart_labels_get_names_size (const InkChartLabels *labels);
/* Of the plot area of a chart that keeps room for names, as a part of the whole. */
double          ink_chart_labels_get_plot_height (const InkChartLabels *labels);
/* (transfer none) (nullable): the text of a point; none where there is no room for it */
const char     *ink_chart_labels_get_text (const InkChartLabels *labels, guint series,
                                           guint point);
InkNativeLabels ink_chart_labels_get_side (const InkChartLabels *labels, guint series,
                                           guint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkChartLabels, ink_chart_labels_free)

/* Where that plot area begins and ends, as parts of the whole. */
#define INK_CHART_PLOT_TOP 0.02
#define INK_CHART_PLOT_RIGHT 0.97

G_END_DECLS
