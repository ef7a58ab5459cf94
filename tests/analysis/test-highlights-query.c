/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question behind the overview: its rows in order, and the equally long time before a period. */
#include "analysis/ink-highlights.h"

#include <math.h>

#include "analysis/ink-cases.h"

/* At noon, one sale on each of the days 0 to 9, two on each of 10 to 19; m before some of them. */
static InkEventStore *
make_store (void)
{
  g_autoptr (GString) events = g_string_new ("x: X@0 X@1728000");

  for (guint day = 0; day < 20; day++)
    for (guint i = 0; i < (day < 10 ? 1u : 2u); i++)
      g_string_append_printf (events, "; u%u-%u: %sbuy@%u", day, i, i == 0 ? "m@1 " : "",
                              day * 86400 + 43200);

  return ink_cases_store (events->str);
}

static InkAnswer *
ask (InkEventStore *store,
     const char *members,
     const char *macro,
     const InkFilter *filter)
{
  g_autofree char *json = ink_cases_quote (members);
  g_autoptr (InkDefinition) definition = ink_cases_definition (json);
  g_autoptr (InkQuery) query = ink_highlights_query_new (definition, macro, filter);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);

  return answer;
}

#define BUY "'goals': [{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}}]"

/* ---- The time before ---- */

/* Days after the start; NAN: open. @before: who bought in the time before; NAN: it is not known. */
static const struct
{
  const char *what;
  double from;
  double to;
  double now;
  double before;
} periods[] = {
  { "the second ten days", 10, 19.99, 20, 10 },
  { "open to the end", 10, NAN, 20, 10 },
  { "five days", 10, 14.99, 10, 5 },
  { "the data reaches just as far back", 5, 9.99, 5, 5 },
  { "the data begins too late", 4, 9.99, 6, NAN },
  { "open from the start", NAN, 9.99, 10, NAN },
  { "no period", NAN, NAN, 30, NAN },
  { "what lies ahead is no part of it", 15, 90, 10, 10 },
  { "all of it lies ahead", 40, 90, 0, NAN },
};

static gint64
day (double days)
{
  return isnan (days) ? INK_TIME_NONE : INK_CASES_START + (gint64) (days * (double) INK_DAY);
}

static void
test_before (void)
{
  g_autoptr (InkEventStore) store = make_store ();

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      InkFilter filter = { NULL, day (periods[i].from), day (periods[i].to) };
      g_autoptr (InkAnswer) answer = ask (store, BUY, "Buy", &filter);
      InkTable *before = ink_answer_get_table (answer, "before");

      g_test_message ("%s", periods[i].what);
      g_assert_cmpfloat (ink_table_get_number (ink_answer_get_table (answer, "summary"), 0, 0), ==,
                         periods[i].now);
      g_assert_cmpuint (ink_table_get_n_rows (before), ==, isnan (periods[i].before) ? 0 : 1);
      if (isnan (periods[i].before))
        continue;
      g_assert_cmpfloat (ink_table_get_number (before, 0, 0), ==, periods[i].before);
      g_assert_cmpfloat (ink_table_get_number (before, 1, 0), ==,
                         periods[i].now / periods[i].before);
      g_assert_cmpfloat (ink_table_get_number (before, 2, 0), <,
                         ink_table_get_number (before, 1, 0));
      g_assert_cmpfloat (ink_table_get_number (before, 3, 0), >,
                         ink_table_get_number (before, 1, 0));
    }
}

/* ---- The rows ---- */

static const struct
{
  const char *members;
  const char *macro; /* nullable */
  const char *kinds; /* in order */
  gboolean series;
} row_cases[] = {
  { "", NULL, "leak", FALSE },
  { BUY, NULL, "leak", FALSE },
  { BUY, "Buy", "leak personas lack", TRUE },
  { "'goals': [{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"
    "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}]",
    "Buy", "sign leak personas lack", TRUE },
};

static char *
list_kinds (const InkTable *rows)
{
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (guint row = 0; row < ink_table_get_n_rows (rows); row++)
    {
      g_assert_cmpint (*ink_table_get_text (rows, 3, row), !=, '\0'); /* says something */
      g_string_append_printf (kinds, "%s%s", row > 0 ? " " : "", ink_table_get_text (rows, 0, row));
    }

  return g_strdup (kinds->str);
}

static void
test_rows (void)
{
  g_autoptr (InkEventStore) store = make_store ();

  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autoptr (InkAnswer) answer = ask (store, row_cases[i].members, row_cases[i].macro, NULL);
      g_autofree char *kinds = list_kinds (ink_answer_get_table (answer, "highlights"));

      g_assert_cmpstr (kinds, ==, row_cases[i].kinds);
      g_assert_cmpint (ink_answer_get_table (answer, "series") != NULL, ==, row_cases[i].series);
      g_assert_cmpint (ink_answer_get_table (answer, "before") != NULL, ==, row_cases[i].series);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/highlights-query/before", test_before);
  g_test_add_func ("/highlights-query/rows", test_rows);

  return g_test_run ();
}
