/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists of rows: room for more, and the union of several. */
#include "analysis/ink-rows.h"

#include <string.h>

InkRows *
ink_rows_new (void)
{
  InkRows *rows = g_new0 (InkRows, 1);

  g_atomic_ref_count_init (&rows->ref_count);
  return rows;
}

InkRows *
ink_rows_ref (InkRows *rows)
{
  g_return_val_if_fail (rows != NULL, NULL);

  g_atomic_ref_count_inc (&rows->ref_count);
  return rows;
}

void
ink_rows_unref (InkRows *rows)
{
  g_return_if_fail (rows != NULL);

  if (!g_atomic_ref_count_dec (&rows->ref_count))
    return;
  g_free (rows->rows);
  g_free (rows);
}

guint32 *
ink_rows_reserve (InkRows *rows,
                  guint32 more)
{
  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (more <= G_MAXUINT32 - rows->n, NULL);

  if (rows->size - rows->n < more)
    {
      guint64 size = MAX ((guint64) rows->n + more, MIN (2 * (guint64) rows->size, G_MAXUINT32));

      rows->size = (guint32) MAX (size, 64);
      rows->rows = g_renew (guint32, rows->rows, rows->size);
    }

  return rows->rows + rows->n;
}

static InkRows *
unite (const InkRows *a,
       const InkRows *b)
{
  InkRows *both = ink_rows_new ();
  guint32 i = 0, j = 0;

  ink_rows_reserve (both, a->n + b->n);
  while (i < a->n || j < b->n)
    {
      guint32 next = j == b->n || (i < a->n && a->rows[i] <= b->rows[j]) ? a->rows[i] : b->rows[j];

      ink_rows_add (both, next);
      i += i < a->n && a->rows[i] == next;
      j += j < b->n && b->rows[j] == next;
    }

  return both;
}

InkRows *
ink_rows_union (InkRows *const *lists,
                guint n_lists)
{
  InkRows *all = n_lists > 0 ? ink_rows_ref (lists[0]) : ink_rows_new ();

  for (guint i = 1; i < n_lists; i++)
    {
      InkRows *more = unite (all, lists[i]);

      ink_rows_unref (all);
      all = more;
    }

  return all;
}
