/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Walks rows person by person, and visit by visit where asked. */
#include "analysis/ink-slices.h"

#include <stdlib.h>

#include "analysis/ink-visits.h"

#define POLL_EVERY 4096

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

static void
run_visits (const InkScope *scope,
            const InkSlice *slice,
            InkVisits *rows,
            InkVisits *after,
            InkSliceFunc func,
            gpointer data)
{
  guint j = 0, next;

  ink_visits_fill (rows, scope, slice->rows, slice->n);
  ink_visits_fill (after, scope, slice->after, slice->n_after);
  for (guint i = 0; i < ink_visits_length (rows); i = next)
    {
      guint64 visit = ink_visits_get_visit (rows, i);
      guint after_end;
      InkSlice part = { .person = slice->person };

      next = ink_visits_seek (rows, i, visit + 1);
      j = ink_visits_seek (after, j, visit);
      after_end = ink_visits_seek (after, j, visit + 1);
      part.rows = ink_visits_get_rows (rows, i);
      part.n = next - i;
      part.after = ink_visits_get_rows (after, j);
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

/* @first, @end: the part of the driver's rows that is walked, cut between people */
typedef struct
{
  InkScope *scope;
  const InkSlicing *slicing;
  guint32 first;
  guint32 end;
  InkSliceFunc func;
  gpointer data;
  InkVisits rows;
  InkVisits after;
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

/* Whose people are walked: who has no rows of it is passed over. */
static const InkRows *
get_driver (const InkSlicing *slicing)
{
  return slicing->needs_after ? slicing->after : slicing->rows;
}

static gboolean
walk_people (Walk *walk,
             InkRows *const *outputs,
             guint n_outputs,
             GError **error)
{
  const InkScope *scope = walk->scope;
  const InkSlicing *slicing = walk->slicing;
  const InkRows *driver = get_driver (slicing);
  guint32 i = 0, j = 0, person, count = 0;
  const guint32 *at = slicing->needs_after ? &j : &i;
  g_autofree guint32 *marks = g_new0 (guint32, n_outputs + 1);

  if (slicing->needs_after)
    j = walk->first;
  else
    i = walk->first;
  while (*at < walk->end && i < slicing->rows->n)
    {
      InkSlice slice = { 0 };

      if (++count % POLL_EVERY == 0
          && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      person = ink_scope_person_of_row (scope, driver->rows[*at]);
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

guint32
ink_slices_find_half (const InkScope *scope,
                      const InkSlicing *slicing)
{
  const InkRows *driver = get_driver (slicing);
  guint32 person;

  if (driver->n == 0)
    return 0;
  person = ink_scope_person_of_row (scope, driver->rows[driver->n / 2]);

  return ink_rows_seek (driver->rows, driver->n, 0, scope->offsets[person]);
}

gboolean
ink_slices_run_part (InkScope *scope,
                     const InkSlicing *slicing,
                     guint32 first,
                     guint32 end,
                     InkSliceFunc func,
                     gpointer data,
                     InkRows *const *outputs,
                     guint n_outputs,
                     GError **error)
{
  Walk walk = { scope, slicing, first, end, func, data, { 0 }, { 0 } };
  gboolean done;

  g_return_val_if_fail (scope != NULL, FALSE);
  g_return_val_if_fail (slicing != NULL && slicing->rows != NULL, FALSE);

  ink_visits_init (&walk.rows);
  ink_visits_init (&walk.after);
  done = walk_people (&walk, outputs, n_outputs, error);
  ink_visits_clear (&walk.rows);
  ink_visits_clear (&walk.after);

  return done;
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
  g_return_val_if_fail (scope != NULL, FALSE);
  g_return_val_if_fail (slicing != NULL && slicing->rows != NULL, FALSE);

  if (slicing->by_session)
    ink_scope_need_sessions (scope);

  return ink_slices_run_part (scope, slicing, 0, get_driver (slicing)->n, func, data, outputs,
                              n_outputs, error);
}
