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

/* Milliseconds unless microseconds are needed: 2026-07-01T09:00:00.000Z. NULL for
 * INK_TIME_NONE. */
char    *ink_time_to_iso       (gint64 time) G_GNUC_WARN_UNUSED_RESULT;
/* A date alone (its midnight), or with a time after 'T' or a blank: fraction of up to 9 digits, Z,
 * UTC, +02, +0200, +02:00, or nothing, which means @zone (nullable: UTC). Of a wall clock's hour
 * that stands twice the first is meant; one that the clock leaps over is moved to its end. */
gboolean ink_time_parse_iso    (const char *text, gsize length, GTimeZone *zone, gint64 *time);
/* A bare date is that whole day in @zone: from @first to just before @after_last. */
gboolean ink_time_parse_date   (const char *text, gsize length, GTimeZone *zone,
                                gint64 *first, gint64 *after_last);
/* FALSE where there is no such date (years 1 to 9999). @time_of_day: microseconds. */
gboolean ink_time_from_civil   (int year, int month, int day, gint64 time_of_day,
                                GTimeZone *zone, gint64 *time);
gint64   ink_time_period_start (gint64 time, InkPeriod period, GTimeZone *zone);
gint64   ink_time_period_next  (gint64 start, InkPeriod period, GTimeZone *zone);
/* 2026-07-01, as the calendar stands in @zone. NULL for INK_TIME_NONE. */
char    *ink_time_to_date      (gint64 time, GTimeZone *zone) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
