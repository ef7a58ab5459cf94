/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold of the ratios that verdicts rest on, whatever the strata: symmetry, units, order,
 * and in worlds with a known truth the right share of ranges that hold it. */
#include <math.h>

#include "stats/ink-heterogeneity.h"
#include "stats/ink-joint-model.h"
#include "stats/ink-mantel-haenszel.h"
#include "stats/ink-multiple.h"
#include "stats/ink-poisson-exact.h"
#include "stats/ink-power.h"
#include "stats/ink-rate-ratio.h"
#include "stats/ink-stability.h"
#include "stats/ink-two-shares.h"

#define N_STRATA 12

static void
assert_near (double got,
             double want,
             double tolerance)
{
  if (got != want)
    g_assert_cmpfloat (fabs (got - want), <=, tolerance * MAX (fabs (want), 1));
}

/* A Poisson count by its product of uniform numbers (D. Knuth); small means only. */
static double
draw_count (GRand  *random,
            double  mean)
{
  double product = g_rand_double (random), limit = exp (-mean), count = 0;

  for (; product > limit; count++)
    product *= g_rand_double (random);

  return count;
}

static void
draw_strata (GRand          *random,
             double          ratio,
             InkRateStratum *strata,
             gsize           n)
{
  for (gsize i = 0; i < n; i++)
    {
      double rate = g_rand_double_range (random, 0.001, 0.03);
      double y1 = g_rand_double_range (random, 20, 200), y0 = g_rand_double_range (random, 20, 400);

      strata[i] = (InkRateStratum) { draw_count (random, rate * ratio * y1), y1,
                                     draw_count (random, rate * y0), y0 };
    }
}

static void
assert_same (const InkRateRatio *one,
             const InkRateRatio *two)
{
  assert_near (one->ratio, two->ratio, 1e-9);
  assert_near (one->range.low, two->range.low, 1e-9);
  assert_near (one->range.high, two->range.high, 1e-9);
  assert_near (one->p_value, two->p_value, 1e-9);
  assert_near (one->variance, two->variance, 1e-9);
}

static void
test_rate_ratio_symmetry (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (21);

  for (guint round = 0; round < 300; round++)
    {
      InkRateStratum strata[N_STRATA], back[N_STRATA], hours[N_STRATA], turned[N_STRATA + 2];
      InkRateRatio one, two;

      draw_strata (random, round % 3 == 0 ? 0.02 : 2, strata, N_STRATA);
      for (guint i = 0; i < N_STRATA; i++)
        {
          const InkRateStratum *s = &strata[i];

          back[i] = (InkRateStratum) { s->d0, s->y0, s->d1, s->y1 };
          hours[i] = (InkRateStratum) { s->d1, 24 * s->y1, s->d0, 24 * s->y0 };
          turned[N_STRATA - 1 - i] = *s;
        }
      turned[N_STRATA] = (InkRateStratum) { 3, 5, 0, 0 };
      turned[N_STRATA + 1] = (InkRateStratum) { 0, 0, 3, 5 };
      ink_rate_ratio_estimate (strata, N_STRATA, &one);
      ink_rate_ratio_estimate (back, N_STRATA, &two);
      assert_near (one.ratio, 1 / two.ratio, 1e-9);
      assert_near (one.range.low, 1 / two.range.high, 1e-8);
      assert_near (one.p_value, two.p_value, 1e-9);
      assert_near (one.observed, two.other, 0);
      ink_rate_ratio_estimate (hours, N_STRATA, &two);
      assert_same (&one, &two);
      ink_rate_ratio_estimate (turned, N_STRATA + 2, &two);
      assert_same (&one, &two);
      g_assert_cmpfloat (two.support, <, 1);
      g_assert_cmpuint (two.n_strata, ==, N_STRATA);
    }
}

/* More conversions of exposed people never lower the ratio or its limits. */
static void
test_rate_ratio_monotone (void)
{
  InkRateStratum strata[] = { { 0, 100, 3, 300 }, { 0, 50, 2, 100 } };
  double ratio = -1, low = -1;
  InkRateRatio result;

  for (guint d = 0; d < 40; d++)
    {
      strata[0].d1 = d;
      ink_rate_ratio_estimate (strata, 2, &result);
      g_assert_cmpfloat (result.ratio, >, ratio);
      g_assert_cmpfloat (result.range.low, >=, low);
      g_assert_cmpfloat (result.range.low, <=, result.ratio);
      g_assert_cmpfloat (result.range.high, >=, result.ratio);
      ratio = result.ratio;
      low = result.range.low;
    }
}

