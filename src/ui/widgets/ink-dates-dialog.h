/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two days from calendars: a period of the user's own. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define INK_TYPE_DATES_DIALOG (ink_dates_dialog_get_type ())
/* Signal "picked" (gint64 from, gint64 to): whole days, microseconds. */
G_DECLARE_FINAL_TYPE (InkDatesDialog, ink_dates_dialog, INK, DATES_DIALOG, AdwWindow)

/* Shows @from to @to; days are those of @zone. */
InkDatesDialog *ink_dates_dialog_new (GtkWindow *parent, gint64 from, gint64 to, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
