/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-values-of.h"

gpointer
ink_values_query_alloc (const InkQueryKind *kind,
                        InkDefinition *definition,
                        const InkValuesOf *of,
                        const InkFilter *filter)
{
  static const char *const none[] = { NULL };
  InkValuesQuery *query = ink_narrowed_query_alloc (kind, definition, filter);
  const char *const *events = of->events != NULL && !of->on_person ? of->events : none;

  query->events = g_strdupv ((char **) (void *) events);
  query->property = g_strdup (of->property);
  query->on_person = of->on_person;
  return query;
}

/* Passive events have no duration. */
static gboolean
same_passive (const InkDefinition *a,
              const InkDefinition *b)
{
  return g_strv_equal ((const char *const *) (void *) a->passive,
                       (const char *const *) (void *) b->passive);
}

gboolean
ink_values_query_equal (const InkQuery *x,
                        const InkQuery *y)
{
  const InkValuesQuery *a = (const InkValuesQuery *) x, *b = (const InkValuesQuery *) y;

  return a->on_person == b->on_person && g_strcmp0 (a->property, b->property) == 0
         && g_strv_equal ((const char *const *) (void *) a->events,
                          (const char *const *) (void *) b->events)
         && same_passive (a->narrowed.definition, b->narrowed.definition)
         && ink_narrowed_query_equal (x, y);
}

guint
ink_values_query_hash (const InkQuery *query)
{
  const InkValuesQuery *self = (const InkValuesQuery *) query;
  guint hash = ink_narrowed_query_hash (query);

  for (guint i = 0; self->events[i] != NULL; i++)
    hash = 31 * hash + g_str_hash (self->events[i]);
  return 31 * hash + (self->property != NULL ? g_str_hash (self->property) : 0);
}

void
ink_values_query_clear (InkQuery *query)
{
  InkValuesQuery *self = (InkValuesQuery *) query;

  g_strfreev (self->events);
  g_free (self->property);
  ink_narrowed_query_clear (query);
}

gboolean
ink_values_query_begin (const InkValuesQuery *query,
                        InkValueRows *rows,
                        const InkNarrowing *narrowing,
                        GError **error)
{
  InkValuesOf of
      = { (const char *const *) (void *) query->events, query->property, query->on_person };

  return ink_value_rows_init (rows, narrowing, &of, error);
}
