/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over visits: each person's events, cut by visit, then the same kernel. */
#include "analysis/ink-visits.h"
#include "analysis/ink-walk.h"

#define POLL_EVERY 4096
/* So many starts ahead the times and visits are asked of memory. */
#define AHEAD 32

/* Every list of a plan, in order of visit. */
typedef struct
{
  const InkPlan *plan;
  InkCursor cursor;
  InkVisits *lists; /* steps, then exclusions, then all events */
  guint *places;
  guint n_lists;
  InkSubject unit;
} Walk;

static void
walk_init (Walk *walk,
           const InkPlan *plan)
{
  *walk = (Walk){ .plan = plan };
  ink_cursor_init (&walk->cursor, plan);
  walk->n_lists = plan->n_steps + plan->n_exclusions + 1;
  walk->lists = g_new0 (InkVisits, walk->n_lists);
  walk->places = g_new0 (guint, walk->n_lists);
  for (guint i = 0; i < walk->n_lists; i++)
    ink_visits_init (&walk->lists[i]);
  walk->unit.exclusions = g_new0 (InkList, plan->n_exclusions + 1);
}

static void
walk_clear (Walk *walk)
{
  for (guint i = 0; i < walk->n_lists; i++)
    ink_visits_clear (&walk->lists[i]);
  g_free (walk->lists);
  g_free (walk->places);
  g_free (walk->unit.exclusions);
  ink_cursor_clear (&walk->cursor);
}

/* All events of a person are looked at only where an event in between matters. */
static gboolean
needs_events (const InkPlan *plan)
{
  return plan->order == INK_ORDER_STRICT;
}

static void
fill_lists (Walk *walk,
            guint32 person)
{
  const InkPlan *plan = walk->plan;
  const InkSubject *whole = &walk->cursor.unit;
  guint n = 0;

  ink_cursor_move (&walk->cursor, person);
  for (guint i = 0; i < plan->n_steps; i++)
    ink_visits_fill (&walk->lists[n++], plan->scope, whole->steps[i].rows, whole->steps[i].n);
  for (guint i = 0; i < plan->n_exclusions; i++)
    ink_visits_fill (&walk->lists[n++], plan->scope, whole->exclusions[i].rows,
                     whole->exclusions[i].n);
  if (needs_events (plan))
    ink_visits_fill_range (&walk->lists[n], plan->scope, plan->scope->offsets[person],
                           ink_scope_end_of_person (plan->scope, person));
  for (guint i = 0; i < walk->n_lists; i++)
    walk->places[i] = 0;
}

/* The next visit in which a try can start, INK_NO_SESSION after the last: it has a completion of
 * step 1 or, in `any`, of any step. */
static guint32
next_visit (const Walk *walk)
{
  guint n_lists = walk->plan->order == INK_ORDER_ANY ? walk->plan->n_steps : 1;
  guint32 next = INK_NO_SESSION;

  for (guint i = 0; i < n_lists; i++)
    if (walk->places[i] < ink_visits_length (&walk->lists[i]))
      next = MIN (next, ink_visits_get_visit (&walk->lists[i], walk->places[i]));

  return next;
}

/* When the visit ended. It is only asked whether that was long before the export's end; where all
 * of the person was, so was the visit. */
static gint64
find_last_time (const InkScope *scope,
                guint32 person,
                guint32 visit)
{
  guint32 first = scope->offsets[person], row = ink_scope_end_of_person (scope, person) - 1;

  if (scope->times[row] == INK_TIME_NONE
      || scope->export_time - scope->times[row] > INK_SESSION_GAP)
    return scope->times[row];
  while (row > first && scope->sessions[row] != visit)
    row--;

  return scope->times[row];
}

static InkList
take_visit (Walk *walk,
            guint list,
            guint32 visit)
{
  const InkVisits *visits = &walk->lists[list];
  guint first = ink_visits_seek (visits, walk->places[list], visit);

  walk->places[list] = ink_visits_seek (visits, first, (guint64) visit + 1);
  return (InkList){ ink_visits_get_rows (visits, first), walk->places[list] - first };
}

static void
run_visit (Walk *walk,
           guint32 person,
           guint32 visit,
           InkOutcomes *outcomes)
{
  const InkPlan *plan = walk->plan;
  InkSubject *unit = &walk->unit;
  guint n = 0;

  for (guint i = 0; i < plan->n_steps; i++)
    unit->steps[i] = take_visit (walk, n++, visit);
  for (guint i = 0; i < plan->n_exclusions; i++)
    unit->exclusions[i] = take_visit (walk, n++, visit);
  if (needs_events (plan))
    unit->events = take_visit (walk, n, visit);
  unit->last_time = find_last_time (plan->scope, person, visit);
  ink_outcomes_run (outcomes, plan, person, unit);
}

static void
run_person (Walk *walk,
            guint32 person,
            InkOutcomes *outcomes)
{
  guint32 visit;

  fill_lists (walk, person);
  while ((visit = next_visit (walk)) != INK_NO_SESSION)
    run_visit (walk, person, visit, outcomes);
}

static gboolean
run_people (const InkPlan *plan,
            const InkRows *driver,
            guint32 first,
            guint32 end,
            InkOutcomes *outcomes,
            GError **error)
{
  const InkScope *scope = plan->scope;
  guint32 person, count = 0, i = first;
  gboolean done = TRUE;
  Walk walk;

  walk_init (&walk, plan);
  while (i < end && done)
    {
      done = ++count % POLL_EVERY != 0
             || !g_cancellable_set_error_if_cancelled (scope->cancellable, error);
      __builtin_prefetch (&scope->times[driver->rows[MIN (i + AHEAD, end - 1)]]);
      __builtin_prefetch (&scope->sessions[driver->rows[MIN (i + AHEAD, end - 1)]]);
      person = ink_scope_person_of_row (scope, driver->rows[i]);
      i = ink_rows_seek (driver->rows, end, i, scope->offsets[person + 1]);
      if (done && (plan->allowed == NULL || plan->allowed[person]))
        run_person (&walk, person, outcomes);
    }
  walk_clear (&walk);

  return done;
}

InkOutcomes *
ink_walk_sessions (const InkPlan *plan,
                   GError **error)
{
  return ink_walk_in_parts (plan, run_people, INK_WALK_STARTS_FOR_TWO, error);
}
