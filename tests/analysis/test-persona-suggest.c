/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas that the data suggests: groups that are there are found, with rules that say whom they
 * catch; the same ones whatever the order of people; none where nobody can be told apart. */
#include "analysis/ink-persona-cases.h"

#include <math.h>

#include "analysis/ink-persona-clusters.h"
#include "analysis/ink-rule-query.h"

#define GOALS                                                                                      \
  "'goals': [{'name': 'Reads', 'kind': 'micro', 'rule': {'does': 'A'}},"                            \
  "{'name': 'Watches', 'kind': 'micro', 'rule': {'does': 'B'}},"                                    \
  "{'name': 'Calculates', 'kind': 'micro', 'rule': {'does': 'C'}},"                                 \
  "{'name': 'Buys', 'kind': 'macro', 'rule': {'does': 'E'}},"                                       \
  "{'name': 'Thanks', 'kind': 'micro', 'rule': {'does': 'T'}}]"

static InkDefinition *
make_definition (const char *json)
{
  g_autofree char *quoted = ink_cases_quote (json);

  return ink_cases_definition (quoted);
}

static InkAnswer *
suggest (InkDefinition *definition,
         InkEventStore *store)
{
  g_autoptr (InkQuery) query = ink_personas_suggest_query_new (definition);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
  return answer;
}

/* A hundred readers, viewers and people who calculate each, who do a little of the rest, too; some of
 * the last buy and thank afterwards. @backwards: the last person first. */
static InkEventStore *
make_kinds (gboolean backwards)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    {
      guint person = backwards ? 299 - i : i, kind = person % 3;
      guint n = 2 + person / 3 % 5, time = 0;

      g_string_append_printf (text, "%sp%u:", i > 0 ? "; " : "", person);
      for (guint j = 0; j < n; j++)
        g_string_append_printf (text, " %c@%u", 'A' + kind, time += 100);
      if (person / 3 % 7 < 3)
        g_string_append_printf (text, " %c@%u", 'A' + (kind + 1 + person % 2) % 3, time += 100);
      if (kind == 2 && person % 2 == 0)
        g_string_append_printf (text, " E@%u T@%u", time + 100, time + 200);
    }
  return ink_cases_store (text->str);
}

static char *
read_all (InkAnswer *answer)
{
  g_autofree char *suggestions = ink_table_to_csv (ink_answer_get_table (answer, "suggestions"));
  g_autofree char *marks = ink_table_to_csv (ink_answer_get_table (answer, "marks"));
  g_autofree char *about = ink_table_to_csv (ink_answer_get_table (answer, "about"));

  return g_strconcat (suggestions, marks, about, NULL);
}

static void
test_kinds (void)
{
  g_autoptr (InkDefinition) definition = make_definition (GOALS);
  g_autoptr (InkEventStore) store = make_kinds (FALSE);
  g_autoptr (InkAnswer) answer = suggest (definition, store);
  InkTable *table = ink_answer_get_table (answer, "suggestions");
  g_autofree char *csv = ink_table_to_csv (table);

  g_assert_cmpuint (ink_table_get_n_rows (table), ==, 3);
  for (guint row = 0; row < 3; row++)
    {
      g_assert_cmpfloat (ink_table_get_number (table, 2, row), >, 80);
      g_assert_cmpfloat (ink_table_get_number (table, 2, row), <, 120);
      g_assert_cmpfloat (ink_table_get_number (table, 5, row), >, 0.8);
      g_assert_cmpfloat (ink_table_get_number (table, 6, row), >, 0.8);
    }
  g_assert_nonnull (strstr (csv, "Mostly Reads"));
  g_assert_nonnull (strstr (csv, "Mostly Watches"));
  g_assert_nonnull (strstr (csv, "Mostly Calculates"));
  /* What follows the sale tells nobody apart. */
  g_assert_null (strstr (csv, "Thanks"));
  g_assert_null (strstr (csv, "Buys"));
}

static void
test_order (void)
{
  g_autoptr (InkDefinition) definition = make_definition (GOALS);
  g_autofree char *first = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (InkEventStore) store = make_kinds (i == 2);
      g_autoptr (InkAnswer) answer = suggest (definition, store);
      g_autofree char *text = read_all (answer);

      if (first == NULL)
        first = g_strdup (text);
      g_assert_cmpstr (text, ==, first);
    }
}

