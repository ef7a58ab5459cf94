/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts about one rule: against the tables of goals and personas, and against a slow count of
 * random events under random filters. */
#include "analysis/ink-cases.h"

#include <math.h>

#include "analysis/ink-everybody.h"
#include "analysis/ink-overview.h"
#include "analysis/ink-rule-query.h"

#define N_PEOPLE 80
#define LONGEST (40 * 86400)

static const char definition_json[]
    = "'stages': ['S'], 'goals': [{'name': 'Bought', 'kind': 'macro', 'rule': {'does': 'B'}},"
      "{'name': 'Often', 'kind': 'micro', 'rule': {'does': 'A', 'times': {'at_least': 2, 'within':"
      "{'days': 3}}}}],"
      "'personas': [{'name': 'Fan', 'rule': {'all': [{'goal': 'Bought'}, {'not': {'does': 'C'}}]}},"
      "{'name': 'Boss', 'rule': {'person': 'role', 'op': 'is', 'value': 'boss'}}]";

static const char *const rules[] = {
  "{'does': 'A'}",
  "{'does': '*'}",
  "{'does': 'Z'}",
  "{'does': ['A', 'B'], 'where': [{'prop': 'p', 'op': 'in', 'value': ['x', 'y']}]}",
  "{'does': 'A', 'where': [{'prop': 'n', 'op': '>=', 'value': 5}]}",
  "{'does': 'C', 'times': {'at_least': 3}}",
  "{'does': 'C', 'total': {'prop': 'n', 'at_least': 12, 'within': {'days': 5}}}",
  "{'does': 'A', 'times': {'at_most': 1}}",
  "{'does': 'A', 'times': {'exactly': 2}}",
  "{'does': 'A', 'between': ['2026-07-04', null]}",
  "{'goal': 'Often'}",
  "{'goal': 'Bought', 'after': 'Often', 'within': {'days': 9}}",
  "{'not': {'goal': 'Bought', 'after': 'Often', 'within': {'days': 30}}}",
  "{'all': [{'does': 'A'}, {'does': 'B'}]}",
  "{'all': [{'does': 'A'}, {'not': {'does': 'C'}}]}",
  "{'any': [{'does': 'A'}, {'person': 'role', 'op': 'is_set'}]}",
  "{'any': [{'does': 'A'}, {'does': 'D', 'first_time': true}]}",
  "{'persona': 'Fan'}",
  "{'persona': 'Boss'}",
  "{'persona': 'Everyone else'}",
  "{'person': 'first p', 'op': 'is', 'value': 'x'}",
  "{'person': 'last p', 'op': 'is_not', 'value': 'x'}",
};

typedef struct
{
  InkEventStore *store;
  InkDefinition *definition;
} Fixture;

/* Some events have no time, some people a role. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *json = ink_cases_quote (definition_json);

  for (guint person = 0; person < N_PEOPLE; person++)
    {
      g_string_append_printf (text, "%sp%u:", person > 0 ? "; " : "", person);
      for (int i = g_rand_int_range (random, 1, 9); i > 0; i--)
        {
          int name = 'A' + g_rand_int_range (random, 0, 4);
          int p = 'x' + g_rand_int_range (random, 0, 3), n = g_rand_int_range (random, 0, 10);

          if (g_rand_int_range (random, 0, 12) == 0)
            g_string_append_printf (text, " %c@-{p=%c,n=%d}", name, p, n);
          else
            g_string_append_printf (text, " %c@%d{p=%c,n=%d}", name,
                                    g_rand_int_range (random, 0, LONGEST), p, n);
        }
      if (g_rand_int_range (random, 0, 4) == 0)
        g_string_append (text, person % 2 ? " !role=boss" : " !role=else");
    }
  g_string_append (text, "; : A@3 B@9");
  fixture->store = ink_cases_store (text->str);
  fixture->definition = ink_cases_definition (json);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  ink_event_store_unref (fixture->store);
  ink_definition_unref (fixture->definition);
}

static InkRule *
parse (const Fixture *fixture,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = ink_cases_quote (text);
  InkRule *rule = ink_rule_from_json (json, -1, "rule", NULL, fixture->definition, &error);

  g_assert_no_error (error);
  return rule;
}

static InkAnswer *
run (const Fixture *fixture,
     InkQuery *query)
{
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, fixture->store, NULL, NULL, &error);

  g_assert_no_error (error);
  ink_query_unref (query);
  return answer;
}

static double
cell (const InkAnswer *answer,
      const char *table,
      const char *column,
      guint row)
{
  const InkTable *of = ink_answer_get_table (answer, table);

  return ink_table_get_number (of, (guint) ink_table_find_column (of, column), row);
}

/* ---- Slowly ---- */

