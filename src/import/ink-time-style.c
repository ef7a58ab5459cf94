/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the times of one column are written: what a column decides (day or month first, zone,
 * spreadsheet days) is in the style. */

#include "config.h"

#include "import/ink-time-style.h"

#include <string.h>

#include "import/ink-time-text.h"

static gint64
days_from_civil (int y,
                 int m,
                 int d)
{
  int era;
  int yoe;
  int doy;
  int doe;

  y -= m <= 2;
  era = y / 400;
  yoe = y - era * 400;
  doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
  return (gint64) era * 146097 + doe - 719468;
}

static gboolean
is_date (int y,
         int m,
         int d)
{
  return y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1
         && g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y);
}

static void
trim (const char **p,
      const char **end)
{
  while (*p < *end && g_ascii_isspace (**p))
    (*p)++;
  while (*end > *p && g_ascii_isspace ((*end)[-1]))
    (*end)--;
}

void
ink_time_guess_add (InkTimeGuess *guess,
                    const char *text,
                    gsize length)
{
  const char *p = text;
  const char *end = text + length;
  InkTimeText read;
  const InkTimeParts *parts = &read.parts;

  g_return_if_fail (guess != NULL);

  guess->cells++;
  trim (&p, &end);
  read = ink_time_text_read (p, end);
  guess->serials += read.shape == INK_TIME_SHAPE_SERIAL;
  if (read.shape == INK_TIME_SHAPE_NONE || read.shape == INK_TIME_SHAPE_SERIAL)
    return;
  if (read.shape == INK_TIME_SHAPE_PARTS && parts->slashed)
    {
      if (MAX (parts->first, parts->second) > 31 || (parts->first > 12 && parts->second > 12))
        return;
      guess->day_first += parts->first > 12;
      guess->month_first += parts->second > 12;
      guess->either += parts->first <= 12 && parts->second <= 12 && parts->first != parts->second;
    }
  else if (read.shape == INK_TIME_SHAPE_PARTS && !is_date (parts->year, parts->month, parts->day))
    return;
  guess->times++;
  guess->numbers += read.shape == INK_TIME_SHAPE_MOMENT || (read.shape == INK_TIME_SHAPE_PARTS && g_ascii_isdigit (end[-1])
                                              && end - p == 8 && g_ascii_isdigit (p[2])
                                              && g_ascii_isdigit (p[4]) && g_ascii_isdigit (p[5]));
  guess->zoneless += read.shape == INK_TIME_SHAPE_PARTS && !parts->has_zone;
  guess->clocks += read.shape == INK_TIME_SHAPE_MOMENT || parts->has_clock;
}

void
ink_time_style_init (InkTimeStyle *style,
                     GTimeZone *zone)
{
  g_return_if_fail (style != NULL && zone != NULL);

  *style = (InkTimeStyle){ .zone = g_time_zone_ref (zone), .hour = G_MININT64 };
  style->utc = strcmp (g_time_zone_get_identifier (zone), "UTC") == 0;
}

void
ink_time_style_clear (InkTimeStyle *style)
{
  g_return_if_fail (style != NULL);

  g_clear_pointer (&style->zone, g_time_zone_unref);
}

/* @local without a zone, as UTC. A time in the gap of spring moves forward, one that comes twice in
 * autumn is the first: the order of a file's times stays. */
static gint64
to_utc (InkTimeStyle *style,
        gint64 local)
{
  gint64 hour;

  if (style->utc)
    return local;
  hour = local / INK_HOUR;
  if (hour != style->hour)
    {
      gint64 seconds = hour * 3600;
      gint64 before = seconds;
      int interval = g_time_zone_adjust_time (style->zone, G_TIME_TYPE_DAYLIGHT, &seconds);

      style->hour = hour;
      style->hour_offset = g_time_zone_get_offset (style->zone, interval) * INK_SECOND
                           - (seconds - before) * INK_SECOND;
    }
  return local - style->hour_offset;
}

