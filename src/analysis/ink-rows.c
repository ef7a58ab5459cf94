/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists of rows: room for more, and the union of several. */
#include "analysis/ink-rows.h"

#include <string.h>

#include "base/ink-pages.h"

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
      rows->rows = rows->rows == NULL ? ink_pages_new ((gsize) rows->size * sizeof (guint32))
                                      : g_renew (guint32, rows->rows, rows->size);
    }

  return rows->rows + rows->n;
}

void
ink_rows_append (InkRows *rows,
                 const InkRows *more)
{
  g_return_if_fail (rows != NULL && more != NULL);

  if (more->n == 0)
    return;
  memcpy (ink_rows_reserve (rows, more->n), more->rows, more->n * sizeof *more->rows);
  rows->n += more->n;
}

/* So many times longer, a list is copied in stretches between the rows of the other. */
#define MUCH_LONGER 16

static void
append (InkRows *all,
        const guint32 *rows,
        guint32 n)
{
  if (n > 0)
    memcpy (all->rows + all->n, rows, n * sizeof *rows);
  all->n += n;
}

static void
weave_in (InkRows *both,
          const InkRows *longer,
          const InkRows *shorter)
{
  guint32 i = 0;

  for (guint32 j = 0; j < shorter->n; j++)
    {
      guint32 next = ink_rows_seek (longer->rows, longer->n, i, shorter->rows[j]);

      append (both, longer->rows + i, next - i);
      i = next;
      if (i == longer->n || longer->rows[i] != shorter->rows[j])
        both->rows[both->n++] = shorter->rows[j];
    }
  append (both, longer->rows + i, longer->n - i);
}

/* Without a branch on which is next. */
static void
merge (InkRows *both,
       const InkRows *a,
       const InkRows *b)
{
  guint32 i = 0, j = 0, n = 0, *out = both->rows;

  while (i < a->n && j < b->n)
    {
      guint32 x = a->rows[i], y = b->rows[j];

      out[n++] = MIN (x, y);
      i += x <= y;
      j += y <= x;
    }
  both->n = n;
  append (both, a->rows + i, a->n - i);
  append (both, b->rows + j, b->n - j);
}

static InkRows *
unite (const InkRows *a,
       const InkRows *b)
{
  InkRows *both = ink_rows_new ();
  const InkRows *longer = a->n >= b->n ? a : b, *shorter = a->n >= b->n ? b : a;

  ink_rows_reserve (both, a->n + b->n);
  if (longer->n / MUCH_LONGER >= shorter->n)
    weave_in (both, longer, shorter);
  else
    merge (both, a, b);

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
