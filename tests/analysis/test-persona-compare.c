/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas side by side: at random against counting one by one, and what is worth to be told. */
#include "analysis/ink-persona-cases.h"

#include <math.h>

#include "base/ink-error.h"
#include "stats/ink-wilson.h"

#define DEFINITION                                                                                 \
  "'goals': [{'name': 'E', 'kind': 'macro', 'rule': {'does': 'E'}}, {'name': 'Two B', 'kind':"      \
  " 'micro', 'rule': {'does': 'B', 'times': {'at_least': 2}}}], 'personas': [{'name': 'Role 1',"    \
  " 'rule': {'person': 'role', 'op': 'is', 'value': 'r1'}}, {'name': 'A', 'rule': {'does': 'A'}}]"

static InkDefinition *
make_definition (const char *json)
{
  g_autofree char *quoted = ink_cases_quote (json);

  return ink_cases_definition (quoted);
}

static InkAnswer *
compare (InkDefinition *definition,
         InkEventStore *store,
         const char *const *names,
         const InkFilter *filter)
{
  g_autoptr (InkQuery) query = ink_personas_compare_query_new (definition, names, filter);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static const char *const all_names[] = { "Role 1", "A", "Everyone else", NULL };

/* ---- At random ---- */

static guint
persona_of (const InkCrowdPerson *person)
{
  return person->role == 1 ? 0 : ink_crowd_count (person, person->n, 'A') > 0 ? 1 : 2;
}

/* Whether @person did goal @goal from @from to @to. */
static gboolean
did (const InkCrowdPerson *person,
     guint goal,
     int from,
     int to)
{
  for (guint i = 0; i < person->n; i++)
    {
      gboolean completes = goal == 0 ? person->names[i] == 'E'
                                     : person->names[i] == 'B'
                                           && ink_crowd_count (person, i + 1, 'B') == 2;

      if (completes && person->times[i] >= from && person->times[i] <= to)
        return TRUE;
    }
  return FALSE;
}

static guint
count_in (const InkCrowdPerson *person,
          int from,
          int to)
{
  guint n = 0;

  for (guint i = 0; i < person->n; i++)
    n += person->times[i] >= from && person->times[i] <= to;
  return n;
}

/* Visits with an event from @from to @to: 30 minutes end one. */
static guint
count_visits (const InkCrowdPerson *person,
              int from,
              int to)
{
  guint visits = 0, visit = 0, last = G_MAXUINT;

  for (guint i = 0; i < person->n; i++)
    {
      if (i > 0 && person->times[i] - person->times[i - 1] > 1800)
        visit++;
      if (person->times[i] < from || person->times[i] > to)
        continue;
      visits += last != visit;
      last = visit;
    }
  return visits;
}

typedef struct
{
  guint people[3];
  guint events[3];
  guint visits[3];
  guint goals[3][2];
} Naive;

static void
count_naively (const InkCrowd *crowd,
               int from,
               int to,
               Naive *naive)
{
  memset (naive, 0, sizeof *naive);
  for (guint i = 0; i < INK_CROWD_PEOPLE; i++)
    {
      const InkCrowdPerson *person = &crowd->people[i];
      guint persona = persona_of (person);

      naive->people[persona] += count_in (person, from, to) > 0;
      naive->events[persona] += count_in (person, from, to);
      naive->visits[persona] += count_visits (person, from, to);
      for (guint goal = 0; goal < 2; goal++)
        naive->goals[persona][goal] += did (person, goal, from, to);
    }
}

static void
check_goal (const Naive *naive,
            InkTable *table,
            guint persona,
            guint goal)
{
  guint row = persona * 2 + goal, others = 0, rest = 0;
  double low, high;

  for (guint i = 0; i < 3; i++)
    if (i != persona)
      {
        others += naive->people[i];
        rest += naive->goals[i][goal];
      }
  ink_wilson (naive->goals[persona][goal], naive->people[persona], &low, &high);
  g_assert_cmpstr (ink_table_get_text (table, 0, row), ==, all_names[persona]);
  g_assert_cmpfloat (ink_table_get_number (table, 3, row), ==, naive->goals[persona][goal]);
  g_assert_cmpfloat_with_epsilon (ink_table_get_number (table, 5, row), low, 1e-12);
  g_assert_cmpfloat_with_epsilon (ink_table_get_number (table, 6, row), high, 1e-12);
  g_assert_cmpfloat_with_epsilon (ink_table_get_number (table, 7, row), (double) rest / others,
                                  1e-12);
}

static void
check_random (guint32 seed)
{
  g_autofree InkCrowd *crowd = g_new0 (InkCrowd, 1);
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = make_definition (DEFINITION);
  g_autoptr (InkAnswer) answer = NULL;
  int from = (int) seed * 500, to = from + 9000;
  InkFilter filter = { NULL, INK_CASES_START + from * INK_SECOND,
                       INK_CASES_START + to * INK_SECOND };
  InkTable *people;
  Naive naive;

  ink_crowd_init (crowd, seed);
  store = crowd->store;
  answer = compare (definition, store, all_names, &filter);
  people = ink_answer_get_table (answer, "people");
  count_naively (crowd, from, to, &naive);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (ink_table_get_number (people, 1, i), ==, naive.people[i]);
      g_assert_cmpfloat (ink_table_get_number (people, 3, i), ==, naive.events[i]);
      g_assert_cmpfloat (ink_table_get_number (people, 5, i), ==, naive.visits[i]);
      for (guint goal = 0; goal < 2; goal++)
        check_goal (&naive, ink_answer_get_table (answer, "goals"), i, goal);
    }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    check_random (seed);
}

