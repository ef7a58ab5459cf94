/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* People get ranks that have nothing to do with who they are. */
#include "analysis/ink-examples.h"

/* Who has more events than this is rather a program than a person: shown only for want of others. */
#define MANY_EVENTS 1000

/* Numbers that lie side by side have ranks that do not. */
static guint64
get_rank (const InkScope *scope,
          guint32 person)
{
  guint64 mixed = (person + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint32 n_events = scope->offsets[person + 1] - scope->offsets[person];

  mixed ^= mixed >> 29;
  mixed *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return (mixed >> 1) | (n_events > MANY_EVENTS ? G_GUINT64_CONSTANT (1) << 63 : 0);
}

static void
insert (InkExamples *examples,
        guint64 rank,
        guint32 person,
        gint64 time)
{
  guint place = examples->n;

  while (place > 0 && examples->ranks[place - 1] > rank)
    place--;
  if (place == INK_RULE_EXAMPLES)
    return;
  examples->n = MIN (examples->n + 1, INK_RULE_EXAMPLES);
  for (guint i = examples->n - 1; i > place; i--)
    {
      examples->ranks[i] = examples->ranks[i - 1];
      examples->people[i] = examples->people[i - 1];
      examples->times[i] = examples->times[i - 1];
    }
  examples->ranks[place] = rank;
  examples->people[place] = person;
  examples->times[place] = time;
}

void
ink_examples_add (InkExamples *examples,
                  const InkScope *scope,
                  guint32 person,
                  guint32 row)
{
  g_return_if_fail (examples != NULL && scope != NULL);

  insert (examples, get_rank (scope, person), person,
          row != INK_NO_ROW ? scope->times[row] : INK_TIME_NONE);
}

void
ink_examples_join (InkExamples *examples,
                   const InkExamples *more)
{
  g_return_if_fail (examples != NULL && more != NULL);

  for (guint i = 0; i < more->n; i++)
    insert (examples, more->ranks[i], more->people[i], more->times[i]);
}