typedef struct
{
  gboolean completes;
  guint of;
  guint people;
  guint completions;
  gboolean is_in[N_PEOPLE];
  gint64 first[N_PEOPLE]; /* completion, or event where the rule only holds */
  GArray *times;          /* of completions */
} Slow;

static gboolean
in_period (const InkFilter *filter,
           gint64 time)
{
  gboolean dated = filter->from != INK_TIME_NONE || filter->to != INK_TIME_NONE;

  return !dated
         || (time != INK_TIME_NONE && time >= filter->from
             && (filter->to == INK_TIME_NONE || time <= filter->to));
}

static void
count_person (Slow *slow,
              InkProgram *program,
              InkScope *scope,
              const InkFilter *filter,
              guint32 person)
{
  gboolean counts = FALSE, hit = FALSE;
  gint64 first_event = INK_TIME_NONE;

  if (filter->persona != NULL
      && (int) ink_scope_persona_at (scope, person, ink_scope_moment_of_end (scope, person))
             != ink_scope_find_persona (scope, filter->persona))
    return;
  for (guint32 row = scope->offsets[person]; row < scope->offsets[person + 1]; row++)
    {
      gint64 time = scope->times[row];

      if (!in_period (filter, time))
        continue;
      counts = TRUE;
      if (first_event == INK_TIME_NONE)
        first_event = time;
      for (guint32 i = 0; slow->completes && i < ink_program_get_moments (program)->n; i++)
        if (ink_program_get_moments (program)->rows[i] == row)
          {
            slow->first[person] = hit ? slow->first[person] : time;
            hit = TRUE;
            slow->completions++;
            g_array_append_val (slow->times, time);
          }
    }
  if (!slow->completes)
    {
      hit = counts && ink_program_holds_at_end (program, person);
      slow->first[person] = first_event;
    }
  slow->of += counts;
  slow->people += hit;
  slow->is_in[person] = hit;
}

static void
count_slowly (Slow *slow,
              const Fixture *fixture,
              const InkRule *rule,
              InkRuleAsk ask,
              const InkFilter *filter)
{
  g_autoptr (InkScope) scope = ink_scope_new (fixture->store, fixture->definition, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkProgram) program = ink_program_new (scope, rule, &error);

  g_assert_no_error (error);
  *slow = (Slow){ .times = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  slow->completes = ask == INK_ASK_COMPLETED && ink_program_has_moments (program);
  g_assert_true (ink_scope_compile_personas (scope, &error));
  for (guint32 person = 0; person < scope->n_people; person++)
    count_person (slow, program, scope, filter, person);
}

/* ---- Compared ---- */

static void
compare_series (const Slow *slow,
                const InkAnswer *answer)
{
  guint n = ink_table_get_n_rows (ink_answer_get_table (answer, "series"));

  for (guint part = 0; part < n; part++)
    {
      double start = cell (answer, "series", "start", part), end = cell (answer, "series", "end", part);
      guint people = 0, completions = 0;

      for (guint person = 0; person < N_PEOPLE; person++)
        people += slow->is_in[person] && (double) slow->first[person] >= start
                  && (double) slow->first[person] < end;
      for (guint i = 0; i < slow->times->len; i++)
        completions += (double) g_array_index (slow->times, gint64, i) >= start
                       && (double) g_array_index (slow->times, gint64, i) < end;
      g_assert_cmpfloat (cell (answer, "series", "people", part), ==, people);
      if (slow->completes)
        g_assert_cmpfloat (cell (answer, "series", "completions", part), ==, completions);
      else
        g_assert_true (isnan (cell (answer, "series", "completions", part)));
    }
}

static void
compare_people (const Slow *slow,
                const InkAnswer *people)
{
  guint n = ink_table_get_n_rows (ink_answer_get_table (people, "people"));
  double before = -1;

  g_assert_cmpuint (n, ==, slow->people);
  for (guint i = 0; i < n; i++)
    {
      double person = cell (people, "people", "person", i), time = cell (people, "people", "time", i);

      g_assert_cmpfloat (person, >, before);
      before = person;
      g_assert_true (slow->is_in[(guint) person]);
      if (slow->completes && slow->first[(guint) person] != INK_TIME_NONE)
        g_assert_cmpfloat (time, ==, (double) slow->first[(guint) person]);
      else
        g_assert_true (isnan (time));
    }
}

static void
compare_examples (const Slow *slow,
                  const InkAnswer *answer)
{
  guint n = ink_table_get_n_rows (ink_answer_get_table (answer, "examples"));

  g_assert_cmpuint (n, ==, MIN (slow->people, INK_RULE_EXAMPLES));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (slow->is_in[(guint) cell (answer, "examples", "person", i)]);
      for (guint k = 0; k < i; k++)
        g_assert_cmpfloat (cell (answer, "examples", "person", i), !=,
                           cell (answer, "examples", "person", k));
    }
}

