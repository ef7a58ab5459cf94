/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers as texts. Digits are made in the C locale and grouped here, so no thread's locale counts.
 */

#include "config.h"

#include "base/ink-numbers.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#define NARROW_SPACE "\342\200\257"
#define MINUS "\342\210\222"
#define DASH "\342\200\223"

const InkNumbers ink_numbers_plain = { ".", NARROW_SPACE, FALSE };

/* Four digits stay together where the group is a space: 2741, but 21 870. */
static gboolean
wants_groups (const InkNumbers *numbers,
              gsize n_digits)
{
  return n_digits > 4 || (n_digits == 4 && strcmp (numbers->group, NARROW_SPACE) != 0);
}

static void
append_grouped (GString *text,
                const InkNumbers *numbers,
                const char *digits,
                gsize n_digits)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0 && wants_groups (numbers, n_digits))
        g_string_append (text, numbers->group);
      g_string_append_c (text, digits[i]);
    }
}

/* Whole units of a duration, the larger one in a form of its own language. A line breaks between the
 * two and never between a number and its unit: U+00A0. */
static char *
pair_of_units (const char *large,
               gint64 rest,
               const char *small_format)
{
  g_autofree char *small = NULL;

  if (rest == 0)
    return g_strdup (large);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  small = g_strdup_printf (small_format, (int) rest);
#pragma GCC diagnostic pop
  /* Translators: a duration of two units, such as "6 days" and "4 h". */
  return g_strdup_printf (C_ ("duration", "%s %s"), large, small);
}

static char *
days_text (const InkNumbers *numbers,
           gint64 days)
{
  g_autofree char *count = ink_numbers_count (numbers, (double) days);

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s\302\240day", "%s\302\240days", (gulong) days), count);
}

/* The C library does not say it. */
static gboolean
is_right_to_left (void)
{
  static const char *const languages[]
      = { "ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi", NULL };
  const char *name = g_get_language_names_with_category ("LC_MESSAGES")[0];
  g_autofree char *language = g_strndup (name, strcspn (name, "_.@"));

  return g_strv_contains (languages, language);
}

InkNumbers
ink_numbers_for_locale (void)
{
  InkNumbers numbers = ink_numbers_plain;
  const char *decimal = nl_langinfo (RADIXCHAR);
  const char *group = nl_langinfo (THOUSEP);

  if (decimal != NULL && *decimal != '\0' && g_utf8_validate (decimal, -1, NULL))
    g_strlcpy (numbers.decimal, decimal, sizeof numbers.decimal);
  if (group != NULL && *group != '\0' && strcmp (group, " ") != 0 &&
      g_utf8_validate (group, -1, NULL))
    g_strlcpy (numbers.group, group, sizeof numbers.group);
  numbers.right_to_left = is_right_to_left ();

  return numbers;
}

