/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The common funnel in one pass: steps as listed, people counted, nothing excluded or optional.
 *
 * A later start never reaches a step earlier than an earlier one does, so each step's pointer only
 * moves forward and a person costs as much as they have matching events. Where an event of the way
 * shares its time with a neighbour, order is not that of the rows: the general kernel decides. */
#include "analysis/ink-slices.h"
#include "analysis/ink-walk.h"

#define POLL_EVERY 4096
/* So many starts ahead the times are asked of memory. */
#define AHEAD 16

typedef struct
{
  const InkPlan *plan;
  const gint64 *times;
  InkOutcomes *outcomes;
  InkCursor general;
  guint32 places[INK_MAX_STEPS]; /* per step, where the person begins in its list */
  /* of the person at hand */
  guint32 begin;
  guint32 end;
  guint known;                     /* steps whose place is found */
  guint32 pointers[INK_MAX_STEPS];
  InkTry best;
  InkTry attempt;
  gint64 last_start;
} Fast;

gboolean
ink_fast_takes (const InkPlan *plan)
{
  return !plan->slow && plan->order == INK_ORDER_AS_LISTED && plan->count == INK_COUNT_PEOPLE
         && plan->n_exclusions == 0 && plan->n_required == plan->n_steps && plan->needed < 0;
}

static inline gboolean
is_tied (const Fast *fast,
         guint32 row)
{
  const gint64 *times = fast->times;

  return (row > fast->begin && times[row - 1] == times[row])
         || (row + 1 < fast->end && times[row + 1] == times[row]);
}

/* Moves a pointer into @list up to @row. What lies between is little, and mostly nothing: a plain
 * loop beats a search. */
static inline guint32
advance (const InkRows *list,
         guint32 place,
         guint32 row)
{
  while (place < list->n && list->rows[place] < row)
    place++;
  return place;
}

/* Finds the person's part of the list of @step; FALSE where they have none of it. */
static inline gboolean
find_step (Fast *fast,
           guint step)
{
  const InkRows *list = fast->plan->steps[step];

  if (step >= fast->known)
    {
      fast->places[step] = advance (list, fast->places[step], fast->begin);
      fast->pointers[step] = fast->places[step];
      fast->known = step + 1;
    }
  return fast->pointers[step] < list->n && list->rows[fast->pointers[step]] < fast->end;
}

/* Follows one start. FALSE where equal times ask for the general kernel. */
static inline gboolean
follow (Fast *fast,
        guint32 start)
{
  const InkPlan *plan = fast->plan;
  InkTry *attempt = &fast->attempt;
  guint32 row = start;

  if (is_tied (fast, start))
    return FALSE;
  attempt->start = attempt->last = fast->times[start];
  attempt->end = ink_time_later (attempt->start, plan->length);
  attempt->rows[0] = start;
  for (attempt->level = 1; attempt->level < plan->n_steps; attempt->level++)
    {
      guint step = attempt->level;
      const InkRows *list = plan->steps[step];

      if (!find_step (fast, step))
        return TRUE;
      fast->pointers[step] = advance (list, fast->pointers[step], row + 1);
      if (!find_step (fast, step))
        return TRUE;
      row = list->rows[fast->pointers[step]];
      if (fast->times[row] > attempt->end)
        return TRUE;
      if (is_tied (fast, row))
        return FALSE;
      attempt->rows[step] = row;
      attempt->last = fast->times[row];
    }

  return TRUE;
}

static inline gboolean
is_better (const InkTry *attempt,
           const InkTry *best)
{
  return attempt->level > best->level
         || (attempt->level == best->level
             && (attempt->last < best->last
                 || (attempt->last == best->last && attempt->start > best->start)));
}

static void
copy_try (InkTry *to,
          const InkTry *from)
{
  to->level = from->level;
  to->start = from->start;
  to->last = from->last;
  to->end = from->end;
  for (guint i = 0; i < from->level; i++)
    to->rows[i] = from->rows[i];
}

