/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Puts a person's rows in order of visit; mostly they already are. */
#include "analysis/ink-visits.h"

#include <stdlib.h>

static int
compare_keys (const void *a,
              const void *b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

void
ink_visits_init (InkVisits *visits)
{
  g_return_if_fail (visits != NULL);

  *visits = (InkVisits){ .n = 0 };
}

void
ink_visits_clear (InkVisits *visits)
{
  g_return_if_fail (visits != NULL);

  g_clear_pointer (&visits->keys, g_free);
  g_clear_pointer (&visits->rows, g_free);
  visits->n = visits->size = 0;
}

static void
make_room (InkVisits *visits,
           guint32 n)
{
  visits->n = 0;
  if (n <= visits->size)
    return;
  visits->size = MAX (n, 2 * visits->size);
  visits->keys = g_renew (guint64, visits->keys, visits->size);
  visits->rows = g_renew (guint32, visits->rows, visits->size);
}

/* Unless the row has no visit. */
static inline void
add_row (InkVisits *visits,
         const InkScope *scope,
         guint32 row)
{
  visits->keys[visits->n] = (guint64) scope->sessions[row] << 32 | row;
  visits->n += scope->sessions[row] != INK_NO_SESSION;
}

static void
put_in_order (InkVisits *visits)
{
  gboolean sorted = TRUE;

  for (guint i = 1; i < visits->n; i++)
    sorted = sorted && visits->keys[i - 1] < visits->keys[i];
  if (!sorted)
    qsort (visits->keys, visits->n, sizeof *visits->keys, compare_keys);
  for (guint i = 0; i < visits->n; i++)
    visits->rows[i] = (guint32) visits->keys[i];
}

void
ink_visits_fill (InkVisits *visits,
                 const InkScope *scope,
                 const guint32 *rows,
                 guint32 n)
{
  g_return_if_fail (visits != NULL);

  make_room (visits, n);
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

  make_room (visits, end - first);
  for (guint32 row = first; row < end; row++)
    add_row (visits, scope, row);
  put_in_order (visits);
}