char *
ink_numbers_decimal (const InkNumbers *numbers,
                     double number,
                     int decimals)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[512];
  char *point;

  g_return_val_if_fail (numbers != NULL && decimals >= 0 && decimals <= 15, NULL);

  if (!isfinite (number))
    return g_strdup (DASH);

  {
    char format[16];

    g_snprintf (format, sizeof format, "%%.%df", decimals);
    g_ascii_formatd (buffer, sizeof buffer, format, fabs (number));
  }
  point = strchr (buffer, '.');
  if (number < 0 && strspn (buffer, "0.") != strlen (buffer))
    g_string_append (text, MINUS);
  append_grouped (text, numbers, buffer, point != NULL ? (gsize)(point - buffer) : strlen (buffer));
  if (point != NULL)
    {
      g_string_append (text, numbers->decimal);
      g_string_append (text, point + 1);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ink_numbers_count (const InkNumbers *numbers,
                   double count)
{
  return ink_numbers_decimal (numbers, count, 0);
}

/* As many decimals as three digits need, without zeros at the end. */
char *
ink_numbers_plain_number (const InkNumbers *numbers,
                          double number)
{
  double size = fabs (number);
  int decimals = size >= 100 || number == floor (number) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;

  while (decimals > 0 && fabs (number * pow (10, decimals - 1) -
                               round (number * pow (10, decimals - 1))) < 1e-9)
    decimals--;

  return ink_numbers_decimal (numbers, number, decimals);
}

char *
ink_numbers_share (const InkNumbers *numbers,
                   double share)
{
  g_autofree char *text = NULL;
  double percent = share * 100;
  const char *sign = "";
  int decimals;

  g_return_val_if_fail (numbers != NULL, NULL);

  if (!isfinite (share))
    return g_strdup (DASH);

  decimals = percent == 0 || percent == 100 ? 0 : percent >= 0.995 ? 1 : percent >= 0.0995 ? 2 : 3;
  if (percent > 0 && percent < 0.0005)
    {
      sign = "<" NARROW_SPACE;
      percent = 0.001;
    }
  else if (percent < 100 && percent >= 99.95)
    {
      sign = ">" NARROW_SPACE;
      percent = 99.9;
    }
  text = ink_numbers_decimal (numbers, percent, decimals);
  /* Behind a space the sign would be no part of the number, and stand before it. */
  if (numbers->right_to_left)
    return g_strdup_printf (C_ ("share", "%s%s%%"), sign, text);

  /* Translators: a percentage; the space is U+202F, a narrow one that does not break. */
  return g_strdup_printf (C_ ("share", "%s%s\342\200\257%%"), sign, text);
}

char *
ink_numbers_seconds (const InkNumbers *numbers,
                     double seconds)
{
  gint64 s;

  g_return_val_if_fail (numbers != NULL, NULL);

  if (!isfinite (seconds) || seconds < 0 || seconds > 1e12)
    return g_strdup (DASH);
  if (seconds > 0 && seconds < 10 && seconds != floor (seconds))
    {
      g_autofree char *text = ink_numbers_plain_number (numbers, round (seconds * 10) / 10);

      return g_strdup_printf (_("%s\302\240s"), text);
    }

  s = (gint64) llround (seconds);
  if (s < 60)
    return g_strdup_printf (_("%d\302\240s"), (int) s);
  if (s < 3600)
    {
      g_autofree char *minutes = g_strdup_printf (_("%d\302\240min"), (int) (s / 60));

      return pair_of_units (minutes, s < 600 ? s % 60 : 0, _("%d\302\240s"));
    }
  if (s < 86400)
    {
      g_autofree char *hours = g_strdup_printf (_("%d\302\240h"), (int) (s / 3600));

      return pair_of_units (hours, s % 3600 / 60, _("%d\302\240min"));
    }
  {
    g_autofree char *days = days_text (numbers, s / 86400);

    return pair_of_units (days, s < 30 * 86400 ? s % 86400 / 3600 : 0, _("%d\302\240h"));
  }
}

char *
ink_numbers_days (const InkNumbers *numbers,
                  double seconds)
{
  double days = round (seconds / 8640) / 10;
  g_autofree char *text = NULL;

  g_return_val_if_fail (numbers != NULL, NULL);

  if (!isfinite (seconds) || seconds < 0 || seconds > 1e12)
    return g_strdup (DASH);
  if (days == 0)
    return g_strdup (_("the same day"));
  if (days == floor (days))
    return days_text (numbers, (gint64) days);

  text = ink_numbers_plain_number (numbers, days);
  return g_strdup_printf (_("%s\302\240days"), text);
}

char *
ink_numbers_date (const InkNumbers *numbers,
                  gint64 time,
                  InkPeriod period,
                  GTimeZone *zone,
                  gboolean with_year)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (numbers != NULL, NULL);

  if (time != INK_TIME_NONE)
    utc = g_date_time_new_from_unix_utc (time / INK_SECOND - (time % INK_SECOND < 0 ? 1 : 0));
  if (utc != NULL)
    local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  if (local == NULL)
    return g_strdup (DASH);

  if (period == INK_PERIOD_MONTH)
    /* Translators: a month on an axis, for strftime. */
    return g_date_time_format (local, with_year ? C_ ("month", "%b %Y") : C_ ("month", "%b"));
  /* Translators: a day on an axis, for strftime. */
  return g_date_time_format (local, with_year ? C_ ("day", "%-d %b %Y") : C_ ("day", "%-d %b"));
}

char *
ink_numbers_ratio (const InkNumbers *numbers,
                   double ratio)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (numbers != NULL, NULL);

  if (!isfinite (ratio))
    return g_strdup (DASH);
  number = ink_numbers_decimal (numbers, ratio,
                                ratio > 0 && ratio < 0.095 ? 2 : ratio < 99.5 ? 1 : 0);
  /* Translators: "2.9×", how many times as often */
  return g_strdup_printf (_ ("%s×"), number);
}

/* Between a dash and a space that does not break a line may end all the same (UAX 14, LB12a): hence
 * U+2060, the word joiner. */
char *
ink_numbers_range (const char *low,
                   const char *high)
{
  g_return_val_if_fail (low != NULL && high != NULL, NULL);

  /* Translators: from a number to a number; round the dash stand U+00A0, U+2060 and U+00A0, which keep
   * it in one line. */
  return g_strdup_printf (_ ("%s\302\240\342\200\223\342\201\240\302\240%s"), low, high);
}

char *
ink_numbers_format (const InkNumbers *numbers,
                    InkFormat format,
                    double value)
{
  g_return_val_if_fail (numbers != NULL, NULL);

  switch (format)
    {
    case INK_FORMAT_COUNT:
      return ink_numbers_count (numbers, value);
    case INK_FORMAT_SHARE:
      return ink_numbers_share (numbers, value);
    case INK_FORMAT_SECONDS:
      return ink_numbers_seconds (numbers, value);
    case INK_FORMAT_DAYS:
      return ink_numbers_days (numbers, value);
    case INK_FORMAT_TIME:
      return isfinite (value)
                 ? ink_numbers_date (numbers, (gint64)value, INK_PERIOD_DAY, NULL, TRUE)
                 : g_strdup (DASH);
    case INK_FORMAT_MONEY:
      return ink_numbers_decimal (numbers, value, 2);
    case INK_FORMAT_RATIO:
      return ink_numbers_ratio (numbers, value);
    case INK_FORMAT_PLAIN:
      break;
    }

  return ink_numbers_plain_number (numbers, value);
}
