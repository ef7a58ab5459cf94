/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why one person is in a funnel, a goal or a persona; and queries, which are equal when the rules
 * that they look at say the same. */
#include "analysis/ink-cases.h"

#include "analysis/ink-explain.h"
#include "analysis/ink-query.h"

#define DEFINITION                                                                              \
  "'goals': [{'name': 'g', 'rule': {'does': 'A', 'where': [{'prop': 'p', 'op': 'is', 'value': " \
  "1}]}}"                                                                                       \
  "], 'personas': [{'name': 'P', 'rule': {'does': 'A', 'times': {'at_least': 2}}}, "            \
  "{'name': 'Q', 'rule': {'does': 'B'}}]"

/* @says: globs that the JSON must match, all of them. */
typedef struct
{
  const char *what;
  const char *events;
  const char *steps; /* NULL: not of a funnel */
  const char *members;
  const char *goal;
  const char *persona;
  const char *says[4];
} Case;

static const Case cases[] = {
  { "went the whole way",
    "u: A@0 B@60; end: Z@999",
    "A B",
    "",
    NULL,
    NULL,
    { "*\"person\":\"u\",\"answer\":true*",
      "*\"event\":\"B\",\"time\":\"2026-07-01T00:01:00.000Z\"*", "*whole way*",
      "*\"stopped_by\":null*" } },
  { "stopped: never did it",
    "u: A@0; end: Z@999",
    "A B",
    "",
    NULL,
    NULL,
    { "*\"answer\":true*", "*never did this*", "*\"stopped_by\":\"B\"*" } },
  { "stopped: too late",
    "u: A@0 B@60; end: Z@999",
    "A B",
    "'within': {'seconds': 30}",
    NULL,
    NULL,
    { "*after the window had closed*", "*\"stopped_by\":\"B\"*" } },
  { "stopped: before the step that it follows",
    "u: B@0 A@60; end: Z@999",
    "A B",
    "",
    NULL,
    NULL,
    { "*before the step*", "*\"stopped_by\":\"B\"*" } },
  { "under way",
    "u: A@990; end: Z@999",
    "A B",
    "'within': {'seconds': 30}",
    NULL,
    NULL,
    { "*still under way*", "*\"stopped_by\":null*" } },
  { "never entered",
    "u: B@0; end: Z@999",
    "A B",
    "",
    NULL,
    NULL,
    { "*\"answer\":false*", "*\"stopped_by\":\"A\"*" } },
  { "spoilt",
    "u: A@0 X@30 B@60; end: Z@999",
    "A B",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]",
    NULL,
    NULL,
    { "*\"answer\":false*", "*takes them out*", "*\"stopped_by\":\"*" } },
  { "not these people",
    "u: A@0; end: Z@999",
    "A B",
    "'people': {'does': 'B'}",
    NULL,
    NULL,
    { "*\"answer\":false*", "*not among the people*", "*\"stopped_by\":\"people\"*" } },
  { "outside the period",
    "u: A@0; end: Z@999",
    "A B",
    "'between': ['2026-08-01', null]",
    NULL,
    NULL,
    { "*\"answer\":false*", "*\"stopped_by\":\"between\"*" } },
  { "any order",
    "u: B@0; end: Z@999",
    "A B",
    "'order': 'any'",
    NULL,
    NULL,
    { "*\"answer\":true*", "*1 of 2 steps*" } },
  { "a goal reached",
    "u: A@0{p=1} A@1{p=1}; end: Z@9",
    NULL,
    NULL,
    "g",
    NULL,
    { "*\"answer\":true*", "*2 times*", "*\"steps\":[{\"name\":\"g\",\"event\":\"A\"*" } },
  { "a goal: no event with the conditions",
    "u: A@0{p=2}; end: Z@9",
    NULL,
    NULL,
    "g",
    NULL,
    { "*\"answer\":false*", "*1 time, but never so that all conditions*" } },
  { "a persona", "u: A@0 A@1; end: Z@9", NULL, NULL, NULL, "P", { "*\"answer\":true*" } },
  { "a persona that is asked before",
    "u: A@0 A@1 B@2; end: Z@9",
    NULL,
    NULL,
    NULL,
    "Q",
    { "*\"answer\":false*", "*first persona that matches wins*", "*\"stopped_by\":\"P\"*" } },
  { "everyone else",
    "u: C@0; end: Z@9",
    NULL,
    NULL,
    NULL,
    "Everyone else",
    { "*\"answer\":true*" } },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_cases_store (test->events);
  g_autofree char *members = ink_cases_quote (DEFINITION);
  g_autoptr (InkDefinition) definition = ink_cases_definition (members);
  guint32 person = ink_event_store_find_person (store, "u");
  g_autofree char *json = NULL;

  if (test->goal != NULL)
    {
      json = ink_explain_goal (store, definition, test->goal, person, &error);
    }
  else if (test->persona != NULL)
    {
      json = ink_explain_persona (store, definition, test->persona, person, &error);
    }
  else
    {
      g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, test->steps, test->members);

      json = ink_explain_funnel (store, definition, funnel, person, &error);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (test->says) && test->says[i] != NULL; i++)
    if (!g_pattern_match_simple (test->says[i], json))
      {
        g_test_message ("%s", json);
        g_assert_cmpstr (json, ==, test->says[i]);
      }
}

