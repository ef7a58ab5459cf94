/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts a person's rows in order of visit; mostly they already are. */
#include "analysis/ink-visits.h"

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

void
ink_visits_init (InkVisits *visits)
{
  g_return_if_fail (visits != NULL);

  visits->keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  visits->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
ink_visits_clear (InkVisits *visits)
{
  g_return_if_fail (visits != NULL);

  g_clear_pointer (&visits->keys, g_array_unref);
  g_clear_pointer (&visits->rows, g_array_unref);
}

static guint64 *
make_room (InkVisits *visits,
           guint32 n)
{
  g_array_set_size (visits->keys, n);
  g_array_set_size (visits->rows, n);

  return (guint64 *) (void *) visits->keys->data;
}

/* As key @n; returns how many keys there are then: no more where the row has no visit. */
static inline guint32
add_key (guint64 *keys,
         guint32 n,
         const InkScope *scope,
         guint32 row)
{
  keys[n] = (guint64) scope->sessions[row] << 32 | row;

  return n + (scope->sessions[row] != INK_NO_SESSION);
}

static void
put_in_order (InkVisits *visits,
              guint32 n)
{
  const guint64 *keys = (const guint64 *) (void *) visits->keys->data;
  guint32 *rows = (guint32 *) (void *) visits->rows->data;
  gboolean sorted = TRUE;

  g_array_set_size (visits->keys, n);
  g_array_set_size (visits->rows, n);
  for (guint32 i = 1; i < n; i++)
    sorted = sorted && keys[i - 1] < keys[i];
  if (!sorted)
    g_array_sort (visits->keys, compare_keys);
  for (guint32 i = 0; i < n; i++)
    rows[i] = (guint32) keys[i];
}

void
ink_visits_fill (InkVisits *visits,
                 const InkScope *scope,
                 const guint32 *rows,
                 guint32 n)
{
  guint64 *keys;
  guint32 n_keys = 0;

  g_return_if_fail (visits != NULL);

  keys = make_room (visits, n);
  for (guint32 i = 0; i < n; i++)
    n_keys = add_key (keys, n_keys, scope, rows[i]);
  put_in_order (visits, n_keys);
}

void
ink_visits_fill_range (InkVisits *visits,
                       const InkScope *scope,
                       guint32 first,
                       guint32 end)
{
  guint64 *keys;
  guint32 n_keys = 0;

  g_return_if_fail (visits != NULL);

  keys = make_room (visits, end - first);
  for (guint32 row = first; row < end; row++)
    n_keys = add_key (keys, n_keys, scope, row);
  put_in_order (visits, n_keys);
}
