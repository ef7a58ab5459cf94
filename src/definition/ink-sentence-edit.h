/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done to a rule word by word. All are pure: the rule in, another rule out (transfer
 * full); what cannot be done gives the same rule. A result may be unfinished where something has to
 * be chosen next: ask ink_sentence_check before anybody else sees it. */
#pragma once

#include "definition/ink-word.h"

G_BEGIN_DECLS

/* --- Parts: @path as in InkSentence --- */

/* A part in which everything is still to be chosen; @kind: does, goal, person or persona. */
InkRule *ink_sentence_new_part      (InkRuleKind kind) G_GNUC_WARN_UNUSED_RESULT;
/* @part beside the one at @path, bound by @kind (all, any): in the group that it stands in where
 * that is of this kind, or in itself where it is one, else in a new group of both. @added (out,
 * nullable): where it went. */
InkRule *ink_sentence_add_part      (InkRule *rule, const InkPartPath *path, InkRuleKind kind,
                                     InkRule *part, InkPartPath *added) G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_replace_part  (InkRule *rule, const InkPartPath *path, InkRule *part)
    G_GNUC_WARN_UNUSED_RESULT;
/* Without it and its 'not'; a group that is left with one part gives way to it. NULL where nothing
 * is left. */
InkRule *ink_sentence_remove_part   (InkRule *rule, const InkPartPath *path)
    G_GNUC_WARN_UNUSED_RESULT;
/* Within its group, by that many places. @moved (out, nullable): where it stands then. */
InkRule *ink_sentence_move_part     (InkRule *rule, const InkPartPath *path, int by,
                                     InkPartPath *moved) G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_sentence_can_move_part (const InkRule *rule, const InkPartPath *path, int by);
/* A group of @kind (all, any) with this part alone in it. */
InkRule *ink_sentence_group_part    (InkRule *rule, const InkPartPath *path, InkRuleKind kind)
    G_GNUC_WARN_UNUSED_RESULT;
/* The parts of a group in its place; only where that says the same (see can_ungroup). */
InkRule *ink_sentence_ungroup       (InkRule *rule, const InkPartPath *path)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_sentence_can_ungroup   (const InkRule *rule, const InkPartPath *path);

/* The words before a part. A group's @kind: all, any; or not, which only takes a 'not' away. */
InkRule *ink_sentence_set_group     (InkRule *rule, const InkPartPath *path, InkRuleKind kind,
                                     gboolean negated) G_GNUC_WARN_UNUSED_RESULT;
/* Another kind of part (does, goal, person, persona); what both can carry is kept. */
InkRule *ink_sentence_set_verb      (InkRule *rule, const InkPartPath *path, InkRuleKind kind,
                                     gboolean negated) G_GNUC_WARN_UNUSED_RESULT;

/* --- One part --- */

/* @names: at least one; @list: written as a list even where it is one. "*" stands alone. */
InkRule *ink_sentence_set_events    (InkRule *rule, const InkPartPath *path,
                                     const char *const *names, gboolean list)
    G_GNUC_WARN_UNUSED_RESULT;
/* Of a goal or persona. */
InkRule *ink_sentence_set_name      (InkRule *rule, const InkPartPath *path, const char *name)
    G_GNUC_WARN_UNUSED_RESULT;

InkRule *ink_sentence_add_condition    (InkRule *rule, const InkPartPath *path, gboolean on_person)
    G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_remove_condition (InkRule *rule, const InkPartPath *path, guint index)
    G_GNUC_WARN_UNUSED_RESULT;
/* Values are of another property then, and go. */
InkRule *ink_sentence_set_property  (InkRule *rule, const InkPartPath *path, guint index,
                                     const char *property, gboolean on_person)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same as a choice from a list: the comparison goes with it, too, where it was another property:
 * a number begins with 'is at least', all else with 'is' where it was compared as a number. */
InkRule *ink_sentence_pick_property (InkRule *rule, const InkPartPath *path, guint index,
                                     const char *property, gboolean on_person, gboolean is_number)
    G_GNUC_WARN_UNUSED_RESULT;
/* Values stay as far as the operator takes them. */
InkRule *ink_sentence_set_op        (InkRule *rule, const InkPartPath *path, guint index, InkOp op)
    G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_set_case      (InkRule *rule, const InkPartPath *path, guint index,
                                     gboolean match_case) G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_set_values    (InkRule *rule, const InkPartPath *path, guint index,
                                     const InkValue *values, guint n_values)
    G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_set_value     (InkRule *rule, const InkPartPath *path, guint index,
                                     guint item, InkValue value) G_GNUC_WARN_UNUSED_RESULT;

InkRule *ink_sentence_set_first_time (InkRule *rule, const InkPartPath *path,
                                      InkFirstTime first_time) G_GNUC_WARN_UNUSED_RESULT;
/* NULL for an open end. */
InkRule *ink_sentence_set_dates     (InkRule *rule, const InkPartPath *path, const char *from,
                                     const char *to) G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_set_after     (InkRule *rule, const InkPartPath *path, const char *goal)
    G_GNUC_WARN_UNUSED_RESULT;
/* @clause: after or within (both beside), times or total (their own). */
InkRule *ink_sentence_set_window    (InkRule *rule, const InkPartPath *path, InkClause clause,
                                     InkSpan span) G_GNUC_WARN_UNUSED_RESULT;

/* @clause: times or total. The bound @bound is @amount; one that it cannot stand beside goes. */
InkRule *ink_sentence_set_bound     (InkRule *rule, const InkPartPath *path, InkClause clause,
                                     InkBound bound, double amount) G_GNUC_WARN_UNUSED_RESULT;
/* The amount of @from becomes that of @to. */
InkRule *ink_sentence_change_bound  (InkRule *rule, const InkPartPath *path, InkClause clause,
                                     InkBound from, InkBound to) G_GNUC_WARN_UNUSED_RESULT;
/* The last one takes its clause with it. */
InkRule *ink_sentence_remove_bound  (InkRule *rule, const InkPartPath *path, InkClause clause,
                                     InkBound bound) G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_set_total_property (InkRule *rule, const InkPartPath *path,
                                          const char *property) G_GNUC_WARN_UNUSED_RESULT;

/* first time, dates, after, times, total or within: with what is usual, and away. What only made
 * sense beside it goes, too. */
InkRule *ink_sentence_add_clause    (InkRule *rule, const InkPartPath *path, InkClause clause)
    G_GNUC_WARN_UNUSED_RESULT;
InkRule *ink_sentence_remove_clause (InkRule *rule, const InkPartPath *path, InkClause clause)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_sentence_has_clause    (const InkRule *rule, const InkPartPath *path,
                                     InkClause clause);
/* Without the piece of the rule that a word of the part at @path shows: its condition, clause, bound
 * or window; of the part itself the part. NULL where nothing is left. */
InkRule *ink_sentence_remove_word   (InkRule *rule, const InkPartPath *path, const InkWord *word)
    G_GNUC_WARN_UNUSED_RESULT;
/* Can such a part carry it at all, and has it none yet? */
gboolean ink_sentence_can_add_clause (const InkRule *rule, const InkPartPath *path,
                                      InkClause clause);

G_END_DECLS
