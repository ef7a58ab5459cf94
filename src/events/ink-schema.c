/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the data holds: kept by each run, put together here. */
#include "events/ink-schema.h"

#include <math.h>
#include <string.h>

#include "events/ink-distinct-private.h"
#include "events/ink-event-data-private.h"

const InkEventInfo *
ink_schema_find_event (const InkSchema *schema,
                       const char *name)
{
  for (guint i = 0; i < schema->n_events; i++)
    if (strcmp (schema->events[i].name, name) == 0)
      return &schema->events[i];
  return NULL;
}

const InkPropertyInfo *
ink_schema_find_property (const InkSchema *schema,
                          const char *name,
                          InkOn on)
{
  for (guint i = 0; i < schema->n_properties; i++)
    if (schema->properties[i].on == on && strcmp (schema->properties[i].name, name) == 0)
      return &schema->properties[i];
  return NULL;
}

static gint64
earlier (gint64 a,
         gint64 b)
{
  if (a == INK_TIME_NONE || b == INK_TIME_NONE)
    return MAX (a, b);
  return MIN (a, b);
}

/* --- Events --- */

static InkEventInfo *
events_from_run (InkEventData *data)
{
  InkEventInfo *events = g_new0 (InkEventInfo, ink_dictionary_size (data->names) + 1);
  const InkRun *run = g_ptr_array_index (data->runs, 0);

  for (guint32 i = 0; i < ink_dictionary_size (data->names); i++)
    events[i].first = events[i].last = INK_TIME_NONE;
  for (guint i = 0; i < run->names->len; i++)
    {
      const InkRunName *name = &g_array_index (run->names, InkRunName, i);

      events[name->code]
          = (InkEventInfo){ NULL, name->events, name->people, name->first, name->last };
    }
  return events;
}

/* People who did the same in two runs, and dates that came later: only a count can tell. */
static InkEventInfo *
events_by_counting (InkEventData *data)
{
  guint32 n = ink_dictionary_size (data->names);
  InkEventInfo *events = g_new0 (InkEventInfo, n + 1);
  g_autofree guint32 *last_person = g_new (guint32, n + 1);
  InkCodes names = { .width = data->name_width, .data = data->name_codes };

  for (guint32 i = 0; i < n; i++)
    {
      events[i].first = events[i].last = INK_TIME_NONE;
      last_person[i] = INK_NO_PERSON;
    }
  for (guint32 person = 0; person <= data->n_people; person++)
    {
      guint32 end = person < data->n_people ? data->offsets[person + 1] : data->n_rows;

      for (guint32 row = data->offsets[person]; row < end; row++)
        {
          guint32 code = ink_codes_get (names, row);
          InkEventInfo *event = &events[code];

          event->events++;
          event->first = earlier (event->first, data->times[row]);
          event->last = MAX (event->last, data->times[row]);
          if (person < data->n_people && last_person[code] != person)
            {
              event->people++;
              last_person[code] = person;
            }
        }
    }
  return events;
}

static void
add_events (InkEventData *data,
            InkSchema *schema)
{
  gboolean one_run = data->runs->len == 1 && data->order == NULL;
  InkEventInfo *events = one_run ? events_from_run (data) : events_by_counting (data);
  guint n = 0;

  for (guint32 code = 0; code < ink_dictionary_size (data->names); code++)
    if (events[code].events > 0)
      {
        events[n] = events[code];
        events[n++].name = ink_dictionary_get (data->names, code);
      }
  schema->events = events;
  schema->n_events = n;
}

/* --- Properties --- */

static void
count_property (InkEventData *data,
                InkPropertyInfo *info)
{
  g_autoptr (InkProperty) property = ink_event_data_load (data, info->name, info->on, NULL);
  InkDistinct distinct = INK_DISTINCT_INIT;

  /* A damaged one stays as its runs describe it: whoever reads it is told. */
  if (property == NULL)
    return;
  info->filled = info->distinct = 0;
  for (guint32 row = 0; row < property->n_rows; row++)
    {
      guint64 word;

      if (ink_property_get (property, row).kind == INK_KIND_ABSENT)
        continue;
      info->filled++;
      if (property->layout == INK_LAYOUT_CODES)
        word = ink_codes_get (property->codes, row);
      else if (property->layout == INK_LAYOUT_NUMBERS)
        memcpy (&word, &property->numbers[row], 8);
      else
        word = (guint64) property->times[row];
      ink_distinct_add (&distinct, word);
    }
  info->distinct = distinct.n;
  ink_distinct_clear (&distinct);
}

static InkKind
kind_of_most (const guint64 kinds[5])
{
  InkKind kind = INK_KIND_TEXT;
  guint n_kinds = 0;

  for (guint i = INK_KIND_TEXT; i <= INK_KIND_TIME; i++)
    if (kinds[i] > 0)
      {
        kind = (InkKind) i;
        n_kinds++;
      }
  return n_kinds == 1 ? kind : INK_KIND_TEXT;
}

/* One run knows its counts. Of several, rows add up, and so do the values of a dictionary; distinct
 * numbers have to be counted, and so have persons, who may have been told of more than once. */
static InkPropertyInfo
describe_property (InkEventData *data,
                   const char *name,
                   InkOn on)
{
  InkPropertyInfo info = { .name = name, .on = on };
  guint64 kinds[5] = { 0 }, in_dictionary = 0;
  guint n_runs = 0;
  gboolean count = FALSE;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRunColumn *column
          = ink_run_find_column (g_ptr_array_index (data->runs, i), name, on);

      if (column == NULL)
        continue;
      n_runs++;
      info.filled += column->filled;
      info.distinct = column->distinct;
      in_dictionary += column->n_values;
      count |= column->layout != INK_LAYOUT_CODES;
      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        kinds[kind] += column->kinds[kind];
    }
  info.kind = kind_of_most (kinds);
  if (n_runs > 1)
    info.distinct = in_dictionary;
  if (on == INK_ON_PERSON || (n_runs > 1 && count))
    count_property (data, &info);
  return info;
}

static void
add_properties (InkEventData *data,
                InkSchema *schema)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  GArray *infos = g_array_new (FALSE, TRUE, sizeof (InkPropertyInfo));

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = g_ptr_array_index (data->runs, i);

      for (guint k = 0; k < run->columns->len; k++)
        {
          const InkRunColumn *column = &g_array_index (run->columns, InkRunColumn, k);
          char *key = ink_run_column_name (column->name, column->on);
          InkPropertyInfo info;

          g_ptr_array_add (keys, key);
          if (strcmp (column->name, INK_OWN_DATE) == 0 || !g_hash_table_add (seen, key))
            continue;
          info = describe_property (data, column->name, column->on);
          if (info.filled > 0)
            g_array_append_val (infos, info);
        }
    }
  schema->n_properties = infos->len;
  schema->properties = (const InkPropertyInfo *) (gpointer) g_array_free (infos, FALSE);
}

/* Called with the lock not held: it loads properties. */
InkSchema *
ink_event_data_make_schema (InkEventData *data)
{
  InkSchema *schema = g_new0 (InkSchema, 1);

  add_events (data, schema);
  add_properties (data, schema);
  return schema;
}
