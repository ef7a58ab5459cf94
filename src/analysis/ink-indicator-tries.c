/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Candidates are looked at in batches, since what is done is a bit of one number. */
#include "config.h"

#include "analysis/ink-indicator-tries.h"

#include "analysis/ink-slices.h"

/* People who did it, in both halves together: fewer are too few in either. */
#define LEAST_HALVES 2
/* A deadline that nearly everybody keeps is none. */
#define THE_SAME 0.95

/* ---- Halves ---- */

/* The half of somebody is the same whatever else is imported, and on every computer. */
static guint8
find_half (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *p = id; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  hash = (hash ^ hash >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return (hash ^ hash >> 32) & 1;
}

static guint8 *
find_halves (const InkScope *scope)
{
  guint8 *halves = g_new (guint8, scope->n_people + 1);

  for (guint32 person = 0; person < scope->n_people; person++)
    halves[person] = find_half (ink_event_store_get_person_id (scope->store, person));
  return halves;
}

/* ---- Batches ---- */

static void
clear_rates (InkIndicatorRates *rates)
{
  g_clear_pointer (&rates->personas, g_free);
  g_clear_pointer (&rates->persona_q, g_free);
}

static void
clear_tried (gpointer data)
{
  InkTried *tried = data;

  for (guint half = 0; half < INK_N_HALVES; half++)
    clear_rates (&tried->rates[half]);
}

static void
take_rates (InkTries *self,
            InkIndicatorEstimates *estimates,
            guint first,
            guint half)
{
  for (guint i = 0; i < estimates->n_micros; i++)
    {
      InkTried *tried = &g_array_index (self->tried, InkTried, first + i);

      tried->rates[half] = estimates->micros[i];
      estimates->micros[i].personas = NULL;
      estimates->micros[i].persona_q = NULL;
    }
  self->n_personas = estimates->n_personas;
  if (half != INK_HALF_JUDGED)
    return;
  g_free (self->present);
  self->present = g_steal_pointer (&estimates->present);
}

static void
take_counts (InkTries *self,
             const InkIndicatorTally *tally,
             guint first)
{
  self->searched_people = tally->people;
  self->searched_conversions = tally->conversions;
  for (guint i = 0; i < tally->n_micros; i++)
    {
      InkIndicatorMicroTally *counts = &g_array_index (self->tried, InkTried, first + i).counts;

      *counts = tally->micros[i];
      counts->lags = counts->risk_events = counts->risk_ends = NULL;
    }
}

static gboolean
look_at_half (InkTries *self,
              InkIndicatorFrame *batch,
              guint first,
              guint half,
              GError **error)
{
  g_autoptr (InkIndicatorSums) sums = NULL;
  g_autoptr (InkIndicatorEstimates) estimates = NULL;

  batch->half = (guint8) half;
  sums = ink_indicator_sums_new (batch, self->personas, self->only, 0, error);
  if (sums == NULL)
    return FALSE;
  estimates = ink_indicator_estimates_new_apart (batch, sums, error);
  if (estimates == NULL)
    return FALSE;
  take_rates (self, estimates, first, half);
  if (half == INK_HALF_SEARCHED)
    take_counts (self, sums->tally, first);

  return TRUE;
}

InkIndicatorFrame
ink_tries_make_batch (const InkTries *self)
{
  InkIndicatorFrame batch = *self->frame;

  batch.n_micros = 0;
  batch.halves = self->halves;
  return batch;
}

void
ink_tries_drop_rows (InkIndicatorFrame *batch,
                     guint first)
{
  g_return_if_fail (batch != NULL);

  for (guint i = first; i < batch->n_micros; i++)
    ink_rows_unref ((InkRows *) batch->micro_rows[i]);
  batch->n_micros = first;
}

static gboolean
look_at_batch (InkTries *self,
               InkIndicatorFrame *batch,
               GError **error)
{
  guint first = self->tried->len - batch->n_micros;
  gboolean done = TRUE;

  for (guint half = 0; half < INK_N_HALVES && done && batch->n_micros > 0; half++)
    done = look_at_half (self, batch, first, half, error);
  ink_tries_drop_rows (batch, 0);
  return done;
}

/* Only who did it is asked, never what came of it: leaving out is no looking. */
static gboolean
is_worth_it (const InkTries *self,
             guint index,
             guint32 people)
{
  const InkCandidate *candidate = g_ptr_array_index (self->candidates, index);

  return people >= LEAST_HALVES * self->frame->settings.least_people
         && (candidate->looser == 0
             || people < THE_SAME * self->people[candidate->looser - 1]);
}

static void
add_to_batch (InkTries *self,
              InkIndicatorFrame *batch,
              const InkCandidate *candidate,
              InkRows *rows)
{
  InkTried tried = { .candidate = candidate };

  batch->micros[batch->n_micros] = candidate->goal;
  batch->micro_rows[batch->n_micros++] = rows;
  g_array_append_val (self->tried, tried);
}

gboolean
ink_tries_look (InkTries *self,
                GError **error)
{
  InkIndicatorFrame batch = ink_tries_make_batch (self);

  g_return_val_if_fail (self->candidates != NULL, FALSE);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const InkCandidate *candidate = g_ptr_array_index (self->candidates, i);
      InkRows *rows = ink_indicator_candidate_rows (self->frame, candidate, error);

      if (rows == NULL)
        {
          ink_tries_drop_rows (&batch, 0);
          return FALSE;
        }
      ink_progress_set (self->progress, i, (gint64) self->candidates->len + 1, 0);
      self->people[i] = rows->n;
      if (is_worth_it (self, i, rows->n))
        add_to_batch (self, &batch, candidate, rows);
      else
        ink_rows_unref (rows);
      if (batch.n_micros == INK_INDICATOR_MAX_MICROS && !look_at_batch (self, &batch, error))
        return FALSE;
    }

  return look_at_batch (self, &batch, error);
}

/* ---- All of it ---- */

gboolean
ink_tries_begin (InkTries *self,
                 GError **error)
{
  g_return_val_if_fail (self != NULL && self->frame != NULL, FALSE);

  self->personas = ink_indicator_personas_new (self->frame, error);
  if (self->personas == NULL)
    return FALSE;
  /* Hundreds of rules that are asked once would drive out what the next question needs. */
  self->frame->scope->keeps = FALSE;
  self->candidates = ink_indicator_candidates_new (self->frame, error);
  if (self->candidates == NULL)
    return FALSE;
  self->people = g_new0 (guint32, self->candidates->len + 1);
  self->tried = g_array_new (FALSE, TRUE, sizeof (InkTried));
  g_array_set_clear_func (self->tried, clear_tried);
  self->halves = find_halves (self->frame->scope);

  return TRUE;
}

void
ink_tries_clear (InkTries *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->tried, g_array_unref);
  g_clear_pointer (&self->personas, ink_indicator_personas_unref);
  g_free (self->people);
  g_free (self->present);
  g_free (self->halves);
}
