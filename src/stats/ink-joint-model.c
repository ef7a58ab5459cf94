/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A pass costs cells × (micros done)²: cells know what was done as bits, and most do little. */
#include "stats/ink-joint-model.h"

#include <math.h>
#include <string.h>

#include "stats/ink-cholesky.h"

#define MICROS INK_JOINT_MODEL_MAX_MICROS
#define MAX_STEPS 200
#define MAX_HALVINGS 40
#define STILL 1e-10

/* Cells from first to before end, with so many events. */
typedef struct
{
  gsize first;
  gsize end;
  double events;
} Stratum;

typedef struct
{
  double value;
  double at[MICROS];
  double slope[MICROS];
  double curvature[MICROS * MICROS];
} State;

typedef struct
{
  const InkJointCell *cells;
  GArray *strata;
  guint64 micros;
  guint n_micros;
  guint place[MICROS];
  double lambda;
  double *weights;
} Model;

guint64
ink_joint_model_find_micros (const InkJointCell *cells,
                             gsize               n_cells)
{
  guint64 micros = 0;

  g_return_val_if_fail (cells != NULL || n_cells == 0, 0);

  for (gsize i = 0; i < n_cells; i++)
    if (cells[i].events > 0)
      micros |= cells[i].done;

  return micros;
}

/* Only strata with events and with different cells say something. */
static void
add_stratum (Model *model,
             gsize  first,
             gsize  end)
{
  Stratum stratum = { first, end, 0 };
  gboolean is_mixed = FALSE;

  for (gsize i = first; i < end; i++)
    {
      stratum.events += model->cells[i].events;
      if ((model->cells[i].done ^ model->cells[first].done) & model->micros)
        is_mixed = TRUE;
    }
  if (is_mixed && stratum.events > 0)
    g_array_append_val (model->strata, stratum);
}

static void
read_strata (Model *model,
             gsize  n_cells)
{
  gsize first = 0;

  for (gsize i = 1; i <= n_cells; i++)
    if (i == n_cells || model->cells[i].stratum != model->cells[first].stratum)
      {
        add_stratum (model, first, i);
        first = i;
      }
}

static guint
list_places (const Model *model,
             guint64      done,
             guint       *places)
{
  guint n = 0;

  for (done &= model->micros; done != 0; done &= done - 1)
    places[n++] = model->place[__builtin_ctzll (done)];

  return n;
}

static double
weigh_cells (const Model   *model,
             const Stratum *stratum,
             State         *state)
{
  double sum = 0;

  for (gsize i = stratum->first; i < stratum->end; i++)
    {
      const InkJointCell *cell = &model->cells[i];
      guint places[MICROS], n = list_places (model, cell->done, places);
      double eta = 0;

      for (guint j = 0; j < n; j++)
        {
          eta += state->at[places[j]];
          state->slope[places[j]] += cell->events;
        }
      state->value += cell->events * eta;
      model->weights[i] = cell->days * exp (eta);
      sum += model->weights[i];
    }

  return sum;
}

static void
add_to_state (const Model   *model,
              const Stratum *stratum,
              State         *state)
{
  double means[MICROS] = { 0 }, sum = weigh_cells (model, stratum, state);
  guint64 seen = 0;
  guint places[MICROS], n;

  state->value -= stratum->events * log (sum);
  for (gsize i = stratum->first; i < stratum->end; i++)
    {
      double share = model->weights[i] / sum;

      seen |= model->cells[i].done;
      n = list_places (model, model->cells[i].done, places);
      for (guint j = 0; j < n; j++)
        {
          means[places[j]] += share;
          for (guint k = 0; k <= j; k++)
            state->curvature[places[j] * MICROS + places[k]] += stratum->events * share;
        }
    }
  n = list_places (model, seen, places);
  for (guint j = 0; j < n; j++)
    {
      state->slope[places[j]] -= stratum->events * means[places[j]];
      for (guint k = 0; k <= j; k++)
        state->curvature[places[j] * MICROS + places[k]]
            -= stratum->events * means[places[j]] * means[places[k]];
    }
}

