/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cases of reference files about shares, tables and rates. */
#include "stats/ink-reference.h"

#include <math.h>

#include "stats/ink-beta.h"
#include "stats/ink-discrete.h"
#include "stats/ink-fourfold.h"
#include "stats/ink-gamma.h"
#include "stats/ink-heterogeneity.h"
#include "stats/ink-mantel-haenszel.h"
#include "stats/ink-multiple.h"
#include "stats/ink-normal.h"
#include "stats/ink-poisson-exact.h"
#include "stats/ink-rate-ratio.h"
#include "stats/ink-two-shares.h"
#include "stats/ink-wilson.h"

static void
check_interval (InkReference *reference,
                const char   *name,
                InkInterval   range)
{
  ink_reference_check_array (reference, name, (double[]) { range.low, range.high }, 2);
}

static guint64
count (InkReference *reference,
       const char   *name)
{
  double number = ink_reference_number (reference, name);

  return number >= 0 ? (guint64) number : 0;
}

static void
run_proportion (InkReference *reference)
{
  guint64 x = count (reference, "x"), n = count (reference, "n");
  double level = ink_reference_number (reference, "level");

  ink_reference_check (reference, "rate", (double) x / (double) n);
  check_interval (reference, "wilson", ink_wilson_range (x, n, level));
  check_interval (reference, "exact", ink_exact_share_range (x, n, level));
}

/* One function of `special`, with its arguments by place. */
typedef struct
{
  const char *name;
  const char *arguments[4];
  double (*one) (double);
  double (*two) (double, double);
  double (*three) (double, double, double);
} Special;

static double
hypergeometric (const double *arguments)
{
  InkDiscreteLaw law = ink_discrete_hypergeometric (arguments[1], arguments[2], arguments[3]);

  return arguments[0] < law.low || arguments[0] > law.high ? 0 : law.density (&law, arguments[0]);
}

static const Special specials[] = {
  { "qnorm", { "p" }, .one = ink_normal_quantile },
  { "pnorm_upper", { "x" }, .one = ink_normal_upper },
  { "lgamma", { "x" }, .one = ink_log_gamma },
  { "pchisq_upper", { "x", "df" }, .two = ink_chi_square_upper },
  { "ppois", { "k", "mu" }, .two = ink_poisson_lower },
  { "pbinom", { "k", "n", "p" }, .three = ink_binomial_lower },
  { "pbeta", { "x", "a", "b" }, .three = ink_beta_lower },
  { "qbeta", { "p", "a", "b" }, .three = ink_beta_quantile },
  { "dhyper", { "x", "m", "n", "k" } },
};

static double
call_special (const Special *special,
              const double  *arguments)
{
  if (special->one != NULL)
    return special->one (arguments[0]);
  if (special->two != NULL)
    return special->two (arguments[0], arguments[1]);
  if (special->three != NULL)
    return special->three (arguments[0], arguments[1], arguments[2]);

  return hypergeometric (arguments);
}

static void
check_special (InkReference  *reference,
               const Special *special)
{
  double *columns[4] = { NULL };
  g_autofree double *got = NULL;
  gsize n = 0;

  for (guint j = 0; j < 4 && special->arguments[j] != NULL; j++)
    {
      gsize length;

      columns[j] = ink_reference_numbers (reference, special->arguments[j], &length);
      g_assert_true (j == 0 || length == n);
      n = length;
    }
  got = g_new (double, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      double arguments[4] = { 0 };

      for (guint j = 0; j < 4 && columns[j] != NULL; j++)
        arguments[j] = columns[j][i];
      got[i] = call_special (special, arguments);
    }
  ink_reference_check_array (reference, NULL, got, n);
  for (guint j = 0; j < 4; j++)
    g_free (columns[j]);
}

static void
run_special (InkReference *reference)
{
  const char *name = json_object_get_string_member (ink_reference_case (reference), "fun");

  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (g_str_equal (specials[i].name, name))
      {
        check_special (reference, &specials[i]);
        return;
      }
  ink_reference_leave (reference, name);
}

static void
run_fourfold (InkReference *reference)
{
  InkFourfold table = { count (reference, "a"), count (reference, "b"), count (reference, "c"),
                        count (reference, "d") };
  InkFourfoldTests tests;

  ink_fourfold_test (&table, &tests);
  ink_reference_check (reference, "fisher_two_sided", tests.fisher);
  ink_reference_check (reference, "fisher_greater", tests.fisher_greater);
  ink_reference_check (reference, "midp_two_sided", tests.mid_p);
  ink_reference_check (reference, "chi2", tests.chi_square);
  ink_reference_check (reference, "chi2_p", tests.chi_square_p);
  ink_reference_check (reference, "phi", tests.phi);
}

