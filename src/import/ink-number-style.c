/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the numbers of one column are written. */

#include "config.h"

#include "import/ink-number-style.h"

#include <math.h>
#include <string.h>

#include "base/ink-value.h"

#define MAX_TEXT 64

gboolean
ink_number_is_id (const char *text,
                  gsize length)
{
  gsize digits = 0;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  while (digits < length && g_ascii_isdigit (text[digits]))
    digits++;
  return digits == length && (digits >= 16 || (digits > 1 && text[0] == '0'));
}

/* Digits behind the last @mark, where it stands once and only digits follow; -1 else. */
static int
digits_behind (const char *text,
               gsize length,
               char mark)
{
  const char *at = memchr (text, mark, length);
  int n = 0;

  if (at == NULL)
    return -1;
  for (const char *p = at + 1; p < text + length && g_ascii_isdigit (*p); p++)
    n++;
  if (memchr (at + 1, mark, length - (gsize) (at + 1 - text)) != NULL)
    return -1;
  return n;
}

/* A mark whose digits cannot be a group of thousands. */
static gboolean
only_decimal (const char *text,
              gsize length,
              char mark,
              char other)
{
  int n = digits_behind (text, length, mark);
  const char *at = memchr (text, mark, length);
  const char *grouped = memchr (text, other, length);

  if (n < 0 || at == text)
    return FALSE;
  if (n != 3 && n > 0)
    return grouped == NULL || grouped < at;
  /* "0,125" or "1.234,567" */
  return (at == text + 1 && text[0] == '0' && n > 0) || (grouped != NULL && grouped < at);
}

void
ink_number_guess_add (InkNumberGuess *guess,
                      const char *text,
                      gsize length)
{
  const char *e;

  g_return_if_fail (guess != NULL);

  guess->cells++;
  if (length == 0 || length >= MAX_TEXT)
    return;
  guess->comma += only_decimal (text, length, ',', '.');
  guess->point += only_decimal (text, length, '.', ',');
  guess->ids += ink_number_is_id (text, length);
  e = memchr (text, 'E', length);
  guess->damaged += e != NULL && length > 6 && text[1] == '.' && e[1] == '+'
                    && (gsize) (e - text) <= 8 && ink_number_parse (text, length, &(double){ 0 });
}

InkNumberStyle
ink_number_guess_end (const InkNumberGuess *guess)
{
  g_return_val_if_fail (guess != NULL, ((InkNumberStyle){ '.', TRUE }));

  return (InkNumberStyle){ guess->comma > 0 && guess->point == 0 ? ',' : '.', TRUE };
}

