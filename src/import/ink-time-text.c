/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The shape is looked at in every cell, since real columns mix shapes. */

#include "config.h"

#include "import/ink-time-text.h"

#include <string.h>

#include "base/ink-time.h"
#include "base/ink-value.h"

/* Bytes of a text that may be a time. */
#define SHORTEST 5
#define LONGEST 48

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
           InkTimeParts *parts)
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
            InkTimeParts *parts)
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
            InkTimeParts *parts)
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
                 InkTimeParts *parts)
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
              InkTimeParts *parts)
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

/* Seconds with an exponent, or days; FALSE: it is no number. */
static gboolean
read_number (const char *start,
             const char *end,
             InkTimeText *read)
{
  if (!ink_number_parse (start, (gsize) (end - start), &read->serial))
    return FALSE;
  if (read->serial >= 1e8 && read->serial < 1e11)
    {
      read->moment = (gint64) (read->serial * (double) INK_SECOND);
      read->shape = INK_TIME_SHAPE_MOMENT;
    }
  else if (read->serial >= 20000 && read->serial < 80000)
    {
      read->shape = INK_TIME_SHAPE_SERIAL;
    }
  return TRUE;
}

/* Tries one shape after the other; what a shape that does not fit left in @parts is forgotten. */
static gboolean
read_parts (const char *start,
            const char *end,
            gboolean (*read_shape) (const char *p, const char *end, InkTimeParts *parts),
            InkTimeText *read)
{
  read->parts = (InkTimeParts){ 0 };
  if (!read_shape (start, end, &read->parts))
    return FALSE;
  read->shape = INK_TIME_SHAPE_PARTS;
  return TRUE;
}

InkTimeText
ink_time_text_read (const char *start,
                    const char *end)
{
  InkTimeText read = { .shape = INK_TIME_SHAPE_NONE };

  if (end - start < SHORTEST || end - start > LONGEST)
    return read;
  if (!g_ascii_isdigit (*start))
    {
      read_parts (start, end, read_named, &read);
      return read;
    }
  if (read_parts (start, end, read_compact, &read))
    return read;
  if (read_epoch (start, end, &read.moment))
    {
      read.shape = INK_TIME_SHAPE_MOMENT;
      return read;
    }
  if (!read_parts (start, end, read_positional, &read) && !read_number (start, end, &read))
    read_parts (start, end, read_named, &read);
  return read;
}
