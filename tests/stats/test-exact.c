/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What must hold of distributions, exact tests and ranges of shares whatever the numbers: brute force
 * for small ones, symmetry for all, coverage added up over every outcome. */
#include <float.h>
#include <math.h>

#include "stats/ink-beta.h"
#include "stats/ink-discrete.h"
#include "stats/ink-fourfold.h"
#include "stats/ink-gamma.h"
#include "stats/ink-normal.h"
#include "stats/ink-poisson-exact.h"
#include "stats/ink-root.h"
#include "stats/ink-two-shares.h"
#include "stats/ink-wilson.h"

#define HUGE_COUNT G_GUINT64_CONSTANT (10000000000)

static void
assert_near (double got,
             double want,
             double tolerance)
{
  if (got != want)
    g_assert_cmpfloat (fabs (got - want), <=, tolerance * MAX (fabs (want), DBL_MIN));
}

/* Of numbers that were got as differences. */
static void
assert_close (double got,
              double want)
{
  g_assert_cmpfloat (fabs (got - want), <=, 1e-12);
}

static double
cube_less_two (double        x,
               gconstpointer data)
{
  return x * x * x - 2;
}

static double
step_at_third (double        x,
               gconstpointer data)
{
  return x < 1.0 / 3 ? -INFINITY : 1;
}

static void
test_root (void)
{
  assert_near (ink_root (cube_less_two, NULL, -1e6, 1e9), cbrt (2), 1e-15);
  assert_near (ink_root (cube_less_two, NULL, 1e9, -1e6), cbrt (2), 1e-15);
  assert_near (ink_root (step_at_third, NULL, 0, 1), 1.0 / 3, 1e-14);
  /* No crossing: the nearer end. */
  g_assert_cmpfloat (ink_root (cube_less_two, NULL, 2, 3), ==, 2);
  g_assert_cmpfloat (ink_root (cube_less_two, NULL, -3, 1), ==, 1);
}

static void
test_normal (void)
{
  for (double p = 1e-300; p < 0.5; p *= 3.7)
    {
      assert_near (ink_normal_upper (-ink_normal_quantile (p)), p, 1e-11);
      assert_near (ink_normal_two_sided (ink_normal_quantile (p)), 2 * p, 1e-11);
    }
  for (double p = 0.001; p < 0.4995; p += 0.001)
    assert_near (ink_normal_quantile (p), -ink_normal_quantile (1 - p), 1e-11);
  g_assert_true (isinf (ink_normal_quantile (0)) && isinf (ink_normal_quantile (1)));
}

/* Against the finite sum that whole numbers allow, in tails that are far from 1. */
static void
test_gamma (void)
{
  const double means[] = { 1e-8, 0.3, 1, 7.5, 40, 300, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      double sum = 0;

      for (double k = 0; k < 2 * means[i] + 40; k++)
        {
          sum += exp (k * log (means[i]) - means[i] - ink_log_gamma (k + 1));
          assert_near (ink_poisson_lower (k, means[i]), MIN (sum, 1), 1e-10);
          assert_close (ink_poisson_density (k, means[i]),
                        ink_poisson_lower (k, means[i]) - ink_poisson_lower (k - 1, means[i]));
        }
      for (double q = 1e-12; q < 1; q = q < 0.1 ? q * 10 : q + 0.09)
        assert_near (ink_gamma_upper (3.3 + i, ink_gamma_upper_quantile (q, 3.3 + i)), q, 1e-12);
    }
  /* Chi-square with two degrees is exponential; one degree is a squared normal. */
  for (double x = 0.001; x < 1400; x *= 1.7)
    {
      assert_near (ink_chi_square_upper (x, 2), exp (-x / 2), 1e-13);
      assert_near (ink_gamma_upper (0.5, x / 2), ink_chi_square_upper (x, 1), 1e-12);
    }
  assert_near (ink_gamma_upper (1e9, 1e9), 0.5, 1e-4);
  g_assert_cmpfloat (ink_gamma_upper (2, INFINITY), ==, 0);
}

