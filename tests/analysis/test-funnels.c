/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Funnels: a case for each sentence of definitions.md, by both kernels. */
#include "analysis/ink-cases.h"

#include <math.h>

#include "analysis/ink-funnel-result-private.h"

/* Without an export time of its own a case ends long after its last event, so that windows are
 * over. @people: at each step; @under_way: where not all 0. */
typedef struct
{
  const char *what;
  const char *events;
  const char *steps;
  const char *members;
  const char *people;
  const char *under_way;
} Case;

#define END "; end: Z@99999999"

static const Case cases[] = {
  /* as listed */
  { "others may lie between", "u: A@0 X@1 B@2 X@3 C@4" END, "A B C", "", "1 1 1", NULL },
  { "in order only", "u: B@0 A@1; v: A@0 C@1 B@2" END, "A B C", "", "2 1 0", NULL },
  { "any start", "u: A@0 A@50 B@60" END, "A B", "'within': {'seconds': 10}", "1 1", NULL },
  { "the window's end is included", "u: A@0 B@10; v: A@0 B@10.001" END, "A B",
    "'within': {'seconds': 10}", "2 1", NULL },
  { "the window runs from the start", "u: A@0 B@8 C@11" END, "A B C", "'within': {'seconds': 10}",
    "1 1 0", NULL },
  { "a later start need not lose", "u: A@0 B@5 A@8 C@12 B@13 C@14" END, "A B C",
    "'within': {'seconds': 10}", "1 1 1", NULL },
  { "one event serves one step", "u: A@0; v: A@0 A@1" END, "A A", "", "2 1", NULL },
  { "ties never break the order", "u: B@5 A@5" END, "A B", "", "1 1", NULL },
  { "ties: three in one second", "u: C@5 B@5 A@5" END, "A B C", "", "1 1 1", NULL },
  { "ties: an event is left for the step that needs it", "u: A@0 B@5 A@5" END,
    "{'does':'A'},{'does':['A','B']},{'does':'A'}", "", "1 1 1", NULL },
  { "ties: the same when the files say it the other way", "u: A@0 A@5 B@5" END,
    "{'does':'A'},{'does':['A','B']},{'does':'A'}", "", "1 1 1", NULL },
  { "without times: among themselves", "u: B@- A@-; v: A@- B@3" END, "A B", "", "2 1", NULL },
  { "without times: no window", "u: B@- A@-" END, "A B", "'within': {'days': 1}", "0 0", NULL },

  /* strict */
  { "strict: the very next event", "u: A@0 B@1; v: A@0 X@1 B@2" END, "A B", "'order': 'strict'",
    "2 1", NULL },
  { "strict: a repeated step 1 starts anew", "u: A@0 A@1 B@2" END, "A B", "'order': 'strict'",
    "1 1", NULL },
  { "strict: equal times in file order", "u: B@1 A@1; v: A@1 B@1" END, "A B", "'order': 'strict'",
    "2 1", NULL },
  { "strict: never without times", "u: A@- B@-" END, "A B", "'order': 'strict'", "0 0", NULL },

  /* any */
  { "any: whatever order", "u: C@0 A@1 B@2; v: B@0; w: X@0" END, "A B C", "'order': 'any'", "2 1 1",
    NULL },
  { "any: an event serves one step", "u: A@0; v: A@0 A@1" END, "A A", "'order': 'any'", "2 1",
    NULL },
  { "any: events are shared out", "u: A@0 B@1; v: B@0 B@1" END, "{'does':['A','B']},{'does':'A'}",
    "'order': 'any'", "2 1", NULL },
  { "any: the window runs from each start", "u: A@0 B@11 C@20" END, "A B C",
    "'order': 'any', 'within': {'seconds': 10}", "1 1 0", NULL },

  /* not_if */
  { "a spoiler takes the person out", "u: A@0 X@1 B@2; v: A@0 B@2" END, "A B",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 1", NULL },
  { "a clean try that is as far decides", "u: A@0 X@1 B@2 A@3 B@4" END, "A B",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 1", NULL },
  { "a shorter clean try does not", "u: A@0 X@1 B@2 A@3" END, "A B",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "0 0", NULL },
  { "at the same time it spoils nothing", "u: A@0 X@0 B@2 X@2" END, "A B",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 1", NULL },
  { "before the window's end where not reached", "u: A@0 X@5; v: A@0 X@10" END, "A B",
    "'within': {'seconds': 10}, 'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 0",
    NULL },
  { "what never reached i is not spoilt", "u: A@0 X@1" END, "A B C",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [2, 3]}]", "1 0 0", NULL },
  { "any: the best clean shorter one counts", "u: A@0 X@1 B@2" END, "A B",
    "'order': 'any', 'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 0", NULL },

  /* optional */
  { "an optional step changes no other", "u: A@0 O@1 B@2; v: A@0 B@2" END,
    "{'does':'A'},{'does':'O','optional':true},{'does':'B'}", "", "2 1 2", NULL },
  { "optional: between its neighbours", "u: O@0 A@1 B@2 O@3" END,
    "{'does':'A'},{'does':'O','optional':true},{'does':'B'}", "", "1 0 1", NULL },
  { "optional: to the window's end", "u: A@0 O@9; v: A@0 O@11" END,
    "{'does':'A'},{'does':'O','optional':true},{'does':'B'}", "'within': {'seconds': 10}", "2 1 0",
    NULL },
  { "optional: an event that serves no other", "u: A@0 A@1; v: A@0 A@1 A@2" END,
    "{'does':'A'},{'does':'A','optional':true},{'does':'A'}", "", "2 0 2", NULL },
  { "optional: on the way to a later one", "u: A@0 X@1 B@2" END,
    "{'does':'A'},{'does':'*','optional':true},{'does':'B'}", "", "1 1 1", NULL },

  /* first time, any event */
  { "first-time steps", "u: A@0 A@100 B@105" END, "{'does':'A','first_time':true},{'does':'B'}",
    "'within': {'seconds': 10}", "1 0", NULL },
  { "any event", "u: A@0 X@1" END, "{'does':'A'},{'does':'*'}", "", "1 1", NULL },

  /* count */
  { "sessions", "u: A@0 B@1 A@9999 A@99999 B@100000" END, "A B", "'count': 'sessions'", "3 2",
    NULL },
  { "sessions of the source", "u: A@0{session=s} B@9999{session=s} A@9{session=t}" END, "A B",
    "'count': 'sessions'", "2 1", NULL },
  { "tries", "u: A@0 A@1 B@2 A@3" END, "A B", "'count': 'tries'", "3 2", NULL },
  { "tries that are spoilt are not counted", "u: A@0 X@1 A@2 B@3" END, "A B",
    "'count': 'tries', 'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 1", NULL },
  { "groups of people", "u: A@0{c=x} A@1; v: B@2 !c=x; w: A@3{c=y}" END, "A B",
    "'count': {'prop': 'c'}", "2 1", NULL },

  /* who and when */
  { "only these people", "u: A@0 B@1 !r=1; v: A@0 B@1 !r=2" END, "A B",
    "'people': {'person': 'r', 'op': 'is', 'value': 1}", "1 1", NULL },
  { "tries that start in the period", "u: A@-1 B@5; v: A@0 B@99999" END, "A B",
    "'between': ['2026-07-01', '2026-07-01']", "1 1", NULL },

  /* under way */
  { "still under way", "u: A@0; v: A@90; w: A@95 B@96; end: Z@100", "A B",
    "'within': {'seconds': 20}", "3 1", "1 0" },
  { "under way: a later try is enough", "u: A@0 B@1 A@90; end: Z@100", "A B C",
    "'within': {'seconds': 20}", "1 1 0", "0 1 0" },
  { "under way: not at the very end", "u: A@80; end: Z@100", "A B", "'within': {'seconds': 20}",
    "1 0", NULL },
  { "under way: no window", "u: A@99; end: Z@100", "A B", "", "1 0", NULL },
  { "under way: not when spoilt", "u: A@0 A@90 X@91; end: Z@100", "A B",
    "'within': {'seconds': 20}, 'not_if': [{'rule': {'does': 'X'}, 'between': [1, 2]}]", "1 0",
    NULL },
  { "under way: strict, with nothing after", "u: A@90; v: A@90 X@91; end: Z@100", "A B",
    "'order': 'strict', 'within': {'seconds': 20}", "2 0", "1 0" },
  { "under way: sessions, within 30 minutes", "u: A@0; v: A@1000; end: Z@2700", "A B",
    "'count': 'sessions', 'within': {'days': 1}", "2 0", "1 0" },
};

static char *
numbers (const InkFunnelResult *result, gboolean under_way)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->shape.n_steps; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "",
                            under_way ? result->whole->steps[i].under_way
                                      : result->whole->steps[i].people);
  return g_string_free (text, FALSE);
}

