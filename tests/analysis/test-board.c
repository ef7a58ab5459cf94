/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The journey board: by hand for small cases; for random ones against rules, against funnels, against
 * a slow count, and against itself without what it keeps. */
#include "analysis/ink-cases.h"

#include <math.h>

#include "analysis/ink-board-query.h"
#include "analysis/ink-board.h"
#include "analysis/ink-overview.h"
#include "analysis/ink-program.h"
#include "analysis/ink-rule-query.h"
#include "analysis/ink-time-parts.h"
#include "base/ink-error.h"

static InkDefinition *
define (const char *members)
{
  g_autofree char *json = ink_cases_quote (members);

  return ink_cases_definition (json);
}

static InkAnswer *
ask (InkEventStore *store,
     InkDefinition *definition,
     const InkFilter *filter)
{
  g_autoptr (InkQuery) query = ink_board_query_new (definition, filter);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
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

static const char *
text (const InkAnswer *answer,
      const char *table,
      const char *column,
      guint row)
{
  const InkTable *of = ink_answer_get_table (answer, table);

  return ink_table_get_text (of, (guint) ink_table_find_column (of, column), row);
}

static gboolean
same (double x,
      double y)
{
  return x == y || (isnan (x) && isnan (y));
}

static guint
count_rows (const InkAnswer *answer,
            const char *table)
{
  return ink_table_get_n_rows (ink_answer_get_table (answer, table));
}

/* ---- By hand ---- */

#define GOAL(name, event) "{'name': '" name "', 'rule': {'does': '" event "'}}"
#define A_AND_B "'goals': [" GOAL ("a", "A") ", " GOAL ("b", "B") "]"

/* @answer: people/completions of each goal; lines with people; warnings */
typedef struct
{
  const char *what;
  const char *events;
  const char *definition;
  const char *persona; /* nullable */
  double from;         /* seconds after the start; NAN: open */
  double to;
  const char *answer;
} Case;

static const Case cases[] = {
  { "one goes on, one does not, one comes the other way", "u: A@0 B@5; v: A@0; w: B@1 A@2; x: X@0",
    A_AND_B, NULL, NAN, NAN, "a 3/3; b 2/2; a>b 1; b>a 1; of 4" },
  { "a later completion is enough", "u: B@0 A@1 B@2; v: X@0", A_AND_B, NULL, NAN, NAN,
    "a 1/1; b 1/2; a>b 1; b>a 1; a same-people b; b same-people a; of 2" },
  { "at the same time in any order of the file", "u: B@5 A@5; v: A@5 B@5; w: X@1; x: A@0", A_AND_B,
    NULL, NAN, NAN, "a 3/3; b 2/2; a>b 2; b>a 2; of 4" },
  { "no event is after itself", "u: A@5; v: A@5 A@6; w: A@5{p=1} A@5{p=2}; x: X@0",
    "'goals': [" GOAL ("a", "A") ", {'name': 'b', 'rule': {'does': 'A'}}]", NULL, NAN, NAN,
    "a 3/5; b 3/5; a>b 2; b>a 2; a same-people b; b same-people a; of 4" },
  { "an event of both, and one before it at its time", "u: B@5{p=1} B@5{p=2} X@5; v: X@0",
    "'goals': [{'name': 'a', 'rule': {'does': 'B', 'where': [{'prop': 'p', 'op': 'is', 'value': 2}]}},"
    " " GOAL ("b", "B") "]",
    NULL, NAN, NAN, "a 1/1; b 1/2; a>b 1; b>a 1; a same-people b; b same-people a; of 2" },
  { "an event of both, after another", "u: B@4{p=1} B@5{p=2}; v: B@1{p=1}; w: X@0",
    "'goals': [{'name': 'a', 'rule': {'does': 'B', 'where': [{'prop': 'p', 'op': 'is', 'value': 2}]}},"
    " " GOAL ("b", "B") "]",
    NULL, NAN, NAN, "a 1/1; b 2/3; a>b 0; b>a 1; of 3" },
  { "what has no time is completed, and neither before nor after", "u: A@- B@-; v: A@- B@7; w: X@0",
    A_AND_B, NULL, NAN, NAN,
    "a 2/2; b 2/2; a>b 0; b>a 0; a same-people b; b same-people a; of 3" },
  { "nobody and everybody", "u: A@0; v: A@1; : B@2", A_AND_B, NULL, NAN, NAN,
    "a 2/2; b 0/0; a>b 0; b>a 0; a everybody; b nobody; of 2" },
  { "a name that the data does not have", "u: A@0 B@1; v: X@0",
    "'goals': [" GOAL ("a", "A") ", " GOAL ("b", "Z") "]", NULL, NAN, NAN,
    "a 1/1; b 0/0; a>b 0; b>a 0; b refused; of 2" },
  { "a part of the others is no warning", "u: A@0 B@0; v: A@1; w: X@0", A_AND_B, NULL, NAN, NAN,
    "a 2/2; b 1/1; a>b 1; b>a 1; of 3" },
  { "a period: arrive in it, begin whenever", "u: A@5 B@50; v: A@0 B@5; w: A@9 B@8; x: X@6; y: X@5",
    A_AND_B, NULL, 4, 20, "a 2/2; b 2/2; a>b 1; b>a 1; of 5" },
  { "a period: what comes after it does not count", "u: A@0 B@5 A@21; v: B@9 A@30 A@31; w: X@5",
    A_AND_B, NULL, 4, 20, "a 0/0; b 2/2; a>b 1; b>a 0; a nobody; of 3" },
  { "a period has nothing without a time", "u: A@- A@5; v: A@-; w: X@5 B@-", A_AND_B, NULL, 0, NAN,
    "a 1/1; b 0/0; a>b 0; b>a 0; b nobody; of 2" },
  { "a persona", "u: A@0 B@1 P@2; v: A@0 B@1; w: P@0", A_AND_B
    ", 'personas': [{'name': 'Fan', 'rule': {'does': 'P'}}]",
    "Fan", NAN, NAN, "a 1/1; b 1/1; a>b 1; b>a 0; a same-people b; b same-people a; of 2" },
  { "everyone else", "u: A@0 B@1 P@2; v: A@0; w: P@0", A_AND_B
    ", 'personas': [{'name': 'Fan', 'rule': {'does': 'P'}}]",
    "Everyone else", NAN, NAN, "a 1/1; b 0/0; a>b 0; b>a 0; a everybody; b nobody; of 1" },
  { "no people", "", A_AND_B, NULL, NAN, NAN, "a 0/0; b 0/0; a>b 0; b>a 0; of 0" },
  { "no goals", "u: A@0", "", NULL, NAN, NAN, "of 1" },
};

static void
append_goals (GString *out,
              const InkAnswer *answer)
{
  for (guint row = 0; row < count_rows (answer, "goals"); row++)
    g_string_append_printf (out, "%s %g/%g; ", text (answer, "goals", "name", row),
                            cell (answer, "goals", "people", row),
                            cell (answer, "goals", "completions", row));
}

static void
append_lines (GString *out,
              const InkAnswer *answer)
{
  for (guint row = 0; row < count_rows (answer, "lines"); row++)
    g_string_append_printf (out, "%s>%s %g; ", text (answer, "lines", "from", row),
                            text (answer, "lines", "to", row),
                            cell (answer, "lines", "people", row));
}

static void
append_warnings (GString *out,
                 const InkAnswer *answer)
{
  for (guint row = 0; row < count_rows (answer, "warnings"); row++)
    {
      const char *other = text (answer, "warnings", "other", row);

      g_assert_cmpint (*text (answer, "warnings", "sentence", row), !=, 0);
      g_string_append_printf (out, "%s %s%s%s; ", text (answer, "warnings", "goal", row),
                              text (answer, "warnings", "kind", row), other != NULL ? " " : "",
                              other != NULL ? other : "");
    }
}

static char *
write_answer (const InkAnswer *answer)
{
  GString *out = g_string_new (NULL);

  append_goals (out, answer);
  append_lines (out, answer);
  append_warnings (out, answer);
  g_string_append_printf (out, "of %g", cell (answer, "totals", "people", 0));
  return g_string_free (out, FALSE);
}

static gint64
moment (double seconds)
{
  return isnan (seconds) ? INK_TIME_NONE : INK_CASES_START + (gint64) (seconds * INK_SECOND);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (InkEventStore) store = NULL;
      g_autoptr (InkDefinition) definition = NULL;
      g_autoptr (InkAnswer) answer = NULL;
      g_autofree char *said = NULL;
      InkFilter filter = { c->persona, moment (c->from), moment (c->to) };

      g_test_message ("%s", c->what);
      store = *c->events != '\0' ? ink_cases_store (c->events) : ink_event_store_new_empty ();
      definition = define (c->definition);
      answer = ask (store, definition, &filter);
      said = write_answer (answer);
      g_assert_cmpstr (said, ==, c->answer);
    }
}

