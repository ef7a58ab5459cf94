/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A walk on one thread, or on two where there is much to do: the people are cut in two. */
#include "analysis/ink-walk.h"

/* A part of the driver's rows, cut between people, and what came of it. */
typedef struct
{
  const InkPlan *plan;
  const InkRows *driver;
  InkWalkFunc walk;
  guint32 first;
  guint32 end;
  InkOutcomes *outcomes;
  GError *error;
} Part;

static gpointer
walk_part (gpointer data)
{
  Part *part = data;

  if (part->first < part->end
      && !part->walk (part->plan, part->driver, part->first, part->end, part->outcomes,
                      &part->error))
    g_clear_pointer (&part->outcomes, ink_outcomes_free);

  return NULL;
}

/* Where the driver's rows can be cut in two without cutting a person. */
static guint32
find_middle (const InkPlan *plan,
             const InkRows *driver,
             guint32 least_starts)
{
  const InkScope *scope = plan->scope;
  guint32 person;

  if (driver->n < least_starts || g_get_num_processors () < 2)
    return driver->n;
  person = ink_scope_person_of_row (scope, driver->rows[driver->n / 2]);

  return ink_rows_seek (driver->rows, driver->n, 0, scope->offsets[person]);
}

/* The outcomes of both, or the error of one. */
static InkOutcomes *
join (Part *low,
      Part *high,
      GError **error)
{
  if (low->outcomes != NULL && high->outcomes != NULL)
    {
      ink_outcomes_append (low->outcomes, high->outcomes);
      ink_outcomes_free (high->outcomes);
      return low->outcomes;
    }
  g_clear_pointer (&low->outcomes, ink_outcomes_free);
  g_clear_pointer (&high->outcomes, ink_outcomes_free);
  if (low->error != NULL)
    g_clear_error (&high->error);
  g_propagate_error (error, low->error != NULL ? low->error : high->error);

  return NULL;
}

InkOutcomes *
ink_walk_in_parts (const InkPlan *plan,
                   InkWalkFunc walk,
                   guint32 least_starts,
                   GError **error)
{
  g_autoptr (InkRows) driver = ink_walk_driver (plan);
  guint32 middle = find_middle (plan, driver, least_starts);
  Part low = { plan, driver, walk, 0, middle, NULL, NULL };
  Part high = { plan, driver, walk, middle, driver->n, NULL, NULL };
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

  return join (&low, &high, error);
}
