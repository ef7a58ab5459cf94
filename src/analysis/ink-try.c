/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One try: its window, its steps by order, its optional steps, and what spoils it. */
#include "analysis/ink-plan.h"

#include "analysis/ink-slices.h"
#include "events/ink-event-store.h"

guint32
ink_list_seek_time (const InkScope *scope,
                    InkList list,
                    gint64 time)
{
  guint32 low = 0, high = list.n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (scope->times[list.rows[middle]] < time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Lists are in order of time, then row: a group's rows of several people are not in row order. */
gboolean
ink_list_has (const InkScope *scope,
              InkList list,
              guint32 row)
{
  gint64 time = scope->times[row];
  guint32 low = 0, high = list.n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      gint64 other = scope->times[list.rows[middle]];

      if (other < time || (other == time && list.rows[middle] < row))
        low = middle + 1;
      else
        high = middle;
    }
  return low < list.n && list.rows[low] == row;
}

/* --- Strict --- */

static guint32
next_event (const InkScope *scope,
            const InkSubject *unit,
            guint32 row,
            guint32 *place)
{
  if (unit->events.rows == NULL)
    return row + 1 < unit->end_row ? row + 1 : INK_NO_ROW;
  ++*place;
  return *place < unit->events.n ? unit->events.rows[*place] : INK_NO_ROW;
}

static guint32
find_place (const InkScope *scope,
            const InkSubject *unit,
            guint32 row)
{
  guint32 place;

  if (unit->events.rows == NULL)
    return 0;
  place = ink_list_seek_time (scope, unit->events, scope->times[row]);
  while (unit->events.rows[place] != row)
    place++;
  return place;
}

void
ink_try_run_strict (const InkPlan *plan,
                    const InkSubject *unit,
                    InkTry *attempt)
{
  const InkScope *scope = plan->scope;
  guint32 row = attempt->rows[0], place;

  if (attempt->start == INK_TIME_NONE)
    return;
  place = find_place (scope, unit, row);
  while (attempt->level < plan->n_steps)
    {
      row = next_event (scope, unit, row, &place);
      if (row == INK_NO_ROW || scope->times[row] > attempt->end
          || !ink_list_has (scope, unit->steps[attempt->level], row))
        return;
      attempt->rows[attempt->level++] = row;
      attempt->last = scope->times[row];
    }
}

/* --- Optional steps, exclusions --- */

static gboolean
is_taken (const InkTry *attempt,
          guint n_steps,
          guint32 row)
{
  for (guint i = 0; i < n_steps; i++)
    if (attempt->rows[i] == row)
      return TRUE;
  return FALSE;
}

/* From the step before it that is not optional to the next one's, or to the window's end. */
static void
take_optional (const InkPlan *plan,
               const InkSubject *unit,
               guint step,
               guint before,
               InkTry *attempt)
{
  const InkScope *scope = plan->scope;
  InkList list = unit->steps[step];
  gint64 end = attempt->end;

  if (before + 1 < attempt->level)
    end = scope->times[attempt->rows[plan->required[before + 1]]];
  for (guint32 i = ink_list_seek_time (scope, list,
                                       scope->times[attempt->rows[plan->required[before]]]);
       i < list.n && scope->times[list.rows[i]] <= end; i++)
    if (!is_taken (attempt, plan->n_steps, list.rows[i]))
      {
        attempt->rows[step] = list.rows[i];
        return;
      }
}

static void
take_optionals (const InkPlan *plan,
                const InkSubject *unit,
                InkTry *attempt)
{
  guint before = 0;

  for (guint step = 1; step < plan->n_steps; step++)
    {
      if (!plan->optional[step])
        before++;
      if (before >= attempt->level)
        return;
      if (plan->optional[step])
        take_optional (plan, unit, step, before, attempt);
    }
}

/* Strictly after the one step and strictly before the other. */
static void
look_for_spoilers (const InkPlan *plan,
                   const InkSubject *unit,
                   InkTry *attempt)
{
  const InkScope *scope = plan->scope;

  for (guint i = 0; i < plan->n_exclusions && attempt->spoiler < 0; i++)
    {
      const InkPlanExclusion *exclusion = &plan->exclusions[i];
      gint64 from, to = attempt->end;
      guint32 at;

      if (exclusion->from >= attempt->level)
        continue;
      from = scope->times[attempt->rows[plan->required[exclusion->from]]];
      if (exclusion->to < attempt->level)
        to = scope->times[attempt->rows[plan->required[exclusion->to]]];
      if (from == INK_TIME_NONE)
        continue;
      at = ink_list_seek_time (scope, unit->exclusions[i], from + 1);
      if (at < unit->exclusions[i].n && scope->times[unit->exclusions[i].rows[at]] < to)
        {
          attempt->spoiler = (int) i;
          attempt->spoiling = unit->exclusions[i].rows[at];
        }
    }
}

/**
 * ink_try_run:
 * @plan: the funnel
 * @unit: whose events
 * @start: a completion of step 1 (`any`: of any step)
 * @attempt: receives the try
 */
void
ink_try_run (const InkPlan *plan,
             const InkSubject *unit,
             guint32 start,
             InkTry *attempt)
{
  attempt->start = attempt->last = plan->scope->times[start];
  /* What has no time ties with its like, and only with it. */
  attempt->end = attempt->start == INK_TIME_NONE ? INK_TIME_NONE
                                                 : ink_time_later (attempt->start, plan->length);
  attempt->level = 1;
  attempt->spoiler = -1;
  attempt->served = 1;
  for (guint i = 0; i < plan->n_steps; i++)
    attempt->rows[i] = INK_NO_ROW;
  attempt->rows[0] = start;

  if (plan->order == INK_ORDER_STRICT)
    ink_try_run_strict (plan, unit, attempt);
  else if (plan->order == INK_ORDER_ANY)
    ink_try_run_any (plan, unit, attempt);
  else
    ink_try_run_listed (plan, unit, attempt);
  if (plan->n_required < plan->n_steps)
    take_optionals (plan, unit, attempt);
  if (plan->n_exclusions > 0)
    look_for_spoilers (plan, unit, attempt);
}

static guint32
last_row (const InkPlan *plan,
          const InkTry *attempt)
{
  return attempt->rows[plan->required[attempt->level - 1]];
}

/* Whether the unit may still finish it after the export's end. */
gboolean
ink_try_under_way (const InkPlan *plan,
                   const InkSubject *unit,
                   const InkTry *attempt)
{
  if (!plan->has_window || attempt->spoiler >= 0 || attempt->level == plan->n_required
      || attempt->start == INK_TIME_NONE || attempt->end <= plan->scope->export_time)
    return FALSE;
  if (plan->count == INK_COUNT_SESSIONS
      && plan->scope->export_time - unit->last_time > INK_SESSION_GAP)
    return FALSE;
  if (plan->order == INK_ORDER_STRICT)
    {
      guint32 row = last_row (plan, attempt), place = find_place (plan->scope, unit, row);

      return next_event (plan->scope, unit, row, &place) == INK_NO_ROW;
    }

  return TRUE;
}
