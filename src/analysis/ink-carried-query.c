/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which properties some events carry, and how many of them do. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/ink-person-value.h"
#include "analysis/ink-values-of.h"

typedef struct
{
  const InkPropertyInfo *info;
  guint64 filled;
  guint64 rows;
  guint index;
} Carried;

/* Derived where the source has none of it. */
static const InkPropertyInfo duration_info
    = { .name = "duration", .on = INK_ON_EVENT, .kind = INK_KIND_NUMBER };

static guint64
count_filled (const InkValueRows *rows,
              const InkProperty *property)
{
  guint64 filled = 0;

  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 row = ink_value_rows_get (rows, i);

      filled += row < property->n_rows && ink_property_has (property, row);
    }
  return filled;
}

static gboolean
count_property (Carried *carried,
                const InkValueRows *rows,
                InkEventStore *store,
                GError **error)
{
  GError *failure = NULL;
  g_autoptr (InkProperty) property = NULL;

  if (carried->info->on == INK_ON_PERSON)
    {
      carried->filled = carried->info->filled;
      carried->rows = ink_event_store_get_n_persons (store);
      return TRUE;
    }
  carried->rows = rows->n;
  property = ink_event_store_load_property (store, carried->info->name, INK_ON_EVENT, &failure);
  if (property != NULL)
    carried->filled = count_filled (rows, property);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL;
}

static int
compare (const void *a,
         const void *b)
{
  const Carried *x = a, *y = b;

  if (x->info->on != y->info->on)
    return x->info->on == INK_ON_EVENT ? -1 : 1;
  if (x->filled != y->filled)
    return x->filled > y->filled ? -1 : 1;
  return (x->index > y->index) - (x->index < y->index);
}

static InkTable *
make_table (const Carried *carried,
            guint n)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Property"));
  ink_table_builder_add_text (builder, "on", _ ("Of"));
  ink_table_builder_add_text (builder, "kind", _ ("Type"));
  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "rows", _ ("Of"), INK_FORMAT_COUNT);
  for (guint i = 0; i < n; i++)
    {
      if (carried[i].filled == 0)
        continue;
      ink_table_builder_text (builder, carried[i].info->name);
      ink_table_builder_text (builder, carried[i].info->on == INK_ON_EVENT ? "event" : "person");
      ink_table_builder_text (builder, ink_kind_to_string (carried[i].info->kind));
      ink_table_builder_number (builder, (double) carried[i].filled);
      ink_table_builder_number (builder, (double) carried[i].rows);
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
  const InkValuesQuery *self = (const InkValuesQuery *) query;
  const InkSchema *schema = ink_event_store_get_schema (store);
  g_autofree Carried *carried = g_new0 (Carried, schema->n_properties + 1);
  guint n = schema->n_properties;
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkValueRows) rows = { 0 };
  InkAnswer *answer;

  if (!ink_narrowed_query_begin (&self->narrowed, &narrowing, store, cancellable, error))
    return NULL;
  ink_value_rows_events (&rows, &narrowing, (const char *const *) (void *) self->events);
  if (ink_schema_find_property (schema, "duration", INK_ON_EVENT) == NULL)
    n++;
  for (guint i = 0; i < n; i++)
    {
      carried[i].info = i < schema->n_properties ? &schema->properties[i] : &duration_info;
      carried[i].index = i;
      ink_progress_set (progress, i, n, 0);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !count_property (&carried[i], &rows, narrowing.scope->store, error))
        return NULL;
    }
  qsort (carried, n, sizeof *carried, compare);
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "properties", make_table (carried, n));
  return answer;
}

static const InkQueryKind carried_kind
    = { "carried", sizeof (InkValuesQuery), ink_values_query_equal, ink_values_query_hash, run,
        ink_values_query_clear };

InkQuery *
ink_carried_query_new (InkDefinition *definition,
                       const char *const *events,
                       const InkFilter *filter)
{
  InkValuesOf of = { events, NULL, FALSE };
  InkValuesQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);

  query = ink_values_query_alloc (&carried_kind, definition, &of, filter);
  return &query->narrowed.parent;
}
