/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Filters of `does` and `goal`: names, first time, conditions, dates, after a goal, first days. */
#include "config.h"

#include "analysis/ink-matches.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-kept.h"
#include "analysis/ink-lookup.h"
#include "analysis/ink-prescan.h"
#include "analysis/ink-scan.h"
#include "analysis/ink-slices.h"

/* Below this a second thread costs more than it gains. */
#define ROWS_FOR_TWO 150000

/* --- Names and conditions --- */

static gboolean
is_any_event (const InkRule *rule)
{
  return g_strv_length (rule->names) == 1 && strcmp (rule->names[0], "*") == 0;
}

/* What came after the export's end is as if it were not there. */
static InkRows *
cut_at_end (const InkScope *scope,
            InkRows *rows)
{
  InkRows *kept = ink_rows_new ();

  for (guint32 i = 0; i < rows->n; i++)
    if (scope->times[rows->rows[i]] <= scope->export_time)
      ink_rows_add (kept, rows->rows[i]);
  ink_rows_unref (rows);
  return kept;
}

static InkRows *
find_all (const InkScope *scope)
{
  InkRows *rows = ink_rows_new ();
  guint32 *row = ink_rows_reserve (rows, scope->n_rows);

  for (guint32 i = 0; i < scope->n_rows; i++)
    row[i] = i;
  rows->n = scope->n_rows;
  return rows;
}

static InkRows *
find_names (const InkScope *scope,
            const InkRule *rule)
{
  InkRows *rows = ink_scope_find_scanned (scope, rule);
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (rows != NULL)
    return rows;
  rows = ink_rows_new ();
  for (guint i = 0; rule->names[i] != NULL; i++)
    {
      guint32 code = ink_dictionary_find (names, rule->names[i], strlen (rule->names[i]));

      if (code != INK_NO_CODE && g_hash_table_add (seen, GUINT_TO_POINTER (code)))
        g_array_append_val (wanted, code);
    }
  ink_scan_names (scope->names, scope->n_rows, (const guint32 *) (void *) wanted->data,
                  wanted->len, rows);

  return rows;
}

/* Edits are mostly of what is asked of an event: which ones are meant stays. */
static InkRows *
need_names (InkScope *scope,
            const InkRule *rule)
{
  g_autoptr (InkRule) plain = NULL;
  InkRows *rows;

  if (!scope->keeps || rule->n_where == 0)
    return find_names (scope, rule);
  plain = ink_rule_new (INK_RULE_DOES);
  plain->names = g_strdupv (rule->names);
  plain->one_name = rule->one_name;
  rows = ink_kept_find_moments (scope, plain);
  if (rows != NULL)
    return rows;
  rows = find_names (scope, rule);
  if (!scope->cut)
    ink_kept_add_moments (scope, plain, rows);

  return rows;
}

static gboolean
keep_passing (InkScope *scope,
              InkRows **rows,
              const InkCondition *condition,
              GError **error)
{
  g_autoptr (InkRows) all = *rows;
  g_autoptr (InkLookup) lookup = NULL;
  GError *failure = NULL;

  *rows = ink_lookup_keep_few (scope, condition, all, &failure);
  if (*rows == NULL && failure == NULL)
    lookup = ink_lookup_new (scope, condition, FALSE, &failure);
  if (lookup != NULL)
    *rows = ink_lookup_keep (lookup, all);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return *rows != NULL;
}

/* --- First time --- */

/* Everybody's rows without a time stand before those with one, and are nobody's first. */
static void
keep_first (const InkScope *scope,
            InkRows **rows)
{
  g_autoptr (InkRows) all = *rows;
  guint32 *kept, before = INK_NO_PERSON, n = 0;

  *rows = ink_rows_new ();
  kept = ink_rows_reserve (*rows, all->n);
  for (guint32 i = 0; i < all->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, all->rows[i]);
      gboolean timed = scope->times[all->rows[i]] != INK_TIME_NONE;

      kept[n] = all->rows[i];
      n += timed && person != before;
      before = timed ? person : before;
    }
  (*rows)->n = n;
}

/* --- Dates --- */

static gboolean
keep_between (InkScope *scope,
              InkRows **rows,
              const InkDates *dates,
              GError **error)
{
  g_autoptr (InkRows) all = *rows;
  guint32 *kept, n = 0;
  gint64 from, to;

  *rows = ink_rows_new ();
  if (!ink_scope_parse_dates (scope, dates, &from, &to, error))
    return FALSE;
  kept = ink_rows_reserve (*rows, all->n);
  for (guint32 i = 0; i < all->n; i++)
    {
      gint64 time = scope->times[all->rows[i]];

      kept[n] = all->rows[i];
      n += (time >= from) & (time <= to);
    }
  (*rows)->n = n;

  return TRUE;
}

static gboolean
filter (InkScope *scope,
        const InkRule *rule,
        InkRows **rows,
        GError **error)
{
  if (rule->first_time == INK_FIRST_TIME_EVER)
    keep_first (scope, rows);
  for (guint i = 0; rule->kind == INK_RULE_DOES && i < rule->n_where; i++)
    if (!keep_passing (scope, rows, &rule->where[i], error))
      return FALSE;
  if (rule->first_time == INK_FIRST_TIME_MATCHING)
    keep_first (scope, rows);

  return !rule->between.given || keep_between (scope, rows, &rule->between, error);
}

/**
 * ink_matches_find:
 * @scope: the evaluation
 * @rule: of kind does or goal
 * @completions: (nullable): of the goal that the rule names
 * @error: set where a column could not be read, a date not be understood, or when cancelled
 */
