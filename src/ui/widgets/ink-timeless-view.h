/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes together in a table without times: the banner, the micro goals, the columns. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-indicators.h"

G_BEGIN_DECLS

#define INK_TYPE_TIMELESS_VIEW (ink_timeless_view_get_type ())
/* Signals: "trusted" (column: string, whether: boolean): the user cleared a column's flag, or set it
 * again. */
G_DECLARE_FINAL_TYPE (InkTimelessView, ink_timeless_view, INK, TIMELESS_VIEW, GtkWidget)

/* @indicators: of a table without times. */
void ink_timeless_view_set_indicators (InkTimelessView *self, InkIndicators *indicators);

G_END_DECLS
