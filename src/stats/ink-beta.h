/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The beta function's family: beta and binomial distributions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The regularised incomplete beta function I_x (@a, @b) and its complement; @a, @b > 0, @x in
 * [0, 1]. Continued fraction (Lentz): Abramowitz & Stegun 26.5.8. */
double ink_beta_lower       (double x, double a, double b);
double ink_beta_upper       (double x, double a, double b);
/* The x with I_x (@a, @b) = @p. */
double ink_beta_quantile    (double p, double a, double b);

/* P (X = @k) and P (X <= @k) of @n independent tries with chance @p. */
double ink_binomial_density (double k, double n, double p);
double ink_binomial_lower   (double k, double n, double p);

G_END_DECLS