/* Whoever has no event of step 2 stands at step 1, with the first start. */
static gboolean
follow_all (Fast *fast,
            const guint32 *starts,
            guint32 n)
{
  const InkPlan *plan = fast->plan;

  for (guint32 i = 0; i < n; i++)
    {
      gint64 time = fast->times[starts[i]];

      if (time == INK_TIME_NONE)
        return FALSE;
      if (time < plan->from || time > plan->to)
        continue;
      fast->last_start = time;
      if (!follow (fast, starts[i]))
        return FALSE;
      if (is_better (&fast->attempt, &fast->best))
        copy_try (&fast->best, &fast->attempt);
    }

  return TRUE;
}

/* The first start decides and the last one says whether it is still under way. */
static gboolean
stand_at_first (Fast *fast,
                const guint32 *starts,
                guint32 n)
{
  gint64 time = fast->times[starts[0]];

  if (fast->plan->dated || time == INK_TIME_NONE
      || (fast->plan->n_steps > 1 && find_step (fast, 1)))
    return FALSE;
  fast->best.level = 1;
  fast->best.start = fast->best.last = time;
  fast->best.end = ink_time_later (time, fast->plan->length);
  fast->best.rows[0] = starts[0];
  fast->last_start = fast->plan->has_window ? fast->times[starts[n - 1]] : time;

  return TRUE;
}

static void
keep (Fast *fast,
      guint32 person)
{
  const InkPlan *plan = fast->plan;
  InkTry *best = &fast->best;
  gboolean under_way;

  if (best->level == 0)
    return;
  for (guint i = best->level; i < plan->n_steps; i++)
    best->rows[i] = INK_NO_ROW;
  under_way = plan->has_window && best->level < plan->n_steps
              && ink_time_later (fast->last_start, plan->length) > plan->scope->export_time;
  ink_outcomes_add (fast->outcomes, plan, person, best, under_way);
}

static void
run_person (Fast *fast,
            guint32 person,
            const guint32 *starts,
            guint32 n)
{
  fast->begin = fast->plan->scope->offsets[person];
  fast->end = fast->plan->scope->offsets[person + 1];
  fast->known = 0;
  fast->best.level = 0;
  if (stand_at_first (fast, starts, n) || follow_all (fast, starts, n))
    {
      keep (fast, person);
      return;
    }
  ink_cursor_move (&fast->general, person);
  ink_outcomes_run (fast->outcomes, fast->plan, person, &fast->general.unit);
}

static gboolean
run_people (Fast *fast,
            guint32 first,
            guint32 end,
            GError **error)
{
  const InkScope *scope = fast->plan->scope;
  const InkRows *driver = fast->plan->steps[0];
  guint32 person = ink_scope_person_of_row (scope, driver->rows[first]), count = 0;

  for (guint32 i = first, next; i < end; i = next)
    {
      if (++count % POLL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      if (i + AHEAD < end)
        __builtin_prefetch (&scope->times[driver->rows[i + AHEAD]]);
      while (scope->offsets[person + 1] <= driver->rows[i])
        person++;
      for (next = i + 1; next < end && driver->rows[next] < scope->offsets[person + 1]; next++)
        ;
      if (fast->plan->allowed == NULL || fast->plan->allowed[person])
        run_person (fast, person, driver->rows + i, next - i);
    }

  return TRUE;
}

gboolean
ink_fast_run (const InkPlan *plan,
              guint32 first,
              guint32 end,
              InkOutcomes *outcomes,
              GError **error)
{
  g_autofree Fast *fast = g_new0 (Fast, 1);
  gboolean done;

  fast->plan = plan;
  fast->times = plan->scope->times;
  fast->outcomes = outcomes;
  ink_cursor_init (&fast->general, plan);
  done = run_people (fast, first, end, error);
  ink_cursor_clear (&fast->general);

  return done;
}
