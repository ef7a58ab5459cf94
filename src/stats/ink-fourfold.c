/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Exact where counts are small, and as quick where they are not. */
#include "stats/ink-fourfold.h"

#include <math.h>

#include "stats/ink-discrete.h"
#include "stats/ink-gamma.h"

/* Sums first, then their roots: the product of four sums of a million has no room in a guint64. */
double
ink_fourfold_phi (const InkFourfold *table)
{
  double a, b, c, d;

  g_return_val_if_fail (table != NULL, NAN);

  a = (double) table->a;
  b = (double) table->b;
  c = (double) table->c;
  d = (double) table->d;
  if (a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0)
    return NAN;

  return (a * d - b * c) / (sqrt ((a + b) * (c + d)) * sqrt ((a + c) * (b + d)));
}

void
ink_fourfold_test (const InkFourfold *table,
                   InkFourfoldTests  *tests)
{
  InkDiscreteLaw law;
  double a, n;

  g_return_if_fail (table != NULL && tests != NULL);

  a = (double) table->a;
  n = a + (double) table->b + (double) table->c + (double) table->d;
  law = ink_discrete_hypergeometric (a + (double) table->b, (double) table->c + (double) table->d,
                                     a + (double) table->c);
  tests->fisher = ink_discrete_two_sided (&law, a);
  tests->fisher_greater = ink_discrete_upper (&law, a);
  tests->phi = ink_fourfold_phi (table);
  tests->mid_p = isnan (tests->phi) ? NAN : ink_discrete_mid_p (&law, a);
  tests->chi_square = n * tests->phi * tests->phi;
  tests->chi_square_p = ink_chi_square_upper (tests->chi_square, 1);
}
