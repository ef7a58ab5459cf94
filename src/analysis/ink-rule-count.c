/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over a rule's completions, or over everybody where the rule only holds. */
#include "analysis/ink-rule-count.h"

#include "analysis/ink-everybody.h"
#include "analysis/ink-kept.h"

/* Below this a second thread costs more than it gains. */
#define MOMENTS_FOR_TWO_THREADS 200000

/* --- How many there are --- */

static gboolean
has_row (const InkNarrowing *narrowing,
         guint32 person)
{
  const InkScope *scope = narrowing->scope;
  gint64 first = scope->times[scope->offsets[person]];
  gint64 last = scope->times[scope->offsets[person + 1] - 1];
  InkRowSpan span;

  if (last < narrowing->from || first > narrowing->to)
    return FALSE;
  if (first >= narrowing->from || last <= narrowing->to)
    return TRUE;
  span = ink_narrowing_rows (narrowing, person);
  return span.end > span.first;
}

/* Whether each person counts at all; NULL: all do. */
static guint8 *
find_counted (const InkNarrowing *narrowing)
{
  const InkScope *scope = narrowing->scope;
  guint8 *counted;

  if (ink_narrowing_is_open (narrowing))
    return NULL;
  counted = g_malloc ((gsize) scope->n_people + 1);
  for (guint32 person = 0; person < scope->n_people; person++)
    {
      guint8 of_persona = narrowing->personas == NULL
                          || narrowing->personas[person] == narrowing->persona;

      counted[person] = of_persona && (!narrowing->dated || has_row (narrowing, person));
    }
  return counted;
}

static guint32
count_bytes (const guint8 *bytes,
             guint32 n)
{
  guint32 sum = 0;

  for (guint32 i = 0; i < n; i++)
    sum += bytes[i];
  return sum;
}

/* --- Completions --- */

static InkRows *
keep_moments (const InkNarrowing *narrowing,
              InkRows *moments)
{
  const InkScope *scope = narrowing->scope;
  InkRows *kept;
  guint32 *room, n = 0;

  if (ink_narrowing_is_open (narrowing))
    return ink_rows_ref (moments);
  kept = ink_rows_new ();
  room = ink_rows_reserve (kept, moments->n);
  for (guint32 i = 0; i < moments->n; i++)
    {
      guint32 row = moments->rows[i], person = ink_scope_person_of_row (scope, row);
      gint64 time = scope->times[row];
      guint32 of_persona = narrowing->personas == NULL
                           || narrowing->personas[person] == narrowing->persona;
      guint32 in_period
          = (narrowing->dated == FALSE) | ((time >= narrowing->from) & (time <= narrowing->to));

      room[n] = row;
      n += of_persona & in_period;
    }
  kept->n = n;
  return kept;
}

static void
find_people (InkRuleCount *count,
             const InkScope *scope)
{
  guint32 before = INK_NO_PERSON, n = 0, most = MIN (count->n_moments, scope->n_people);

  /* The last may be written once more, beyond them. */
  count->people = g_new (guint32, (gsize) most + 1);
  count->rows = g_new (guint32, (gsize) most + 1);
  for (guint32 i = 0; i < count->n_moments; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, count->moments[i]);

      count->people[n] = person;
      count->rows[n] = count->moments[i];
      n += person != before;
      before = person;
    }
  count->n = n;
}

/* --- Over time --- */

guint32 *
ink_rule_count_parts (const InkTimeParts *parts,
                      const InkScope *scope,
                      const guint32 *rows,
                      guint32 n)
{
  guint32 *counts = g_new0 (guint32, (gsize) parts->n + 1);
  /* Copies, which no count can be taken to change. */
  const InkTimeParts own = *parts;
  const gint64 *times = scope->times;

  for (guint32 i = 0; i < n && own.n > 0; i++)
    if (times[rows[i]] != INK_TIME_NONE)
      counts[ink_time_parts_find_any (&own, times[rows[i]])]++;
  return counts;
}

typedef struct
{
  InkRuleCount *count;
  const InkScope *scope;
  const InkTimeParts *parts;
} Series;

