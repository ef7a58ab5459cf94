/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of the journey board: its cards, the lines between them, and what is wrong. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

/* Goals of which so much of either's people are the other's have the same people. */
#define INK_BOARD_SAME 0.98

/* Every goal and every pair of goals, narrowed by @filter (nullable, copied). Tables:
 *   "goals": a row per goal in the definition's order: name, people, share (of the people that the
 *      filter leaves), completions, first, last (times; NaN where none has a time). All NaN where the
 *      goal cannot be evaluated
 *   "series": a row per row of "goals", a column of completions per part of the time; none where there
 *      are no parts
 *   "parts": start, end (not included): the parts of ink_events_query_new()
 *   "lines": a row per ordered pair of different goals, by the first, then the second: from, to
 *      (names), people (who complete `to` after `from`, as {"goal": to, "after": from} says), of (who
 *      completed `from`, in the period or before), share (NaN where these are none)
 *   "warnings": goal, kind, other (a goal's name, or missing), sentence:
 *      "refused": the rule names something unknown, or cannot be evaluated
 *      "nobody", "everybody": of the people that the filter leaves
 *      "same-people": nearly the same people as `other` (INK_BOARD_SAME of who completes either)
 *   "examples": goal, person, time: at most INK_RULE_EXAMPLES of each goal's people, as in
 *      ink_rule_query_new()
 *   "totals": one row: people (that the filter leaves)
 * In a period what is completed in it counts, so a line counts who completes `to` in it, after `from` at
 * whatever time: the people whom ink_rule_people_query_new() lists. An equal question is one about goals of the same
 * names and rules in the same order: kinds, stages, notes, colours and values do not matter. */
InkQuery *ink_board_query_new (InkDefinition *definition, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;
InkAnswer *ink_board_answer_get_facts (const InkAnswer *board, const char *goal,
                                       const char **refusal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