static void
check (const Case *test, gboolean slow)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_cases_store (test->events);
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, test->steps, test->members);
  g_autoptr (InkFunnelResult) result =
      ink_funnel_evaluate_with (store, definition, funnel, NULL, slow, NULL, &error);
  g_autofree char *people = NULL, *under_way = NULL;
  guint32 all = 0;

  g_assert_no_error (error);
  people = numbers (result, FALSE);
  g_assert_cmpstr (people, ==, test->people);
  under_way = numbers (result, TRUE);
  for (guint i = 0; i < result->shape.n_steps; i++)
    all += result->whole->steps[i].under_way;
  if (test->under_way != NULL)
    g_assert_cmpstr (under_way, ==, test->under_way);
  else
    g_assert_cmpuint (all, ==, 0);
}

static void
test_case (gconstpointer data)
{
  check (data, FALSE);
  check (data, TRUE);
}

/* --- Groups --- */

/* u came back, but the day on which u entered is over; v may still finish, without a window nobody
 * can say who may. */
static void
test_trend (void)
{
  static const char *const members[] = { "'within': {'days': 1}", "" };
  static const double under_way[][3] = { { 0, 0, 1 }, { NAN, NAN, NAN } };
  g_autoptr (InkEventStore) store =
      ink_cases_store ("u: A@40000 A@240000; v: A@240000; end: Z@250000");
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", members[i]);
      g_autoptr (InkFunnelResult) result =
          ink_funnel_evaluate (store, definition, funnel, NULL, NULL, NULL);
      g_autoptr (InkTable) trend = ink_funnel_result_to_trend (result, INK_PERIOD_DAY);

      g_assert_cmpuint (ink_table_get_n_rows (trend), ==, 3);
      g_assert_cmpint (ink_table_find_column (trend, "under_way"), ==, 3);
      for (guint row = 0; row < 3; row++)
        {
          double found = ink_table_get_number (trend, 3, row);

          g_assert_true (isnan (under_way[i][row]) ? isnan (found) : found == under_way[i][row]);
        }
    }
}

