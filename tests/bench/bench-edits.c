/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `edits`: opens a project and changes one word of a rule again and again, as somebody does who
 * writes a goal or a persona: how long until its people, its line and its examples are there; and how
 * long the popovers take to offer values. Nothing is asked for twice, so that nothing is remembered
 * whole. */
#include "bench.h"
#include "board-edits.h"

#include <string.h>

#include "analysis/ink-rule-query.h"
#include "analysis/ink-values-query.h"
#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "sample/ink-sample.h"

typedef enum
{
  NARROWED_NOT,
  NARROWED_PERIOD,
  NARROWED_PERSONA,
} Narrowed;

/* @rule: with ' for ", and # where the word is that changes */
static const struct
{
  const char *name;
  const char *rule;
  InkRuleAsk ask;
  Narrowed narrowed;
} edits[] = {
  { "event", "{'does': ['Used ROI Calculator', 'Nothing #']}", INK_ASK_COMPLETED, NARROWED_NOT },
  { "where value",
    "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'in', 'value': ['/pricing', '/#']}]}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "where value, most events",
    "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'not_contains', 'value': 'x#'}]}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "where value, any event",
    "{'does': '*', 'where': [{'prop': 'device', 'op': 'is_not', 'value': 'x#'}]}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "threshold",
    "{'does': 'Viewed Page', 'where': [{'prop': 'duration', 'op': '>=', 'value': 30.#}]}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "times in a visit",
    "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'not_contains', 'value': 'x#'}],"
    " 'times': {'at_least': 3, 'within': {'session': true}}}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "times in days",
    "{'does': 'Viewed Page', 'times': {'at_least': 3, 'within': {'days': 7.#}}}", INK_ASK_COMPLETED,
    NARROWED_NOT },
  { "total in a visit",
    "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'starts_with', 'value': '/glossary/'}],"
    " 'total': {'prop': 'duration', 'at_least': 120.#, 'within': {'session': true}}}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "after a goal",
    "{'does': 'Viewed Page', 'after': 'Demo booked', 'within': {'minutes': 60.#}}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "all of three",
    "{'all': [{'does': 'Viewed Page'}, {'does': 'Saved to List'}, {'not': {'does': ['Booked Demo',"
    " 'Nothing #']}}]}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "any of three",
    "{'any': [{'does': 'Viewed Page'}, {'does': 'Saved to List'}, {'does': ['Booked Demo', 'No #']}]}",
    INK_ASK_COMPLETED, NARROWED_NOT },
  { "persona: person",
    "{'person': 'first channel', 'op': 'in', 'value': ['Paid Search', '#']}", INK_ASK_HOLDS,
    NARROWED_NOT },
  { "persona: any",
    "{'any': [{'person': 'role', 'op': 'is', 'value': 'CMO'}, {'does': 'Viewed Pricing', 'where':"
    " [{'prop': 'duration', 'op': '>=', 'value': 10.#}], 'times': {'at_least': 2}}]}",
    INK_ASK_HOLDS, NARROWED_NOT },
  { "persona: not another",
    "{'all': [{'not': {'persona': 'Everyone else'}}, {'person': 'country', 'op': 'is_not', 'value':"
    " '#'}]}",
    INK_ASK_HOLDS, NARROWED_NOT },
  { "where value, in a period",
    "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'not_contains', 'value': 'x#'}]}",
    INK_ASK_COMPLETED, NARROWED_PERIOD },
  { "where value, of a persona",
    "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'not_contains', 'value': 'x#'}]}",
    INK_ASK_COMPLETED, NARROWED_PERSONA },
};

static const char *const viewed[] = { "Viewed Page", NULL };

/* What popovers ask; # is typed, letter by letter. */
static const struct
{
  const char *name;
  InkValuesOf of;
  const char *typed; /* nullable: the numbers' spread */
} offers[] = {
  { "values of an event", { viewed, "page", FALSE }, "" },
  { "values, typed", { viewed, "page", FALSE }, "#glossary" },
  { "values of any event", { NULL, "page", FALSE }, "" },
  { "values, many different", { NULL, "session", FALSE }, "" },
  { "values, many different, typed", { NULL, "session", FALSE }, "#12" },
  { "values of people", { NULL, "first channel", TRUE }, "" },
  { "spread", { viewed, "duration", FALSE }, NULL },
  { "spread of any event", { NULL, "duration", FALSE }, NULL },
};

/* ---- Questions ---- */

