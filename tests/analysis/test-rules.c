/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules: at which events they complete, and whether they hold at the export's end. */
#include "analysis/ink-cases.h"

#include "analysis/ink-everybody.h"
#include "analysis/ink-overview.h"

/* A case: the rule's moments as "u:0,10 v:5" (seconds, `-` without a time), and who it holds for at
 * the end. NULL is not asked. */
typedef struct
{
  const char *what;
  const char *events;
  const char *definition;
  const char *rule;
  const char *moments;
  const char *holds;
} Case;

static const Case cases[] = {
  /* does */
  { "each matching event", "u: A@0 B@1 A@2; v: B@0", "", "{'does': 'A'}", "u:0,2", "u" },
  { "several names", "u: A@0 B@1 C@2", "", "{'does': ['A','C']}", "u:0,2", "u" },
  { "any event", "u: A@0 B@1; v: C@-", "", "{'does': '*'}", "u:0,1 v:-", "u v" },
  { "an unknown name never happens", "u: A@0", "", "{'does': 'Z'}", "", "" },
  { "events of nobody are not read", "u: A@0; : A@1", "", "{'does': 'A'}", "u:0", "u" },
  { "without a time counts", "u: A@- A@3", "", "{'does': 'A'}", "u:-,3", "u" },

  /* where */
  { "is, without case", "u: A@0{p=X} A@1{p=x} A@2{p=y} A@3", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is', 'value': 'x'}]}", "u:0,1", "u" },
  { "is, with case", "u: A@0{p=X} A@1{p=x}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is', 'value': 'x', 'case': true}]}", "u:1", "u" },
  { "is_not passes a missing one", "u: A@0{p=x} A@1{p=y} A@2", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is_not', 'value': 'x'}]}", "u:1,2", "u" },
  { "in", "u: A@0{p=x} A@1{p=y} A@2{p=z} A@3", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'in', 'value': ['X','z']}]}", "u:0,2", "u" },
  { "not_in", "u: A@0{p=x} A@1{p=y} A@3", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'not_in', 'value': ['x']}]}", "u:1,3", "u" },
  { "is: numbers as numbers", "u: A@0{p=5} A@1{p=6}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is', 'value': '5.0'}]}", "u:0", "u" },
  { "is: a truth as text", "u: A@0{p=true} A@1{p=false}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is', 'value': 'true'}]}", "u:0", "u" },
  { "contains", "u: A@0{p=abc} A@1{p=aBd} A@2", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'contains', 'value': 'B'}]}", "u:0,1", "u" },
  { "not_contains", "u: A@0{p=abc} A@1{p=xyz} A@2", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'not_contains', 'value': 'B'}]}", "u:1,2", "u" },
  { "starts_with", "u: A@0{p=/pricing/x} A@1{p=/home}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'starts_with', 'value': '/Pricing'}]}", "u:0",
    "u" },
  { "ends_with", "u: A@0{p=a.pdf} A@1{p=a.png}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'ends_with', 'value': '.PDF'}]}", "u:0", "u" },
  { "matches the whole text", "u: A@0{p=/a/b.html} A@1{p=/a/b.htm} A@2{p=x/a/b.html}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'matches', 'value': '/*/?.html'}]}", "u:0", "u" },
  { "is_set", "u: A@0{p=x} A@1", "", "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is_set'}]}",
    "u:0", "u" },
  { "is_not_set", "u: A@0{p=x} A@1", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is_not_set'}]}", "u:1", "u" },
  { ">", "u: A@0{p=5} A@1{p=10} A@2", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': '>', 'value': 5}]}", "u:1", "u" },
  { ">=", "u: A@0{p=5} A@1{p=10} A@2{p=x}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': '>=', 'value': '5'}]}", "u:0,1", "u" },
  { "<", "u: A@0{p=5} A@1{p=4}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': '<', 'value': 5}]}", "u:1", "u" },
  { "<=", "u: A@0{p=5} A@1{p=6}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': '<=', 'value': 5}]}", "u:0", "u" },
  { "between, ends included", "u: A@0{p=4} A@1{p=5} A@2{p=7} A@3{p=8}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'between', 'value': [5, 7]}]}", "u:1,2", "u" },
  { "all conditions on one event", "u: A@0{p=1} A@1{q=1} A@2{p=1,q=1}", "",
    "{'does': 'A', 'where': [{'prop': 'p', 'op': 'is', 'value': 1}, "
    "{'prop': 'q', 'op': 'is', 'value': 1}]}",
    "u:2", "u" },
  { "on the person", "u: A@0 !role=CMO; v: A@1", "",
    "{'does': 'A', 'where': [{'prop': 'role', 'op': 'is', 'value': 'cmo', 'on': 'person'}]}", "u:0",
    "u" },
  { "on the person, from events so far", "u: A@0 A@1{role=CMO} A@2", "",
    "{'does': 'A', 'where': [{'prop': 'role', 'op': 'is', 'value': 'cmo', 'on': 'person'}]}",
    "u:1,2", "u" },
  { "last P is the last so far", "u: A@0{p=x} A@1 A@2{p=y} A@3", "",
    "{'does': 'A', 'where': [{'prop': 'last p', 'op': 'is', 'value': 'x', 'on': 'person'}]}",
    "u:0,1", "u" },

  /* first_time */
  { "the first ever", "u: A@0{p=1} A@1{p=2}; v: A@5{p=2}", "",
    "{'does': 'A', 'first_time': true, 'where': [{'prop': 'p', 'op': 'is', 'value': 2}]}", "v:5",
    "v" },
  { "the first that passes", "u: A@0{p=1} A@1{p=2} A@2{p=2}", "",
    "{'does': 'A', 'first_time': 'matching', 'where': [{'prop': 'p', 'op': 'is', 'value': 2}]}",
    "u:1", "u" },
  { "first is an order: only with times", "u: A@- A@4", "", "{'does': 'A', 'first_time': true}",
    "u:4", "u" },
  { "first of several names", "u: B@0 A@1", "", "{'does': ['A','B'], 'first_time': true}", "u:0",
    "u" },

  /* between */
  { "a bare date is the whole day", "u: A@-1 A@0 A@86399.999 A@86400", "",
    "{'does': 'A', 'between': ['2026-07-01', '2026-07-01']}", "u:0,86399.999", "u" },
  { "open ends", "u: A@-1 A@0 A@5", "", "{'does': 'A', 'between': ['2026-07-01', null]}", "u:0,5",
    "u" },
  { "first_time before between", "u: A@-1 A@5", "",
    "{'does': 'A', 'first_time': true, 'between': ['2026-07-01', null]}", "", "" },
  { "between has no events without time", "u: A@- A@5", "",
    "{'does': 'A', 'between': [null, '2026-07-02']}", "u:5", "u" },

  /* times */
  { "the nth, once", "u: A@0 A@1 A@2 A@3", "", "{'does': 'A', 'times': {'at_least': 2}}", "u:1",
    "u" },
  { "at_most holds, and fails once exceeded", "u: A@0; v: A@0 A@1; w: B@0", "",
    "{'does': 'A', 'times': {'at_most': 1}}", NULL, "u w" },
  { "exactly", "u: A@0 A@1; v: A@0 A@1 A@2; w: A@3", "", "{'does': 'A', 'times': {'exactly': 2}}",
    "u:1 v:1", "u" },
  { "exactly 0 has no moments", "u: A@0 B@1; v: A@0 A@1", "",
    "{'all': [{'does': 'A'}, {'does': 'B', 'times': {'exactly': 0}}]}", "u:0 v:0,1", "v" },
  { "sliding, again after a gap", "u: A@0 A@10 A@20 A@100 A@105", "",
    "{'does': 'A', 'times': {'at_least': 2}, 'within': {'seconds': 10}}", "u:10,105", "u" },
  { "sliding, the end is included", "u: A@0 A@10; v: A@0 A@10.001", "",
    "{'does': 'A', 'times': {'at_least': 2, 'within': {'seconds': 10}}}", "u:10", "u" },
  { "per session", "u: A@0 A@10 A@20 A@10000 A@10010", "",
    "{'does': 'A', 'times': {'at_least': 2, 'within': {'session': true}}}", "u:10,10010", "u" },
  { "per session, sessions by turns",
    "u: A@0{session=s} A@1{session=t} A@2{session=s} A@3{session=t} A@4{session=s}", "",
    "{'does': 'A', 'times': {'at_least': 2, 'within': {'session': true}}}", "u:2,3", "u" },
  { "a sum per session, sessions by turns",
    "u: A@0{session=s,v=3} A@1{session=t,v=9} A@2{session=s,v=4}", "",
    "{'does': 'A', 'total': {'prop': 'v', 'at_least': 7, 'within': {'session': true}}}", "u:1,2",
    "u" },
  { "first days", "u: B@0 A@1 A@86400; v: B@0 A@1 A@86401", "",
    "{'does': 'A', 'times': {'at_least': 2}, 'within': {'first_days': 1}}", "u:86400", "u" },
  { "first days alone", "u: B@0 A@86400 A@86401", "", "{'does': 'A', 'within': {'first_days': 1}}",
    "u:86400", "u" },
  { "at_most in any session", "u: A@0 A@1 A@9999; v: A@0 A@9999", "",
    "{'does': 'A', 'times': {'at_most': 1}, 'within': {'session': true}}", NULL, "v" },
  { "without a time, without a window", "u: A@-{n=1} A@-{n=2}", "",
    "{'does': 'A', 'times': {'at_least': 2}}", "u:-", "u" },

  /* total */
  { "the event that reaches the sum", "u: A@0{v=3} A@1 A@2{v=4} A@3{v=9}", "",
    "{'does': 'A', 'total': {'prop': 'v', 'at_least': 7}}", "u:2", "u" },
  { "durations in a session", "u: A@0 A@100 B@130 A@9000 A@9200", "",
    "{'does': 'A', 'total': {'prop': 'duration', 'at_least': 120, 'within': {'session': true}}}",
    "u:100,9000", "u" },
  { "sum, sliding", "u: A@0{v=5} A@10{v=5} A@30{v=5} A@31{v=5}", "",
    "{'does': 'A', 'total': {'prop': 'v', 'at_least': 10, 'within': {'seconds': 10}}}", "u:10,31",
    "u" },
  { "times and total are two parts of an all", "u: A@0{v=9} A@1{v=1} A@2{v=1}", "",
    "{'does': 'A', 'times': {'at_least': 2}, 'total': {'prop': 'v', 'at_least': 9}}", "u:1", "u" },

  /* after */
  { "after a goal", "u: A@0 G@1 A@2; v: A@0", "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]",
    "{'does': 'A', 'after': 'g'}", "u:2", "u" },
  { "after: at the same time in any order", "u: A@1 G@1; v: G@1 A@1",
    "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]", "{'does': 'A', 'after': 'g'}", "u:1 v:1",
    "u v" },
  { "after: another event", "u: A@1; v: A@1 A@2", "'goals': [{'name': 'g', 'rule': {'does': 'A'}}]",
    "{'does': 'A', 'after': 'g'}", "v:2", "v" },
  { "after, within, from each completion", "u: G@0 A@11 G@20 A@30 A@31",
    "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]",
    "{'does': 'A', 'after': 'g', 'within': {'seconds': 10}}", "u:30", "u" },
  { "after, in the session of it", "u: G@0 A@10 A@9999",
    "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]",
    "{'does': 'A', 'after': 'g', 'within': {'session': true}}", "u:10", "u" },
  { "after, times within a length", "u: G@0 A@5 A@11 G@100 A@105 A@110",
    "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]",
    "{'does': 'A', 'after': 'g', 'times': {'at_least': 2, 'within': {'seconds': 10}}}", "u:110",
    "u" },
  { "goals carry the same", "u: A@0 A@1 A@2", "'goals': [{'name': 'g', 'rule': {'does': 'A'}}]",
    "{'goal': 'g', 'times': {'at_least': 3}}", "u:2", "u" },

  /* all, any, not, person, persona */
  { "all: the first event at which every part holds", "u: A@0 B@1 A@2 B@3; v: A@0", "",
    "{'all': [{'does': 'A'}, {'does': 'B'}]}", "u:1", "u" },
  { "any: those of every part", "u: A@0 B@1 A@2", "", "{'any': [{'does': 'A'}, {'does': 'B'}]}",
    "u:0,1,2", "u" },
  { "not beside one part: judged at each moment", "u: A@0 B@1 A@2", "",
    "{'all': [{'does': 'A'}, {'not': {'does': 'B'}}]}", "u:0", "" },
  { "at_most beside one part", "u: A@0 A@1 A@2 B@3", "",
    "{'all': [{'does': 'A'}, {'does': 'A', 'times': {'at_most': 2}}]}", "u:0,1", "" },
  { "a person's property", "u: A@0 !role=CMO; v: A@0 !role=CEO", "",
    "{'all': [{'does': 'A'}, {'person': 'role', 'op': 'is', 'value': 'CMO'}]}", "u:0", "u" },
  { "a persona at the completion", "u: A@0 B@1 A@2",
    "'personas': [{'name': 'P', 'rule': {'does': 'B'}}]",
    "{'all': [{'does': 'A'}, {'persona': 'P'}]}", "u:2", "u" },
  { "the first persona wins", "u: A@0 B@1; v: B@1",
    "'personas': [{'name': 'P', 'rule': {'does': 'A'}}, {'name': 'Q', 'rule': {'does': 'B'}}]",
    "{'persona': 'Q'}", NULL, "v" },
  { "a persona that names an earlier one", "u: C@0; v: A@0",
    "'personas': [{'name': 'P', 'rule': {'not': {'does': 'C'}}}, "
    "{'name': 'Q', 'rule': {'persona': 'P'}}]",
    "{'persona': 'Everyone else'}", NULL, "u" },
  { "everyone else", "u: A@0; v: B@1", "'personas': [{'name': 'P', 'rule': {'does': 'A'}}]",
    "{'persona': 'Everyone else'}", NULL, "v" },

  /* not, after, within */
  { "not after within waits for the length", "u: G@0 Z@9; v: G@0 Z@10; w: G@0 A@5 Z@20; x: Z@0",
    "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]",
    "{'not': {'does': 'A', 'after': 'g', 'within': {'seconds': 20}}}", NULL, "u v x" },
  { "not after within: still under way", "u: G@0; v: G@0 Z@30; w: G@15",
    "'goals': [{'name': 'g', 'rule': {'does': 'G'}}]",
    "{'not': {'does': 'A', 'after': 'g', 'within': {'seconds': 20}}}", NULL, "u v" },
};

static void
append_moments (GString *text, const InkScope *scope, const InkRows *rows)
{
  guint32 before = G_MAXUINT32;

  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 person = ink_event_store_person_of_row (scope->store, rows->rows[i]);
      gint64 time = scope->times[rows->rows[i]];

      if (person != before)
        g_string_append_printf (text, "%s%s:", text->len > 0 ? " " : "",
                                ink_event_store_get_person_id (scope->store, person));
      else
        g_string_append_c (text, ',');
      if (time == INK_TIME_NONE)
        g_string_append_c (text, '-');
      else
        g_string_append_printf (text, "%.10g", (double)(time - INK_CASES_START) / INK_SECOND);
      before = person;
    }
}