/* Nobody, one person, no events, one side only: no ratio, and nothing that spreads. */
static void
test_rate_ratio_edges (void)
{
  const InkRateStratum one_side = { 4, 10, 0, 0 }, one_event = { 1, 2, 0, 3 };
  const InkRateStratum huge = { 1e12, 1e15, 1e12, 2e15 };
  InkRateRatio result;

  ink_rate_ratio_estimate (NULL, 0, &result);
  g_assert_true (isnan (result.ratio) && result.p_value == 1 && result.support == 0);
  ink_rate_ratio_estimate (&one_side, 1, &result);
  g_assert_true (isnan (result.ratio) && result.variance == 0 && result.observed == 0);
  g_assert_true (result.range.low == 0 && isinf (result.range.high));
  ink_rate_ratio_estimate (&one_event, 1, &result);
  g_assert_true (isinf (result.ratio) && isinf (result.range.high) && isinf (result.se));
  assert_near (result.range.low, 0.025 / 0.975 * 1.5, 1e-12);
  ink_rate_ratio_estimate (&huge, 1, &result);
  assert_near (result.ratio, 2, 1e-12);
  assert_near (log (result.range.high / result.ratio), 1.959963984540054 * sqrt (2e-12), 1e-9);
}

/* In one stratum the limit at a zero is the exact one. */
static void
test_zero_limit_is_exact (void)
{
  for (guint64 d = 1; d < 200; d = d * 3 / 2 + 1)
    {
      InkRateStratum none = { 0, 70, (double) d, 30 }, all = { (double) d, 70, 0, 30 };

      assert_near (ink_rate_ratio_zero_limit (&none, 1),
                   ink_two_rates_range (&(InkTwoRates) { 0, 70, d, 30 }).high, 1e-10);
      assert_near (ink_rate_ratio_zero_limit (&all, 1),
                   ink_two_rates_range (&(InkTwoRates) { d, 70, 0, 30 }).low, 1e-10);
    }
}

/* Ranges that hold the truth, and tests that reject where there is nothing. */
static void
test_rate_ratio_coverage (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (22);
  const double truths[] = { 1, 3 };
  const guint worlds = 1500;

  for (guint t = 0; t < G_N_ELEMENTS (truths); t++)
    {
      guint covered = 0, rejected = 0;
      double sum = 0;

      for (guint i = 0; i < worlds; i++)
        {
          InkRateStratum strata[2 * N_STRATA];
          InkRateRatio r;

          draw_strata (random, truths[t], strata, 2 * N_STRATA);
          ink_rate_ratio_estimate (strata, 2 * N_STRATA, &r);
          covered += r.range.low <= truths[t] && truths[t] <= r.range.high;
          rejected += r.p_value <= 0.05;
          sum += r.log_ratio;
        }
      g_assert_cmpfloat (fabs (covered / (double) worlds - 0.95), <, 0.015);
      g_assert_cmpfloat (exp (sum / worlds) / truths[t], >, 0.97);
      g_assert_cmpfloat (exp (sum / worlds) / truths[t], <, 1.03);
      if (truths[t] == 1)
        g_assert_cmpfloat (fabs (rejected / (double) worlds - 0.05), <, 0.015);
    }
}

static void
test_mantel_haenszel (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (guint round = 0; round < 300; round++)
    {
      InkFourfold strata[5], back[5];
      InkCommonRatios one, two;
      InkOddsHomogeneity h;

      for (guint i = 0; i < 5; i++)
        {
          strata[i] = (InkFourfold) { (guint64) g_rand_int_range (random, 0, 9),
                                      (guint64) g_rand_int_range (random, 0, 30),
                                      (guint64) g_rand_int_range (random, 0, 9),
                                      (guint64) g_rand_int_range (random, 0, 30) };
          back[4 - i] = (InkFourfold) { strata[i].c, strata[i].d, strata[i].a, strata[i].b };
        }
      ink_mantel_haenszel (strata, 5, &one);
      ink_mantel_haenszel (back, 5, &two);
      assert_near (one.risk_ratio, 1 / two.risk_ratio, 1e-10);
      assert_near (one.risk_ratio_range.low, 1 / two.risk_ratio_range.high, 1e-10);
      assert_near (one.odds_ratio, 1 / two.odds_ratio, 1e-10);
      assert_near (one.odds_ratio_range.low, 1 / two.odds_ratio_range.high, 1e-10);
      assert_near (one.p_value, two.p_value, 1e-10);
      ink_odds_homogeneity (strata, 5, &h);
      g_assert_cmpfloat (h.tarone, <=, h.breslow_day);
      g_assert_cmpfloat (h.tarone_p, >=, h.breslow_day_p);
      g_assert_true (h.tarone >= 0 && h.tarone_p <= 1);
    }
}

