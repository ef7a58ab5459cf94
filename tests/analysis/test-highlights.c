/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sentences that matter now, from small stories: what is said, what is left out, and when the
 * question is the same. */
#include "analysis/ink-highlights.h"

#include <string.h>

#include "analysis/ink-cases.h"
#include "definition/ink-note-edit.h"

#define GOALS                                                                                      \
  "'export_time': '2026-07-31T00:00:00Z', 'goals': ["                          \
  "{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"                                     \
  "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}]"
#define FUNNELS                                                                                    \
  ", 'funnels': [{'name': 'F', 'steps': [{'does': 'p'}, {'does': 'm'}, {'does': 'buy'}]},"         \
  "{'name': 'G', 'steps': [{'does': 'p'}, {'does': 'buy'}]}]"
/* 1 July 2026 is second 0: the second half of the month. */
#define STORY                                                                                      \
  "a: p@0 m@10 p@86400 buy@172800; b: p@0 m@10; c: p@0; d: p@0; e: p@1500000 buy@2000000;"         \
  "f: p@1500000 buy@2000000"

static InkDefinition *
make_definition (const char *json)
{
  g_autofree char *quoted = ink_cases_quote (json);

  return ink_cases_definition (quoted);
}

static InkAnswer *
ask (const char *story,
     const char *definition_json,
     const char *macro,
     const InkFilter *filter)
{
  g_autoptr (InkDefinition) definition = make_definition (definition_json);
  g_autoptr (InkEventStore) store = ink_cases_store (story);
  g_autoptr (InkQuery) query = ink_highlights_query_new (definition, macro, filter);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* The cell of the row of @kind; NULL where there is no such row. */
static const char *
find (InkAnswer *answer,
      const char *kind,
      const char *column)
{
  InkTable *table = ink_answer_get_table (answer, "highlights");

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    if (g_str_equal (ink_table_get_text (table, 0, row), kind))
      return ink_table_get_text (table, (guint) ink_table_find_column (table, column), row);

  return NULL;
}

static void
assert_says (InkAnswer *answer,
             const char *kind,
             const char *words)
{
  const char *sentence = find (answer, kind, "sentence");

  if (sentence == NULL || strstr (sentence, words) == NULL)
    g_error ("%s says \"%s\", not \"%s\"", kind, sentence, words);
}

static void
test_sentences (void)
{
  g_autoptr (InkAnswer) answer = ask (STORY, GOALS FUNNELS, "Buy", NULL);

  /* F loses 4 of 6 before M, G 3 of 6 before the sale. */
  g_assert_cmpstr (find (answer, "leak", "subject"), ==, "p → m");
  assert_says (answer, "leak", "4 of 6 people stop here: 67");
  g_assert_cmpstr (find (answer, "leak", "page"), ==, "funnels");
  assert_says (answer, "sign", "No micro goal is a leading indicator of “Buy” so far.");
  g_assert_cmpstr (find (answer, "personas", "page"), ==, "personas");
  g_assert_null (find (answer, "busywork", "sentence"));
}

static void
test_without_funnels (void)
{
  g_autoptr (InkAnswer) answer = ask (STORY, GOALS, "Buy", NULL);

  assert_says (answer, "leak", "There is no funnel yet.");
}

/* A funnel alone can be asked, and one that cannot be evaluated is left out. */
static void
test_without_goal (void)
{
  g_autoptr (InkAnswer) answer
      = ask (STORY, "'funnels': [{'name': 'F', 'steps': [{'does': 'p'}, {'does': 'buy'}]}]", NULL,
             NULL);

  assert_says (answer, "leak", "3 of 6 people");
  g_assert_null (find (answer, "sign", "sentence"));
  g_assert_null (ink_answer_get_table (answer, "series"));
}

static void
test_nobody_lost (void)
{
  g_autoptr (InkAnswer) answer
      = ask ("a: p@0 m@5 buy@90000", GOALS FUNNELS, "Buy", NULL);

  assert_says (answer, "leak", "Nobody is lost");
}

static void
test_series (void)
{
  g_autoptr (InkAnswer) answer = ask (STORY, GOALS, "Buy", NULL);
  InkTable *series = ink_answer_get_table (answer, "series");
  double completions = 0;

  for (guint row = 0; row < ink_table_get_n_rows (series); row++)
    completions += ink_table_get_number (
        series, (guint) ink_table_find_column (series, "completions"), row);
  g_assert_cmpfloat (completions, ==, 3);
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "before")), ==, 0);
}

/* Two sales in ten days against one in the ten days before; and none where the data begins later. */
static void
test_before (void)
{
  g_autoptr (InkAnswer) all = ask (STORY, GOALS, "Buy", NULL);
  InkTable *series = ink_answer_get_table (all, "series");
  gint64 first = (gint64) ink_table_get_number (series, 0, 0);
  InkFilter late = { NULL, first + 15 * INK_DAY, first + 24 * INK_DAY };
  InkFilter early = { NULL, first + 2 * INK_DAY, first + 20 * INK_DAY };
  g_autoptr (InkAnswer) answer = ask (STORY, GOALS, "Buy", &late);
  g_autoptr (InkAnswer) without = ask (STORY, GOALS, "Buy", &early);
  InkTable *before = ink_answer_get_table (answer, "before");

  g_assert_cmpuint (ink_table_get_n_rows (before), ==, 1);
  g_assert_cmpfloat (ink_table_get_number (before, 0, 0), ==, 0);
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (without, "before")), ==, 0);
}

