/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the completions of a goal, person by person. */
#include "analysis/ink-board-goal.h"

#define BITS 64

/* What the passes over one goal share. */
typedef struct
{
  const InkNarrowing *narrowing;
  const InkTimeParts *parts;
  const gint64 *times;
  const guint32 *rows;
  InkBoardGoal *goal;
} Reading;

static gsize
count_words (guint32 n_people)
{
  return ((gsize) n_people + BITS - 1) / BITS;
}

/* ---- Counts ---- */

/* One person's times are in order, so the next is mostly in the same part. */
static void
count_parts (Reading *reading,
             guint32 from,
             guint32 end)
{
  const InkTimeParts *parts = reading->parts;
  guint part;

  for (guint32 i = from; i < end;)
    {
      gint64 part_end;
      guint32 begin = i;

      part = ink_time_parts_find_any (parts, reading->times[reading->rows[i]]);
      part_end = part + 1 < parts->n ? parts->starts[part + 1] : G_MAXINT64;
      while (i < end && reading->times[reading->rows[i]] < part_end)
        i++;
      reading->goal->series[part] += i - begin;
    }
}

static void
count_completions (Reading *reading,
                   guint32 from,
                   guint32 end)
{
  InkBoardGoal *goal = reading->goal;
  gint64 first, last;

  goal->completions += end - from;
  while (from < end && reading->times[reading->rows[from]] == INK_TIME_NONE)
    from++;
  if (from == end)
    return;
  first = reading->times[reading->rows[from]];
  last = reading->times[reading->rows[end - 1]];
  goal->first = goal->first == INK_TIME_NONE ? first : MIN (goal->first, first);
  goal->last = MAX (goal->last, last);
  if (goal->n_parts > 0)
    count_parts (reading, from, end);
}

/* The completions of one person that lie in the period. */
static void
find_counted (const Reading *reading,
              guint32 *from,
              guint32 *end)
{
  const InkNarrowing *narrowing = reading->narrowing;

  if (!narrowing->dated)
    return;
  while (*from < *end && reading->times[reading->rows[*from]] < narrowing->from)
    (*from)++;
  while (*from < *end && reading->times[reading->rows[*end - 1]] > narrowing->to)
    (*end)--;
}

/* ---- Passes ---- */

/* The first row of @person that has the time of @row. */
static guint32
begin_of_time (const InkScope *scope,
               guint32 person,
               guint32 row)
{
  gint64 time = scope->times[row];
  guint32 first = scope->offsets[person];

  while (row > first && scope->times[row - 1] == time)
    row--;
  return row;
}

/* @from, @end: the completions that have a time, at least one; @counted_end: after the last of them
 * that lies in the period, of which there are @n_counted. */
static InkBoardPass
make_pass (const Reading *reading,
           guint32 person,
           guint32 from,
           guint32 end,
           guint32 counted_end,
           guint32 n_counted)
{
  const guint32 *rows = reading->rows;
  InkBoardPass pass = { 0 };

  pass.start = begin_of_time (reading->narrowing->scope, person, rows[from]) + 1;
  if (from + 1 == end || reading->times[rows[from + 1]] != reading->times[rows[from]])
    pass.only = rows[from] + 1;
  if (n_counted > 0)
    pass.last = rows[counted_end - 1] + 1;
  if (n_counted > 1)
    pass.before = rows[counted_end - 2] + 1;
  return pass;
}

static void
read_person (Reading *reading,
             guint32 person,
             guint32 from,
             guint32 end)
{
  InkBoardGoal *goal = reading->goal;
  guint32 counted = from, counted_end = end;

  find_counted (reading, &counted, &counted_end);
  if (counted < counted_end)
    {
      goal->people++;
      goal->set[person / BITS] |= G_GUINT64_CONSTANT (1) << person % BITS;
      count_completions (reading, counted, counted_end);
    }
  goal->had += !reading->narrowing->dated;
  /* Without a time nothing is before or after. */
  while (from < end && reading->times[reading->rows[from]] == INK_TIME_NONE)
    from++;
  if (from == end || reading->times[reading->rows[from]] > reading->narrowing->to)
    return;
  goal->had += reading->narrowing->dated;
  counted = MAX (counted, from);
  goal->persons[goal->n] = person;
  goal->passes[goal->n++] = make_pass (reading, person, from, end, counted_end,
                                       counted < counted_end ? counted_end - counted : 0);
}