/* Tables that are empty, one-sided or full say nothing, and do not disturb the others. */
static void
test_mantel_haenszel_edges (void)
{
  const InkFourfold strata[] = { { 10, 10, 5, 15 }, { 0, 0, 0, 0 }, { 7, 3, 0, 0 }, { 0, 0, 2, 2 },
                                 { 1, 0, 0, 0 } };
  const InkFourfold everyone = { 9, 0, 11, 0 };
  InkCommonRatios one, all;
  InkOddsHomogeneity h;

  ink_mantel_haenszel (strata, 1, &one);
  ink_mantel_haenszel (strata, G_N_ELEMENTS (strata), &all);
  g_assert_cmpmem (&one, sizeof one, &all, sizeof all);
  ink_mantel_haenszel (&everyone, 1, &one);
  assert_near (one.risk_ratio, 1, 0);
  assert_near (one.risk_ratio_range.high, 1, 0);
  g_assert_true (isnan (one.odds_ratio) && one.p_value == 1);
  ink_odds_homogeneity (&everyone, 1, &h);
  g_assert_true (h.tarone == 0 && h.tarone_p == 1 && h.df == 0);
  ink_mantel_haenszel (NULL, 0, &one);
  g_assert_true (isnan (one.risk_ratio) && one.p_value == 1 && one.risk_ratio_range.low == 0);
}

static void
draw_cells (GRand        *random,
            InkJointCell *cells,
            gsize         n,
            guint         n_micros)
{
  for (gsize i = 0; i < n; i++)
    {
      double days = g_rand_double_range (random, 10, 300);
      guint64 done = g_rand_int (random) & ((1u << n_micros) - 1);

      cells[i] = (InkJointCell) { i / 4, done, draw_count (random, days * (done & 1 ? 0.06 : 0.02)),
                                  days };
    }
}

/* Days of a whole stratum and the order of micros do not matter; a stronger prior pulls to 1. */
static void
test_joint_model (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (24);
  double b[64], s[64], other[64], other_s[64], before = INFINITY;
  InkJointCell cells[200], changed[200];

  draw_cells (random, cells, 200, 5);
  g_assert_cmpuint (ink_joint_model_find_micros (cells, 200), ==, 31);
  g_assert_true (ink_joint_model_fit (cells, 200, 31, 1, NULL, b, s));
  g_assert_cmpfloat (fabs (b[0] - log (3)), <, 3 * s[0]);
  for (guint i = 0; i < 200; i++)
    {
      changed[i] = cells[i];
      changed[i].days *= 1 + (double) cells[i].stratum;
      changed[i].done = cells[i].done << 59;
    }
  g_assert_true (ink_joint_model_fit (changed, 200, G_GUINT64_CONSTANT (31) << 59, 1, NULL, other,
                                      other_s));
  for (guint k = 0; k < 5; k++)
    {
      assert_near (other[59 + k], b[k], 1e-9);
      assert_near (other_s[59 + k], s[k], 1e-9);
      g_assert_true (other[k] == 0 && isinf (other_s[k]));
    }
  for (double lambda = 0; lambda < 100; lambda = 3 * lambda + 0.1)
    {
      g_assert_true (ink_joint_model_fit (cells, 200, 31, lambda, NULL, b, s));
      g_assert_cmpfloat (fabs (b[0]), <, before);
      before = fabs (b[0]);
    }
}

/* One micro alone, in one stratum, without a prior: the crude ratio and its error. */
static void
test_joint_model_alone (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (25);
  double b[64], s[64];

  for (guint round = 0; round < 50; round++)
    {
      double d1 = 1 + draw_count (random, 8), d0 = 1 + draw_count (random, 8);
      InkJointCell cells[] = { { 7, 0, d0, 30 }, { 7, 8, d1, 12 } };
      InkRateRatio crude;

      ink_rate_ratio_estimate (&(InkRateStratum) { d1, 12, d0, 30 }, 1, &crude);
      g_assert_true (ink_joint_model_fit (cells, 2, 8, 0, NULL, b, s));
      assert_near (b[3], crude.log_ratio, 1e-9);
      assert_near (s[3], sqrt (1 / d1 + 1 / d0), 1e-9);
    }
}

