/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which micro conversions announce the macro one, which only look busy, for whom, and how sure that
 * is: the result of one search. Immutable, reference-counted. */
#pragma once

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-short-journeys.h"
#include "analysis/ink-timeless-table.h"
#include "analysis/ink-verdict.h"
#include "base/ink-table.h"

G_BEGIN_DECLS

/**
 * InkIndicatorRisk: of those who do it, who converts within the window (risk_days).
 * @share: the converted share, NaN where it was not asked
 * @range: its 95 % range
 * @without: what would be expected without, by the adjusted ratio
 */
typedef struct
{
  double share;
  InkInterval range;
  double without;
} InkIndicatorRisk;

/**
 * InkIndicator: one micro conversion. Ratios that do not exist are NaN, or INFINITY.
 * @micro: the goal's name
 * @counts, @rates: all numbers
 * @reach: the share of the people at risk who had done it
 * @naive: the ratio of a dashboard: converted of those who ever did it, over those who never did
 * @joint: next to the other micros, with @joint_range
 * @verdict: with @sentence, which says it in the reader's language
 * @personas: (array): by persona, the verdict of those that are present
 * @more_people: about so many more would settle it; 0: nothing to say, since it is settled; INFINITY:
 *   cannot say
 * @median_days: from doing it to converting, among those who did both in this order
 * @overlaps_with: the micro that it is hardly told apart from, or -1
 * @phi: how much the two go together
 * @is_partly_measured: most of its sessions show no everyday activity
 */
typedef struct
{
  const char *micro;
  const InkIndicatorMicroTally *counts;
  const InkIndicatorRates *rates;
  double reach;
  double naive;
  double joint;
  InkInterval joint_range;
  InkVerdict verdict;
  char *sentence;
  InkVerdict *personas;
  double more_people;
  double median_days;
  InkIndicatorRisk risk;
  int overlaps_with;
  double phi;
  gboolean is_partly_measured;
} InkIndicator;

/**
 * InkIndicators:
 * @macro: the goal's name
 * @indicators: (array length=n): in the order of the goals
 * @personas: (array zero-terminated=1): names, everyone else last
 * @present: (array): by persona, whether it has a row anywhere
 * @counts: of all people
 * @estimates: of all micros
 * @messages: (array zero-terminated=1): events that count as activity, and look like messages that
 *   were sent to people
 * @note: (nullable): what has to be said before anything else
 * @is_short: most buyers bought in their first visit or on their first day
 * @short_journeys: (nullable): what goes with buying inside a visit; where @is_short, and
 *   times have a time of day
 * @timeless: (nullable): what goes together, where no event has a time: there are no @indicators then
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  char *macro;
  guint n;
  InkIndicator *indicators;
  char **personas;
  const gboolean *present;
  InkIndicatorTally *counts;
  InkIndicatorEstimates *estimates;
  InkIndicatorSettings settings;
  gint64 cut;
  GTimeZone *zone;
  gboolean has_background;
  gboolean has_only_days;
  gboolean is_short;
  InkShortJourneys *short_journeys;
  InkTimelessTable *timeless;
  char **messages;
  char *note;
} InkIndicators;

/* Searches for what announces @macro, a goal's name, among all micro goals. @filter (nullable): the
 * persona in which people's time counts, and the period. Slow: call it from a worker. */
InkIndicators *ink_indicators_evaluate (InkEventStore *store, InkDefinition *definition,
                                        const char *macro, const InkFilter *filter,
                                        GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkIndicators *ink_indicators_ref      (InkIndicators *indicators);
void           ink_indicators_unref    (InkIndicators *indicators);

/* The object of definitions.md's `indicators --json`. */
char          *ink_indicators_to_json  (const InkIndicators *indicators) G_GNUC_WARN_UNUSED_RESULT;
/* A row per micro: micro, people, reach, naive, crude, lift, low, high, p, q, observed, expected,
 * support, verdict (as files have it), title (the same for readers), more_people, median_days,
 * sentence. Missing where it does not exist. */
InkTable      *ink_indicators_to_table (const InkIndicators *indicators) G_GNUC_WARN_UNUSED_RESULT;
/* A row per micro and persona that is present: micro, persona, people, lift, low, high, q,
 * verdict, title, differs (by micro: 1: personas disagree, 2: in opposite ways). */
InkTable      *ink_indicators_to_personas (const InkIndicators *indicators)
    G_GNUC_WARN_UNUSED_RESULT;
/* A row per ordered pair of micros: micro, other, people (who did both), phi; like ones together. */
InkTable      *ink_indicators_to_overlap (const InkIndicators *indicators)
    G_GNUC_WARN_UNUSED_RESULT;
/* How many people of those at risk had done both, and how much the two go together; NaN where that
 * cannot be said. */
guint64        ink_indicators_get_both   (const InkIndicators *indicators, guint a, guint b);
double         ink_indicators_get_phi    (const InkIndicators *indicators, guint a, guint b);
/* A row per micro of a table without times: micro, people (with it), share_with, share_without,
 * risk_ratio, low, high, odds_ratio, q, verdict, title, sentence. */
InkTable      *ink_timeless_to_table     (const InkTimelessTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* A row per level of each column: column, level, people, converted, share, low, high, check. */
InkTable      *ink_timeless_to_levels    (const InkTimelessTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* Roughly what it holds in memory, for a cache that counts bytes. */
gsize          ink_indicators_get_bytes (const InkIndicators *indicators);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicators, ink_indicators_unref)

G_END_DECLS
