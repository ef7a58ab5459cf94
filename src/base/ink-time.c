/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moments and calendar days: reading and writing ISO 8601, starts of days, weeks and months. */
#include "base/ink-time.h"

#include <string.h>

typedef struct
{
  gint64 year;
  int month;
  int day;
} Civil;

/* Days since 1970 of a date of the Gregorian calendar; years count from March, so that the leap
 * day is the last. */
static gint64
days_from_civil (gint64 year,
                 int month,
                 int day)
{
  gint64 y = month <= 2 ? year - 1 : year;
  gint64 era = (y >= 0 ? y : y - 399) / 400;
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
         - 719468;
}

static Civil
civil_from_days (gint64 days)
{
  gint64 z = days + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 day_of_era = z - era * 146097;
  gint64 year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month_from_march = (int) ((5 * day_of_year + 2) / 153);
  Civil civil;

  civil.day = (int) (day_of_year - (153 * month_from_march + 2) / 5 + 1);
  civil.month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  civil.year = year_of_era + era * 400 + (civil.month <= 2);
  return civil;
}

static int
days_of_month (gint64 year,
               int month)
{
  static const guint8 days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

  return days[month - 1] + (month == 2 && leap);
}

static gint64
floor_divide (gint64 a,
              gint64 b)
{
  return a / b - (a % b < 0);
}

/* The moment at which the wall clock of @zone shows @wall microseconds since 1970. */
static gint64
from_wall (gint64 wall,
           GTimeZone *zone)
{
  gint64 seconds, fraction, asked;
  int interval;

  if (zone == NULL)
    return wall;

  asked = seconds = floor_divide (wall, INK_SECOND);
  fraction = wall - seconds * INK_SECOND;
  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_DAYLIGHT, &seconds);
  if (seconds != asked)
    fraction = 0;

  return (seconds - g_time_zone_get_offset (zone, interval)) * INK_SECOND + fraction;
}

static gint64
to_wall (gint64 time,
         GTimeZone *zone)
{
  int interval;

  if (zone == NULL)
    return time;

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL,
                                        floor_divide (time, INK_SECOND));
  return time + g_time_zone_get_offset (zone, interval) * INK_SECOND;
}

/* Keeps a moment two days away from what 64 bits hold: zones and periods cannot overflow then. */
static gint64
away_from_the_ends (gint64 time)
{
  return CLAMP (time, G_MININT64 + 64 * INK_DAY, G_MAXINT64 - 64 * INK_DAY);
}

/* --- Reading --- */

static gboolean
two_digits (const char *p,
            int *number)
{
  unsigned tens = (unsigned) (p[0] - '0'), ones = (unsigned) (p[1] - '0');

  *number = (int) (tens * 10 + ones);
  return tens <= 9 && ones <= 9;
}

static gboolean
read_date (const char *p,
           gsize length,
           gint64 *days)
{
  int century, year, month, day;

  if (length < 10 || p[4] != '-' || p[7] != '-' || !two_digits (p, &century)
      || !two_digits (p + 2, &year) || !two_digits (p + 5, &month) || !two_digits (p + 8, &day))
    return FALSE;
  year += century * 100;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_of_month (year, month))
    return FALSE;

  *days = days_from_civil (year, month, day);
  return TRUE;
}

