/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-mantel-haenszel.h"

#include "stats/ink-gamma.h"
#include "stats/ink-rate-ratio.h"

/* A table with its sums: rows r1, r2 (exposed or not), columns k1, k2 (converted or not). */
typedef struct
{
  double a, b, c, d;
  double r1, r2, k1, k2, n;
} Table;

static Table
read_table (const InkFourfold *f)
{
  Table t = { (double) f->a, (double) f->b, (double) f->c, (double) f->d };

  t.r1 = t.a + t.b;
  t.r2 = t.c + t.d;
  t.k1 = t.a + t.c;
  t.k2 = t.b + t.d;
  t.n = t.r1 + t.r2;

  return t;
}

typedef struct
{
  double risk_over, risk_under, risk_variance;
  double odds_over, odds_under;
  double pr, ps_qr, qs;
  double cmh_variance;
} Sums;

static void
add_table (Sums            *sums,
           InkCommonRatios *result,
           const Table     *t)
{
  double r = t->a * t->d / t->n, s = t->b * t->c / t->n;
  double p = (t->a + t->d) / t->n, q = (t->b + t->c) / t->n;

  result->observed += t->a;
  result->expected += t->k1 * t->r1 / t->n;
  result->other += t->c;
  sums->risk_over += t->a * t->r2 / t->n;
  sums->risk_under += t->c * t->r1 / t->n;
  sums->risk_variance += (t->k1 * (t->r1 / t->n) * t->r2 - t->a * t->c) / t->n;
  sums->odds_over += r;
  sums->odds_under += s;
  sums->pr += p * r;
  sums->ps_qr += p * s + q * r;
  sums->qs += q * s;
  sums->cmh_variance += t->r1 / t->n * (t->r2 / t->n) * t->k1 * (t->k2 / (t->n - 1));
}

/* Rows stand for days: the probability of a zero is the same but for the chance of two at once. */
static double
zero_limit (const InkFourfold *strata,
            gsize              n_strata)
{
  g_autofree InkRateStratum *rates = g_new (InkRateStratum, MAX (n_strata, 1));

  for (gsize i = 0; i < n_strata; i++)
    {
      Table t = read_table (&strata[i]);

      rates[i] = (InkRateStratum) { t.a, t.r1, t.c, t.r2 };
    }

  return ink_rate_ratio_zero_limit (rates, n_strata);
}

static void
finish_risk_ratio (const Sums        *sums,
                   const InkFourfold *strata,
                   gsize              n_strata,
                   InkCommonRatios   *result)
{
  double over = sums->risk_over, under = sums->risk_under;

  result->risk_ratio = over / under;
  result->log_risk_ratio_se = INFINITY;
  result->risk_ratio_range = (InkInterval) { 0, INFINITY };
  if (over > 0 && under > 0)
    {
      result->log_risk_ratio_se = sqrt (MAX (sums->risk_variance, 0) / (over * under));
      result->risk_ratio_range = ink_interval_of_log (log (result->risk_ratio),
                                                      result->log_risk_ratio_se);
    }
  else if (over > 0)
    result->risk_ratio_range.low = zero_limit (strata, n_strata);
  else if (under > 0)
    result->risk_ratio_range.high = zero_limit (strata, n_strata);
}

static void
finish_odds_ratio (const Sums      *sums,
                   InkCommonRatios *result)
{
  double r = sums->odds_over, s = sums->odds_under;

  result->odds_ratio = r / s;
  result->log_odds_ratio_se = INFINITY;
  result->odds_ratio_range = (InkInterval) { 0, INFINITY };
  if (r > 0 && s > 0)
    {
      double variance = sums->pr / (2 * r * r) + sums->ps_qr / (2 * r * s) + sums->qs / (2 * s * s);

      result->log_odds_ratio_se = sqrt (variance);
      result->odds_ratio_range = ink_interval_of_log (log (result->odds_ratio),
                                                      result->log_odds_ratio_se);
    }
}

void
ink_mantel_haenszel (const InkFourfold *strata,
                     gsize              n_strata,
                     InkCommonRatios   *result)
{
  Sums sums = { 0 };
  double excess;

  g_return_if_fail (strata != NULL || n_strata == 0);
  g_return_if_fail (result != NULL);

  *result = (InkCommonRatios) { 0 };
  for (gsize i = 0; i < n_strata; i++)
    {
      Table t = read_table (&strata[i]);

      if (t.r1 > 0 && t.r2 > 0)
        add_table (&sums, result, &t);
    }
  finish_risk_ratio (&sums, strata, n_strata, result);
  finish_odds_ratio (&sums, result);
  excess = result->observed - result->expected;
  result->chi_square = sums.cmh_variance > 0 ? excess * excess / sums.cmh_variance : 0;
  result->p_value = ink_chi_square_upper (result->chi_square, 1);
}

/* The a that a table with these sums would have at this odds ratio: the root, within what its sums
 * allow, of a (k2 - r1 + a) = ratio (r1 - a) (k1 - a). */
static double
expected_at (const Table *t,
             double       ratio)
{
  double u = ratio - 1, v = t->k2 - t->r1 + ratio * (t->r1 + t->k1), w = ratio * t->k1 * t->r1;
  double root = sqrt (MAX (v * v - 4 * u * w, 0));

  /* Of u a² - v a + w = 0, in the form that takes no difference of near numbers; u < 0 with v. */
  return v < 0 ? (v - root) / (2 * u) : 2 * w / (v + root);
}

void
ink_odds_homogeneity (const InkFourfold  *strata,
                      gsize               n_strata,
                      InkOddsHomogeneity *result)
{
  InkCommonRatios common;
  double excess = 0, variance = 0;
  guint n = 0;

  g_return_if_fail (strata != NULL || n_strata == 0);
  g_return_if_fail (result != NULL);

  *result = (InkOddsHomogeneity) { 0, 1, 0, 1, 0 };
  ink_mantel_haenszel (strata, n_strata, &common);
  if (isinf (common.log_odds_ratio_se))
    return;
  for (gsize i = 0; i < n_strata; i++)
    {
      Table t = read_table (&strata[i]);
      double a, v;

      if (t.r1 == 0 || t.r2 == 0 || t.k1 == 0 || t.k2 == 0)
        continue;
      a = expected_at (&t, common.odds_ratio);
      v = 1 / (1 / a + 1 / (t.r1 - a) + 1 / (t.k1 - a) + 1 / (t.k2 - t.r1 + a));
      result->breslow_day += (t.a - a) * (t.a - a) / v;
      excess += t.a - a;
      variance += v;
      n++;
    }
  if (n < 2)
    {
      result->breslow_day = 0;
      return;
    }
  result->df = n - 1;
  result->tarone = MAX (result->breslow_day - excess * excess / variance, 0);
  result->breslow_day_p = ink_chi_square_upper (result->breslow_day, result->df);
  result->tarone_p = ink_chi_square_upper (result->tarone, result->df);
}