static void
compare (const Fixture *fixture,
         const char *text,
         InkRuleAsk ask,
         const InkFilter *filter)
{
  g_autoptr (InkRule) rule = parse (fixture, text);
  g_autoptr (InkAnswer) answer
      = run (fixture, ink_rule_query_new (fixture->definition, rule, ask, filter));
  g_autoptr (InkAnswer) people
      = run (fixture, ink_rule_people_query_new (fixture->definition, rule, ask, filter));
  double completions = cell (answer, "summary", "completions", 0);
  Slow slow;

  g_test_message ("%s, %s", text, ask == INK_ASK_HOLDS ? "holds" : "completed");
  count_slowly (&slow, fixture, rule, ask, filter);
  g_assert_cmpfloat (cell (answer, "summary", "people", 0), ==, slow.people);
  g_assert_cmpfloat (cell (answer, "summary", "of", 0), ==, slow.of);
  if (slow.of > 0)
    g_assert_cmpfloat (cell (answer, "summary", "share", 0), ==, (double) slow.people / slow.of);
  if (slow.completes)
    g_assert_cmpfloat (completions, ==, slow.completions);
  else
    g_assert_true (isnan (completions));
  compare_series (&slow, answer);
  compare_people (&slow, people);
  compare_examples (&slow, answer);
  g_array_unref (slow.times);
}