static void
test_beta (void)
{
  const double shapes[] = { 0.3, 1, 2.5, 40, 1000, 1e6 };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shapes); j++)
      for (double p = 1e-9; p < 1; p = p < 0.1 ? p * 10 : p + 0.2)
        {
          double a = shapes[i], b = shapes[j], x = ink_beta_quantile (p, a, b);

          if (x < 1e-290 || 1 - x < 1e-6)
            continue;
          assert_near (ink_beta_lower (x, a, b), p, 1e-7);
          assert_near (ink_beta_lower (x, a, b) + ink_beta_upper (x, a, b), 1, 1e-10);
          assert_near (ink_beta_upper (1 - x, b, a), ink_beta_lower (1 - (1 - x), a, b), 1e-9);
        }
  for (double n = 1; n < 60; n += 7)
    {
      double sum = 0;

      for (double k = 0; k <= n; k++)
        {
          sum += ink_binomial_density (k, n, 0.3);
          assert_near (ink_binomial_lower (k, n, 0.3), sum, 1e-12);
        }
    }
}

/* The definition, term by term, without a thought for size. */
static double
brute_two_sided (const InkDiscreteLaw *law,
                 double                k)
{
  double sum = 0, limit = law->density (law, k) * (1 + 1e-7);

  for (double j = law->low; j <= law->high; j++)
    if (law->density (law, j) <= limit)
      sum += law->density (law, j);

  return MIN (sum, 1);
}

static void
check_law (const InkDiscreteLaw *law)
{
  double sum = 0;

  for (double k = law->low; k <= law->high; k++)
    {
      sum += law->density (law, k);
      assert_near (ink_discrete_lower (law, k), sum, 1e-11);
      assert_close (ink_discrete_upper (law, k), 1 - sum + law->density (law, k));
      assert_near (ink_discrete_two_sided (law, k), brute_two_sided (law, k), 1e-11);
      g_assert_cmpfloat (law->density (law, k), <=, law->density (law, law->mode) * (1 + 1e-12));
    }
  assert_near (sum, 1, 1e-12);
  g_assert_cmpfloat (ink_discrete_lower (law, law->low - 1), ==, 0);
  g_assert_cmpfloat (ink_discrete_upper (law, law->high + 1), ==, 0);
}

static void
test_discrete (void)
{
  for (double marked = 0; marked <= 9; marked++)
    for (double others = 0; others <= 9; others++)
      for (double drawn = 0; drawn <= marked + others; drawn++)
        {
          InkDiscreteLaw law = ink_discrete_hypergeometric (marked, others, drawn);

          check_law (&law);
        }
  for (double n = 0; n <= 24; n += 3)
    for (double p = 0.05; p < 1; p += 0.15)
      {
        InkDiscreteLaw law = ink_discrete_binomial (n, p);

        check_law (&law);
      }
}

static InkFourfold
random_table (GRand *random,
              int    most)
{
  return (InkFourfold) { (guint64) g_rand_int_range (random, 0, most),
                         (guint64) g_rand_int_range (random, 0, most),
                         (guint64) g_rand_int_range (random, 0, most),
                         (guint64) g_rand_int_range (random, 0, most) };
}

static void
test_fourfold_symmetry (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 2000; i++)
    {
      InkFourfold t = random_table (random, i % 2 ? 8 : 400);
      InkFourfold turned = { t.a, t.c, t.b, t.d }, other = { t.c, t.d, t.a, t.b };
      InkFourfoldTests one, two, three;

      ink_fourfold_test (&t, &one);
      ink_fourfold_test (&turned, &two);
      ink_fourfold_test (&other, &three);
      assert_near (one.fisher, two.fisher, 1e-9);
      assert_near (one.fisher, three.fisher, 1e-9);
      g_assert_cmpfloat (one.fisher, <=, 1);
      g_assert_cmpfloat (one.fisher, >=, 0);
      if (isnan (one.phi))
        continue;
      assert_near (one.mid_p, three.mid_p, 1e-8);
      assert_near (one.phi, -three.phi, 1e-12);
      assert_near (one.chi_square_p, two.chi_square_p, 1e-10);
      g_assert_cmpfloat (one.mid_p, <=, 1);
      g_assert_cmpfloat (fabs (one.phi), <=, 1 + 1e-12);
    }
}

