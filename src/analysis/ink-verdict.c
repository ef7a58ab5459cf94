/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The verdict rule, step by step. Never from a p-value alone: what is smaller than a worthwhile lift
 * is a trifle at a million rows, and so is what little confounding is left.
 *
 * Comparisons with a ratio that does not exist (NaN) are false, and its range is 0 to infinity. */
#include "config.h"

#include "analysis/ink-verdict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "stats/ink-stability.h"
#include "stats/ink-wilson.h"

/* From here on "most" is meant, beyond chance. */
#define MOST 0.5
/* Trailing is twice as frequent a time after the sale as before it. */
#define TRAILING_RATE 2
/* So that a rate of none before the sale is no zero. */
#define HALF_AN_EVENT 0.5

static const char *const names[INK_N_VERDICTS] = {
  [INK_VERDICT_NO_DATA] = N_ ("No data"),
  [INK_VERDICT_TRAILS] = N_ ("Trails the sale"),
  [INK_VERDICT_LAST_STEP] = N_ ("Last step"),
  [INK_VERDICT_ACTIVITY_UNKNOWN] = N_ ("Activity unknown"),
  [INK_VERDICT_DEPENDS] = N_ ("Depends on persona"),
  [INK_VERDICT_NOT_ENOUGH] = N_ ("Not enough data"),
  [INK_VERDICT_SHORT_JOURNEY] = N_ ("Short journey"),
  [INK_VERDICT_LEADING] = N_ ("Leading indicator"),
  [INK_VERDICT_FADING] = N_ ("Fading"),
  [INK_VERDICT_NEGATIVE] = N_ ("Negative"),
  [INK_VERDICT_CROWD] = N_ ("Follows the crowd"),
  [INK_VERDICT_BUSYWORK] = N_ ("Busywork"),
  [INK_VERDICT_PROMISING] = N_ ("Promising"),
};

const char *
ink_verdict_to_string (InkVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_VERDICTS, NULL);

  return names[verdict];
}

const char *
ink_verdict_get_title (InkVerdict verdict)
{
  g_return_val_if_fail (verdict < INK_N_VERDICTS, NULL);

  return _ (names[verdict]);
}

static gboolean
is_most (guint64 part,
         guint64 whole,
         const InkIndicatorSettings *settings)
{
  return (double) whole >= settings->least_compared
         && ink_wilson_range (part, whole, 0.95).low > MOST;
}

/* ---- Steps that need no estimate ---- */

static gboolean
trails (const InkVerdictCase *of)
{
  const InkIndicatorMicroTally *counts = of->counts;
  double after = (double) counts->after, before = (double) counts->before + HALF_AN_EVENT;

  return is_most (counts->after, counts->after + counts->before, of->settings)
         && after * ink_time_sum_days (&counts->before_time)
                >= TRAILING_RATE * before * ink_time_sum_days (&counts->after_time);
}

static gboolean
is_last_step (const InkVerdictCase *of)
{
  return is_most (of->counts->too_late, of->counts->before_known, of->settings);
}

/* ---- Personas ---- */

/* Whether a persona's verdict is @verdict while another stands on the other side of 1; only those
 * that entered the tests. */
static gboolean
is_opposed (const InkVerdictCase *of,
            InkVerdict verdict)
{
  for (guint i = 0; i < of->n_personas; i++)
    {
      if (!of->present[i] || of->personas[i] != verdict || !isfinite (of->rates->personas[i].se))
        continue;
      for (guint j = 0; j < of->n_personas; j++)
        if (j != i && of->present[j] && isfinite (of->rates->personas[j].se)
            && (verdict == INK_VERDICT_LEADING ? of->rates->personas[j].ratio < 1
                                               : of->rates->personas[j].ratio > 1))
          return TRUE;
    }

  return FALSE;
}

static gboolean
depends (const InkVerdictCase *of)
{
  double accepted = of->settings->false_share;

  return of->rates->gail_simon_q <= accepted
         || (of->rates->cochran_q <= accepted
             && (is_opposed (of, INK_VERDICT_LEADING) || is_opposed (of, INK_VERDICT_NEGATIVE)));
}

/* ---- Steps that look at the estimate ---- */

static gboolean
is_too_small (const InkIndicatorSettings *settings,
              const InkRateRatio *rate,
              guint64 people)
{
  return (double) people < settings->least_people
         || fmax (rate->observed, rate->expected) < settings->least_conversions
         || rate->observed + rate->other < settings->least_compared;
}

/* @crude: (nullable): personas have none. */
static InkVerdict
judge_rate (const InkIndicatorSettings *settings,
            const InkRateRatio *rate,
            const InkRateRatio *crude,
            double q,
            guint64 people)
{
  gboolean is_sure = q <= settings->false_share;

  if (is_too_small (settings, rate, people))
    return INK_VERDICT_NOT_ENOUGH;
  if (is_sure && rate->ratio >= settings->worthwhile && rate->range.low > 1
      && rate->observed >= settings->least_compared)
    return INK_VERDICT_LEADING;
  if (is_sure && rate->ratio <= settings->harmful && rate->range.high < 1)
    return INK_VERDICT_NEGATIVE;
  if (crude != NULL && crude->range.low > settings->worthwhile
      && rate->ratio < settings->worthwhile
      && rate->range.high < fmax (settings->ruled_out, crude->ratio))
    return INK_VERDICT_CROWD;
  if ((crude == NULL || crude->range.low <= settings->worthwhile)
      && rate->range.high < settings->ruled_out && rate->range.low > 1 / settings->ruled_out)
    return INK_VERDICT_BUSYWORK;

  return rate->ratio >= settings->worthwhile ? INK_VERDICT_PROMISING : INK_VERDICT_NOT_ENOUGH;
}

InkVerdict
ink_verdict_judge_persona (const InkIndicatorSettings *settings,
                           const InkRateRatio *rate,
                           double q,
                           guint64 people,
                           gboolean has_background)
{
  g_return_val_if_fail (settings != NULL && rate != NULL, INK_VERDICT_NO_DATA);

  if (!has_background)
    return INK_VERDICT_ACTIVITY_UNKNOWN;
  return judge_rate (settings, rate, NULL, q, people);
}

static InkVerdict
refine (const InkVerdictCase *of,
        InkVerdict verdict)
{
  const InkIndicatorMicroTally *counts = of->counts;

  if (verdict == INK_VERDICT_LEADING && ink_is_fading (&of->rates->early, &of->rates->late))
    return INK_VERDICT_FADING;
  if (verdict == INK_VERDICT_NOT_ENOUGH
      && (double) counts->before >= of->settings->least_compared
      && 2 * counts->before_known < counts->before)
    return INK_VERDICT_SHORT_JOURNEY;
  return verdict;
}

InkVerdict
ink_verdict_judge (const InkVerdictCase *of)
{
  g_return_val_if_fail (of != NULL, INK_VERDICT_NO_DATA);

  if (of->conversions == 0 || of->counts->ever.a + of->counts->ever.b == 0)
    return INK_VERDICT_NO_DATA;
  if (trails (of))
    return INK_VERDICT_TRAILS;
  if (is_last_step (of))
    return INK_VERDICT_LAST_STEP;
  if (!of->has_background)
    return INK_VERDICT_ACTIVITY_UNKNOWN;
  if (depends (of))
    return INK_VERDICT_DEPENDS;
  return refine (of, judge_rate (of->settings, &of->rates->adjusted, &of->rates->crude,
                                 of->rates->q, of->counts->people));
}
