/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Frame, sums, estimates, verdicts, sentences: in this order. */
#include "config.h"

#include "analysis/ink-indicators.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-indicator-payoff.h"
#include "analysis/ink-indicators-private.h"
#include "analysis/ink-indicator-sentence.h"
#include "analysis/ink-messages.h"
#include "base/ink-error.h"
#include "stats/ink-power.h"
#include "stats/ink-quantile.h"
#include "stats/ink-survival.h"

/* ---- The value ---- */

InkIndicators *
ink_indicators_ref (InkIndicators *indicators)
{
  g_return_val_if_fail (indicators != NULL, NULL);

  g_atomic_ref_count_inc (&indicators->ref_count);
  return indicators;
}

void
ink_indicators_unref (InkIndicators *indicators)
{
  g_return_if_fail (indicators != NULL);

  if (!g_atomic_ref_count_dec (&indicators->ref_count))
    return;
  for (guint i = 0; i < indicators->n; i++)
    {
      g_free (indicators->indicators[i].sentence);
      g_free (indicators->indicators[i].personas);
      g_free ((char *) indicators->indicators[i].micro);
    }
  g_free (indicators->indicators);
  g_free (indicators->macro);
  g_strfreev (indicators->personas);
  g_clear_pointer (&indicators->counts, ink_indicator_tally_free);
  g_clear_pointer (&indicators->estimates, ink_indicator_estimates_free);
  g_clear_pointer (&indicators->zone, g_time_zone_unref);
  g_clear_pointer (&indicators->short_journeys, ink_short_journeys_free);
  g_clear_pointer (&indicators->timeless, ink_timeless_table_free);
  g_strfreev (indicators->messages);
  g_free (indicators->note);
  g_free (indicators);
}

gsize
ink_indicators_get_bytes (const InkIndicators *indicators)
{
  g_return_val_if_fail (indicators != NULL, 0);

  return sizeof *indicators
         + (gsize) indicators->n
               * (sizeof (InkIndicator) + sizeof (InkIndicatorRates) + 1024
                  + indicators->counts->n_personas * sizeof (InkRateRatio));
}

/* ---- Each micro ---- */

static double
find_naive (const InkFourfold *ever)
{
  double did = (double) (ever->a + ever->b), did_not = (double) (ever->c + ever->d);

  return ((double) ever->a / did) / ((double) ever->c / did_not);
}

static double
find_median_days (const InkIndicatorMicroTally *counts)
{
  return counts->lags->len > 0 ? ink_median ((gint64 *) (void *) counts->lags->data,
                                             counts->lags->len)
                                     / (double) INK_DAY
                               : NAN;
}

static InkIndicatorRisk
find_risk (const InkIndicatorMicroTally *counts,
           double window,
           double ratio)
{
  gsize n;
  g_autofree InkSurvivalRow *rows = ink_indicator_payoff_rows (counts, window, &n);
  const InkSurvivalRow *row;

  row = ink_survival_at (rows, n, window);
  if (row == NULL)
    return (InkIndicatorRisk){ NAN, { NAN, NAN }, NAN };

  return (InkIndicatorRisk){
    .share = 1 - row->survival,
    .range = { 1 - row->log_log.high, 1 - row->log_log.low },
    .without = ink_survival_risk_without (1 - row->survival, ratio),
  };
}

static void
find_joint (InkIndicator *indicator)
{
  const InkIndicatorRates *rates = indicator->rates;

  indicator->joint = NAN;
  indicator->joint_range = (InkInterval){ 0, INFINITY };
  if (!isfinite (rates->joint_se))
    return;
  indicator->joint = exp (rates->joint_log_ratio);
  indicator->joint_range = ink_interval_of_log (rates->joint_log_ratio, rates->joint_se);
}