static void
test_joint_model_edges (void)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  const InkJointCell given_away[] = { { 0, 1, 5, 10 }, { 0, 0, 0, 10 } };
  const InkJointCell no_choice[] = { { 0, 1, 5, 10 }, { 0, 1, 0, 10 }, { 1, 0, 2, 3 } };
  double b[64] = { 9 }, s[64];

  g_assert_false (ink_joint_model_fit (given_away, 2, 1, 0, NULL, b, s));
  g_assert_cmpfloat (b[0], ==, 9);
  g_assert_true (ink_joint_model_fit (given_away, 2, 1, 1, NULL, b, s));
  g_assert_true (b[0] > 0 && b[0] < 5 && s[0] < 1);
  g_assert_true (ink_joint_model_fit (no_choice, 3, 1, 1, NULL, b, s));
  assert_near (b[0], 0, 0);
  assert_near (s[0], 1, 1e-12);
  g_assert_true (ink_joint_model_fit (NULL, 0, 0, 1, NULL, b, s));
  g_assert_cmpuint (ink_joint_model_find_micros (NULL, 0), ==, 0);
  g_cancellable_cancel (cancelled);
  g_assert_false (ink_joint_model_fit (given_away, 2, 1, 1, cancelled, b, s));
}

static double
draw_normal (GRand *random)
{
  return sqrt (-2 * log (1 - g_rand_double (random))) * cos (2 * G_PI * g_rand_double (random));
}

/* Turned round, shifted, shuffled; and where personas agree, no test cries out too often. */
static void
test_heterogeneity (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (26);
  guint by_q = 0, by_gail_simon = 0;
  const guint worlds = 2000;

  for (guint round = 0; round < worlds; round++)
    {
      double b[4], minus[4], shifted[4], s[4];
      InkHeterogeneity one, two;

      for (guint i = 0; i < 4; i++)
        {
          s[i] = g_rand_double_range (random, 0.1, 0.6);
          b[i] = s[i] * draw_normal (random);
          minus[i] = -b[i];
          shifted[i] = b[i] + 3;
        }
      ink_heterogeneity (b, s, 4, &one);
      ink_heterogeneity (minus, s, 4, &two);
      assert_near (one.gail_simon_p, two.gail_simon_p, 1e-12);
      assert_near (one.q_plus, two.q_minus, 1e-12);
      assert_near (one.q, two.q, 1e-12);
      ink_heterogeneity (shifted, s, 4, &two);
      assert_near (two.q, one.q, 1e-9);
      assert_near (two.pooled, one.pooled + 3, 1e-9);
      g_assert_true (one.i_square >= 0 && one.i_square < 100);
      by_q += one.q_p <= 0.05;
      by_gail_simon += one.gail_simon_p <= 0.05;
    }
  g_assert_cmpfloat (fabs (by_q / (double) worlds - 0.05), <, 0.015);
  /* Where all are the same it is stricter than it says: its worst case is one strong effect. */
  g_assert_cmpfloat (by_gail_simon / (double) worlds, <, 0.05);
  g_assert_true (ink_is_simpson (1, (double[]) { -1, -0.1 }, 2));
  g_assert_false (ink_is_simpson (1, (double[]) { -1, 0.1 }, 2));
  g_assert_false (ink_is_simpson (1, (double[]) { -1 }, 1));
  g_assert_false (ink_is_simpson (0, (double[]) { -1, -1 }, 2));
}

/* The published 5 % points of Gail and Simon, to their two digits. */
static void
test_gail_simon_points (void)
{
  const double points[] = { 2.71, 4.23, 5.43, 6.50 };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      double b[5], s[5];
      InkHeterogeneity h;

      for (guint j = 0; j < i + 2; j++)
        {
          b[j] = j == 0 ? -sqrt (points[i]) : 10;
          s[j] = 1;
        }
      ink_heterogeneity (b, s, i + 2, &h);
      g_assert_cmpfloat (fabs (h.gail_simon_p - 0.05), <, 2e-4);
    }
}