/* HH:MM, HH:MM:SS, HH:MM:SS.f…; gives the place after it. */
static const char *
read_clock (const char *p,
            const char *end,
            gint64 *clock)
{
  int hour, minute, second = 0;
  gint64 fraction = 0, unit = INK_SECOND;

  if (end - p < 5 || p[2] != ':' || !two_digits (p, &hour) || !two_digits (p + 3, &minute))
    return NULL;
  p += 5;
  if (end - p >= 3 && *p == ':')
    {
      if (!two_digits (p + 1, &second))
        return NULL;
      p += 3;
      if (end - p >= 2 && (*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
        for (p++; p < end && g_ascii_isdigit (*p); p++)
          {
            unit /= 10;
            fraction += unit * (*p - '0');
          }
    }
  /* A leap second is the first moment of the next minute. */
  if (hour > 23 || minute > 59 || second > 60)
    return NULL;

  *clock = hour * INK_HOUR + minute * INK_MINUTE + second * INK_SECOND + fraction;
  return p;
}

/* Z, UTC, +02, +0200, +02:00. */
static gboolean
read_offset (const char *p,
             const char *end,
             gint64 *offset)
{
  int hours, minutes = 0;
  gboolean negative;

  *offset = 0;
  if (p < end && *p == ' ')
    p++;
  if (end - p == 1 && (*p == 'Z' || *p == 'z'))
    return TRUE;
  if (end - p == 3 && (memcmp (p, "UTC", 3) == 0 || memcmp (p, "GMT", 3) == 0))
    return TRUE;
  if (end - p < 3 || (*p != '+' && *p != '-') || !two_digits (p + 1, &hours))
    return FALSE;

  negative = *p == '-';
  p += 3;
  if (p < end && *p == ':')
    p++;
  if (p < end && (end - p != 2 || !two_digits (p, &minutes)))
    return FALSE;
  if (hours > 23 || minutes > 59)
    return FALSE;

  *offset = hours * INK_HOUR + minutes * INK_MINUTE;
  if (negative)
    *offset = -*offset;
  return TRUE;
}

gboolean
ink_time_parse_iso (const char *text,
                    gsize length,
                    GTimeZone *zone,
                    gint64 *time)
{
  const char *p, *end = text + length;
  gint64 days, clock, offset;

  if (!read_date (text, length, &days))
    return FALSE;
  if (length == 10)
    {
      *time = from_wall (days * INK_DAY, zone);
      return TRUE;
    }
  if (text[10] != 'T' && text[10] != ' ' && text[10] != 't')
    return FALSE;

  p = read_clock (text + 11, end, &clock);
  if (p == NULL)
    return FALSE;
  if (p == end)
    {
      *time = from_wall (days * INK_DAY + clock, zone);
      return TRUE;
    }
  if (!read_offset (p, end, &offset))
    return FALSE;

  *time = days * INK_DAY + clock - offset;
  return TRUE;
}

gboolean
ink_time_parse_date (const char *text,
                     gsize length,
                     GTimeZone *zone,
                     gint64 *first,
                     gint64 *after_last)
{
  gint64 days;

  if (length != 10 || !read_date (text, length, &days))
    return FALSE;

  *first = from_wall (days * INK_DAY, zone);
  *after_last = from_wall ((days + 1) * INK_DAY, zone);
  return TRUE;
}

gboolean
ink_time_from_civil (int year,
                     int month,
                     int day,
                     gint64 time_of_day,
                     GTimeZone *zone,
                     gint64 *time)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
      || day > days_of_month (year, month) || time_of_day < 0 || time_of_day > INK_DAY)
    return FALSE;

  *time = from_wall (days_from_civil (year, month, day) * INK_DAY + time_of_day, zone);
  return TRUE;
}

/* --- Writing --- */

char *
ink_time_to_iso (gint64 time)
{
  gint64 days, clock, fraction;
  Civil civil;
  int digits;

  if (time == INK_TIME_NONE)
    return NULL;

  days = floor_divide (time, INK_DAY);
  clock = (time % INK_DAY + INK_DAY) % INK_DAY;
  civil = civil_from_days (days);
  fraction = clock % INK_SECOND;
  digits = fraction % INK_MILLISECOND == 0 ? 3 : 6;
  if (digits == 3)
    fraction /= INK_MILLISECOND;

  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d-%02dT%02d:%02d:%02d.%0*dZ", civil.year,
                          civil.month, civil.day, (int) (clock / INK_HOUR),
                          (int) (clock / INK_MINUTE % 60), (int) (clock / INK_SECOND % 60), digits,
                          (int) fraction);
}

char *
ink_time_to_date (gint64 time,
                  GTimeZone *zone)
{
  Civil civil;

  if (time == INK_TIME_NONE)
    return NULL;

  civil = civil_from_days (floor_divide (to_wall (away_from_the_ends (time), zone), INK_DAY));
  return g_strdup_printf ("%04" G_GINT64_FORMAT "-%02d-%02d", civil.year, civil.month, civil.day);
}

/* --- Periods --- */

/* The first day of the period that @days lies in; with @next, of the one after it. */
static gint64
first_day (gint64 days,
           InkPeriod period,
           gboolean next)
{
  Civil civil;

  switch (period)
    {
    case INK_PERIOD_WEEK:
      /* 1970 began on a Thursday, three days after a Monday. */
      return floor_divide (days + 3, 7) * 7 - 3 + (next ? 7 : 0);
    case INK_PERIOD_MONTH:
      civil = civil_from_days (days);
      if (next && ++civil.month > 12)
        {
          civil.month = 1;
          civil.year++;
        }
      return days_from_civil (civil.year, civil.month, 1);
    case INK_PERIOD_DAY:
    default:
      return days + (next ? 1 : 0);
    }
}

static gint64
period_edge (gint64 time,
             InkPeriod period,
             GTimeZone *zone,
             gboolean next)
{
  gint64 wall = to_wall (away_from_the_ends (time), zone);

  return from_wall (first_day (floor_divide (wall, INK_DAY), period, next) * INK_DAY, zone);
}

/**
 * ink_time_period_start:
 * @time: any moment
 * @zone: (nullable): whose calendar; NULL is UTC
 *
 * Returns: the start of the period that holds @time
 */
gint64
ink_time_period_start (gint64 time,
                       InkPeriod period,
                       GTimeZone *zone)
{
  return period_edge (time, period, zone, FALSE);
}

/* @start: any moment of a period. Returns: the start of the next one. */
gint64
ink_time_period_next (gint64 start,
                      InkPeriod period,
                      GTimeZone *zone)
{
  return period_edge (start, period, zone, TRUE);
}
