/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts per event name: by hand for small cases, against a slow count for random ones. */
#include "analysis/ink-cases.h"

#include <math.h>
#include <stdio.h>

#include "analysis/ink-data-queries.h"
#include "analysis/ink-time-parts.h"
#include "base/ink-error.h"

#define DAY "86400"

typedef struct
{
  const char *what;
  const char *events;
  const char *persona; /* nullable */
  double from;         /* seconds after the start; NAN: open */
  double to;
  const char *answer; /* name events/people first-last, in seconds after the start; totals */
} Case;

static const Case cases[] = {
  { "everything", "u: A@0 A@10 B@20; v: A@5", NULL, NAN, NAN, "A 3/2 0-10; B 1/1 20-20; = 4/2" },
  { "no times", "u: A@- B@3", NULL, NAN, NAN, "A 1/1 -; B 1/1 3-3; = 2/1" },
  { "of nobody", "u: A@0; : A@9 C@4", NULL, NAN, NAN, "A 2/1 0-9; C 1/0 4-4; = 3/1" },
  { "nothing", "", NULL, NAN, NAN, "= 0/0" },
  { "a period: both ends are in it", "u: A@0 A@10 A@20 B@30; v: A@21", NULL, 10, 20,
    "A 2/1 10-20; = 2/1" },
  { "a period leaves out what has no time", "u: A@- A@1", NULL, 0, NAN, "A 1/1 1-1; = 1/1" },
  { "a period holds for nobody too", "u: A@0; : A@9 C@4", NULL, 5, NAN, "A 1/0 9-9; = 1/0" },
  { "a persona", "u: A@0 B@1; v: A@2", "Fan", NAN, NAN, "A 1/1 0-0; B 1/1 1-1; = 2/1" },
  { "everyone else", "u: A@0 B@1; v: A@2; : A@4", "Everyone else", NAN, NAN, "A 1/1 2-2; = 1/1" },
  { "a persona in a period", "u: A@0 B@1; v: A@2", "Fan", 1, NAN, "B 1/1 1-1; = 1/1" },
  { "a period without events", "u: A@0", NULL, 5, 9, "= 0/0" },
};

static InkDefinition *
make_definition (void)
{
  return ink_cases_definition (
      "\"personas\": [{\"name\": \"Fan\", \"rule\": {\"does\": \"B\"}}]");
}

static gint64
moment (double seconds)
{
  return isnan (seconds) ? INK_TIME_NONE : INK_CASES_START + (gint64) (seconds * INK_SECOND);
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

static void
append_span (GString *text,
             double first,
             double last)
{
  if (isnan (first))
    g_string_append_c (text, '-');
  else
    g_string_append_printf (text, "%g-%g", (first - INK_CASES_START) / INK_SECOND,
                            (last - INK_CASES_START) / INK_SECOND);
}

static char *
write_answer (const InkAnswer *answer)
{
  GString *text = g_string_new (NULL);
  const InkTable *events = ink_answer_get_table (answer, "events");

  for (guint row = 0; row < ink_table_get_n_rows (events); row++)
    {
      g_string_append_printf (text, "%s %g/%g ", ink_table_get_text (events, 0, row),
                              cell (answer, "events", "events", row),
                              cell (answer, "events", "people", row));
      append_span (text, cell (answer, "events", "first", row),
                   cell (answer, "events", "last", row));
      g_string_append (text, "; ");
    }
  g_string_append_printf (text, "= %g/%g", cell (answer, "totals", "events", 0),
                          cell (answer, "totals", "people", 0));
  return g_string_free (text, FALSE);
}

static InkAnswer *
ask (InkEventStore *store,
     const InkFilter *filter)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autoptr (InkQuery) query = ink_events_query_new (definition, filter);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (InkEventStore) store
          = *c->events != '\0' ? ink_cases_store (c->events) : ink_event_store_new_empty ();
      InkFilter filter = { c->persona, moment (c->from), moment (c->to) };
      g_autoptr (InkAnswer) answer = ask (store, &filter);
      g_autofree char *text = write_answer (answer);

      g_test_message ("%s", c->what);
      g_assert_cmpstr (text, ==, c->answer);
    }
}