/* What cannot be evaluated takes nothing with it, and says why. */
static void
test_refused (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@1; v: X@0");
  g_autoptr (InkDefinition) whole
      = define ("'goals': [" GOAL ("a", "A") ", " GOAL ("gone", "B") ","
                " {'name': 'on', 'rule': {'goal': 'gone'}},"
                " {'name': 'further', 'rule': {'does': 'A', 'after': 'on'}}]");
  g_autoptr (InkDefinition) definition
      = ink_definition_without_goal (whole, whole->goals[1]->id);
  g_autoptr (InkAnswer) answer = ask (store, definition, NULL);
  g_autofree char *said = write_answer (answer);

  g_assert_cmpstr (said, ==,
                   "a 1/1; on nan/nan; further nan/nan; a>on nan; a>further nan; on>a nan; "
                   "on>further nan; further>a nan; further>on nan; on refused; further refused; "
                   "of 2");
  g_assert_cmpstr (text (answer, "warnings", "sentence", 0), ==, "There is no goal 'gone'.");
}

/* A name that is hardly wrong is told with the right one. */
static void
test_unknown_event (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: Booked@0 B@1; v: X@0");
  g_autoptr (InkDefinition) definition = define ("'goals': [" GOAL ("a", "Boked") "]");
  g_autoptr (InkAnswer) answer = ask (store, definition, NULL);

  g_assert_cmpstr (text (answer, "warnings", "kind", 0), ==, "refused");
  g_assert_cmpstr (text (answer, "warnings", "sentence", 0), ==,
                   "The data has no event 'Boked'. Did you mean 'Booked'?");
}

