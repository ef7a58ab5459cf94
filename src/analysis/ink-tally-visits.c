/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts and sums visit by visit, in one pass over all. */
#include "analysis/ink-tally-private.h"

/* Below this a second thread costs more than it gains. */
#define ROWS_FOR_TWO_THREADS 150000

/* The @nth row of each visit that has as many, appended to @out: a pass without a branch, and
 * without a list of visits. FALSE where the visits are not in order. */
static gboolean
keep_nth (const guint32 *sessions,
          const InkRows *matches,
          double nth,
          InkRows *out)
{
  guint32 *kept = ink_rows_reserve (out, (guint32) (matches->n / nth) + 1), n = 0;
  guint32 visit = INK_NO_SESSION, count = 0, wanted = (guint32) nth;
  gboolean ordered = TRUE;

  for (guint32 i = 0; i < matches->n; i++)
    {
      guint32 row = matches->rows[i], here = sessions[row];
      guint32 has = here != INK_NO_SESSION, same = here == visit, next;

      /* Numbers rise with one more added, and so does the lack of one. */
      ordered = ordered & (!has | (here + 1 >= visit + 1));
      next = (count & (0 - same)) + 1;
      count = has ? next : count;
      visit = has ? here : visit;
      kept[n] = row;
      n += has & (count == wanted);
    }
  out->n += n;

  return ordered;
}

static gboolean
count_to (const guint32 *sessions,
          const InkRows *matches,
          double nth,
          InkRows *out)
{
  return nth > matches->n || keep_nth (sessions, matches, nth, out);
}

gboolean
ink_tally_count_visits (const InkTallying *tally,
                        const guint32 *sessions,
                        const InkRows *matches)
{
  return (!tally->has_low
          || count_to (sessions, matches, MAX (ceil (tally->low), 1), tally->result->reach))
         && (!tally->has_high
             || count_to (sessions, matches, MAX (floor (tally->high) + 1, 1),
                          tally->result->exceed));
}

/* The row of each visit at which its sum reaches @bound, or where @beyond goes beyond it, from row
 * @from to before @end of @matches. FALSE where the visits are not in order. */
static gboolean
keep_reaching (const InkTallying *tally,
               const guint32 *sessions,
               const InkRows *matches,
               guint32 from,
               guint32 end,
               double bound,
               gboolean beyond,
               InkRows *out)
{
  guint32 visit = 0, n = 0, *kept = ink_rows_reserve (out, end - from);
  gboolean over = FALSE;
  long double sum = 0;

  for (guint32 i = from; i < end; i++)
    {
      guint32 row = matches->rows[i], here = sessions[row];
      gboolean reaches;

      if (here == INK_NO_SESSION)
        continue;
      if (here < visit)
        return FALSE;
      if (here != visit)
        {
          visit = here;
          over = FALSE;
          sum = 0;
        }
      sum += ink_tally_weigh (tally, row);
      reaches = beyond ? (double) sum > bound : (double) sum >= bound;
      kept[n] = row;
      n += reaches & !over;
      over |= reaches;
    }
  out->n += n;

  return TRUE;
}

static gboolean
sum_visits (const InkTallying *tally,
            const guint32 *sessions,
            const InkRows *matches,
            guint32 from,
            guint32 end)
{
  return (!tally->has_low
          || keep_reaching (tally, sessions, matches, from, end, tally->low, FALSE,
                            tally->result->reach))
         && (!tally->has_high
             || keep_reaching (tally, sessions, matches, from, end, tally->high, TRUE,
                               tally->result->exceed));
}

typedef struct
{
  InkTallying tally;
  InkTallyRows rows;
  const guint32 *sessions;
  const InkRows *matches;
  guint32 from;
  gboolean done;
} Half;

static gpointer
sum_half_cb (gpointer data)
{
  Half *half = data;

  half->done = sum_visits (&half->tally, half->sessions, half->matches, half->from,
                           half->matches->n);
  return NULL;
}

/* The first row after the middle with another visit than the one before it, which is a later one;
 * the end where there is none. */
static guint32
find_half (const guint32 *sessions,
           const InkRows *matches)
{
  guint32 half = matches->n / 2;

  while (half > 0 && half < matches->n
         && (sessions[matches->rows[half]] == INK_NO_SESSION
             || sessions[matches->rows[half - 1]] == INK_NO_SESSION
             || sessions[matches->rows[half]] <= sessions[matches->rows[half - 1]]))
    half++;
  return half;
}

gboolean
ink_tally_sum_visits (const InkTallying *tally,
                      const guint32 *sessions,
                      const InkRows *matches)
{
  Half half = { *tally, { ink_rows_new (), ink_rows_new () }, sessions, matches, matches->n, TRUE };
  GThread *thread = NULL;
  gboolean done;

  half.tally.result = &half.rows;
  if (matches->n >= ROWS_FOR_TWO_THREADS && tally->numbers != NULL && g_get_num_processors () > 1)
    {
      half.from = find_half (sessions, matches);
      thread = g_thread_new ("ink-tally", sum_half_cb, &half);
    }
  done = sum_visits (tally, sessions, matches, 0, half.from);
  if (thread != NULL)
    g_thread_join (thread);
  ink_rows_append (tally->result->reach, half.rows.reach);
  ink_rows_append (tally->result->exceed, half.rows.exceed);
  ink_rows_unref (half.rows.reach);
  ink_rows_unref (half.rows.exceed);

  return done && half.done;
}