static void
judge (InkIndicators *self,
       guint index)
{
  InkIndicator *indicator = &self->indicators[index];
  guint n_personas = self->counts->n_personas;
  InkVerdictCase of = {
    .settings = &self->settings,
    .conversions = self->counts->conversions,
    .counts = indicator->counts,
    .rates = indicator->rates,
    .n_personas = n_personas,
    .present = self->present,
    .has_background = self->has_background,
  };

  indicator->personas = g_new0 (InkVerdict, n_personas + 1);
  for (guint i = 0; i < n_personas; i++)
    indicator->personas[i] = ink_verdict_judge_persona (
        &self->settings, &indicator->rates->personas[i], indicator->rates->persona_q[i],
        self->counts->done_by_persona[index * n_personas + i], self->has_background);
  of.personas = indicator->personas;
  indicator->verdict = ink_verdict_judge (&of);
}

static gboolean
is_named (char **names,
          const InkRule *rule)
{
  for (guint i = 0; i < rule->n_children; i++)
    if (is_named (names, rule->children[i]))
      return TRUE;
  for (guint i = 0; rule->names != NULL && rule->names[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) (void *) names, rule->names[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_partly_measured (const InkIndicatorFrame *frame,
                    guint index,
                    const InkIndicatorMicroTally *counts)
{
  char **passive = frame->scope->definition->passive;

  return frame->has_background && 2 * counts->visits < counts->sessions
         && (passive == NULL || !is_named (passive, frame->micros[index]->rule));
}

static void
describe_micro (InkIndicators *self,
                const InkIndicatorFrame *frame,
                guint index)
{
  InkIndicator *indicator = &self->indicators[index];

  indicator->micro = g_strdup (frame->micros[index]->name);
  indicator->counts = &self->counts->micros[index];
  indicator->rates = &self->estimates->micros[index];
  indicator->reach = (double) indicator->counts->people / (double) self->counts->people;
  indicator->naive = find_naive (&indicator->counts->ever);
  indicator->median_days = find_median_days (indicator->counts);
  indicator->is_partly_measured = is_partly_measured (frame, index, indicator->counts);
  find_joint (indicator);
  judge (self, index);
  /* Where a verdict is there, nobody is missing. */
  if (indicator->verdict == INK_VERDICT_PROMISING || indicator->verdict == INK_VERDICT_NOT_ENOUGH)
    indicator->more_people = ink_power_more_people ((double) self->counts->people,
                                                    indicator->rates->adjusted.variance);
  indicator->risk = (InkIndicatorRisk){ NAN, { NAN, NAN }, NAN };
  if (indicator->verdict == INK_VERDICT_LEADING || indicator->verdict == INK_VERDICT_FADING
      || indicator->verdict == INK_VERDICT_NEGATIVE)
    indicator->risk = find_risk (indicator->counts,
                                 (double) self->settings.risk_window / (double) INK_DAY,
                                 indicator->rates->adjusted.ratio);
}

/* ---- What a lead is hardly told apart from ---- */

/* @n_own: what a search found is held against the goals only, not against what it found beside. */
static void
find_overlap (InkIndicators *self,
              guint index,
              guint n_own)
{
  InkIndicator *indicator = &self->indicators[index];

  indicator->overlaps_with = -1;
  indicator->phi = NAN;
  if (indicator->verdict != INK_VERDICT_LEADING || !(indicator->joint_range.low <= 1))
    return;
  for (guint i = 0; i < n_own; i++)
    {
      double phi = i != index ? ink_indicators_get_phi (self, index, i) : NAN;

      if (isnan (phi) || (indicator->overlaps_with >= 0 && phi <= indicator->phi))
        continue;
      indicator->overlaps_with = (int) i;
      indicator->phi = phi;
    }
}

/* ---- All of it ---- */

static char **
list_personas (const InkScope *scope)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i <= scope->n_personas; i++)
    g_ptr_array_add (names, g_strdup (ink_scope_persona_name (scope, i)));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

InkIndicators *
ink_indicators_new (const InkIndicatorFrame *frame,
                    InkIndicatorSums *sums,
                    InkIndicatorEstimates *estimates,
                    guint n_own)
{
  InkIndicators *self = g_new0 (InkIndicators, 1);

  g_return_val_if_fail (frame != NULL && sums != NULL && estimates != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->macro = g_strdup (frame->macro->name);
  self->n = frame->n_micros;
  self->indicators = g_new0 (InkIndicator, self->n + 1);
  self->personas = list_personas (frame->scope);
  self->counts = g_steal_pointer (&sums->tally);
  self->estimates = estimates;
  self->present = estimates->present;
  self->settings = frame->settings;
  self->cut = sums->cut;
  self->zone = g_time_zone_ref (frame->scope->zone);
  self->has_background = frame->has_background;
  self->has_only_days = frame->has_only_days;
  self->messages = ink_messages_in_activity (frame);
  self->is_short = 2 * self->counts->short_buyers > self->counts->buyers;
  for (guint i = 0; i < self->n; i++)
    describe_micro (self, frame, i);
  for (guint i = 0; i < self->n; i++)
    find_overlap (self, i, n_own);
  self->note = ink_indicators_note (self);
  for (guint i = 0; i < self->n; i++)
    self->indicators[i].sentence = ink_indicator_sentence (self, i);

  return self;
}

gboolean
ink_indicators_find_persona (const InkScope *scope,
                             const char *name,
                             int *persona,
                             GError **error)
{
  *persona = INK_INDICATOR_ALL_PERSONAS;
  if (name == NULL)
    return TRUE;
  *persona = ink_scope_find_persona (scope, name);
  if (*persona >= 0)
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("There is no persona '%s'."), name);
  return FALSE;
}

static InkIndicators *
search (const InkIndicatorFrame *frame,
        int persona,
        GError **error)
{
  g_autoptr (InkIndicatorPersonas) personas = ink_indicator_personas_new (frame, error);
  g_autoptr (InkIndicatorSums) sums = NULL;
  g_autoptr (InkIndicators) result = NULL;
  InkIndicatorEstimates *estimates;

  if (personas == NULL)
    return NULL;
  sums = ink_indicator_sums_new (frame, personas, persona, 0, error);
  if (sums == NULL)
    return NULL;
  estimates = ink_indicator_estimates_new (frame, sums, error);
  if (estimates == NULL)
    return NULL;
  result = ink_indicators_new (frame, sums, estimates, frame->n_micros);
  /* Without times of day nothing is known of the inside of a visit. */
  if (result->is_short && !frame->has_only_days)
    {
      result->short_journeys = ink_short_journeys_new (frame, personas, persona, error);
      if (result->short_journeys == NULL)
        return NULL;
    }

  return g_steal_pointer (&result);
}

/* Without times nothing comes before anything: no micro is looked at as a sign. */
static InkIndicators *
search_timeless (InkIndicatorFrame *frame,
                 int persona,
                 GError **error)
{
  g_autoptr (InkTimelessTable) table = ink_timeless_table_new (frame, persona, error);
  InkIndicators *result;

  if (table == NULL)
    return NULL;
  frame->n_micros = 0;
  result = search (frame, persona, error);
  if (result == NULL)
    return NULL;
  g_free (result->note);
  result->note = g_strdup (table->banner);
  result->timeless = g_steal_pointer (&table);
  return result;
}

InkIndicators *
ink_indicators_evaluate (InkEventStore *store,
                         InkDefinition *definition,
                         const char *macro,
                         const InkFilter *filter,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  g_autoptr (InkIndicatorFrame) frame = NULL;
  InkFilter all = { NULL, INK_TIME_NONE, INK_TIME_NONE };
  int persona;

  g_return_val_if_fail (store != NULL && definition != NULL && macro != NULL, NULL);

  if (filter == NULL)
    filter = &all;
  scope = ink_scope_new (store, definition, cancellable);
  scope->keeps = TRUE;
  if (!ink_indicators_find_persona (scope, filter->persona, &persona, error))
    return NULL;
  frame = ink_indicator_frame_new (scope, macro, filter->from, filter->to, error);
  if (frame == NULL)
    return NULL;

  return ink_timeless_applies (scope->store) ? search_timeless (frame, persona, error)
                                             : search (frame, persona, error);
}
