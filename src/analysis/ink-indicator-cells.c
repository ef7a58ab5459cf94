/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A hash table whose cells lie one after the other: the slots only say where, and enough of the
 * hash that a wrong cell is hardly ever looked at. */
#include "analysis/ink-indicator-cells.h"

#include <string.h>

#define FIRST_BITS 10
/* Pieces that are added together: enough that memory answers the first before the last is asked. */
#define BATCH 64

typedef struct
{
  InkIndicatorPiece piece;
  guint64 hash;
} Waiting;

struct _InkIndicatorCells
{
  GArray *cells;  /* InkIndicatorCell */
  guint64 *slots; /* upper half of the hash, number of the cell + 1; 0 is free */
  guint bits;
  Waiting waiting[BATCH];
  guint n_waiting;
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

static inline gsize
slot_of (const InkIndicatorCells *cells,
         guint64 hash)
{
  return (gsize) hash & (((gsize) 1 << cells->bits) - 1);
}

static InkIndicatorCell *
find_hashed (InkIndicatorCells *cells,
             InkIndicatorStratum stratum,
             guint64 done,
             guint64 hash)
{
  gsize mask = ((gsize) 1 << cells->bits) - 1, slot = slot_of (cells, hash);

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

/* A cell that is not there yet has nothing to fetch. */
static void
fetch_cell (const InkIndicatorCells *cells,
            guint64 hash)
{
  guint64 slot = cells->slots[slot_of (cells, hash)];

  if (slot != 0)
    __builtin_prefetch (
        &g_array_index (cells->cells, InkIndicatorCell, (guint) (slot & G_MAXUINT32) - 1));
}

static void
add_piece (InkIndicatorCell *cell,
           const InkIndicatorPiece *piece)
{
  for (guint half = 0; half < 2; half++)
    {
      ink_time_sum_add (&cell->time[half], piece->time[half]);
      cell->events[half] += piece->events[half];
    }
}

static void
add_waiting (InkIndicatorCells *cells)
{
  for (guint i = 0; i < cells->n_waiting; i++)
    fetch_cell (cells, cells->waiting[i].hash);
  for (guint i = 0; i < cells->n_waiting; i++)
    {
      const Waiting *waiting = &cells->waiting[i];

      add_piece (find_hashed (cells, waiting->piece.stratum, waiting->piece.done, waiting->hash),
                 &waiting->piece);
    }
  cells->n_waiting = 0;
}

InkIndicatorCell *
ink_indicator_cells_find (InkIndicatorCells *cells,
                          InkIndicatorStratum stratum,
                          guint64 done)
{
  g_return_val_if_fail (cells != NULL, NULL);

  return find_hashed (cells, stratum, done, hash_of (stratum, done));
}

void
ink_indicator_cells_add (InkIndicatorCells *cells,
                         const InkIndicatorPiece *piece)
{
  Waiting *waiting;

  g_return_if_fail (cells != NULL && piece != NULL);

  if (cells->n_waiting == BATCH)
    add_waiting (cells);
  waiting = &cells->waiting[cells->n_waiting++];
  waiting->piece = *piece;
  waiting->hash = hash_of (piece->stratum, piece->done);
  __builtin_prefetch (&cells->slots[slot_of (cells, waiting->hash)]);
}

/* ---- In order ---- */

#define DIGIT_BITS 8
#define N_DIGITS (1 << DIGIT_BITS)

/* What is sorted is small: a cell is moved once, when its place is known. */
typedef struct
{
  guint64 words[2]; /* done, stratum */
  gsize number;
} Key;

/* By one digit; what is equal in it keeps its order. */
static void
sort_by_digit (const Key *keys,
               Key *sorted,
               guint n,
               guint word,
               guint shift)
{
  guint32 places[N_DIGITS] = { 0 }, sum = 0;

  for (guint i = 0; i < n; i++)
    places[keys[i].words[word] >> shift & (N_DIGITS - 1)]++;
  for (guint digit = 0; digit < N_DIGITS; digit++)
    {
      guint32 count = places[digit];

      places[digit] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    sorted[places[keys[i].words[word] >> shift & (N_DIGITS - 1)]++] = keys[i];
}

/* From the least digit to the greatest, without those that are the same everywhere. @keys and @room
 * change places; the sorted one is returned. */
static Key *
sort_keys (Key *keys,
           Key *room,
           guint n)
{
  guint64 differs[2] = { 0 };

  for (guint i = 1; i < n; i++)
    for (guint word = 0; word < 2; word++)
      differs[word] |= keys[i].words[word] ^ keys[0].words[word];
  for (guint word = 0; word < 2; word++)
    for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
      if (differs[word] >> shift & (N_DIGITS - 1))
        {
          Key *sorted = room;

          sort_by_digit (keys, sorted, n, word, shift);
          room = keys;
          keys = sorted;
        }

  return keys;
}

GArray *
ink_indicator_cells_steal_sorted (InkIndicatorCells *cells)
{
  g_autofree Key *keys = NULL;
  g_autofree Key *room = NULL;
  const Key *in_order;
  InkIndicatorCell *moved;
  GArray *sorted;
  guint n;

  g_return_val_if_fail (cells != NULL, NULL);

  add_waiting (cells);
  n = cells->cells->len;
  keys = g_new (Key, n + 1);
  room = g_new (Key, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const InkIndicatorCell *cell = &g_array_index (cells->cells, InkIndicatorCell, i);

      keys[i] = (Key){ { cell->done, cell->stratum }, i };
    }
  in_order = sort_keys (keys, room, n);
  sorted = g_array_sized_new (FALSE, FALSE, sizeof (InkIndicatorCell), n);
  g_array_set_size (sorted, n);
  moved = (InkIndicatorCell *) (void *) sorted->data;
  for (guint i = 0; i < n; i++)
    moved[i] = g_array_index (cells->cells, InkIndicatorCell, in_order[i].number);
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

  merged = g_array_sized_new (FALSE, FALSE, sizeof (InkIndicatorCell), a->len + b->len);
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
