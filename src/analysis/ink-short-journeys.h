/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happens inside a visit, where most buyers come once: of visits equally deep, do those in
 * which a micro conversion has happened end in the macro one more often?
 *
 * Never mixed with what leads: other words, other verdicts. The argument is that of ink-indicator-walk
 * with the events of a visit in place of visits. */
#pragma once

#include "base/ink-table.h"
#include "analysis/ink-indicator-personas.h"
#include "stats/ink-mantel-haenszel.h"

G_BEGIN_DECLS

typedef enum
{
  INK_SHORT_NO_DATA,
  INK_SHORT_STEP_OF_BUYING,
  INK_SHORT_NOT_ENOUGH,
  INK_SHORT_GOES_WITH_BUYING,
  INK_SHORT_RARER,
  INK_SHORT_LONG_VISITS,
  INK_SHORT_NO_DIFFERENCE,
  INK_SHORT_PROMISING,
  INK_N_SHORT_VERDICTS,
} InkShortVerdict;

/* As files have it, such as "Goes with buying"; and in the reader's language. */
const char *ink_short_verdict_to_string (InkShortVerdict verdict);
const char *ink_short_verdict_get_title (InkShortVerdict verdict);

/**
 * InkShortIndicator: one micro.
 * @visits: with it
 * @buying: buying visits with it
 * @among_last: those of @buying in which it first came as one of the last two events
 * @deep: visits without a sale, at least as long as the middle buying visit, with it
 * @is_step: it is a step of buying, so nothing is estimated
 * @within: among steps equally deep
 * @crude: as if all steps were one stratum
 * @q: of @within, among all micros that are no step of buying
 */
typedef struct
{
  char *micro;
  guint64 visits;
  guint64 buying;
  guint64 among_last;
  guint64 deep;
  gboolean is_step;
  InkCommonRatios within;
  InkCommonRatios crude;
  double q;
  InkShortVerdict verdict;
  char *sentence;
} InkShortIndicator;

/**
 * InkShortJourneys:
 * @visits: with anything in them
 * @buying: those of them that end with the sale
 * @at_once: sales without an event before them in their visit; left out
 * @middle: events of the middle buying visit
 * @deep: visits without a sale, at least as long
 * @starts: buying visits of which nothing is left before a step of buying
 * @steps: rows that are compared
 * @strata: in which they lie
 * @is_comparable: FALSE where the data are no journey inside visits: no times of day, no everyday
 *   activity, or only samples of events
 */
typedef struct
{
  guint64 visits;
  guint64 buying;
  guint64 at_once;
  guint64 middle;
  guint64 deep;
  guint64 starts;
  guint64 steps;
  guint strata;
  gboolean is_comparable;
  guint n;
  InkShortIndicator *indicators;
} InkShortJourneys;

/* NULL with @error where it was cancelled. */
InkShortJourneys *ink_short_journeys_new  (const InkIndicatorFrame *frame,
                                           const InkIndicatorPersonas *personas, int only,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              ink_short_journeys_free (InkShortJourneys *journeys);
/* Columns micro, title (of the verdict), visits, buying, ratio, low, high. */
InkTable         *ink_short_journeys_to_table (const InkShortJourneys *journeys)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkShortJourneys, ink_short_journeys_free)

G_END_DECLS
