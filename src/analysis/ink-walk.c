/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over people, on one thread, or on two where there is much to do. */
#include "analysis/ink-walk.h"

/* Below this a second thread costs more than it gains (storage.md 5). */
#define ROWS_FOR_TWO_THREADS 2000000
#define STARTS_FOR_TWO_THREADS 20000
#define POLL_EVERY 4096

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

InkRows *
ink_walk_driver (const InkPlan *plan)
{
  if (plan->needed >= 0
      && (plan->order == INK_ORDER_ANY || plan->steps[plan->needed]->n < plan->steps[0]->n))
    return ink_rows_ref (plan->steps[plan->needed]);
  if (plan->order == INK_ORDER_ANY)
    return ink_rows_union (plan->steps, plan->n_steps);
  return ink_rows_ref (plan->steps[0]);
}

/* A part of the driver's rows, cut between people, and what came of it. */
typedef struct
{
  const InkPlan *plan;
  const InkRows *driver;
  guint32 first;
  guint32 end;
  InkOutcomes *outcomes;
  GError *error;
} Part;

static gboolean
walk_slow (Part *part,
           InkCursor *cursor)
{
  const InkPlan *plan = part->plan;
  const InkScope *scope = plan->scope;
  guint32 person, count = 0, i = part->first;

  while (i < part->end)
    {
      if (++count % POLL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (scope->cancellable, &part->error))
        return FALSE;
      person = ink_scope_person_of_row (scope, part->driver->rows[i]);
      i = ink_rows_seek (part->driver->rows, part->end, i, scope->offsets[person + 1]);
      if (plan->allowed != NULL && !plan->allowed[person])
        continue;
      ink_cursor_move (cursor, person);
      ink_outcomes_run (part->outcomes, plan, person, &cursor->unit);
    }

  return TRUE;
}

static gpointer
walk_part (gpointer data)
{
  Part *part = data;
  InkCursor cursor;
  gboolean done;

  if (part->first == part->end)
    return NULL;
  if (ink_fast_takes (part->plan))
    {
      done = ink_fast_run (part->plan, part->first, part->end, part->outcomes, &part->error);
    }
  else
    {
      ink_cursor_init (&cursor, part->plan);
      done = walk_slow (part, &cursor);
      ink_cursor_clear (&cursor);
    }
  if (!done)
    g_clear_pointer (&part->outcomes, ink_outcomes_free);

  return NULL;
}

/* Where the driver's rows can be cut in two without cutting a person. */
static guint32
find_middle (const InkPlan *plan,
             const InkRows *driver)
{
  const InkScope *scope = plan->scope;
  guint32 person;

  if (scope->n_rows < ROWS_FOR_TWO_THREADS || driver->n < STARTS_FOR_TWO_THREADS
      || g_get_num_processors () < 2)
    return driver->n;
  person = ink_scope_person_of_row (scope, driver->rows[driver->n / 2]);
  return ink_rows_seek (driver->rows, driver->n, 0, scope->offsets[person]);
}

InkOutcomes *
ink_walk_people (const InkPlan *plan,
                 GError **error)
{
  g_autoptr (InkRows) driver = ink_walk_driver (plan);
  guint32 middle = find_middle (plan, driver);
  Part low = { plan, driver, 0, middle, NULL, NULL };
  Part high = { plan, driver, middle, driver->n, NULL, NULL };
  GThread *thread = NULL;

  /* Room is made here, for both: memory that this thread had before needs no new pages. */
  low.outcomes = ink_outcomes_new (plan->n_steps);
  ink_outcomes_reserve (low.outcomes, MIN (driver->n, plan->scope->n_people));
  high.outcomes = ink_outcomes_new (plan->n_steps);
  ink_outcomes_reserve (high.outcomes, MIN (driver->n - middle, plan->scope->n_people));
  if (middle < driver->n)
    thread = g_thread_new ("ink-walk", walk_part, &high);
  walk_part (&low);
  if (thread != NULL)
    g_thread_join (thread);
  if (low.outcomes != NULL && high.outcomes != NULL)
    ink_outcomes_append (low.outcomes, high.outcomes);
  else if (thread != NULL)
    g_clear_pointer (&low.outcomes, ink_outcomes_free);
  g_clear_pointer (&high.outcomes, ink_outcomes_free);
  if (low.error != NULL)
    g_clear_error (&high.error);
  if (low.error != NULL || high.error != NULL)
    g_propagate_error (error, low.error != NULL ? low.error : high.error);

  return low.outcomes;
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