/* ---- Random ---- */

#define MAX_GOALS 9

/* Goals over the names A to E and the property p; half of them by several parts. */
static const char *const rules[] = {
  "{'does': 'A'}",
  "{'does': 'B'}",
  "{'does': ['C', 'D']}",
  "{'does': '*'}",
  "{'does': 'A', 'where': [{'prop': 'p', 'op': '>=', 'value': 2}]}",
  "{'does': 'B', 'where': [{'prop': 'p', 'op': 'is', 'value': 1}]}",
  "{'does': 'A', 'times': {'at_least': 2}}",
  "{'does': ['A', 'B'], 'times': {'at_least': 3, 'within': {'session': true}}}",
  "{'does': 'C', 'first_time': true}",
  "{'any': [{'does': 'D'}, {'does': 'E'}]}",
  "{'all': [{'does': 'A'}, {'does': 'E'}]}",
  "{'all': [{'does': 'B'}, {'not': {'does': 'D'}}]}",
  "{'does': 'D', 'after': 'g0'}",
  "{'goal': 'g1', 'times': {'at_least': 2}}",
  "{'does': 'Nothing'}",
  "{'does': 'A', 'between': ['2026-07-01', '2026-07-01']}",
};

/* Few different times, so that many are equal; @timeless: some events have none. */
static InkEventStore *
make_store (GRand *rand,
            gboolean timeless)
{
  g_autoptr (GString) events = g_string_new (NULL);
  guint n_people = (guint) g_rand_int_range (rand, 1, 60);

  for (guint person = 0; person < n_people; person++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 12);

      g_string_append_printf (events, "%su%u:", person > 0 ? ";" : "", person);
      for (guint i = 0; i < n; i++)
        {
          g_string_append_printf (events, " %c@", 'A' + g_rand_int_range (rand, 0, 5));
          if (timeless && g_rand_int_range (rand, 0, 5) == 0)
            g_string_append_c (events, '-');
          else
            g_string_append_printf (events, "%d", g_rand_int_range (rand, 0, 9) * 20000);
          g_string_append_printf (events, "{p=%d}", g_rand_int_range (rand, 0, 4));
        }
    }
  return ink_cases_store (events->str);
}

