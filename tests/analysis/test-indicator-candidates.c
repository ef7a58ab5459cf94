/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search may try: nothing that is a goal already, hidden, passive, or the macro goal's own. */
#include "analysis/ink-cases.h"
#include "analysis/ink-indicator-candidates.h"

#define PEOPLE 60

/* Everybody does everything; p several times. */
static InkEventStore *
make_store (void)
{
  g_autoptr (GString) story = g_string_new (NULL);

  for (guint i = 0; i < PEOPLE; i++)
    g_string_append_printf (story,
                            "%su%u: p@0{topic=%s} p@10{topic=c} m@20 h@30 q@40 x@50 p@90000 "
                            "p@180000 m@200000 m@300000 buy@400000",
                            i > 0 ? "; " : "", i, i % 2 == 0 ? "a" : "b");
  return ink_cases_store (story->str);
}

static const char definition_json[]
    = "'export_time': '2026-07-31T00:00:00Z', 'hidden': ['h'], 'passive': ['q'], 'goals': ["
      "{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"
      "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}]";

typedef struct
{
  InkScope *scope;
  InkIndicatorFrame *frame;
  GPtrArray *candidates;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *json = ink_cases_quote (definition_json);
  g_autoptr (InkDefinition) definition = ink_cases_definition (json);
  g_autoptr (InkEventStore) store = make_store ();
  g_autoptr (GError) error = NULL;

  fixture->scope = ink_scope_new (store, definition, NULL);
  fixture->frame
      = ink_indicator_frame_new (fixture->scope, "Buy", INK_TIME_NONE, INK_TIME_NONE, &error);
  g_assert_no_error (error);
  fixture->candidates = ink_indicator_candidates_new (fixture->frame, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_ptr_array_unref (fixture->candidates);
  ink_indicator_frame_free (fixture->frame);
  ink_scope_unref (fixture->scope);
}

static const InkCandidate *
get (const Fixture *fixture,
     guint index)
{
  return g_ptr_array_index (fixture->candidates, index);
}

static guint
count (const Fixture *fixture,
       InkCandidateKind kind,
       const char *base)
{
  guint n = 0;

  for (guint i = 0; i < fixture->candidates->len; i++)
    n += get (fixture, i)->kind == kind && g_str_equal (get (fixture, i)->base, base) ? 1 : 0;
  return n;
}

static const struct
{
  const char *base;
  guint events; /* 0 or 1 */
  gboolean frequencies;
} expected[] = {
  { "p", 1, TRUE }, { "x", 1, TRUE },    { "M", 0, TRUE },    { "m", 0, FALSE },
  { "h", 0, FALSE }, { "q", 0, FALSE }, { "buy", 0, FALSE }, { "Buy", 0, FALSE },
};

static void
test_listed (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      guint events = count (fixture, INK_CANDIDATE_EVENT, expected[i].base);
      guint frequencies = count (fixture, INK_CANDIDATE_FREQUENCY, expected[i].base);

      if (events != expected[i].events || (frequencies > 0) != expected[i].frequencies)
        g_error ("%s: %u events, %u frequencies", expected[i].base, events, frequencies);
    }
}

/* Names are unlike one another and every goal's; a deadline names what it is stricter than. */
static void
test_names (Fixture *fixture,
            gconstpointer data)
{
  guint n_looser = 0;

  for (guint i = 0; i < fixture->candidates->len; i++)
    {
      const InkCandidate *one = get (fixture, i);

      g_assert_null (ink_definition_find_goal (fixture->scope->definition, one->goal->name));
      g_assert_true (one->goal->kind == INK_GOAL_MICRO);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (get (fixture, j)->goal->name, !=, one->goal->name);
      if (one->looser == 0)
        continue;
      n_looser++;
      g_assert_cmpuint (one->looser, <=, fixture->candidates->len);
      g_assert_cmpstr (get (fixture, one->looser - 1)->base, ==, one->base);
      g_assert_cmpuint (get (fixture, one->looser - 1)->looser, ==, 0);
    }
  g_assert_cmpuint (n_looser, >, 0);
}

/* What somebody does is asked, at the time of its first completion. */
static void
test_rows (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < fixture->candidates->len; i++)
    {
      const InkCandidate *one = get (fixture, i);
      g_autoptr (InkRows) rows = ink_indicator_candidate_rows (fixture->frame, one, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rows->n, <=, PEOPLE);
      if (one->kind == INK_CANDIDATE_EVENT)
        g_assert_cmpuint (rows->n, ==, PEOPLE);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/indicator-candidates/listed", Fixture, NULL, set_up, test_listed, tear_down);
  g_test_add ("/indicator-candidates/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/indicator-candidates/rows", Fixture, NULL, set_up, test_rows, tear_down);

  return g_test_run ();
}
