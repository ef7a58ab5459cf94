/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the completions of a goal, person by person. */
#include "analysis/ink-board-goal.h"

#include <string.h>

#define BITS 64
/* Below this a second thread costs more than it gains. */
#define MOMENTS_FOR_TWO 150000
/* Counts side by side, so that none waits for the one before it. */
#define LANES 4

/* What the passes over one goal share. */
typedef struct
{
  const InkNarrowing *narrowing;
  const InkTimeParts *parts;
  const gint64 *times;
  const guint32 *rows;
  const guint8 *places; /* nullable */
  InkBoardGoal *goal;
  guint32 counts[LANES][INK_TIME_PARTS_LIMIT + 1];
} Reading;

static gsize
count_words (guint32 n_people)
{
  return ((gsize) n_people + BITS - 1) / BITS;
}

/* ---- Counts ---- */

/* One person's times are in order, so the next is mostly in the same part. */
static void
find_parts (Reading *reading,
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
count_parts (Reading *reading,
             guint32 from,
             guint32 end)
{
  const guint8 *places = reading->places;
  const guint32 *rows = reading->rows;

  if (places == NULL)
    {
      find_parts (reading, from, end);
      return;
    }
  for (; end - from >= LANES; from += LANES)
    for (guint lane = 0; lane < LANES; lane++)
      reading->counts[lane][places[rows[from + lane]]]++;
  for (; from < end; from++)
    reading->counts[0][places[rows[from]]]++;
}

static void
add_counts (Reading *reading)
{
  for (guint part = 0; part < reading->goal->n_parts; part++)
    for (guint lane = 0; lane < LANES; lane++)
      reading->goal->series[part] += reading->counts[lane][part];
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
      ink_examples_add (&goal->examples, reading->narrowing->scope, person,
                        reading->rows[counted]);
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

/* Some of the moments, those of whole people. Room for so many people as may come; what is left over
 * is given back. */
static void
read_people (Reading *reading,
             guint32 from,
             guint32 end)
{
  const InkNarrowing *narrowing = reading->narrowing;
  const InkScope *scope = narrowing->scope;
  InkBoardGoal *goal = reading->goal;
  guint32 most = MIN (end - from, scope->n_people), next;

  goal->persons = g_new (guint32, (gsize) most + 1);
  goal->passes = g_new (InkBoardPass, (gsize) most + 1);
  for (guint32 i = from; i < end; i = next)
    {
      guint32 person = ink_scope_person_of_row (scope, reading->rows[i]);
      guint32 limit = scope->offsets[person + 1];

      for (next = i + 1; next < end && reading->rows[next] < limit;)
        next++;
      if (narrowing->personas == NULL || narrowing->personas[person] == narrowing->persona)
        read_person (reading, person, i, next);
    }
  goal->persons = g_renew (guint32, goal->persons, (gsize) goal->n + 1);
  goal->passes = g_renew (InkBoardPass, goal->passes, (gsize) goal->n + 1);
  add_counts (reading);
}

/* ---- Two threads ---- */

typedef struct
{
  Reading reading;
  guint32 from;
  guint32 end;
} Part;

static gpointer
read_part (gpointer data)
{
  Part *part = data;

  read_people (&part->reading, part->from, part->end);
  return NULL;
}

/* The persons of @more come after those of @goal. */
static void
join (InkBoardGoal *goal,
      const InkBoardGoal *more)
{
  goal->people += more->people;
  goal->had += more->had;
  goal->completions += more->completions;
  ink_examples_join (&goal->examples, &more->examples);
  if (more->first != INK_TIME_NONE)
    goal->first = goal->first == INK_TIME_NONE ? more->first : MIN (goal->first, more->first);
  goal->last = MAX (goal->last, more->last);
  for (guint i = 0; i < goal->n_parts; i++)
    goal->series[i] += more->series[i];
  goal->persons = g_renew (guint32, goal->persons, (gsize) goal->n + more->n + 1);
  goal->passes = g_renew (InkBoardPass, goal->passes, (gsize) goal->n + more->n + 1);
  memcpy (goal->persons + goal->n, more->persons, more->n * sizeof *more->persons);
  memcpy (goal->passes + goal->n, more->passes, more->n * sizeof *more->passes);
  goal->n += more->n;
}

/* Where the second half begins: with a person whose bit is the first of its word, so that no two
 * threads write one word of the set. */
static guint32
find_half (const InkScope *scope,
           const InkRows *moments)
{
  guint32 person = ink_scope_person_of_row (scope, moments->rows[moments->n / 2]) / BITS * BITS;

  return ink_rows_seek (moments->rows, moments->n, 0, scope->offsets[person]);
}

static void
read_in_two (Reading *reading,
             const InkRows *moments)
{
  InkBoardGoal *goal = reading->goal;
  InkBoardGoal more = { .first = INK_TIME_NONE, .last = INK_TIME_NONE, .n_parts = goal->n_parts,
                        .set = goal->set };
  guint32 half = find_half (reading->narrowing->scope, moments);
  Part part = { *reading, half, moments->n };
  GThread *thread;

  more.series = g_new0 (guint32, more.n_parts + 1);
  part.reading.goal = &more;
  thread = g_thread_new ("ink-board", read_part, &part);
  read_people (reading, 0, half);
  g_thread_join (thread);
  join (goal, &more);
  g_free (more.series);
  g_free (more.persons);
  g_free (more.passes);
}

/* ---- The goal ---- */

InkBoardGoal *
ink_board_goal_new (const InkNarrowing *narrowing,
                    const InkTimeParts *parts,
                    const InkRows *moments,
                    char *sentence,
                    guint threads)
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
  reading = (Reading){ narrowing, parts, narrowing->scope->times, moments->rows, NULL, goal,
                       { { 0 } } };
  if (parts->places != NULL)
    reading.places = g_bytes_get_data (parts->places, NULL);
  if (threads == 0)
    threads = moments->n >= MOMENTS_FOR_TWO && g_get_num_processors () > 1 ? 2 : 1;
  if (threads > 1 && moments->n > 0)
    read_in_two (&reading, moments);
  else
    read_people (&reading, 0, moments->n);

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
