/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moments (microseconds since 1970, UTC), their texts, and calendar days in a zone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No time is known. Sorts before every time. */
#define INK_TIME_NONE G_MININT64

#define INK_MILLISECOND G_GINT64_CONSTANT (1000)
#define INK_SECOND G_GINT64_CONSTANT (1000000)
#define INK_MINUTE (60 * INK_SECOND)
#define INK_HOUR (60 * INK_MINUTE)
#define INK_DAY (24 * INK_HOUR)

/**
 * InkPeriod: the calendar units by which things are counted over time. Weeks begin on Monday.
 */
typedef enum
{
  INK_PERIOD_DAY,
  INK_PERIOD_WEEK,
  INK_PERIOD_MONTH,
} InkPeriod;

char    *ink_time_to_iso       (gint64 time) G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_time_parse_iso    (const char *text, gsize length, GTimeZone *zone, gint64 *time);
gboolean ink_time_parse_date   (const char *text, gsize length, GTimeZone *zone,
                                gint64 *first, gint64 *after_last);
gint64   ink_time_period_start (gint64 time, InkPeriod period, GTimeZone *zone);
gint64   ink_time_period_next  (gint64 start, InkPeriod period, GTimeZone *zone);
char    *ink_time_to_date      (gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
