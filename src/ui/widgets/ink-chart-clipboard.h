/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart on the clipboard, in the colours of paper. */
#pragma once

#include <gtk/gtk.h>

#include "charts/ink-chart.h"

G_BEGIN_DECLS

/* PNG at 2x that knows its size, and SVG. NULL with @error. */
GdkContentProvider *ink_chart_to_pictures (const InkChartKind *kind, InkTable *table,
                                           const InkChartOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The numbers as HTML and as tab-separated text. */
GdkContentProvider *ink_chart_to_texts    (const InkChartKind *kind, InkTable *table,
                                           const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
