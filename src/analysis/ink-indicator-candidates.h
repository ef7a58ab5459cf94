/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What could be a micro goal and is none: raw events, values of properties, and how often and how
 * soon something is done. Chosen by who does it, never by what came of it. */
#pragma once

#include "analysis/ink-indicator-frame.h"

G_BEGIN_DECLS

/**
 * InkCandidateKind:
 * @INK_CANDIDATE_EVENT: an event that is no goal
 * @INK_CANDIDATE_VALUE: an event with one value of a property, such as 'channel is webinar'
 * @INK_CANDIDATE_FREQUENCY: an event or a goal several times, perhaps within some days
 */
typedef enum
{
  INK_CANDIDATE_EVENT,
  INK_CANDIDATE_VALUE,
  INK_CANDIDATE_FREQUENCY,
  INK_N_CANDIDATE_KINDS,
} InkCandidateKind;

/* As files have it: "event", "value", "frequency". */
const char *ink_candidate_kind_to_string (InkCandidateKind kind);

/**
 * InkCandidate:
 * @goal: as it would be made: named, with a stage
 * @base: what it is about: an event, a property or a goal
 * @looser: of a frequency within some days: the candidate without the days, and 1 more; 0: none
 */
typedef struct
{
  InkCandidateKind kind;
  InkGoal *goal;
  char *base;
  guint looser;
} InkCandidate;

void       ink_candidate_free            (InkCandidate *candidate);
/* (element-type InkCandidate): nothing that is a goal already, that only the macro goal's events
 * have, or that tells who somebody is instead of what they did. NULL with @error. */
GPtrArray *ink_indicator_candidates_new  (const InkIndicatorFrame *frame, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The first completion of each person with a time, of a candidate's rule; NULL with @error. */
InkRows   *ink_indicator_candidate_rows  (const InkIndicatorFrame *frame,
                                          const InkCandidate *candidate, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkCandidate, ink_candidate_free)

G_END_DECLS