static inline gboolean
is_clock (const char *p)
{
  guint64 word;

  /* HH:MM:SS as one word: the digits' upper halves are 3, the colons' are as they are. */
  memcpy (&word, p, 8);
  return (word & G_GUINT64_CONSTANT (0xf0f0fff0f0fff0f0)) == G_GUINT64_CONSTANT (0x30303a30303a3030)
         && ((word + G_GUINT64_CONSTANT (0x0606000606000606)) & G_GUINT64_CONSTANT (0x4040004040004040))
                == 0;
}

#define DIGIT(p, i) ((p)[i] - '0')

/* YYYY-MM-DDTHH:MM:SS[.mmm][Z] with the date of the cell before: what nearly every cell of an
 * ordered export is. FALSE: not this shape, or another date. */
static inline gboolean
parse_same_date (const InkTimeStyle *style,
                 const char *p,
                 gsize length,
                 gint64 *time)
{
  gint64 value;
  gboolean zulu;

  if (length < 19 || length > 24 || memcmp (p, style->date, 10) != 0 || (p[10] != 'T' && p[10] != ' ')
      || !is_clock (p + 11))
    return FALSE;
  zulu = p[length - 1] == 'Z';
  if ((!zulu && !style->utc) || DIGIT (p, 11) * 10 + DIGIT (p, 12) > 23 || p[14] > '5' || p[17] > '5')
    return FALSE;
  value = style->date_start
          + ((DIGIT (p, 11) * 10 + DIGIT (p, 12)) * INK_HOUR
             + (DIGIT (p, 14) * 10 + DIGIT (p, 15)) * INK_MINUTE
             + (DIGIT (p, 17) * 10 + DIGIT (p, 18)) * INK_SECOND);
  length -= zulu;
  if (length == 23)
    {
      if (p[19] != '.' || !g_ascii_isdigit (p[20]) || !g_ascii_isdigit (p[21])
          || !g_ascii_isdigit (p[22]))
        return FALSE;
      value += (DIGIT (p, 20) * 100 + DIGIT (p, 21) * 10 + DIGIT (p, 22)) * INK_MILLISECOND;
    }
  else if (length != 19)
    return FALSE;
  *time = value;
  return TRUE;
}

/* Remembers the date of an ISO text for parse_same_date(). */
static void
keep_date (InkTimeStyle *style,
           const char *p,
           const char *end,
           const InkTimeParts *parts)
{
  if (end - p < 19 || p[4] != '-' || p[7] != '-')
    return;
  memcpy (style->date, p, 10);
  style->date_start = days_from_civil (parts->year, parts->month, parts->day) * INK_DAY;
}

/* FALSE: there is no such date. */
static gboolean
join_parts (InkTimeStyle *style,
            const InkTimeParts *parts,
            gint64 *time)
{
  gboolean turned = parts->slashed && style->month_first;
  int month = turned ? parts->first : parts->month;
  int day = turned ? parts->second : parts->day;
  gint64 local;

  if (!is_date (parts->year, month, day))
    return FALSE;
  local = days_from_civil (parts->year, month, day) * INK_DAY + parts->of_day;
  *time = parts->has_zone ? local - parts->offset : to_utc (style, local);
  return TRUE;
}

gboolean
ink_time_style_parse (InkTimeStyle *style,
                      const char *text,
                      gsize length,
                      gint64 *time)
{
  const char *p = text;
  const char *end = text + length;
  InkTimeText read;

  g_return_val_if_fail (style != NULL && time != NULL, FALSE);

  if (G_LIKELY (parse_same_date (style, text, length, time)))
    return TRUE;
  trim (&p, &end);
  read = ink_time_text_read (p, end);
  switch (read.shape)
    {
    case INK_TIME_SHAPE_MOMENT:
      *time = style->wall_clock ? to_utc (style, read.moment) : read.moment;
      return TRUE;
    case INK_TIME_SHAPE_SERIAL:
      if (!style->excel)
        return FALSE;
      *time = to_utc (style, (gint64) ((read.serial - 25569) * 86400 + 0.5) * INK_SECOND);
      return TRUE;
    case INK_TIME_SHAPE_PARTS:
      if (!join_parts (style, &read.parts, time))
        return FALSE;
      keep_date (style, p, end, &read.parts);
      return TRUE;
    case INK_TIME_SHAPE_NONE:
    default:
      return FALSE;
    }
}
