/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Steps in whatever order: the most steps that the events from the start on can complete.
 *
 * Events are taken in order of time; one counts as soon as it raises the number of steps that can
 * each have an event of their own. Sets of events that can be matched to steps form a matroid, so
 * this completes every number of steps as early as can be. */
#include "analysis/ink-plan.h"

/* @owner: of each listed step, the completed one that has it, -1: nobody
 * @closed: steps that no further event can ever change */
typedef struct
{
  const InkPlan *plan;
  const InkSubject *unit;
  InkTry *attempt;
  guint64 masks[INK_MAX_STEPS];
  int owner[INK_MAX_STEPS];
  guint32 place[INK_MAX_STEPS];
  guint64 closed;
} Matching;

#define BIT(step) (G_GUINT64_CONSTANT (1) << (step))

static gboolean
augment (Matching *matching,
         guint event,
         guint64 *visited)
{
  for (guint step = 0; step < matching->plan->n_steps; step++)
    {
      if ((matching->masks[event] & BIT (step) & ~*visited) == 0)
        continue;
      *visited |= BIT (step);
      if (matching->owner[step] < 0 || augment (matching, (guint) matching->owner[step], visited))
        {
          matching->owner[step] = (int) event;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
is_before (const InkScope *scope,
           guint32 a,
           guint32 b)
{
  return scope->times[a] < scope->times[b] || (scope->times[a] == scope->times[b] && a < b);
}

/* The next event of a step that is still open, and the open steps that it is of. */
static guint32
next_event (Matching *matching,
            guint64 *mask)
{
  const InkPlan *plan = matching->plan;
  guint32 next = INK_NO_ROW;

  for (guint step = 0; step < plan->n_steps; step++)
    {
      InkList list = matching->unit->steps[step];
      guint32 place = matching->place[step];

      if ((matching->closed & BIT (step)) != 0 || place == list.n
          || plan->scope->times[list.rows[place]] > matching->attempt->end)
        continue;
      if (next == INK_NO_ROW || is_before (plan->scope, list.rows[place], next))
        {
          next = list.rows[place];
          *mask = 0;
        }
      if (list.rows[place] == next)
        *mask |= BIT (step);
    }
  for (guint step = 0; step < plan->n_steps && next != INK_NO_ROW; step++)
    if ((*mask & BIT (step)) != 0)
      matching->place[step]++;

  return next;
}

static void
add_event (Matching *matching,
           guint32 row,
           guint64 mask)
{
  InkTry *attempt = matching->attempt;
  guint64 visited = 0;

  matching->masks[attempt->level] = mask;
  if (!augment (matching, attempt->level, &visited))
    {
      matching->closed |= visited;
      return;
    }
  attempt->rows[attempt->level++] = row;
  attempt->last = matching->plan->scope->times[row];
}

void
ink_try_run_any (const InkPlan *plan,
                 const InkSubject *unit,
                 InkTry *attempt)
{
  Matching matching;
  guint32 start = attempt->rows[0], row;
  guint64 mask = 0;

  matching.plan = plan;
  matching.unit = unit;
  matching.attempt = attempt;
  matching.closed = 0;
  for (guint step = 0; step < plan->n_steps; step++)
    {
      matching.owner[step] = -1;
      matching.place[step] = ink_list_seek_time (plan->scope, unit->steps[step], attempt->start);
      if (ink_list_has (plan->scope, unit->steps[step], start))
        mask |= BIT (step);
    }
  attempt->level = 0;
  add_event (&matching, start, mask);
  while (attempt->level < plan->n_steps
         && (row = next_event (&matching, &mask)) != INK_NO_ROW)
    if (row != start)
      add_event (&matching, row, mask);

  attempt->served = 0;
  for (guint step = 0; step < plan->n_steps; step++)
    if (matching.owner[step] >= 0)
      attempt->served |= BIT (step);
}
