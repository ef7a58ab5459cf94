/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts and sums over windows: the whole way, visits, sliding spans, spans after a goal. */
#include "analysis/ink-tally.h"

#include "analysis/ink-slices.h"
#include "analysis/ink-tally-private.h"

static void
tally_once_cb (const InkScope *scope,
               const InkSlice *slice,
               gpointer data)
{
  const InkTallying *tally = data;
  InkTallyMarks marks = { INK_NO_ROW, INK_NO_ROW };
  long double sum = 0;

  for (guint32 i = 0; i < slice->n && !ink_tally_is_settled (tally, &marks, slice->rows[i]); i++)
    {
      sum += ink_tally_weigh (tally, slice->rows[i]);
      ink_tally_mark (tally, &marks, slice->rows[i], sum);
    }
  ink_tally_keep (tally, &marks);
}

/* Every span of the length that ends at a matching event; it is reached anew where the span of the
 * event before did not reach it. */
static void
tally_sliding_cb (const InkScope *scope,
                  const InkSlice *slice,
                  gpointer data)
{
  const InkTallying *tally = data;
  long double sum = 0;
  guint32 begin = 0;
  gboolean before = FALSE;

  for (guint32 i = 0; i < slice->n; i++)
    {
      guint32 row = slice->rows[i];
      InkTallyMarks marks = { INK_NO_ROW, INK_NO_ROW };
      gboolean reaches;

      sum += ink_tally_weigh (tally, row);
      while (ink_time_later (scope->times[slice->rows[begin]], tally->length) < scope->times[row])
        sum -= ink_tally_weigh (tally, slice->rows[begin++]);
      ink_tally_mark (tally, &marks, row, sum);
      reaches = marks.reached != INK_NO_ROW;
      if (before)
        marks.reached = INK_NO_ROW;
      before = reaches;
      ink_tally_keep (tally, &marks);
    }
}

static guint32
seek_time (const InkScope *scope,
           const InkSlice *slice,
           guint32 from,
           gint64 time)
{
  while (from < slice->n && scope->times[slice->rows[from]] < time)
    from++;
  return from;
}

/* Counting needs no walk: the nth event after the completion, which itself does not count. */
static guint32
find_nth (const InkScope *scope,
          const InkSlice *slice,
          guint32 begin,
          guint32 completion,
          gint64 end,
          double nth)
{
  guint32 own = ink_rows_seek (slice->rows, slice->n, begin, completion);
  double place = begin + nth - 1;

  if (own < slice->n && slice->rows[own] == completion && own <= place)
    place++;
  if (place >= slice->n || scope->times[slice->rows[(guint32) place]] > end)
    return INK_NO_ROW;
  return slice->rows[(guint32) place];
}

static void
count_after (const InkTallying *tally,
             const InkScope *scope,
             const InkSlice *slice,
             guint32 begin,
             guint32 completion,
             gint64 end,
             InkTallyMarks *marks)
{
  if (tally->has_low)
    marks->reached = MIN (marks->reached, find_nth (scope, slice, begin, completion, end,
                                                    MAX (ceil (tally->low), 1)));
  if (tally->has_high)
    marks->exceeded = MIN (marks->exceeded, find_nth (scope, slice, begin, completion, end,
                                                      MAX (floor (tally->high) + 1, 1)));
}

static void
sum_after (const InkTallying *tally,
           const InkScope *scope,
           const InkSlice *slice,
           guint32 begin,
           guint32 completion,
           gint64 end,
           InkTallyMarks *marks)
{
  long double sum = 0;

  for (guint32 i = begin; i < slice->n; i++)
    {
      guint32 row = slice->rows[i];

      if (scope->times[row] > end || ink_tally_is_settled (tally, marks, row))
        return;
      if (row == completion)
        continue;
      sum += ink_tally_weigh (tally, row);
      ink_tally_mark (tally, marks, row, sum);
    }
}

