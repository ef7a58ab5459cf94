/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers as text and back: exact, in the C locale, never reading past the given length. */
#include "base/ink-value.h"

#include <math.h>
#include <string.h>

/* A text longer than this is no number that anybody wrote. */
#define MAX_LENGTH 512
/* The powers of ten that a double holds exactly: with a mantissa below 2^53 one multiplication or
 * division rounds once, so the result is the nearest double. */
#define MAX_EXACT_POWER 22

static const double powers[MAX_EXACT_POWER + 1] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

typedef struct
{
  guint64 mantissa;
  int exponent;
  int n_digits; /* all that were written */
  gboolean exact;
} Decimal;

static const char *
read_digits (const char *p,
             const char *end,
             gboolean after_point,
             Decimal *out)
{
  for (; p < end && g_ascii_isdigit (*p); p++)
    {
      out->n_digits++;
      if (out->mantissa > (G_MAXUINT64 - 9) / 10)
        {
          out->exact = FALSE;
          continue;
        }
      out->mantissa = out->mantissa * 10 + (guint64) (*p - '0');
      out->exponent -= after_point;
    }
  return p;
}

static const char *
read_exponent (const char *p,
               const char *end,
               Decimal *out)
{
  gboolean negative = FALSE;
  const char *first;
  int exponent = 0;

  if (p < end && (*p == '+' || *p == '-'))
    negative = *p++ == '-';
  for (first = p; p < end && g_ascii_isdigit (*p); p++)
    exponent = MIN (exponent * 10 + (*p - '0'), 100000);
  if (p == first)
    return NULL;

  out->exponent += negative ? -exponent : exponent;
  return p;
}

static gboolean
parse_slowly (const char *text,
              gsize length,
              double *number)
{
  char buffer[MAX_LENGTH + 1];
  char *end = NULL;

  memcpy (buffer, text, length);
  buffer[length] = '\0';
  *number = g_ascii_strtod (buffer, &end);

  return end == buffer + length && isfinite (*number);
}

gboolean
ink_number_parse (const char *text,
                  gsize length,
                  double *number)
{
  Decimal decimal = { .exact = TRUE };
  const char *p = text, *end = text + length;
  gboolean negative = FALSE;
  double value;

  if (length == 0 || length > MAX_LENGTH)
    return FALSE;
  if (*p == '+' || *p == '-')
    negative = *p++ == '-';
  p = read_digits (p, end, FALSE, &decimal);
  if (p < end && *p == '.')
    p = read_digits (p + 1, end, TRUE, &decimal);
  if (decimal.n_digits == 0)
    return FALSE;
  if (p < end && (*p == 'e' || *p == 'E'))
    p = read_exponent (p + 1, end, &decimal);
  if (p != end)
    return FALSE;

  if (!decimal.exact || decimal.mantissa > (G_GUINT64_CONSTANT (1) << 53)
      || ABS (decimal.exponent) > MAX_EXACT_POWER)
    return parse_slowly (text, length, number);

  value = (double) decimal.mantissa;
  value = decimal.exponent < 0 ? value / powers[-decimal.exponent]
                               : value * powers[decimal.exponent];
  *number = negative ? -value : value;
  return TRUE;
}

char *
ink_number_to_text (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (number == 0)
    return g_strdup ("0");
  if (fabs (number) < 1e15 && number == trunc (number))
    return g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) number);
  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8] = { '%', '.', '1', (char) ('0' + digits - 10), 'g', '\0' };

      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return g_strdup (buffer);
}
