/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All that the journey board says of one goal under one filter, and per person the little that lines
 * between goals need. Immutable, reference-counted: an edit of one goal keeps those of the others. */
#pragma once

#include "analysis/ink-examples.h"
#include "analysis/ink-narrowing.h"

G_BEGIN_DECLS

/**
 * InkBoardPass: how one person passes a goal, in rows counted from 1; 0 is none.
 * @start: an event from here on is at the time of the first completion or later; the rows of that time
 *   count wherever they stand in the file. G_MAXUINT32 where there is none
 * @only: that first completion, where it is the only one of its time: no event is after itself
 * @last: the last completion in the filter's period
 * @before: the completion before @last in it
 */
typedef struct
{
  guint32 start;
  guint32 only;
  guint32 last;
  guint32 before;
} InkBoardPass;

/**
 * InkBoardGoal:
 * @sentence: (nullable): what is wrong with the rule
 * @refused: it cannot be evaluated: there are no numbers
 * @people: who completed it, as the filter has it
 * @had: who completed it in the period or before: who could go on in it
 * @completions: by them
 * @first, @last: times; INK_TIME_NONE where none has one
 * @n_parts: of the time
 * @series: (array length=n_parts): completions in each
 * @set: (array): a bit per person of @people
 * @examples: a few of @people, and the first of the completions of each
 * @n: persons below: those of @had who completed it at a time
 * @persons: (array length=n): ascending
 * @passes: (array length=n)
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  char *sentence;
  gboolean refused;
  guint32 people;
  guint32 had;
  guint32 completions;
  gint64 first;
  gint64 last;
  guint n_parts;
  guint32 *series;
  guint64 *set;
  InkExamples examples;
  guint32 n;
  guint32 *persons;
  InkBoardPass *passes;
} InkBoardGoal;

/* @moments: (nullable): the events that complete it; NULL where it is refused. @sentence: (transfer
 * full) (nullable). @threads: 1 or 2; 0: as many as help */
InkBoardGoal *ink_board_goal_new   (const InkNarrowing *narrowing, const InkTimeParts *parts,
                                    const InkRows *moments, char *sentence, guint threads)
    G_GNUC_WARN_UNUSED_RESULT;
InkBoardGoal *ink_board_goal_ref   (InkBoardGoal *goal);
void          ink_board_goal_unref (InkBoardGoal *goal);
gsize         ink_board_goal_get_bytes (const InkBoardGoal *goal, guint32 n_people);

/* Who completed both @a and @b, over who completed either; 0 where nobody did. */
double        ink_board_goal_likeness (const InkBoardGoal *a, const InkBoardGoal *b,
                                       guint32 n_people);

/* Whether who passes @a in this way goes on to @b: completes it in the period by another event at the
 * time of the first completion of @a or later, as the rule { "goal": b, "after": a } says. */
static inline guint32
ink_board_pass_goes_on (const InkBoardPass *a,
                        const InkBoardPass *b)
{
  return (b->last >= a->start) & ((b->last != a->only) | (b->before >= a->start));
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkBoardGoal, ink_board_goal_unref)

G_END_DECLS
