/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Logistic and Poisson regression, plain, with a ridge or after Firth. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InkRegressionFamily:
 * @INK_REGRESSION_LOGISTIC: P (outcome) = 1 / (1 + e^-η)
 * @INK_REGRESSION_POISSON: mean outcome = e^η
 */
typedef enum
{
  INK_REGRESSION_LOGISTIC,
  INK_REGRESSION_POISSON,
} InkRegressionFamily;

/**
 * InkRegression:
 * @family: what η stands for
 * @columns: (array): @n_rows × @n_columns, row by row, finite, without a column for the intercept
 * @n_rows: how many rows
 * @n_columns: how many columns; may be 0
 * @outcome: (array length=n_rows): 0 to 1 (a share is fine) or a count
 * @offset: (array length=n_rows) (nullable): added to η, as the log of days
 * @lambda: the ridge, λ/2 Σ b² over all but the intercept; 0 for none
 * @firth: Jeffreys' prior (D. Firth, Biometrika 80 (1993) 27), finite even where an answer is given
 *   away; without a ridge
 *
 * η = b0 + Σ b x + offset; columns are taken as they are (the lead score standardises them first).
 */
typedef struct
{
  InkRegressionFamily family;
  const double *columns;
  gsize n_rows;
  guint n_columns;
  const double *outcome;
  const double *offset;
  double lambda;
  gboolean firth;
} InkRegression;

/**
 * ink_regression_fit:
 * @coefficients: (out) (array): 1 + n_columns, the intercept first
 * @ses: (out) (nullable) (array): the same shape; from the penalised Hessian (Firth: from the
 *   information)
 * @deviance: (out) (nullable): against a model that fits each row, without the penalty
 *
 * Newton's method with halved steps until no coefficient moves by more than 1e-10 (A. Hoerl &
 * R. Kennard, 1970, S. le Cessie & J. van Houwelingen, 1992, for the ridge). Rows are added up in
 * their order. (rows) × (columns)² work a step.
 *
 * Returns: FALSE, and nothing written, where no single finite fit exists (columns that are sums of
 * others, an outcome that a column gives away, no rows) or it was cancelled
 */
gboolean ink_regression_fit     (const InkRegression *model, GCancellable *cancellable,
                                 double *coefficients, double *ses, double *deviance)
    G_GNUC_WARN_UNUSED_RESULT;

/* η of a row, without an offset; and the chance that a logistic η stands for. */
double   ink_regression_predict (const double *coefficients, const double *row, guint n_columns);
double   ink_logistic           (double eta);

G_END_DECLS
