/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over people. */
#include "analysis/ink-walk.h"

#include <string.h>

/* So many starts: below, the fast kernel is done before a second thread has begun. */
#define STARTS_FOR_TWO_FAST_THREADS 50000
#define POLL_EVERY 4096
/* So many starts ahead the times are asked of memory. */
#define AHEAD 32

/* --- Cursor --- */

void
ink_cursor_init (InkCursor *cursor,
                 const InkPlan *plan)
{
  *cursor = (InkCursor){ .plan = plan };
  cursor->exclusions = g_new0 (guint32, plan->n_exclusions + 1);
  cursor->unit.exclusions = g_new0 (InkList, plan->n_exclusions + 1);
}

void
ink_cursor_clear (InkCursor *cursor)
{
  g_clear_pointer (&cursor->exclusions, g_free);
  g_clear_pointer (&cursor->unit.exclusions, g_free);
}

static InkList
take (const InkRows *rows,
      guint32 *place,
      guint32 begin,
      guint32 end)
{
  InkList list;
  guint32 first = ink_rows_seek (rows->rows, rows->n, *place, begin);

  *place = ink_rows_seek (rows->rows, rows->n, first, end);
  list.rows = rows->rows + first;
  list.n = *place - first;
  return list;
}

void
ink_cursor_move (InkCursor *cursor,
                 guint32 person)
{
  const InkPlan *plan = cursor->plan;
  guint32 begin = plan->scope->offsets[person], end = plan->scope->offsets[person + 1];

  for (guint i = 0; i < plan->n_steps; i++)
    cursor->unit.steps[i] = take (plan->steps[i], &cursor->steps[i], begin, end);
  for (guint i = 0; i < plan->n_exclusions; i++)
    cursor->unit.exclusions[i]
        = take (plan->exclusions[i].rows, &cursor->exclusions[i], begin, end);
  cursor->unit.end_row = ink_scope_end_of_person (plan->scope, person);
}

/* --- People --- */

/* A row of everybody: where most people have an event of some step, that is quicker found than who
 * they are. */
static InkRows *
find_everybody (const InkScope *scope)
{
  InkRows *rows = ink_rows_new ();

  memcpy (ink_rows_reserve (rows, scope->n_people), scope->offsets,
          scope->n_people * sizeof *scope->offsets);
  rows->n = scope->n_people;

  return rows;
}

static InkRows *
find_anybody (const InkPlan *plan)
{
  guint64 n = 0;

  for (guint i = 0; i < plan->n_steps; i++)
    n += plan->steps[i]->n;

  return n > plan->scope->n_people ? find_everybody (plan->scope)
                                   : ink_rows_union (plan->steps, plan->n_steps);
}

InkRows *
ink_walk_driver (const InkPlan *plan)
{
  if (plan->needed >= 0
      && (plan->order == INK_ORDER_ANY || plan->steps[plan->needed]->n < plan->steps[0]->n))
    return ink_rows_ref (plan->steps[plan->needed]);
  if (plan->order == INK_ORDER_ANY)
    return find_anybody (plan);
  return ink_rows_ref (plan->steps[0]);
}

static gboolean
walk_slow (const InkPlan *plan,
           const InkRows *driver,
           guint32 first,
           guint32 end,
           InkOutcomes *outcomes,
           GError **error)
{
  const InkScope *scope = plan->scope;
  guint32 person, count = 0, i = first;
  gboolean done = TRUE;
  InkCursor cursor;

  ink_cursor_init (&cursor, plan);
  while (i < end && done)
    {
      done = ++count % POLL_EVERY != 0
             || !g_cancellable_set_error_if_cancelled (scope->cancellable, error);
      __builtin_prefetch (&scope->times[driver->rows[MIN (i + AHEAD, end - 1)]]);
      person = ink_scope_person_of_row (scope, driver->rows[i]);
      i = ink_rows_seek (driver->rows, end, i, scope->offsets[person + 1]);
      if (!done || (plan->allowed != NULL && !plan->allowed[person]))
        continue;
      ink_cursor_move (&cursor, person);
      ink_outcomes_run (outcomes, plan, person, &cursor.unit);
    }
  ink_cursor_clear (&cursor);

  return done;
}

static gboolean
walk_fast (const InkPlan *plan,
           const InkRows *driver,
           guint32 first,
           guint32 end,
           InkOutcomes *outcomes,
           GError **error)
{
  return ink_fast_run (plan, first, end, outcomes, error);
}

InkOutcomes *
ink_walk_people (const InkPlan *plan,
                 GError **error)
{
  if (ink_fast_takes (plan))
    return ink_walk_in_parts (plan, walk_fast, STARTS_FOR_TWO_FAST_THREADS, error);

  return ink_walk_in_parts (plan, walk_slow, INK_WALK_STARTS_FOR_TWO, error);
}

/**
 * ink_walk_run:
 * @plan: a compiled funnel
 * @error: set when cancelled, or where a column could not be read
 */
InkOutcomes *
ink_walk_run (InkPlan *plan,
              GError **error)
{
  g_return_val_if_fail (plan != NULL, NULL);

  if (plan->count == INK_COUNT_SESSIONS)
    {
      ink_scope_need_sessions (plan->scope);
      return ink_walk_sessions (plan, error);
    }
  if (plan->count == INK_COUNT_PROPERTY)
    return ink_walk_groups (plan, error);
  return ink_walk_people (plan, error);
}
