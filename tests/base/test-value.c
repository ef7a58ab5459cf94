/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values and numbers: what reads as a number, and the shortest text that reads back. */
#include "base/ink-time.h"
#include "base/ink-value.h"

#include <math.h>
#include <string.h>

static const struct
{
  const char *text;
  gboolean ok;
  double number;
} numbers[] = {
  { "0", TRUE, 0 },
  { "-0", TRUE, 0 },
  { "12", TRUE, 12 },
  { "+12", TRUE, 12 },
  { "1.5", TRUE, 1.5 },
  { ".5", TRUE, .5 },
  { "5.", TRUE, 5 },
  { "-1.25e3", TRUE, -1250 },
  { "1E-2", TRUE, 0.01 },
  { "0.1", TRUE, 0.1 },
  { "9007199254740993", TRUE, 9007199254740992.0 },
  { "123456789012345678901234567890", TRUE, 123456789012345678901234567890.0 },
  { "0.000000000000000000000000000000012345", TRUE, 1.2345e-32 },
  { "1.7976931348623157e308", TRUE, 1.7976931348623157e308 },
  { "4.9e-324", TRUE, 4.9e-324 },
  { "1e-999", TRUE, 0 },
  { "", FALSE, 0 },
  { "-", FALSE, 0 },
  { ".", FALSE, 0 },
  { "1e", FALSE, 0 },
  { "1e+", FALSE, 0 },
  { "1e400", FALSE, 0 },
  { "nan", FALSE, 0 },
  { "inf", FALSE, 0 },
  { "0x10", FALSE, 0 },
  { " 1", FALSE, 0 },
  { "1 ", FALSE, 0 },
  { "1,5", FALSE, 0 },
  { "1.2.3", FALSE, 0 },
  { "--1", FALSE, 0 },
};

static void
test_number_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      gsize length = strlen (numbers[i].text);
      /* No NUL behind: a reader past the end is seen by the address sanitizer. */
      g_autofree char *copy = g_memdup2 (numbers[i].text, length);
      double number = -1;

      g_test_message ("%s", numbers[i].text);
      g_assert_cmpint (ink_number_parse (copy, length, &number), ==, numbers[i].ok);
      if (numbers[i].ok)
        g_assert_cmpfloat (number, ==, numbers[i].number);
    }
}

static void
test_number_text (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" },          { -0.0, "0" },     { 1, "1" },           { -12, "-12" },
    { 0.1, "0.1" },      { 1.5, "1.5" },    { 99.99, "99.99" },   { 1e15, "1e+15" },
    { 1.0 / 3, "0.3333333333333333" },      { 123456789012, "123456789012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ink_number_to_text (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_number_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
      g_autofree char *text = NULL;
      double number, back;

      memcpy (&number, &bits, 8);
      if (i % 2)
        number = g_rand_int_range (rand, -1000000, 1000000) / 100.0;
      if (!isfinite (number))
        continue;
      text = ink_number_to_text (number);
      g_assert_true (ink_number_parse (text, strlen (text), &back));
      g_assert_cmpfloat (back, ==, number);
    }
}

static void
test_value (void)
{
  const InkValue values[] = {
    INK_VALUE_ABSENT,           ink_value_text ("a"),        ink_value_text ("12"),
    ink_value_number (12),      ink_value_boolean (TRUE),    ink_value_boolean (FALSE),
    ink_value_time (1),
  };
  static const char *const texts[]
      = { "", "a", "12", "12", "true", "false", "1970-01-01T00:00:00.000001Z" };
  double number;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = ink_value_to_text (values[i]);

      g_assert_cmpstr (text, ==, texts[i]);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        g_assert_cmpint (ink_value_equal (values[i], values[j]), ==, i == j);
      g_assert_cmpint (ink_value_as_number (values[i], &number), ==, i == 2 || i == 3);
    }
  g_assert_cmpint (ink_value_text ("").kind, ==, INK_KIND_ABSENT);
  g_assert_cmpstr (ink_kind_to_string (INK_KIND_NUMBER), ==, "number");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/parse", test_number_parse);
  g_test_add_func ("/base/number/text", test_number_text);
  g_test_add_func ("/base/number/round-trip", test_number_round_trip);
  g_test_add_func ("/base/value", test_value);
  return g_test_run ();
}