static void
append_goal (GString *json,
             GRand *rand,
             guint number)
{
  /* The first two lean on no other, so that those that lean on them never turn in a circle. */
  guint n = number < 2 ? 12 : G_N_ELEMENTS (rules);

  g_string_append_printf (json, "%s{'name': 'g%u', 'rule': %s}", number > 0 ? ", " : "", number,
                          rules[g_rand_int_range (rand, 0, (gint32) n)]);
}

static InkDefinition *
make_definition (GRand *rand)
{
  g_autoptr (GString) json = g_string_new ("'goals': [");
  guint n = (guint) g_rand_int_range (rand, 2, MAX_GOALS + 1);

  for (guint i = 0; i < n; i++)
    append_goal (json, rand, i);
  g_string_append (json, "], 'personas': [{'name': 'Fan', 'rule': {'does': 'E'}}]");
  return define (json->str);
}

static InkFilter
choose_filter (GRand *rand)
{
  InkFilter filter = { NULL, INK_TIME_NONE, INK_TIME_NONE };

  if (g_rand_boolean (rand))
    filter.persona = g_rand_boolean (rand) ? "Fan" : "Everyone else";
  if (g_rand_boolean (rand))
    filter.from = moment (g_rand_int_range (rand, 0, 6) * 20000);
  if (g_rand_boolean (rand))
    filter.to = moment (g_rand_int_range (rand, 2, 9) * 20000);
  return filter;
}

/* The number of people whom a list of them has; NaN where it is refused. */
static double
count_listed (InkEventStore *store,
              InkDefinition *definition,
              const InkRule *rule,
              const InkFilter *filter)
{
  g_autoptr (InkQuery) query
      = ink_rule_people_query_new (definition, rule, INK_ASK_COMPLETED, filter);
  g_autoptr (InkAnswer) answer = ink_query_run (query, store, NULL, NULL, NULL);

  return answer != NULL ? count_rows (answer, "people") : NAN;
}

static void
check_line_by_rule (InkEventStore *store,
                    InkDefinition *definition,
                    const InkFilter *filter,
                    const InkAnswer *answer,
                    guint row)
{
  g_autoptr (InkRule) rule = ink_rule_new_goal (text (answer, "lines", "to", row));
  g_autoptr (InkRule) from = ink_rule_new_goal (text (answer, "lines", "from", row));
  double people = cell (answer, "lines", "people", row), of = cell (answer, "lines", "of", row);
  InkFilter before = { filter->persona, INK_TIME_NONE, filter->to };

  /* A period that is open at both ends holds what has no time, too. */
  if (filter->from != INK_TIME_NONE && filter->to == INK_TIME_NONE)
    before.to = G_MAXINT64;
  g_assert_true (same (of, count_listed (store, definition, from, &before)));
  rule->after = g_strdup (text (answer, "lines", "from", row));
  g_assert_true (same (people, count_listed (store, definition, rule, filter)));
  g_assert_true (same (cell (answer, "lines", "share", row), of > 0 ? people / of : NAN));
}

static void
test_lines_are_rules (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (InkEventStore) store = make_store (rand, round % 2 == 0);
      g_autoptr (InkDefinition) definition = make_definition (rand);
      InkFilter filter = choose_filter (rand);
      g_autoptr (InkAnswer) answer = ask (store, definition, &filter);

      for (guint row = 0; row < count_rows (answer, "lines"); row++)
        check_line_by_rule (store, definition, &filter, answer, row);
    }
}

/* ---- As a funnel of two steps, over all time ---- */

static void
check_line_by_funnel (InkEventStore *store,
                      InkDefinition *definition,
                      const InkFilter *filter,
                      const InkAnswer *answer,
                      guint row)
{
  g_autofree char *steps
      = g_strdup_printf ("{'goal': '%s'}, {'goal': '%s'}", text (answer, "lines", "from", row),
                         text (answer, "lines", "to", row));
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, steps, "");
  g_autoptr (InkFunnelResult) result
      = ink_funnel_evaluate (store, definition, funnel, filter, NULL, NULL);
  g_autoptr (InkTable) table = result != NULL ? ink_funnel_result_to_steps (result) : NULL;
  double people = cell (answer, "lines", "people", row);
  double share = cell (answer, "lines", "share", row), first, second;
  guint column;

  g_assert_cmpint (table == NULL, ==, isnan (people) != 0);
  if (table == NULL)
    return;
  column = (guint) ink_table_find_column (table, "people");
  first = ink_table_get_number (table, column, 0);
  second = ink_table_get_number (table, column, 1);
  g_assert_cmpfloat (people, ==, second);
  g_assert_true (same (share, first > 0 ? second / first : NAN));
}