static void
test_slowly (Fixture *fixture,
             gconstpointer data)
{
  gint64 third = INK_CASES_START + 5 * INK_DAY, later = INK_CASES_START + 21 * INK_DAY;
  const InkFilter filters[] = {
    { NULL, INK_TIME_NONE, INK_TIME_NONE },
    { NULL, third, later },
    { NULL, INK_TIME_NONE, third },
    { "Boss", INK_TIME_NONE, INK_TIME_NONE },
    { "Everyone else", third, INK_TIME_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint k = 0; k < G_N_ELEMENTS (filters); k++)
      {
        compare (fixture, rules[i], INK_ASK_COMPLETED, &filters[k]);
        compare (fixture, rules[i], INK_ASK_HOLDS, &filters[k]);
      }
}

/* ---- Moments, one by one ---- */

typedef struct
{
  const char *rule;
  guint least;
  double days; /* 0: in one visit */
} Tally;

static const Tally tallies[] = {
  { "{'does': 'A', 'times': {'at_least': 1, 'within': {'days': 3}}}", 1, 3 },
  { "{'does': 'A', 'times': {'at_least': 2, 'within': {'days': 9}}}", 2, 9 },
  { "{'does': 'A', 'times': {'at_least': 3, 'within': {'days': 30}}}", 3, 30 },
  { "{'does': 'A', 'times': {'at_least': 1, 'within': {'session': true}}}", 1, 0 },
  { "{'does': 'A', 'times': {'at_least': 2, 'within': {'session': true}}}", 2, 0 },
};

/* How many of the rows up to @row say the same thing and are near enough. */
static gboolean
reaches (const InkScope *scope,
         const guint32 *sessions,
         const Tally *tally,
         guint32 row)
{
  guint32 person = ink_scope_person_of_row (scope, row), n = 0;

  if (scope->times[row] == INK_TIME_NONE)
    return FALSE;
  for (guint32 i = scope->offsets[person]; i <= row; i++)
    n += ink_codes_get (scope->names, i) == ink_codes_get (scope->names, row)
         && scope->times[i] != INK_TIME_NONE
         && (tally->days > 0 ? scope->times[row] - scope->times[i] <= tally->days * INK_DAY
                             : sessions[i] == sessions[row]);
  return tally->days > 0 ? n >= tally->least : n == tally->least;
}

static gboolean
has_row (const InkRows *rows,
         guint32 row)
{
  for (guint32 i = 0; i < rows->n; i++)
    if (rows->rows[i] == row)
      return TRUE;
  return FALSE;
}

static void
test_tallies (Fixture *fixture,
              gconstpointer data)
{
  g_autoptr (InkScope) scope = ink_scope_new (fixture->store, fixture->definition, NULL);
  const guint32 *sessions = ink_scope_need_sessions (scope);
  const InkDictionary *names = ink_event_store_get_name_dictionary (fixture->store);
  guint32 code = ink_dictionary_find (names, "A", 1);

  for (guint k = 0; k < G_N_ELEMENTS (tallies); k++)
    {
      g_autoptr (InkRule) rule = parse (fixture, tallies[k].rule);
      g_autoptr (InkProgram) program = ink_program_new (scope, rule, NULL);
      const InkRows *moments = ink_program_get_moments (program);
      guint32 person = INK_NO_PERSON;
      gboolean before = FALSE;

      for (guint32 row = 0; row < scope->n_rows; row++)
        {
          gboolean now;

          if (ink_codes_get (scope->names, row) != code)
            continue;
          if (ink_scope_person_of_row (scope, row) != person)
            before = FALSE;
          person = ink_scope_person_of_row (scope, row);
          now = reaches (scope, sessions, &tallies[k], row);
          g_assert_cmpint (has_row (moments, row), ==,
                           now && (tallies[k].days == 0 || !before));
          before = now;
        }
    }
}

static const char *const alls[] = {
  "{'all': [{'does': 'A'}, {'does': 'B'}]}",
  "{'all': [{'does': 'A'}, {'does': 'B'}, {'does': 'C'}]}",
  "{'all': [{'does': 'A'}, {'does': 'B'}, {'not': {'does': 'D'}}]}",
  "{'all': [{'does': 'A'}, {'does': 'B', 'times': {'at_most': 1}}, {'does': 'C'}]}",
  "{'all': [{'does': 'A'}, {'any': [{'does': 'B'}, {'does': 'C'}]}]}",
  "{'all': [{'any': [{'does': 'B'}, {'does': 'C'}]}, {'any': [{'does': 'A'}, {'does': 'D'}]}]}",
  "{'all': [{'does': 'A'}, {'person': 'role', 'op': 'is_set'}, {'does': 'C'}]}",
  "{'all': [{'all': [{'does': 'A'}, {'not': {'does': 'C'}}]}, {'does': 'B'}]}",
  "{'all': [{'goal': 'Bought', 'after': 'Often', 'within': {'days': 20}}, {'does': 'C'}]}",
};

/* The first of the moments of any part at which all parts hold. */
static guint32
find_first (InkScope *scope,
            GPtrArray *parts,
            guint32 person)
{
  for (guint32 row = scope->offsets[person]; row < scope->offsets[person + 1]; row++)
    {
      gboolean moment = FALSE, all = TRUE;

      for (guint i = 0; i < parts->len; i++)
        {
          InkProgram *part = g_ptr_array_index (parts, i);

          moment = moment || (ink_program_has_moments (part)
                              && has_row (ink_program_get_moments (part), row));
          all = all && ink_program_holds (part, person, ink_scope_moment_of_row (scope, row));
        }
      if (moment && all)
        return row;
    }
  return INK_NO_ROW;
}

static void
test_alls (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (InkScope) scope = ink_scope_new (fixture->store, fixture->definition, NULL);

  for (guint k = 0; k < G_N_ELEMENTS (alls); k++)
    {
      g_autoptr (InkRule) rule = parse (fixture, alls[k]);
      g_autoptr (InkProgram) program = ink_program_new (scope, rule, NULL);
      g_autoptr (GPtrArray) parts
          = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_program_free);
      const InkRows *moments = ink_program_get_moments (program);
      guint32 n = 0;

      for (guint i = 0; i < rule->n_children; i++)
        g_ptr_array_add (parts, ink_program_new (scope, rule->children[i], NULL));
      for (guint32 person = 0; person < scope->n_people; person++)
        {
          guint32 row = find_first (scope, parts, person);

          g_assert_true (row == INK_NO_ROW || has_row (moments, row));
          n += row != INK_NO_ROW;
        }
      g_assert_cmpuint (moments->n, ==, n);
    }
}

/* ---- The overview's tables ---- */