/* Of an export that gives only days, times are days. */
static void
test_only_days (void)
{
  static const struct { const char *events; InkFormat format; } exports[] = {
    /* Midnight in the project's zone, in winter and in summer. */
    { "u: A@-7200 B@79200; v: A@-15814800; end: Z@856800", INK_FORMAT_DAYS },
    { "u: A@-7200 B@79200; v: A@-15811200; end: Z@856800", INK_FORMAT_SECONDS },
    { "u: A@0 B@86400; v: A@86400 B@86400; end: Z@864000", INK_FORMAT_DAYS },
    { "u: A@0 B@86401; v: A@86400 B@86400; end: Z@864000", INK_FORMAT_SECONDS },
  };
  g_autoptr (InkDefinition) plain = ink_cases_definition ("");
  g_autoptr (InkDefinition) definition = ink_definition_with_time_zone (plain, "Europe/Berlin");
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", "");

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    {
      g_autoptr (InkEventStore) store = ink_cases_store (exports[i].events);
      g_autoptr (InkFunnelResult) result =
          ink_funnel_evaluate (store, definition, funnel, NULL, NULL, NULL);
      g_autoptr (InkTable) steps = ink_funnel_result_to_steps (result);
      int median = ink_table_find_column (steps, "median_seconds");

      g_assert_cmpint (ink_table_get_format (steps, (guint) median), ==, exports[i].format);
    }
}

typedef struct
{
  const char *what;
  const char *events;
  const char *steps;
  const char *members;
  const char *groups; /* "name: people per step | …" in order */
} GroupCase;

