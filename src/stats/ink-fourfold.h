/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of people by two yes/no questions, and its tests. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkFourfold:
 * @a: did the micro conversion (exposed) and converted
 * @b: did it and did not convert
 * @c: did not do it and converted
 * @d: neither
 */
typedef struct
{
  guint64 a;
  guint64 b;
  guint64 c;
  guint64 d;
} InkFourfold;

/**
 * InkFourfoldTests:
 * @fisher: two-sided exact p-value: all tables with the same sums that are no likelier (R. A. Fisher)
 * @fisher_greater: one-sided, P (A >= a)
 * @mid_p: two-sided mid-p value: twice the smaller side, the observed table counted half
 * @chi_square: Pearson's, without correction for continuity; 1 degree of freedom
 * @chi_square_p: its p-value
 * @phi: correlation of the two answers, (ad - bc) / √ of the product of the four sums (= MCC)
 *
 * Where a row or a column is empty, only the exact p-values exist (they are 1); the others are NaN.
 */
typedef struct
{
  double fisher;
  double fisher_greater;
  double mid_p;
  double chi_square;
  double chi_square_p;
  double phi;
} InkFourfoldTests;

void   ink_fourfold_test (const InkFourfold *table, InkFourfoldTests *tests);
/* The correlation alone; NaN where a row or a column is empty. */
double ink_fourfold_phi  (const InkFourfold *table);

G_END_DECLS
