/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From cells to estimates. Strata are always added up in the same order. */
#include "analysis/ink-indicator-rates.h"

#include <math.h>

#include "analysis/ink-indicator-strata.h"
#include "stats/ink-joint-model.h"
#include "stats/ink-multiple.h"

G_STATIC_ASSERT (INK_INDICATOR_MAX_MICROS <= INK_JOINT_MODEL_MAX_MICROS);

/* Fewer cells are done before a second thread has begun. */
#define CELLS_FOR_TWO 5000

typedef struct
{
  const InkIndicatorFrame *frame;
  const InkIndicatorSums *sums;
  InkIndicatorStrata strata;
  InkIndicatorEstimates *estimates;
  gboolean apart; /* each by itself only */
  gint next; /* atomic: what no thread has begun: all together, then each micro */
} Estimating;

static InkIndicatorEstimates *
make_estimates (const InkIndicatorFrame *frame,
                const InkIndicatorSums *sums)
{
  InkIndicatorEstimates *estimates = g_new0 (InkIndicatorEstimates, 1);
  guint n_personas = sums->tally->n_personas;

  estimates->n_micros = frame->n_micros;
  estimates->n_personas = n_personas;
  estimates->present = g_new0 (gboolean, n_personas);
  for (guint i = 0; i < n_personas && frame->scope->n_personas > 0; i++)
    estimates->present[i] = sums->tally->people_of_persona[i] > 0;
  estimates->micros = g_new0 (InkIndicatorRates, frame->n_micros + 1);
  for (guint i = 0; i < frame->n_micros; i++)
    {
      estimates->micros[i].personas = g_new0 (InkRateRatio, n_personas);
      estimates->micros[i].persona_q = g_new (double, n_personas);
      estimates->micros[i].joint_se = INFINITY;
    }

  return estimates;
}

void
ink_indicator_estimates_free (InkIndicatorEstimates *estimates)
{
  if (estimates == NULL)
    return;
  for (guint i = 0; i < estimates->n_micros; i++)
    {
      g_free (estimates->micros[i].personas);
      g_free (estimates->micros[i].persona_q);
    }
  g_free (estimates->micros);
  g_free (estimates->present);
  g_free (estimates);
}

/* ---- Each by itself ---- */

static void
compare_personas (const Estimating *self,
                  const InkRateStratum *rates,
                  InkIndicatorRates *micro)
{
  guint n_personas = self->estimates->n_personas, n = 0;
  g_autofree double *logs = g_new (double, n_personas);
  g_autofree double *ses = g_new (double, n_personas);

  for (guint i = 0; i < n_personas; i++)
    {
      guint first, end;

      ink_indicator_strata_range (&self->strata, i, &first, &end);
      ink_rate_ratio_estimate (rates + first, end - first, &micro->personas[i]);
      if (!self->estimates->present[i] || !isfinite (micro->personas[i].se))
        continue;
      logs[n] = micro->personas[i].log_ratio;
      ses[n++] = micro->personas[i].se;
    }
  ink_heterogeneity (logs, ses, n, &micro->differences);
  micro->is_simpson = isfinite (micro->crude.se)
                      && ink_is_simpson (micro->crude.log_ratio, logs, n);
}

/* @room: for three times as many as there are strata */
static void
estimate_micro (const Estimating *self,
                guint index,
                InkRateStratum *room)
{
  InkIndicatorRates *micro = &self->estimates->micros[index];
  guint n = self->strata.n;
  InkRateStratum *early = room, *late = room + n, *whole = room + 2 * (gsize) n;
  InkRateStratum pooled;

  ink_indicator_strata_fill (&self->strata, index, early, late, whole);
  ink_rate_ratio_estimate (early, n, &micro->early);
  ink_rate_ratio_estimate (late, n, &micro->late);
  ink_rate_ratio_estimate (whole, n, &micro->adjusted);
  pooled = ink_indicator_strata_pool (&self->strata, whole);
  ink_rate_ratio_estimate (&pooled, 1, &micro->crude);
  compare_personas (self, whole, micro);
}

/* ---- Next to one another ---- */

static InkJointCell *
list_joint_cells (const Estimating *self)
{
  const GArray *cells = self->sums->cells;
  InkJointCell *joint = g_new (InkJointCell, cells->len + 1);
  guint stratum = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const InkIndicatorSide *side = &self->strata.sides[i];

      while (self->strata.ends[stratum] <= i)
        stratum++;
      joint[i] = (InkJointCell){
        .stratum = stratum,
        .done = g_array_index ((GArray *) cells, InkIndicatorCell, i).done,
        .events = side->events[0] + side->events[1],
        .days = side->days[0] + side->days[1],
      };
    }

  return joint;
}

/* @fitted: bits of the micros that stand next to one another; @kept: those whose estimates are
 * taken over. */
static void
fit (Estimating *self,
     const InkJointCell *cells,
     guint64 fitted,
     guint64 kept)
{
  double logs[INK_JOINT_MODEL_MAX_MICROS], ses[INK_JOINT_MODEL_MAX_MICROS];

  if ((fitted & kept) == 0
      || !ink_joint_model_fit (cells, self->sums->cells->len, fitted,
                               self->frame->settings.joint_lambda,
                               self->frame->scope->cancellable, logs, ses))
    return;
  for (guint i = 0; i < self->estimates->n_micros; i++)
    if (kept >> i & 1)
      {
        self->estimates->micros[i].joint_log_ratio = logs[i];
        self->estimates->micros[i].joint_se = ses[i];
      }
}

