/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lengths of time as people write them, from and to seconds. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "definition/ink-word.h"

/* Beyond it seconds are no whole numbers any more that could be split. */
#define MAX_SPLIT 1e9

/* The first of each unit is what we write. */
static const struct
{
  double seconds;
  const char *words;
} units[] = {
  /* Translators: units of time, separated by '|'; the first one is shown, all are understood. */
  { 1, N_("s|sec|second|seconds") },
  { 60, N_("min|m|mins|minute|minutes") },
  { 3600, N_("h|hr|hrs|hour|hours") },
  { 86400, N_("d|day|days") },
};

static void
put_amount (GString *words,
            double amount,
            guint unit)
{
  g_auto (GStrv) names = g_strsplit (_(units[unit].words), "|", 2);
  g_autofree char *number = ink_number_to_text (amount);

  g_string_append_printf (words, "%s%s %s", words->len > 0 ? " " : "", number, names[0]);
}

char *
ink_seconds_to_words (double seconds)
{
  GString *words = g_string_new (NULL);
  double left = seconds;

  if (seconds > 0 && seconds < MAX_SPLIT && floor (seconds) == seconds)
    for (guint unit = 2; unit > 0; unit--)
      {
        double whole = floor (left / units[unit].seconds);

        if (whole > 0)
          put_amount (words, whole, unit);
        left -= whole * units[unit].seconds;
      }
  if (left != 0 || words->len == 0)
    put_amount (words, left, 0);

  return g_string_free (words, FALSE);
}

static gboolean
is_unit (guint unit,
         const char *name,
         gboolean translated)
{
  g_auto (GStrv) names
      = g_strsplit (translated ? _(units[unit].words) : units[unit].words, "|", -1);

  return g_strv_contains ((const char *const *) names, name);
}

static double
find_unit (const char *name)
{
  for (guint unit = 0; unit < G_N_ELEMENTS (units); unit++)
    if (is_unit (unit, name, TRUE) || is_unit (unit, name, FALSE))
      return units[unit].seconds;

  return 0;
}

/* The number at @text, and where it ends; a comma is a point. */
static gboolean
parse_number (const char **text,
              double *number)
{
  gsize length = strcspn (*text, " ");
  g_autofree char *digits = NULL;

  if (ink_number_parse (*text, length, number))
    {
      *text += length;
      return TRUE;
    }

  length = strspn (*text, "0123456789.,");
  digits = g_strdelimit (g_strndup (*text, length), ",", '.');
  *text += length;
  return ink_number_parse (digits, length, number);
}

static gboolean
parse_unit (const char **text,
            double *unit)
{
  gsize length;
  g_autofree char *name = NULL;

  *text += strspn (*text, " ");
  length = strcspn (*text, " 0123456789");
  name = g_utf8_strdown (*text, (gssize) length);
  *text += length;
  *unit = length == 0 ? 1 : find_unit (name);
  return *unit > 0;
}

gboolean
ink_seconds_parse (const char *text,
                   double *seconds)
{
  double sum = 0;

  g_return_val_if_fail (text != NULL && seconds != NULL, FALSE);

  text += strspn (text, " ");
  if (*text == '\0')
    return FALSE;
  while (*text != '\0')
    {
      double number, unit;

      if (!parse_number (&text, &number) || !parse_unit (&text, &unit))
        return FALSE;
      sum += number * unit;
      text += strspn (text, " ");
    }

  *seconds = sum;
  return TRUE;
}
