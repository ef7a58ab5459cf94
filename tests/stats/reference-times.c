/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cases of reference files about the time to convert. */
#include "stats/ink-reference.h"

#include <math.h>

#include "stats/ink-cox.h"
#include "stats/ink-incidence.h"
#include "stats/ink-log-rank.h"
#include "stats/ink-order.h"
#include "stats/ink-survival.h"

static guint8 *
read_flags (InkReference *reference,
            const char   *name,
            gsize        *n)
{
  g_autofree double *numbers = ink_reference_numbers (reference, name, n);
  guint8 *flags = g_new (guint8, *n + 1);

  for (gsize i = 0; i < *n; i++)
    flags[i] = (guint8) numbers[i];

  return flags;
}

/* One column of the rows, found by how far into a row it lies. */
static void
check_column (InkReference *reference,
              const char   *name,
              const void   *rows,
              gsize         row_size,
              gsize         n_rows,
              gsize         offset)
{
  g_autofree double *column = g_new (double, n_rows + 1);

  for (gsize i = 0; i < n_rows; i++)
    column[i] = *(const double *) (const void *) ((const char *) rows + i * row_size + offset);
  ink_reference_check_array (reference, name, column, n_rows);
}

static const struct
{
  const char *name;
  gsize offset;
} survival_columns[] = {
  { "time", G_STRUCT_OFFSET (InkSurvivalRow, time) },
  { "n_risk", G_STRUCT_OFFSET (InkSurvivalRow, at_risk) },
  { "n_event", G_STRUCT_OFFSET (InkSurvivalRow, events) },
  { "surv", G_STRUCT_OFFSET (InkSurvivalRow, survival) },
  { "se_surv", G_STRUCT_OFFSET (InkSurvivalRow, se) },
  { "loglog_lower", G_STRUCT_OFFSET (InkSurvivalRow, log_log.low) },
  { "loglog_upper", G_STRUCT_OFFSET (InkSurvivalRow, log_log.high) },
  { "log_lower", G_STRUCT_OFFSET (InkSurvivalRow, plain_log.low) },
  { "log_upper", G_STRUCT_OFFSET (InkSurvivalRow, plain_log.high) },
};

static void
run_survival (InkReference *reference)
{
  gsize n, n_rows;
  g_autofree double *times = ink_reference_numbers (reference, "t", &n);
  g_autofree guint8 *events = read_flags (reference, "e", &n);
  g_autofree InkSurvivalRow *rows = g_new (InkSurvivalRow, n + 1);
  InkInterval range;

  n_rows = ink_survival_estimate (times, events, n, rows);
  for (guint i = 0; i < G_N_ELEMENTS (survival_columns); i++)
    check_column (reference, survival_columns[i].name, rows, sizeof *rows, n_rows,
                  survival_columns[i].offset);
  ink_reference_check (reference, "median", ink_survival_median (rows, n_rows, &range));
  ink_reference_check (reference, "median_lower", range.low);
  ink_reference_check (reference, "median_upper", range.high);
}

static void
run_incidence (InkReference *reference)
{
  gsize n, n_rows;
  g_autofree double *times = ink_reference_numbers (reference, "t", &n);
  g_autofree guint8 *ways = read_flags (reference, "c", &n);
  g_autofree InkIncidenceRow *rows = g_new (InkIncidenceRow, n + 1);

  n_rows = ink_incidence_estimate (times, ways, n, rows);
  check_column (reference, "time", rows, sizeof *rows, n_rows,
                G_STRUCT_OFFSET (InkIncidenceRow, time));
  check_column (reference, "cif_macro", rows, sizeof *rows, n_rows,
                G_STRUCT_OFFSET (InkIncidenceRow, converted));
  check_column (reference, "cif_left", rows, sizeof *rows, n_rows,
                G_STRUCT_OFFSET (InkIncidenceRow, left));
}

/* Labels may be any numbers: their ranks among the distinct ones. */
static guint *
rank_labels (const double *labels,
             gsize         n,
             guint        *n_distinct)
{
  g_autofree gsize *order = ink_order (labels, n);
  guint *ranks = g_new0 (guint, n + 1), rank = 0;

  for (gsize i = 0; i < n; i++)
    {
      rank += i > 0 && labels[order[i]] != labels[order[i - 1]];
      ranks[order[i]] = rank;
    }
  *n_distinct = n > 0 ? rank + 1 : 0;

  return ranks;
}

static void
run_log_rank (InkReference *reference)
{
  gsize n;
  g_autofree double *times = ink_reference_numbers (reference, "t", &n);
  g_autofree guint8 *events = read_flags (reference, "e", &n);
  g_autofree double *g = ink_reference_numbers (reference, "g", &n);
  g_autofree double *s = NULL, *observed = NULL, *expected = NULL;
  g_autofree guint *groups = NULL, *strata = NULL;
  guint n_groups, n_strata;
  InkLogRank result;

  groups = rank_labels (g, n, &n_groups);
  if (json_object_get_boolean_member_with_default (ink_reference_case (reference), "stratified",
                                                   FALSE))
    {
      s = ink_reference_numbers (reference, "s", &n);
      strata = rank_labels (s, n, &n_strata);
    }
  observed = g_new (double, n_groups + 1);
  expected = g_new (double, n_groups + 1);
  ink_log_rank (times, events, groups, strata, n, n_groups, observed, expected, &result);
  ink_reference_check (reference, "chi2", result.chi_square);
  ink_reference_check (reference, "df", result.df);
  ink_reference_check (reference, "p", result.p_value);
  ink_reference_check_array (reference, "observed", observed, n_groups);
  ink_reference_check_array (reference, "expected", expected, n_groups);
}

/* x, then z where there is one. */
static void
run_cox (InkReference *reference)
{
  JsonObject *input = ink_reference_input (reference);
  gsize n;
  g_autofree double *start = ink_reference_numbers (reference, "start", &n);
  g_autofree double *stop = ink_reference_numbers (reference, "stop", &n);
  g_autofree double *events = ink_reference_numbers (reference, "event", &n);
  g_autofree double *x = ink_reference_numbers (reference, "x", &n);
  g_autofree double *z = json_object_has_member (input, "z")
                           ? ink_reference_numbers (reference, "z", &n) : NULL;
  g_autofree double *columns = g_new (double, 2 * n + 1);
  guint k = z != NULL ? 2 : 1;
  InkCoxFit fit;

  for (gsize i = 0; i < n; i++)
    {
      columns[i * k] = x[i];
      if (z != NULL)
        columns[i * k + 1] = z[i];
    }
  g_assert_true (ink_cox_fit (
      &(InkCox) { start, stop, events, columns, n, k,
                  g_str_equal (json_object_get_string_member (input, "ties"), "efron") }, &fit));
  ink_reference_check_array (reference, "coef", fit.coefficients, k);
  ink_reference_check_array (reference, "se", fit.ses, k);
  ink_reference_check (reference, "loglik_null", fit.log_likelihood_null);
  ink_reference_check (reference, "loglik", fit.log_likelihood);
  ink_reference_check (reference, "score_test", fit.score_test);
  ink_reference_check (reference, "wald", fit.wald);
}

const InkReferenceKind ink_reference_times[] = {
  { "kaplan_meier", "t e", "surv", FALSE, run_survival },
  { "cumulative_incidence", "t c", "cif_macro", FALSE, run_incidence },
  { "logrank", "t e g", "chi2", FALSE, run_log_rank },
  { "cox_time_varying", "start stop event x", "coef se", FALSE, run_cox },
  { NULL },
};
