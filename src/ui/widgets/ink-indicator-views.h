/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All that leads, seen in several ways: as a ranking, as a map, by persona, by overlap, and, where
 * most buyers come once, inside a visit. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_INDICATOR_VIEWS (ink_indicator_views_get_type ())
/* Signals: "chosen" (string): the micro goal of a row or a cell was clicked; "turned": another way to
 * see them is shown. */
G_DECLARE_FINAL_TYPE (InkIndicatorViews, ink_indicator_views, INK, INDICATOR_VIEWS, GtkWidget)

/* @answer: of ink_indicators_query_new(), with times. @view: what slides are made with. */
void       ink_indicator_views_set_answer   (InkIndicatorViews *self, InkAnswer *answer,
                                             InkView *view);
/* Marks the micro goal in the ranking and on the map. NULL: none. */
void       ink_indicator_views_mark         (InkIndicatorViews *self, const char *micro);
/* The first of the ranking, NULL where there is none or no answer yet. (transfer none) */
const char *ink_indicator_views_get_first   (InkIndicatorViews *self);
/* What happens inside a visit is shown. */
gboolean   ink_indicator_views_shows_visits (InkIndicatorViews *self);

G_END_DECLS