/* -?[0-9]{1,15}(\.[0-9]*)? with at most 15 digits in all: exact by one division. */
static gboolean
parse_plain (const char *text,
             gsize length,
             double *number)
{
  static const double powers[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  gint64 value = 0;
  gsize i = length > 0 && text[0] == '-';
  gsize digits = 0;
  gsize point = G_MAXSIZE;

  if (length > 17)
    return FALSE;
  for (; i < length; i++)
    {
      guint8 digit = (guint8) (text[i] - '0');

      if (digit <= 9)
        {
          value = value * 10 + digit;
          digits++;
        }
      else if (text[i] == '.' && point == G_MAXSIZE && digits > 0)
        point = digits;
      else
        return FALSE;
    }
  if (digits == 0 || digits > 15 || point == digits)
    return FALSE;
  *number = (double) (text[0] == '-' ? -value : value);
  if (point != G_MAXSIZE)
    *number /= powers[digits - point];
  return TRUE;
}

/* Skips a currency sign or a code of three capitals, and spaces of every kind. */
static gboolean
skip_decoration (const char **p,
                 const char *end)
{
  static const char *const signs[] = { "$",        "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5",
                                       "\xe2\x82\xb9", "\xc2\xa0",   "\xe2\x80\xaf", " ",
                                       "+",        "CHF",          "kr",       "z\xc5\x82" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize n = strlen (signs[i]);

      if ((gsize) (end - *p) >= n && memcmp (*p, signs[i], n) == 0)
        {
          *p += n;
          return TRUE;
        }
    }
  if (end - *p >= 3 && g_ascii_isupper ((*p)[0]) && g_ascii_isupper ((*p)[1])
      && g_ascii_isupper ((*p)[2]))
    {
      *p += 3;
      return TRUE;
    }
  return FALSE;
}

/* Length of a mark between groups of three digits: the other of comma and point, an apostrophe, or
 * a (no-break) space. 0: it is not one. */
static gsize
group_length (const char *p,
              const char *end,
              char decimal)
{
  static const char *const marks[] = { "'", " ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x99" };
  gsize n = 0;

  if (*p == (decimal == '.' ? ',' : '.'))
    n = 1;
  for (guint i = 0; n == 0 && i < G_N_ELEMENTS (marks); i++)
    if ((gsize) (end - p) > strlen (marks[i]) && memcmp (p, marks[i], strlen (marks[i])) == 0)
      n = strlen (marks[i]);
  if (n == 0 || (gsize) (end - p) < n + 3)
    return 0;
  for (gsize i = n; i < n + 3; i++)
    if (!g_ascii_isdigit (p[i]))
      return 0;
  return (gsize) (end - p) > n + 3 && g_ascii_isdigit (p[n + 3]) ? 0 : n;
}

/* Copies digits, a point and an exponent to @out. Where the number ends; NULL if there is none. */
static const char *
copy_digits (const char *p,
             const char *end,
             char decimal,
             char *out)
{
  gboolean pointed = FALSE;
  char *start = out;

  while (p < end)
    {
      gsize group;

      if (g_ascii_isdigit (*p))
        *out++ = *p++;
      else if (*p == decimal && !pointed)
        {
          *out++ = '.';
          pointed = TRUE;
          p++;
        }
      else if (!pointed && out > start && (group = group_length (p, end, decimal)) > 0)
        p += group;
      else
        break;
    }
  if (out == start || out[-1] == '.')
    return NULL;
  *out = '\0';
  return p;
}

static gboolean
parse_decorated (const InkNumberStyle *style,
                 const char *text,
                 gsize length,
                 double *number)
{
  char digits[MAX_TEXT + 1];
  const char *p = text;
  const char *end = text + length;
  gboolean negative = FALSE;
  gboolean bracket = FALSE;
  gboolean percent = FALSE;

  if (length >= MAX_TEXT)
    return FALSE;
  for (; p < end; p++)
    {
      while (p < end && skip_decoration (&p, end))
        ;
      if (p == end || (*p != '-' && *p != '('))
        break;
      bracket |= *p == '(';
      negative = TRUE;
    }
  p = copy_digits (p, end, style->decimal, digits);
  while (p != NULL && p < end)
    {
      if (*p == '%')
        percent = TRUE;
      else if (*p == '-')
        negative = TRUE;
      else if (*p == ')' && bracket)
        bracket = FALSE;
      else if (skip_decoration (&p, end))
        continue;
      else
        return FALSE;
      p++;
    }
  if (p == NULL || bracket || !ink_number_parse (digits, strlen (digits), number))
    return FALSE;
  if (negative)
    *number = -*number;
  if (percent)
    *number /= 100;
  return TRUE;
}

gboolean
ink_number_style_parse (const InkNumberStyle *style,
                        const char *text,
                        gsize length,
                        double *number)
{
  g_return_val_if_fail (style != NULL && number != NULL, FALSE);

  if (G_LIKELY (style->decimal == '.'))
    {
      if (parse_plain (text, length, number))
        return TRUE;
      if (length > 0 && length < MAX_TEXT && ink_number_parse (text, length, number))
        return isfinite (*number);
    }
  return style->decorated && length > 0 && parse_decorated (style, text, length, number)
         && isfinite (*number);
}
