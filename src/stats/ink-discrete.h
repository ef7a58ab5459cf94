/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts that follow a law with one peak: tails and two-sided p-values of exact tests. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _InkDiscreteLaw InkDiscreteLaw;

/**
 * InkDiscreteLaw:
 * @low: the smallest count that can be
 * @high: the largest one
 * @mode: a most likely one
 * @parameters: of the law; see the two functions below
 * @density: P (X = k)
 * @rise: P (X = k + 1) / P (X = k)
 */
struct _InkDiscreteLaw
{
  double low;
  double high;
  double mode;
  double parameters[3];
  double (*density) (const InkDiscreteLaw *law, double k);
  double (*rise) (const InkDiscreteLaw *law, double k);
};

/* Successes of @n tries with chance @p. */
InkDiscreteLaw ink_discrete_binomial (double n, double p);
/* Marked ones among @drawn drawn without putting back from @marked marked and @others others. */
InkDiscreteLaw ink_discrete_hypergeometric (double marked, double others, double drawn);

/* P (X <= @k), P (X >= @k): sums outwards from @k until nothing is added, so that they take the
 * square root of the counts at most, and tiny tails keep their digits. */
double ink_discrete_lower (const InkDiscreteLaw *law, double k);
double ink_discrete_upper (const InkDiscreteLaw *law, double k);
/* The sum of all probabilities that are at most that of @k, with a slack of 1e-7 as R's fisher.test
 * and poisson.test have it. */
double ink_discrete_two_sided (const InkDiscreteLaw *law, double k);
/* Twice the smaller of the one-sided mid-p values, at most 1 (H. O. Lancaster, 1961). */
double ink_discrete_mid_p (const InkDiscreteLaw *law, double k);

G_END_DECLS