/* Remarks are no reason to ask anew; a goal's rule is. */
static void
test_equal (void)
{
  g_autoptr (InkDefinition) plain = make_definition (GOALS);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) noted = ink_notes_added (plain, "2026-07-02", "Price", &label);
  g_autoptr (InkDefinition) other = make_definition (GOALS FUNNELS);
  g_autoptr (InkQuery) a = ink_highlights_query_new (plain, "Buy", NULL);
  g_autoptr (InkQuery) b = ink_highlights_query_new (noted, "Buy", NULL);
  g_autoptr (InkQuery) c = ink_highlights_query_new (other, "Buy", NULL);
  g_autoptr (InkQuery) d = ink_highlights_query_new (plain, NULL, NULL);

  g_assert_true (ink_query_equal (a, b));
  g_assert_cmpuint (ink_query_hash (a), ==, ink_query_hash (b));
  g_assert_false (ink_query_equal (a, c));
  g_assert_false (ink_query_equal (a, d));
}

/* What comes early is what the whole says, and is no answer to the whole question. */
static void
test_early (void)
{
  g_autoptr (InkDefinition) definition = make_definition (GOALS FUNNELS);
  g_autoptr (InkEventStore) store = ink_cases_store (STORY);
  g_autoptr (InkQuery) whole_query = ink_highlights_query_new (definition, "Buy", NULL);
  g_autoptr (InkQuery) query = ink_highlights_early_query_new (definition, "Buy", NULL);
  g_autoptr (InkAnswer) whole = ink_query_run (whole_query, store, NULL, NULL, NULL);
  g_autoptr (InkAnswer) early = ink_query_run (query, store, NULL, NULL, NULL);

  g_assert_false (ink_query_equal (query, whole_query));
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (early, "highlights")), ==, 1);
  g_assert_cmpstr (find (early, "leak", "subject"), ==, find (whole, "leak", "subject"));
  g_assert_cmpstr (find (early, "leak", "sentence"), ==, find (whole, "leak", "sentence"));
  for (guint i = 1; i < ink_answer_get_n_tables (whole); i++)
    {
      const char *name = ink_answer_get_table_name (whole, i);

      g_assert_true (ink_table_equal (ink_answer_get_table (whole, name),
                                      ink_answer_get_table (early, name)));
    }
}

/* Groups of a funnel change nothing about where people are lost. */
static void
test_compared (void)
{
  g_autoptr (InkAnswer) plain = ask (STORY, GOALS FUNNELS, "Buy", NULL);
  g_autoptr (InkAnswer) compared
      = ask (STORY,
             GOALS ", 'funnels': [{'name': 'F', 'steps': [{'does': 'p'}, {'does': 'm'},"
                   "{'does': 'buy'}], 'compare': {'by': 'property', 'prop': 'colour'}}]",
             "Buy", NULL);

  g_assert_cmpstr (find (plain, "leak", "sentence"), ==, find (compared, "leak", "sentence"));
}

static void
test_notes (void)
{
  g_autoptr (InkDefinition) plain = make_definition (GOALS);
  g_autofree char *added = NULL, *again = NULL, *changed = NULL, *removed = NULL;
  g_autoptr (InkDefinition) one = ink_notes_added (plain, "2026-07-20", "Price", &added);
  g_autoptr (InkDefinition) two = ink_notes_added (one, "2026-07-02", "Launch", &again);
  g_autoptr (InkDefinition) three
      = ink_notes_changed (two, 0, "2026-07-30", "Launch day", &changed);
  g_autoptr (InkDefinition) four = ink_notes_removed (three, 0, &removed);

  g_assert_cmpstr (added, ==, "Added remark “Price”");
  g_assert_cmpstr (two->notes[0].text, ==, "Launch");
  g_assert_cmpstr (three->notes[0].text, ==, "Price");
  g_assert_cmpstr (three->notes[1].date, ==, "2026-07-30");
  g_assert_cmpstr (removed, ==, "Removed remark “Price”");
  g_assert_cmpuint (four->n_notes, ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (InkDefinition) definition = make_definition (GOALS FUNNELS);
  g_autoptr (InkEventStore) store = ink_cases_store (STORY);
  g_autoptr (InkQuery) query = ink_highlights_query_new (definition, "Buy", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ink_query_run (query, store, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/highlights/sentences", test_sentences);
  g_test_add_func ("/analysis/highlights/without-funnels", test_without_funnels);
  g_test_add_func ("/analysis/highlights/without-goal", test_without_goal);
  g_test_add_func ("/analysis/highlights/nobody-lost", test_nobody_lost);
  g_test_add_func ("/analysis/highlights/series", test_series);
  g_test_add_func ("/analysis/highlights/before", test_before);
  g_test_add_func ("/analysis/highlights/equal", test_equal);
  g_test_add_func ("/analysis/highlights/early", test_early);
  g_test_add_func ("/analysis/highlights/compared", test_compared);
  g_test_add_func ("/analysis/highlights/notes", test_notes);
  g_test_add_func ("/analysis/highlights/cancelled", test_cancelled);
  return g_test_run ();
}
