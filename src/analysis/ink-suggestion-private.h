/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files that make suggestions share. */
#pragma once

#include "analysis/ink-suggestion-facts.h"
#include "definition/ink-goal.h"

G_BEGIN_DECLS

/**
 * InkProposal: a goal before its people are counted.
 * @fact: (nullable): the event that it is all about
 * @clauses: (element-type utf8): why, each without a subject: "its name speaks of a demo"
 */
typedef struct
{
  InkGoal *goal;
  const InkTopic *topic; /* nullable */
  const InkEventFact *fact;
  GPtrArray *clauses;
  double score;
  guint32 people;
} InkProposal;

InkProposal *ink_proposal_new  (const char *name, InkGoalKind kind, InkRule *rule)
    G_GNUC_WARN_UNUSED_RESULT;
void         ink_proposal_free (InkProposal *proposal);
/* Takes @clause. */
void         ink_proposal_say  (InkProposal *proposal, char *clause);
/* "“X” is rare (1.5 % of people), comes late and its name speaks of a demo." */
char        *ink_proposal_to_words (const InkProposal *proposal, const InkFacts *facts)
    G_GNUC_WARN_UNUSED_RESULT;
/* "1.5 %" */
char        *ink_suggestion_share_words (double share) G_GNUC_WARN_UNUSED_RESULT;

/* The stage of a board with the definition's stages, @depth from 0 to 3. */
const char  *ink_suggestion_stage (const InkDefinition *definition, guint depth);

/* Adds a condition; the only reference to @rule. Texts are copied. */
void         ink_suggestion_add_condition (InkRule *rule, const char *property, InkOp op,
                                           InkValue value);
/* The people for whom @rule completes; FALSE where it cannot be judged. */
gboolean     ink_suggestion_count_people (InkScope *scope, const InkRule *rule, guint32 *people,
                                          GError **error);

/* ink-suggestion-pages.c: proposals from pages and visits, added to @proposals; FALSE with
 * @error. */
gboolean     ink_suggest_from_pages  (const InkFacts *facts, GPtrArray *proposals, GError **error);
gboolean     ink_suggest_from_visits (const InkFacts *facts, GPtrArray *proposals, GError **error);

/* ink-suggestion-events.c: from the names of events. */
gboolean     ink_suggest_from_events (const InkFacts *facts, GPtrArray *proposals, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkProposal, ink_proposal_free)

G_END_DECLS