static const GroupCase group_cases[] = {
  { "by persona", "u: A@0 B@1; v: A@0" END, "A B", "'compare': {'by': 'persona'}",
    "P: 1 1|Everyone else: 1 0" },
  { "everyone else is last, however many they are", "u: A@0 B@1; v: A@0; w: A@0" END, "A B",
    "'compare': {'by': 'persona'}", "P: 1 1|Everyone else: 2 0" },
  { "who is left out by the limit is not", "u: A@0 B@1; v: A@0; w: A@0" END, "A B",
    "'compare': {'by': 'persona', 'limit': 1}", "Everyone else: 2 0|Other: 1 1" },
  { "by a person's property", "u: A@0 B@1 !r=x; v: A@0 !r=y; w: A@0 !r=y; z: A@0" END, "A B",
    "'compare': {'by': 'person', 'prop': 'r'}", "y: 2 0|: 1 0|x: 1 1" },
  { "by the first value", "u: A@0{p=x} B@1{p=y}; v: A@0 B@1{p=y}; w: A@0 B@1" END, "A B",
    "'compare': {'by': 'property', 'prop': 'p'}", ": 1 1|x: 1 1|y: 1 1" },
  { "by the last value", "u: A@0{p=x} B@1{p=y}; v: A@0{p=x} B@1" END, "A B",
    "'compare': {'by': 'property', 'prop': 'p', 'take': 'last'}", "x: 1 1|y: 1 1" },
  { "0 is a value", "u: A@0{p=0}; v: A@0" END, "A B", "'compare': {'by': 'property', 'prop': 'p'}",
    ": 1 0|0: 1 0" },
  { "at step n, perhaps in several", "u: A@0 B@1{p=x} B@2{p=y}; v: A@0" END, "A B",
    "'compare': {'by': 'property', 'prop': 'p', 'take': 'step 2'}", "x: 1 1|y: 1 1" },
  { "each: every step's events limited", "u: A@0{p=x} B@1{p=y} A@2{p=y} B@3{p=y}" END, "A B",
    "'compare': {'by': 'property', 'prop': 'p', 'take': 'each'}", "x: 1 0|y: 1 1" },
  { "a list of properties", "u: A@0{p=x,q=1}; v: A@0{p=x}; w: A@0" END, "A B",
    "'compare': {'by': 'property', 'prop': ['p','q']}",
    "[\"\",\"\"]: 1 0|[\"x\",\"\"]: 1 0|[\"x\",\"1\"]: 1 0" },
  { "beyond the limit", "u: A@0{p=x}; v: A@0{p=x}; w: A@0{p=y} B@1; z: A@0{p=z}" END, "A B",
    "'compare': {'by': 'property', 'prop': 'p', 'limit': 1}", "x: 2 0|Other: 2 1" },
  { "Other has each person once", "u: A@0{p=x} A@1{p=y} A@2{p=z} B@3{p=z}; v: A@0{p=x}" END, "A B",
    "'compare': {'by': 'property', 'prop': 'p', 'take': 'each', 'limit': 1}", "x: 2 0|Other: 1 1" },
  { "this period and the one before", "u: A@0 B@1; v: A@-1; w: A@-86400; x: A@-86401" END, "A B",
    "'between': ['2026-07-01', '2026-07-01'], 'compare': {'by': 'period'}",
    "this: 1 1|before: 2 0" },
};

static void
test_groups (gconstpointer data)
{
  const GroupCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_cases_store (test->events);
  g_autofree char *members = ink_cases_quote ("'personas': [{'name': 'P', 'rule': {'does': 'B'}}]");
  g_autoptr (InkDefinition) definition = ink_cases_definition (members);
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, test->steps, test->members);
  g_autoptr (InkFunnelResult) result =
      ink_funnel_evaluate (store, definition, funnel, NULL, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < result->groups->len; i++)
    {
      const InkFunnelStats *stats = g_ptr_array_index (result->groups, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "|" : "", stats->name);
      for (guint step = 0; step < stats->n_steps; step++)
        g_string_append_printf (text, " %u", stats->steps[step].people);
    }
  g_assert_cmpstr (text->str, ==, test->groups);
}

/* --- Numbers --- */

