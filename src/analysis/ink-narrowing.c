/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header's filter over plain events, and what the queries share that it narrows. */
#include "config.h"

#include "analysis/ink-narrowing.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-data-queries.h"
#include "analysis/ink-dependence.h"
#include "analysis/ink-program.h"
#include "base/ink-error.h"

/* Counts of a series that are held at most: beyond it parts get longer, then there are none. */
#define MAX_CELLS (4 * 1024 * 1024)
#define FEWEST_PARTS 8

static gboolean
keep_persona (InkNarrowing *narrowing,
              const char *name,
              GError **error)
{
  int persona = ink_scope_find_persona (narrowing->scope, name);

  if (persona < 0)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("There is no persona '%s'."), name);
      return FALSE;
    }
  narrowing->persona = (guint) persona;
  narrowing->personas = ink_scope_persona_bytes (narrowing->scope, error);
  return narrowing->personas != NULL;
}

gboolean
ink_narrowing_init (InkNarrowing *narrowing,
                    InkEventStore *store,
                    InkDefinition *definition,
                    const InkFilter *filter,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (narrowing != NULL, FALSE);

  *narrowing = (InkNarrowing){ .from = INK_TIME_NONE + 1, .to = G_MAXINT64 };
  narrowing->scope = ink_scope_new (store, definition, cancellable);
  narrowing->scope->keeps = TRUE;
  narrowing->scope->keeps = TRUE;
  if (filter == NULL)
    return TRUE;
  if (filter->from != INK_TIME_NONE)
    narrowing->from = filter->from;
  if (filter->to != INK_TIME_NONE)
    narrowing->to = filter->to;
  narrowing->dated = filter->from != INK_TIME_NONE || filter->to != INK_TIME_NONE;
  return filter->persona == NULL || keep_persona (narrowing, filter->persona, error);
}

void
ink_narrowing_clear (InkNarrowing *narrowing)
{
  g_clear_pointer (&narrowing->scope, ink_scope_unref);
  g_clear_pointer (&narrowing->personas, g_free);
}

/* The first of the rows from @first to @end whose time is not below @time. */
static guint32
seek (const gint64 *times,
      guint32 first,
      guint32 end,
      gint64 time)
{
  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;

      if (times[middle] < time)
        first = middle + 1;
      else
        end = middle;
    }
  return first;
}

InkRowSpan
ink_narrowing_rows (const InkNarrowing *narrowing,
                    guint32 person)
{
  const InkScope *scope = narrowing->scope;
  InkRowSpan span = { scope->offsets[person], scope->offsets[person + 1] };

  if (narrowing->personas != NULL && narrowing->personas[person] != narrowing->persona)
    span.end = span.first;
  if (!narrowing->dated)
    return span;
  span.first = seek (scope->times, span.first, span.end, narrowing->from);
  if (narrowing->to < G_MAXINT64)
    span.end = seek (scope->times, span.first, span.end, narrowing->to + 1);
  return span;
}

static guint
choose_most_parts (guint n_series)
{
  guint most = MIN (INK_MAX_PARTS, MAX_CELLS / MAX (n_series, 1));

  return most >= FEWEST_PARTS ? most : 0;
}

void
ink_narrowing_cut (const InkNarrowing *narrowing,
                   guint n_series,
                   InkTimeParts *parts)
{
  InkEventStore *store = narrowing->scope->store;
  gint64 first = ink_event_store_get_first (store);

  *parts = (InkTimeParts){ 0 };
  if (first != INK_TIME_NONE)
    ink_time_parts_init (parts, MAX (first, narrowing->from),
                         MIN (ink_event_store_get_last (store), narrowing->to),
                         choose_most_parts (n_series), narrowing->scope->zone);
}

gboolean
ink_narrowing_is_cancelled (const InkNarrowing *narrowing,
                            guint32 person,
                            GError **error)
{
  return person % 4096 == 0
         && g_cancellable_set_error_if_cancelled (narrowing->scope->cancellable, error);
}

/* ---- Queries ---- */

gpointer
ink_narrowed_query_alloc (const InkQueryKind *kind,
                          InkDefinition *definition,
                          const InkFilter *filter)
{
  InkNarrowedQuery *query = ink_query_alloc (kind);

  query->definition = ink_definition_ref (definition);
  query->persona = g_strdup (filter != NULL ? filter->persona : NULL);
  query->from = filter != NULL ? filter->from : INK_TIME_NONE;
  query->to = filter != NULL ? filter->to : INK_TIME_NONE;
  return query;
}

gboolean
ink_narrowed_query_equal (const InkQuery *x,
                          const InkQuery *y)
{
  const InkNarrowedQuery *a = (const InkNarrowedQuery *) x, *b = (const InkNarrowedQuery *) y;
  g_autoptr (InkDependence) dependence = NULL;

  if (a->from != b->from || a->to != b->to || g_strcmp0 (a->persona, b->persona) != 0)
    return FALSE;
  if (a->persona == NULL)
    return g_strcmp0 (a->definition->time_zone, b->definition->time_zone) == 0;
  dependence = ink_dependence_new (a->definition, b->definition);
  return ink_dependence_personas (dependence);
}

guint
ink_narrowed_query_hash (const InkQuery *query)
{
  const InkNarrowedQuery *self = (const InkNarrowedQuery *) query;

  return (self->persona != NULL ? g_str_hash (self->persona) : 0) + g_int64_hash (&self->from)
         + 41 * g_int64_hash (&self->to);
}

void
ink_narrowed_query_clear (InkQuery *query)
{
  InkNarrowedQuery *self = (InkNarrowedQuery *) query;

  ink_definition_unref (self->definition);
  g_free (self->persona);
}

gboolean
ink_narrowed_query_begin (const InkNarrowedQuery *query,
                          InkNarrowing *narrowing,
                          InkEventStore *store,
                          GCancellable *cancellable,
                          GError **error)
{
  InkFilter filter = { query->persona, query->from, query->to };

  return ink_narrowing_init (narrowing, store, query->definition, &filter, cancellable, error);
}
