/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A few people who stand for many: whoever else comes or goes, they stay. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/* At most this many people stand for the others. */
#define INK_RULE_EXAMPLES 3

/**
 * InkExamples: begins as zeroes.
 * @people, @times: (array length=n): numbers, and a time that goes with each; INK_TIME_NONE: none
 * @ranks: private: people of the least ranks are taken
 */
typedef struct
{
  guint n;
  guint32 people[INK_RULE_EXAMPLES];
  gint64 times[INK_RULE_EXAMPLES];
  guint64 ranks[INK_RULE_EXAMPLES];
} InkExamples;

/* Each person at most once; @row: of its time; may be INK_NO_ROW. */
void ink_examples_add  (InkExamples *examples, const InkScope *scope, guint32 person, guint32 row);
/* People of both. */
void ink_examples_join (InkExamples *examples, const InkExamples *more);

G_END_DECLS