/* The step-up rule by its definition: which are found at 5 %, and that order does not matter. */
static void
test_multiple (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (27);

  for (guint round = 0; round < 500; round++)
    {
      double p[15], q[15], holm[15];
      guint n = (guint) g_rand_int_range (random, 1, 16), most = 0;

      for (guint i = 0; i < n; i++)
        p[i] = pow (g_rand_double (random), 3) * (i % 4 == 0 ? 1 : 0.1);
      ink_benjamini_hochberg (p, n, q);
      ink_holm (p, n, holm);
      for (guint i = 0; i < n; i++)
        {
          guint rank = 0;

          for (guint j = 0; j < n; j++)
            rank += p[j] <= p[i];
          if (p[i] <= 0.05 * rank / n)
            most = MAX (most, rank);
        }
      for (guint i = 0; i < n; i++)
        {
          guint rank = 0;

          for (guint j = 0; j < n; j++)
            rank += p[j] <= p[i];
          g_assert_cmpint (q[i] <= 0.05, ==, rank <= most);
          g_assert_true (q[i] >= p[i] * (1 - 1e-12) && q[i] <= 1);
          g_assert_true (holm[i] >= q[i] * (1 - 1e-12) && holm[i] <= 1);
        }
      ink_benjamini_hochberg (p, n, p);
      g_assert_cmpmem (p, n * sizeof *p, q, n * sizeof *q);
    }
}

static void
test_power (void)
{
  double needed = ink_power_needed_variance (), people = INFINITY;

  assert_near (needed, 47.7, 1e-3);
  assert_near (ink_power_more_people (1234, needed / 2), 1300, 0);
  assert_near (ink_power_more_people (1000, needed / 2), 1000, 0);
  assert_near (ink_power_more_people (7, needed / 2), 7, 0);
  assert_near (ink_power_more_people (101, needed / 2), 110, 0);
  assert_near (ink_power_more_people (500, needed), 0, 0);
  g_assert_true (isinf (ink_power_more_people (500, 0)));
  for (double p2 = 0.06; p2 < 1; p2 += 0.05)
    {
      g_assert_cmpfloat (ink_power_people (0.05, p2, 0.8), <, people);
      people = ink_power_people (0.05, p2, 0.8);
      assert_near (ink_power_people (p2, 0.05, 0.8), people, 1e-12);
    }
  assert_near (ink_power_events (2, 0.3, 0.8), ink_power_events (0.5, 0.7, 0.8), 1e-12);
  g_assert_true (isinf (ink_power_events (2, 0, 0.8)));
}

static void
test_stability (void)
{
  gint64 odd[] = { 5, 1, 9 }, even[] = { 4, 1, 9, 3 }, one[] = { 7 };
  InkRateRatio early = { .observed = 5 }, late = { .expected = 5, .ratio = 1 };

  g_assert_cmpint (ink_stability_cut (odd, 3), ==, 5);
  g_assert_cmpint (ink_stability_cut (even, 4), ==, 3);
  g_assert_cmpint (ink_stability_cut (one, 1), ==, 7);
  g_assert_true (ink_is_fading (&early, &late));
  late.ratio = 1.01;
  g_assert_false (ink_is_fading (&early, &late));
  late.ratio = NAN;
  g_assert_false (ink_is_fading (&early, &late));
  late.ratio = 0;
  early.observed = 4;
  g_assert_false (ink_is_fading (&early, &late));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/rate-ratio/symmetry", test_rate_ratio_symmetry);
  g_test_add_func ("/stats/rate-ratio/monotone", test_rate_ratio_monotone);
  g_test_add_func ("/stats/rate-ratio/edges", test_rate_ratio_edges);
  g_test_add_func ("/stats/rate-ratio/zero-limit", test_zero_limit_is_exact);
  g_test_add_func ("/stats/rate-ratio/coverage", test_rate_ratio_coverage);
  g_test_add_func ("/stats/mantel-haenszel/symmetry", test_mantel_haenszel);
  g_test_add_func ("/stats/mantel-haenszel/edges", test_mantel_haenszel_edges);
  g_test_add_func ("/stats/joint-model/invariance", test_joint_model);
  g_test_add_func ("/stats/joint-model/alone", test_joint_model_alone);
  g_test_add_func ("/stats/joint-model/edges", test_joint_model_edges);
  g_test_add_func ("/stats/heterogeneity", test_heterogeneity);
  g_test_add_func ("/stats/heterogeneity/gail-simon", test_gail_simon_points);
  g_test_add_func ("/stats/multiple", test_multiple);
  g_test_add_func ("/stats/power", test_power);
  g_test_add_func ("/stats/stability", test_stability);

  return g_test_run ();
}