static InkTwoShares
read_shares (InkReference *reference)
{
  return (InkTwoShares) { count (reference, "x1"), count (reference, "n1"),
                          count (reference, "x2"), count (reference, "n2") };
}

static void
run_risk_ratio (InkReference *reference)
{
  InkTwoShares shares = read_shares (reference);

  ink_reference_check (reference, "rr", ink_risk_ratio (&shares));
  check_interval (reference, "koopman", ink_risk_ratio_range (&shares, INK_RISK_RATIO_KOOPMAN));
  check_interval (reference, "miettinen_nurminen",
                  ink_risk_ratio_range (&shares, INK_RISK_RATIO_MIETTINEN_NURMINEN));
  check_interval (reference, "katz", ink_risk_ratio_range (&shares, INK_RISK_RATIO_KATZ));
  check_interval (reference, "katz_plus_half",
                  ink_risk_ratio_range (&shares, INK_RISK_RATIO_KATZ_HALF));
}

static void
run_odds_ratio (InkReference *reference)
{
  InkTwoShares shares = read_shares (reference);
  InkInterval range;

  ink_reference_check (reference, "odds_ratio", ink_odds_ratio (&shares, FALSE, &range));
  check_interval (reference, "woolf", range);
  ink_reference_check (reference, "haldane_odds_ratio", ink_odds_ratio (&shares, TRUE, &range));
  check_interval (reference, "haldane", range);
}

static void
run_difference (InkReference *reference)
{
  InkTwoShares shares = read_shares (reference);
  double p;

  ink_reference_check (reference, "difference", ink_share_difference (&shares));
  check_interval (reference, "newcombe", ink_share_difference_range (&shares));
  ink_reference_check (reference, "z_pooled", ink_share_difference_z (&shares, &p));
  ink_reference_check (reference, "p_pooled", p);
}

static void
run_poisson_exact (InkReference *reference)
{
  InkTwoRates rates = { count (reference, "d1"), ink_reference_number (reference, "y1"),
                        count (reference, "d0"), ink_reference_number (reference, "y0") };

  ink_reference_check (reference, "rate", (double) rates.d1 / rates.y1);
  check_interval (reference, "rate_ci", ink_exact_rate_range (rates.d1, rates.y1));
  ink_reference_check (reference, "exact_p", ink_two_rates_p (&rates));
  check_interval (reference, "rr_ci", ink_two_rates_range (&rates));
  ink_reference_check (reference, "midp_two_sided", ink_two_rates_mid_p (&rates));
}

static InkRateRatio
read_rate_ratio (InkReference *reference)
{
  gsize n, width;
  g_autofree double *rows = ink_reference_rows (reference, "strata", &n, &width);
  g_autofree InkRateStratum *strata = g_new (InkRateStratum, n + 1);
  InkRateRatio result;

  for (gsize i = 0; i < n; i++)
    strata[i] = (InkRateStratum) { rows[4 * i], rows[4 * i + 1], rows[4 * i + 2], rows[4 * i + 3] };
  ink_rate_ratio_estimate (strata, n, &result);

  return result;
}

/* Where R or Q is 0, metafor has no ratio; ours and its one limit are in zero_limits. */
static void
run_rate_ratio (InkReference *reference)
{
  InkRateRatio r = read_rate_ratio (reference);

  ink_reference_check (reference, "observed_d1", r.observed);
  ink_reference_check (reference, "expected_d1", r.expected);
  ink_reference_check (reference, "variance", r.variance);
  ink_reference_check (reference, "chi2", r.chi_square);
  ink_reference_check (reference, "p", r.p_value);
  if (isinf (r.log_ratio))
    {
      r.log_ratio = r.se = r.ratio = NAN;
      r.range = (InkInterval) { NAN, NAN };
    }
  ink_reference_check (reference, "log_rr", r.log_ratio);
  ink_reference_check (reference, "se", r.se);
  ink_reference_check (reference, "rr", r.ratio);
  check_interval (reference, "ci95", r.range);
}

static void
run_zero_limits (InkReference *reference)
{
  InkRateRatio r = read_rate_ratio (reference);

  ink_reference_check (reference, "rr", r.ratio);
  ink_reference_check (reference, "lower", r.range.low);
  ink_reference_check (reference, "upper", r.range.high);
}

/* As above for tables. */
static void
forget_infinite (InkReference       *reference,
                 InkCommonRatios    *r,
                 InkOddsHomogeneity *h)
{
  const InkInterval none = { NAN, NAN };

  if (isinf (r->log_risk_ratio_se) && ink_reference_expects_none (reference, "log_rr"))
    {
      r->risk_ratio = r->log_risk_ratio_se = NAN;
      r->risk_ratio_range = none;
    }
  if (isinf (r->log_odds_ratio_se) && ink_reference_expects_none (reference, "log_or"))
    {
      r->odds_ratio = r->log_odds_ratio_se = NAN;
      r->odds_ratio_range = none;
    }
  if (h->df == 0 && ink_reference_expects_none (reference, "tarone"))
    h->breslow_day = h->breslow_day_p = h->tarone = h->tarone_p = NAN;
}

