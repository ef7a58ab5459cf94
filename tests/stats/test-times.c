/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold of curves, of their tests and of credit rules, whatever the times. */
#include <math.h>

#include "stats/ink-credit.h"
#include "stats/ink-incidence.h"
#include "stats/ink-log-rank.h"
#include "stats/ink-markov.h"
#include "stats/ink-survival.h"

#define PEOPLE 60

typedef struct
{
  double times[PEOPLE];
  guint8 events[PEOPLE];
  guint groups[PEOPLE];
} People;

static void
assert_near (double got,
             double want)
{
  if (got != want && !(isnan (got) && isnan (want)))
    g_assert_cmpfloat (fabs (got - want), <=, 1e-10 * MAX (fabs (want), 1));
}

/* Whole days, so that many are tied, converting at rate 1/10 and seen until 5 to 25. */
static People
draw_people (GRand *random)
{
  People people;

  for (guint i = 0; i < PEOPLE; i++)
    {
      double converts = ceil (-10 * log (1 - g_rand_double (random)));
      double seen = g_rand_int_range (random, 5, 26);

      people.times[i] = MIN (converts, seen);
      people.events[i] = converts <= seen;
      people.groups[i] = i % 3;
    }

  return people;
}

static void
test_survival_invariance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint round = 0; round < 100; round++)
    {
      People people = draw_people (random), turned;
      InkSurvivalRow rows[PEOPLE], same[PEOPLE];
      gsize n = ink_survival_estimate (people.times, people.events, PEOPLE, rows);
      double before = 1;

      for (guint i = 0; i < PEOPLE; i++)
        {
          turned.times[PEOPLE - 1 - i] = 86400 * people.times[i];
          turned.events[PEOPLE - 1 - i] = people.events[i];
        }
      g_assert_cmpuint (ink_survival_estimate (turned.times, turned.events, PEOPLE, same), ==, n);
      for (gsize i = 0; i < n; i++)
        {
          assert_near (same[i].survival, rows[i].survival);
          assert_near (same[i].log_log.low, rows[i].log_log.low);
          g_assert_cmpfloat (same[i].time, ==, 86400 * rows[i].time);
          g_assert_true (rows[i].survival <= before && rows[i].survival >= 0);
          before = rows[i].survival;
          if (before < 1 && before > 0)
            g_assert_true (rows[i].log_log.low < before && before < rows[i].log_log.high
                           && rows[i].log_log.low > 0 && rows[i].log_log.high < 1);
        }
      assert_near (ink_survival_median (same, n, NULL), 86400 * ink_survival_median (rows, n, NULL));
      g_assert_null (ink_survival_at (rows, n, rows[0].time - 0.5));
      g_assert_true (ink_survival_at (rows, n, rows[0].time) == &rows[0]);
      g_assert_true (ink_survival_at (rows, n, rows[n - 1].time + 1e9) == &rows[n - 1]);
    }
}

/* Nobody lost: the plain share that is left. */
static void
test_survival_complete (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (32);
  People people = draw_people (random);
  InkSurvivalRow rows[PEOPLE];
  gsize n;

  for (guint i = 0; i < PEOPLE; i++)
    people.events[i] = 1;
  n = ink_survival_estimate (people.times, people.events, PEOPLE, rows);
  for (gsize r = 0; r < n; r++)
    {
      double left = 0;

      for (guint i = 0; i < PEOPLE; i++)
        left += people.times[i] > rows[r].time;
      left /= PEOPLE;
      assert_near (rows[r].survival, left);
      if (left > 0)
        assert_near (rows[r].se, sqrt (left * (1 - left) / PEOPLE));
    }
  g_assert_true (isnan (rows[n - 1].se) && isnan (rows[n - 1].log_log.low));
}

/* The band holds the true share of an exponential world about 95 times in 100. */
static void
test_survival_coverage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (33);
  guint covered = 0;
  const guint worlds = 1000;

  for (guint round = 0; round < worlds; round++)
    {
      People people = draw_people (random);
      InkSurvivalRow rows[PEOPLE];
      gsize n = ink_survival_estimate (people.times, people.events, PEOPLE, rows);
      const InkSurvivalRow *row = ink_survival_at (rows, n, 4);

      covered += row->log_log.low <= exp (-0.4) && exp (-0.4) <= row->log_log.high;
    }
  g_assert_cmpfloat (fabs (covered / (double) worlds - 0.95), <, 0.02);
}