/* ---- What is told ---- */

/* @n people who did each of @events, an event a second. */
static void
append_people (GString *text,
               const char *prefix,
               guint n,
               const char *events)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s%s%u:", text->len > 0 ? "; " : "", prefix, i);
      for (guint j = 0; events[j] != '\0'; j++)
        g_string_append_printf (text, " %c@%u{device=%s,channel=%s}", events[j], 4000 * j,
                                *prefix == 'r' ? "phone" : "desk", j == 0 ? "ad" : "mail");
      if (*prefix == 'r')
        g_string_append (text, " !role=r1");
    }
}

/* Of 100 with the role 80 do E and 50 do C, of 200 others 40 and 100; all do D. */
static InkEventStore *
make_two_kinds (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_people (text, "ra", 50, "DEC");
  append_people (text, "rb", 30, "DE");
  append_people (text, "rc", 20, "D");
  append_people (text, "oa", 40, "DEC");
  append_people (text, "ob", 60, "DC");
  append_people (text, "oc", 100, "D");
  return ink_cases_store (text->str);
}

static char *
read_column (InkAnswer *answer,
             const char *table,
             guint n_columns)
{
  InkTable *rows = ink_answer_get_table (answer, table);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ink_table_get_n_rows (rows); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_string_append (text, column > 0 ? "|" : row > 0 ? ";" : "");
        if (ink_table_is_text (rows, column))
          g_string_append (text, ink_table_get_text (rows, column, row));
        else
          g_string_append_printf (text, "%g", ink_table_get_number (rows, column, row));
      }
  return g_string_free (text, FALSE);
}

static void
test_more (void)
{
  g_autoptr (InkEventStore) store = make_two_kinds ();
  g_autoptr (InkDefinition) definition = make_definition (DEFINITION);
  static const char *const one[] = { "Role 1", NULL };
  g_autoptr (InkAnswer) answer = compare (definition, store, one, NULL);
  InkTable *more = ink_answer_get_table (answer, "more");
  g_autofree char *names = read_column (answer, "more", 4);

  /* E is a goal, so it is not told as an event too; C and D are done as often. */
  g_assert_cmpstr (names, ==, "Role 1|goal|E|80");
  g_assert_cmpfloat_with_epsilon (ink_table_get_number (more, 6, 0), 4, 1e-9);
  g_assert_cmpfloat (ink_table_get_number (more, 7, 0), >, 2.9);
  g_assert_cmpfloat (ink_table_get_number (more, 8, 0), <, 5.6);
  g_assert_cmpfloat (ink_table_get_number (more, 9, 0), <, 1e-9);
}

