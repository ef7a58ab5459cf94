/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One property: its values, its range, and which events carry it. */
#include "config.h"

#include "analysis/ink-data-queries.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-person-value.h"
#include "analysis/ink-value-count.h"

typedef struct
{
  InkNarrowedQuery narrowed;
  char *name;
  InkOn on;
} PropertyQuery;

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const PropertyQuery *a = (const PropertyQuery *) x, *b = (const PropertyQuery *) y;

  return a->on == b->on && strcmp (a->name, b->name) == 0 && ink_narrowed_query_equal (x, y);
}

static guint
hash (const InkQuery *query)
{
  return g_str_hash (((const PropertyQuery *) query)->name) + 31 * ink_narrowed_query_hash (query);
}

static InkTable *
make_summary (const InkValueCount *count)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  gboolean has_range = count->sorted != NULL && count->filled > 0;
  gboolean times = has_range && count->property->layout == INK_LAYOUT_TIMES;
  InkFormat format = times ? INK_FORMAT_TIME : INK_FORMAT_PLAIN;
  guint64 middle = count->filled / 2;

  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "rows", _ ("Of"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "distinct", _ ("Different"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "least", _ ("Least"), format);
  ink_table_builder_add_number (builder, "median", _ ("Median"), format);
  ink_table_builder_add_number (builder, "greatest", _ ("Greatest"), format);
  ink_table_builder_number (builder, (double) count->filled);
  ink_table_builder_number (builder, (double) count->rows);
  ink_table_builder_number (builder, (double) count->distinct);
  ink_table_builder_number (builder, has_range ? count->sorted[0] : NAN);
  ink_table_builder_number (
      builder, !has_range            ? NAN
               : count->filled % 2   ? count->sorted[middle]
                                     : (count->sorted[middle - 1] + count->sorted[middle]) / 2);
  ink_table_builder_number (builder, has_range ? count->sorted[count->filled - 1] : NAN);
  return ink_table_builder_end (builder);
}

static InkTable *
make_values (const InkValueCount *count)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (GArray) top = ink_value_count_top (count, INK_TOP_VALUES);

  ink_table_builder_add_text (builder, "value", _ ("Value"));
  ink_table_builder_add_number (builder, "rows", _ ("Count"), INK_FORMAT_COUNT);
  for (guint i = 0; i < top->len; i++)
    {
      const InkTopValue *value = &g_array_index (top, InkTopValue, i);
      g_autofree char *text = ink_value_to_text (value->value);

      ink_table_builder_text (builder, text);
      ink_table_builder_number (builder, (double) value->rows);
    }
  return ink_table_builder_end (builder);
}

/* ---- Which events carry it ---- */

typedef struct
{
  guint32 code;
  guint64 rows;
  guint64 filled;
} Carrier;

static int
compare_carriers (gconstpointer a,
                  gconstpointer b)
{
  const Carrier *x = a, *y = b;

  if (x->filled != y->filled)
    return x->filled < y->filled ? 1 : -1;
  return (x->code > y->code) - (x->code < y->code);
}

static void
count_carrier (Carrier *carriers,
               const InkScope *scope,
               const InkProperty *property,
               guint32 row)
{
  Carrier *carrier = &carriers[ink_codes_get (scope->names, row)];

  carrier->rows++;
  carrier->filled += row < property->n_rows && ink_property_has (property, row);
}

static gboolean
count_carriers (Carrier *carriers,
                const InkNarrowing *narrowing,
                InkEventStore *store,
                const InkProperty *property,
                GError **error)
{
  const InkScope *scope = narrowing->scope;

  for (guint32 person = 0; person < scope->n_people; person++)
    {
      InkRowSpan span = ink_narrowing_rows (narrowing, person);

      if (ink_narrowing_is_cancelled (narrowing, person, error))
        return FALSE;
      for (guint32 row = span.first; row < span.end; row++)
        count_carrier (carriers, scope, property, row);
    }
  for (guint32 row = scope->n_rows; row < ink_event_store_get_n_events (store); row++)
    if (ink_narrowing_has_row_of_nobody (narrowing, row))
      count_carrier (carriers, scope, property, row);
  return TRUE;
}

static InkTable *
make_events (const InkNarrowing *narrowing,
             InkEventStore *store,
             const InkProperty *property,
             GError **error)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (store);
  guint32 n = ink_dictionary_size (names);
  g_autofree Carrier *carriers = g_new0 (Carrier, (gsize) n + 1);
  InkTableBuilder *builder;

  for (guint32 code = 0; code < n; code++)
    carriers[code].code = code;
  if (property != NULL && !count_carriers (carriers, narrowing, store, property, error))
    return NULL;
  qsort (carriers, n, sizeof (Carrier), compare_carriers);
  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "name", _ ("Event"));
  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "rows", _ ("Of"), INK_FORMAT_COUNT);
  for (guint32 i = 0; i < n && carriers[i].filled > 0; i++)
    {
      ink_table_builder_text (builder, ink_dictionary_get (names, carriers[i].code));
      ink_table_builder_number (builder, (double) carriers[i].filled);
      ink_table_builder_number (builder, (double) carriers[i].rows);
    }
  return ink_table_builder_end (builder);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const PropertyQuery *self = (const PropertyQuery *) query;
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkValueCount) count = { 0 };
  InkTable *events = NULL;
  InkAnswer *answer;

  if (!ink_narrowed_query_begin (&self->narrowed, &narrowing, store, cancellable, error)
      || !ink_value_count_init (&count, store, &narrowing, self->name, self->on, error))
    return NULL;
  if (self->on == INK_ON_EVENT)
    {
      events = make_events (&narrowing, store, count.property, error);
      if (events == NULL)
        return NULL;
    }
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "summary", make_summary (&count));
  ink_answer_add_table (answer, "values", make_values (&count));
  if (events != NULL)
    ink_answer_add_table (answer, "events", events);
  return answer;
}

static void
clear (InkQuery *query)
{
  g_free (((PropertyQuery *) query)->name);
  ink_narrowed_query_clear (query);
}

static const InkQueryKind property_kind
    = { "property", sizeof (PropertyQuery), equal, hash, run, clear };

InkQuery *
ink_property_query_new (InkDefinition *definition,
                        const char *name,
                        InkOn on,
                        const InkFilter *filter)
{
  PropertyQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  query = ink_narrowed_query_alloc (&property_kind, definition, filter);
  query->name = g_strdup (name);
  query->on = on;
  return &query->narrowed.parent;
}