static void
test_lines_are_funnels (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (InkEventStore) store = make_store (rand, FALSE);
      g_autoptr (InkDefinition) definition = make_definition (rand);
      InkFilter filter = { choose_filter (rand).persona, INK_TIME_NONE, INK_TIME_NONE };
      g_autoptr (InkAnswer) answer = ask (store, definition, &filter);

      for (guint row = 0; row < count_rows (answer, "lines"); row++)
        check_line_by_funnel (store, definition, &filter, answer, row);
    }
}

/* ---- Goals: as everywhere else, and slowly ---- */

static void
test_goals_are_counted_alike (void)
{
  static const char *const columns[] = { "people", "share", "completions", "first", "last" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (InkEventStore) store = make_store (rand, TRUE);
      g_autoptr (InkDefinition) definition = make_definition (rand);
      g_autoptr (InkAnswer) answer = ask (store, definition, NULL);
      g_autoptr (InkTable) table = ink_goals_to_table (store, definition, NULL, NULL);

      for (guint row = 0; table != NULL && row < count_rows (answer, "goals"); row++)
        for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
          {
            double x = cell (answer, "goals", columns[i], row);
            double y = ink_table_get_number (
                table, (guint) ink_table_find_column (table, columns[i]), row);

            g_assert_true (same (x, y));
          }
    }
}

static void
assert_same_columns (const InkAnswer *a,
                     const InkAnswer *b,
                     const char *name,
                     const char *const *columns)
{
  const InkTable *x = ink_answer_get_table (a, name), *y = ink_answer_get_table (b, name);

  g_assert_cmpuint (ink_table_get_n_rows (x), ==, ink_table_get_n_rows (y));
  for (guint i = 0; columns[i] != NULL; i++)
    for (guint row = 0; row < ink_table_get_n_rows (x); row++)
      g_assert_true (same (cell (a, name, columns[i], row), cell (b, name, columns[i], row)));
}

/* What stands by a goal's sentence is what its rule would be told. */
static void
test_facts_of_goals (void)
{
  static const char *const summary[] = { "people", "of", "share", "completions", NULL };
  static const char *const series[] = { "completions", NULL };
  static const char *const examples[] = { "person", "time", NULL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (InkEventStore) store = make_store (rand, TRUE);
      g_autoptr (InkDefinition) definition = make_definition (rand);
      InkFilter filter = choose_filter (rand);
      g_autoptr (InkAnswer) answer = ask (store, definition, &filter);

      for (guint i = 0; definition->goals[i] != NULL; i++)
        {
          const InkGoal *goal = definition->goals[i];
          g_autoptr (InkQuery) query
              = ink_rule_query_new (definition, goal->rule, INK_ASK_COMPLETED, &filter);
          g_autoptr (InkAnswer) rule = ink_query_run (query, store, NULL, NULL, NULL);
          const char *refusal;
          g_autoptr (InkAnswer) facts
              = ink_board_answer_get_facts (answer, goal->name, &refusal);

          if (facts == NULL)
            {
              g_assert_nonnull (refusal);
              continue;
            }
          assert_same_columns (facts, rule, "summary", summary);
          assert_same_columns (facts, rule, "series", series);
          assert_same_columns (facts, rule, "examples", examples);
        }
    }
}

