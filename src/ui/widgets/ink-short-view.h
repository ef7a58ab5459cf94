/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes with buying inside a visit, where most buyers buy at once: the banner, the micro goals
 * with words of their own, and how they were compared. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-indicators.h"

G_BEGIN_DECLS

#define INK_TYPE_SHORT_VIEW (ink_short_view_get_type ())
G_DECLARE_FINAL_TYPE (InkShortView, ink_short_view, INK, SHORT_VIEW, GtkWidget)

/* @indicators: with short journeys. */
void ink_short_view_set_indicators (InkShortView *self, InkIndicators *indicators);

G_END_DECLS