static void
test_survival_risk (void)
{
  assert_near (ink_survival_risk_without (0.14, 1), 0.14);
  assert_near (ink_survival_risk_without (0.75, 2), 0.5);
  assert_near (ink_survival_risk_without (0, 3), 0);
  assert_near (ink_survival_risk_without (1, 3), 1);
  assert_near (ink_survival_risk_without (0.3, INFINITY), 0);
  assert_near (ink_survival_risk_without (0.3, 0), 1);
}

/* Both ways out and those who stay are everybody; without the second way it is Kaplan and Meier's. */
static void
test_incidence (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (34);

  for (guint round = 0; round < 50; round++)
    {
      People people = draw_people (random);
      guint8 ways[PEOPLE];
      InkSurvivalRow rows[PEOPLE];
      InkIncidenceRow both[PEOPLE], one[PEOPLE];
      gsize n = ink_survival_estimate (people.times, people.events, PEOPLE, rows);

      for (guint i = 0; i < PEOPLE; i++)
        ways[i] = people.events[i] ? 1 + i % 2 : 0;
      g_assert_cmpuint (ink_incidence_estimate (people.times, ways, PEOPLE, both), ==, n);
      g_assert_cmpuint (ink_incidence_estimate (people.times, people.events, PEOPLE, one), ==, n);
      for (gsize i = 0; i < n; i++)
        {
          assert_near (both[i].converted + both[i].left + rows[i].survival, 1);
          assert_near (one[i].converted, 1 - rows[i].survival);
          assert_near (one[i].left, 0);
        }
    }
}

static void
test_log_rank_invariance (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (35);

  for (guint round = 0; round < 100; round++)
    {
      People people = draw_people (random);
      double squares[PEOPLE], observed[3], expected[3];
      guint renamed[PEOPLE], apart[PEOPLE];
      InkLogRank one, two;

      for (guint i = 0; i < PEOPLE; i++)
        {
          squares[i] = people.times[i] * people.times[i];
          renamed[i] = 5 - 2 * people.groups[i];
          apart[i] = people.groups[i];
        }
      ink_log_rank (people.times, people.events, people.groups, NULL, PEOPLE, 3, observed, expected,
                    &one);
      assert_near (observed[0] + observed[1] + observed[2], expected[0] + expected[1] + expected[2]);
      ink_log_rank (squares, people.events, renamed, NULL, PEOPLE, 6, NULL, NULL, &two);
      assert_near (one.chi_square, two.chi_square);
      g_assert_true (one.df == 2 && two.df == 2);
      /* Each group in a stratum of its own: nothing is compared. */
      ink_log_rank (people.times, people.events, people.groups, apart, PEOPLE, 3, NULL, NULL, &two);
      g_assert_true (two.df == 0 && two.chi_square == 0 && two.p_value == 1);
    }
}

/* Two groups that are copies of one another do not differ; random ones do by chance only. */
static void
test_log_rank_null (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (36);
  guint rejected = 0;
  const guint worlds = 1500;
  InkLogRank result;

  for (guint round = 0; round < worlds; round++)
    {
      People people = draw_people (random);

      ink_log_rank (people.times, people.events, people.groups, NULL, PEOPLE, 3, NULL, NULL, &result);
      rejected += result.p_value <= 0.05;
    }
  g_assert_cmpfloat (fabs (rejected / (double) worlds - 0.05), <, 0.02);
  ink_log_rank ((double[]) { 1, 2, 1, 2 }, (guint8[]) { 1, 1, 1, 1 }, (guint[]) { 0, 0, 1, 1 }, NULL,
                4, 2, NULL, NULL, &result);
  assert_near (result.chi_square, 0);
  ink_log_rank (NULL, NULL, NULL, NULL, 0, 2, NULL, NULL, &result);
  g_assert_true (result.df == 0 && result.p_value == 1);
}

