/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Selection by splitting: linear on average, and it falls back to sorting where splits go badly. */
#include "stats/ink-quantile.h"

#include <math.h>
#include <stdlib.h>

#define MAX_SPLITS 64

static int
compare (const void *a,
         const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static gint64
middle_of_three (gint64 a,
                 gint64 b,
                 gint64 c)
{
  return MAX (MIN (a, b), MIN (MAX (a, b), c));
}

/* Puts the value of rank @rank in its place, smaller ones before it and greater ones after. */
static void
select_rank (gint64 *values,
             gsize n,
             gsize rank)
{
  gint64 low = 0, high = (gint64) n - 1, wanted = (gint64) rank;

  for (int splits = 0; low < high; splits++)
    {
      gint64 pivot = middle_of_three (values[low], values[low + (high - low) / 2], values[high]);
      gint64 i = low, j = high;

      if (splits == MAX_SPLITS)
        {
          qsort (values + low, (gsize) (high - low + 1), sizeof *values, compare);
          return;
        }
      while (i <= j)
        {
          while (values[i] < pivot)
            i++;
          while (values[j] > pivot)
            j--;
          if (i <= j)
            {
              gint64 swapped = values[i];

              values[i++] = values[j];
              values[j--] = swapped;
            }
        }
      if (wanted <= j)
        high = j;
      else if (wanted >= i)
        low = i;
      else
        return;
    }
}

double
ink_median (gint64 *values,
            gsize n)
{
  gint64 upper, lower;

  g_return_val_if_fail (values != NULL || n == 0, NAN);

  if (n == 0)
    return NAN;
  select_rank (values, n, n / 2);
  upper = lower = values[n / 2];
  if (n % 2 == 0)
    {
      lower = values[0];
      for (gsize i = 1; i < n / 2; i++)
        lower = MAX (lower, values[i]);
    }

  return (double) lower + ((double) upper - (double) lower) / 2;
}

gint64
ink_lower_median (gint64 *values,
                  gsize   n)
{
  g_return_val_if_fail (values != NULL && n > 0, 0);

  select_rank (values, n, (n - 1) / 2);

  return values[(n - 1) / 2];
}
