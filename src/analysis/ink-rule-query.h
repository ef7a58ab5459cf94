/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is behind one rule: a goal, a persona, or what is being written in an editor. */
#pragma once

#include "analysis/ink-examples.h"
#include "analysis/ink-query.h"

G_BEGIN_DECLS

/**
 * InkRuleAsk:
 * @INK_ASK_COMPLETED: who completed it, as a goal's people are counted; a rule without moments is
 *   asked as the other one
 * @INK_ASK_HOLDS: for whom it holds at the export's end, as personas are counted
 */
typedef enum
{
  INK_ASK_COMPLETED,
  INK_ASK_HOLDS,
} InkRuleAsk;

/* Facts about @rule among the people that @filter (nullable, copied) leaves: completions within its
 * period, people of its persona; where the rule is asked whether it holds, people with an event in
 * the period. Tables:
 *   "summary": one row: people, of (how many people there are), share, completions (NaN where it is
 *      asked whether the rule holds)
 *   "series": a row per part of the time, which is cut as ink_events_query_new() cuts it: start,
 *      end, completions, people (by their first completion in the period; without completions by
 *      their first event in it). No row where nothing has a time
 *   "examples": person (number), time (of the first completion; NaN: none, or without a time): up to
 *      INK_RULE_EXAMPLES of the people, the same ones as long as they are among them
 * Fails where the rule names what does not exist, as ink_program_new() does. */
InkQuery *ink_rule_query_new        (InkDefinition *definition, const InkRule *rule, InkRuleAsk ask,
                                     const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* The same people, all of them. Table "people": person (number, ascending), time (as in
 * "examples"). */
InkQuery *ink_rule_people_query_new (InkDefinition *definition, const InkRule *rule, InkRuleAsk ask,
                                     const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
