/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the page of personas asks. People count who have an event that the filter (nullable, copied)
 * leaves; who somebody is, is judged at the export's end, whatever the filter. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

/* Columns "kind" of the table "warnings". */
#define INK_PERSONA_NOBODY "nobody"             /* nobody matches */
#define INK_PERSONA_EVERYBODY "everybody"       /* everybody matches */
#define INK_PERSONA_SAME "same"                 /* the same people as an earlier one */
#define INK_PERSONA_SHADOWED "shadowed"         /* those before it take all who match */
#define INK_PERSONA_FOLLOWS_GOAL "follows_goal" /* it became true only after the main goal */
#define INK_PERSONA_NAMES_GOAL "names_goal"     /* its rule names the main goal */

/* Tables:
 *   "personas": name, people, share (of all that count), matches (whose rule holds, also where an
 *      earlier persona takes them), match_share. In order, "Everyone else" last: there, matches is
 *      people. People and shares add up.
 *   "overlap": first, second (names, in their order), both (people who match both), share_of_first,
 *      share_of_second, jaccard (both of either), as_first (those of both who count as @first). Pairs
 *      that have nobody in common are left out.
 *   "warnings": persona (name), kind, people, of, other (name of a persona or goal; nullable).
 *      follows_goal: @people of the @of who are this persona and completed @other matched it only at
 *      that completion or later. shadowed: @other takes most of the @people who match.
 *   "totals": one row: people. */
InkQuery *ink_personas_overview_query_new (InkDefinition *definition, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;

/* So many can stand side by side. */
#define INK_MOST_COMPARED 5

/* @names: of personas, "Everyone else" too; more than INK_MOST_COMPARED are cut off. Tables:
 *   "people": name, people, share, events, events_per_person, visits, visits_per_person
 *   "goals": persona, goal, kind, people, share, low, high (95 % range of the share), rest_share
 *      (among all other people that count), ratio, ratio_low, ratio_high, q (allowing for all that
 *      were compared; NaN where not), defining (1: the persona's rule looks at it)
 *   "more": persona, what ("goal", "event"), name, people, share, rest_share, ratio, ratio_low,
 *      ratio_high, q: at most INK_MOST_MARKS each, what is done 1.25 times as often at least,
 *      for certain, and does not define the persona; the largest ratio first
 *   "values": persona, property (such as "first channel"), value, people, share (of those of the
 *      persona that have one): at most INK_MOST_TOP_VALUES each, the most frequent first */
InkQuery *ink_personas_compare_query_new (InkDefinition *definition, const char *const *names,
                                          const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
#define INK_MOST_MARKS 5
#define INK_MOST_TOP_VALUES 3

/* Personas that the data itself suggests: people in groups by what they do, each told by a rule. The
 * same people give the same answer, in whatever order they stand. Tables:
 *   "suggestions": name, rule (JSON), people (in the group), share, matches (of the rule), caught
 *      (share of the group that the rule catches), right (share of those that the rule catches
 *      who are in the group), late (share of the matching people with the main goal who match only
 *      after it; NaN without). The largest group first.
 *   "marks": suggestion (row), name, share, rest_share, ratio: what the group does more than others
 *   "about": one row: basis ("goals", "events"), people (that were grouped), groups, silhouette.
 * Without suggestions where nobody can be told apart. */
InkQuery *ink_personas_suggest_query_new (InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