static InkFilter
make_filter (Narrowed             narrowed,
             InkDefinition       *definition,
             const InkEventStore *store)
{
  InkFilter filter = { NULL, INK_TIME_NONE, INK_TIME_NONE };

  if (narrowed == NARROWED_PERIOD)
    {
      filter.to = ink_event_store_get_last (store) - 10 * INK_DAY;
      filter.from = filter.to - 60 * INK_DAY;
    }
  if (narrowed == NARROWED_PERSONA)
    filter.persona = definition->personas[0]->name;
  return filter;
}

static InkQuery *
make_edit (guint          edit,
           guint          serial,
           InkDefinition *definition,
           InkEventStore *store)
{
  g_autoptr (InkRule) rule = bench_make_rule (edits[edit].rule, serial, definition);
  InkFilter filter = make_filter (edits[edit].narrowed, definition, store);

  return ink_rule_query_new (definition, rule, edits[edit].ask, &filter);
}

/* A period that is another one each time: else the counts are there already; but not while somebody
 * types. */
static InkQuery *
make_offer (guint          offer,
            guint          serial,
            InkDefinition *definition,
            InkEventStore *store)
{
  const char *typed = offers[offer].typed;
  InkFilter filter = { NULL, ink_event_store_get_first (store) - serial - 1, INK_TIME_NONE };
  g_autofree char *search = NULL;

  if (typed == NULL)
    return ink_spread_query_new (definition, &offers[offer].of, &filter);
  if (*typed == '#')
    {
      search = g_strndup (typed + 1, serial % strlen (typed));
      filter.from = INK_TIME_NONE;
    }
  return ink_values_query_new (definition, &offers[offer].of, search != NULL ? search : "", 50,
                               &filter);
}

/* ---- Measuring ---- */

typedef InkQuery *(*Make) (guint index, guint serial, InkDefinition *definition,
                           InkEventStore *store);

static double
nth (GArray *sorted,
     double  share)
{
  return g_array_index (sorted, double, MIN ((guint) (share * sorted->len), sorted->len - 1));
}

/* The first one reads columns, finds personas and sessions, as the first edit of a window does. */
static void
measure (Make           make,
         guint          index,
         const char    *name,
         InkEventStore *store,
         InkDefinition *definition,
         guint          reps)
{
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  double first = 0, people = 0;
  BenchLine line;

  for (guint i = 0; i <= reps; i++)
    {
      g_autoptr (InkQuery) query = make (index, 1000 * index + i, definition, store);
      g_autoptr (InkAnswer) answer = NULL;
      g_autoptr (GError) error = NULL;
      BenchTime begin = bench_now (), took;

      answer = ink_query_run (query, store, NULL, NULL, &error);
      took = bench_since (begin);
      g_assert_no_error (error);
      people = ink_table_get_n_rows (ink_answer_get_table (answer, NULL)) > 0
                   ? ink_table_get_number (ink_answer_get_table (answer, NULL),
                                           make == make_edit ? 0 : 3, 0)
                   : 0;
      took.wall *= 1e3;
      took.cpu *= 1e3;
      if (i == 0)
        {
          first = took.wall;
          continue;
        }
      g_array_append_val (wall, took.wall);
      g_array_append_val (cpu, took.cpu);
    }
  line = bench_line_begin ("edits", "inkling");
  bench_line_text (&line, "edit", name);
  bench_line_number (&line, "events", ink_event_store_get_n_events (store));
  bench_line_number (&line, "first_ms", first);
  bench_line_number (&line, "med_ms", bench_median (wall));
  bench_line_number (&line, "p95_ms", nth (wall, 0.95));
  bench_line_number (&line, "cpu_ms", bench_median (cpu));
  bench_line_number (&line, "res", people);
  bench_line_end (&line);
}

int
bench_edits (int    argc,
             char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[0]);
  guint reps = argc > 1 ? (guint) MAX (g_ascii_strtoll (argv[1], NULL, 10), 1) : 20;
  const char *only = argc > 2 ? argv[2] : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, &error);
  g_autofree char *json = ink_sample_definition_json ();
  g_autoptr (InkDefinition) definition
      = document != NULL ? ink_definition_from_json (json, -1, "bench", NULL, NULL, &error) : NULL;

  if (definition == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    if (only == NULL || strcmp (only, edits[i].name) == 0)
      measure (make_edit, i, edits[i].name, ink_document_get_store (document), definition, reps);
  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (only == NULL || strcmp (only, offers[i].name) == 0)
      measure (make_offer, i, offers[i].name, ink_document_get_store (document), definition, reps);
  return 0;
}
