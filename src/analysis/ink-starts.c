/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The starts of a unit, and the tries of `any` that need no search: where each step's first event
 * from the start on is one of its own, each of them completes one step more. */
#include "analysis/ink-starts.h"

#include "analysis/ink-slices.h"

#define BIT(step) (G_GUINT64_CONSTANT (1) << (step))

/* Only as much is cleared as there are lists: this runs once per person. */
void
ink_starts_init (InkStarts *starts,
                 const InkPlan *plan,
                 const InkSubject *unit)
{
  starts->plan = plan;
  starts->unit = unit;
  starts->n_lists = plan->order == INK_ORDER_ANY ? plan->n_steps : 1;
  for (guint i = 0; i < starts->n_lists; i++)
    starts->places[i] = 0;
}

static inline gboolean
is_before (const gint64 *times,
           guint32 a,
           guint32 b)
{
  return times[a] < times[b] || (times[a] == times[b] && a < b);
}

guint32
ink_starts_next (InkStarts *starts)
{
  const gint64 *times = starts->plan->scope->times;
  guint n_lists = starts->n_lists;
  guint32 next = INK_NO_ROW;

  starts->n_open = 0;
  starts->here = 0;
  for (guint i = 0; i < n_lists; i++)
    {
      InkList list = starts->unit->steps[i];
      guint32 row;

      if (starts->places[i] == list.n)
        continue;
      row = list.rows[starts->places[i]];
      starts->n_open++;
      if (row == next)
        starts->here |= BIT (i);
      else if (next == INK_NO_ROW || is_before (times, row, next))
        {
          next = row;
          starts->here = BIT (i);
        }
    }
  for (guint i = 0; i < n_lists; i++)
    starts->places[i] += (starts->here >> i & 1) != 0;

  return next;
}

/* The first event of the list @i from @start on, INK_NO_ROW for none before @end. One before it in the
 * files, at the same time, was a start itself, and its try was no worse. */
static inline guint32
find_first (const InkStarts *starts,
            guint i,
            guint32 start,
            gint64 end)
{
  InkList list = starts->unit->steps[i];
  guint32 place = starts->places[i], first;

  if ((starts->here >> i & 1) != 0)
    return start;
  first = place < list.n ? list.rows[place] : INK_NO_ROW;

  return first != INK_NO_ROW && starts->plan->scope->times[first] <= end ? first : INK_NO_ROW;
}

/* Puts @row among the events of the try, which are in order. FALSE where it is there already. */
static inline gboolean
insert (InkTry *attempt,
        const gint64 *times,
        guint32 row)
{
  guint i = attempt->level;

  for (; i > 1 && is_before (times, row, attempt->rows[i - 1]); i--)
    attempt->rows[i] = attempt->rows[i - 1];
  if (attempt->rows[i - 1] == row)
    return FALSE;
  attempt->rows[i] = row;
  attempt->level++;

  return TRUE;
}

/* The start comes first, and the events that follow it in order of time, as many as have a step of
 * their own. FALSE where one would serve two steps, or nothing has a time. */
static gboolean
take_firsts (const InkStarts *starts,
             guint32 start,
             InkTry *attempt)
{
  const gint64 *times = starts->plan->scope->times;

  if ((starts->here & (starts->here - 1)) != 0 || attempt->start == INK_TIME_NONE)
    return FALSE;
  for (guint i = 0; i < starts->n_lists; i++)
    {
      guint32 first = find_first (starts, i, start, attempt->end);

      if (first == INK_NO_ROW)
        continue;
      attempt->served |= BIT (i);
      if (first != start && !insert (attempt, times, first))
        return FALSE;
    }
  attempt->last = times[attempt->rows[attempt->level - 1]];
  for (guint i = attempt->level; i < starts->n_lists; i++)
    attempt->rows[i] = INK_NO_ROW;

  return TRUE;
}

void
ink_starts_try (const InkStarts *starts,
                guint32 start,
                InkTry *attempt)
{
  const InkPlan *plan = starts->plan;

  if (plan->order == INK_ORDER_ANY && plan->n_exclusions == 0)
    {
      attempt->start = plan->scope->times[start];
      attempt->end = ink_time_later (attempt->start, plan->length);
      attempt->rows[0] = start;
      attempt->level = 1;
      attempt->spoiler = -1;
      attempt->served = 0;
      if (take_firsts (starts, start, attempt))
        return;
    }
  ink_try_run (plan, starts->unit, start, attempt);
}
