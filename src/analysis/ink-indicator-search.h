/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A search for what leads and is no goal yet. Whoever tries hundreds of things finds some that stand
 * out by chance alone; so the search sees one half of the people, and what it found is judged in the
 * other half, with what so many tests cost. Immutable, reference-counted. */
#pragma once

#include "analysis/ink-indicator-candidates.h"
#include "analysis/ink-indicators.h"
#include "analysis/ink-query.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* So many are judged at most: the rest of what stood out is not worth a second look. */
#define INK_MOST_FOUND 12

/**
 * InkFound: what stood out in the half that was searched.
 * @goal: as it would be made
 * @searched: what the search saw there; flattering, since it is why it was chosen
 * @indicator: of the other half: the estimates and verdict that count, with q among all that was
 *   searched; @joint is next to the project's own goals
 * @says: the verdict, and that it was found by a search, in words
 */
typedef struct
{
  InkCandidateKind kind;
  InkGoal *goal;
  InkRateRatio searched;
  const InkIndicator *indicator;
  char *says;
} InkFound;

/**
 * InkIndicatorSearch:
 * @n_searched: (array): by kind
 * @searched_people, @searched_conversions: of the half that was searched
 * @verdicts: (nullable): of the other half: the project's goals, then what was found; NULL where
 *   nothing was searched
 * @found: (array length=n): what holds in the other half first, then by the range's lower end
 * @note: (nullable): why there is nothing to see
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  char *macro;
  guint n_searched[INK_N_CANDIDATE_KINDS];
  guint64 searched_people;
  guint64 searched_conversions;
  InkIndicators *verdicts;
  guint n;
  InkFound *found;
  char *note;
} InkIndicatorSearch;

/* Searches for what announces @macro and is no micro goal. @filter (nullable): as of
 * ink_indicators_evaluate(). Slow: call it from a worker. */
InkIndicatorSearch *ink_indicator_search_run   (InkEventStore *store, InkDefinition *definition,
                                                const char *macro, const InkFilter *filter,
                                                GCancellable *cancellable,
                                                InkProgress *progress, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkIndicatorSearch *ink_indicator_search_ref   (InkIndicatorSearch *search);
void                ink_indicator_search_unref (InkIndicatorSearch *search);
/* What the other half says of it, and that it was found by a search. */
char               *ink_found_to_words         (const InkFound *found) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the other half agrees that it leads, among everybody or for some personas. */
gboolean            ink_found_holds            (const InkFound *found);

/* A row per find: name, rule (JSON), stage, kind, people, lift, low, high, q, searched, verdict,
 * title, holds (0, 1), sentence. The numbers are of the half that judges. */
InkTable           *ink_indicator_search_to_table   (const InkIndicatorSearch *search)
    G_GNUC_WARN_UNUSED_RESULT;
/* One row: candidates, events, values, frequencies, people, conversions (both of the half that
 * judges), note, summary (a sentence). */
InkTable           *ink_indicator_search_to_summary (const InkIndicatorSearch *search)
    G_GNUC_WARN_UNUSED_RESULT;
/* "Tried 143 events, values and frequencies …" */
char               *ink_indicator_search_summarise  (const InkIndicatorSearch *search)
    G_GNUC_WARN_UNUSED_RESULT;
/* One object, as the member "search" of `indicators --search --json`. */
void                ink_indicator_search_put_json   (const InkIndicatorSearch *search,
                                                     JsonBuilder *json);

/* ink_indicators_to_json(), with what a search (nullable) found beside. */
char               *ink_indicators_to_json_with_search (const InkIndicators *indicators,
                                                        const InkIndicatorSearch *search)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same as a question. Tables "found" and "summary" as above. */
InkQuery           *ink_indicator_search_query_new  (InkDefinition *definition, const char *macro,
                                                     const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorSearch, ink_indicator_search_unref)

G_END_DECLS
