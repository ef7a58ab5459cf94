/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether groups of people convert at different speeds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkLogRank:
 * @chi_square: 0 where there is nothing to compare
 * @df: groups that were ever at risk together with another at a conversion, less one
 * @p_value: 1 where there is nothing to compare
 */
typedef struct
{
  double chi_square;
  guint df;
  double p_value;
} InkLogRank;

/**
 * ink_log_rank:
 * @times: (array length=n)
 * @events: (array length=n): 1 for a conversion, 0 for one seen last
 * @groups: (array length=n): below @n_groups
 * @strata: (array length=n) (nullable): compared only with one's own kind
 * @observed: (out) (array length=n_groups) (nullable): conversions
 * @expected: (out) (array length=n_groups) (nullable): those to be expected at equal speed
 *
 * N. Mantel, 1966; D. Cox, 1972, with the hypergeometric variance for ties (R's survdiff).
 */
void ink_log_rank (const double *times, const guint8 *events, const guint *groups,
                   const guint *strata, gsize n, guint n_groups, double *observed,
                   double *expected, InkLogRank *result);

G_END_DECLS
