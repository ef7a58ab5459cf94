/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many people go on from each goal to each other: both ways to count against a slow one, for
 * people that fill no chunk, one, and a little more. */
#include "analysis/ink-board-lines.h"

#include <string.h>

#define UNTOUCHED 0xdeadbeef
#define MOST_GOALS 7

/* ---- How one person goes on ---- */

static const struct
{
  const char *what;
  InkBoardPass a;
  InkBoardPass b;
  gboolean there;
  gboolean back;
} passes[] = {
  { "b after a", { 1, 1, 1, 0 }, { 2, 2, 2, 0 }, TRUE, FALSE },
  { "b before a, and again", { 2, 2, 2, 0 }, { 1, 1, 3, 1 }, TRUE, TRUE },
  { "at the same time", { 1, 1, 1, 0 }, { 1, 2, 2, 0 }, TRUE, TRUE },
  { "one event of both", { 1, 1, 1, 0 }, { 1, 1, 1, 0 }, FALSE, FALSE },
  { "two events of both", { 1, 0, 2, 1 }, { 1, 0, 2, 1 }, TRUE, TRUE },
  { "one event of both, then another b", { 1, 1, 1, 0 }, { 1, 1, 2, 1 }, TRUE, FALSE },
  { "b only before the period", { 1, 1, 1, 0 }, { 2, 2, 0, 0 }, FALSE, FALSE },
  { "never a", { G_MAXUINT32, 0, 0, 0 }, { 1, 1, 1, 0 }, FALSE, FALSE },
};

static void
test_passes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (passes); i++)
    {
      g_test_message ("%s", passes[i].what);
      g_assert_cmpint (ink_board_pass_goes_on (&passes[i].a, &passes[i].b), ==, passes[i].there);
      g_assert_cmpint (ink_board_pass_goes_on (&passes[i].b, &passes[i].a), ==, passes[i].back);
    }
}

/* ---- All of them ---- */

static InkBoardPass
make_pass (GRand *rand)
{
  guint32 first = (guint32) g_rand_int_range (rand, 1, 6);
  guint32 last = first + (guint32) g_rand_int_range (rand, 0, 4);
  InkBoardPass pass = { first, 0, last, last > first ? last - 1 : 0 };

  if (g_rand_boolean (rand))
    pass.only = first;
  if (g_rand_int_range (rand, 0, 5) == 0)
    pass.last = pass.before = 0;

  return pass;
}

/* Some of the people pass it. */
static void
fill_goal (InkBoardGoal *goal,
           GRand *rand,
           guint32 n_people)
{
  goal->persons = g_new (guint32, (gsize) n_people + 1);
  goal->passes = g_new (InkBoardPass, (gsize) n_people + 1);
  for (guint32 person = 0; person < n_people; person++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      {
        goal->persons[goal->n] = person;
        goal->passes[goal->n++] = make_pass (rand);
      }
}

static void
clear_goal (InkBoardGoal *goal)
{
  g_free (goal->persons);
  g_free (goal->passes);
}

static guint32
count_slowly (const InkBoardGoal *from,
              const InkBoardGoal *to)
{
  guint32 n = 0, k = 0;

  for (guint32 i = 0; i < from->n; i++)
    {
      while (k < to->n && to->persons[k] < from->persons[i])
        k++;
      if (k < to->n && to->persons[k] == from->persons[i])
        n += ink_board_pass_goes_on (&from->passes[i], &to->passes[k]);
    }

  return n;
}

static const struct
{
  guint32 n_people;
  const char *wanted; /* a letter per goal */
} tables[] = {
  { 0, "yy" },       { 1, "yn" },         { 40, "ynn" },     { 40, "nny" },
  { 40, "nnn" },     { 40, "yyyy" },      { 40, "yyyyy" },   { 40, "yyyyynn" },
  { 1500, "yyyyy" }, { 4095, "nyyyyyn" }, { 4096, "yyyyy" }, { 4097, "yyyyy" },
};

/* Where few are wanted, the pairs of others stay as they were. */
static void
check_lines (InkBoardGoal *const *goals,
             const char *wanted,
             const guint32 *lines)
{
  guint n = (guint) strlen (wanted), n_wanted = 0;

  for (guint i = 0; i < n; i++)
    n_wanted += wanted[i] == 'y';
  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      if (wanted[from] == 'y' || wanted[to] == 'y')
        g_assert_cmpuint (lines[from * n + to], ==, count_slowly (goals[from], goals[to]));
      else if (n_wanted == 0)
        g_assert_cmpuint (lines[from * n + to], ==, UNTOUCHED);
}

static void
test_tables (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      InkBoardGoal goals[MOST_GOALS] = { 0 };
      InkBoardGoal *pointers[MOST_GOALS];
      gboolean wanted[MOST_GOALS];
      guint n = (guint) strlen (tables[i].wanted);
      guint32 n_people = tables[i].n_people;
      g_autofree guint32 *lines = g_new (guint32, n * n);

      for (guint k = 0; k < n * n; k++)
        lines[k] = UNTOUCHED;
      for (guint k = 0; k < n; k++)
        {
          pointers[k] = &goals[k];
          wanted[k] = tables[i].wanted[k] == 'y';
          fill_goal (&goals[k], rand, n_people);
        }
      g_test_message ("%u people, %s", n_people, tables[i].wanted);
      g_assert_true (ink_board_lines_fill (pointers, n, wanted, n_people, lines, NULL));
      check_lines (pointers, tables[i].wanted, lines);
      for (guint k = 0; k < n; k++)
        clear_goal (&goals[k]);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  InkBoardGoal goal = { 0 };
  InkBoardGoal *goals[] = { &goal, &goal, &goal, &goal, &goal };
  gboolean wanted[] = { TRUE, TRUE, TRUE, TRUE, TRUE };
  guint32 lines[25];

  g_cancellable_cancel (cancellable);
  g_assert_false (ink_board_lines_fill (goals, 1, wanted, 1, lines, cancellable));
  g_assert_false (ink_board_lines_fill (goals, 5, wanted, 1, lines, cancellable));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-lines/passes", test_passes);
  g_test_add_func ("/board-lines/tables", test_tables);
  g_test_add_func ("/board-lines/cancelled", test_cancelled);

  return g_test_run ();
}
