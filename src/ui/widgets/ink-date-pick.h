/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a popover holds in which a day is picked from a calendar, or two with open ends. */
#pragma once

#include <gtk/gtk.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_DATE_PICK (ink_date_pick_get_type ())
/* Signals:
 * "picked" (from, to: nullable strings): days as definitions write them ("2026-07-31"); NULL: an
 *   open end. One day alone is @from.
 * "done": nothing more is to be picked: close the popover. */
G_DECLARE_FINAL_TYPE (InkDatePick, ink_date_pick, INK, DATE_PICK, GtkWidget)

GtkWidget *ink_date_pick_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shows where the data ends while no day is set. */
void       ink_date_pick_set_view  (InkDatePick *self, InkView *view);
/* @range: from one day to another, both in it. Dates, or times, of which the day is shown; NULL:
 * open, or not set yet. */
void       ink_date_pick_set_dates (InkDatePick *self, gboolean range, const char *from,
                                    const char *to);

G_END_DECLS