static void
fit_together (Estimating *self)
{
  g_autofree InkJointCell *cells = list_joint_cells (self);
  guint64 micros = ink_joint_model_find_micros (cells, self->sums->cells->len);

  fit (self, cells, micros, G_MAXUINT64);
}

void
ink_indicator_estimates_fit_next_to (InkIndicatorEstimates *estimates,
                                     const InkIndicatorFrame *frame,
                                     const InkIndicatorSums *sums,
                                     guint n_own)
{
  Estimating self = { .frame = frame, .sums = sums, .estimates = estimates };
  g_autofree InkJointCell *cells = NULL;
  guint64 micros, own = n_own < 64 ? (G_GUINT64_CONSTANT (1) << n_own) - 1 : G_MAXUINT64;

  g_return_if_fail (estimates != NULL && frame != NULL && sums != NULL);

  ink_indicator_strata_init (&self.strata, sums->cells);
  cells = list_joint_cells (&self);
  micros = ink_joint_model_find_micros (cells, sums->cells->len);
  for (guint i = n_own; i < estimates->n_micros; i++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << i;

      fit (&self, cells, micros & (own | bit), bit);
    }
  ink_indicator_strata_clear (&self.strata);
}

/* ---- Many tests at once: four families ---- */

static void
adjust_overall (InkIndicatorEstimates *estimates)
{
  guint n = estimates->n_micros;
  g_autofree double *p = g_new (double, 3 * (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      p[i] = estimates->micros[i].adjusted.p_value;
      p[n + i] = estimates->micros[i].differences.q_p;
      p[2 * n + i] = estimates->micros[i].differences.gail_simon_p;
    }
  for (guint family = 0; family < 3; family++)
    ink_benjamini_hochberg (p + family * n, n, p + family * n);
  for (guint i = 0; i < n; i++)
    {
      estimates->micros[i].q = p[i];
      estimates->micros[i].cochran_q = p[n + i];
      estimates->micros[i].gail_simon_q = p[2 * n + i];
    }
}

static void
adjust_personas (InkIndicatorEstimates *estimates)
{
  gsize size = (gsize) estimates->n_micros * estimates->n_personas, n = 0;
  g_autofree double *p = g_new (double, size + 1);

  for (guint i = 0; i < estimates->n_micros; i++)
    for (guint j = 0; j < estimates->n_personas; j++)
      if (estimates->present[j])
        p[n++] = estimates->micros[i].personas[j].p_value;
  ink_benjamini_hochberg (p, n, p);
  n = 0;
  for (guint i = 0; i < estimates->n_micros; i++)
    for (guint j = 0; j < estimates->n_personas; j++)
      estimates->micros[i].persona_q[j] = estimates->present[j] ? p[n++] : 1;
}

void
ink_indicator_estimates_adjust (InkIndicatorEstimates *estimates)
{
  g_return_if_fail (estimates != NULL);

  adjust_overall (estimates);
  adjust_personas (estimates);
}

/* ---- On two threads: the joint model takes about as long as all micros ---- */

static gpointer
estimate_some (gpointer data)
{
  Estimating *self = data;
  g_autofree InkRateStratum *room = g_new (InkRateStratum, 3 * (gsize) self->strata.n + 1);
  gint next;

  while ((next = g_atomic_int_add (&self->next, 1)) <= (gint) self->estimates->n_micros
         && !g_cancellable_is_cancelled (self->frame->scope->cancellable))
    {
      if (next == 0 && !self->apart)
        fit_together (self);
      else if (next > 0)
        estimate_micro (self, (guint) next - 1, room);
    }

  return NULL;
}

static InkIndicatorEstimates *
estimate (const InkIndicatorFrame *frame,
          const InkIndicatorSums *sums,
          gboolean apart,
          GError **error)
{
  Estimating self = { .frame = frame, .sums = sums, .apart = apart };
  GThread *other = NULL;

  self.estimates = make_estimates (frame, sums);
  ink_indicator_strata_init (&self.strata, sums->cells);
  self.estimates->n_strata = self.strata.n;
  if (sums->cells->len >= CELLS_FOR_TWO && g_get_num_processors () > 1)
    other = g_thread_new ("ink-indicators", estimate_some, &self);
  estimate_some (&self);
  g_clear_pointer (&other, g_thread_join);
  if (!apart)
    ink_indicator_estimates_adjust (self.estimates);
  ink_indicator_strata_clear (&self.strata);
  if (g_cancellable_set_error_if_cancelled (frame->scope->cancellable, error))
    g_clear_pointer (&self.estimates, ink_indicator_estimates_free);

  return self.estimates;
}

InkIndicatorEstimates *
ink_indicator_estimates_new (const InkIndicatorFrame *frame,
                             const InkIndicatorSums *sums,
                             GError **error)
{
  g_return_val_if_fail (frame != NULL && sums != NULL, NULL);

  return estimate (frame, sums, FALSE, error);
}

InkIndicatorEstimates *
ink_indicator_estimates_new_apart (const InkIndicatorFrame *frame,
                                   const InkIndicatorSums *sums,
                                   GError **error)
{
  g_return_val_if_fail (frame != NULL && sums != NULL, NULL);

  return estimate (frame, sums, TRUE, error);
}
