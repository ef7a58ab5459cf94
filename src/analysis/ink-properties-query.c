/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every property with its fill: known without a look at the events, unless a filter narrows them. */
#include "config.h"

#include "analysis/ink-data-queries.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-narrowing.h"
#include "analysis/ink-value-count.h"

static InkTableBuilder *
begin_table (void)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Property"));
  ink_table_builder_add_text (builder, "on", _ ("Of"));
  ink_table_builder_add_text (builder, "kind", _ ("Type"));
  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "rows", _ ("Rows"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "distinct", _ ("Different"), INK_FORMAT_COUNT);
  return builder;
}

static void
add_row (InkTableBuilder *builder,
         const InkPropertyInfo *info,
         double filled,
         double rows,
         double distinct)
{
  ink_table_builder_text (builder, info->name);
  ink_table_builder_text (builder, info->on == INK_ON_EVENT ? "event" : "person");
  ink_table_builder_text (builder, ink_kind_to_string (info->kind));
  ink_table_builder_number (builder, filled);
  ink_table_builder_number (builder, rows);
  ink_table_builder_number (builder, distinct);
}

static void
add_all (InkTableBuilder *builder,
         InkEventStore *store)
{
  const InkSchema *schema = ink_event_store_get_schema (store);

  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];

      add_row (builder, info, (double) info->filled,
               info->on == INK_ON_EVENT ? ink_event_store_get_n_events (store)
                                        : ink_event_store_get_n_persons (store),
               (double) info->distinct);
    }
}

static gboolean
add_counted (InkTableBuilder *builder,
             InkEventStore *store,
             const InkNarrowing *narrowing,
             InkProgress *progress,
             GError **error)
{
  const InkSchema *schema = ink_event_store_get_schema (store);

  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      g_auto (InkValueCount) count = { 0 };

      ink_progress_set (progress, i, schema->n_properties, 0);
      if (!ink_value_count_init (&count, store, narrowing, info->name, info->on, error))
        return FALSE;
      if (count.filled > 0)
        add_row (builder, info, (double) count.filled, (double) count.rows,
                 (double) count.distinct);
    }
  return TRUE;
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_auto (InkNarrowing) narrowing = { 0 };
  InkTableBuilder *builder;
  InkAnswer *answer;
  InkTable *table;
  gboolean done = TRUE;

  if (!ink_narrowed_query_begin ((const InkNarrowedQuery *) query, &narrowing, store,
                                 cancellable, error))
    return NULL;
  builder = begin_table ();
  if (ink_narrowing_is_open (&narrowing))
    add_all (builder, store);
  else
    done = add_counted (builder, store, &narrowing, progress, error);
  table = ink_table_builder_end (builder);
  if (!done)
    {
      ink_table_unref (table);
      return NULL;
    }
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "properties", table);
  return answer;
}

static const InkQueryKind properties_kind
    = { "properties", sizeof (InkNarrowedQuery), ink_narrowed_query_equal,
        ink_narrowed_query_hash, run, ink_narrowed_query_clear };

InkQuery *
ink_properties_query_new (InkDefinition *definition,
                          const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_narrowed_query_alloc (&properties_kind, definition, filter);
}
