/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The last numbers of a project: an answer's tables as text and back, and what is refused. */
#include <math.h>

#include "analysis/ink-answer.h"
#include "analysis/ink-funnel-result.h"
#include "base/ink-error.h"

static InkTable *
make_table (void)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "step", "Step");
  ink_table_builder_add_number (builder, "people", "People", INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", "Share", INK_FORMAT_SHARE);
  ink_table_builder_text (builder, "“Read” \\ \n \"3+\" ümläute");
  ink_table_builder_number (builder, 1234567);
  ink_table_builder_number (builder, 0.1);
  ink_table_builder_text (builder, NULL);
  ink_table_builder_number (builder, NAN);
  ink_table_builder_number (builder, 1.0 / 3);

  return ink_table_builder_end (builder);
}

static void
test_round_trip (void)
{
  g_autoptr (InkAnswer) answer = ink_answer_new ();
  g_autoptr (InkAnswer) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  ink_answer_add_table (answer, "steps", make_table ());
  ink_answer_add_table (answer, "more", make_table ());
  json = ink_answer_to_json (answer);
  back = ink_answer_from_json (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ink_answer_get_n_tables (back), ==, 2);
  g_assert_cmpstr (ink_answer_get_table_name (back, 1), ==, "more");
  g_assert_true (ink_table_equal (ink_answer_get_table (back, "steps"),
                                  ink_answer_get_table (answer, "steps")));
  g_assert_cmpint (ink_table_get_format (ink_answer_get_table (back, "steps"), 2), ==,
                   INK_FORMAT_SHARE);
}

static void
test_refusals (void)
{
  static const char *const refused[] = {
    "",
    "{}",
    "[]",
    "[[]]",
    "[[\"t\"]]",
    "[[\"t\", [], []]]",
    "[[\"t\", [[\"a\", \"A\", -1]], [\"x\", 1]]]",
    "[[\"t\", [[\"a\", \"A\", 1]], [\"x\"]]]",
    "[[\"t\", [[\"a\", \"A\", 1], [\"b\", \"B\", 1]], [1, 2, 3]]]",
    "[[\"t\", [[\"a\", \"A\", 99]], [1]]]",
    "[[\"t\", [[\"a\", \"A\", -2]], [1]]]",
    "[[\"t\", [[\"a\", \"A\", 0.5]], [1]]]",
    "[[\"t\", [[\"a\", \"A\", 1]], [1e999]]]",
    "[[\"t\", [[\"a\", \"A\", 1]], [[1]]]]",
    "[[\"t\", [[\"a\", \"A\", 1]], [1]], 7]",
    "[[\"t\", [[\"a\", \"A\", 1]], [1]]",
    "[[\"t\", [[\"a\", \"A\", 1]], [1], 2]]",
    "[[\"t\", [[null, \"A\", 1]], [1]]]",
    "[[\"t\", [[\"a\", \"A\", 1]], [1]]] more",
    "[[[[[[[[[[[[[[[[[[",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ink_answer_from_json (refused[i], &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
    }
}

/* What a hand put in the place of a funnel's table is not shown. */
static void
test_sound (void)
{
  g_autoptr (InkTable) other = make_table ();
  g_autoptr (InkAnswer) right = ink_answer_from_json (
      "[[\"steps\", [[\"group\",\"\",-1],[\"step\",\"\",-1],[\"people\",\"\",1],[\"before\",\"\",1],"
      "[\"dropped\",\"\",1],[\"under_way\",\"\",1],[\"of_first\",\"\",2],[\"of_first_low\",\"\",2],"
      "[\"of_first_high\",\"\",2],[\"of_previous\",\"\",2],[\"of_previous_low\",\"\",2],"
      "[\"of_previous_high\",\"\",2],[\"median_seconds\",\"\",3],[\"mean_seconds\",\"\",3]],"
      "[\"\",\"Read\",7,7,0,0,1,null,null,1,null,null,null,null]]]",
      NULL);

  g_assert_false (ink_funnel_steps_are_sound (other));
  g_assert_nonnull (right);
  g_assert_true (ink_funnel_steps_are_sound (ink_answer_get_table (right, "steps")));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer-json/round-trip", test_round_trip);
  g_test_add_func ("/answer-json/refusals", test_refusals);
  g_test_add_func ("/answer-json/sound", test_sound);

  return g_test_run ();
}