/* Counts far beyond any file are answered at once, and rightly. */
static void
test_fourfold_huge (void)
{
  InkFourfold even = { HUGE_COUNT, HUGE_COUNT, HUGE_COUNT, HUGE_COUNT };
  InkFourfold uneven = { HUGE_COUNT, HUGE_COUNT, HUGE_COUNT + 200000, HUGE_COUNT - 200000 };
  InkFourfoldTests tests;

  ink_fourfold_test (&even, &tests);
  g_assert_cmpfloat (tests.fisher, ==, 1);
  assert_near (tests.fisher_greater, 0.5, 1e-5);
  ink_fourfold_test (&uneven, &tests);
  assert_near (tests.fisher, tests.chi_square_p, 1e-4);
  assert_near (tests.mid_p, tests.chi_square_p, 1e-4);
}

static void
test_two_shares_symmetry (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint i = 0; i < 600; i++)
    {
      guint64 n1 = (guint64) g_rand_int_range (random, 1, 300);
      guint64 n2 = (guint64) g_rand_int_range (random, 1, 300);
      InkTwoShares s = { (guint64) g_rand_int_range (random, 0, (int) n1 + 1), n1,
                         (guint64) g_rand_int_range (random, 0, (int) n2 + 1), n2 };
      InkTwoShares back = { s.x2, s.n2, s.x1, s.n1 };
      InkInterval one, two;
      double ratio = ink_risk_ratio (&s);

      for (InkRiskRatioMethod m = INK_RISK_RATIO_MIETTINEN_NURMINEN; m <= INK_RISK_RATIO_KOOPMAN; m++)
        {
          one = ink_risk_ratio_range (&s, m);
          two = ink_risk_ratio_range (&back, m);
          assert_near (one.low, 1 / two.high, 1e-8);
          assert_near (one.high, 1 / two.low, 1e-8);
          g_assert_true (isnan (ratio) || (one.low <= ratio && ratio <= one.high));
        }
      one = ink_share_difference_range (&s);
      two = ink_share_difference_range (&back);
      assert_near (one.low, -two.high, 1e-12);
      g_assert_cmpfloat (one.low, <=, ink_share_difference (&s));
      g_assert_cmpfloat (one.high, >=, ink_share_difference (&s));
      assert_near (ink_odds_ratio (&s, TRUE, &one), 1 / ink_odds_ratio (&back, TRUE, &two), 1e-12);
      assert_near (one.low, 1 / two.high, 1e-12);
    }
}

/* The more people, the narrower; nobody at all, no range. */
static void
test_two_shares_scale (void)
{
  double width = INFINITY;
  InkTwoShares nobody = { 0, 0, 3, 9 };
  InkInterval range;

  for (guint64 times = 1; times < 1000000000; times *= 10)
    {
      InkTwoShares s = { 3 * times, 20 * times, 1 * times, 20 * times };

      range = ink_risk_ratio_range (&s, INK_RISK_RATIO_MIETTINEN_NURMINEN);
      g_assert_cmpfloat (range.low, <, 3);
      g_assert_cmpfloat (range.high, >, 3);
      g_assert_cmpfloat (log (range.high / range.low), <, width);
      width = log (range.high / range.low);
    }
  g_assert_cmpfloat (width, <, 1e-3);
  range = ink_risk_ratio_range (&nobody, INK_RISK_RATIO_MIETTINEN_NURMINEN);
  g_assert_true (isnan (range.low) && isnan (range.high) && isnan (ink_risk_ratio (&nobody)));
}

static void
test_sample_ratio (void)
{
  /* 60 of 100: 10²/50 + 10²/50 = 4. */
  assert_near (ink_sample_ratio_p (60, 40, 0.5), erfc (sqrt (2)), 1e-13);
  assert_near (ink_sample_ratio_p (40, 60, 0.5), erfc (sqrt (2)), 1e-13);
  assert_near (ink_sample_ratio_p (90, 10, 0.9), 1, 1e-7);
  g_assert_cmpfloat (ink_sample_ratio_p (5300, 4700, 0.5), <, 0.001);
  g_assert_cmpfloat (ink_sample_ratio_p (0, 0, 0.5), ==, 1);
}

/* Every outcome of two groups of 20, each with its probability: no luck in it. */
static double
coverage_of_risk_ratio (double p1,
                        double p2,
                        const InkInterval ranges[21][21])
{
  double sum = 0;

  for (guint x1 = 0; x1 <= 20; x1++)
    for (guint x2 = 0; x2 <= 20; x2++)
      if (ranges[x1][x2].low <= p1 / p2 && p1 / p2 <= ranges[x1][x2].high)
        sum += ink_binomial_density (x1, 20, p1) * ink_binomial_density (x2, 20, p2);

  return sum;
}