/* People, completions and series of a goal under @filter, completion by completion. */
static void
check_goal_slowly (InkEventStore *store,
                   InkDefinition *definition,
                   const InkFilter *filter,
                   const InkAnswer *answer,
                   guint row)
{
  g_autoptr (InkScope) scope = ink_scope_new (store, definition, NULL);
  g_autoptr (InkProgram) program
      = ink_program_new (scope, definition->goals[row]->rule, NULL);
  g_autofree guint8 *personas = ink_scope_persona_bytes (scope, NULL);
  guint n_parts = count_rows (answer, "parts"), completions = 0;
  g_autofree guint *series = g_new0 (guint, n_parts + 1);
  guint64 people = 0;
  const InkRows *rows;

  if (program == NULL || !ink_program_has_moments (program))
    return;
  rows = ink_program_get_moments (program);
  for (guint32 i = 0; i < rows->n; i++)
    {
      gint64 time = scope->times[rows->rows[i]];
      guint32 person = ink_scope_person_of_row (scope, rows->rows[i]);

      if ((filter->persona != NULL
           && strcmp (ink_scope_persona_name (scope, personas[person]), filter->persona) != 0)
          || (filter->from != INK_TIME_NONE && time < filter->from)
          || (filter->to != INK_TIME_NONE && (time == INK_TIME_NONE || time > filter->to)))
        continue;
      completions++;
      people |= G_GUINT64_CONSTANT (1) << person;
      for (guint part = 0; time != INK_TIME_NONE && part < n_parts; part++)
        series[part] += (double) time >= cell (answer, "parts", "start", part)
                        && (double) time < cell (answer, "parts", "end", part);
    }
  g_assert_cmpfloat (cell (answer, "goals", "completions", row), ==, completions);
  g_assert_cmpfloat (cell (answer, "goals", "people", row), ==, __builtin_popcountll (people));
  for (guint part = 0; part < n_parts; part++)
    g_assert_cmpfloat (
        ink_table_get_number (ink_answer_get_table (answer, "series"), part, row), ==,
        series[part]);
}

static void
test_goals_slowly (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (InkEventStore) store = make_store (rand, TRUE);
      g_autoptr (InkDefinition) definition = make_definition (rand);
      InkFilter filter = choose_filter (rand);
      g_autoptr (InkAnswer) answer = ask (store, definition, &filter);

      for (guint row = 0; row < count_rows (answer, "goals"); row++)
        check_goal_slowly (store, definition, &filter, answer, row);
    }
}

static void
assert_same_goal (const InkBoardGoal *x,
                  const InkBoardGoal *y,
                  guint32 n_people)
{
  g_assert_cmpuint (x->people, ==, y->people);
  g_assert_cmpuint (x->had, ==, y->had);
  g_assert_cmpuint (x->completions, ==, y->completions);
  g_assert_cmpint (x->first, ==, y->first);
  g_assert_cmpint (x->last, ==, y->last);
  g_assert_cmpmem (x->series, x->n_parts * sizeof *x->series, y->series,
                   y->n_parts * sizeof *y->series);
  g_assert_cmpmem (x->persons, x->n * sizeof *x->persons, y->persons, y->n * sizeof *y->persons);
  g_assert_cmpmem (x->passes, x->n * sizeof *x->passes, y->passes, y->n * sizeof *y->passes);
  g_assert_cmpfloat (ink_board_goal_likeness (x, y, n_people), ==, x->people > 0 ? 1 : 0);
}

/* More people than one word of the set has. */
static void
test_two_threads (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (GString) events = g_string_new (NULL);
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = define (A_AND_B);
  InkFilter filter = { NULL, moment (3), moment (7) };

  for (guint person = 0; person < 300; person++)
    {
      g_string_append_printf (events, "%su%u: X@0", person > 0 ? ";" : "", person);
      for (guint i = g_rand_int_range (rand, 0, 6); i > 0; i--)
        g_string_append_printf (events, " A@%d{p=%u}", g_rand_int_range (rand, 0, 10), i);
    }
  store = ink_cases_store (events->str);
  for (guint dated = 0; dated < 2; dated++)
    {
      g_auto (InkNarrowing) narrowing = { 0 };
      g_auto (InkTimeParts) parts = { 0 };
      g_autoptr (InkBoardGoal) one = NULL, two = NULL;
      const InkRows *rows;

      g_assert_true (ink_narrowing_init (&narrowing, store, definition, dated ? &filter : NULL,
                                         NULL, NULL));
      ink_narrowing_cut (&narrowing, 1, &parts);
      rows = ink_program_get_moments (ink_scope_goal (narrowing.scope, "a", NULL));
      one = ink_board_goal_new (&narrowing, &parts, rows, NULL, 1);
      two = ink_board_goal_new (&narrowing, &parts, rows, NULL, 2);
      g_assert_cmpuint (one->people, >, 64);
      assert_same_goal (one, two, 300);
    }
}

