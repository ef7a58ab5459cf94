/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Decides what came of a unit: the furthest try, then the earliest end, then the latest start. */
#include "analysis/ink-outcomes.h"

#include <string.h>

InkOutcomes *
ink_outcomes_new (guint n_steps)
{
  InkOutcomes *outcomes = g_new0 (InkOutcomes, 1);

  outcomes->n_steps = n_steps;
  return outcomes;
}

void
ink_outcomes_free (InkOutcomes *outcomes)
{
  if (outcomes == NULL)
    return;
  g_free (outcomes->rows);
  g_free (outcomes->people);
  g_free (outcomes->levels);
  g_free (outcomes->flags);
  g_free (outcomes);
}

void
ink_outcomes_reserve (InkOutcomes *outcomes,
                      guint32 more)
{
  guint64 size;

  g_return_if_fail (outcomes != NULL);

  if (more == 0 || outcomes->size - outcomes->n >= more)
    return;
  size = MAX ((guint64) outcomes->n + more, MIN (2 * (guint64) outcomes->size, G_MAXUINT32));
  outcomes->size = (guint32) MAX (size, 64);
  outcomes->rows
      = g_realloc_n (outcomes->rows, (gsize) outcomes->size * outcomes->n_steps, sizeof (guint32));
  outcomes->people = g_renew (guint32, outcomes->people, outcomes->size);
  outcomes->levels = g_renew (guint8, outcomes->levels, outcomes->size);
  outcomes->flags = g_renew (guint8, outcomes->flags, outcomes->size);
}

void
ink_outcomes_copy (InkOutcomes *outcomes,
                   const InkOutcomes *other,
                   guint32 index)
{
  g_return_if_fail (outcomes != NULL && other != NULL);
  g_return_if_fail (outcomes->n_steps == other->n_steps);

  ink_outcomes_reserve (outcomes, 1);
  memcpy (outcomes->rows + (gsize) outcomes->n * outcomes->n_steps,
          ink_outcomes_get_rows (other, index), outcomes->n_steps * sizeof (guint32));
  outcomes->people[outcomes->n] = other->people[index];
  outcomes->levels[outcomes->n] = other->levels[index];
  outcomes->flags[outcomes->n] = other->flags[index];
  outcomes->n++;
}

void
ink_outcomes_append (InkOutcomes *outcomes,
                     const InkOutcomes *other)
{
  g_return_if_fail (outcomes != NULL && other != NULL);
  g_return_if_fail (outcomes->n_steps == other->n_steps);

  if (other->n == 0)
    return;
  ink_outcomes_reserve (outcomes, other->n);
  memcpy (outcomes->rows + (gsize) outcomes->n * outcomes->n_steps, other->rows,
          (gsize) other->n * outcomes->n_steps * sizeof (guint32));
  memcpy (outcomes->people + outcomes->n, other->people, other->n * sizeof (guint32));
  memcpy (outcomes->levels + outcomes->n, other->levels, other->n);
  memcpy (outcomes->flags + outcomes->n, other->flags, other->n);
  outcomes->n += other->n;
}

/* Where a group is of one value of one step, only who reached that step is in it. */
static gboolean
has_needed (const InkPlan *plan,
            const InkTry *attempt)
{
  if (plan->needed < 0)
    return TRUE;
  if (plan->order == INK_ORDER_ANY)
    return (attempt->served >> plan->needed & 1) != 0;
  return attempt->rows[plan->needed] != INK_NO_ROW;
}

void
ink_outcomes_add (InkOutcomes *outcomes,
                  const InkPlan *plan,
                  guint32 person,
                  const InkTry *attempt,
                  gboolean under_way)
{
  g_return_if_fail (outcomes != NULL);

  if (!has_needed (plan, attempt))
    return;
  ink_outcomes_reserve (outcomes, 1);
  outcomes->people[outcomes->n] = person;
  ink_outcomes_put (outcomes, outcomes->n, plan, attempt, under_way);
  outcomes->n++;
}

/* --- Deciding --- */

/* The starts of a unit, in order of time, then row: completions of step 1, or (`any`) of each. */
typedef struct
{
  const InkPlan *plan;
  const InkSubject *unit;
  guint32 place[INK_MAX_STEPS];
} Starts;

