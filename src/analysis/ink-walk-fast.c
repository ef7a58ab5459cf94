/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The common funnel: steps as listed, people counted, nothing excluded or optional.
 *
 * First everybody who entered stands at step 1, in loops without branches: most do. Then whoever
 * has an event of step 2 not before their first start is followed, one after the other. A later start never reaches a step earlier than an earlier one does, so each step's pointer only
 * moves forward and a person costs as much as they have matching events. Where an event of the way
 * shares its time with a neighbour, order is not that of the rows: the general kernel decides. */
#include <string.h>

#include "analysis/ink-people.h"
#include "analysis/ink-slices.h"
#include "analysis/ink-walk.h"

#define POLL_EVERY 4096
/* So many people ahead the times are asked of memory. */
#define AHEAD 8
#define FAR_AHEAD 32
#define TIMES_IN_LINE 8
#define MOST_LINES 6
/* No index in the list of a step. */
#define NONE G_MAXUINT32

typedef struct
{
  const InkPlan *plan;
  const gint64 *times;
  InkOutcomes *outcomes; /* a row for each of @entered from @base on */
  guint32 base;
  InkPeople entered;
  InkPeople second;          /* those with an event of step 2 */
  guint32 *followed;         /* indices in @entered */
  guint32 *places_of_second; /* by person of the part, their index in @second, or NONE */
  guint32 n_followed;
  guint32 n_gone; /* rows of people who are not in the funnel */
  InkCursor general;
  InkOutcomes *one; /* what the general kernel says of a person */
  guint32 places[INK_MAX_STEPS]; /* per step, where the person begins in its list */
  /* of the person at hand */
  guint32 begin;
  guint32 end;
  guint known;                     /* steps whose place is found */
  guint reachable;                 /* how far what is left of their events can lead */
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

      if (find_step (fast, step))
        fast->pointers[step] = advance (list, fast->pointers[step], row + 1);
      if (!find_step (fast, step))
        {
          fast->reachable = step;
          return TRUE;
        }
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

/* A start after the end of the best try, when no start reaches further any more: neither it nor any
 * later one changes what came of the person. */
static inline gboolean
is_decided (const Fast *fast,
            gint64 start)
{
  return fast->best.level >= fast->reachable && start > fast->best.last;
}

/* FALSE where equal times, or none, ask for the general kernel. */
static gboolean
follow_all (Fast *fast,
            const guint32 *starts,
            guint32 n)
{
  const InkPlan *plan = fast->plan;

  while (n > 0 && fast->times[starts[n - 1]] > plan->to)
    n--;
  fast->last_start = n > 0 ? fast->times[starts[n - 1]] : INK_TIME_NONE;
  for (guint32 i = 0; i < n; i++)
    {
      gint64 time = fast->times[starts[i]];

      if (time == INK_TIME_NONE)
        return FALSE;
      if (time < plan->from)
        continue;
      if (is_decided (fast, time))
        break;
      if (!follow (fast, starts[i]))
        return FALSE;
      if (is_better (&fast->attempt, &fast->best))
        copy_try (&fast->best, &fast->attempt);
    }

  return TRUE;
}

/* Writes what came of the person at @index of those who entered. */
static void
keep (Fast *fast,
      guint32 index)
{
  const InkPlan *plan = fast->plan;
  InkTry *best = &fast->best;
  gboolean under_way;

  fast->outcomes->levels[fast->base + index] = 0;
  fast->n_gone += best->level == 0;
  if (best->level == 0)
    return;
  for (guint i = best->level; i < plan->n_steps; i++)
    best->rows[i] = INK_NO_ROW;
  under_way = plan->has_window && best->level < plan->n_steps
              && ink_time_later (fast->last_start, plan->length) > plan->scope->export_time;
  ink_outcomes_put (fast->outcomes, fast->base + index, plan, best, under_way);
}

static void
ask_general (Fast *fast,
             guint32 index)
{
  guint32 person = fast->entered.people[index], n_steps = fast->plan->n_steps;
  guint32 *rows = fast->outcomes->rows + (gsize) (fast->base + index) * n_steps;

  fast->one->n = 0;
  ink_cursor_move (&fast->general, person);
  ink_outcomes_run (fast->one, fast->plan, person, &fast->general.unit);
  fast->outcomes->levels[fast->base + index] = 0;
  fast->n_gone += fast->one->n == 0;
  if (fast->one->n == 0)
    return;
  for (guint i = 0; i < n_steps; i++)
    rows[i] = fast->one->rows[i];
  fast->outcomes->levels[fast->base + index] = fast->one->levels[0];
  fast->outcomes->flags[fast->base + index] = fast->one->flags[0];
}

static void
follow_person (Fast *fast,
               guint32 index)
{
  const InkPeople *entered = &fast->entered;
  const guint32 *offsets = fast->plan->scope->offsets;
  const guint32 *starts = fast->plan->steps[0]->rows + entered->begins[index];
  guint32 place = fast->places_of_second[entered->people[index] - entered->people[0]];

  fast->begin = offsets[entered->people[index]];
  fast->end = offsets[entered->people[index] + 1];
  fast->known = fast->plan->n_steps > 1 ? 2 : 1;
  fast->pointers[1] = place != NONE ? fast->second.begins[place] : NONE;
  fast->best.level = 0;
  fast->reachable = fast->plan->n_steps;
  if (follow_all (fast, starts, entered->ends[index] - entered->begins[index]))
    keep (fast, index);
  else
    ask_general (fast, index);
}

/* --- Everybody --- */

/* Finds by person of the part, counted from its first, whether they have an event of step 2. */
static void
find_second (Fast *fast)
{
  const InkPlan *plan = fast->plan;
  const guint32 *offsets = plan->scope->offsets;
  guint32 low = fast->entered.people[0], high = fast->entered.people[fast->entered.n - 1];
  gsize n = (gsize) high - low + 1;
  guint32 *places = g_new (guint32, n);
  const InkRows *list;
  guint32 first;

  memset (places, 0xff, n * sizeof *places);
  fast->places_of_second = places;
  if (plan->n_steps == 1)
    return;
  list = plan->steps[1];
  first = ink_rows_seek (list->rows, list->n, 0, offsets[low]);
  ink_people_init (&fast->second, plan->scope, list, first,
                   ink_rows_seek (list->rows, list->n, first, offsets[high + 1]));
  for (guint32 i = 0; i < fast->second.n; i++)
    places[fast->second.people[i] - low] = i;
}

/* Lets everybody stand at step 1, by the first start, the last of which says whether they are under
 * way. Lists those of whom more is to be found out: equal times count as not before. */
static void
stand_at_first (Fast *fast)
{
  const InkPlan *plan = fast->plan;
  const InkPeople entered = fast->entered, second = fast->second;
  const guint32 *starts = plan->steps[0]->rows;
  const guint32 *next = second.n > 0 ? plan->steps[1]->rows : NULL;
  const gint64 *times = fast->times;
  guint32 *people = fast->outcomes->people + fast->base;
  guint32 *rows = fast->outcomes->rows + (gsize) fast->base * plan->n_steps;
  guint8 *flags = fast->outcomes->flags + fast->base;
  guint32 n = 0, always = plan->dated ? 1 : 0, may_wait = plan->has_window && plan->n_steps > 1;

  for (guint32 i = 0; i < entered.n; i++)
    {
      guint32 row = starts[entered.begins[i]], last = starts[entered.ends[i] - 1];
      guint32 place = fast->places_of_second[entered.people[i] - entered.people[0]];
      guint32 known = place == NONE ? 0 : place, goes_on = 0;
      gint64 time = times[row], end = ink_time_later (time, plan->length);
      gint64 last_end = ink_time_later (times[last], plan->length);

      if (i + FAR_AHEAD < entered.n)
        __builtin_prefetch (&times[starts[entered.begins[i + FAR_AHEAD]]]);
      if (next != NULL)
        goes_on = (place != NONE) & (times[next[second.ends[known] - 1]] >= time);
      people[i] = entered.people[i];
      rows[(gsize) i * plan->n_steps] = row;
      flags[i] = ink_outcome_flags (plan, may_wait & (last_end > plan->scope->export_time), end);
      fast->followed[n] = i;
      n += goes_on | always | (time == INK_TIME_NONE);
    }
  memset (fast->outcomes->levels + fast->base, 1, entered.n);
  fast->n_followed = n;
}

/* Asks memory for the times of a person, whose rows lie together, from the first start on. */
static inline void
prefetch_person (const Fast *fast,
                 guint32 index)
{
  const InkPeople *entered = &fast->entered;
  const gint64 *time = fast->times + fast->plan->steps[0]->rows[entered->begins[index]];
  const gint64 *end = fast->times + fast->plan->scope->offsets[entered->people[index] + 1];

  for (guint line = 0; line < MOST_LINES && time < end; line++, time += TIMES_IN_LINE)
    __builtin_prefetch (time);
}

static gboolean
follow_listed (Fast *fast,
               GError **error)
{
  for (guint32 i = 0; i < fast->n_followed; i++)
    {
      if (i % POLL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (fast->plan->scope->cancellable, error))
        return FALSE;
      prefetch_person (fast, fast->followed[MIN (i + AHEAD, fast->n_followed - 1)]);
      follow_person (fast, fast->followed[i]);
    }

  return TRUE;
}

/* Takes the rows of those out who are not in the funnel after all. */
static void
close_gaps (Fast *fast)
{
  InkOutcomes *outcomes = fast->outcomes;
  guint n_steps = outcomes->n_steps;
  guint32 kept = fast->base;

  for (guint32 i = fast->base; fast->n_gone > 0 && i < outcomes->n; i++)
    {
      if (outcomes->levels[i] == 0)
        continue;
      memmove (outcomes->rows + (gsize) kept * n_steps, ink_outcomes_get_rows (outcomes, i),
               n_steps * sizeof (guint32));
      outcomes->people[kept] = outcomes->people[i];
      outcomes->levels[kept] = outcomes->levels[i];
      outcomes->flags[kept++] = outcomes->flags[i];
    }
  outcomes->n -= fast->n_gone;
}

static gboolean
run_entered (Fast *fast,
             GError **error)
{
  const InkPlan *plan = fast->plan;
  InkOutcomes *outcomes = fast->outcomes;
  gsize n_cells = (gsize) fast->entered.n * plan->n_steps;
  guint32 begin = plan->scope->offsets[fast->entered.people[0]];

  ink_outcomes_reserve (outcomes, fast->entered.n);
  memset (outcomes->rows + (gsize) fast->base * plan->n_steps, 0xff, n_cells * sizeof (guint32));
  fast->followed = g_new (guint32, (gsize) fast->entered.n + 1);
  find_second (fast);
  stand_at_first (fast);
  outcomes->n += fast->entered.n;
  for (guint step = 2; step < plan->n_steps; step++)
    fast->places[step]
        = ink_rows_seek (plan->steps[step]->rows, plan->steps[step]->n, 0, begin);
  if (!follow_listed (fast, error))
    return FALSE;
  close_gaps (fast);

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
  fast->base = outcomes->n;
  fast->one = ink_outcomes_new (plan->n_steps);
  ink_cursor_init (&fast->general, plan);
  ink_people_init (&fast->entered, plan->scope, plan->steps[0], first, end);
  if (plan->allowed != NULL)
    ink_people_limit (&fast->entered, plan->allowed);
  done = fast->entered.n == 0 || run_entered (fast, error);
  ink_people_clear (&fast->entered);
  ink_people_clear (&fast->second);
  g_free (fast->followed);
  g_free (fast->places_of_second);
  ink_cursor_clear (&fast->general);
  ink_outcomes_free (fast->one);

  return done;
}
