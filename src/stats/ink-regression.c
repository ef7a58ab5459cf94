/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass a step over all rows: log likelihood, slope and curvature together. */
#include "stats/ink-regression.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "stats/ink-cholesky.h"

#define MAX_STEPS 200
#define MAX_HALVINGS 40
#define STILL 1e-10
#define ROWS_BETWEEN_LOOKS 4096
#define TILE 4

/* Four numbers that are worked on at once, anywhere in an array of doubles. */
typedef double Four __attribute__ ((vector_size (32), aligned (8), may_alias));

/* Where the search stands: p = 1 + columns coefficients and what follows from them. Rows are added to
 * the curvature TILE at a time, TILE columns at once, which is what processors are good at: so the
 * rows of the curvature have room for a multiple of that until it is packed. */
typedef struct
{
  guint p;
  guint room;
  double *at;
  double value;
  double *slope;
  double *curvature;
  double *rows;
  double weights[TILE];
  guint n_rows;
} State;

static void
clear_state (State *state)
{
  g_free (state->at);
  g_free (state->slope);
  g_free (state->curvature);
  g_free (state->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

static State
new_state (guint p)
{
  guint room = (p + TILE - 1) / TILE * TILE;

  return (State) { .p = p, .room = room, .at = g_new0 (double, p), .slope = g_new0 (double, p),
                   .curvature = g_new0 (double, (gsize) p * room),
                   .rows = g_new0 (double, (gsize) TILE * room) };
}

static void
swap_states (State *a,
             State *b)
{
  State kept = *a;

  *a = *b;
  *b = kept;
}

double
ink_logistic (double eta)
{
  return 1 / (1 + exp (-eta));
}

double
ink_regression_predict (const double *coefficients,
                        const double *row,
                        guint         n_columns)
{
  double eta = coefficients[0];

  for (guint j = 0; j < n_columns; j++)
    eta += coefficients[j + 1] * row[j];

  return eta;
}

static double
eta_of (const InkRegression *model,
        const double        *at,
        gsize                i)
{
  double eta = ink_regression_predict (at, model->columns + i * model->n_columns, model->n_columns);

  return model->offset != NULL ? eta + model->offset[i] : eta;
}

/* What one row adds, each part without a difference of near numbers. */
typedef struct
{
  double log_likelihood;
  double residual;
  double weight;
} RowTerms;

static RowTerms
row_terms (InkRegressionFamily family,
           double              y,
           double              eta)
{
  if (family == INK_REGRESSION_POISSON)
    {
      double mean = exp (eta);

      return (RowTerms) { y * eta - mean, y - mean, mean };
    }
  else
    {
      double yes = ink_logistic (eta), no = ink_logistic (-eta);
      double log_sum = MAX (eta, 0) + log1p (exp (-fabs (eta)));

      return (RowTerms) { y * eta - log_sum, y * no - (1 - y) * yes, yes * no };
    }
}

static void
load_row (const InkRegression *model,
          gsize                i,
          double              *row)
{
  row[0] = 1;
  for (guint j = 0; j < model->n_columns; j++)
    row[j + 1] = model->columns[i * model->n_columns + j];
}

/* Adds Σ weight x x' of the rows at hand, up to the diagonal and a little beyond. */
static void
add_tile (State *state)
{
  const double *r = state->rows;
  gsize room = state->room;

  for (guint j = 0; j < state->p; j++)
    {
      double *curvature = state->curvature + j * room;
      double a = state->weights[0] * r[j], b = state->weights[1] * r[room + j];
      double c = state->weights[2] * r[2 * room + j], d = state->weights[3] * r[3 * room + j];

      for (guint k = 0; k <= j; k += TILE)
        *(Four *) (curvature + k) += a * *(const Four *) (r + k) + b * *(const Four *) (r + room + k)
                                     + c * *(const Four *) (r + 2 * room + k)
                                     + d * *(const Four *) (r + 3 * room + k);
    }
  state->n_rows = 0;
}

static void
finish_tile (State *state)
{
  for (guint i = state->n_rows; i < TILE; i++)
    state->weights[i] = 0;
  if (state->n_rows > 0)
    add_tile (state);
  for (guint j = 1; j < state->p; j++)
    memmove (state->curvature + (gsize) j * state->p, state->curvature + (gsize) j * state->room,
             (j + 1) * sizeof *state->curvature);
}

static void
add_row (const InkRegression *model,
         gsize                i,
         RowTerms             terms,
         State               *state)
{
  double *row = state->rows + (gsize) state->n_rows * state->room;

  load_row (model, i, row);
  state->value += terms.log_likelihood;
  for (guint j = 0; j < state->p; j++)
    state->slope[j] += terms.residual * row[j];
  state->weights[state->n_rows++] = terms.weight;
  if (state->n_rows == TILE)
    add_tile (state);
}

static void
add_ridge (State  *state,
           double  lambda)
{
  for (guint j = 1; j < state->p; j++)
    {
      state->value -= lambda / 2 * state->at[j] * state->at[j];
      state->slope[j] -= lambda * state->at[j];
      state->curvature[(gsize) j * state->p + j] += lambda;
    }
}

/* Firth's half log determinant, and its slope by the leverage of each row. */
static void
add_jeffreys (const InkRegression *model,
              State               *state)
{
  g_autofree double *spoilt = g_new (double, state->p);

  state->value += ink_cholesky_log_determinant (state->curvature, state->p) / 2;
  for (gsize i = 0; i < model->n_rows; i++)
    {
      double eta = eta_of (model, state->at, i), pull = 0.5;
      double leverage = row_terms (model->family, model->outcome[i], eta).weight;

      load_row (model, i, state->rows);
      memcpy (spoilt, state->rows, state->p * sizeof *spoilt);
      leverage *= ink_cholesky_quadratic (state->curvature, state->p, spoilt);
      if (model->family == INK_REGRESSION_LOGISTIC)
        pull -= ink_logistic (eta);
      for (guint j = 0; j < state->p; j++)
        state->slope[j] += leverage * pull * state->rows[j];
    }
}

/* Value, slope and factored curvature at @state->at. */
static gboolean
evaluate (const InkRegression *model,
          GCancellable        *cancellable,
          State               *state)
{
  state->value = 0;
  memset (state->slope, 0, state->p * sizeof *state->slope);
  memset (state->curvature, 0, (gsize) state->p * state->room * sizeof *state->curvature);
  state->n_rows = 0;
  for (gsize i = 0; i < model->n_rows; i++)
    {
      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      add_row (model, i,
               row_terms (model->family, model->outcome[i], eta_of (model, state->at, i)), state);
    }
  finish_tile (state);
  if (!model->firth)
    add_ridge (state, model->lambda);
  if (!isfinite (state->value) || !ink_cholesky_factor (state->curvature, state->p))
    return FALSE;
  if (model->firth)
    add_jeffreys (model, state);

  return isfinite (state->value);
}

/* The intercept of the base rate: all other coefficients start at 0. */
static gboolean
start (const InkRegression *model,
       State               *state)
{
  double yes = 0, all = 0;

  for (gsize i = 0; i < model->n_rows; i++)
    {
      yes += model->outcome[i];
      all += model->family == INK_REGRESSION_POISSON && model->offset != NULL
               ? exp (model->offset[i]) : 1;
    }
  if (!(all > 0) || !isfinite (yes))
    return FALSE;
  yes = MAX (yes, 0.5);
  if (model->family == INK_REGRESSION_POISSON)
    state->at[0] = log (yes / all);
  else
    state->at[0] = log (MIN (yes, MAX (all - 0.5, 0.5)) / MAX (all - yes, 0.5));

  return TRUE;
}

/* How far the largest step goes, measured by its coefficient where that is large. */
static double
size_of (const double *step,
         const State  *state)
{
  double size = 0;

  for (guint j = 0; j < state->p; j++)
    size = MAX (size, fabs (step[j]) / MAX (1, fabs (state->at[j])));

  return size;
}

/* Goes along @step, half as far each time that it gets worse by more than rounding. */
static gboolean
advance (const InkRegression *model,
         GCancellable        *cancellable,
         const double        *step,
         State               *state,
         State               *next)
{
  double slack = 1e-11 * (1 + fabs (state->value)), part = 1;

  for (guint i = 0; i < MAX_HALVINGS; i++, part /= 2)
    {
      for (guint j = 0; j < state->p; j++)
        next->at[j] = state->at[j] + part * step[j];
      if (evaluate (model, cancellable, next) && next->value >= state->value - slack)
        {
          swap_states (state, next);
          return TRUE;
        }
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
    }

  return FALSE;
}

static gboolean
climb (const InkRegression *model,
       GCancellable        *cancellable,
       State               *state)
{
  g_auto (State) next = new_state (state->p);
  g_autofree double *step = g_new (double, state->p);

  if (!start (model, state) || !evaluate (model, cancellable, state))
    return FALSE;
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      gboolean is_last;

      memcpy (step, state->slope, state->p * sizeof *step);
      ink_cholesky_solve (state->curvature, state->p, step);
      is_last = size_of (step, state) < STILL;
      if (!advance (model, cancellable, step, state, &next))
        return FALSE;
      if (is_last)
        return TRUE;
    }

  return FALSE;
}

static double
deviance_of (const InkRegression *model,
             const double        *at)
{
  double sum = 0;

  for (gsize i = 0; i < model->n_rows; i++)
    {
      double y = model->outcome[i], eta = eta_of (model, at, i), best = y > 0 ? y * log (y) : 0;

      if (model->family == INK_REGRESSION_POISSON)
        best -= y;
      else if (y < 1)
        best += (1 - y) * log1p (-y);
      sum += 2 * (best - row_terms (model->family, y, eta).log_likelihood);
    }

  return sum;
}

gboolean
ink_regression_fit (const InkRegression *model,
                    GCancellable        *cancellable,
                    double              *coefficients,
                    double              *ses,
                    double              *deviance)
{
  g_auto (State) state = { 0 };
  InkRegression own;

  g_return_val_if_fail (model != NULL && coefficients != NULL, FALSE);
  g_return_val_if_fail (model->outcome != NULL || model->n_rows == 0, FALSE);
  g_return_val_if_fail (model->columns != NULL || model->n_columns == 0, FALSE);

  /* Without columns a row lies nowhere, and even nowhere must be a place. */
  own = *model;
  if (own.columns == NULL)
    own.columns = own.outcome;
  state = new_state (own.n_columns + 1);
  if (!climb (&own, cancellable, &state))
    return FALSE;
  memcpy (coefficients, state.at, state.p * sizeof *coefficients);
  if (ses != NULL)
    ink_cholesky_errors (state.curvature, state.p, ses);
  if (deviance != NULL)
    *deviance = deviance_of (&own, state.at);

  return TRUE;
}
