/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts of people and of buyers: what stands next to the rates, and what the verdicts ask first. */
#pragma once

#include "analysis/ink-indicator-life.h"
#include "stats/ink-fourfold.h"

G_BEGIN_DECLS

/**
 * InkIndicatorMicroTally:
 * @people: who had done it before they stopped, in a session that had ended
 * @ever: people at risk by whether they ever did it, at whatever time, and converted: the naive table
 * @after: buyers who first did it after they bought
 * @before: buyers who first did it before
 * @before_known: those of them who could have been led: known for a day, with an ended session
 * @too_late: those of these who did it in the buying session only, or less than a day before
 * @only_buying: those of @before who did it in the buying session only
 * @before_time: buyers' time without it, before they bought
 * @after_time: buyers' time without it, after they bought, of those who had not done it
 * @sessions: ended sessions in which it was done
 * @visits: those of them that are visits
 * @landmark: by done at the landmark and converted in the window after it
 * @lags: (element-type gint64): from doing it to buying
 * @risk_people: whose clock started: they did it before they stopped
 * @risk_events: (element-type gint64): times from doing it to buying, within the window
 * @risk_ends: (element-type gint64): times from doing it to the export's end, within the window
 */
typedef struct
{
  guint64 people;
  InkFourfold ever;
  guint64 after;
  guint64 before;
  guint64 before_known;
  guint64 too_late;
  guint64 only_buying;
  InkTimeSum before_time;
  InkTimeSum after_time;
  guint64 sessions;
  guint64 visits;
  InkFourfold landmark;
  GArray *lags;
  guint64 risk_people;
  GArray *risk_events;
  GArray *risk_ends;
} InkIndicatorMicroTally;

/**
 * InkIndicatorTally:
 * @n_personas: with everyone else
 * @people: at risk
 * @conversions: of people at risk
 * @fates: people by what became of them
 * @buyers: all who converted, at first sight or not
 * @short_buyers: those of them whom nothing could lead
 * @time: person-time
 * @people_of_persona: (array length=n_personas): at risk at some time in it
 * @done_by_persona: (array): [micro * n_personas + persona]: who had done it at some time in it
 * @together: (array): [micro * n_micros + other]: people who had done both, for @other below @micro
 */
typedef struct
{
  guint n_micros;
  guint n_personas;
  guint64 people;
  guint64 conversions;
  guint64 fates[INK_INDICATOR_N_FATES];
  guint64 buyers;
  guint64 short_buyers;
  InkTimeSum time;
  guint64 *people_of_persona;
  guint64 *done_by_persona;
  guint64 *together;
  InkIndicatorMicroTally *micros;
} InkIndicatorTally;

InkIndicatorTally *ink_indicator_tally_new  (guint n_micros, guint n_personas)
    G_GNUC_WARN_UNUSED_RESULT;
void               ink_indicator_tally_free (InkIndicatorTally *tally);
void               ink_indicator_tally_join (InkIndicatorTally *tally,
                                             const InkIndicatorTally *other);
/* Counts a person at risk whose time counts. @done: what was done when the following stopped. */
void               ink_indicator_tally_add  (InkIndicatorTally *tally,
                                             const InkIndicatorLife *life, guint64 done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorTally, ink_indicator_tally_free)

G_END_DECLS