static void
test_unknown (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0");
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_explain_goal (store, definition, "none", 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ink_explain_persona (store, definition, "none", 0, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ink_explain_persona (store, definition, "Everyone else", 7, &error));
  g_assert_nonnull (error);
}

static InkQuery *
make_query (const char *definition_members, const char *steps, const char *persona)
{
  g_autofree char *members = ink_cases_quote (definition_members);
  g_autoptr (InkDefinition) definition = ink_cases_definition (members);
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, steps, "");
  InkFilter filter = { persona, INK_TIME_NONE, INK_TIME_NONE };

  return ink_funnel_query_new (definition, funnel, &filter);
}

#define GOAL_A \
  "'goals': [{'name': 'g', 'rule': {'does': 'A'}}, {'name': 'h', 'rule': {'does': 'C'}}]"
#define GOAL_B \
  "'goals': [{'name': 'g', 'rule': {'does': 'B'}}, {'name': 'h', 'rule': {'does': 'C'}}]"

static void
test_queries (void)
{
  g_autoptr (InkQuery) a = make_query (GOAL_A, "{'goal': 'h'}", NULL);
  g_autoptr (InkQuery) same = make_query (GOAL_B, "{'goal': 'h'}", NULL);
  g_autoptr (InkQuery) other = make_query (GOAL_B, "{'goal': 'g'}", NULL);
  g_autoptr (InkQuery) changed = make_query (GOAL_A, "{'goal': 'g'}", NULL);
  g_autoptr (InkQuery) persona = make_query (GOAL_A, "{'goal': 'h'}", "Everyone else");
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 C@1");
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer = NULL;

  g_assert_true (ink_query_equal (a, same));
  g_assert_cmpuint (ink_query_hash (a), ==, ink_query_hash (same));
  g_assert_false (ink_query_equal (other, changed));
  g_assert_false (ink_query_equal (a, other));
  g_assert_false (ink_query_equal (a, persona));

  answer = ink_query_run (a, store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (ink_answer_get_funnel (answer));
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "steps")), ==, 1);
  g_assert_nonnull (ink_answer_get_table (answer, "histogram"));
  g_assert_null (ink_answer_get_table (answer, "none"));
  g_assert_cmpuint (ink_answer_get_bytes (answer), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/explain/%02zu %s", i, cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/explain/unknown", test_unknown);
  g_test_add_func ("/queries/equal", test_queries);

  return g_test_run ();
}
