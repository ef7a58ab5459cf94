/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Decides what came of a unit: the furthest try, then the earliest end, then the latest start. */
#include "analysis/ink-outcomes.h"

#include <string.h>

#include "analysis/ink-slices.h"
#include "analysis/ink-starts.h"

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

/* Most of a try is room for steps that the funnel does not have. */
static void
copy_try (InkTry *to,
          const InkTry *from,
          guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    to->rows[i] = from->rows[i];
  to->level = from->level;
  to->start = from->start;
  to->last = from->last;
  to->end = from->end;
  to->spoiler = from->spoiler;
  to->spoiling = from->spoiling;
  to->served = from->served;
}

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
      copy_try (&decision->best, attempt, plan->n_steps);
      decision->found = TRUE;
    }
}

static void
add_best (InkOutcomes *outcomes,
          const InkPlan *plan,
          guint32 person,
          const InkTry *best,
          gboolean under_way)
{
  if (person == INK_NO_PERSON)
    person = ink_event_store_person_of_row (plan->scope->store, best->rows[0]);
  ink_outcomes_add (outcomes, plan, person, best, under_way && best->level < plan->n_required);
}

/* In `any`: whether no try from @start on can get further than the best so far, nor as far by its
 * end. Those of its events that were before it in the files, at its time, were a start themselves. */
static gboolean
is_hopeless (const InkStarts *starts,
             const Decision *decision,
             guint32 start)
{
  const InkPlan *plan = starts->plan;

  if (plan->order != INK_ORDER_ANY || plan->n_exclusions > 0 || !decision->found
      || decision->best.start == INK_TIME_NONE || starts->n_open > decision->furthest)
    return FALSE;

  return starts->n_open < decision->furthest
         || plan->scope->times[start] > decision->best.last;
}

/* The last event that can begin a try, INK_NO_ROW for none. */
static guint32
find_last_start (const InkPlan *plan,
                 const InkSubject *unit)
{
  const gint64 *times = plan->scope->times;
  guint32 last = INK_NO_ROW;

  for (guint step = 0; step < plan->n_steps; step++)
    {
      InkList list = unit->steps[step];

      while (list.n > 0 && times[list.rows[list.n - 1]] > plan->to)
        list.n--;
      if (list.n > 0 && times[list.rows[list.n - 1]] >= plan->from
          && (last == INK_NO_ROW || times[list.rows[list.n - 1]] > times[last]))
        last = list.rows[list.n - 1];
    }

  return last;
}

/* In `any`, where no start from here on gets through: whether the unit may still finish one. Of all
 * their windows the last start's ends last. */
static gboolean
is_under_way_at_last (const InkPlan *plan,
                      const InkSubject *unit,
                      const Decision *decision)
{
  guint32 last = find_last_start (plan, unit);
  InkTry attempt;

  if (decision->under_way || !plan->has_window || last == INK_NO_ROW)
    return decision->under_way;
  attempt.level = decision->furthest;
  attempt.spoiler = -1;
  attempt.start = plan->scope->times[last];
  attempt.end = ink_time_later (attempt.start, plan->length);

  return ink_try_under_way (plan, unit, &attempt);
}

/* --- Who never goes beyond the start --- */

/* The only step that a start can be of where every try of the unit ends at its start, or -1. */
static int
find_only_step (const InkPlan *plan,
                const InkSubject *unit)
{
  const gint64 *times = plan->scope->times;
  guint n_reached = plan->n_required > 1 ? plan->required[1] + 1 : plan->n_steps;
  int only = -1;

  for (guint i = 0; i < plan->n_exclusions; i++)
    if (unit->exclusions[i].n > 0)
      return -1;
  if (plan->order == INK_ORDER_ANY)
    {
      for (guint step = 0; step < plan->n_steps; step++)
        if (unit->steps[step].n > 0)
          {
            if (only >= 0)
              return -1;
            only = (int) step;
          }
      return only;
    }
  if (unit->steps[0].n == 0)
    return -1;
  for (guint step = 1; step < n_reached; step++)
    {
      InkList list = unit->steps[step];

      if (list.n > 0 && times[list.rows[list.n - 1]] >= times[unit->steps[0].rows[0]])
        return -1;
    }

  return 0;
}

static void
stand_at (const InkPlan *plan,
          guint step,
          guint32 row,
          InkTry *attempt)
{
  for (guint i = 0; i < plan->n_steps; i++)
    attempt->rows[i] = INK_NO_ROW;
  attempt->rows[0] = row;
  attempt->level = 1;
  attempt->start = attempt->last = plan->scope->times[row];
  attempt->end = ink_time_later (attempt->start, plan->length);
  attempt->spoiler = -1;
  attempt->served = G_GUINT64_CONSTANT (1) << step;
}

/* Most units never go on, and need no try: the first start decides, and the last says whether they
 * are under way. FALSE where more is to be found out. */
static gboolean
run_at_start (InkOutcomes *outcomes,
              const InkPlan *plan,
              guint32 person,
              const InkSubject *unit)
{
  const gint64 *times = plan->scope->times;
  guint32 first = 0, last;
  gboolean under_way;
  InkTry attempt;
  InkList starts;
  int step;

  if (plan->order == INK_ORDER_STRICT || plan->count == INK_COUNT_TRIES)
    return FALSE;
  step = find_only_step (plan, unit);
  if (step < 0 || times[unit->steps[step].rows[0]] == INK_TIME_NONE)
    return FALSE;
  starts = unit->steps[step];
  while (first < starts.n && times[starts.rows[first]] < plan->from)
    first++;
  for (last = starts.n; last > first && times[starts.rows[last - 1]] > plan->to; last--)
    ;
  if (first == last)
    return TRUE;
  stand_at (plan, (guint) step, starts.rows[last - 1], &attempt);
  under_way = ink_try_under_way (plan, unit, &attempt);
  stand_at (plan, (guint) step, starts.rows[first], &attempt);
  add_best (outcomes, plan, person, &attempt, under_way);

  return TRUE;
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
  InkStarts starts;
  Decision decision;
  InkTry attempt;
  guint32 start;

  g_return_if_fail (outcomes != NULL);

  if (run_at_start (outcomes, plan, person, unit))
    return;
  ink_starts_init (&starts, plan, unit);
  decision.found = decision.under_way = FALSE;
  decision.furthest = 0;
  while ((start = ink_starts_next (&starts)) != INK_NO_ROW)
    {
      if (is_hopeless (&starts, &decision, start))
        {
          decision.under_way = is_under_way_at_last (plan, unit, &decision);
          break;
        }
      if (!may_start (plan, start))
        continue;
      ink_starts_try (&starts, start, &attempt);
      if (plan->count != INK_COUNT_TRIES)
        consider (&decision, plan, unit, &attempt);
      else if (attempt.spoiler < 0)
        ink_outcomes_add (outcomes, plan, person, &attempt,
                          ink_try_under_way (plan, unit, &attempt));
    }
  if (decision.found)
    add_best (outcomes, plan, person, &decision.best, decision.under_way);
}
