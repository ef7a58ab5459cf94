/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All in the reader's locale, by the one place that makes numbers. */
#include "config.h"

#include "analysis/ink-indicator-words.h"

#include <glib/gi18n-lib.h>

#include "base/ink-numbers.h"

/* As many decimals as a ratio's. */
static char *
write_number (double number)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_decimal (&numbers, number,
                              number > 0 && number < 0.095 ? 2 : number < 99.5 ? 1 : 0);
}

char *
ink_words_ratio (double ratio)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  if (isnan (ratio))
    return g_strdup (_ ("no ratio"));
  if (isinf (ratio))
    return g_strdup (_ ("many times"));
  return ink_numbers_ratio (&numbers, ratio);
}

char *
ink_words_times (double ratio)
{
  g_autofree char *number = NULL;

  if (!isfinite (ratio))
    return ink_words_ratio (ratio);
  number = write_number (ratio);
  /* Translators: "2.9 times", before "as often". */
  return g_strdup_printf (_ ("%s times"), number);
}

char *
ink_words_range (InkInterval range)
{
  g_autofree char *low = write_number (range.low);
  g_autofree char *high = NULL;

  if (isinf (range.high))
    return g_strdup_printf (_ ("%s or more"), low);
  high = write_number (range.high);
  return ink_numbers_range (low, high);
}

/* A table may have a range so narrow that one decimal would make its ends equal to its middle. */
static gboolean
look_alike (double ratio,
            double limit)
{
  g_autofree char *one = write_number (ratio);
  g_autofree char *other = write_number (limit);

  return ratio != limit && g_str_equal (one, other);
}

char *
ink_words_estimate (double ratio,
                    InkInterval range,
                    char **range_words)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *number = NULL, *low = NULL, *high = NULL;

  g_return_val_if_fail (range_words != NULL, NULL);

  if (!isfinite (ratio) || !isfinite (range.high) || ratio >= 9.95
      || (!look_alike (ratio, range.low) && !look_alike (ratio, range.high)))
    {
      *range_words = ink_words_range (range);
      return ink_words_times (ratio);
    }
  number = ink_numbers_decimal (&numbers, ratio, 2);
  low = ink_numbers_decimal (&numbers, range.low, 2);
  high = ink_numbers_decimal (&numbers, range.high, 2);
  *range_words = ink_numbers_range (low, high);
  return g_strdup_printf (_ ("%s times"), number);
}

char *
ink_words_count (double count)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_count (&numbers, count);
}

/* In per cent, without the sign. */
static char *
write_percent (double share)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_decimal (&numbers, 100 * share, share > 0 && share < 0.0995 ? 1 : 0);
}

char *
ink_words_share (double share)
{
  g_autofree char *percent = write_percent (share);

  /* Translators: "14 %"; the space is U+202F, a narrow one that does not break. */
  return g_strdup_printf (_ ("%s\342\200\257%%"), percent);
}

char *
ink_words_share_range (InkInterval range)
{
  g_autofree char *low = write_percent (range.low);
  g_autofree char *high = write_percent (range.high);
  g_autofree char *both = ink_numbers_range (low, high);

  /* Translators: "11 – 18 %"; the space before the sign is U+202F. */
  return g_strdup_printf (_ ("%s\342\200\257%%"), both);
}
