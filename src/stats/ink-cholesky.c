/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-cholesky.h"

#include <math.h>

/* What is left of a diagonal element that is nothing but rounding. */
#define SINGULAR 1e-12

static double
dot (const double *a,
     const double *b,
     guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

gboolean
ink_cholesky_factor (double *matrix,
                     guint   n)
{
  g_return_val_if_fail (matrix != NULL || n == 0, FALSE);

  for (guint i = 0; i < n; i++)
    {
      double *row = matrix + (gsize) i * n, whole = row[i], left;

      for (guint j = 0; j < i; j++)
        {
          const double *above = matrix + (gsize) j * n;

          row[j] = (row[j] - dot (row, above, j)) / above[j];
        }
      left = whole - dot (row, row, i);
      if (!(left > SINGULAR * whole) || isinf (left))
        return FALSE;
      row[i] = sqrt (left);
    }

  return TRUE;
}

/* L x = vector, from its first unknown that is not zero on. */
static void
solve_forward (const double *factor,
               guint         n,
               guint         first,
               double       *vector)
{
  for (guint i = first; i < n; i++)
    {
      const double *row = factor + (gsize) i * n;

      vector[i] = (vector[i] - dot (row + first, vector + first, i - first)) / row[i];
    }
}

void
ink_cholesky_solve (const double *factor,
                    guint         n,
                    double       *vector)
{
  solve_forward (factor, n, 0, vector);
  for (guint i = n; i > 0; i--)
    {
      double left = vector[i - 1];

      for (guint k = i; k < n; k++)
        left -= factor[(gsize) k * n + i - 1] * vector[k];
      vector[i - 1] = left / factor[(gsize) (i - 1) * n + i - 1];
    }
}

void
ink_cholesky_errors (const double *factor,
                     guint         n,
                     double       *ses)
{
  g_autofree double *unit = g_new (double, (gsize) n + 1);

  for (guint j = 0; j < n; j++)
    {
      for (guint i = 0; i < n; i++)
        unit[i] = i == j;
      solve_forward (factor, n, j, unit);
      ses[j] = sqrt (dot (unit + j, unit + j, n - j));
    }
}

double
ink_cholesky_log_determinant (const double *factor,
                              guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += 2 * log (factor[(gsize) i * n + i]);

  return sum;
}

double
ink_cholesky_quadratic (const double *factor,
                        guint         n,
                        double       *vector)
{
  solve_forward (factor, n, 0, vector);

  return dot (vector, vector, n);
}
