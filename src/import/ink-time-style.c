/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the times of one column are written.
 *
 * What a column decides (day or month first, zone, spreadsheet days) is in the style; the shape is
 * looked at in every cell, since real columns mix shapes. */

#include "config.h"

#include "import/ink-time-style.h"

#include <string.h>

#include "base/ink-value.h"

typedef struct
{
  int year;
  int month;
  int day;
  gint64 of_day; /* microseconds */
  gboolean has_clock;
  gboolean has_zone;
  gint64 offset; /* microseconds east of UTC */
  gboolean slashed; /* day and month by position */
  int first;
  int second;
} Parts;

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

/* One to @most digits. How many there were. */
static int
read_digits (const char **p,
             const char *end,
             int most,
             int *value)
{
  int n = 0;

  *value = 0;
  while (*p < end && n < most && g_ascii_isdigit (**p))
    {
      *value = *value * 10 + (**p - '0');
      (*p)++;
      n++;
    }
  return n;
}

static void
skip_spaces (const char **p,
             const char *end)
{
  while (*p < end && (**p == ' ' || **p == '\t' || **p == ','))
    (*p)++;
  /* The no-break spaces that newer locales put before AM. */
  while (end - *p >= 3 && memcmp (*p, "\xe2\x80\xaf", 3) == 0)
    *p += 3;
  while (end - *p >= 2 && memcmp (*p, "\xc2\xa0", 2) == 0)
    *p += 2;
}

static gboolean
take_word (const char **p,
           const char *end,
           const char *word)
{
  gsize n = strlen (word);

  if ((gsize) (end - *p) < n || g_ascii_strncasecmp (*p, word, n) != 0
      || ((gsize) (end - *p) > n && g_ascii_isalpha ((*p)[n])))
    return FALSE;
  *p += n;
  return TRUE;
}

/* Z, UTC, GMT, +02, +0200, +02:00, or nothing. */
static gboolean
read_zone (const char **p,
           const char *end,
           Parts *parts)
{
  int hours;
  int minutes = 0;
  int sign;

  skip_spaces (p, end);
  if (*p == end)
    return TRUE;
  if (take_word (p, end, "Z") || take_word (p, end, "UTC") || take_word (p, end, "GMT"))
    parts->has_zone = TRUE;
  if (*p == end || (**p != '+' && **p != '-'))
    return *p == end;
  sign = **p == '-' ? -1 : 1;
  (*p)++;
  if (read_digits (p, end, 2, &hours) != 2)
    return FALSE;
  if (*p < end && **p == ':')
    (*p)++;
  if (*p < end && read_digits (p, end, 2, &minutes) != 2)
    return FALSE;
  parts->has_zone = TRUE;
  parts->offset = sign * (hours * INK_HOUR + minutes * INK_MINUTE);
  return *p == end && hours <= 18 && minutes < 60;
}

/* The fraction behind seconds, to whole microseconds. */
static gint64
read_fraction (const char **p,
               const char *end)
{
  gint64 value = 0;
  gint64 unit = INK_SECOND;

  for (; *p < end && g_ascii_isdigit (**p); (*p)++)
    if (unit > 1)
      {
        unit /= 10;
        value += unit * (**p - '0');
      }
  return value;
}

static gboolean
read_half (const char **p,
           const char *end,
           int *hours)
{
  gboolean after;

  skip_spaces (p, end);
  after = take_word (p, end, "PM") || take_word (p, end, "p.m.");
  if (!after && !take_word (p, end, "AM") && !take_word (p, end, "a.m."))
    return TRUE;
  if (*hours < 1 || *hours > 12)
    return FALSE;
  *hours = *hours % 12 + (after ? 12 : 0);
  return TRUE;
}

