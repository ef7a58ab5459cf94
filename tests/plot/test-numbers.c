/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers as people read them. */

#include "plot/ink-numbers.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

/* Narrow spaces as "_", so that the tables below are readable. */
static void
assert_text (char *text,
             const char *expected)
{
  g_auto (GStrv) parts = g_strsplit (text, "\342\200\257", -1);
  g_autofree char *readable = g_strjoinv ("_", parts);

  g_assert_cmpstr (readable, ==, expected);
  g_free (text);
}

static void
test_counts (void)
{
  static const struct { double count; const char *text; } cases[] = {
    { 0, "0" }, { 331, "331" }, { 4118, "4118" }, { 21870, "21_870" }, { 1234567, "1_234_567" },
    { -17752, "\342\210\22217_752" }, { -0.2, "0" }, { 1e15, "1_000_000_000_000_000" },
    { NAN, "\342\200\223" }, { INFINITY, "\342\200\223" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (ink_numbers_count (&ink_numbers_plain, cases[i].count), cases[i].text);
}

static void
test_shares (void)
{
  static const struct { double share; const char *text; } cases[] = {
    { 0, "0_%" }, { 1, "100_%" }, { 0.18829, "18.8_%" }, { 0.0151, "1.5_%" }, { 0.0087, "0.87_%" },
    { 0.00064, "0.064_%" }, { 0.000001, "<_0.001_%" }, { 0.9999, ">_99.9_%" }, { 0.9994, "99.9_%" },
    { 0.00999, "1.0_%" }, { 1.5, "150.0_%" }, { NAN, "\342\200\223" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (ink_numbers_share (&ink_numbers_plain, cases[i].share), cases[i].text);
}

/* Where words are read from the right, a sign behind a space would stand before its number. */
static void
test_shares_mirrored (void)
{
  static const struct { double share; const char *text; } cases[] = {
    { 0, "0%" }, { 0.18829, "18.8%" }, { 0.000001, "<_0.001%" }, { NAN, "\342\200\223" },
  };
  InkNumbers mirrored = ink_numbers_plain;

  mirrored.right_to_left = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (ink_numbers_share (&mirrored, cases[i].share), cases[i].text);
}

static void
test_seconds (void)
{
  static const struct { double seconds; const char *text;
  } cases[] = {
    { 0, "0\302\240s" },
    { 0.26, "0.3\302\240s" },
    { 59.4, "59\302\240s" },
    { 59.6, "1\302\240min" },
    { 312, "5\302\240min 12\302\240s" },
    { 660, "11\302\240min" },
    { 3600, "1\302\240h" },
    { 12000, "3\302\240h 20\302\240min" },
    { 86400, "1\302\240day" },
    { 6 * 86400 + 4 * 3600, "6\302\240days 4\302\240h" },
    { 86400 * 90 + 7200, "90\302\240days" },
    { -1, "\342\200\223" },
    { NAN, "\342\200\223" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (ink_numbers_seconds (&ink_numbers_plain, cases[i].seconds), cases[i].text);
}

static void
test_days (void)
{
  static const struct { double seconds; const char *text; } cases[] = {
    { 0, "the same day" },
    { 4000, "the same day" },
    { 43200, "0.5\302\240days" },
    { 86400, "1\302\240day" },
    { 129600, "1.5\302\240days" },
    { 86400 * 12, "12\302\240days" },
    { -1, "\342\200\223" },
    { NAN, "\342\200\223" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (ink_numbers_format (&ink_numbers_plain, INK_FORMAT_DAYS, cases[i].seconds),
                 cases[i].text);
}

static void
test_other (void)
{
  InkNumbers german = { ",", "." };

  assert_text (ink_numbers_decimal (&german, 1234.5, 1), "1.234,5");
  assert_text (ink_numbers_plain_number (&ink_numbers_plain, 12.340), "12.3");
  assert_text (ink_numbers_plain_number (&ink_numbers_plain, 2.5), "2.5");
  assert_text (ink_numbers_plain_number (&ink_numbers_plain, 1e9), "1_000_000_000");
  assert_text (ink_numbers_format (&ink_numbers_plain, INK_FORMAT_MONEY, 400), "400.00");
  assert_text (ink_numbers_date (&ink_numbers_plain, 0, INK_PERIOD_DAY, NULL, TRUE), "1 Jan 1970");
  assert_text (ink_numbers_date (&ink_numbers_plain, 0, INK_PERIOD_MONTH, NULL, FALSE), "Jan");
  assert_text (ink_numbers_date (&ink_numbers_plain, G_MAXINT64, INK_PERIOD_DAY, NULL, TRUE),
               "\342\200\223");
}

/* In running text no line ends inside a range, nor between a number and its unit or sign. */
static void
test_no_break (void)
{
  g_autofree char *range = ink_numbers_range ("2.6", "3.7");
  g_autofree char *times = ink_numbers_ratio (&ink_numbers_plain, 2.6);
  g_autofree char *both = ink_numbers_range (times, times);
  g_autofree char *share = ink_numbers_share (&ink_numbers_plain, 0.188);
  g_autofree char *count = ink_numbers_count (&ink_numbers_plain, 1234567);
  g_autofree char *hours = ink_numbers_seconds (&ink_numbers_plain, 7200);
  g_autofree char *days = ink_numbers_days (&ink_numbers_plain, 129600);
  const char *texts[] = { range, both, share, count, hours, days };

  g_assert_cmpstr (range, ==, "2.6\302\240\342\200\223\342\201\240\302\2403.7");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      int n = (int) g_utf8_strlen (texts[i], -1);
      g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, (gsize) n + 1);

      pango_get_log_attrs (texts[i], -1, -1, pango_language_get_default (), attrs, n + 1);
      for (int at = 1; at < n; at++)
        if (attrs[at].is_line_break)
          g_error ("a line of “%s” may end after %d letters", texts[i], at);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/counts", test_counts);
  g_test_add_func ("/numbers/shares", test_shares);
  g_test_add_func ("/numbers/shares-mirrored", test_shares_mirrored);
  g_test_add_func ("/numbers/seconds", test_seconds);
  g_test_add_func ("/numbers/days", test_days);
  g_test_add_func ("/numbers/other", test_other);
  g_test_add_func ("/numbers/no-break", test_no_break);
  return g_test_run ();
}
