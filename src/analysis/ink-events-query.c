/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How often each event happened, to how many people, and when: one pass over all events. */
#include "config.h"

#include "analysis/ink-data-queries.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-narrowing.h"

typedef struct
{
  guint64 events;
  gint64 first;
  gint64 last;
  guint32 people;
  guint32 person; /* the last that was counted */
} Count;

typedef struct
{
  const InkNarrowing *narrowing;
  InkTimeParts parts;
  Count *counts; /* by code of the name */
  guint32 n_names;
  guint32 *series; /* (array length=n_names*parts.n) */
  guint64 events;
  guint32 people;
} Counting;

static void
begin (Counting *counting,
       const InkNarrowing *narrowing,
       InkEventStore *store)
{
  guint32 n = ink_dictionary_size (ink_event_store_get_name_dictionary (store));

  *counting = (Counting){ .narrowing = narrowing, .n_names = n };
  ink_narrowing_cut (narrowing, n, &counting->parts);
  counting->counts = g_new0 (Count, (gsize) n + 1);
  counting->series = g_new0 (guint32, (gsize) n * counting->parts.n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      counting->counts[i].first = counting->counts[i].last = INK_TIME_NONE;
      counting->counts[i].person = INK_NO_PERSON;
    }
}

static void
end (Counting *counting)
{
  ink_time_parts_clear (&counting->parts);
  g_free (counting->counts);
  g_free (counting->series);
}

/* @part: of the row before; rows come in order of time. */
static inline guint
count_row (Counting *counting,
           guint32 row,
           guint32 person,
           guint part)
{
  guint32 code = ink_codes_get (counting->narrowing->scope->names, row);
  gint64 time = counting->narrowing->scope->times[row];
  Count *count = &counting->counts[code];

  count->events++;
  if (person != INK_NO_PERSON && count->person != person)
    {
      count->people++;
      count->person = person;
    }
  if (time == INK_TIME_NONE)
    return part;
  if (count->first == INK_TIME_NONE || time < count->first)
    count->first = time;
  count->last = MAX (count->last, time);
  if (counting->parts.n > 0)
    {
      part = ink_time_parts_find (&counting->parts, part, time);
      counting->series[(gsize) code * counting->parts.n + part]++;
    }
  return part;
}

static gboolean
count_people (Counting *counting,
              InkProgress *progress,
              GError **error)
{
  guint32 n = counting->narrowing->scope->n_people;

  for (guint32 person = 0; person < n; person++)
    {
      InkRowSpan span = ink_narrowing_rows (counting->narrowing, person);
      guint part = 0;

      if (ink_narrowing_is_cancelled (counting->narrowing, person, error))
        return FALSE;
      if (person % 65536 == 0)
        ink_progress_set (progress, person, n, 0);
      counting->people += span.end > span.first;
      counting->events += span.end - span.first;
      for (guint32 row = span.first; row < span.end; row++)
        part = count_row (counting, row, person, part);
    }
  return TRUE;
}

static void
count_nobody (Counting *counting,
              InkEventStore *store)
{
  const InkScope *scope = counting->narrowing->scope;

  for (guint32 row = scope->n_rows; row < ink_event_store_get_n_events (store); row++)
    if (ink_narrowing_has_row_of_nobody (counting->narrowing, row))
      {
        counting->events++;
        count_row (counting, row, INK_NO_PERSON, 0);
      }
}

/* ---- The answer ---- */

static double
time_cell (gint64 time)
{
  return time == INK_TIME_NONE ? NAN : (double) time;
}

static InkTable *
make_events (const Counting *counting,
             const InkDictionary *names)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Event"));
  ink_table_builder_add_number (builder, "events", _ ("Count"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "first", _ ("First seen"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "last", _ ("Last seen"), INK_FORMAT_TIME);
  for (guint32 code = 0; code < counting->n_names; code++)
    {
      const Count *count = &counting->counts[code];

      if (count->events == 0)
        continue;
      ink_table_builder_text (builder, ink_dictionary_get (names, code));
      ink_table_builder_number (builder, (double) count->events);
      ink_table_builder_number (builder, count->people);
      ink_table_builder_number (builder, time_cell (count->first));
      ink_table_builder_number (builder, time_cell (count->last));
    }
  return ink_table_builder_end (builder);
}

static InkTable *
make_series (const Counting *counting,
             GTimeZone *zone)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_time_parts_declare (&counting->parts, zone, builder);
  for (guint32 code = 0; code < counting->n_names; code++)
    if (counting->counts[code].events > 0)
      for (guint part = 0; part < counting->parts.n; part++)
        ink_table_builder_number (builder,
                                  counting->series[(gsize) code * counting->parts.n + part]);
  return ink_table_builder_end (builder);
}

static InkTable *
make_totals (const Counting *counting)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "events", _ ("Events"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_number (builder, (double) counting->events);
  ink_table_builder_number (builder, counting->people);
  return ink_table_builder_end (builder);
}

static InkAnswer *
make_answer (const Counting *counting,
             InkEventStore *store)
{
  InkAnswer *answer = ink_answer_new ();

  ink_answer_add_table (answer, "events",
                        make_events (counting, ink_event_store_get_name_dictionary (store)));
  if (counting->parts.n > 0)
    ink_answer_add_table (answer, "series",
                          make_series (counting, counting->narrowing->scope->zone));
  ink_answer_add_table (answer, "parts", ink_time_parts_to_table (&counting->parts));
  ink_answer_add_table (answer, "totals", make_totals (counting));
  return answer;
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_auto (InkNarrowing) narrowing = { 0 };
  Counting counting;
  InkAnswer *answer = NULL;

  if (!ink_narrowed_query_begin ((const InkNarrowedQuery *) query, &narrowing, store,
                                 cancellable, error))
    return NULL;
  begin (&counting, &narrowing, store);
  if (count_people (&counting, progress, error))
    {
      count_nobody (&counting, store);
      answer = make_answer (&counting, store);
    }
  end (&counting);
  return answer;
}

static const InkQueryKind events_kind
    = { "events", sizeof (InkNarrowedQuery), ink_narrowed_query_equal, ink_narrowed_query_hash,
        run, ink_narrowed_query_clear };

InkQuery *
ink_events_query_new (InkDefinition *definition,
                      const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_narrowed_query_alloc (&events_kind, definition, filter);
}