/* Every rule gives away exactly what there is, and turned round the first is the last. */
static void
test_credit (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (37);

  for (guint round = 0; round < 300; round++)
    {
      guint path[12], back[12], n = (guint) g_rand_int_range (random, 1, 13);
      double days[12], same_day[12] = { 0 }, first[4] = { 0 }, last[4] = { 0 };
      double decay[4] = { 0 }, linear[4] = { 0 };

      for (guint i = 0; i < n; i++)
        {
          path[i] = (guint) g_rand_int_range (random, 0, 4);
          back[n - 1 - i] = path[i];
          days[i] = g_rand_double_range (random, 0, 90);
        }
      for (InkCreditRule rule = INK_CREDIT_FIRST; rule <= INK_CREDIT_DECAY; rule++)
        {
          double credit[4] = { 0 };

          ink_credit_add (rule, path, days, n, INK_CREDIT_HALF_LIFE, 3, credit);
          assert_near (credit[0] + credit[1] + credit[2] + credit[3], 3);
        }
      ink_credit_add (INK_CREDIT_FIRST, path, NULL, n, 0, 1, first);
      ink_credit_add (INK_CREDIT_LAST, back, NULL, n, 0, 1, last);
      ink_credit_add (INK_CREDIT_DECAY, path, same_day, n, 7, 1, decay);
      ink_credit_add (INK_CREDIT_LINEAR, path, NULL, n, 0, 1, linear);
      for (guint c = 0; c < 4; c++)
        {
          assert_near (first[c], last[c]);
          assert_near (decay[c], linear[c]);
        }
    }
  ink_credit_add (INK_CREDIT_DECAY, (guint[]) { 0 }, (double[]) { 0 }, 0, 7, 1, (double[]) { 0 });
}

/* Taking a channel away never helps, and one that is on no path takes nothing along. */
static void
test_markov (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (38);
  const guint only[] = { 0 };
  const InkPath sure = { only, 1, 4, 0 }, never = { only, 1, 0, 4 };
  g_autofree double *one = ink_markov_transitions (&sure, 1, 2);
  g_autofree double *none = ink_markov_transitions (&never, 1, 2);
  double effects[4];

  assert_near (ink_markov_removal (one, 2, effects), 1);
  g_assert_true (effects[0] == 1 && effects[1] == 0);
  assert_near (ink_markov_removal (none, 2, effects), 0);
  g_assert_true (effects[0] == 0 && effects[1] == 0);
  for (guint round = 0; round < 100; round++)
    {
      guint steps[20][6];
      InkPath paths[20];
      g_autofree double *transitions = NULL;
      double chance, converted = 0, people = 0;

      for (guint i = 0; i < 20; i++)
        {
          paths[i] = (InkPath) { steps[i], (gsize) g_rand_int_range (random, 1, 7),
                                 g_rand_int_range (random, 0, 5), g_rand_int_range (random, 1, 9) };
          converted += paths[i].conversions;
          people += paths[i].conversions + paths[i].nulls;
          for (guint j = 0; j < paths[i].n; j++)
            steps[i][j] = (guint) g_rand_int_range (random, 0, 4);
        }
      transitions = ink_markov_transitions (paths, 20, 4);
      chance = ink_markov_removal (transitions, 4, effects);
      /* A chain that is made of paths converts as they do. */
      assert_near (chance, converted / people);
      for (guint c = 0; c < 4; c++)
        g_assert_true (effects[c] > -1e-12 && effects[c] < 1 + 1e-12);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/survival/invariance", test_survival_invariance);
  g_test_add_func ("/stats/survival/complete", test_survival_complete);
  g_test_add_func ("/stats/survival/coverage", test_survival_coverage);
  g_test_add_func ("/stats/survival/risk-without", test_survival_risk);
  g_test_add_func ("/stats/incidence", test_incidence);
  g_test_add_func ("/stats/log-rank/invariance", test_log_rank_invariance);
  g_test_add_func ("/stats/log-rank/null", test_log_rank_null);
  g_test_add_func ("/stats/credit", test_credit);
  g_test_add_func ("/stats/markov", test_markov);

  return g_test_run ();
}