static void
compare_rows (const Fixture *fixture,
              const InkTable *table,
              const char *kind)
{
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_autofree char *text = g_strdup_printf ("{'%s': '%s'}", kind, ink_table_get_text (table, 0, row));
      g_autoptr (InkRule) rule = parse (fixture, text);
      g_autoptr (InkAnswer) answer
          = run (fixture, ink_rule_query_new (fixture->definition, rule, INK_ASK_COMPLETED, NULL));
      int completions = ink_table_find_column (table, "completions");

      for (guint i = 0; i < 2; i++)
        {
          const char *column = i == 0 ? "people" : "share";
          int index = ink_table_find_column (table, column);

          g_assert_cmpfloat (cell (answer, "summary", column, 0), ==,
                             ink_table_get_number (table, (guint) index, row));
        }
      if (completions >= 0)
        g_assert_cmpfloat (cell (answer, "summary", "completions", 0), ==,
                           ink_table_get_number (table, (guint) completions, row));
    }
}

static void
test_overview (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkTable) goals
      = ink_goals_to_table (fixture->store, fixture->definition, NULL, &error);
  g_autoptr (InkTable) personas
      = ink_personas_to_table (fixture->store, fixture->definition, NULL, &error);

  g_assert_no_error (error);
  compare_rows (fixture, goals, "goal");
  compare_rows (fixture, personas, "persona");
}

/* ---- Examples ---- */

/* Whoever is an example of a rule is one of a narrower rule too, where it still holds for them. */
static void
test_examples (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (InkRule) wide = parse (fixture, "{'does': 'A'}");
  g_autoptr (InkRule) narrow = parse (fixture, "{'all': [{'does': 'A'}, {'does': '*'}]}");
  g_autoptr (InkAnswer) a
      = run (fixture, ink_rule_query_new (fixture->definition, wide, INK_ASK_COMPLETED, NULL));
  g_autoptr (InkAnswer) b
      = run (fixture, ink_rule_query_new (fixture->definition, narrow, INK_ASK_COMPLETED, NULL));
  gboolean are_first = TRUE;

  for (guint i = 0; i < INK_RULE_EXAMPLES; i++)
    {
      g_assert_cmpfloat (cell (a, "examples", "person", i), ==,
                         cell (b, "examples", "person", i));
      are_first = are_first && cell (a, "examples", "person", i) < 8;
    }
  g_assert_false (are_first);
}

static void
test_error (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (InkRule) rule = ink_rule_new_goal ("Nothing of the kind");
  g_autoptr (InkQuery) query
      = ink_rule_query_new (fixture->definition, rule, INK_ASK_COMPLETED, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer = ink_query_run (query, fixture->store, NULL, NULL, &error);

  g_assert_null (answer);
  g_assert_nonnull (error);
}

static void
test_equal (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (InkRule) a = parse (fixture, rules[3]);
  g_autoptr (InkRule) same = parse (fixture, rules[3]);
  g_autoptr (InkRule) other = parse (fixture, rules[4]);
  g_autoptr (InkQuery) x = ink_rule_query_new (fixture->definition, a, INK_ASK_COMPLETED, NULL);
  g_autoptr (InkQuery) y = ink_rule_query_new (fixture->definition, same, INK_ASK_COMPLETED, NULL);
  g_autoptr (InkQuery) z = ink_rule_query_new (fixture->definition, other, INK_ASK_COMPLETED, NULL);
  g_autoptr (InkQuery) h = ink_rule_query_new (fixture->definition, a, INK_ASK_HOLDS, NULL);

  g_assert_true (ink_query_equal (x, y));
  g_assert_cmpuint (ink_query_hash (x), ==, ink_query_hash (y));
  g_assert_false (ink_query_equal (x, z));
  g_assert_false (ink_query_equal (x, h));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/rule-query/slowly/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_slowly, tear_down);
    }
  for (guint seed = 11; seed <= 16; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/rule-query/tallies/%u", seed);
      g_autofree char *other = g_strdup_printf ("/rule-query/alls/%u", seed);

      g_test_add (path, Fixture, GUINT_TO_POINTER (seed), set_up, test_tallies, tear_down);
      g_test_add (other, Fixture, GUINT_TO_POINTER (seed), set_up, test_alls, tear_down);
    }
  g_test_add ("/rule-query/overview", Fixture, GUINT_TO_POINTER (4), set_up, test_overview,
              tear_down);
  g_test_add ("/rule-query/examples", Fixture, GUINT_TO_POINTER (5), set_up, test_examples,
              tear_down);
  g_test_add ("/rule-query/error", Fixture, GUINT_TO_POINTER (5), set_up, test_error, tear_down);
  g_test_add ("/rule-query/equal", Fixture, GUINT_TO_POINTER (5), set_up, test_equal, tear_down);
  return g_test_run ();
}
