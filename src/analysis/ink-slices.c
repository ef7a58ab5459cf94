/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Walks rows person by person, and visit by visit where asked. */
#include "analysis/ink-slices.h"

#include <stdlib.h>

#define POLL_EVERY 4096

/* A person's rows with their visits, in order of (visit, row). */
typedef struct
{
  GArray *keys; /* guint64: visit in the upper half */
  GArray *rows; /* guint32 */
} Visits;

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
visits_fill (Visits *visits,
             const InkScope *scope,
             const guint32 *rows,
             guint32 n)
{
  gboolean sorted = TRUE;

  g_array_set_size (visits->keys, 0);
  g_array_set_size (visits->rows, 0);
  for (guint32 i = 0; i < n; i++)
    {
      guint64 key = (guint64) scope->sessions[rows[i]] << 32 | rows[i];
      guint length = visits->keys->len;

      if (scope->sessions[rows[i]] == INK_NO_SESSION)
        continue;
      sorted = sorted && (length == 0 || g_array_index (visits->keys, guint64, length - 1) < key);
      g_array_append_val (visits->keys, key);
    }
  if (!sorted)
    g_array_sort (visits->keys, compare_keys);
  for (guint i = 0; i < visits->keys->len; i++)
    {
      guint32 row = (guint32) g_array_index (visits->keys, guint64, i);

      g_array_append_val (visits->rows, row);
    }
}

/* The first index from @i on whose visit is not below @visit. */
static guint
visits_seek (const Visits *visits,
             guint i,
             guint64 visit)
{
  while (i < visits->keys->len && g_array_index (visits->keys, guint64, i) >> 32 < visit)
    i++;
  return i;
}

static void
run_visits (const InkScope *scope,
            const InkSlice *slice,
            Visits *rows,
            Visits *after,
            InkSliceFunc func,
            gpointer data)
{
  guint j = 0, next;

  visits_fill (rows, scope, slice->rows, slice->n);
  visits_fill (after, scope, slice->after, slice->n_after);
  for (guint i = 0; i < rows->keys->len; i = next)
    {
      guint64 visit = g_array_index (rows->keys, guint64, i) >> 32;
      guint after_end;
      InkSlice part = { .person = slice->person };

      next = visits_seek (rows, i, visit + 1);
      j = visits_seek (after, j, visit);
      after_end = visits_seek (after, j, visit + 1);
      part.rows = &g_array_index (rows->rows, guint32, i);
      part.n = next - i;
      part.after = (const guint32 *) (void *) after->rows->data + j;
      part.n_after = after_end - j;
      func (scope, &part, data);
    }
}

static void
sort_tail (InkRows *rows,
           guint32 from)
{
  gboolean sorted = TRUE;

  for (guint32 i = from + 1; i < rows->n; i++)
    sorted = sorted && rows->rows[i - 1] <= rows->rows[i];
  if (!sorted)
    qsort (rows->rows + from, rows->n - from, sizeof *rows->rows, compare_rows);
}

static void
skip_timeless (const InkScope *scope,
               const guint32 **rows,
               guint32 *n)
{
  while (*n > 0 && scope->times[**rows] == INK_TIME_NONE)
    {
      ++*rows;
      --*n;
    }
}

/* The rows of @list that belong to the person whose rows end at @end. */
static guint32
take (const InkRows *list,
      guint32 *from,
      guint32 begin,
      guint32 end,
      const guint32 **rows)
{
  guint32 first = ink_rows_seek (list->rows, list->n, *from, begin);
  guint32 last = ink_rows_seek (list->rows, list->n, first, end);

  *from = last;
  *rows = list->rows + first;
  return last - first;
}

typedef struct
{
  InkScope *scope;
  const InkSlicing *slicing;
  InkSliceFunc func;
  gpointer data;
  Visits rows;
  Visits after;
} Walk;

static void
run_person (Walk *walk,
            InkSlice *slice)
{
  if (walk->slicing->timed)
    {
      skip_timeless (walk->scope, &slice->rows, &slice->n);
      skip_timeless (walk->scope, &slice->after, &slice->n_after);
    }
  if (slice->n == 0)
    return;
  if (walk->slicing->by_session)
    run_visits (walk->scope, slice, &walk->rows, &walk->after, walk->func, walk->data);
  else
    walk->func (walk->scope, slice, walk->data);
}

static gboolean
walk_people (Walk *walk,
             InkRows *const *outputs,
             guint n_outputs,
             GError **error)
{
  const InkScope *scope = walk->scope;
  const InkSlicing *slicing = walk->slicing;
  guint32 i = 0, j = 0, person = 0, count = 0;
  g_autofree guint32 *marks = g_new0 (guint32, n_outputs + 1);

  while (i < slicing->rows->n)
    {
      InkSlice slice = { 0 };

      if (++count % POLL_EVERY == 0 && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      person = ink_scope_seek_person (scope, person, slicing->rows->rows[i]);
      slice.person = person;
      slice.n = take (slicing->rows, &i, scope->offsets[person], scope->offsets[person + 1],
                      &slice.rows);
      if (slicing->after != NULL)
        slice.n_after = take (slicing->after, &j, scope->offsets[person],
                              scope->offsets[person + 1], &slice.after);
      for (guint k = 0; k < n_outputs; k++)
        marks[k] = outputs[k]->n;
      run_person (walk, &slice);
      for (guint k = 0; k < n_outputs && slicing->by_session; k++)
        sort_tail (outputs[k], marks[k]);
    }

  return TRUE;
}

gboolean
ink_slices_run (InkScope *scope,
                const InkSlicing *slicing,
                InkSliceFunc func,
                gpointer data,
                InkRows *const *outputs,
                guint n_outputs,
                GError **error)
{
  Walk walk = { scope, slicing, func, data, { NULL, NULL }, { NULL, NULL } };
  gboolean done;

  g_return_val_if_fail (scope != NULL, FALSE);
  g_return_val_if_fail (slicing != NULL && slicing->rows != NULL, FALSE);

  if (slicing->by_session)
    ink_scope_need_sessions (scope);
  walk.rows.keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  walk.rows.rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  walk.after.keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  walk.after.rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  done = walk_people (&walk, outputs, n_outputs, error);
  g_array_unref (walk.rows.keys);
  g_array_unref (walk.rows.rows);
  g_array_unref (walk.after.keys);
  g_array_unref (walk.after.rows);

  return done;
}