/* ---- Series ---- */

typedef struct
{
  const char *first;
  const char *last;
  const char *zone;
  guint most;
  guint n;
  const char *second; /* where the second part begins */
  const char *end;
} PartsCase;

static const PartsCase parts_cases[] = {
  { "2026-07-01T09:00:00Z", "2026-07-03T09:00:00Z", "UTC", 62, 3, "2026-07-02T00:00:00.000Z",
    "2026-07-04T00:00:00.000Z" },
  { "2026-07-01T09:00:00Z", "2026-07-03T09:00:00Z", "Europe/Berlin", 62, 3,
    "2026-07-01T22:00:00.000Z", "2026-07-03T22:00:00.000Z" },
  { "2026-07-01T09:00:00Z", "2026-07-01T09:00:00Z", "UTC", 62, 1, "2026-07-02T00:00:00.000Z",
    "2026-07-02T00:00:00.000Z" },
  /* Weeks, counted back from the last day: the first part has 6 days. */
  { "2026-01-01T00:00:00Z", "2026-06-30T00:00:00Z", "UTC", 62, 26, "2026-01-07T00:00:00.000Z",
    "2026-07-01T00:00:00.000Z" },
  /* Clocks change on the way. */
  { "2026-02-28T12:00:00Z", "2026-04-30T12:00:00Z", "Europe/Berlin", 62, 62,
    "2026-02-28T23:00:00.000Z", "2026-04-30T22:00:00.000Z" },
  { "1970-01-01T00:00:00Z", "2026-07-15T00:00:00Z", "UTC", 62, 62, "1970-06-04T00:00:00.000Z",
    "2026-07-16T00:00:00.000Z" },
  { "2026-07-01T09:00:00Z", "2026-07-03T09:00:00Z", "UTC", 0, 0, NULL, NULL },
};

static gint64
parse (const char *text)
{
  gint64 time;

  g_assert_true (ink_time_parse_iso (text, strlen (text), NULL, &time));
  return time;
}

static void
test_parts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts_cases); i++)
    {
      const PartsCase *c = &parts_cases[i];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (c->zone);
      g_auto (InkTimeParts) parts = { 0 };
      g_autofree char *second = NULL;
      g_autofree char *end = NULL;

      ink_time_parts_init (&parts, parse (c->first), parse (c->last), c->most, zone);
      g_assert_cmpuint (parts.n, ==, c->n);
      if (c->n == 0)
        continue;
      second = ink_time_to_iso (parts.starts[1]);
      end = ink_time_to_iso (parts.starts[parts.n]);
      g_assert_cmpstr (second, ==, c->second);
      g_assert_cmpstr (end, ==, c->end);
    }
}

/* A and B on some of 40 days, and what each day's count is. */
static void
test_series (void)
{
  g_autoptr (InkEventStore) store
      = ink_cases_store ("u: A@0 A@" DAY " B@" DAY " A@172799; v: A@" DAY "; : B@0");
  g_autoptr (InkAnswer) answer = ask (store, NULL);
  const InkTable *series = ink_answer_get_table (answer, "series");
  g_autofree char *csv = ink_table_to_csv (series);

  g_assert_cmpstr (csv, ==, "2026-07-01,2026-07-02\r\n1,3\r\n1,1\r\n");
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "parts")), ==, 2);
}

/* ---- Against a slow count ---- */

static InkEventStore *
make_random (GRand *random,
             GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint person = 0; person < 60; person++)
    {
      g_string_append_printf (text, "%sp%u:", person > 0 ? "; " : "", person);
      for (int i = g_rand_int_range (random, 1, 12); i > 0; i--)
        {
          int name = g_rand_int_range (random, 0, 5), time = g_rand_int_range (random, 0, 90000);

          g_string_append_printf (text, " %c@%d", 'A' + name, time);
          g_ptr_array_add (rows, g_strdup_printf ("%u %c %d", person, 'A' + name, time));
        }
    }
  return ink_cases_store (text->str);
}

