/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two ways to count, with the same result. After an edit of a goal its passes are laid out by person,
 * and those of every other goal are looked up there. For many new goals at once people are gone
 * through, and each person's few goals are compared with one another. */
#include "analysis/ink-board-lines.h"

#include <string.h>

/* From so many new goals on, all pairs are cheaper person by person. */
#define FEW 4
/* People whose passes are brought together at once: they stay in the processor's cache. */
#define CHUNK 4096
/* From so many on, a second thread takes half of what one new goal is compared with. */
#define PASSES_FOR_TWO 250000

typedef struct
{
  InkBoardGoal *const *goals;
  guint n;
  guint32 n_people;
  guint32 *lines;
} Counting;

/* ---- One goal and every other ---- */

static void
count_pair (const Counting *counting,
            guint one,
            guint other,
            const InkBoardPass *passes_of_one)
{
  const InkBoardGoal *goal = counting->goals[other];
  guint32 there = 0, back = 0;

  for (guint32 i = 0; i < goal->n; i++)
    {
      const InkBoardPass *pass = &passes_of_one[goal->persons[i]];

      there += ink_board_pass_goes_on (pass, &goal->passes[i]);
      back += ink_board_pass_goes_on (&goal->passes[i], pass);
    }
  counting->lines[one * counting->n + other] = there;
  counting->lines[other * counting->n + one] = back;
}

/* Every second one of the others. */
typedef struct
{
  const Counting *counting;
  guint one;
  guint from;
  guint step;
  const InkBoardPass *passes;
} Others;

static gpointer
count_others (gpointer data)
{
  const Others *others = data;

  for (guint other = others->from; other < others->counting->n; other += others->step)
    count_pair (others->counting, others->one, other, others->passes);
  return NULL;
}

static gboolean
is_worth_two (const Counting *counting)
{
  gsize passes = 0;

  for (guint i = 0; i < counting->n; i++)
    passes += counting->goals[i]->n;
  return passes >= PASSES_FOR_TWO && g_get_num_processors () > 1;
}

static void
count_one (const Counting *counting,
           guint one)
{
  const InkBoardGoal *goal = counting->goals[one];
  g_autofree InkBoardPass *passes = g_new (InkBoardPass, (gsize) counting->n_people + 1);
  Others half = { counting, one, 1, 2, passes }, rest = { counting, one, 0, 1, passes };
  GThread *thread = NULL;

  for (guint32 person = 0; person < counting->n_people; person++)
    passes[person] = (InkBoardPass){ G_MAXUINT32, 0, 0, 0 };
  for (guint32 i = 0; i < goal->n; i++)
    passes[goal->persons[i]] = goal->passes[i];
  if (is_worth_two (counting))
    {
      rest.step = 2;
      thread = g_thread_new ("ink-lines", count_others, &half);
    }
  count_others (&rest);
  if (thread != NULL)
    g_thread_join (thread);
}

/* ---- All goals of each person ---- */

typedef struct
{
  guint goal;
  InkBoardPass pass;
} Entry;

/* Some people's passes, person by person. */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 ends[CHUNK + 1]; /* of each person's entries */
  Entry *entries;
  gsize size;
} Chunk;

/* @from: by goal, the first of its persons that is not before the chunk; is moved on to after it. */
static void
gather_chunk (const Counting *counting,
              Chunk *chunk,
              guint32 *from)
{
  g_autofree guint32 *begin = g_memdup2 (from, counting->n * sizeof *from);
  guint32 sum = 0;

  memset (chunk->ends, 0, sizeof chunk->ends);
  for (guint g = 0; g < counting->n; g++)
    for (const InkBoardGoal *goal = counting->goals[g];
         from[g] < goal->n && goal->persons[from[g]] < chunk->end; from[g]++)
      chunk->ends[goal->persons[from[g]] - chunk->first + 1]++;
  for (guint32 i = 1; i <= CHUNK; i++)
    {
      guint32 count = chunk->ends[i];

      chunk->ends[i] = sum;
      sum += count;
    }
  if (sum > chunk->size)
    {
      chunk->size = sum;
      chunk->entries = g_renew (Entry, chunk->entries, chunk->size);
    }
  for (guint g = 0; g < counting->n; g++)
    for (const InkBoardGoal *goal = counting->goals[g]; begin[g] < from[g]; begin[g]++)
      chunk->entries[chunk->ends[goal->persons[begin[g]] - chunk->first + 1]++]
          = (Entry){ g, goal->passes[begin[g]] };
}

static void
count_chunk (const Counting *counting,
             const Chunk *chunk)
{
  for (guint32 i = 0; i < chunk->end - chunk->first; i++)
    for (guint32 x = chunk->ends[i]; x < chunk->ends[i + 1]; x++)
      {
        const Entry *a = &chunk->entries[x];
        guint32 *lines = &counting->lines[a->goal * counting->n];

        for (guint32 y = chunk->ends[i]; y < chunk->ends[i + 1]; y++)
          lines[chunk->entries[y].goal]
              += ink_board_pass_goes_on (&a->pass, &chunk->entries[y].pass);
      }
}

static gboolean
count_all (const Counting *counting,
           GCancellable *cancellable)
{
  g_autofree guint32 *from = g_new0 (guint32, counting->n + 1);
  g_autofree Chunk *chunk = g_new0 (Chunk, 1);
  gboolean cancelled = FALSE;

  memset (counting->lines, 0, (gsize) counting->n * counting->n * sizeof *counting->lines);
  for (guint32 first = 0; first < counting->n_people && !cancelled; first += CHUNK)
    {
      chunk->first = first;
      chunk->end = MIN (counting->n_people - first, CHUNK) + first;
      gather_chunk (counting, chunk, from);
      count_chunk (counting, chunk);
      cancelled = g_cancellable_is_cancelled (cancellable);
    }
  g_free (chunk->entries);

  return !cancelled;
}

gboolean
ink_board_lines_fill (InkBoardGoal *const *goals,
                      guint n,
                      const gboolean *wanted,
                      guint32 n_people,
                      guint32 *lines,
                      GCancellable *cancellable)
{
  Counting counting = { goals, n, n_people, lines };
  guint n_wanted = 0;

  g_return_val_if_fail (goals != NULL && wanted != NULL && lines != NULL, FALSE);

  for (guint i = 0; i < n; i++)
    n_wanted += wanted[i] ? 1 : 0;
  if (n_wanted > FEW)
    return count_all (&counting, cancellable);
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (wanted[i])
        count_one (&counting, i);
    }

  return TRUE;
}
