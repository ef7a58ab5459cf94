/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The gamma function's family: chi-square and Poisson distributions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* log Γ (@x), x > 0; safe in several threads, which lgamma() is not. */
double ink_log_gamma       (double x);
/* log Γ (n + 1) less Stirling's formula, and x log (x / m) + m - x: the two parts that keep the
 * digits of large counts. C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000. */
double ink_stirling_error  (double n);
double ink_deviance_part   (double x, double m);

/* The regularised incomplete gamma functions P (@a, @x) and Q = 1 - P; @a > 0, @x >= 0. Series
 * below a + 1, continued fraction (Lentz) above it: Abramowitz & Stegun 6.5.29, 6.5.31. */
double ink_gamma_lower     (double a, double x);
double ink_gamma_upper     (double a, double x);
/* The x with Q (@a, x) = @q; 0 where @q >= 1, INFINITY where @q <= 0. */
double ink_gamma_upper_quantile (double q, double a);

/* P (X > @x) for chi-square with @df > 0 degrees of freedom; 1 where @x <= 0. */
double ink_chi_square_upper (double x, double df);
/* P (X = @k) and P (X <= @k) for a Poisson count with mean @mu >= 0. */
double ink_poisson_density (double k, double mu);
double ink_poisson_lower   (double k, double mu);

G_END_DECLS