/* One scan of all rows for one number: as slow as can be, and nothing in common with the query. */
static void
count_slowly (GPtrArray *rows,
              char name,
              gboolean fans,
              int from,
              int to,
              guint *events,
              guint *people)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) fan = g_hash_table_new (NULL, NULL);
  guint person;
  char of;
  int time;

  for (guint i = 0; i < rows->len; i++)
    if (sscanf (g_ptr_array_index (rows, i), "%u %c %d", &person, &of, &time) == 3 && of == 'B')
      g_hash_table_add (fan, GUINT_TO_POINTER (person));
  *events = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpint (sscanf (g_ptr_array_index (rows, i), "%u %c %d", &person, &of, &time), ==,
                       3);
      if (of != name || time < from || time > to
          || (fans && !g_hash_table_contains (fan, GUINT_TO_POINTER (person))))
        continue;
      (*events)++;
      g_hash_table_add (seen, GUINT_TO_POINTER (person));
    }
  *people = g_hash_table_size (seen);
}

static void
compare (const InkAnswer *answer,
         GPtrArray *rows,
         gboolean fans,
         int from,
         int to)
{
  const InkTable *table = ink_answer_get_table (answer, "events");
  guint total = 0, series = 0;

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      const InkTable *parts = ink_answer_get_table (answer, "series");
      guint events, people;

      count_slowly (rows, *ink_table_get_text (table, 0, row), fans, from, to, &events, &people);
      g_assert_cmpuint (cell (answer, "events", "events", row), ==, events);
      g_assert_cmpuint (cell (answer, "events", "people", row), ==, people);
      total += events;
      for (guint part = 0; part < ink_table_get_n_columns (parts); part++)
        series += ink_table_get_number (parts, part, row);
    }
  g_assert_cmpuint (cell (answer, "totals", "events", 0), ==, total);
  g_assert_cmpuint (series, ==, total);
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (InkEventStore) store = make_random (random, rows);
      gboolean fans = g_rand_boolean (random);
      int from = g_rand_int_range (random, 0, 50000), to = from + 30000;
      InkFilter filter = { fans ? "Fan" : NULL, moment (from), moment (to) };
      g_autoptr (InkAnswer) answer = ask (store, &filter);

      compare (answer, rows, fans, from, to);
    }
}

/* ---- As a question ---- */

static void
test_equal (void)
{
  g_autoptr (InkDefinition) one = make_definition ();
  g_autoptr (InkDefinition) two
      = ink_cases_definition ("\"personas\": [{\"name\": \"Fan\", \"rule\": {\"does\": \"A\"}}]");
  InkFilter fans = { "Fan", INK_TIME_NONE, INK_TIME_NONE };
  g_autoptr (InkQuery) all_one = ink_events_query_new (one, NULL);
  g_autoptr (InkQuery) all_two = ink_events_query_new (two, NULL);
  g_autoptr (InkQuery) fans_one = ink_events_query_new (one, &fans);
  g_autoptr (InkQuery) fans_two = ink_events_query_new (two, &fans);

  /* A persona that is not asked for changes nothing. */
  g_assert_true (ink_query_equal (all_one, all_two));
  g_assert_false (ink_query_equal (fans_one, fans_two));
  g_assert_false (ink_query_equal (all_one, fans_one));
  g_assert_cmpuint (ink_query_hash (all_one), ==, ink_query_hash (all_two));
}

static void
test_refused (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0");
  g_autoptr (InkDefinition) definition = make_definition ();
  InkFilter nobody = { "Nobody", INK_TIME_NONE, INK_TIME_NONE };
  g_autoptr (InkQuery) unknown = ink_events_query_new (definition, &nobody);
  g_autoptr (InkQuery) known = ink_events_query_new (definition, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_query_run (unknown, store, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (ink_query_run (known, store, cancelled, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/data-events/cases", test_cases);
  g_test_add_func ("/analysis/data-events/parts", test_parts);
  g_test_add_func ("/analysis/data-events/series", test_series);
  g_test_add_func ("/analysis/data-events/random", test_random);
  g_test_add_func ("/analysis/data-events/equal", test_equal);
  g_test_add_func ("/analysis/data-events/refused", test_refused);

  return g_test_run ();
}
