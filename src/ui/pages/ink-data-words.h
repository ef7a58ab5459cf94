/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the Data page says in several places: counts, days and moments in the reader's language. */
#pragma once

#include "definition/ink-definition.h"
#include "plot/ink-numbers.h"

G_BEGIN_DECLS

/* All (transfer full). Times are doubles as in tables: NaN gives a dash. */
char *ink_data_count       (double count) G_GNUC_WARN_UNUSED_RESULT;   /* "21 870" */
char *ink_data_events      (double count) G_GNUC_WARN_UNUSED_RESULT;   /* "21 870 events" */
char *ink_data_people      (double count) G_GNUC_WARN_UNUSED_RESULT;   /* "1 person" */
char *ink_data_day         (double time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
/* "1 Jul 2026 – 30 Sep 2026", or one day; "no time". */
char *ink_data_days        (double first, double last, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;
/* "09:12", as the reader's clock is read. */
char *ink_data_clock       (double time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;
/* A text as searches compare it: without case, and fast where it is plain. */
char *ink_data_fold        (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The readable name of an event: its label, else its name. (transfer none) */
const char *ink_data_label (const InkDefinition *definition, const char *event);

G_END_DECLS