/* A window from each completion of the `after` goal, in the slice. */
static void
tally_after_cb (const InkScope *scope,
                const InkSlice *slice,
                gpointer data)
{
  const InkTallying *tally = data;
  InkTallyMarks marks = { INK_NO_ROW, INK_NO_ROW };
  guint32 begin = 0;

  for (guint32 i = 0; i < slice->n_after; i++)
    {
      gint64 time = scope->times[slice->after[i]];
      gint64 end = ink_time_later (time, tally->length);

      begin = seek_time (scope, slice, begin, time);
      if (tally->counts)
        count_after (tally, scope, slice, begin, slice->after[i], end, &marks);
      else
        sum_after (tally, scope, slice, begin, slice->after[i], end, &marks);
    }
  ink_tally_keep (tally, &marks);
}

static void
read_bounds (InkTallying *tally,
             const InkBounds *bounds)
{
  tally->has_low = bounds->has_at_least || bounds->has_exactly;
  tally->has_high = bounds->has_at_most || bounds->has_exactly;
  tally->low = bounds->has_at_least ? bounds->at_least : bounds->exactly;
  tally->high = bounds->has_at_most ? bounds->at_most : bounds->exactly;
  if (bounds->has_at_least && bounds->has_exactly)
    tally->low = MAX (bounds->at_least, bounds->exactly);
  if (bounds->has_at_most && bounds->has_exactly)
    tally->high = MIN (bounds->at_most, bounds->exactly);
  /* What needs no event has no moment: exactly 0 is a lone at_most. */
  if (tally->low <= 0)
    tally->has_low = FALSE;
}

/* --- Counting over the whole way --- */

/* The @nth row of everybody who has as many, appended to @out. A person's rows stand together, so
 * that most of them are leapt over. */
static void
keep_nth_of_person (const InkScope *scope,
                    const InkRows *matches,
                    double nth,
                    InkRows *out)
{
  guint32 *kept = ink_rows_reserve (out, MIN (matches->n, scope->n_people)), n = 0, end;

  for (guint32 i = 0; i < matches->n; i = end)
    {
      guint32 person = ink_scope_person_of_row (scope, matches->rows[i]);

      end = ink_rows_seek (matches->rows, matches->n, i, scope->offsets[person + 1]);
      if (end - i >= nth)
        kept[n++] = matches->rows[i + (guint32) nth - 1];
    }
  out->n += n;
}

static void
count_whole (const InkTallying *tally,
             const InkScope *scope,
             const InkRows *matches)
{
  if (tally->has_low)
    keep_nth_of_person (scope, matches, MAX (ceil (tally->low), 1), tally->result->reach);
  if (tally->has_high)
    keep_nth_of_person (scope, matches, MAX (floor (tally->high) + 1, 1), tally->result->exceed);
}

/* --- Counting over sliding spans --- */

/* The rows at which the row @nth - 1 before is the same person's and lies within the length; where
 * not @each, only those after one at which that is not so. */
static void
keep_dense (const InkTallying *tally,
            const InkScope *scope,
            const InkRows *rows,
            const guint32 *persons,
            double nth,
            gboolean each,
            InkRows *out)
{
  gboolean before = FALSE;
  guint32 lag, n = 0, *kept;

  if (nth > rows->n)
    return;
  lag = (guint32) nth - 1;
  kept = ink_rows_reserve (out, rows->n);
  for (guint32 i = lag; i < rows->n; i++)
    {
      gint64 begin = scope->times[rows->rows[i - lag]], time = scope->times[rows->rows[i]];
      gboolean reaches = (persons[i] == persons[i - lag]) & (begin != INK_TIME_NONE)
                         & (ink_time_later (begin, tally->length) >= time);

      before = before & (i > lag && persons[i - 1] == persons[i]);
      kept[n] = rows->rows[i];
      n += reaches & (each | !before);
      before = reaches;
    }
  out->n += n;
}

