/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* People are dealt out to threads by their rows; sums of times are exact, so the order in which the
 * threads' sums are added makes no difference. */
#include "analysis/ink-indicator-sums.h"

#include "stats/ink-stability.h"

#define MAX_THREADS 16
/* Below this a thread costs more than it saves. */
#define ROWS_A_THREAD 100000

/* Some of the people, and what one thread finds of them. */
typedef struct
{
  InkIndicatorWalk walk;
  guint32 first;
  guint32 end;
  GArray *cells; /* NULL where it was cancelled */
} Part;

static void
count_fate (InkIndicatorTally *tally,
            const InkIndicatorLife *life)
{
  tally->fates[life->fate]++;
  if (life->macro == INK_TIME_NONE || life->fate == INK_INDICATOR_OUTSIDE)
    return;
  tally->buyers++;
  tally->short_buyers += ink_indicator_life_is_short (life) ? 1 : 0;
}

static gpointer
run_part (gpointer data)
{
  Part *part = data;
  const InkIndicatorFrame *frame = part->walk.frame;
  g_auto (InkIndicatorLife) life;

  ink_indicator_life_init (&life, frame);
  for (guint32 person = part->first; person < part->end; person++)
    {
      if (person % 4096 == 0 && g_cancellable_is_cancelled (frame->scope->cancellable))
        return NULL;
      if (!ink_indicator_frame_has (frame, person))
        continue;
      ink_indicator_life_read (&life, person);
      count_fate (part->walk.tally, &life);
      if (life.fate == INK_INDICATOR_AT_RISK)
        ink_indicator_walk_person (&part->walk, &life);
    }
  part->cells = ink_indicator_cells_steal_sorted (part->walk.cells);

  return NULL;
}

/* ---- The cut ---- */

static gint64
find_cut (const InkIndicatorFrame *frame,
          const InkIndicatorPersonas *personas,
          int only)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (InkIndicatorLife) life;
  guint32 last = INK_NO_PERSON;

  ink_indicator_life_init (&life, frame);
  for (guint32 i = 0; i < frame->macro_rows->n; i++)
    {
      guint32 person = ink_scope_person_of_row (frame->scope, frame->macro_rows->rows[i]);

      if (person == last)
        continue;
      last = person;
      if (ink_indicator_frame_has (frame, person)
          && ink_indicator_life_glance (&life, person) == INK_INDICATOR_AT_RISK
          && life.macro != INK_TIME_NONE
          && (only < 0
              || ink_indicator_personas_at (personas, person, life.macro) == (guint) only))
        g_array_append_val (times, life.macro);
    }

  return times->len > 0 ? ink_stability_cut ((gint64 *) (void *) times->data, times->len)
                        : G_MAXINT64;
}

/* ---- Everybody ---- */

static guint
choose_threads (const InkIndicatorFrame *frame,
                guint threads)
{
  guint most = MAX (frame->scope->n_rows / ROWS_A_THREAD, 1);

  if (threads == 0)
    threads = MIN (g_get_num_processors (), most);
  return CLAMP (threads, 1, MAX_THREADS);
}

/* The first person whose rows begin at @row or later. */
static guint32
person_from_row (const InkScope *scope,
                 guint64 row)
{
  guint32 low = 0, high = scope->n_people;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (scope->offsets[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
run_parts (Part *parts,
           guint n)
{
  GThread *threads[MAX_THREADS];

  for (guint i = 1; i < n; i++)
    threads[i] = g_thread_new ("ink-indicators", run_part, &parts[i]);
  run_part (&parts[0]);
  for (guint i = 1; i < n; i++)
    g_thread_join (threads[i]);
}

static InkIndicatorSums *
join_parts (Part *parts,
            guint n,
            gint64 cut)
{
  InkIndicatorSums *sums = g_new0 (InkIndicatorSums, 1);

  sums->cut = cut;
  sums->cells = g_array_ref (parts[0].cells);
  for (guint i = 1; i < n; i++)
    {
      GArray *merged = ink_indicator_cells_merge (sums->cells, parts[i].cells);

      g_array_unref (sums->cells);
      sums->cells = merged;
      ink_indicator_tally_join (parts[0].walk.tally, parts[i].walk.tally);
    }
  sums->tally = g_steal_pointer (&parts[0].walk.tally);
  return sums;
}

InkIndicatorSums *
ink_indicator_sums_new (const InkIndicatorFrame *frame,
                        const InkIndicatorPersonas *personas,
                        int only,
                        guint threads,
                        GError **error)
{
  Part parts[MAX_THREADS] = { 0 };
  guint n;
  gint64 cut;
  InkIndicatorSums *sums = NULL;

  g_return_val_if_fail (frame != NULL && personas != NULL, NULL);

  n = choose_threads (frame, threads);
  cut = find_cut (frame, personas, only);
  for (guint i = 0; i < n; i++)
    {
      ink_indicator_walk_init (&parts[i].walk, frame, personas, only, cut);
      parts[i].first = person_from_row (frame->scope, (guint64) frame->scope->n_rows * i / n);
      if (i > 0)
        parts[i - 1].end = parts[i].first;
    }
  parts[n - 1].end = frame->scope->n_people;
  run_parts (parts, n);
  /* Only who is cancelled stops early. */
  if (!g_cancellable_set_error_if_cancelled (frame->scope->cancellable, error))
    sums = join_parts (parts, n, cut);
  for (guint i = 0; i < n; i++)
    {
      g_clear_pointer (&parts[i].cells, g_array_unref);
      ink_indicator_walk_clear (&parts[i].walk);
    }

  return sums;
}

void
ink_indicator_sums_free (InkIndicatorSums *sums)
{
  if (sums == NULL)
    return;
  g_array_unref (sums->cells);
  ink_indicator_tally_free (sums->tally);
  g_free (sums);
}
