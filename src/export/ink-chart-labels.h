/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the labels of a slide's own chart stand, how large they are, and what fits of them: office
 * programs place them one by one, and never look whether one covers another. */
#pragma once

#include "export/ink-chart-room.h"

G_BEGIN_DECLS

typedef struct _InkChartLabels InkChartLabels;

/* @width, @height: of the whole chart, in points. @chart must stay. */
InkChartLabels *ink_chart_labels_new  (const InkNativeChart *chart, double width, double height)
    G_GNUC_WARN_UNUSED_RESULT;
void            ink_chart_labels_free (InkChartLabels *labels);

/* (transfer none) */
const InkChartRoom *ink_chart_labels_get_room (const InkChartLabels *labels);
/* (transfer none) (nullable): the text of a point; none where there is no room for it */
const char     *ink_chart_labels_get_text (const InkChartLabels *labels, guint series,
                                           guint point);
InkNativeLabels ink_chart_labels_get_side (const InkChartLabels *labels, guint series,
                                           guint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkChartLabels, ink_chart_labels_free)

G_END_DECLS
