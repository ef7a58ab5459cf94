/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the board knows of one goal: who completed it, and how each person passes it, in rows of the
 * data counted from 1. */
#include "analysis/ink-board-goal.h"

#include <math.h>

#include "analysis/ink-cases.h"
#include "analysis/ink-program.h"

#define A_AND_B                                                                                    \
  "\"goals\": [{\"name\": \"a\", \"rule\": {\"does\": \"A\"}}, {\"name\": \"b\", \"rule\": "       \
  "{\"does\": \"B\"}}]"

/* @passes: people/had/completions, then start, only, last and before of each who could go on. */
static const struct
{
  const char *what;
  const char *events;
  double from; /* seconds after the start; NAN: open */
  double to;
  const char *passes;
} cases[] = {
  { "once", "u: X@0 A@5", NAN, NAN, "1/1/1 u 2,2,2,0" },
  { "twice", "u: A@0 X@1 A@2", NAN, NAN, "1/1/2 u 1,1,3,1" },
  { "three times: the last two are kept", "u: A@0 A@1 A@2", NAN, NAN, "1/1/3 u 1,1,3,2" },
  { "what lies at its time counts from its first row", "u: X@5 A@5", NAN, NAN, "1/1/1 u 1,2,2,0" },
  { "two of one time: either is after the other", "u: A@5{p=1} A@5{p=2}", NAN, NAN, "1/1/2 u 1,0,2,1" },
  { "only the first time decides", "u: A@5 A@6{p=1} A@6{p=2}", NAN, NAN, "1/1/3 u 1,1,3,2" },
  { "rows go on from person to person", "u: A@0 X@1; v: X@0 A@1", NAN, NAN,
    "2/2/2 u 1,1,1,0 v 4,4,4,0" },
  { "without a time: completed, and nothing goes on", "u: A@-; v: A@0", NAN, NAN,
    "2/2/2 v 2,2,2,0" },
  { "before the period: could go on in it", "u: A@0 X@10", 5, 20, "0/1/0 u 1,1,0,0" },
  { "before it and in it", "u: A@0 A@10", 5, 20, "1/1/1 u 1,1,2,0" },
  { "after it", "u: X@10 A@30", 5, 20, "0/0/0" },
  { "in it and after it", "u: A@10 A@12 A@30", 5, 20, "1/1/2 u 1,1,2,1" },
  { "the ends lie in it", "u: A@5 A@20", 5, 20, "1/1/2 u 1,1,2,1" },
  { "without a time in no period", "u: A@- X@10", 5, 20, "0/0/0" },
  { "nobody", "u: X@0", NAN, NAN, "0/0/0" },
};

static gint64
moment (double seconds)
{
  return isnan (seconds) ? INK_TIME_NONE : INK_CASES_START + (gint64) (seconds * INK_SECOND);
}

static InkBoardGoal *
make_goal (const InkNarrowing *narrowing,
           const char *name)
{
  g_auto (InkTimeParts) parts = { 0 };
  InkProgram *program = ink_scope_goal (narrowing->scope, name, NULL);

  ink_narrowing_cut (narrowing, 1, &parts);

  return ink_board_goal_new (narrowing, &parts,
                             program != NULL ? ink_program_get_moments (program) : NULL, NULL, 1);
}

static char *
write_goal (const InkBoardGoal *goal,
            InkEventStore *store)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%u/%u/%u", goal->people, goal->had, goal->completions);
  for (guint32 i = 0; i < goal->n; i++)
    g_string_append_printf (out, " %s %u,%u,%u,%u",
                            ink_event_store_get_person_id (store, goal->persons[i]),
                            goal->passes[i].start, goal->passes[i].only, goal->passes[i].last,
                            goal->passes[i].before);

  return g_string_free (out, FALSE);
}

static void
test_passes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkEventStore) store = ink_cases_store (cases[i].events);
      g_autoptr (InkDefinition) definition = ink_cases_definition (A_AND_B);
      InkFilter filter = { NULL, moment (cases[i].from), moment (cases[i].to) };
      g_auto (InkNarrowing) narrowing = { 0 };
      g_autoptr (InkBoardGoal) goal = NULL;
      g_autofree char *passes = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_true (ink_narrowing_init (&narrowing, store, definition, &filter, NULL, NULL));
      goal = make_goal (&narrowing, "a");
      passes = write_goal (goal, store);
      g_assert_cmpstr (passes, ==, cases[i].passes);
    }
}

/* ---- Goals that are alike ---- */

static const struct
{
  const char *events;
  double likeness;
} like_cases[] = {
  { "u: A@0 B@1; v: A@0 B@1", 1 },
  { "u: A@0 B@1; v: A@0", 0.5 },
  { "u: A@0; v: B@0", 0 },
  { "u: A@0 B@0; v: A@0; w: B@0; x: X@0", 1 / 3.0 },
  { "u: X@0", 0 },
};

static void
test_likeness (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (like_cases); i++)
    {
      g_autoptr (InkEventStore) store = ink_cases_store (like_cases[i].events);
      g_autoptr (InkDefinition) definition = ink_cases_definition (A_AND_B);
      guint32 n = ink_event_store_get_n_persons (store);
      g_auto (InkNarrowing) narrowing = { 0 };
      g_autoptr (InkBoardGoal) a = NULL;
      g_autoptr (InkBoardGoal) b = NULL;

      g_assert_true (ink_narrowing_init (&narrowing, store, definition, NULL, NULL, NULL));
      a = make_goal (&narrowing, "a");
      b = make_goal (&narrowing, "b");
      g_assert_cmpfloat_with_epsilon (ink_board_goal_likeness (a, b, n), like_cases[i].likeness,
                                      1e-12);
      g_assert_cmpfloat_with_epsilon (ink_board_goal_likeness (b, a, n), like_cases[i].likeness,
                                      1e-12);
    }
}

/* A goal that cannot be evaluated has no numbers, and takes no other with it. */
static void
test_refused (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0");
  g_autoptr (InkDefinition) definition = ink_cases_definition (A_AND_B);
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkTimeParts) parts = { 0 };
  g_autoptr (InkBoardGoal) refused = NULL;
  g_autoptr (InkBoardGoal) a = NULL;

  g_assert_true (ink_narrowing_init (&narrowing, store, definition, NULL, NULL, NULL));
  ink_narrowing_cut (&narrowing, 1, &parts);
  refused = ink_board_goal_new (&narrowing, &parts, NULL, g_strdup ("why"), 1);
  a = make_goal (&narrowing, "a");
  g_assert_true (refused->refused);
  g_assert_cmpstr (refused->sentence, ==, "why");
  g_assert_cmpuint (refused->people + refused->had + refused->completions + refused->n, ==, 0);
  g_assert_cmpfloat (ink_board_goal_likeness (refused, a, 1), ==, 0);
  g_assert_false (a->refused);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-goal/passes", test_passes);
  g_test_add_func ("/board-goal/likeness", test_likeness);
  g_test_add_func ("/board-goal/refused", test_refused);

  return g_test_run ();
}
