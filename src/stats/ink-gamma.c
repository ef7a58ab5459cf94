/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-gamma.h"

#include <float.h>
#include <math.h>

#include "stats/ink-root.h"

#define MAX_TERMS 10000000
#define LOG_SQRT_2PI 0.918938533204672741780329736406

double
ink_log_gamma (double x)
{
  int sign;

  return lgamma_r (x, &sign);
}

double
ink_stirling_error (double n)
{
  double square = n * n;

  if (n <= 15)
    return ink_log_gamma (n + 1) - (n + 0.5) * log (n) + n - LOG_SQRT_2PI;

  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square)
                         / square) / n;
}

double
ink_deviance_part (double x,
                   double m)
{
  double v, term, sum;

  if (fabs (x - m) >= 0.1 * (x + m))
    return x * log (x / m) + m - x;
  v = (x - m) / (x + m);
  sum = (x - m) * v;
  term = 2 * x * v;
  for (guint j = 1; j < 1000; j++)
    {
      double next;

      term *= v * v;
      next = sum + term / (2 * j + 1);
      if (next == sum)
        break;
      sum = next;
    }

  return sum;
}

/* x^a e^-x / Γ (a + 1), the Poisson probability of a at mean x, for any a > 0. */
static double
scaled_power (double a,
              double x)
{
  if (x <= 0 || isinf (x))
    return 0;

  return exp (-ink_stirling_error (a) - ink_deviance_part (a, x) - LOG_SQRT_2PI) / sqrt (a);
}

static double
lower_by_series (double a,
                 double x)
{
  double term = 1, sum = 1;

  for (guint n = 1; n < MAX_TERMS && term > sum * DBL_EPSILON / 8; n++)
    {
      term *= x / (a + n);
      sum += term;
    }

  return scaled_power (a, x) * sum;
}

static double
upper_by_fraction (double a,
                   double x)
{
  double b = x + 1 - a, c = 1 / DBL_MIN, d = 1 / b, h = d;

  for (guint i = 1; i < MAX_TERMS; i++)
    {
      double over = -(double) i * (i - a), change;

      b += 2;
      d = 1 / (fabs (over * d + b) < DBL_MIN ? DBL_MIN : over * d + b);
      c = b + over / c;
      change = d * c;
      h *= change;
      if (fabs (change - 1) < DBL_EPSILON)
        break;
    }

  return scaled_power (a, x) * a * h;
}

double
ink_gamma_lower (double a,
                 double x)
{
  g_return_val_if_fail (a > 0 && x >= 0, NAN);

  return x < a + 1 ? MIN (lower_by_series (a, x), 1) : 1 - ink_gamma_upper (a, x);
}

double
ink_gamma_upper (double a,
                 double x)
{
  g_return_val_if_fail (a > 0 && x >= 0, NAN);

  if (isinf (x))
    return 0;

  return x < a + 1 ? 1 - ink_gamma_lower (a, x) : MIN (upper_by_fraction (a, x), 1);
}

typedef struct
{
  double a;
  double q;
} Sought;

/* By the smaller tail, so that none of its digits is lost; rises with the logarithm of x. */
static double
miss (double        log_x,
      gconstpointer data)
{
  const Sought *sought = data;

  if (sought->q > 0.5)
    return ink_gamma_lower (sought->a, exp (log_x)) - (1 - sought->q);

  return sought->q - ink_gamma_upper (sought->a, exp (log_x));
}

double
ink_gamma_upper_quantile (double q,
                          double a)
{
  Sought sought = { a, q };
  double low = log (a), high = low;

  g_return_val_if_fail (a > 0, NAN);

  if (q <= 0 || q >= 1)
    return q <= 0 ? INFINITY : 0;
  while (low > -700 && miss (low, &sought) > 0)
    low -= 2 + fabs (low);
  while (high < 700 && miss (high, &sought) < 0)
    high += 1;

  return exp (ink_root (miss, &sought, low, high));
}

double
ink_chi_square_upper (double x,
                      double df)
{
  g_return_val_if_fail (df > 0, NAN);

  if (isnan (x))
    return NAN;
  if (x <= 0)
    return 1;

  return df == 1 ? erfc (sqrt (x / 2)) : ink_gamma_upper (df / 2, x / 2);
}

double
ink_poisson_density (double k,
                     double mu)
{
  g_return_val_if_fail (mu >= 0, NAN);

  if (k < 0)
    return 0;
  if (k == 0)
    return exp (-mu);

  return scaled_power (k, mu);
}

double
ink_poisson_lower (double k,
                   double mu)
{
  g_return_val_if_fail (mu >= 0, NAN);

  return k < 0 ? 0 : ink_gamma_upper (floor (k) + 1, mu);
}