/* ---- What is kept ---- */

static InkDefinition *
edit (GRand *rand,
      InkDefinition *definition)
{
  guint n = g_strv_length ((char **) (void *) definition->goals);
  guint index = (guint) g_rand_int_range (rand, 0, (gint32) n);
  g_autoptr (InkDefinition) other = make_definition (rand);
  g_autoptr (InkGoal) goal = ink_goal_copy (definition->goals[index]);

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return ink_definition_move_goal (definition, goal->id,
                                       (guint) g_rand_int_range (rand, 0, (gint32) n));
    case 1:
      /* Rules that name it are refused from then on. */
      return n > 2 ? ink_definition_without_goal (definition, goal->id)
                   : ink_definition_ref (definition);
    case 2:
      g_free (goal->name);
      goal->name = g_strdup_printf ("r%u", g_rand_int_range (rand, 0, 1000000));
      return ink_definition_with_goal (definition, goal);
    case 3:
      {
        g_autofree char *name = g_strdup_printf ("n%u", g_rand_int_range (rand, 0, 1000000));
        g_autoptr (InkGoal) new = ink_goal_new (name, other->goals[0]->rule);

        return n < MAX_GOALS ? ink_definition_with_goal (definition, new)
                             : ink_definition_ref (definition);
      }
    default:
      ink_rule_unref (goal->rule);
      goal->rule = ink_rule_ref (other->goals[1]->rule);
      return ink_definition_with_goal (definition, goal);
    }
}

static void
assert_same_board (const InkBoard *a,
                   const InkBoard *b)
{
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpuint (a->all_people, ==, b->all_people);
  for (guint i = 0; i < a->n; i++)
    {
      const InkBoardGoal *x = a->goals[i], *y = b->goals[i];

      g_assert_cmpstr (x->sentence, ==, y->sentence);
      g_assert_cmpint (x->refused, ==, y->refused);
      g_assert_cmpuint (x->people, ==, y->people);
      g_assert_cmpuint (x->completions, ==, y->completions);
      g_assert_cmpint (x->first, ==, y->first);
      g_assert_cmpint (x->last, ==, y->last);
      g_assert_cmpmem (x->series, x->n_parts * sizeof *x->series, y->series,
                       y->n_parts * sizeof *y->series);
      g_assert_cmpfloat (ink_board_goal_likeness (x, y, a->n_people), ==, x->people > 0 ? 1 : 0);
    }
  g_assert_cmpmem (a->lines, a->n * a->n * sizeof *a->lines, b->lines,
                   b->n * b->n * sizeof *b->lines);
}

static void
test_kept_is_the_same (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (InkEventStore) store = make_store (rand, TRUE);
      g_autoptr (InkDefinition) definition = make_definition (rand);
      InkFilter filters[2] = { choose_filter (rand), choose_filter (rand) };

      for (guint step = 0; step < 25; step++)
        {
          const InkFilter *filter = &filters[g_rand_int_range (rand, 0, 2)];
          g_autoptr (GError) error = NULL;
          g_autoptr (InkBoard) with
              = ink_board_evaluate (store, definition, filter, TRUE, NULL, NULL, &error);
          g_autoptr (InkBoard) without
              = ink_board_evaluate (store, definition, filter, FALSE, NULL, NULL, &error);
          InkDefinition *next = edit (rand, definition);

          g_assert_no_error (error);
          assert_same_board (with, without);
          ink_definition_unref (definition);
          definition = next;
        }
    }
}

