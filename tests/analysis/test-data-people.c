/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Properties, people and one person, as tables of cases. */
#include "analysis/ink-cases.h"

#include "analysis/ink-data-queries.h"
#include "base/ink-error.h"

#define EVENTS                                                                                     \
  "bob: A@0{page=/x,n=3} B@60{page=/y} A@7200{page=/x,n=4} !role=CMO; "                              \
  "Ann: A@10{page=/x} B@20; "                                                                        \
  "cy: B@5 C@-{n=1}; "                                                                               \
  ": A@9{page=/z}"

static InkDefinition *
make_definition (void)
{
  return ink_cases_definition (
      "\"personas\": [{\"name\": \"Fan\", \"rule\": {\"does\": \"C\"}}],"
      "\"goals\": [{\"name\": \"Second A\", \"kind\": \"macro\","
      " \"rule\": {\"does\": \"A\", \"times\": {\"at_least\": 2}}}]");
}

/* Takes @query; the rows of the table @name, cells by '|', rows by ';'. */
static char *
ask (InkQuery *query,
     const char *name)
{
  g_autoptr (InkQuery) taken = query;
  g_autoptr (InkEventStore) store = ink_cases_store (EVENTS);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer = ink_query_run (taken, store, NULL, NULL, &error);
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  char *text;

  g_assert_no_error (error);
  csv = ink_table_to_csv (ink_answer_get_table (answer, name));
  lines = g_strsplit (g_strchomp (csv), "\r\n", -1);
  text = g_strjoinv (";", lines + 1);
  g_strdelimit (text, ",", '|');
  return text;
}

static InkFilter
make_filter (const char *persona,
             double from,
             double to)
{
  return (InkFilter){ persona, from < 0 ? INK_TIME_NONE : INK_CASES_START + from * INK_SECOND,
                      to < 0 ? INK_TIME_NONE : INK_CASES_START + to * INK_SECOND };
}

/* ---- People ---- */

typedef struct
{
  const char *what;
  InkPeopleOrder order;
  gboolean descending;
  const char *search;
  const char *persona;
  double from;
  double to;
  const char *people; /* bob is 0, Ann 1, cy 2 */
} PeopleCase;

static const PeopleCase people_cases[] = {
  { "by id, whatever the case", INK_PEOPLE_BY_ID, FALSE, "", NULL, -1, -1, "1;0;2" },
  { "by id, from the end", INK_PEOPLE_BY_ID, TRUE, "", NULL, -1, -1, "2;0;1" },
  { "by events", INK_PEOPLE_BY_EVENTS, TRUE, "", NULL, -1, -1, "0;2;1" },
  { "by first: no time is the least", INK_PEOPLE_BY_FIRST, FALSE, "", NULL, -1, -1, "2;0;1" },
  { "by last", INK_PEOPLE_BY_LAST, TRUE, "", NULL, -1, -1, "0;1;2" },
  { "by persona", INK_PEOPLE_BY_PERSONA, FALSE, "", NULL, -1, -1, "2;0;1" },
  { "a part of the id", INK_PEOPLE_BY_ID, FALSE, "N", NULL, -1, -1, "1" },
  { "an id that nobody has", INK_PEOPLE_BY_ID, FALSE, "zz", NULL, -1, -1, "" },
  { "a persona", INK_PEOPLE_BY_ID, FALSE, "", "Fan", -1, -1, "2" },
  { "a period leaves who did something in it", INK_PEOPLE_BY_ID, FALSE, "", NULL, 6, 30, "1" },
  { "a period counts what is in it", INK_PEOPLE_BY_EVENTS, TRUE, "", NULL, 0, 30, "1;2;0" },
};

static void
test_people (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (people_cases); i++)
    {
      const PeopleCase *c = &people_cases[i];
      g_autoptr (InkDefinition) definition = make_definition ();
      InkFilter filter = make_filter (c->persona, c->from, c->to);
      g_autofree char *people = ask (
          ink_people_query_new (definition, &filter, c->order, c->descending, c->search),
          "people");

      g_test_message ("%s", c->what);
      g_assert_cmpstr (people, ==, c->people);
    }
}

static void
test_personas (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autofree char *personas = ask (ink_people_personas_query_new (definition), "personas");

  g_assert_cmpstr (personas, ==, "1;1;0");
}

/* ---- Properties ---- */

