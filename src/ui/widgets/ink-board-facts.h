/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is known of the goals on the journey board and of the ways between them: the answers of
 * its questions, by the goals' names. Immutable, reference-counted. */
#pragma once

#include "analysis/ink-answer.h"

G_BEGIN_DECLS

/**
 * InkGoalFacts: of one goal.
 * @people, @share, @completions: NaN where it is not known (yet)
 * @series: (array length=n_series) (nullable): completions over time
 * @warning: (nullable): a sentence
 * @has_verdict: @verdict is known: of the goal as a sign of the main goal
 */
typedef struct
{
  double people;
  double share;
  double completions;
  double *series;
  guint n_series;
  char *warning;
  gboolean has_verdict;
  InkVerdict verdict;
} InkGoalFacts;

gboolean      ink_goal_facts_equal (const InkGoalFacts *a, const InkGoalFacts *b);
InkGoalFacts *ink_goal_facts_copy  (const InkGoalFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void          ink_goal_facts_free  (InkGoalFacts *facts);

/**
 * InkGoalWay: from one goal to another.
 * @from, @to: names of goals
 * @people: who completed @from and then @to
 * @share: of those who completed @from
 */
typedef struct
{
  const char *from;
  const char *to;
  double people;
  double share;
} InkGoalWay;

typedef struct _InkBoardFacts InkBoardFacts;

/* @board: (nullable): of the board's question; @indicators: (nullable): towards the main goal. */
InkBoardFacts      *ink_board_facts_new      (InkAnswer *board, InkAnswer *indicators)
    G_GNUC_WARN_UNUSED_RESULT;
InkBoardFacts      *ink_board_facts_ref      (InkBoardFacts *facts);
void                ink_board_facts_unref    (InkBoardFacts *facts);

/* NULL where nothing is known of a goal of that name. */
const InkGoalFacts *ink_board_facts_find     (const InkBoardFacts *facts, const char *goal);
/* NULL where there is no such way. */
const InkGoalWay   *ink_board_facts_find_way (const InkBoardFacts *facts, const char *from,
                                              const char *to);
const InkGoalWay   *ink_board_facts_get_ways (const InkBoardFacts *facts, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkBoardFacts, ink_board_facts_unref)

G_END_DECLS
