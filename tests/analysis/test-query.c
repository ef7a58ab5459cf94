/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When two questions are the same, so that an answer need not be found again: the rules that they
 * lean on count, and nothing else of the definition. */
#include "analysis/ink-cases.h"
#include "analysis/ink-query.h"

#define GOALS "'goals': [{'name': 'G', 'rule': {'does': 'A'}}, {'name': 'H', 'rule': {'does': 'B'}}]"
#define PERSONAS "'personas': [{'name': 'P', 'colour': '#112233', 'rule': {'does': 'A'}}]"

static const struct
{
  const char *what;
  const char *definitions[2];
  const char *steps;
  const char *members[2];
  InkFilter filters[2];
  gboolean same;
} cases[] = {
  { "the same", { "", "" }, "A B", { "", "" }, { { 0 } }, TRUE },
  { "another window", { "", "" }, "A B", { "'within': {'days': 1}", "'within': {'days': 2}" },
    { { 0 } }, FALSE },
  { "another period", { "", "" }, "A B", { "", "" }, { { NULL, 0, 5 }, { NULL, 0, 6 } }, FALSE },
  { "another persona", { PERSONAS, PERSONAS }, "A B", { "", "" },
    { { "P", 0, 0 }, { "Everyone else", 0, 0 } }, FALSE },
  { "a goal that it does not use", { GOALS, "'goals': [{'name': 'G', 'rule': {'does': 'A'}}]" },
    "{'goal': 'G'}", { "", "" }, { { 0 } }, TRUE },
  { "a goal that it uses", { GOALS, "'goals': [{'name': 'G', 'rule': {'does': 'B'}}]" },
    "{'goal': 'G'}", { "", "" }, { { 0 } }, FALSE },
  { "a goal of a goal",
    { "'goals': [{'name': 'G', 'rule': {'does': 'A'}}, {'name': 'H', 'rule': {'goal': 'G'}}]",
      "'goals': [{'name': 'G', 'rule': {'does': 'B'}}, {'name': 'H', 'rule': {'goal': 'G'}}]" },
    "{'goal': 'H'}", { "", "" }, { { 0 } }, FALSE },
  { "a goal in not_if", { GOALS, "'goals': [{'name': 'G', 'rule': {'does': 'C'}}]" }, "A B",
    { "'not_if': [{'rule': {'goal': 'G'}, 'between': [1, 2]}]",
      "'not_if': [{'rule': {'goal': 'G'}, 'between': [1, 2]}]" },
    { { 0 } }, FALSE },
  { "a goal that people must have", { GOALS, "'goals': [{'name': 'G', 'rule': {'does': 'C'}}]" },
    "A B", { "'people': {'goal': 'G'}", "'people': {'goal': 'G'}" }, { { 0 } }, FALSE },
  { "personas that it does not ask for", { PERSONAS, "" }, "A B", { "", "" }, { { 0 } }, TRUE },
  { "personas by which it compares", { PERSONAS, "" }, "A B",
    { "'compare': {'by': 'persona'}", "'compare': {'by': 'persona'}" }, { { 0 } }, FALSE },
  { "their colours", { PERSONAS, "'personas': [{'name': 'P', 'rule': {'does': 'A'}}]" }, "A B",
    { "'compare': {'by': 'persona'}", "'compare': {'by': 'persona'}" }, { { 0 } }, FALSE },
  { "colours that are not shown", { PERSONAS, "'personas': [{'name': 'P', 'rule': {'does': 'A'}}]" },
    "{'persona': 'P'}", { "", "" }, { { 0 } }, TRUE },
  { "the end of the export", { "'export_time': '2026-08-01'", "'export_time': '2026-08-02'" },
    "A B", { "", "" }, { { 0 } }, FALSE },
};

static InkQuery *
make_query (guint i,
            guint side)
{
  g_autofree char *text = ink_cases_quote (cases[i].definitions[side]);
  g_autoptr (InkDefinition) definition = ink_cases_definition (text);
  gboolean bare = g_str_equal (cases[i].steps, "{'persona': 'P'}");
  g_autofree char *steps
      = bare ? g_strdup ("{'all': [{'does': 'A'}, {'persona': 'P'}]}") : g_strdup (cases[i].steps);
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, steps, cases[i].members[side]);

  return ink_funnel_query_new (definition, funnel, &cases[i].filters[side]);
}

static void
test_equal (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (InkQuery) a = make_query (i, 0);
  g_autoptr (InkQuery) b = make_query (i, 1);

  g_assert_true (ink_query_equal (a, a));
  g_assert_cmpint (ink_query_equal (a, b), ==, cases[i].same);
  g_assert_cmpint (ink_query_equal (b, a), ==, cases[i].same);
  if (cases[i].same)
    g_assert_cmpuint (ink_query_hash (a), ==, ink_query_hash (b));
}

/* Questions of different kinds are never the same. */
static void
check_kept (InkEventStore *store,
            guint i,
            guint side)
{
  g_autofree char *text = ink_cases_quote (cases[i].definitions[side]);
  g_autoptr (InkDefinition) definition = ink_cases_definition (text);
  gboolean bare = g_str_equal (cases[i].steps, "{'persona': 'P'}");
  g_autofree char *steps
      = bare ? g_strdup ("{'all': [{'does': 'A'}, {'persona': 'P'}]}") : g_strdup (cases[i].steps);
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, steps, cases[i].members[side]);
  g_autoptr (InkQuery) query = ink_funnel_query_new (definition, funnel, NULL);
  g_autoptr (InkAnswer) answer = ink_query_run (query, store, NULL, NULL, NULL);
  g_autoptr (InkFunnelResult) anew
      = ink_funnel_evaluate (store, definition, funnel, NULL, NULL, NULL);
  g_autofree char *kept_json = NULL;
  g_autofree char *anew_json = NULL;

  g_assert_true ((answer != NULL) == (anew != NULL));
  if (anew == NULL)
    return;
  kept_json = ink_funnel_result_to_json (ink_answer_get_funnel (answer), TRUE);
  anew_json = ink_funnel_result_to_json (anew, TRUE);
  g_assert_cmpstr (kept_json, ==, anew_json);
}

/* What an evaluation leaves for the next never makes it another answer. */
static void
test_kept (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store (
      "u: A@0 B@10 C@20; v: A@5 A@6 B@9; w: B@1 A@2; x: A@0 B@200000; end: Z@3000000");

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      for (guint side = 0; side < 2; side++)
        check_kept (store, i, side);
}

static void
test_kinds (void)
{
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", "");
  g_autoptr (InkQuery) one = ink_funnel_query_new (definition, funnel, NULL);
  g_autoptr (InkQuery) other = ink_goals_query_new (definition);
  g_autoptr (InkQuery) third = ink_personas_query_new (definition);

  g_assert_false (ink_query_equal (one, other));
  g_assert_false (ink_query_equal (other, third));
  g_assert_cmpstr (ink_query_get_name (one), ==, "funnel");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/query/%s", cases[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_equal);
    }
  g_test_add_func ("/analysis/query/kept", test_kept);
  g_test_add_func ("/analysis/query/kinds", test_kinds);

  return g_test_run ();
}