/* H:MM[:SS[.fraction]] [AM|PM] [zone], to the end. */
static gboolean
read_clock (const char **p,
            const char *end,
            Parts *parts)
{
  int hours;
  int minutes;
  int seconds = 0;
  gint64 fraction = 0;

  skip_spaces (p, end);
  if (*p == end)
    return TRUE;
  if (read_digits (p, end, 2, &hours) == 0 || *p == end || **p != ':')
    return FALSE;
  (*p)++;
  if (read_digits (p, end, 2, &minutes) != 2)
    return FALSE;
  if (*p < end && **p == ':')
    {
      (*p)++;
      if (read_digits (p, end, 2, &seconds) != 2)
        return FALSE;
      if (*p < end && (**p == '.' || **p == ','))
        {
          (*p)++;
          fraction = read_fraction (p, end);
        }
    }
  if (!read_half (p, end, &hours) || hours > 24 || minutes > 59 || seconds > 60)
    return FALSE;
  parts->has_clock = TRUE;
  parts->of_day = hours * INK_HOUR + minutes * INK_MINUTE + seconds * INK_SECOND + fraction;
  return parts->of_day <= INK_DAY + INK_SECOND && read_zone (p, end, parts);
}

/* The month that a name begins, in the languages in which exports come. */
static int
month_of (const char *name,
          gsize length)
{
  static const struct
  {
    const char *start;
    int month;
  } names[] = {
    { "jan", 1 },  { "ene", 1 },  { "gen", 1 },  { "feb", 2 },  { "f\xc3\xa9v", 2 },
    { "fev", 2 },  { "mar", 3 },  { "m\xc3\xa4r", 3 }, { "mrz", 3 }, { "maa", 3 },
    { "apr", 4 },  { "avr", 4 },  { "abr", 4 },  { "may", 5 },  { "mai", 5 },
    { "mag", 5 },  { "mei", 5 },  { "juin", 6 }, { "jun", 6 },  { "giu", 6 },
    { "juil", 7 }, { "jul", 7 },  { "lug", 7 },  { "aug", 8 },  { "ao\xc3\xbb", 8 },
    { "aou", 8 },  { "ago", 8 },  { "sep", 9 },  { "set", 9 },  { "oct", 10 },
    { "okt", 10 }, { "ott", 10 }, { "out", 10 }, { "nov", 11 }, { "dec", 12 },
    { "dez", 12 }, { "dic", 12 }, { "d\xc3\xa9" "c", 12 },
  };

  /* Asked of every word in a sample, hardly any of which is a month: first by the first letter. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (length >= 3 && ((names[i].start[0] ^ name[0]) & 0xdf) == 0 && length >= strlen (names[i].start)
        && g_ascii_strncasecmp (name, names[i].start, strlen (names[i].start)) == 0)
      return names[i].month;
  return 0;
}

static gsize
word_length (const char *p,
             const char *end)
{
  gsize n = 0;

  while (p + n < end && (g_ascii_isalpha (p[n]) || (guint8) p[n] >= 0x80))
    n++;
  return n;
}

/* 17/May/2015:10:05:03 +0000 · 17 May 2015 10:05 · May 17, 2015, 3:04 PM · Sun, 17 May 2015 … */
static gboolean
read_named (const char *p,
            const char *end,
            Parts *parts)
{
  gsize word = word_length (p, end);

  if (word > 0 && month_of (p, word) == 0)
    {
      p += word;
      if (p < end && *p == '.')
        p++;
      skip_spaces (&p, end);
    }
  for (int part = 0; part < 3; part++)
    {
      word = word_length (p, end);
      if (word > 0)
        {
          if (parts->month != 0 || (parts->month = month_of (p, word)) == 0)
            return FALSE;
          p += word;
        }
      else
        {
          int value;
          int digits = read_digits (&p, end, 4, &value);

          if (digits == 0)
            return FALSE;
          if (parts->day == 0 && digits <= 2)
            parts->day = value;
          else
            parts->year = digits == 2 ? value + (value < 70 ? 2000 : 1900) : value;
        }
      while (p < end && part < 2 && strchr (" ./-,", *p) != NULL)
        p++;
    }
  if (p < end && *p == ':')
    p++;
  return read_clock (&p, end, parts);
}

/* YYYY-MM-DD, YYYY/MM/DD, DD.MM.YYYY, a/b/YYYY, a-b-YY, with or without a clock. */
static gboolean
read_positional (const char *p,
                 const char *end,
                 Parts *parts)
{
  int values[3];
  int digits[3];
  char mark = '\0';

  for (int i = 0; i < 3; i++)
    {
      digits[i] = read_digits (&p, end, 4, &values[i]);
      if (digits[i] == 0 || (i < 2 && p == end))
        return FALSE;
      if (i == 0)
        mark = *p;
      if (i < 2 && (*p != mark || (mark != '-' && mark != '/' && mark != '.')))
        return FALSE;
      if (i < 2)
        p++;
    }
  if (digits[0] == 4)
    {
      parts->year = values[0];
      parts->month = values[1];
      parts->day = values[2];
    }
  else
    {
      if (digits[0] > 2 || digits[1] > 2 || (digits[2] != 4 && digits[2] != 2))
        return FALSE;
      parts->year = values[2];
      if (digits[2] == 2)
        parts->year += values[2] < 70 ? 2000 : 1900;
      parts->slashed = mark != '.';
      parts->first = parts->day = values[0];
      parts->second = parts->month = values[1];
    }
  if (p < end && *p == 'T')
    p++;
  else if (p < end && *p != ' ' && *p != ',' && (guint8) *p < 0x80)
    return FALSE;
  return read_clock (&p, end, parts);
}

/* The integer part is at most 19 digits; microseconds since 1970 by how many there are. */
static gboolean
read_epoch (const char *p,
            const char *end,
            gint64 *time)
{
  gint64 value = 0;
  gint64 fraction = 0;
  int n = 0;

  for (; p < end && g_ascii_isdigit (*p); p++)
    {
      if (++n > 19 || value > (G_MAXINT64 - 9) / 10)
        return FALSE;
      value = value * 10 + (*p - '0');
    }
  if (p < end && *p == '.')
    {
      p++;
      fraction = read_fraction (&p, end);
    }
  if (p != end)
    return FALSE;
  switch (n)
    {
    case 9:
    case 10:
      *time = value * INK_SECOND + fraction;
      return TRUE;
    case 12:
    case 13:
      *time = value * INK_MILLISECOND + fraction / 1000;
      return TRUE;
    case 15:
    case 16:
      *time = value;
      return TRUE;
    case 18:
    case 19:
      *time = value / 1000;
      return TRUE;
    default:
      return FALSE;
    }
}

/* YYYYMMDD or YYYYMMDDHHMMSS. */
static gboolean
read_compact (const char *p,
              const char *end,
              Parts *parts)
{
  int digits[14] = { 0 };
  int n = (int) (end - p);

  if (n != 8 && n != 14)
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return FALSE;
      digits[i] = p[i] - '0';
    }
  parts->year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];
  parts->month = digits[4] * 10 + digits[5];
  parts->day = digits[6] * 10 + digits[7];
  if (n == 14)
    {
      int h = digits[8] * 10 + digits[9];
      int m = digits[10] * 10 + digits[11];
      int s = digits[12] * 10 + digits[13];

      if (h > 23 || m > 59 || s > 60)
        return FALSE;
      parts->has_clock = TRUE;
      parts->of_day = h * INK_HOUR + m * INK_MINUTE + s * INK_SECOND;
    }
  return parts->year >= 1900 && parts->year < 2200;
}