static void
test_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store =
      ink_cases_store ("u: A@0 B@10; v: A@0 B@20; w: A@0 B@30; x: A@0 B@70; y: A@5" END);
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", "");
  g_autoptr (InkFunnelResult) result =
      ink_funnel_evaluate (store, definition, funnel, NULL, NULL, &error);
  g_autofree char *json = ink_funnel_result_to_json (result, TRUE);
  g_autoptr (InkTable) table = ink_funnel_result_to_steps (result);
  g_autoptr (InkTable) histogram = ink_funnel_result_to_histogram (result);
  g_autoptr (InkTable) trend = ink_funnel_result_to_trend (result, INK_PERIOD_DAY);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (json, "\"people_at\":[\"u\",\"v\",\"w\",\"x\"]"));
  g_assert_nonnull (strstr (json, "\"dropped_before\":[\"y\"]"));
  g_assert_nonnull (strstr (json, "\"histogram\":{\"from\":10.0,\"width\":30,\"people\":[3,0,1]}"));
  g_assert_nonnull (strstr (json, "\"settled\":null"));
  g_assert_cmpuint (ink_table_get_n_rows (table), ==, 2);
  g_assert_cmpfloat (
      ink_table_get_number (table, (guint)ink_table_find_column (table, "median_seconds"), 1), ==,
      25);
  g_assert_cmpfloat (
      ink_table_get_number (table, (guint)ink_table_find_column (table, "mean_seconds"), 1), ==,
      32.5);
  g_assert_cmpfloat_with_epsilon (
      ink_table_get_number (table, (guint)ink_table_find_column (table, "of_first_low"), 1),
      0.37553, 1e-5);
  g_assert_cmpfloat_with_epsilon (
      ink_table_get_number (table, (guint)ink_table_find_column (table, "of_first_high"), 1),
      0.96378, 1e-5);
  g_assert_true (isnan (
      ink_table_get_number (table, (guint)ink_table_find_column (table, "of_first_low"), 0)));
  g_assert_cmpuint (ink_table_get_n_rows (histogram), ==, 3);
  g_assert_cmpfloat (ink_funnel_result_get_median (result), ==, 25);
  g_assert_cmpuint (ink_table_get_n_rows (trend), ==, 1);
  g_assert_cmpfloat (ink_table_get_number (trend, 1, 0), ==, 5);
  g_assert_cmpfloat (ink_table_get_number (trend, 2, 0), ==, 4);
}

static void
test_settled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store =
      ink_cases_store ("u: A@0 B@1; v: A@0; w: A@95; x: A@95 B@96; end: Z@100");
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", "'within': {'seconds': 20}");
  g_autoptr (InkFunnelResult) result =
      ink_funnel_evaluate (store, definition, funnel, NULL, NULL, &error);
  g_autofree char *json = ink_funnel_result_to_json (result, FALSE);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (json, "\"settled\":{\"entered\":2,"));
}

static void
test_filter (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@1; v: A@0; w: A@50" END);
  g_autofree char *members = ink_cases_quote ("'personas': [{'name': 'P', 'rule': {'does': 'B'}}]");
  g_autoptr (InkDefinition) definition = ink_cases_definition (members);
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", "");
  InkFilter persona = { INK_EVERYONE_ELSE, INK_TIME_NONE, INK_TIME_NONE };
  InkFilter dates = { NULL, INK_TIME_NONE, INK_CASES_START };
  g_autoptr (InkFunnelResult) of_persona =
      ink_funnel_evaluate (store, definition, funnel, &persona, NULL, &error);
  g_autoptr (InkFunnelResult) of_dates =
      ink_funnel_evaluate (store, definition, funnel, &dates, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (of_persona->whole->entered, ==, 2);
  g_assert_cmpuint (of_dates->whole->entered, ==, 2);
}

/* --- Refusals --- */

/* By the reader of definitions, or by the evaluation where only the data can tell. */
typedef struct
{
  const char *what;
  const char *events;
  const char *steps;
  const char *members;
  const char *says;
} Refusal;

static const Refusal refusals[] = {
  { "strict with only days", "u: A@0 B@0; v: A@86400", "A B", "'order': 'strict'", "*only days*" },
  { "the period before, without a period", "u: A@0", "A B", "'compare': {'by': 'period'}",
    "*between*" },
  { "tries in any order", "u: A@0", "A B", "'order': 'any', 'count': 'tries'", "*" },
  { "optional where order matters", "u: A@0", "{'does':'A'},{'does':'B','optional':true}",
    "'order': 'strict'", "*" },
  { "the first step optional", "u: A@0", "{'does':'A','optional':true},{'does':'B'}", "", "*" },
  { "a step without moments", "u: A@0", "{'does':'A'},{'not':{'does':'B'}}", "", "*" },
  { "a step of any with a part without moments", "u: A@0",
    "{'any':[{'does':'A'},{'not':{'does':'B'}}]}", "", "*" },
  { "not_if that ends before it begins", "u: A@0", "A B",
    "'not_if': [{'rule': {'does': 'X'}, 'between': [2, 1]}]", "*" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_cases_store (test->events);
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkFunnel) funnel
      = ink_cases_try_funnel (definition, test->steps, test->members, &error);
  g_autoptr (InkFunnelResult) result = NULL;

  if (funnel != NULL)
    result = ink_funnel_evaluate (store, definition, funnel, NULL, NULL, &error);
  g_assert_null (result);
  g_assert_nonnull (error);
  g_assert_true (g_pattern_match_simple (test->says, error->message));
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) events = g_string_new ("u: A@0");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, "A B", "");
  g_autoptr (InkFunnelResult) result = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (events, ";%u: A@0 B@1", i);
  store = ink_cases_store (events->str);
  g_cancellable_cancel (cancellable);
  result = ink_funnel_evaluate (store, definition, funnel, NULL, cancellable, &error);
  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Both kernels say the same --- */

