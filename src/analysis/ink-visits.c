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

static void
add_row (InkVisits *visits,
         const InkScope *scope,
         guint32 row)
{
  guint64 key = (guint64) scope->sessions[row] << 32 | row;

  if (scope->sessions[row] != INK_NO_SESSION)
    g_array_append_val (visits->keys, key);
}

static void
put_in_order (InkVisits *visits)
{
  const guint64 *keys = (const guint64 *) (void *) visits->keys->data;
  gboolean sorted = TRUE;

  for (guint i = 1; i < visits->keys->len; i++)
    sorted = sorted && keys[i - 1] < keys[i];
  if (!sorted)
    g_array_sort (visits->keys, compare_keys);
  for (guint i = 0; i < visits->keys->len; i++)
    {
      guint32 row = (guint32) g_array_index (visits->keys, guint64, i);

      g_array_append_val (visits->rows, row);
    }
}

void
ink_visits_fill (InkVisits *visits,
                 const InkScope *scope,
                 const guint32 *rows,
                 guint32 n)
{
  g_return_if_fail (visits != NULL);

  g_array_set_size (visits->keys, 0);
  g_array_set_size (visits->rows, 0);
  for (guint32 i = 0; i < n; i++)
    add_row (visits, scope, rows[i]);
  put_in_order (visits);
}

void
ink_visits_fill_range (InkVisits *visits,
                       const InkScope *scope,
                       guint32 first,
                       guint32 end)
{
  g_return_if_fail (visits != NULL);

  g_array_set_size (visits->keys, 0);
  g_array_set_size (visits->rows, 0);
  for (guint32 row = first; row < end; row++)
    add_row (visits, scope, row);
  put_in_order (visits);
}