static void
run_mantel_haenszel (InkReference *reference)
{
  gsize n, width;
  g_autofree double *rows = ink_reference_rows (reference, "strata", &n, &width);
  g_autofree InkFourfold *strata = g_new (InkFourfold, n + 1);
  InkCommonRatios r;
  InkOddsHomogeneity h;

  for (gsize i = 0; i < n; i++)
    strata[i] = (InkFourfold) { (guint64) rows[4 * i], (guint64) rows[4 * i + 1],
                                (guint64) rows[4 * i + 2], (guint64) rows[4 * i + 3] };
  ink_mantel_haenszel (strata, n, &r);
  ink_odds_homogeneity (strata, n, &h);
  forget_infinite (reference, &r, &h);
  ink_reference_check (reference, "log_rr", log (r.risk_ratio));
  ink_reference_check (reference, "se_log_rr", r.log_risk_ratio_se);
  ink_reference_check (reference, "rr", r.risk_ratio);
  check_interval (reference, "rr_ci95", r.risk_ratio_range);
  ink_reference_check (reference, "log_or", log (r.odds_ratio));
  ink_reference_check (reference, "se_log_or", r.log_odds_ratio_se);
  ink_reference_check (reference, "or", r.odds_ratio);
  check_interval (reference, "or_ci95", r.odds_ratio_range);
  ink_reference_check (reference, "cmh_chi2", r.chi_square);
  ink_reference_check (reference, "cmh_p", r.p_value);
  ink_reference_check (reference, "breslow_day", h.breslow_day);
  ink_reference_check (reference, "breslow_day_p", h.breslow_day_p);
  ink_reference_check (reference, "tarone", h.tarone);
  ink_reference_check (reference, "tarone_p", h.tarone_p);
  ink_reference_check (reference, "df", h.df);
}

static void
run_heterogeneity (InkReference *reference)
{
  gsize n;
  g_autofree double *b = ink_reference_numbers (reference, "b", &n);
  g_autofree double *s = ink_reference_numbers (reference, "s", &n);
  InkHeterogeneity h;

  ink_heterogeneity (b, s, n, &h);
  ink_reference_check (reference, "pooled", h.pooled);
  ink_reference_check (reference, "pooled_se", h.pooled_se);
  ink_reference_check (reference, "q", h.q);
  ink_reference_check (reference, "q_p", h.q_p);
  ink_reference_check (reference, "i2", h.i_square);
  ink_reference_check (reference, "q_plus", h.q_plus);
  ink_reference_check (reference, "q_minus", h.q_minus);
  ink_reference_check (reference, "gail_simon", h.gail_simon);
  ink_reference_check (reference, "gail_simon_p", h.gail_simon_p);
}

static void
run_multiple (InkReference *reference)
{
  gsize n;
  g_autofree double *p = ink_reference_numbers (reference, "p", &n);
  g_autofree double *q = g_new (double, n + 1);

  ink_benjamini_hochberg (p, n, q);
  ink_reference_check_array (reference, "bh", q, n);
  ink_holm (p, n, q);
  ink_reference_check_array (reference, "holm", q, n);
}

const InkReferenceKind ink_reference_rates[] = {
  { "proportion_ci", "x n level", "rate wilson", FALSE, run_proportion },
  { "special", "fun", NULL, TRUE, run_special },
  { "table2x2_tests", "a b c d", "fisher_two_sided", FALSE, run_fourfold },
  { "risk_ratio_ci", "x1 n1 x2 n2", "miettinen_nurminen", FALSE, run_risk_ratio },
  { "odds_ratio", "x1 n1 x2 n2", "odds_ratio woolf", FALSE, run_odds_ratio },
  { "difference_ci", "x1 n1 x2 n2", "newcombe", FALSE, run_difference },
  { "poisson_exact", "d1 y1 d0 y0", "rate_ci exact_p", FALSE, run_poisson_exact },
  { "mantel_haenszel_rate", "strata", "observed_d1 log_rr", FALSE, run_rate_ratio },
  { "zero_limits", "strata", "rr lower upper", FALSE, run_zero_limits },
  { "mantel_haenszel_2x2", "strata", "cmh_chi2 tarone", FALSE, run_mantel_haenszel },
  { "heterogeneity", "b s", "gail_simon q", FALSE, run_heterogeneity },
  { "multiple_testing", "p", "bh", FALSE, run_multiple },
  { NULL },
};
