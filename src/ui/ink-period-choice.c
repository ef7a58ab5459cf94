/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-period-choice.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static const InkPeriodChoice choices[] = {
  { INK_PERIOD_ALL, N_ ("All time") },
  { "last-7-days", N_ ("Last 7 days") },
  { "last-30-days", N_ ("Last 30 days") },
  { "last-90-days", N_ ("Last 90 days") },
  { "month", N_ ("Last month with data") },
  { "month-before", N_ ("The month before") },
  { "quarter", N_ ("Last quarter with data") },
  { "quarter-before", N_ ("The quarter before") },
};

const InkPeriodChoice *
ink_period_choices_get (guint *n)
{
  *n = G_N_ELEMENTS (choices);
  return choices;
}

static gint64
to_time (GDateTime *moment)
{
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC;
}

static GDateTime *
from_time (gint64 time,
           GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* The last @days days up to and with that of @end. */
static void
last_days (GDateTime *end,
           GTimeZone *zone,
           int days,
           gint64 *from,
           gint64 *to)
{
  g_autoptr (GDateTime) day = g_date_time_new (zone, g_date_time_get_year (end),
                                               g_date_time_get_month (end),
                                               g_date_time_get_day_of_month (end), 0, 0, 0);
  g_autoptr (GDateTime) first = g_date_time_add_days (day, 1 - days);
  g_autoptr (GDateTime) next = g_date_time_add_days (day, 1);

  *from = to_time (first);
  *to = to_time (next) - 1;
}

/* The @months months that hold @end, or those @back times before. */
static void
whole_months (GDateTime *end,
              GTimeZone *zone,
              int months,
              int back,
              gint64 *from,
              gint64 *to)
{
  int month = (g_date_time_get_month (end) - 1) / months * months + 1;
  g_autoptr (GDateTime) start
      = g_date_time_new (zone, g_date_time_get_year (end), month, 1, 0, 0, 0);
  g_autoptr (GDateTime) first = g_date_time_add_months (start, -months * back);
  g_autoptr (GDateTime) next = g_date_time_add_months (first, months);

  *from = to_time (first);
  *to = to_time (next) - 1;
}

static gboolean
resolve_in (const char *name,
            GDateTime *end,
            GTimeZone *zone,
            gint64 *from,
            gint64 *to)
{
  int days = 0;

  if (sscanf (name, "last-%d-days", &days) == 1)
    last_days (end, zone, days, from, to);
  else if (g_str_has_prefix (name, "month"))
    whole_months (end, zone, 1, g_str_has_suffix (name, "-before"), from, to);
  else if (g_str_has_prefix (name, "quarter"))
    whole_months (end, zone, 3, g_str_has_suffix (name, "-before"), from, to);
  else
    return g_str_equal (name, INK_PERIOD_ALL);

  return TRUE;
}

gboolean
ink_period_choice_resolve (const char *name,
                           gint64 end,
                           GTimeZone *zone,
                           gint64 *from,
                           gint64 *to)
{
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (name != NULL && zone != NULL, FALSE);

  *from = INK_TIME_NONE;
  *to = INK_TIME_NONE;
  if (end != INK_TIME_NONE)
    moment = from_time (end, zone);
  if (moment == NULL)
    return g_str_equal (name, INK_PERIOD_ALL);

  return resolve_in (name, moment, zone, from, to);
}

static char *
day_to_words (gint64 time,
              gboolean with_year,
              GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = from_time (time, zone);

  if (moment == NULL)
    return g_strdup ("…");
  /* Translators: a day in the header, as short as it can be; see strftime */
  return g_date_time_format (moment, with_year ? _ ("%-e %b %Y") : _ ("%-e %b"));
}

static gboolean
is_year (gint64 time,
         int year,
         GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = time != INK_TIME_NONE ? from_time (time, zone) : NULL;

  return moment == NULL || g_date_time_get_year (moment) == year;
}

char *
ink_period_to_words (gint64 from,
                     gint64 to,
                     gint64 end,
                     GTimeZone *zone)
{
  g_autoptr (GDateTime) last = end != INK_TIME_NONE ? from_time (end, zone) : NULL;
  int year = last != NULL ? g_date_time_get_year (last) : 0;
  gboolean with_year = !is_year (from, year, zone) || !is_year (to, year, zone);
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;

  if (from == INK_TIME_NONE && to == INK_TIME_NONE)
    return g_strdup (_ ("All time"));

  first_day = from != INK_TIME_NONE ? day_to_words (from, with_year, zone) : g_strdup ("…");
  last_day = to != INK_TIME_NONE ? day_to_words (to, with_year, zone) : g_strdup ("…");
  return g_strdup_printf (_ ("%s – %s"), first_day, last_day);
}
