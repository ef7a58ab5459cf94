/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-isotonic.h"

#include <math.h>

#include "stats/ink-order.h"

/* Neighbouring x with one mean; it ends before this knot. */
typedef struct
{
  double mean;
  double weight;
  gsize end;
} Pool;

static void
join_pools (Pool       *into,
            const Pool *next)
{
  double weight = into->weight + next->weight;

  into->mean = (into->mean * into->weight + next->mean * next->weight) / weight;
  into->weight = weight;
  into->end = next->end;
}

gsize
ink_isotonic_fit (const double    *x,
                  const double    *y,
                  const double    *weights,
                  gsize            n,
                  InkIsotonicKnot *knots)
{
  g_autofree gsize *order = NULL;
  g_autofree Pool *pools = NULL;
  gsize n_knots = 0, n_pools = 0;

  g_return_val_if_fail (n == 0 || (x != NULL && y != NULL && weights != NULL && knots != NULL), 0);

  order = ink_order (x, n);
  pools = g_new (Pool, n + 1);
  for (gsize i = 0; i < n;)
    {
      double here = x[order[i]], sum = 0, weight = 0;

      for (; i < n && x[order[i]] == here; i++)
        {
          sum += weights[order[i]] * y[order[i]];
          weight += weights[order[i]];
        }
      knots[n_knots++].x = here;
      pools[n_pools++] = (Pool) { sum / weight, weight, n_knots };
      for (; n_pools > 1 && pools[n_pools - 2].mean >= pools[n_pools - 1].mean; n_pools--)
        join_pools (&pools[n_pools - 2], &pools[n_pools - 1]);
    }
  for (gsize pool = 0, knot = 0; knot < n_knots; knot++)
    {
      pool += knot == pools[pool].end;
      knots[knot].y = pools[pool].mean;
    }

  return n_knots;
}

double
ink_isotonic_apply (const InkIsotonicKnot *knots,
                    gsize                  n_knots,
                    double                 x)
{
  gsize low = 0, high = n_knots;

  g_return_val_if_fail (knots != NULL || n_knots == 0, NAN);

  if (n_knots == 0)
    return NAN;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (knots[middle].x <= x)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || low == n_knots)
    return knots[low == 0 ? 0 : n_knots - 1].y;

  return knots[low - 1].y + (knots[low].y - knots[low - 1].y)
                            * ((x - knots[low - 1].x) / (knots[low].x - knots[low - 1].x));
}