/* Room for so many people as may come; what is left over is given back. */
static void
read_people (Reading *reading,
             const InkRows *moments)
{
  const InkNarrowing *narrowing = reading->narrowing;
  const InkScope *scope = narrowing->scope;
  InkBoardGoal *goal = reading->goal;
  guint32 most = MIN (moments->n, scope->n_people), end;

  goal->persons = g_new (guint32, (gsize) most + 1);
  goal->passes = g_new (InkBoardPass, (gsize) most + 1);
  for (guint32 i = 0; i < moments->n; i = end)
    {
      guint32 person = ink_scope_person_of_row (scope, moments->rows[i]);
      guint32 limit = scope->offsets[person + 1];

      for (end = i + 1; end < moments->n && moments->rows[end] < limit;)
        end++;
      if (narrowing->personas == NULL || narrowing->personas[person] == narrowing->persona)
        read_person (reading, person, i, end);
    }
  goal->persons = g_renew (guint32, goal->persons, (gsize) goal->n + 1);
  goal->passes = g_renew (InkBoardPass, goal->passes, (gsize) goal->n + 1);
}

/* ---- The goal ---- */

InkBoardGoal *
ink_board_goal_new (const InkNarrowing *narrowing,
                    const InkTimeParts *parts,
                    const InkRows *moments,
                    char *sentence)
{
  InkBoardGoal *goal;
  Reading reading;

  g_return_val_if_fail (narrowing != NULL && parts != NULL, NULL);

  goal = g_new0 (InkBoardGoal, 1);
  g_atomic_ref_count_init (&goal->ref_count);
  goal->sentence = sentence;
  goal->refused = moments == NULL;
  goal->first = goal->last = INK_TIME_NONE;
  goal->n_parts = parts->n;
  goal->series = g_new0 (guint32, parts->n + 1);
  goal->set = g_new0 (guint64, count_words (narrowing->scope->n_people) + 1);
  if (moments == NULL)
    return goal;
  reading
      = (Reading){ narrowing, parts, narrowing->scope->times, moments->rows, goal };
  read_people (&reading, moments);

  return goal;
}

InkBoardGoal *
ink_board_goal_ref (InkBoardGoal *goal)
{
  g_return_val_if_fail (goal != NULL, NULL);

  g_atomic_ref_count_inc (&goal->ref_count);
  return goal;
}

void
ink_board_goal_unref (InkBoardGoal *goal)
{
  g_return_if_fail (goal != NULL);

  if (!g_atomic_ref_count_dec (&goal->ref_count))
    return;
  g_free (goal->sentence);
  g_free (goal->series);
  g_free (goal->set);
  g_free (goal->persons);
  g_free (goal->passes);
  g_free (goal);
}

gsize
ink_board_goal_get_bytes (const InkBoardGoal *goal,
                          guint32 n_people)
{
  g_return_val_if_fail (goal != NULL, 0);

  return sizeof *goal + count_words (n_people) * sizeof *goal->set
         + (gsize) goal->n * (sizeof *goal->persons + sizeof *goal->passes)
         + goal->n_parts * sizeof *goal->series;
}

double
ink_board_goal_likeness (const InkBoardGoal *a,
                         const InkBoardGoal *b,
                         guint32 n_people)
{
  guint64 both = 0;
  double either;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  for (gsize i = 0; i < count_words (n_people); i++)
    both += ink_count_bits (a->set[i] & b->set[i]);
  either = (double) a->people + b->people - (double) both;
  return either > 0 ? (double) both / either : 0;
}