static const char *const fast_members[] = {
  "",
  "'within': {'seconds': 6}",
  "'within': {'seconds': 30}",
  "'between': ['2026-07-01T00:00:05Z', '2026-07-01T00:00:15Z'], 'within': {'seconds': 9}",
  "'people': {'does': 'C'}",
  "'compare': {'by': 'property', 'prop': 'p'}",
};

static char *
random_events (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (int person = g_rand_int_range (random, 1, 6); person > 0; person--)
    {
      g_string_append_printf (text, "%sp%d:", text->len > 0 ? ";" : "", person);
      for (int n = g_rand_int_range (random, 1, 14); n > 0; n--)
        if (g_rand_int_range (random, 0, 25) == 0)
          g_string_append_printf (text, " %c@-", 'A' + g_rand_int_range (random, 0, 4));
        else
          g_string_append_printf (text, " %c@%d{p=%d}", 'A' + g_rand_int_range (random, 0, 4),
                                  g_rand_int_range (random, 0, 30),
                                  g_rand_int_range (random, 0, 3));
    }

  return g_string_free (text, FALSE);
}

static char *
random_steps (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 1, 5); n > 0; n--)
    g_string_append_printf (text, "%s%c", text->len > 0 ? " " : "",
                            'A' + g_rand_int_range (random, 0, 4));
  return g_string_free (text, FALSE);
}

static void
test_kernels_agree (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260701);
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *events = random_events (random);
      g_autofree char *steps = random_steps (random);
      const char *members = fast_members[i % G_N_ELEMENTS (fast_members)];
      g_autoptr (InkEventStore) store = ink_cases_store (events);
      g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, steps, members);
      g_autoptr (InkFunnelResult) fast =
          ink_funnel_evaluate_with (store, definition, funnel, NULL, FALSE, NULL, &error);
      g_autoptr (InkFunnelResult) slow =
          ink_funnel_evaluate_with (store, definition, funnel, NULL, TRUE, NULL, &error);
      g_autofree char *a = ink_funnel_result_to_json (fast, TRUE);
      g_autofree char *b = ink_funnel_result_to_json (slow, TRUE);

      g_assert_no_error (error);
      if (strcmp (a, b) != 0)
        g_test_message ("%s\nsteps %s\n%s", events, steps, members);
      g_assert_cmpstr (a, ==, b);
      g_assert_cmpmem (fast->outcomes->rows,
                       (gsize)fast->outcomes->n * fast->outcomes->n_steps * sizeof (guint32),
                       slow->outcomes->rows,
                       (gsize)slow->outcomes->n * slow->outcomes->n_steps * sizeof (guint32));
    }
}

static void
add_case (const char *folder, gsize index, const char *what, gconstpointer data, GTestDataFunc func)
{
  g_autofree char *name = g_strdup (what);
  g_autofree char *path = NULL;

  g_strdelimit (name, "/", '|');
  path = g_strdup_printf ("/funnels/%s/%02zu %s", folder, index, name);
  g_test_add_data_func (path, data, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    add_case ("cases", i, cases[i].what, &cases[i], test_case);
  for (gsize i = 0; i < G_N_ELEMENTS (group_cases); i++)
    add_case ("groups", i, group_cases[i].what, &group_cases[i], test_groups);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    add_case ("refusals", i, refusals[i].what, &refusals[i], test_refusal);
  g_test_add_func ("/funnels/json", test_json);
  g_test_add_func ("/funnels/settled", test_settled);
  g_test_add_func ("/funnels/trend", test_trend);
  g_test_add_func ("/funnels/only-days", test_only_days);
  g_test_add_func ("/funnels/filter", test_filter);
  g_test_add_func ("/funnels/cancelled", test_cancelled);
  g_test_add_func ("/funnels/kernels-agree", test_kernels_agree);

  return g_test_run ();
}