static char *
find_holders (InkProgram *program, const InkScope *scope)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree guint8 *everybody = ink_everybody_holds (program, &error);

  g_assert_no_error (error);
  for (guint32 person = 0; person < scope->n_people; person++)
    g_assert_cmpint (ink_program_holds_at_end (program, person), ==, everybody[person]);
  for (guint32 person = 0; person < scope->n_people; person++)
    if (ink_program_holds_at_end (program, person))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              ink_event_store_get_person_id (scope->store, person));
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_cases_store (test->events);
  g_autofree char *members = ink_cases_quote (test->definition);
  g_autofree char *json = ink_cases_quote (test->rule);
  g_autoptr (InkDefinition) definition = ink_cases_definition (members);
  g_autoptr (InkScope) scope = ink_scope_new (store, definition, NULL);
  g_autoptr (InkRule) rule = ink_rule_from_json (json, -1, "rule", NULL, definition, &error);
  g_autoptr (InkProgram) program = NULL;
  g_autoptr (GString) moments = g_string_new (NULL);
  g_autofree char *holds = NULL;

  g_assert_no_error (error);
  program = ink_program_new (scope, rule, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ink_program_has_moments (program), ==, test->moments != NULL);
  if (test->moments != NULL)
    {
      append_moments (moments, scope, ink_program_get_moments (program));
      g_assert_cmpstr (moments->str, ==, test->moments);
    }
  holds = find_holders (program, scope);
  g_assert_cmpstr (holds, ==, test->holds);
}