static void
test_values (void)
{
  g_autoptr (InkEventStore) store = make_two_kinds ();
  g_autoptr (InkDefinition) definition = make_definition (DEFINITION);
  static const char *const one[] = { "Role 1", NULL };
  g_autoptr (InkAnswer) answer = compare (definition, store, one, NULL);
  g_autofree char *values = read_column (answer, "values", 5);

  g_assert_cmpstr (values, ==,
                   "Role 1|first channel|ad|100|1;Role 1|last channel|mail|80|0.8;"
                   "Role 1|last channel|ad|20|0.2;Role 1|device|phone|100|1;"
                   "Role 1|role|r1|100|1");
}

/* What the rule itself looks at is no finding. */
static void
test_defining (void)
{
  g_autoptr (InkEventStore) store = make_two_kinds ();
  static const char *const rules[][2] = {
    { "{'does': 'E'}", "1" },
    { "{'goal': 'G'}", "1" },
    { "{'any': [{'person': 'role', 'op': 'is', 'value': 'r1'}, {'not': {'goal': 'G'}}]}", "1" },
    { "{'does': 'E', 'where': [{'prop': 'x', 'op': 'is', 'value': 1}]}", "0" },
    { "{'does': 'C'}", "0" },
    { "{'does': 'C', 'after': 'G'}", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "'goals': [{'name': 'G', 'kind': 'macro', 'rule': {'does': ['E']}}], 'personas':"
          " [{'name': 'P', 'rule': %s}, {'name': 'Q', 'rule': {'not': {'persona': 'P'}}}]",
          rules[i][0]);
      g_autoptr (InkDefinition) definition = make_definition (json);
      static const char *const names[] = { "P", "Q", "Everyone else", NULL };
      g_autoptr (InkAnswer) answer = compare (definition, store, names, NULL);
      InkTable *goals = ink_answer_get_table (answer, "goals");
      int column = ink_table_find_column (goals, "defining");

      for (guint row = 0; row < 3; row++)
        g_assert_cmpfloat (ink_table_get_number (goals, (guint) column, row), ==,
                           g_ascii_strtod (rules[i][1], NULL));
    }
}

static void
test_no_such (void)
{
  g_autoptr (InkEventStore) store = make_two_kinds ();
  g_autoptr (InkDefinition) definition = make_definition (DEFINITION);
  static const char *const names[] = { "Nobody's", NULL };
  g_autoptr (InkQuery) query = ink_personas_compare_query_new (definition, names, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_query_run (query, store, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
}

static void
test_most (void)
{
  g_autoptr (InkEventStore) store = make_two_kinds ();
  g_autoptr (InkDefinition) definition = make_definition (
      "'personas': [{'name': '1', 'rule': {'does': 'A'}}, {'name': '2', 'rule': {'does': 'A'}},"
      "{'name': '3', 'rule': {'does': 'A'}}, {'name': '4', 'rule': {'does': 'A'}},"
      "{'name': '5', 'rule': {'does': 'A'}}]");
  static const char *const names[] = { "1", "2", "3", "4", "5", "Everyone else", NULL };
  g_autoptr (InkAnswer) answer = compare (definition, store, names, NULL);
  g_autoptr (InkEventStore) empty = ink_event_store_new_empty ();
  g_autoptr (InkAnswer) nothing = compare (definition, empty, names, NULL);

  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "people")), ==, 5);
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (nothing, "people")), ==, 5);
  g_assert_true (
      isnan (ink_table_get_number (ink_answer_get_table (nothing, "people"), 2, 0)));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/persona-compare/random", test_random);
  g_test_add_func ("/analysis/persona-compare/more", test_more);
  g_test_add_func ("/analysis/persona-compare/values", test_values);
  g_test_add_func ("/analysis/persona-compare/defining", test_defining);
  g_test_add_func ("/analysis/persona-compare/no-such", test_no_such);
  g_test_add_func ("/analysis/persona-compare/most", test_most);

  return g_test_run ();
}
