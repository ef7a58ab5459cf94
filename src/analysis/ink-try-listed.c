/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The order as listed, where equal times stand in whatever order the funnel needs.
 *
 * From the start each step goes to its earliest moment. Among events of one time the steps are
 * matched to events so that as many steps as possible in a row get one (augmenting paths); being
 * further at one time never hurts later, so this greedy way reaches furthest. */
#include "analysis/ink-plan.h"

/* The steps that stand at one time, among those that are not optional. @first: the first of them
 * that may still change its event (the try's start may not). */
typedef struct
{
  const InkPlan *plan;
  const InkSubject *unit;
  InkTry *attempt;
  gint64 time;
  guint begin;
  guint first;
  gboolean shuffled;
} Group;

static guint32 *
row_of (const Group *group,
        guint index)
{
  return &group->attempt->rows[group->plan->required[index]];
}

static InkList
list_of (const Group *group,
         guint index)
{
  return group->unit->steps[group->plan->required[index]];
}

#define NOBODY G_MAXUINT

/* The step of the group, below @end, that has @row. */
static guint
find_owner (const Group *group,
            guint32 row,
            guint end)
{
  for (guint i = group->begin; i < end; i++)
    if (*row_of (group, i) == row)
      return i;
  return NOBODY;
}

/* The next candidate of step @index at the group's time, from @place on. More candidates than there
 * are steps are never needed. */
static gboolean
next_candidate (const Group *group,
                guint index,
                guint32 *place,
                guint32 *tried)
{
  InkList list = list_of (group, index);

  return *tried < group->plan->n_required + 1 && *place < list.n
         && group->plan->scope->times[list.rows[*place]] == group->time;
}

/* Gives step @index an event, moving others of the group below @end on where need be. */
static gboolean
augment (Group *group,
         guint index,
         guint end,
         guint64 *visited)
{
  InkList list = list_of (group, index);
  guint32 place = ink_list_seek_time (group->plan->scope, list, group->time);

  for (guint32 tried = 0; next_candidate (group, index, &place, &tried); place++, tried++)
    {
      guint owner = find_owner (group, list.rows[place], end);

      if (owner == index)
        continue;
      if (owner != NOBODY)
        {
          if (owner < group->first || (*visited & (G_GUINT64_CONSTANT (1) << owner)) != 0)
            continue;
          *visited |= G_GUINT64_CONSTANT (1) << owner;
          if (!augment (group, owner, end, visited))
            continue;
        }
      *row_of (group, index) = list.rows[place];
      return TRUE;
    }

  return FALSE;
}

/* The first event of step @index at the group's time that no step has. */
static guint32
find_free (const Group *group,
           guint index,
           guint32 place)
{
  InkList list = list_of (group, index);

  for (; place < list.n && group->plan->scope->times[list.rows[place]] == group->time; place++)
    if (find_owner (group, list.rows[place], index) == NOBODY)
      return list.rows[place];
  return INK_NO_ROW;
}

/* Whether the steps from @from up to @end find events while those below @from stay. */
static gboolean
can_match (Group *group,
           guint from,
           guint end)
{
  guint first = group->first;
  gboolean all = TRUE;

  for (guint i = from; i < end; i++)
    *row_of (group, i) = INK_NO_ROW;
  group->first = from;
  for (guint i = from; i < end && all; i++)
    {
      guint64 visited = 0;

      all = augment (group, i, end, &visited);
    }
  group->first = first;

  return all;
}

/* Of the ways to match the group, the one whose events stand first in the files, step by step. */
static void
prefer_first (Group *group,
              guint end)
{
  for (guint index = group->first; index < end; index++)
    {
      InkList list = list_of (group, index);
      guint32 place = ink_list_seek_time (group->plan->scope, list, group->time);

      for (guint32 tried = 0; next_candidate (group, index, &place, &tried); place++, tried++)
        {
          if (find_owner (group, list.rows[place], index) != NOBODY)
            continue;
          *row_of (group, index) = list.rows[place];
          if (can_match (group, index + 1, end))
            break;
        }
    }
}

/* The step's event at the group's own time, if there is any way to give it one. */
static gboolean
take_at_same_time (Group *group,
                   guint index,
                   guint32 place)
{
  guint32 row = find_free (group, index, place);
  guint64 visited = 0;

  if (row != INK_NO_ROW)
    {
      *row_of (group, index) = row;
      return TRUE;
    }
  if (!augment (group, index, index, &visited))
    return FALSE;
  group->shuffled = TRUE;
  return TRUE;
}

static void
close_group (Group *group,
             guint end)
{
  if (group->shuffled)
    prefer_first (group, end);
  group->shuffled = FALSE;
}

/* The step's first event after the group's time opens the next group. */
static gboolean
take_later (Group *group,
            guint index,
            guint32 place)
{
  const gint64 *times = group->plan->scope->times;
  InkList list = list_of (group, index);

  while (place < list.n && times[list.rows[place]] == group->time)
    place++;
  if (place == list.n || times[list.rows[place]] > group->attempt->end)
    return FALSE;
  close_group (group, index);
  group->begin = group->first = index;
  group->time = times[list.rows[place]];
  *row_of (group, index) = list.rows[place];

  return TRUE;
}

void
ink_try_run_listed (const InkPlan *plan,
                    const InkSubject *unit,
                    InkTry *attempt)
{
  Group group = { plan, unit, attempt, attempt->start, 0, 1, FALSE };
  guint index;

  for (index = 1; index < plan->n_required; index++)
    {
      guint32 place = ink_list_seek_time (plan->scope, list_of (&group, index), group.time);

      if (!take_at_same_time (&group, index, place) && !take_later (&group, index, place))
        break;
    }
  close_group (&group, index);
  attempt->level = index;
  attempt->last = group.time;
}
