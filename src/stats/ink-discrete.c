/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-discrete.h"

#include <float.h>
#include <math.h>

#include "stats/ink-beta.h"

/* Probabilities this near to one another count as equal. */
#define SLACK 1e-7

static double
binomial_density (const InkDiscreteLaw *law,
                  double                k)
{
  return ink_binomial_density (k, law->parameters[0], law->parameters[1]);
}

static double
binomial_rise (const InkDiscreteLaw *law,
               double                k)
{
  double p = law->parameters[1];

  return (law->parameters[0] - k) / (k + 1) * p / (1 - p);
}

InkDiscreteLaw
ink_discrete_binomial (double n,
                       double p)
{
  return (InkDiscreteLaw) { 0, n, MIN (floor ((n + 1) * p), n), { n, p }, binomial_density,
                            binomial_rise };
}

/* As a ratio of binomial probabilities, after Loader. */
static double
hypergeometric_density (const InkDiscreteLaw *law,
                        double                k)
{
  double marked = law->parameters[0], others = law->parameters[1], drawn = law->parameters[2];
  double p = drawn / (marked + others);

  if (law->low == law->high)
    return k == law->low ? 1 : 0;

  return ink_binomial_density (k, marked, p) * ink_binomial_density (drawn - k, others, p)
         / ink_binomial_density (drawn, marked + others, p);
}

static double
hypergeometric_rise (const InkDiscreteLaw *law,
                     double                k)
{
  double marked = law->parameters[0], others = law->parameters[1], drawn = law->parameters[2];

  return (marked - k) / (k + 1) * (drawn - k) / (others - drawn + k + 1);
}

InkDiscreteLaw
ink_discrete_hypergeometric (double marked,
                             double others,
                             double drawn)
{
  double low = MAX (0, drawn - others), high = MIN (marked, drawn);
  double mode = floor ((drawn + 1) * (marked + 1) / (marked + others + 2));

  return (InkDiscreteLaw) { low, high, CLAMP (mode, low, high), { marked, others, drawn },
                            hypergeometric_density, hypergeometric_rise };
}

/* Away from the peak the terms only fall. */
static double
sum_down (const InkDiscreteLaw *law,
          double                k)
{
  double term = law->density (law, k), sum = term;

  for (; k > law->low && term > sum * DBL_EPSILON / 64; k--)
    {
      term /= law->rise (law, k - 1);
      sum += term;
    }

  return sum;
}

static double
sum_up (const InkDiscreteLaw *law,
        double                k)
{
  double term = law->density (law, k), sum = term;

  for (; k < law->high && term > sum * DBL_EPSILON / 64; k++)
    {
      term *= law->rise (law, k);
      sum += term;
    }

  return sum;
}

double
ink_discrete_lower (const InkDiscreteLaw *law,
                    double                k)
{
  if (k < law->low || k >= law->high)
    return k < law->low ? 0 : 1;

  return k <= law->mode ? MIN (sum_down (law, k), 1) : MAX (1 - sum_up (law, k + 1), 0);
}

double
ink_discrete_upper (const InkDiscreteLaw *law,
                    double                k)
{
  if (k <= law->low || k > law->high)
    return k <= law->low ? 1 : 0;

  return k >= law->mode ? MIN (sum_up (law, k), 1) : MAX (1 - sum_down (law, k - 1), 0);
}

/* The count nearest to the peak, going by @step (1 or -1), that is no likelier than @limit; one
 * beyond the end where there is none. */
static double
first_as_unlikely (const InkDiscreteLaw *law,
                   double                step,
                   double                limit)
{
  double near = law->mode, far = step > 0 ? law->high : law->low;

  if (law->density (law, near) <= limit)
    return near;
  if (law->density (law, far) > limit)
    return far + step;
  while (fabs (far - near) > 1)
    {
      double middle = near + floor (fabs (far - near) / 2) * step;

      if (law->density (law, middle) <= limit)
        far = middle;
      else
        near = middle;
    }

  return far;
}

double
ink_discrete_two_sided (const InkDiscreteLaw *law,
                        double                k)
{
  double limit = law->density (law, k) * (1 + SLACK), here, there;

  if (k == law->mode)
    return 1;
  if (k < law->mode)
    {
      here = ink_discrete_lower (law, k);
      there = ink_discrete_upper (law, first_as_unlikely (law, 1, limit));
    }
  else
    {
      here = ink_discrete_upper (law, k);
      there = ink_discrete_lower (law, first_as_unlikely (law, -1, limit));
    }

  return MIN (here + there, 1);
}

double
ink_discrete_mid_p (const InkDiscreteLaw *law,
                    double                k)
{
  double half = law->density (law, k) / 2;
  double below = k > law->low ? ink_discrete_lower (law, k - 1) + half : half;
  double above = k < law->high ? ink_discrete_upper (law, k + 1) + half : half;

  return MIN (2 * MIN (below, above), 1);
}