static gpointer
count_series (gpointer data)
{
  Series *series = data;

  series->count->series = ink_rule_count_parts (series->parts, series->scope,
                                                series->count->moments, series->count->n_moments);
  return NULL;
}

/* Who, and when: each a pass over the completions, side by side where there are many. */
static void
count_moments (InkRuleCount *count,
               const InkScope *scope,
               const InkTimeParts *parts)
{
  Series series = { count, scope, parts };
  GThread *thread = NULL;

  if (parts != NULL && count->n_moments >= MOMENTS_FOR_TWO_THREADS && g_get_num_processors () > 1)
    thread = g_thread_new ("ink-series", count_series, &series);
  else if (parts != NULL)
    count_series (&series);
  find_people (count, scope);
  if (thread != NULL)
    g_thread_join (thread);
}

/* --- Those for whom it holds --- */

static gboolean
find_holding (InkRuleCount *count,
              const InkScope *scope,
              const guint8 *counted,
              InkProgram *program,
              GError **error)
{
  g_autofree guint8 *holds = ink_everybody_holds (program, error);
  guint32 n = 0;

  if (holds == NULL)
    return FALSE;
  count->people = g_new (guint32, (gsize) scope->n_people + 1);
  count->rows = g_new (guint32, (gsize) scope->n_people + 1);
  for (guint32 person = 0; person < scope->n_people; person++)
    {
      count->people[n] = person;
      count->rows[n] = INK_NO_ROW;
      n += holds[person] & (counted == NULL || counted[person]);
    }
  count->n = n;
  return TRUE;
}

/* --- Both --- */

/* The moments of @rule; NULL without @error where it has none, and then @program. */
static InkRows *
find_moments (InkScope *scope,
              const InkRule *rule,
              InkProgram **program,
              GError **error)
{
  InkRows *rows = ink_kept_find_moments (scope, rule);

  if (rows != NULL)
    return rows;
  *program = ink_program_new (scope, rule, error);
  if (*program == NULL || !ink_program_has_moments (*program))
    return NULL;
  rows = ink_rows_ref (ink_program_get_moments (*program));
  ink_kept_add_moments (scope, rule, rows);
  return rows;
}

/**
 * ink_rule_count_init:
 * @count: to be cleared, whatever comes of it
 * @narrowing: whom and what to count; must not outlive the events
 * @rule: the rule
 * @ask: what is asked of it
 * @parts: (nullable): the parts of @series
 * @error: says what does not exist or cannot be read
 */
gboolean
ink_rule_count_init (InkRuleCount *count,
                     const InkNarrowing *narrowing,
                     const InkRule *rule,
                     InkRuleAsk ask,
                     const InkTimeParts *parts,
                     GError **error)
{
  InkScope *scope = narrowing->scope;
  g_autoptr (InkProgram) program = NULL;
  g_autoptr (InkRows) moments = NULL;
  g_autofree guint8 *counted = NULL;

  g_return_val_if_fail (count != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  *count = (InkRuleCount){ 0 };
  if (ask == INK_ASK_COMPLETED)
    moments = find_moments (scope, rule, &program, error);
  else
    program = ink_program_new (scope, rule, error);
  if ((moments == NULL && program == NULL)
      || g_cancellable_set_error_if_cancelled (scope->cancellable, error))
    return FALSE;
  counted = find_counted (narrowing);
  count->of = counted != NULL ? count_bytes (counted, scope->n_people) : scope->n_people;
  count->completes = moments != NULL;
  if (moments == NULL)
    return find_holding (count, scope, counted, program, error);
  count->kept = keep_moments (narrowing, moments);
  count->moments = count->kept->rows;
  count->n_moments = count->kept->n;
  count_moments (count, scope, parts);
  return TRUE;
}

void
ink_rule_count_clear (InkRuleCount *count)
{
  g_clear_pointer (&count->people, g_free);
  g_clear_pointer (&count->rows, g_free);
  g_clear_pointer (&count->series, g_free);
  g_clear_pointer (&count->kept, ink_rows_unref);
}