static void
count_sliding (const InkTallying *tally,
               const InkScope *scope,
               const InkRows *matches)
{
  g_autofree guint32 *persons = ink_scope_persons_of_rows (scope, matches->rows, matches->n);

  if (tally->has_low)
    keep_dense (tally, scope, matches, persons, MAX (ceil (tally->low), 1), FALSE,
                tally->result->reach);
  if (tally->has_high)
    keep_dense (tally, scope, matches, persons, MAX (floor (tally->high) + 1, 1), TRUE,
                tally->result->exceed);
}

static InkSliceFunc
choose (const InkTallying *tally,
        InkSpan window,
        const InkRows *after)
{
  if (window.kind != INK_SPAN_LENGTH && (window.kind != INK_SPAN_SESSION || after == NULL))
    return tally_once_cb;
  return after != NULL ? tally_after_cb : tally_sliding_cb;
}

static gboolean
run (InkScope *scope,
     InkTallying *tally,
     InkSpan window,
     const InkSlicing *slicing,
     GError **error)
{
  InkRows *const outputs[] = { tally->result->reach, tally->result->exceed };
  InkSliceFunc func = choose (tally, window, slicing->after);

  if (func == tally_once_cb && tally->counts && !slicing->by_session)
    {
      count_whole (tally, scope, slicing->rows);
      return !g_cancellable_set_error_if_cancelled (scope->cancellable, error);
    }
  if (func == tally_sliding_cb && tally->counts && !slicing->by_session)
    {
      count_sliding (tally, scope, slicing->rows);
      return !g_cancellable_set_error_if_cancelled (scope->cancellable, error);
    }
  if (func == tally_once_cb && slicing->by_session)
    {
      const guint32 *sessions = ink_scope_need_sessions (scope);

      if (tally->counts ? ink_tally_count_visits (tally, sessions, slicing->rows)
                        : ink_tally_sum_visits (tally, sessions, slicing->rows))
        return !g_cancellable_set_error_if_cancelled (scope->cancellable, error);
      tally->result->reach->n = tally->result->exceed->n = 0;
    }
  return ink_slices_run (scope, slicing, func, tally, outputs, G_N_ELEMENTS (outputs), error);
}

/**
 * ink_tally_run:
 * @scope: the evaluation
 * @tally: bounds and property
 * @window: where it counts; of kind first_days: @matches were narrowed to it before
 * @matches: the events that count
 * @after: (nullable): completions of the `after` goal
 * @result: receives new lists
 * @error: set when cancelled or where a column could not be read
 */
gboolean
ink_tally_run (InkScope *scope,
               const InkTally *tally,
               InkSpan window,
               InkRows *matches,
               InkRows *after,
               InkTallyRows *result,
               GError **error)
{
  InkTallying state = { .counts = tally->property == NULL, .length = G_MAXINT64, .result = result };
  gboolean windowed = window.kind == INK_SPAN_LENGTH || window.kind == INK_SPAN_SESSION;
  InkSlicing slicing = { matches, windowed ? after : NULL, windowed,
                         window.kind == INK_SPAN_SESSION, FALSE };
  GError *failure = NULL;

  g_return_val_if_fail (scope != NULL, FALSE);

  if (window.kind == INK_SPAN_LENGTH)
    state.length = ink_span_length (window);
  if (!state.counts)
    state.property = ink_scope_event_property (scope, tally->property, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (state.property != NULL && state.property->layout == INK_LAYOUT_NUMBERS)
    state.numbers = state.property->numbers;
  read_bounds (&state, &tally->bounds);
  result->reach = ink_rows_new ();
  result->exceed = ink_rows_new ();
  if (!run (scope, &state, window, &slicing, error))
    {
      g_clear_pointer (&result->reach, ink_rows_unref);
      g_clear_pointer (&result->exceed, ink_rows_unref);
      return FALSE;
    }
  if (!state.has_low)
    g_clear_pointer (&result->reach, ink_rows_unref);
  if (!state.has_high)
    g_clear_pointer (&result->exceed, ink_rows_unref);

  return TRUE;
}
