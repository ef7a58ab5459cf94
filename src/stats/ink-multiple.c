/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-multiple.h"

#include "stats/ink-order.h"

void
ink_benjamini_hochberg (const double *p,
                        gsize         n,
                        double       *q)
{
  g_autofree gsize *order = NULL;
  double least = 1;

  g_return_if_fail (n == 0 || (p != NULL && q != NULL));

  order = ink_order (p, n);
  for (gsize i = n; i > 0; i--)
    {
      least = MIN (least, p[order[i - 1]] * (double) n / (double) i);
      q[order[i - 1]] = least;
    }
}

void
ink_holm (const double *p,
          gsize         n,
          double       *adjusted)
{
  g_autofree gsize *order = NULL;
  double most = 0;

  g_return_if_fail (n == 0 || (p != NULL && adjusted != NULL));

  order = ink_order (p, n);
  for (gsize i = 0; i < n; i++)
    {
      most = MAX (most, MIN (p[order[i]] * (double) (n - i), 1));
      adjusted[order[i]] = most;
    }
}