static guint32
next_start (Starts *starts)
{
  const gint64 *times = starts->plan->scope->times;
  guint n_lists = starts->plan->order == INK_ORDER_ANY ? starts->plan->n_steps : 1;
  guint32 next = INK_NO_ROW;

  for (guint i = 0; i < n_lists; i++)
    {
      InkList list = starts->unit->steps[i];
      guint32 row = starts->place[i] < list.n ? list.rows[starts->place[i]] : INK_NO_ROW;

      if (row != INK_NO_ROW
          && (next == INK_NO_ROW || times[row] < times[next]
              || (times[row] == times[next] && row < next)))
        next = row;
    }
  for (guint i = 0; i < n_lists && next != INK_NO_ROW; i++)
    if (starts->place[i] < starts->unit->steps[i].n
        && starts->unit->steps[i].rows[starts->place[i]] == next)
      starts->place[i]++;

  return next;
}

static gboolean
may_start (const InkPlan *plan,
           guint32 row)
{
  gint64 time = plan->scope->times[row];

  if (time == INK_TIME_NONE)
    return !plan->has_window && !plan->dated && plan->order != INK_ORDER_STRICT;
  return time >= plan->from && time <= plan->to;
}

/* Equally far: one with times before one without, then the one that ends earliest, then the one
 * that starts last, then the first in the files, which came first here. */
static gboolean
is_better (const InkTry *attempt,
           const InkTry *best)
{
  if (best->start == INK_TIME_NONE || attempt->start == INK_TIME_NONE)
    return best->start == INK_TIME_NONE && attempt->start != INK_TIME_NONE;
  return attempt->last < best->last
         || (attempt->last == best->last && attempt->start > best->start);
}

typedef struct
{
  InkTry best;
  gboolean found;
  guint furthest; /* spoilt tries count here */
  gboolean under_way;
} Decision;

/* In `any` a spoilt try is ignored; else it takes the person out where no clean one is as far. */
static void
consider (Decision *decision,
          const InkPlan *plan,
          const InkSubject *unit,
          const InkTry *attempt)
{
  gboolean clean = attempt->spoiler < 0;

  if (clean && ink_try_under_way (plan, unit, attempt))
    decision->under_way = TRUE;
  if (!clean && plan->order == INK_ORDER_ANY)
    return;
  if (attempt->level > decision->furthest)
    {
      decision->furthest = attempt->level;
      decision->found = FALSE;
    }
  if (clean && attempt->level == decision->furthest
      && (!decision->found || is_better (attempt, &decision->best)))
    {
      decision->best = *attempt;
      decision->found = TRUE;
    }
}

/**
 * ink_outcomes_run:
 * @outcomes: receives the unit, or each of its clean tries
 * @plan: the funnel
 * @person: whose it is; G_MAXUINT32 for a group of several: then whose event it began with
 * @unit: its events
 */
void
ink_outcomes_run (InkOutcomes *outcomes,
                  const InkPlan *plan,
                  guint32 person,
                  const InkSubject *unit)
{
  Starts starts = { .plan = plan, .unit = unit };
  Decision decision;
  InkTry attempt;
  guint32 start;

  g_return_if_fail (outcomes != NULL);

  decision.found = decision.under_way = FALSE;
  decision.furthest = 0;
  while ((start = next_start (&starts)) != INK_NO_ROW)
    {
      if (!may_start (plan, start))
        continue;
      ink_try_run (plan, unit, start, &attempt);
      if (plan->count != INK_COUNT_TRIES)
        consider (&decision, plan, unit, &attempt);
      else if (attempt.spoiler < 0)
        ink_outcomes_add (outcomes, plan, person, &attempt,
                          ink_try_under_way (plan, unit, &attempt));
    }
  if (!decision.found)
    return;
  if (person == INK_NO_PERSON)
    person = ink_event_store_person_of_row (plan->scope->store, decision.best.rows[0]);
  ink_outcomes_add (outcomes, plan, person, &decision.best,
                    decision.under_way && decision.best.level < plan->n_required);
}
