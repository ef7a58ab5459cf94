/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list of event rows, ascending: the moments of a rule. Shared by reference once it is made. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define INK_NO_ROW G_MAXUINT32

typedef struct
{
  gatomicrefcount ref_count; /* private */
  guint32 n;
  guint32 size;
  guint32 *rows;
} InkRows;

InkRows *ink_rows_new     (void) G_GNUC_WARN_UNUSED_RESULT;
InkRows *ink_rows_ref     (InkRows *rows);
void     ink_rows_unref   (InkRows *rows);
/* Makes room for @more rows after the last; the caller writes them and raises n. */
guint32 *ink_rows_reserve (InkRows *rows, guint32 more);
/* @more: none of which is before the last of @rows. */
void     ink_rows_append  (InkRows *rows, const InkRows *more);
/* All rows of all @lists, each once. */
InkRows *ink_rows_union   (InkRows *const *lists, guint n_lists) G_GNUC_WARN_UNUSED_RESULT;

static inline void
ink_rows_add (InkRows *rows,
              guint32 row)
{
  if (rows->n == rows->size)
    ink_rows_reserve (rows, 1);
  rows->rows[rows->n++] = row;
}

/* The index of the first row that is not below @row, looked for from @from on: near is fast. */
static inline guint32
ink_rows_seek (const guint32 *rows,
               guint32 n,
               guint32 from,
               guint32 row)
{
  guint64 low = from, high, step = 1;

  if (from >= n || rows[from] >= row)
    return from;
  while (low + step < n && rows[low + step] < row)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, (guint64) n);
  while (high - low > 1)
    {
      guint64 middle = low + (high - low) / 2;

      if (rows[middle] < row)
        low = middle;
      else
        high = middle;
    }
  return (guint32) high;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRows, ink_rows_unref)

G_END_DECLS
