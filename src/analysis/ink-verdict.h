/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be said of a micro conversion, and the rule that decides it: the first that matches. */
#pragma once

#include "analysis/ink-indicator-rates.h"

G_BEGIN_DECLS

/**
 * InkVerdict: in the order in which the rule asks.
 * @INK_VERDICT_NO_DATA: nobody converted, or nobody did it
 * @INK_VERDICT_TRAILS: done after the sale, as a result of it
 * @INK_VERDICT_LAST_STEP: done in the visit or on the day of the sale: too late to act on
 * @INK_VERDICT_ACTIVITY_UNKNOWN: the data have no everyday activity to compare by
 * @INK_VERDICT_DEPENDS: personas differ so much that the average describes nobody
 * @INK_VERDICT_NOT_ENOUGH: too few conversions to compare
 * @INK_VERDICT_SHORT_JOURNEY: the same, since most buyers came and bought at once
 * @INK_VERDICT_LEADING: those who did it convert sooner than comparable people
 * @INK_VERDICT_FADING: it did lead, and does not any more
 * @INK_VERDICT_NEGATIVE: those who did it convert less
 * @INK_VERDICT_CROWD: the apparent lift is that of active people
 * @INK_VERDICT_BUSYWORK: a worthwhile lift is ruled out
 * @INK_VERDICT_PROMISING: looks like a lift, but may be chance
 */
typedef enum
{
  INK_VERDICT_NO_DATA,
  INK_VERDICT_TRAILS,
  INK_VERDICT_LAST_STEP,
  INK_VERDICT_ACTIVITY_UNKNOWN,
  INK_VERDICT_DEPENDS,
  INK_VERDICT_NOT_ENOUGH,
  INK_VERDICT_SHORT_JOURNEY,
  INK_VERDICT_LEADING,
  INK_VERDICT_FADING,
  INK_VERDICT_NEGATIVE,
  INK_VERDICT_CROWD,
  INK_VERDICT_BUSYWORK,
  INK_VERDICT_PROMISING,
  INK_N_VERDICTS,
} InkVerdict;

/* As files have it, such as "Leading indicator"; and in the reader's language. */
const char *ink_verdict_to_string (InkVerdict verdict);
const char *ink_verdict_get_title (InkVerdict verdict);

/**
 * InkVerdictCase: what the rule looks at, of one micro.
 * @settings: its constants
 * @conversions: of people at risk
 * @counts: people and buyers
 * @rates: the estimates
 * @n_personas, @present, @personas: (array length=n_personas): the personas' own verdicts, of those
 *   that are present
 * @has_background: everyday activity is in the data
 */
typedef struct
{
  const InkIndicatorSettings *settings;
  guint64 conversions;
  const InkIndicatorMicroTally *counts;
  const InkIndicatorRates *rates;
  guint n_personas;
  const gboolean *present;
  const InkVerdict *personas;
  gboolean has_background;
} InkVerdictCase;

InkVerdict ink_verdict_judge         (const InkVerdictCase *of);
/* The verdict of one persona. @people: of it, who had done the micro. */
InkVerdict ink_verdict_judge_persona (const InkIndicatorSettings *settings,
                                      const InkRateRatio *rate, double q, guint64 people,
                                      gboolean has_background);

G_END_DECLS
