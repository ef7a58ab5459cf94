/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of the board: when it is the same one, when two goals have the same people, and what
 * is known of one goal alone. */
#include "analysis/ink-board-query.h"

#include "analysis/ink-cases.h"

static InkDefinition *
define (const char *members)
{
  g_autofree char *json = ink_cases_quote (members);

  return ink_cases_definition (json);
}

/* ---- The same question ---- */

#define GOAL(name, event) "{'name': '" name "', 'rule': {'does': '" event "'}}"

static const struct
{
  const char *what;
  const char *one;
  const char *other;
  gboolean same;
} question_cases[] = {
  { "itself", "'goals': [" GOAL ("a", "A") "]", "'goals': [" GOAL ("a", "A") "]", TRUE },
  { "another rule", "'goals': [" GOAL ("a", "A") "]", "'goals': [" GOAL ("a", "B") "]", FALSE },
  { "another name", "'goals': [" GOAL ("a", "A") "]", "'goals': [" GOAL ("b", "A") "]", FALSE },
  { "one more", "'goals': [" GOAL ("a", "A") "]",
    "'goals': [" GOAL ("a", "A") ", " GOAL ("b", "B") "]", FALSE },
  { "another order", "'goals': [" GOAL ("a", "A") ", " GOAL ("b", "B") "]",
    "'goals': [" GOAL ("b", "B") ", " GOAL ("a", "A") "]", FALSE },
  { "another kind", "'goals': [" GOAL ("a", "A") "]",
    "'goals': [{'name': 'a', 'kind': 'macro', 'rule': {'does': 'A'}}]", TRUE },
  { "another stage and note", "'goals': [" GOAL ("a", "A") "]",
    "'goals': [{'name': 'a', 'stage': 'Try', 'note': 'n', 'rule': {'does': 'A'}}]", TRUE },
  { "a funnel", "'goals': [" GOAL ("a", "A") "]",
    "'goals': [" GOAL ("a", "A") "], 'funnels': [{'name': 'F', 'steps': [{'does': 'A'}]}]", TRUE },
};

static void
test_same_question (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (question_cases); i++)
    {
      g_autoptr (InkDefinition) one = define (question_cases[i].one);
      g_autoptr (InkDefinition) other = define (question_cases[i].other);
      g_autoptr (InkQuery) a = ink_board_query_new (one, NULL);
      g_autoptr (InkQuery) b = ink_board_query_new (other, NULL);

      g_test_message ("%s", question_cases[i].what);
      g_assert_cmpint (ink_query_equal (a, b), ==, question_cases[i].same);
      g_assert_cmpint (ink_query_equal (b, a), ==, question_cases[i].same);
      if (question_cases[i].same)
        g_assert_cmpuint (ink_query_hash (a), ==, ink_query_hash (b));
    }
}

static void
test_same_filter (void)
{
  const InkFilter filters[] = { { NULL, INK_TIME_NONE, INK_TIME_NONE },
                                { "P", INK_TIME_NONE, INK_TIME_NONE },
                                { NULL, 0, INK_TIME_NONE },
                                { NULL, INK_TIME_NONE, 0 } };
  g_autoptr (InkDefinition) definition
      = define ("'goals': [" GOAL ("a", "A") "], 'personas': [{'name': 'P', 'rule': {'does': 'A'}}]");

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    for (guint k = 0; k < G_N_ELEMENTS (filters); k++)
      {
        g_autoptr (InkQuery) a = ink_board_query_new (definition, &filters[i]);
        g_autoptr (InkQuery) b = ink_board_query_new (definition, &filters[k]);

        g_assert_cmpint (ink_query_equal (a, b), ==, i == k);
      }
}

/* ---- The same people ---- */

static InkAnswer *
ask (InkEventStore *store,
     InkDefinition *definition)
{
  g_autoptr (InkQuery) query = ink_board_query_new (definition, NULL);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

/* @both of @either completed both goals; 0.98 of them is nearly the same. One more did neither. */
static const struct
{
  guint both;
  guint either;
  gboolean same;
} people_cases[] = {
  { 50, 50, TRUE }, { 49, 50, TRUE }, { 48, 50, FALSE }, { 98, 100, TRUE }, { 97, 100, FALSE },
  { 1, 1, TRUE },   { 1, 2, FALSE },
};

static InkEventStore *
make_store (guint both,
            guint either)
{
  g_autoptr (GString) events = g_string_new ("x: X@0");

  for (guint i = 0; i < either; i++)
    g_string_append_printf (events, "; u%u: A@0%s", i, i < both ? " B@1" : "");

  return ink_cases_store (events->str);
}

static guint
count_warnings (const InkAnswer *answer,
                const char *kind)
{
  const InkTable *warnings = ink_answer_get_table (answer, "warnings");
  guint column = (guint) ink_table_find_column (warnings, "kind"), n = 0;

  for (guint row = 0; row < ink_table_get_n_rows (warnings); row++)
    n += g_str_equal (ink_table_get_text (warnings, column, row), kind);

  return n;
}

static void
test_same_people (void)
{
  g_autoptr (InkDefinition) definition
      = define ("'goals': [" GOAL ("a", "A") ", " GOAL ("b", "B") "]");

  for (guint i = 0; i < G_N_ELEMENTS (people_cases); i++)
    {
      g_autoptr (InkEventStore) store = make_store (people_cases[i].both, people_cases[i].either);
      g_autoptr (InkAnswer) answer = ask (store, definition);

      g_test_message ("%u of %u", people_cases[i].both, people_cases[i].either);
      /* Said of either. */
      g_assert_cmpuint (count_warnings (answer, "same-people"), ==, people_cases[i].same ? 2 : 0);
      g_assert_cmpuint (count_warnings (answer, "everybody"), ==, 0);
    }
}

/* ---- One goal alone ---- */

static void
test_facts (void)
{
  g_autoptr (InkDefinition) definition
      = define ("'goals': [" GOAL ("a", "A") ", " GOAL ("b", "Unknown") "]");
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 A@1; v: A@5; w: X@0");
  g_autoptr (InkAnswer) answer = ask (store, definition);
  const char *refusal = NULL;
  g_autoptr (InkAnswer) a = ink_board_answer_get_facts (answer, "a", &refusal);
  g_autoptr (InkAnswer) nobody = NULL;

  g_assert_nonnull (a);
  g_assert_null (refusal);
  g_assert_cmpfloat (ink_table_get_number (ink_answer_get_table (a, "summary"), 0, 0), ==, 2);
  nobody = ink_board_answer_get_facts (answer, "c", &refusal);
  g_assert_null (nobody);
  g_assert_null (refusal);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-query/same-question", test_same_question);
  g_test_add_func ("/board-query/same-filter", test_same_filter);
  g_test_add_func ("/board-query/same-people", test_same_people);
  g_test_add_func ("/board-query/facts", test_facts);

  return g_test_run ();
}
