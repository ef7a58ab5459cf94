/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-normal.h"

#include <math.h>

#define N_COEFFICIENTS 8

/* Numerators and denominators of AS 241's three rational functions, from the highest power. */
static const double central_over[N_COEFFICIENTS] = {
  2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
  1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0,
};
static const double central_under[N_COEFFICIENTS] = {
  5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
  5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0,
};
static const double middle_over[N_COEFFICIENTS] = {
  7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
  1.27045825245236838258e0,  3.64784832476320460504e0,  5.76949722146069140550e0,
  4.63033784615654529590e0,  1.42343711074968357734e0,
};
static const double middle_under[N_COEFFICIENTS] = {
  1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
  1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
  2.05319162663775882187e0,  1.0,
};
static const double far_over[N_COEFFICIENTS] = {
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
  2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
  5.46378491116411436990e0,  6.65790464350110377720e0,
};
static const double far_under[N_COEFFICIENTS] = {
  2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
  7.86869131145613259100e-4,  1.48753612908506148525e-2, 1.36929880922735805310e-1,
  5.99832206555887937690e-1,  1.0,
};

static double
rational (const double *over,
          const double *under,
          double        x)
{
  double top = 0, bottom = 0;

  for (guint i = 0; i < N_COEFFICIENTS; i++)
    {
      top = top * x + over[i];
      bottom = bottom * x + under[i];
    }

  return top / bottom;
}

double
ink_normal_upper (double x)
{
  return erfc (x / sqrt (2)) / 2;
}

double
ink_normal_two_sided (double z)
{
  return erfc (fabs (z) / sqrt (2));
}

double
ink_normal_quantile (double p)
{
  double q = p - 0.5, r, x;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  if (p == 0 || p == 1)
    return p == 0 ? -INFINITY : INFINITY;
  if (fabs (q) <= 0.425)
    return q * rational (central_over, central_under, 0.180625 - q * q);
  r = sqrt (-log (MIN (p, 1 - p)));
  x = r <= 5 ? rational (middle_over, middle_under, r - 1.6) : rational (far_over, far_under, r - 5);

  return q < 0 ? -x : x;
}