typedef enum
{
  SHAPE_NONE,
  SHAPE_PARTS,
  SHAPE_MOMENT, /* a number of seconds or the like */
  SHAPE_SERIAL, /* days of a spreadsheet */
} Shape;

static Shape
read_shape (const char *p,
            const char *end,
            Parts *parts,
            gint64 *time,
            double *serial)
{
  gsize length = (gsize) (end - p);

  if (length < 5 || length > 48)
    return SHAPE_NONE;
  if (!g_ascii_isdigit (*p))
    return read_named (p, end, parts) ? SHAPE_PARTS : SHAPE_NONE;
  if (read_compact (p, end, parts))
    return SHAPE_PARTS;
  *parts = (Parts){ 0 };
  if (read_epoch (p, end, time))
    return SHAPE_MOMENT;
  if (read_positional (p, end, parts))
    return SHAPE_PARTS;
  *parts = (Parts){ 0 };
  if (ink_number_parse (p, length, serial))
    {
      if (*serial >= 1e8 && *serial < 1e11)
        {
          *time = (gint64) (*serial * (double) INK_SECOND);
          return SHAPE_MOMENT;
        }
      return *serial >= 20000 && *serial < 80000 ? SHAPE_SERIAL : SHAPE_NONE;
    }
  return read_named (p, end, parts) ? SHAPE_PARTS : SHAPE_NONE;
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
  Parts parts = { 0 };
  gint64 time = 0;
  double serial = 0;
  Shape shape;

  g_return_if_fail (guess != NULL);

  guess->cells++;
  trim (&p, &end);
  shape = read_shape (p, end, &parts, &time, &serial);
  guess->serials += shape == SHAPE_SERIAL;
  if (shape == SHAPE_NONE || shape == SHAPE_SERIAL)
    return;
  if (shape == SHAPE_PARTS && parts.slashed)
    {
      if (MAX (parts.first, parts.second) > 31 || (parts.first > 12 && parts.second > 12))
        return;
      guess->day_first += parts.first > 12;
      guess->month_first += parts.second > 12;
      guess->either += parts.first <= 12 && parts.second <= 12 && parts.first != parts.second;
    }
  else if (shape == SHAPE_PARTS && !is_date (parts.year, parts.month, parts.day))
    return;
  guess->times++;
  guess->numbers += shape == SHAPE_MOMENT || (shape == SHAPE_PARTS && g_ascii_isdigit (end[-1])
                                              && end - p == 8 && g_ascii_isdigit (p[2])
                                              && g_ascii_isdigit (p[4]) && g_ascii_isdigit (p[5]));
  guess->zoneless += shape == SHAPE_PARTS && !parts.has_zone;
  guess->clocks += shape == SHAPE_MOMENT || parts.has_clock;
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
           const Parts *parts)
{
  if (end - p < 19 || p[4] != '-' || p[7] != '-')
    return;
  memcpy (style->date, p, 10);
  style->date_start = days_from_civil (parts->year, parts->month, parts->day) * INK_DAY;
}

