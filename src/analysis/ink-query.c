/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all kinds of query share. */
#include "analysis/ink-query.h"

gpointer
ink_query_alloc (const InkQueryKind *kind)
{
  InkQuery *query;

  g_return_val_if_fail (kind != NULL && kind->size >= sizeof (InkQuery), NULL);

  query = g_malloc0 (kind->size);
  g_atomic_ref_count_init (&query->ref_count);
  query->kind = kind;
  return query;
}

InkQuery *
ink_query_ref (InkQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);
  return query;
}

void
ink_query_unref (InkQuery *query)
{
  g_return_if_fail (query != NULL);

  if (!g_atomic_ref_count_dec (&query->ref_count))
    return;
  query->kind->clear (query);
  g_free (query);
}

gboolean
ink_query_equal (const InkQuery *a,
                 const InkQuery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || (a->kind == b->kind && a->kind->equal (a, b));
}

guint
ink_query_hash (const InkQuery *query)
{
  g_return_val_if_fail (query != NULL, 0);

  return g_str_hash (query->kind->name) * 31 + query->kind->hash (query);
}

const char *
ink_query_get_name (const InkQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  return query->kind->name;
}

/**
 * ink_query_run:
 * @query: the question
 * @store: the events
 * @cancellable: (nullable): asked every 4096 people
 * @progress: (nullable): how far it is
 * @error: says what is refused, or that it was cancelled
 *
 * Returns: (transfer full): the answer
 */
InkAnswer *
ink_query_run (const InkQuery *query,
               InkEventStore *store,
               GCancellable *cancellable,
               InkProgress *progress,
               GError **error)
{
  InkAnswer *answer;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (store != NULL, NULL);

  ink_progress_set (progress, 0, 1, 0);
  answer = query->kind->run (query, store, cancellable, progress, error);
  if (answer != NULL)
    ink_progress_set (progress, 1, 1, 0);

  return answer;
}