/* Only the goal that was edited is a new one. */
static void
test_only_the_edited (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@1 C@2; v: A@0 C@1");
  g_autoptr (InkDefinition) before
      = define ("'goals': [" GOAL ("a", "A") ", " GOAL ("b", "B") ", " GOAL ("c", "C") "]");
  g_autoptr (InkGoal) goal = ink_goal_copy (before->goals[1]);
  g_autoptr (InkDefinition) after = NULL, moved = NULL;
  g_autoptr (InkBoard) first = NULL, second = NULL, third = NULL;

  ink_rule_unref (goal->rule);
  goal->rule = ink_rule_new_does ("C");
  after = ink_definition_with_goal (before, goal);
  moved = ink_definition_move_goal (before, before->goals[0]->id, 2);
  first = ink_board_evaluate (store, before, NULL, TRUE, NULL, NULL, NULL);
  second = ink_board_evaluate (store, after, NULL, TRUE, NULL, NULL, NULL);
  third = ink_board_evaluate (store, moved, NULL, TRUE, NULL, NULL, NULL);
  g_assert_true (second->goals[0] == first->goals[0]);
  g_assert_true (second->goals[1] == first->goals[2]);
  g_assert_true (second->goals[2] == first->goals[2]);
  g_assert_true (third->goals[2] == first->goals[0]);
  g_assert_true (third->goals[0] == first->goals[1]);
}

/* ---- Questions ---- */

/* The second definition asks the same where the flag says so. */
static const struct
{
  const char *what;
  const char *a;
  const char *b;
  gboolean same;
} questions[] = {
  { "stage, kind, note, colour", "'goals': [" GOAL ("a", "A") "]",
    "'goals': [{'name': 'a', 'kind': 'macro', 'stage': 'Decide', 'note': 'n', 'colour': '#ff0000',"
    " 'rule': {'does': 'A'}, 'value': {'fixed': 3}}], 'stages': ['Decide']",
    TRUE },
  { "personas, without a persona", "'goals': [" GOAL ("a", "A") "]",
    "'goals': [" GOAL ("a", "A") "], 'personas': [{'name': 'P', 'rule': {'does': 'A'}}]", TRUE },
  { "a name", "'goals': [" GOAL ("a", "A") "]", "'goals': [" GOAL ("b", "A") "]", FALSE },
  { "a rule", "'goals': [" GOAL ("a", "A") "]", "'goals': [" GOAL ("a", "B") "]", FALSE },
  { "one more", "'goals': [" GOAL ("a", "A") "]", A_AND_B, FALSE },
  { "the order", "'goals': [" GOAL ("b", "B") ", " GOAL ("a", "A") "]", A_AND_B, FALSE },
  { "the zone", "", "'export_time': '2026-07-02T00:00:00Z'", FALSE },
};

static void
test_questions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (InkDefinition) a = define (questions[i].a), b = define (questions[i].b);
      g_autoptr (InkQuery) x = ink_board_query_new (a, NULL), y = ink_board_query_new (b, NULL);

      g_test_message ("%s", questions[i].what);
      g_assert_cmpint (ink_query_equal (x, y), ==, questions[i].same);
      if (questions[i].same)
        g_assert_cmpuint (ink_query_hash (x), ==, ink_query_hash (y));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@1");
  g_autoptr (InkDefinition) definition = define (A_AND_B);
  g_autoptr (InkQuery) query = ink_board_query_new (definition, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ink_query_run (query, store, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_no_such_persona (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@1");
  g_autoptr (InkDefinition) definition = define (A_AND_B);
  InkFilter filter = { "Nobody", INK_TIME_NONE, INK_TIME_NONE };
  g_autoptr (InkQuery) query = ink_board_query_new (definition, &filter);
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_query_run (query, store, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/cases", test_cases);
  g_test_add_func ("/board/refused", test_refused);
  g_test_add_func ("/board/unknown-event", test_unknown_event);
  g_test_add_func ("/board/lines-are-rules", test_lines_are_rules);
  g_test_add_func ("/board/lines-are-funnels", test_lines_are_funnels);
  g_test_add_func ("/board/goals-are-counted-alike", test_goals_are_counted_alike);
  g_test_add_func ("/board/facts-of-goals", test_facts_of_goals);
  g_test_add_func ("/board/goals-slowly", test_goals_slowly);
  g_test_add_func ("/board/two-threads", test_two_threads);
  g_test_add_func ("/board/kept-is-the-same", test_kept_is_the_same);
  g_test_add_func ("/board/only-the-edited", test_only_the_edited);
  g_test_add_func ("/board/questions", test_questions);
  g_test_add_func ("/board/cancelled", test_cancelled);
  g_test_add_func ("/board/no-such-persona", test_no_such_persona);

  return g_test_run ();
}