InkRows *
ink_matches_find (InkScope *scope,
                  const InkRule *rule,
                  InkRows *completions,
                  GError **error)
{
  InkRows *rows;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  rows = rule->kind == INK_RULE_GOAL ? ink_rows_ref (completions)
         : is_any_event (rule)       ? find_all (scope)
                                     : need_names (scope, rule);
  if (scope->cut && rule->kind != INK_RULE_GOAL)
    rows = cut_at_end (scope, rows);
  if (!filter (scope, rule, &rows, error))
    {
      g_clear_pointer (&rows, ink_rows_unref);
      return NULL;
    }

  return rows;
}

/* --- After a goal --- */

typedef struct
{
  gint64 length;
  InkRows *rows;
} After;

/* The first of @rows, from the index @from on, that is not before @time. Most lie far ahead or next. */
static guint32
seek_time (const InkScope *scope,
           const InkSlice *slice,
           guint32 from,
           gint64 time)
{
  const gint64 *times = scope->times;
  guint32 low = from, high, step = 1;

  if (from == slice->n || times[slice->rows[from]] >= time)
    return from;
  while (step < slice->n - low && times[slice->rows[low + step]] < time)
    {
      low += step;
      step *= 2;
    }
  high = step < slice->n - low ? low + step : slice->n;
  while (high - low > 1)
    {
      guint32 middle = low + (high - low) / 2;

      if (times[slice->rows[middle]] < time)
        low = middle;
      else
        high = middle;
    }

  return high;
}

/* Completion by completion, with what follows it: where the window is short, most events are never
 * looked at. An event is not after itself: one that completes the goal needs another completion, before
 * it, whose window has it already, or at its time. */
static void
keep_after_cb (const InkScope *scope,
               const InkSlice *slice,
               gpointer data)
{
  const After *after = data;
  guint32 n = 0, i = 0;
  guint32 *kept = ink_rows_reserve (after->rows, slice->n);

  for (guint32 k = 0; k < slice->n_after && i < slice->n; k++)
    {
      gint64 time = scope->times[slice->after[k]];
      gint64 end = ink_time_later (time, after->length);
      gboolean alone = k + 1 == slice->n_after || scope->times[slice->after[k + 1]] != time;

      i = seek_time (scope, slice, i, time);
      for (; i < slice->n && scope->times[slice->rows[i]] <= end; i++)
        if (!alone || slice->rows[i] != slice->after[k])
          kept[n++] = slice->rows[i];
    }
  after->rows->n += n;
}

/* One half of the people, on a thread of its own. */
typedef struct
{
  InkScope *scope;
  const InkSlicing *slicing;
  guint32 first;
  guint32 end;
  After after;
  gboolean done;
  GError *error;
} Half;

static gpointer
keep_half (gpointer data)
{
  Half *half = data;

  half->done = ink_slices_run_part (half->scope, half->slicing, half->first, half->end,
                                    keep_after_cb, &half->after, &half->after.rows, 1,
                                    &half->error);
  return NULL;
}

/* Appends to the rows of @after. */
static gboolean
keep_in_two (InkScope *scope,
             const InkSlicing *slicing,
             const After *after,
             GError **error)
{
  guint32 middle = ink_slices_find_half (scope, slicing);
  g_autoptr (InkRows) more = ink_rows_new ();
  Half low = { scope, slicing, 0, middle, *after, FALSE, NULL };
  Half high = { scope, slicing, middle, slicing->after->n, { after->length, more }, FALSE, NULL };
  GThread *thread = g_thread_new ("ink-after", keep_half, &high);

  keep_half (&low);
  g_thread_join (thread);
  ink_rows_append (after->rows, more);
  if (low.error != NULL)
    g_clear_error (&high.error);
  if (low.error != NULL || high.error != NULL)
    g_propagate_error (error, low.error != NULL ? low.error : high.error);

  return low.done && high.done;
}

InkRows *
ink_matches_after (InkScope *scope,
                   InkRows *matches,
                   InkRows *completions,
                   InkSpan window,
                   GError **error)
{
  g_autoptr (InkRows) rows = ink_rows_new ();
  InkSlicing slicing = { matches, completions, TRUE, window.kind == INK_SPAN_SESSION, TRUE };
  After after = { window.kind == INK_SPAN_LENGTH ? ink_span_length (window) : G_MAXINT64, rows };
  gboolean done;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (completions != NULL, NULL);

  if (slicing.by_session || matches->n < ROWS_FOR_TWO || g_get_num_processors () < 2)
    done = ink_slices_run (scope, &slicing, keep_after_cb, &after, &rows, 1, error);
  else
    done = keep_in_two (scope, &slicing, &after, error);

  return done ? g_steal_pointer (&rows) : NULL;
}

/* --- First days --- */

static void
keep_first_days_cb (const InkScope *scope,
                    const InkSlice *slice,
                    gpointer data)
{
  const After *after = data;
  guint32 first = scope->offsets[slice->person];
  gint64 end;

  while (scope->times[first] == INK_TIME_NONE)
    first++;
  end = ink_time_later (scope->times[first], after->length);
  for (guint32 i = 0; i < slice->n && scope->times[slice->rows[i]] <= end; i++)
    ink_rows_add (after->rows, slice->rows[i]);
}

InkRows *
ink_matches_first_days (InkScope *scope,
                        InkRows *matches,
                        gint64 length,
                        GError **error)
{
  g_autoptr (InkRows) rows = ink_rows_new ();
  InkSlicing slicing = { matches, NULL, TRUE, FALSE, FALSE };
  After after = { length, rows };

  g_return_val_if_fail (scope != NULL, NULL);

  if (!ink_slices_run (scope, &slicing, keep_first_days_cb, &after, &rows, 1, error))
    return NULL;

  return g_steal_pointer (&rows);
}
