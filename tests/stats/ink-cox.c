/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-cox.h"

#include <math.h>
#include <string.h>

#include "stats/ink-cholesky.h"

#define MAX_COLUMNS 8
#define MAX_STEPS 100

typedef struct
{
  double value;
  double slope[MAX_COLUMNS];
  double information[MAX_COLUMNS * MAX_COLUMNS];
} State;

/* Weight, weighted columns and weighted products of a set of rows. */
typedef struct
{
  double w;
  double x[MAX_COLUMNS];
  double xx[MAX_COLUMNS * MAX_COLUMNS];
} Sums;

static double
eta_of (const InkCox *m,
        const double *at,
        gsize         i)
{
  double eta = 0;

  for (guint j = 0; j < m->k; j++)
    eta += at[j] * m->columns[i * m->k + j];

  return eta;
}

static void
add_row (const InkCox *m,
         const double *at,
         gsize         i,
         Sums         *sums)
{
  const double *x = m->columns + i * m->k;
  double w = exp (eta_of (m, at, i));

  sums->w += w;
  for (guint j = 0; j < m->k; j++)
    {
      sums->x[j] += w * x[j];
      for (guint l = 0; l < m->k; l++)
        sums->xx[j * m->k + l] += w * x[j] * x[l];
    }
}

/* One event of a tie, with @share of the tied ones taken out of those at risk. */
static void
add_event (const InkCox *m,
           const Sums   *risk,
           const Sums   *tied,
           double        share,
           State        *state)
{
  double w = risk->w - share * tied->w, mean[MAX_COLUMNS];

  state->value -= log (w);
  for (guint j = 0; j < m->k; j++)
    {
      mean[j] = (risk->x[j] - share * tied->x[j]) / w;
      state->slope[j] -= mean[j];
    }
  for (guint j = 0; j < m->k; j++)
    for (guint l = 0; l < m->k; l++)
      state->information[j * m->k + l]
          += (risk->xx[j * m->k + l] - share * tied->xx[j * m->k + l]) / w - mean[j] * mean[l];
}

static void
add_time (const InkCox *m,
          const double *at,
          double        time,
          State        *state)
{
  Sums risk = { 0 }, tied = { 0 };
  guint n_tied = 0;

  for (gsize i = 0; i < m->n; i++)
    if (m->start[i] < time && time <= m->stop[i])
      {
        add_row (m, at, i, &risk);
        if (m->stop[i] != time || m->events[i] == 0)
          continue;
        add_row (m, at, i, &tied);
        state->value += eta_of (m, at, i);
        for (guint j = 0; j < m->k; j++)
          state->slope[j] += m->columns[i * m->k + j];
        n_tied++;
      }
  for (guint t = 0; t < n_tied; t++)
    add_event (m, &risk, &tied, m->efron ? (double) t / n_tied : 0, state);
}

static void
evaluate (const InkCox *m,
          const double *at,
          State        *state)
{
  *state = (State) { 0 };
  for (gsize i = 0; i < m->n; i++)
    {
      gboolean is_first = m->events[i] != 0;

      for (gsize j = 0; j < i && is_first; j++)
        is_first = m->events[j] == 0 || m->stop[j] != m->stop[i];
      if (is_first)
        add_time (m, at, m->stop[i], state);
    }
}

/* b' I b, with the information before it is factored. */
static double
quadratic (const double *information,
           const double *b,
           guint         k)
{
  double sum = 0;

  for (guint j = 0; j < k; j++)
    for (guint l = 0; l < k; l++)
      sum += b[j] * information[j * k + l] * b[l];

  return sum;
}

gboolean
ink_cox_fit (const InkCox *model,
             InkCoxFit    *fit)
{
  State state;
  double step[MAX_COLUMNS], size = INFINITY;

  g_return_val_if_fail (model->k <= MAX_COLUMNS, FALSE);

  *fit = (InkCoxFit) { 0 };
  for (guint i = 0; i < MAX_STEPS; i++)
    {
      evaluate (model, fit->coefficients, &state);
      fit->log_likelihood = state.value;
      fit->wald = quadratic (state.information, fit->coefficients, model->k);
      if (!ink_cholesky_factor (state.information, model->k))
        return FALSE;
      ink_cholesky_errors (state.information, model->k, fit->ses);
      memcpy (step, state.slope, sizeof step);
      if (i == 0)
        {
          fit->log_likelihood_null = state.value;
          fit->score_test = ink_cholesky_quadratic (state.information, model->k, state.slope);
        }
      if (size < 1e-10)
        return TRUE;
      ink_cholesky_solve (state.information, model->k, step);
      size = 0;
      for (guint j = 0; j < model->k; j++)
        {
          fit->coefficients[j] += step[j];
          size = fmax (size, fabs (step[j]));
        }
    }

  return FALSE;
}