static void
test_personas (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@1; v: B@1; w: C@0");
  g_autofree char *members =
      ink_cases_quote ("'personas': [{'name': 'P', 'rule': {'does': 'A'}}, "
                       "{'name': 'Q', 'rule': {'any': [{'does': 'B'}, "
                       "{'person': 'role', 'op': 'is', 'value': 'x'}]}}], "
                       "'goals': [{'name': 'g', 'kind': 'macro', 'rule': {'does': 'B'}}]");
  g_autoptr (InkDefinition) definition = ink_cases_definition (members);
  g_autoptr (GError) error = NULL;
  g_autofree char *personas = ink_personas_to_json (store, definition, NULL, &error);
  g_autofree char *goals = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (personas, ==,
                   "{\"people\":3,\"personas\":["
                   "{\"name\":\"P\",\"people\":1,\"share\":0.33333333333333331},"
                   "{\"name\":\"Q\",\"people\":1,\"share\":0.33333333333333331},"
                   "{\"name\":\"Everyone else\",\"people\":1,\"share\":0.33333333333333331}]}");
  goals = ink_goals_to_json (store, definition, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      goals, ==,
      "{\"people\":3,\"goals\":[{\"name\":\"g\",\"kind\":\"macro\",\"stage\":null,"
      "\"people\":2,\"share\":0.66666666666666663,\"completions\":2,"
      "\"first\":\"2026-07-01T00:00:01.000Z\",\"last\":\"2026-07-01T00:00:01.000Z\"}]}");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/%02zu %s", i, cases[i].what);

      g_strdelimit (path + 1 + strlen ("rules/"), "/", '|');
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/overview", test_personas);

  return g_test_run ();
}
