/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-order.h"

#include <stdlib.h>

typedef struct
{
  double value;
  gsize place;
} Ranked;

static int
compare (const void *a,
         const void *b)
{
  const Ranked *x = a, *y = b;

  if (x->value != y->value)
    return x->value < y->value ? -1 : 1;

  return x->place < y->place ? -1 : x->place > y->place;
}

gsize *
ink_order (const double *values,
           gsize         n)
{
  g_autofree Ranked *ranked = g_new (Ranked, n + 1);
  gsize *order = g_new (gsize, n + 1);

  for (gsize i = 0; i < n; i++)
    ranked[i] = (Ranked) { values[i], i };
  qsort (ranked, n, sizeof *ranked, compare);
  for (gsize i = 0; i < n; i++)
    order[i] = ranked[i].place;

  return order;
}
