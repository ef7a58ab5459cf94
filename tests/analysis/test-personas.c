/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas: who is whom, who would also be somebody else, and warnings; by hand and at random. */
#include "analysis/ink-persona-cases.h"

#include <math.h>

#include "base/ink-error.h"

static InkAnswer *
run (InkQuery *query, /* taken */
     InkEventStore *store)
{
  g_autoptr (InkQuery) taken = query;
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (taken, store, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* The rows of the table @name, cells by '|', rows by ';', shares in hundredths. */
static char *
read_table (InkAnswer *answer,
            const char *name)
{
  InkTable *table = ink_answer_get_table (answer, name);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    for (guint column = 0; column < ink_table_get_n_columns (table); column++)
      {
        double number;

        g_string_append (text, column > 0 ? "|" : row > 0 ? ";" : "");
        if (ink_table_is_text (table, column))
          {
            const char *cell = ink_table_get_text (table, column, row);

            g_string_append (text, cell != NULL ? cell : "");
            continue;
          }
        number = ink_table_get_number (table, column, row);
        if (ink_table_get_format (table, column) == INK_FORMAT_SHARE)
          number = round (100 * number);
        if (!isnan (number))
          g_string_append_printf (text, "%g", number);
      }
  return g_string_free (text, FALSE);
}

static InkDefinition *
make_definition (const char *personas,
                 const char *more)
{
  g_autofree char *json = g_strdup_printf ("'personas': [%s]%s%s", personas,
                                           *more != '\0' ? ", " : "", more);
  g_autofree char *quoted = ink_cases_quote (json);

  return ink_cases_definition (quoted);
}

/* ---- By hand ---- */

typedef struct
{
  const char *what;
  const char *personas;
  const char *more;
  const char *events;
  const char *table;
  const char *answer;
} Case;

#define PAIR                                                                                       \
  "{'name': 'One', 'rule': {'does': 'A'}}, {'name': 'Two', 'rule': {'does': 'B'}}"
#define GOAL "'goals': [{'name': 'G', 'kind': 'macro', 'rule': {'does': 'G'}}]"
#define LATE                                                                                       \
  "a: G@1 H@2; b: G@1 H@2; c: G@1 H@2; d: G@1 H@2; e: G@1 H@2; f: H@1 G@2; g: H@1; h: A@0"

static const Case cases[] = {
  { "the first that matches wins", PAIR, "", "a: A@0; b: A@0 B@1; c: B@0; d: B@1; e: C@0", "personas",
    "One|2|40|2|40;Two|2|40|3|60;Everyone else|1|20|1|20" },
  { "both", PAIR, "", "a: A@0; b: A@0 B@1; c: B@0; d: B@1; e: C@0", "overlap",
    "One|Two|1|50|33|25|1" },
  { "no pair in common", PAIR, "", "a: A@0; b: B@0", "overlap", "" },
  { "nobody of an overlap counts as the first of the pair",
    "{'name': 'Zero', 'rule': {'does': 'C'}}, " PAIR, "", "a: A@0 B@1 C@2", "overlap",
    "Zero|One|1|100|100|100|1;Zero|Two|1|100|100|100|1;One|Two|1|100|100|100|0" },
  { "no personas", "", "", "a: A@0", "personas", "Everyone else|1|100|1|100" },
  { "nobody at all", PAIR, "", "", "personas", "One|0||0|;Two|0||0|;Everyone else|0||0|" },
  { "nobody at all is no reason to warn", PAIR, "", "", "warnings", "" },
  { "matches nobody", PAIR, "", "a: A@0; b: C@0", "warnings", "Two|nobody|0|2|" },
  { "matches everybody", PAIR, "", "a: A@0 B@2; b: A@0; c: B@1 A@2", "warnings",
    "One|everybody|3|3|;Two|shadowed|2|3|One" },
  { "the same people", PAIR, "", "a: A@0 B@2; b: A@0 B@2; c: C@1", "warnings", "Two|same|2|3|One" },
  { "became true after the goal", "{'name': 'H', 'rule': {'does': 'H'}}", GOAL, LATE, "warnings",
    "H|follows_goal|5|6|G" },
  { "the same second, but earlier in the file, is before",
    "{'name': 'H', 'rule': {'does': 'H'}}", GOAL,
    "a: H@1 G@1; b: H@1 G@1; c: H@1 G@1; d: H@1 G@1; e: H@1 G@1; f: A@1", "warnings", "" },
  { "at the goal itself is late",
    "{'name': 'H', 'rule': {'all': [{'does': '*', 'times': {'at_least': 2}}, {'person': 'x', 'op':"
    " 'is', 'value': 1}]}}",
    GOAL,
    "a: A@1 G@2 !x=1; b: A@1 G@2 !x=1; c: A@1 G@2 !x=1; d: A@1 G@2 !x=1; e: A@1 G@2 !x=1; f: A@1",
    "warnings", "H|follows_goal|5|5|G" },
  { "what is known of the person from the start is not late",
    "{'name': 'X', 'rule': {'person': 'x', 'op': 'is', 'value': 1}}", GOAL,
    "a: A@1 G@2 !x=1; b: A@1 G@2 !x=1; c: A@1 G@2 !x=1; d: A@1 G@2 !x=1; e: A@1 G@2 !x=1; f: A@1",
    "warnings", "" },
  { "few may be chance", "{'name': 'H', 'rule': {'does': 'H'}}", GOAL,
    "a: G@1 H@2; b: G@1 H@2; g: H@1; h: A@0", "warnings", "" },
  { "names the main goal", "{'name': 'H', 'rule': {'not': {'goal': 'G'}}}", GOAL, "a: G@1; b: A@1",
    "warnings", "H|names_goal|0|1|G" },
  { "names an event that is the main goal", "{'name': 'H', 'rule': {'does': ['Q', 'G']}}", GOAL,
    "a: G@1; b: A@1", "warnings", "H|names_goal|0|1|G" },
  { "names it by way of another goal", "{'name': 'H', 'rule': {'goal': 'I'}}",
    "'goals': [{'name': 'G', 'kind': 'macro', 'rule': {'does': 'G'}}, {'name': 'I', 'kind':"
    " 'micro', 'rule': {'does': 'A', 'after': 'G'}}]",
    "a: G@1 A@2; b: A@1", "warnings", "H|names_goal|0|1|G" },
  { "names it by way of another persona",
    "{'name': 'H', 'rule': {'goal': 'G'}}, {'name': 'I', 'rule': {'not': {'persona': 'H'}}}", GOAL,
    "a: G@1 A@2; b: A@1", "warnings", "H|names_goal|0|1|G;I|names_goal|0|1|G" },
  { "another macro goal is not the main one",
    "{'name': 'H', 'rule': {'goal': 'G'}}",
    "'main': 'M', 'goals': [{'name': 'G', 'kind': 'macro', 'rule': {'does': 'G'}}, {'name': 'M',"
    " 'kind': 'macro', 'rule': {'does': 'M'}}]",
    "a: G@1 A@2; b: A@1", "warnings", "" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) definition = make_definition (cases[i].personas, cases[i].more);
      g_autoptr (InkEventStore) store = ink_cases_store (cases[i].events);
      g_autoptr (InkAnswer) answer
          = run (ink_personas_overview_query_new (definition, NULL), store);
      g_autofree char *text = read_table (answer, cases[i].table);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (text, ==, cases[i].answer);
    }
}

static void
test_filter (void)
{
  g_autoptr (InkDefinition) definition = make_definition (PAIR, "");
  g_autoptr (InkEventStore) store = ink_cases_store ("a: A@0; b: A@0 B@100; c: B@100; d: C@50");
  InkFilter early = { NULL, INK_CASES_START, INK_CASES_START + 60 * INK_SECOND };
  InkFilter ones = { "One", INK_TIME_NONE, INK_TIME_NONE };
  InkFilter none = { "Three", INK_TIME_NONE, INK_TIME_NONE };
  g_autoptr (InkAnswer) in_time
      = run (ink_personas_overview_query_new (definition, &early), store);
  g_autoptr (InkAnswer) of_one = run (ink_personas_overview_query_new (definition, &ones), store);
  g_autoptr (InkQuery) of_none = ink_personas_overview_query_new (definition, &none);
  g_autofree char *people = read_table (in_time, "personas");
  g_autofree char *one = read_table (of_one, "personas");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (people, ==, "One|2|67|2|67;Two|0|0|1|33;Everyone else|1|33|1|33");
  g_assert_cmpstr (one, ==, "One|2|100|2|100;Two|0|0|1|50;Everyone else|0|0|0|0");
  g_assert_null (ink_query_run (of_none, store, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
}

static void
test_cancelled (void)
{
  g_autoptr (InkDefinition) definition = make_definition (PAIR, "");
  g_autoptr (InkEventStore) store = ink_cases_store ("a: A@0");
  g_autoptr (InkQuery) query = ink_personas_overview_query_new (definition, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ink_query_run (query, store, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_equal (void)
{
  g_autoptr (InkDefinition) one = make_definition (PAIR, GOAL);
  g_autoptr (InkDefinition) two = make_definition (PAIR, GOAL ", 'hidden': ['x']");
  g_autoptr (InkDefinition) other = make_definition (PAIR, "");
  g_autoptr (InkQuery) a = ink_personas_overview_query_new (one, NULL);
  g_autoptr (InkQuery) b = ink_personas_overview_query_new (two, NULL);
  g_autoptr (InkQuery) c = ink_personas_overview_query_new (other, NULL);

  g_assert_true (ink_query_equal (a, b));
  g_assert_cmpuint (ink_query_hash (a), ==, ink_query_hash (b));
  g_assert_false (ink_query_equal (a, c));
}

/* ---- At random, against counting one by one ---- */

#define RANDOM_RULES 6

static const char *const random_rules[RANDOM_RULES] = {
  "{'does': 'A'}",
  "{'does': 'B', 'times': {'at_least': 2}}",
  "{'person': 'role', 'op': 'is', 'value': 'r1'}",
  "{'not': {'does': 'C'}}",
  "{'all': [{'does': 'A'}, {'person': 'role', 'op': 'is_set'}]}",
  "{'any': [{'does': 'D', 'times': {'at_least': 3}}, {'person': 'role', 'op': 'is', 'value': 'r2'}]}",
};

/* Whether rule @rule holds after the first @n events. */
static gboolean
holds (guint rule,
       const InkCrowdPerson *person,
       guint n)
{
  switch (rule)
    {
    case 0:
      return ink_crowd_count (person, n, 'A') >= 1;
    case 1:
      return ink_crowd_count (person, n, 'B') >= 2;
    case 2:
      return person->role == 1;
    case 3:
      return ink_crowd_count (person, n, 'C') == 0;
    case 4:
      return ink_crowd_count (person, n, 'A') >= 1 && person->role > 0;
    default:
      return ink_crowd_count (person, n, 'D') >= 3 || person->role == 2;
    }
}

/* Three of the rules, in some order. */
typedef struct
{
  guint rules[3];
} Choice;

static guint
persona_of (const Choice *choice,
            const InkCrowdPerson *person)
{
  for (guint i = 0; i < 3; i++)
    if (holds (choice->rules[i], person, person->n))
      return i;
  return 3;
}

static void
check_people (const Choice *choice,
              const InkCrowd *crowd,
              InkTable *table)
{
  guint people[4] = { 0 }, matches[3] = { 0 };
  double sum = 0;

  for (guint i = 0; i < INK_CROWD_PEOPLE; i++)
    {
      people[persona_of (choice, &crowd->people[i])]++;
      for (guint j = 0; j < 3; j++)
        matches[j] += holds (choice->rules[j], &crowd->people[i], crowd->people[i].n);
    }
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat (ink_table_get_number (table, 1, i), ==, people[i]);
      if (i < 3)
        g_assert_cmpfloat (ink_table_get_number (table, 3, i), ==, matches[i]);
      sum += ink_table_get_number (table, 1, i);
    }
  g_assert_cmpfloat (sum, ==, INK_CROWD_PEOPLE);
}

static guint
count_both (const Choice *choice,
            const InkCrowd *crowd,
            guint first,
            guint second,
            guint *as_first)
{
  guint both = 0;

  *as_first = 0;
  for (guint i = 0; i < INK_CROWD_PEOPLE; i++)
    {
      const InkCrowdPerson *person = &crowd->people[i];

      if (!holds (choice->rules[first], person, person->n)
          || !holds (choice->rules[second], person, person->n))
        continue;
      both++;
      *as_first += persona_of (choice, person) == first;
    }
  return both;
}

static void
check_overlap (const Choice *choice,
               const InkCrowd *crowd,
               InkTable *table)
{
  guint row = 0;

  for (guint i = 0; i < 3; i++)
    for (guint j = i + 1; j < 3; j++)
      {
        guint as_first, both = count_both (choice, crowd, i, j, &as_first);

        if (both == 0)
          continue;
        g_assert_cmpfloat (ink_table_get_number (table, 2, row), ==, both);
        g_assert_cmpfloat (ink_table_get_number (table, 6, row), ==, as_first);
        row++;
      }
  g_assert_cmpuint (ink_table_get_n_rows (table), ==, row);
}

/* Of those of the persona who did E, whose rule did not hold right before the first E. */
static void
check_late (const Choice *choice,
            const InkCrowd *crowd,
            InkTable *table)
{
  for (guint i = 0; i < 3; i++)
    {
      guint of = 0, late = 0;
      gboolean warned = FALSE;

      for (guint j = 0; j < INK_CROWD_PEOPLE; j++)
        {
          const InkCrowdPerson *person = &crowd->people[j];
          const char *first = memchr (person->names, 'E', person->n);

          if (first == NULL || persona_of (choice, person) != i)
            continue;
          of++;
          late += !holds (choice->rules[i], person, (guint) (first - person->names));
        }
      for (guint row = 0; row < ink_table_get_n_rows (table); row++)
        if (g_str_equal (ink_table_get_text (table, 1, row), INK_PERSONA_FOLLOWS_GOAL)
            && ink_table_get_text (table, 0, row)[0] == (char) ('0' + i))
          {
            warned = TRUE;
            g_assert_cmpfloat (ink_table_get_number (table, 2, row), ==, late);
            g_assert_cmpfloat (ink_table_get_number (table, 3, row), ==, of);
          }
      g_assert_true (warned == (late >= 5 && late > of / 2));
    }
}

static void
check_random (guint32 seed)
{
  g_autofree InkCrowd *crowd = g_new0 (InkCrowd, 1);
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkAnswer) answer = NULL;
  Choice choice = { { seed % RANDOM_RULES, (seed + 1 + seed / 6 % 2) % RANDOM_RULES,
                      (seed + 3 + seed / 12 % 2) % RANDOM_RULES } };
  g_autofree char *personas = g_strdup_printf (
      "{'name': '0', 'rule': %s}, {'name': '1', 'rule': %s}, {'name': '2', 'rule': %s}",
      random_rules[choice.rules[0]], random_rules[choice.rules[1]],
      random_rules[choice.rules[2]]);

  ink_crowd_init (crowd, seed);
  store = crowd->store;
  definition = make_definition (
      personas, "'goals': [{'name': 'E', 'kind': 'macro', 'rule': {'does': 'E'}}]");
  answer = run (ink_personas_overview_query_new (definition, NULL), store);
  check_people (&choice, crowd, ink_answer_get_table (answer, "personas"));
  check_overlap (&choice, crowd, ink_answer_get_table (answer, "overlap"));
  check_late (&choice, crowd, ink_answer_get_table (answer, "warnings"));
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    check_random (seed);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/personas/cases", test_cases);
  g_test_add_func ("/analysis/personas/filter", test_filter);
  g_test_add_func ("/analysis/personas/cancelled", test_cancelled);
  g_test_add_func ("/analysis/personas/equal", test_equal);
  g_test_add_func ("/analysis/personas/random", test_random);

  return g_test_run ();
}