gboolean
ink_time_style_parse (InkTimeStyle *style,
                      const char *text,
                      gsize length,
                      gint64 *time)
{
  const char *p = text;
  const char *end = text + length;
  Parts parts = { 0 };
  double serial = 0;
  gint64 local;

  g_return_val_if_fail (style != NULL && time != NULL, FALSE);

  if (G_LIKELY (parse_same_date (style, text, length, time)))
    return TRUE;
  trim (&p, &end);
  switch (read_shape (p, end, &parts, time, &serial))
    {
    case SHAPE_MOMENT:
      if (style->wall_clock)
        *time = to_utc (style, *time);
      return TRUE;
    case SHAPE_SERIAL:
      if (!style->excel)
        return FALSE;
      *time = to_utc (style, (gint64) ((serial - 25569) * 86400 + 0.5) * INK_SECOND);
      return TRUE;
    case SHAPE_PARTS:
      break;
    case SHAPE_NONE:
    default:
      return FALSE;
    }
  if (parts.slashed && style->month_first)
    {
      parts.month = parts.first;
      parts.day = parts.second;
    }
  if (!is_date (parts.year, parts.month, parts.day))
    return FALSE;
  keep_date (style, p, end, &parts);
  local = days_from_civil (parts.year, parts.month, parts.day) * INK_DAY + parts.of_day;
  *time = parts.has_zone ? local - parts.offset : to_utc (style, local);
  return TRUE;
}
