/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-beta.h"

#include <float.h>
#include <math.h>

#include "stats/ink-gamma.h"
#include "stats/ink-root.h"

#define MAX_TERMS 10000000
#define LOG_2PI 1.837877066409345483560659472811

/* Both chances are given, p + q = 1, so that neither loses digits near 1. Loader's formula; @k and
 * @n need not be whole. */
static double
density (double k,
         double n,
         double p,
         double q)
{
  double log_density;

  if (p <= 0 || q <= 0)
    return (p <= 0 ? k == 0 : k == n) ? 1 : 0;
  if (k == 0)
    return exp (p < 0.1 ? n * log1p (-p) : n * log (q));
  if (k == n)
    return exp (q < 0.1 ? n * log1p (-q) : n * log (p));
  log_density = ink_stirling_error (n) - ink_stirling_error (k) - ink_stirling_error (n - k)
                - ink_deviance_part (k, n * p) - ink_deviance_part (n - k, n * q);

  return exp (log_density - (LOG_2PI + log (k) + log1p (-k / n)) / 2);
}

static double
at_least_tiny (double x)
{
  return fabs (x) < DBL_MIN ? DBL_MIN : x;
}

/* The continued fraction of I_x (a, b), quick where x < (a + 1) / (a + b + 2). */
static double
fraction (double x,
          double a,
          double b)
{
  double c = 1, d = 1 / at_least_tiny (1 - (a + b) * x / (a + 1)), h = d;

  for (guint m = 1; m < MAX_TERMS; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      double change;

      d = 1 / at_least_tiny (1 + even * d);
      c = at_least_tiny (1 + even / c);
      h *= d * c;
      d = 1 / at_least_tiny (1 + odd * d);
      c = at_least_tiny (1 + odd / c);
      change = d * c;
      h *= change;
      if (fabs (change - 1) < DBL_EPSILON)
        break;
    }

  return h;
}

/* I_x (a, b) with y = 1 - x. */
static double
lower_tail (double x,
            double y,
            double a,
            double b)
{
  double front;

  if (x <= 0 || y <= 0)
    return x <= 0 ? 0 : 1;
  front = density (a, a + b, x, y) * a * b / (a + b);
  if (x < (a + 1) / (a + b + 2))
    return MIN (front * fraction (x, a, b) / a, 1);

  return MAX (1 - front * fraction (y, b, a) / b, 0);
}

double
ink_beta_lower (double x,
                double a,
                double b)
{
  g_return_val_if_fail (x >= 0 && x <= 1 && a > 0 && b > 0, NAN);

  return lower_tail (x, 1 - x, a, b);
}

double
ink_beta_upper (double x,
                double a,
                double b)
{
  g_return_val_if_fail (x >= 0 && x <= 1 && a > 0 && b > 0, NAN);

  return lower_tail (1 - x, x, b, a);
}

typedef struct
{
  double a, b, p;
} Sought;

/* In the logit of x, where both ends keep their digits, and by the smaller tail. */
static double
miss (double        logit,
      gconstpointer data)
{
  const Sought *s = data;
  double x = 1 / (1 + exp (-logit)), y = 1 / (1 + exp (logit));

  return s->p <= 0.5 ? lower_tail (x, y, s->a, s->b) - s->p
                     : (1 - s->p) - lower_tail (y, x, s->b, s->a);
}

double
ink_beta_quantile (double p,
                   double a,
                   double b)
{
  Sought sought = { a, b, p };
  double low, high;

  g_return_val_if_fail (p >= 0 && p <= 1 && a > 0 && b > 0, NAN);

  if (p == 0 || p == 1)
    return p;
  low = high = log (a / b);
  for (double step = 1; low > -700 && miss (low, &sought) > 0; step *= 2)
    low -= step;
  for (double step = 1; high < 700 && miss (high, &sought) < 0; step *= 2)
    high += step;

  return 1 / (1 + exp (-ink_root (miss, &sought, low, high)));
}

double
ink_binomial_density (double k,
                      double n,
                      double p)
{
  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  return k < 0 || k > n ? 0 : density (k, n, p, 1 - p);
}

double
ink_binomial_lower (double k,
                    double n,
                    double p)
{
  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  k = floor (k);
  if (k < 0 || k >= n)
    return k < 0 ? 0 : 1;

  return ink_beta_upper (p, k + 1, n - k);
}