/* The rows of the curvature move together, as the solver wants them. */
static void
pack (State *state,
      guint  n)
{
  for (guint j = 1; j < n; j++)
    memmove (state->curvature + (gsize) j * n, state->curvature + (gsize) j * MICROS,
             (j + 1) * sizeof *state->curvature);
}

static gboolean
evaluate (const Model *model,
          State       *state)
{
  guint n = model->n_micros;

  state->value = 0;
  memset (state->slope, 0, sizeof state->slope);
  memset (state->curvature, 0, sizeof state->curvature);
  for (guint s = 0; s < model->strata->len; s++)
    add_to_state (model, &g_array_index (model->strata, Stratum, s), state);
  for (guint j = 0; j < n; j++)
    {
      state->value -= model->lambda / 2 * state->at[j] * state->at[j];
      state->slope[j] -= model->lambda * state->at[j];
      state->curvature[j * MICROS + j] += model->lambda;
    }
  pack (state, n);

  return isfinite (state->value) && ink_cholesky_factor (state->curvature, n);
}

static gboolean
advance (const Model  *model,
         const double *step,
         State        *state,
         State        *next)
{
  double slack = 1e-11 * (1 + fabs (state->value)), part = 1;

  for (guint i = 0; i < MAX_HALVINGS; i++, part /= 2)
    {
      for (guint j = 0; j < model->n_micros; j++)
        next->at[j] = state->at[j] + part * step[j];
      if (evaluate (model, next) && next->value >= state->value - slack)
        {
          *state = *next;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
climb (const Model  *model,
       GCancellable *cancellable,
       State        *state)
{
  g_autofree State *next = g_new0 (State, 1);
  double step[MICROS];

  if (!evaluate (model, state))
    return FALSE;
  for (guint i = 0; i < MAX_STEPS && !g_cancellable_is_cancelled (cancellable); i++)
    {
      double size = 0;

      memcpy (step, state->slope, sizeof step);
      ink_cholesky_solve (state->curvature, model->n_micros, step);
      for (guint j = 0; j < model->n_micros; j++)
        size = fmax (size, fabs (step[j]));
      if (!advance (model, step, state, next))
        return FALSE;
      if (size < STILL)
        return TRUE;
    }

  return FALSE;
}

static void
write_results (const Model *model,
               const State *state,
               double      *log_ratios,
               double      *ses)
{
  double packed[MICROS];

  ink_cholesky_errors (state->curvature, model->n_micros, packed);
  for (guint bit = 0; bit < MICROS; bit++)
    {
      gboolean is_in = model->micros >> bit & 1;

      log_ratios[bit] = is_in ? state->at[model->place[bit]] : 0;
      ses[bit] = is_in ? packed[model->place[bit]] : INFINITY;
    }
}

gboolean
ink_joint_model_fit (const InkJointCell *cells,
                     gsize               n_cells,
                     guint64             micros,
                     double              lambda,
                     GCancellable       *cancellable,
                     double             *log_ratios,
                     double             *ses)
{
  g_autoptr (GArray) strata = g_array_new (FALSE, FALSE, sizeof (Stratum));
  g_autofree double *weights = g_new (double, n_cells + 1);
  g_autofree State *state = g_new0 (State, 1);
  Model model = { .cells = cells, .strata = strata, .micros = micros, .lambda = lambda,
                  .weights = weights };

  g_return_val_if_fail (cells != NULL || n_cells == 0, FALSE);
  g_return_val_if_fail (lambda >= 0 && log_ratios != NULL && ses != NULL, FALSE);

  for (guint bit = 0; bit < MICROS; bit++)
    if (micros >> bit & 1)
      model.place[bit] = model.n_micros++;
  read_strata (&model, n_cells);
  if (!climb (&model, cancellable, state))
    return FALSE;
  write_results (&model, state, log_ratios, ses);

  return TRUE;
}
