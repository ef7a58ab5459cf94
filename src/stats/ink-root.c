/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-root.h"

#include <float.h>
#include <math.h>

#define MAX_STEPS 300

/* The best guess is b, a is the one before it, c lies on the other side of the root. */
typedef struct
{
  double a, b, c;
  double fa, fb, fc;
  double step, step_before;
} Bracket;

static void
order_bracket (Bracket *k)
{
  if (signbit (k->fb) == signbit (k->fc))
    {
      k->c = k->a;
      k->fc = k->fa;
      k->step = k->step_before = k->b - k->a;
    }
  if (fabs (k->fc) < fabs (k->fb))
    {
      k->a = k->b;
      k->b = k->c;
      k->c = k->a;
      k->fa = k->fb;
      k->fb = k->fc;
      k->fc = k->fa;
    }
}

/* Inverse quadratic interpolation, or the secant where only two points differ. */
static void
interpolate (const Bracket *k,
             double half,
             double *p,
             double *q)
{
  double s = k->fb / k->fa;

  if (k->a == k->c)
    {
      *p = 2 * half * s;
      *q = 1 - s;
    }
  else
    {
      double t = k->fa / k->fc, r = k->fb / k->fc;

      *p = s * (2 * half * t * (t - r) - (k->b - k->a) * (r - 1));
      *q = (t - 1) * (r - 1) * (s - 1);
    }
  if (*p > 0)
    *q = -*q;
  else
    *p = -*p;
}

static void
choose_step (Bracket *k,
             double half,
             double tolerance)
{
  double p, q;

  if (fabs (k->step_before) < tolerance || fabs (k->fa) <= fabs (k->fb))
    {
      k->step = k->step_before = half;
      return;
    }
  interpolate (k, half, &p, &q);
  if (2 * p < MIN (3 * half * q - fabs (tolerance * q), fabs (k->step_before * q)))
    {
      k->step_before = k->step;
      k->step = p / q;
    }
  else
    k->step = k->step_before = half;
}

double
ink_root (InkRootFunc   function,
          gconstpointer data,
          double        low,
          double        high)
{
  Bracket k = { .a = low, .b = high, .c = high };

  g_return_val_if_fail (function != NULL, NAN);

  k.fa = function (low, data);
  k.fb = k.fc = function (high, data);
  if (k.fa == 0 || k.fb == 0 || signbit (k.fa) == signbit (k.fb))
    return fabs (k.fa) <= fabs (k.fb) ? low : high;
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      double tolerance, half;

      order_bracket (&k);
      tolerance = DBL_EPSILON * fabs (k.b) + DBL_MIN;
      half = (k.c - k.b) / 2;
      if (fabs (half) <= tolerance || k.fb == 0)
        break;
      choose_step (&k, half, tolerance);
      k.a = k.b;
      k.fa = k.fb;
      k.b += fabs (k.step) > tolerance ? k.step : copysign (tolerance, half);
      k.fb = function (k.b, data);
    }

  return k.b;
}
