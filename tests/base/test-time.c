/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moments: ISO texts in and out, days in a zone, starts of periods. */
#include "base/ink-time.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *zone;
  const char *iso; /* NULL: refused */
} moments[] = {
  { "2026-07-01T09:00:00.000Z", NULL, "2026-07-01T09:00:00.000Z" },
  { "2026-07-01 09:00:00", NULL, "2026-07-01T09:00:00.000Z" },
  { "2026-07-01T09:00", NULL, "2026-07-01T09:00:00.000Z" },
  { "2026-07-01", NULL, "2026-07-01T00:00:00.000Z" },
  { "2026-07-01T09:00:00.5Z", NULL, "2026-07-01T09:00:00.500Z" },
  { "2026-07-01T09:00:00.123456Z", NULL, "2026-07-01T09:00:00.123456Z" },
  { "2026-07-01T09:00:00.123456789Z", NULL, "2026-07-01T09:00:00.123456Z" },
  { "2026-07-01T09:00:00+02:00", NULL, "2026-07-01T07:00:00.000Z" },
  { "2026-07-01T09:00:00+0200", NULL, "2026-07-01T07:00:00.000Z" },
  { "2026-07-01T09:00:00 -05", NULL, "2026-07-01T14:00:00.000Z" },
  { "2026-07-01 09:00:00 UTC", "Europe/Berlin", "2026-07-01T09:00:00.000Z" },
  { "2026-07-01T09:00:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z" },
  { "2026-01-01", "Europe/Berlin", "2025-12-31T23:00:00.000Z" },
  { "2026-03-29T02:30:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z" }, /* leapt over */
  { "2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00.000Z" }, /* stands twice */
  { "1969-12-31T23:59:59.999Z", NULL, "1969-12-31T23:59:59.999Z" },
  { "0001-01-01T00:00:00Z", NULL, "0001-01-01T00:00:00.000Z" },
  { "2024-02-29", NULL, "2024-02-29T00:00:00.000Z" },
  { "2016-12-31T23:59:60Z", NULL, "2017-01-01T00:00:00.000Z" },
  { "2023-02-29", NULL, NULL },
  { "1900-02-29", NULL, NULL },
  { "2026-13-01", NULL, NULL },
  { "2026-00-01", NULL, NULL },
  { "2026-07-32", NULL, NULL },
  { "0000-07-01", NULL, NULL },
  { "2026-07-01T24:00:00Z", NULL, NULL },
  { "2026-07-01T09:60:00Z", NULL, NULL },
  { "2026-07-01T09", NULL, NULL },
  { "2026-07-01T09:00:00.Z", NULL, NULL },
  { "2026-07-01T09:00:00ZZ", NULL, NULL },
  { "2026-07-01T09:00:00+2", NULL, NULL },
  { "2026-07-01T09:00:00+02:0", NULL, NULL },
  { "2026-07-01x09:00:00", NULL, NULL },
  { "2026-7-1", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_iso (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gsize length = strlen (moments[i].text);
      g_autofree char *copy = g_memdup2 (moments[i].text, length);
      g_autoptr (GTimeZone) zone
          = moments[i].zone != NULL ? g_time_zone_new_identifier (moments[i].zone) : NULL;
      g_autofree char *iso = NULL;
      gint64 time = 0;
      gboolean ok = ink_time_parse_iso (copy, length, zone, &time);

      g_test_message ("%s", moments[i].text);
      g_assert_cmpint (ok, ==, moments[i].iso != NULL);
      if (!ok)
        continue;
      iso = ink_time_to_iso (time);
      g_assert_cmpstr (iso, ==, moments[i].iso);
    }
  g_assert_null (ink_time_to_iso (INK_TIME_NONE));
}

/* Every day from 1600 to 2400 against GDateTime. */
static void
test_calendar (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (1600, 1, 1, 0, 0, 0);

  while (g_date_time_get_year (day) < 2400)
    {
      g_autoptr (GDateTime) next = g_date_time_add_days (day, 17);
      g_autofree char *expected = g_date_time_format (day, "%Y-%m-%d");
      gint64 time = g_date_time_to_unix (day) * INK_SECOND;
      g_autofree char *date = ink_time_to_date (time + INK_DAY - 1, NULL);
      gint64 first, after;

      g_assert_cmpstr (date, ==, expected);
      g_assert_true (ink_time_parse_date (date, 10, NULL, &first, &after));
      g_assert_cmpint (first, ==, time);
      g_assert_cmpint (after, ==, time + INK_DAY);
      g_date_time_unref (day);
      day = g_steal_pointer (&next);
    }
}

static const struct
{
  const char *time;
  InkPeriod period;
  const char *zone;
  const char *start;
  const char *next;
} periods[] = {
  { "2026-07-01T09:00:00Z", INK_PERIOD_DAY, NULL, "2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z" },
  { "2026-07-01T09:00:00Z", INK_PERIOD_WEEK, NULL, "2026-06-29T00:00:00Z",
    "2026-07-06T00:00:00Z" },
  { "2026-06-29T00:00:00Z", INK_PERIOD_WEEK, NULL, "2026-06-29T00:00:00Z",
    "2026-07-06T00:00:00Z" },
  { "2026-12-31T23:59:59Z", INK_PERIOD_MONTH, NULL, "2026-12-01T00:00:00Z",
    "2027-01-01T00:00:00Z" },
  { "1969-12-31T23:59:59Z", INK_PERIOD_DAY, NULL, "1969-12-31T00:00:00Z", "1970-01-01T00:00:00Z" },
  { "2026-06-30T23:00:00Z", INK_PERIOD_DAY, "Europe/Berlin", "2026-06-30T22:00:00Z",
    "2026-07-01T22:00:00Z" },
  { "2026-03-29T12:00:00Z", INK_PERIOD_DAY, "Europe/Berlin", "2026-03-28T23:00:00Z",
    "2026-03-29T22:00:00Z" },
  { "2026-10-25T00:30:00Z", INK_PERIOD_MONTH, "Europe/Berlin", "2026-09-30T22:00:00Z",
    "2026-10-31T23:00:00Z" },
  /* Here the clock leapt over midnight. */
  { "2018-11-04T12:00:00Z", INK_PERIOD_DAY, "America/Sao_Paulo", "2018-11-04T03:00:00Z",
    "2018-11-05T02:00:00Z" },
};

static gint64
moment (const char *text)
{
  gint64 time;

  g_assert_true (ink_time_parse_iso (text, strlen (text), NULL, &time));
  return time;
}

static void
test_periods (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (GTimeZone) zone
          = periods[i].zone != NULL ? g_time_zone_new_identifier (periods[i].zone) : NULL;
      gint64 time = moment (periods[i].time);

      g_test_message ("%s", periods[i].time);
      g_assert_cmpint (ink_time_period_start (time, periods[i].period, zone), ==,
                       moment (periods[i].start));
      g_assert_cmpint (ink_time_period_next (time, periods[i].period, zone), ==,
                       moment (periods[i].next));
    }
}

/* What a hostile file may hold does not overflow. */
static void
test_extremes (void)
{
  static const gint64 times[] = { G_MININT64 + 1, G_MININT64 + INK_DAY, G_MAXINT64, -1, 0 };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *iso = ink_time_to_iso (times[i]);
      g_autofree char *date = ink_time_to_date (times[i], zone);

      g_assert_nonnull (iso);
      g_assert_nonnull (date);
      for (int period = INK_PERIOD_DAY; period <= INK_PERIOD_MONTH; period++)
        g_assert_cmpint (ink_time_period_start (times[i], period, zone), <,
                         ink_time_period_next (times[i], period, zone));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/time/iso", test_iso);
  g_test_add_func ("/base/time/calendar", test_calendar);
  g_test_add_func ("/base/time/periods", test_periods);
  g_test_add_func ("/base/time/extremes", test_extremes);
  return g_test_run ();
}