static void
test_properties (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  InkFilter everyone_else = make_filter ("Everyone else", 0, 100);
  g_autofree char *all = ask (ink_properties_query_new (definition, NULL), "properties");
  g_autofree char *some
      = ask (ink_properties_query_new (definition, &everyone_else), "properties");

  g_assert_cmpstr (all, ==,
                   "page|event|text|5|8|3;n|event|number|3|8|3;role|person|text|1|3|1");
  g_assert_cmpstr (some, ==,
                   "page|event|text|3|4|2;n|event|number|1|4|1;role|person|text|1|2|1");
}

typedef struct
{
  const char *name;
  InkOn on;
  const char *table;
  double to;
  const char *answer;
} PropertyCase;

static const PropertyCase property_cases[] = {
  { "page", INK_ON_EVENT, "values", -1, "/x|3;/y|1;/z|1" },
  { "page", INK_ON_EVENT, "values", 30, "/x|2;/z|1" },
  { "page", INK_ON_EVENT, "events", -1, "A|4|4;B|1|3" },
  { "page", INK_ON_EVENT, "summary", -1, "5|8|3|||" },
  { "n", INK_ON_EVENT, "summary", -1, "3|8|3|1|3|4" },
  { "n", INK_ON_EVENT, "values", -1, "1|1;3|1;4|1" },
  { "n", INK_ON_EVENT, "summary", 30, "1|5|1|3|3|3" },
  { "role", INK_ON_PERSON, "values", -1, "CMO|1" },
  { "role", INK_ON_PERSON, "summary", -1, "1|3|1|||" },
  { "nothing", INK_ON_EVENT, "values", -1, "" },
};

static void
test_property (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (property_cases); i++)
    {
      const PropertyCase *c = &property_cases[i];
      g_autoptr (InkDefinition) definition = make_definition ();
      InkFilter filter = make_filter (NULL, -1, c->to);
      g_autofree char *answer
          = ask (ink_property_query_new (definition, c->name, c->on, &filter), c->table);

      g_test_message ("%s, %s", c->name, c->table);
      g_assert_cmpstr (answer, ==, c->answer);
    }
}

/* ---- A person ---- */

typedef struct
{
  guint32 person;
  const char *table;
  const char *answer;
} PersonCase;

static const PersonCase person_cases[] = {
  { 0, "events",
    "A|2026-07-01T00:00:00.000Z|0|60;B|2026-07-01T00:01:00.000Z|0|;"
    "A|2026-07-01T02:00:00.000Z|1|" },
  { 0, "properties", "0|page|/x;1|page|/y;2|page|/x;0|n|3;2|n|4" },
  { 0, "known", "role|CMO" },
  { 0, "goals", "2|Second A" },
  { 0, "ids", "bob" },
  { 0, "person",
    "bob|Everyone else|3|2|2026-07-01T00:00:00.000Z|2026-07-01T02:00:00.000Z" },
  { 2, "events", "C|||;B|2026-07-01T00:00:05.000Z|0|" },
  { 2, "person", "cy|Fan|2|1||2026-07-01T00:00:05.000Z" },
};

static void
test_person (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (person_cases); i++)
    {
      const PersonCase *c = &person_cases[i];
      g_autoptr (InkDefinition) definition = make_definition ();
      g_autofree char *answer = ask (ink_person_query_new (definition, c->person), c->table);

      g_test_message ("%u, %s", c->person, c->table);
      g_assert_cmpstr (answer, ==, c->answer);
    }
}

/* Three events that are alike in something say it once. */
static void
test_alike (void)
{
  g_autoptr (InkEventStore) store
      = ink_cases_store ("u: A@0{d=1,p=a} A@1{d=1,p=b} A@2{d=1,p=a}");
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autoptr (InkQuery) query = ink_person_query_new (definition, 0);
  g_autoptr (InkAnswer) answer = ink_query_run (query, store, NULL, NULL, NULL);
  g_autofree char *known = ink_table_to_csv (ink_answer_get_table (answer, "known"));

  g_assert_cmpstr (known, ==, "Property,Value\r\nd,1\r\n");
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "properties")), ==, 3);
}

static void
test_nobody (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store (EVENTS);
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autoptr (InkQuery) query = ink_person_query_new (definition, INK_NO_PERSON);
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_query_run (query, store, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/data-people/people", test_people);
  g_test_add_func ("/analysis/data-people/personas", test_personas);
  g_test_add_func ("/analysis/data-people/properties", test_properties);
  g_test_add_func ("/analysis/data-people/property", test_property);
  g_test_add_func ("/analysis/data-people/person", test_person);
  g_test_add_func ("/analysis/data-people/alike", test_alike);
  g_test_add_func ("/analysis/data-people/nobody", test_nobody);

  return g_test_run ();
}
