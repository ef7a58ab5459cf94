/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A hash table whose cells lie one after the other: the slots only say where, and enough of the
 * hash that a wrong cell is hardly ever looked at. */
#include "analysis/ink-indicator-cells.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_BITS 10

struct _InkIndicatorCells
{
  GArray *cells;  /* InkIndicatorCell */
  guint64 *slots; /* upper half of the hash, number of the cell + 1; 0 is free */
  guint bits;
};

InkIndicatorCells *
ink_indicator_cells_new (void)
{
  InkIndicatorCells *cells = g_new0 (InkIndicatorCells, 1);

  cells->cells = g_array_new (FALSE, FALSE, sizeof (InkIndicatorCell));
  cells->bits = FIRST_BITS;
  cells->slots = g_new0 (guint64, (gsize) 1 << cells->bits);
  return cells;
}

void
ink_indicator_cells_free (InkIndicatorCells *cells)
{
  if (cells == NULL)
    return;
  g_array_unref (cells->cells);
  g_free (cells->slots);
  g_free (cells);
}

static guint64
hash_of (InkIndicatorStratum stratum,
         guint64 done)
{
  guint64 hash = stratum * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  hash = (hash ^ hash >> 32 ^ done) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash = (hash ^ hash >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return hash ^ hash >> 32;
}

static void
put_slot (InkIndicatorCells *cells,
          guint64 hash,
          guint64 number)
{
  gsize mask = ((gsize) 1 << cells->bits) - 1, slot = (gsize) hash & mask;

  while (cells->slots[slot] != 0)
    slot = (slot + 1) & mask;
  cells->slots[slot] = (hash >> 32 << 32) | (number + 1);
}

static void
grow (InkIndicatorCells *cells)
{
  cells->bits++;
  g_free (cells->slots);
  cells->slots = g_new0 (guint64, (gsize) 1 << cells->bits);
  for (guint i = 0; i < cells->cells->len; i++)
    {
      const InkIndicatorCell *cell = &g_array_index (cells->cells, InkIndicatorCell, i);

      put_slot (cells, hash_of (cell->stratum, cell->done), i);
    }
}

static InkIndicatorCell *
add_cell (InkIndicatorCells *cells,
          InkIndicatorStratum stratum,
          guint64 done,
          guint64 hash)
{
  InkIndicatorCell cell = { .stratum = stratum, .done = done };

  if ((gsize) cells->cells->len * 2 >= (gsize) 1 << cells->bits)
    grow (cells);
  put_slot (cells, hash, cells->cells->len);
  g_array_append_val (cells->cells, cell);
  return &g_array_index (cells->cells, InkIndicatorCell, cells->cells->len - 1);
}

InkIndicatorCell *
ink_indicator_cells_find (InkIndicatorCells *cells,
                          InkIndicatorStratum stratum,
                          guint64 done)
{
  guint64 hash = hash_of (stratum, done);
  gsize mask = ((gsize) 1 << cells->bits) - 1, slot = (gsize) hash & mask;

  for (; cells->slots[slot] != 0; slot = (slot + 1) & mask)
    if (cells->slots[slot] >> 32 == hash >> 32)
      {
        guint number = (guint) (cells->slots[slot] & G_MAXUINT32) - 1;
        InkIndicatorCell *cell = &g_array_index (cells->cells, InkIndicatorCell, number);

        if (cell->stratum == stratum && cell->done == done)
          return cell;
      }

  return add_cell (cells, stratum, done, hash);
}

/* What is sorted is small: a cell is moved once, when its place is known. */
typedef struct
{
  InkIndicatorStratum stratum;
  guint64 done;
  gsize number;
} Key;

static int
compare_keys (const void *a,
              const void *b)
{
  const Key *x = a, *y = b;

  if (x->stratum != y->stratum)
    return x->stratum < y->stratum ? -1 : 1;
  return x->done < y->done ? -1 : x->done > y->done;
}

GArray *
ink_indicator_cells_steal_sorted (InkIndicatorCells *cells)
{
  g_autofree Key *keys = NULL;
  GArray *sorted;
  guint n;

  g_return_val_if_fail (cells != NULL, NULL);

  n = cells->cells->len;
  keys = g_new (Key, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const InkIndicatorCell *cell = &g_array_index (cells->cells, InkIndicatorCell, i);

      keys[i] = (Key){ cell->stratum, cell->done, i };
    }
  qsort (keys, n, sizeof *keys, compare_keys);
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (InkIndicatorCell), n);
  for (guint i = 0; i < n; i++)
    g_array_append_val (sorted,
                        g_array_index (cells->cells, InkIndicatorCell, keys[i].number));
  g_array_set_size (cells->cells, 0);
  memset (cells->slots, 0, sizeof *cells->slots << cells->bits);

  return sorted;
}

static int
compare_cells (const InkIndicatorCell *a,
               const InkIndicatorCell *b)
{
  if (a->stratum != b->stratum)
    return a->stratum < b->stratum ? -1 : 1;
  return a->done < b->done ? -1 : a->done > b->done;
}

static InkIndicatorCell
add_cells (const InkIndicatorCell *a,
           const InkIndicatorCell *b)
{
  InkIndicatorCell sum = *a;

  for (guint half = 0; half < 2; half++)
    {
      ink_time_sum_join (&sum.time[half], &b->time[half]);
      sum.events[half] += b->events[half];
    }
  return sum;
}

GArray *
ink_indicator_cells_merge (const GArray *a,
                           const GArray *b)
{
  GArray *merged;
  guint i = 0, j = 0;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  merged = g_array_sized_new (FALSE, FALSE, sizeof (InkIndicatorCell), MAX (a->len, b->len));
  while (i < a->len || j < b->len)
    {
      const InkIndicatorCell *x = &g_array_index ((GArray *) a, InkIndicatorCell, i);
      const InkIndicatorCell *y = &g_array_index ((GArray *) b, InkIndicatorCell, j);
      int order = i == a->len ? 1 : j == b->len ? -1 : compare_cells (x, y);
      InkIndicatorCell cell = order < 0 ? *x : order > 0 ? *y : add_cells (x, y);

      g_array_append_val (merged, cell);
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }

  return merged;
}