/* Rules are real: they catch whom they say. */
static void
check_rules (InkDefinition *definition,
             InkEventStore *store)
{
  g_autoptr (InkAnswer) answer = suggest (definition, store);
  InkTable *table = ink_answer_get_table (answer, "suggestions");

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkRule) rule = ink_rule_from_json (ink_table_get_text (table, 1, row), -1,
                                                     "rule", NULL, definition, &error);
      g_autoptr (InkQuery) query = NULL;
      g_autoptr (InkAnswer) facts = NULL;

      g_assert_no_error (error);
      query = ink_rule_query_new (definition, rule, INK_ASK_HOLDS, NULL);
      facts = ink_query_run (query, store, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (
          ink_table_get_number (ink_answer_get_table (facts, "summary"), 0, 0), ==,
          ink_table_get_number (table, 4, row));
    }
}

static void
test_random (void)
{
  g_autoptr (InkDefinition) definition = make_definition (GOALS);
  g_autoptr (InkDefinition) without = make_definition ("'stages': ['One']");

  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autofree InkCrowd *crowd = g_new0 (InkCrowd, 1);
      g_autoptr (InkEventStore) store = NULL;
      g_autoptr (InkEventStore) backwards = NULL;
      g_autoptr (InkAnswer) one = NULL;
      g_autoptr (InkAnswer) two = NULL;
      g_autofree char *text_one = NULL;
      g_autofree char *text_two = NULL;

      ink_crowd_init (crowd, seed);
      store = crowd->store;
      backwards = ink_crowd_store (crowd, TRUE);
      one = suggest (definition, store);
      two = suggest (definition, backwards);
      text_one = read_all (one);
      text_two = read_all (two);
      g_assert_cmpstr (text_one, ==, text_two);
      check_rules (definition, store);
      check_rules (without, store);
    }
}

static void
test_nobody (void)
{
  static const char *const stores[] = { "", "a: A@0", "a: A@0; b: A@1 B@2" };
  g_autoptr (InkDefinition) definition = make_definition (GOALS);

  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    {
      g_autoptr (InkEventStore) store = ink_cases_store (stores[i]);
      g_autoptr (InkAnswer) answer = suggest (definition, store);

      g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "suggestions")), ==,
                        0);
      g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "about")), ==, 1);
    }
}

/* Points on a circle in two heaps; and all in one place. */
static void
test_clusters (void)
{
  float heaps[40], same[40];
  g_auto (InkClusters) two = { 0 };
  g_auto (InkClusters) one = { 0 };

  for (guint i = 0; i < 20; i++)
    {
      double angle = (i % 2 == 0 ? 0.2 : 1.3) + 0.01 * i / 2;

      heaps[2 * i] = (float) cos (angle);
      heaps[2 * i + 1] = (float) sin (angle);
      same[2 * i] = 1;
      same[2 * i + 1] = 0;
    }
  g_assert_true (ink_clusters_find (&two, heaps, 20, 2, 2, 6, NULL, NULL));
  g_assert_cmpuint (two.k, ==, 2);
  g_assert_cmpfloat (two.silhouette, >, 0.9);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpuint (ink_clusters_nearest (&two, heaps + 2 * i), ==,
                      ink_clusters_nearest (&two, heaps + 2 * (i % 2)));
  g_assert_cmpuint (ink_clusters_nearest (&two, heaps), !=, ink_clusters_nearest (&two, heaps + 2));
  g_assert_true (ink_clusters_find (&one, same, 20, 2, 2, 6, NULL, NULL));
  g_assert_cmpuint (one.k, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (InkDefinition) definition = make_definition (GOALS);
  g_autoptr (InkEventStore) store = make_kinds (FALSE);
  g_autoptr (InkQuery) query = ink_personas_suggest_query_new (definition);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ink_query_run (query, store, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/persona-suggest/kinds", test_kinds);
  g_test_add_func ("/analysis/persona-suggest/order", test_order);
  g_test_add_func ("/analysis/persona-suggest/random", test_random);
  g_test_add_func ("/analysis/persona-suggest/nobody", test_nobody);
  g_test_add_func ("/analysis/persona-suggest/clusters", test_clusters);
  g_test_add_func ("/analysis/persona-suggest/cancelled", test_cancelled);

  return g_test_run ();
}
