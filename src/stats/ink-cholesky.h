/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Symmetric positive systems of a few dozen unknowns. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Turns the lower triangle of @matrix (@n × @n, row by row) into L with L L' = @matrix. FALSE where
 * it is not positive definite to about 12 digits; @matrix is spoilt then. */
gboolean ink_cholesky_factor (double *matrix, guint n) G_GNUC_WARN_UNUSED_RESULT;
/* Turns @vector into the solution of L L' x = @vector. */
void     ink_cholesky_solve  (const double *factor, guint n, double *vector);
/* The square roots of the diagonal of the inverse of L L'. */
void     ink_cholesky_errors (const double *factor, guint n, double *ses);
/* log of the determinant of L L'. */
double   ink_cholesky_log_determinant (const double *factor, guint n);
/* @vector' (L L')^-1 @vector; spoils @vector. */
double   ink_cholesky_quadratic (const double *factor, guint n, double *vector);

G_END_DECLS