static void
test_coverage (void)
{
  InkInterval ranges[21][21];
  double mean = 0, wilson = 0, least_exact = 1;
  guint n = 0;

  for (guint x1 = 0; x1 <= 20; x1++)
    for (guint x2 = 0; x2 <= 20; x2++)
      ranges[x1][x2] = ink_risk_ratio_range (&(InkTwoShares) { x1, 20, x2, 20 },
                                             INK_RISK_RATIO_MIETTINEN_NURMINEN);
  for (double p1 = 0.1; p1 < 0.95; p1 += 0.1)
    for (double p2 = 0.1; p2 < 0.95; p2 += 0.1, n++)
      mean += coverage_of_risk_ratio (p1, p2, ranges);
  g_assert_cmpfloat (mean / n, >, 0.945);
  g_assert_cmpfloat (mean / n, <, 0.975);
  n = 0;
  for (double p = 0.005; p < 1; p += 0.005, n++)
    {
      double covered = 0, exact = 0;

      for (guint x = 0; x <= 30; x++)
        {
          InkInterval w = ink_wilson_range (x, 30, 0.95), e = ink_exact_share_range (x, 30, 0.95);

          covered += w.low <= p && p <= w.high ? ink_binomial_density (x, 30, p) : 0;
          exact += e.low <= p && p <= e.high ? ink_binomial_density (x, 30, p) : 0;
        }
      wilson += covered;
      least_exact = MIN (least_exact, exact);
    }
  g_assert_cmpfloat (fabs (wilson / n - 0.95), <, 0.01);
  g_assert_cmpfloat (least_exact, >=, 0.95);
}

static void
test_rates (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (13);

  for (guint i = 0; i < 300; i++)
    {
      InkTwoRates r = { (guint64) g_rand_int_range (random, 0, 30), g_rand_double_range (random, 1, 9),
                        (guint64) g_rand_int_range (random, 0, 30), g_rand_double_range (random, 1, 9) };
      InkTwoRates back = { r.d0, r.y0, r.d1, r.y1 }, hours = { r.d1, r.y1 * 24, r.d0, r.y0 * 24 };
      InkInterval one = ink_two_rates_range (&r), two = ink_two_rates_range (&back);

      assert_near (one.low, 1 / two.high, 1e-9);
      assert_near (ink_two_rates_p (&r), ink_two_rates_p (&back), 1e-7);
      assert_near (ink_two_rates_p (&r), ink_two_rates_p (&hours), 1e-9);
      assert_near (ink_two_rates_mid_p (&r), ink_two_rates_mid_p (&back), 1e-9);
      g_assert_cmpfloat (one.low, <=, one.high);
      g_assert_cmpfloat (ink_exact_rate_range (r.d1, 2).high, <, ink_exact_rate_range (r.d1 + 1, 2).high);
    }
  for (double mean = 0.2; mean < 12; mean += 0.3)
    {
      double covered = 0;

      for (guint d = 0; d < 60; d++)
        if (ink_exact_rate_range (d, 1).low <= mean && mean <= ink_exact_rate_range (d, 1).high)
          covered += ink_poisson_density (d, mean);
      g_assert_cmpfloat (covered, >=, 0.95);
    }
  g_assert_true (isnan (ink_two_rates_p (&(InkTwoRates) { 1, 0, 1, 1 })));
  assert_near (ink_exact_rate_range (HUGE_COUNT, (double) HUGE_COUNT).high, 1 + 1.96e-5, 1e-7);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/root", test_root);
  g_test_add_func ("/stats/normal", test_normal);
  g_test_add_func ("/stats/gamma", test_gamma);
  g_test_add_func ("/stats/beta", test_beta);
  g_test_add_func ("/stats/discrete", test_discrete);
  g_test_add_func ("/stats/fourfold/symmetry", test_fourfold_symmetry);
  g_test_add_func ("/stats/fourfold/huge", test_fourfold_huge);
  g_test_add_func ("/stats/two-shares/symmetry", test_two_shares_symmetry);
  g_test_add_func ("/stats/two-shares/scale", test_two_shares_scale);
  g_test_add_func ("/stats/two-shares/sample-ratio", test_sample_ratio);
  g_test_add_func ("/stats/coverage", test_coverage);
  g_test_add_func ("/stats/rates", test_rates);

  return g_test_run ();
}
