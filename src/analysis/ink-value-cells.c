/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts by code, on two threads where there are many rows; numbers get codes first. */
#include "analysis/ink-value-cells.h"

#include <math.h>
#include <string.h>

/* Below this a second thread costs more than it gains (storage.md 5). */
#define ROWS_FOR_TWO_THREADS 2000000

/* --- Counting --- */

typedef struct
{
  const InkValueRows *rows;
  InkCodes codes;
  guint32 first;
  guint32 end;
  InkValueCell *cells;
  guint32 people;
} Pass;

static inline void
count (Pass *pass,
       guint width,
       gboolean listed)
{
  const InkCodes codes = { .width = width, .data = pass->codes.data };
  guint32 last = INK_NO_PERSON;

  for (guint32 i = pass->first; i < pass->end; i++)
    {
      guint32 row = listed ? pass->rows->list[i] : i, code = ink_codes_get (codes, row);
      guint32 person = ink_value_rows_person (pass->rows, row);
      InkValueCell *cell = &pass->cells[code];

      cell->rows++;
      cell->people += cell->person != person;
      cell->person = person;
      pass->people += (code != 0) & (person != last);
      last = code != 0 ? person : last;
    }
}

static gpointer
run_pass (gpointer data)
{
  Pass *pass = data;
  gboolean listed = pass->rows->list != NULL;

  if (pass->codes.width == 1)
    count (pass, 1, listed);
  else if (pass->codes.width == 2)
    count (pass, 2, listed);
  else
    count (pass, 4, listed);
  return NULL;
}

static InkValueCell *
make_cells (guint32 n)
{
  InkValueCell *cells = g_new0 (InkValueCell, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++)
    cells[i].person = INK_NO_PERSON;
  return cells;
}

/* Where the second half begins: at a person's first row, so that nobody is counted twice. */
static guint32
find_middle (const InkValueRows *rows,
             guint32 n)
{
  guint32 middle = n / 2;
  guint32 person = ink_value_rows_person (rows, ink_value_rows_get (rows, middle));

  while (middle < n
         && ink_value_rows_person (rows, ink_value_rows_get (rows, middle)) == person)
    middle++;
  return middle;
}

static void
count_in_two (Pass *whole,
              guint32 n_values)
{
  Pass low = *whole, high = *whole;
  g_autofree InkValueCell *cells = make_cells (n_values);
  GThread *thread;

  low.end = high.first = find_middle (whole->rows, whole->end);
  high.cells = cells;
  thread = g_thread_new ("ink-values", run_pass, &high);
  run_pass (&low);
  g_thread_join (thread);
  for (guint32 i = 0; i < n_values; i++)
    {
      whole->cells[i].rows += cells[i].rows;
      whole->cells[i].people += cells[i].people;
    }
  whole->people = low.people + high.people;
}

/* Rows beyond a column that an import cut short carry nothing. */
static guint32
count_carriers (const InkValueRows *rows,
                guint32 n_rows)
{
  guint32 n = rows->n;

  while (n > 0 && ink_value_rows_get (rows, n - 1) >= n_rows)
    n--;
  return n;
}

static void
count_codes (InkValueCells *cells,
             const InkValueRows *rows,
             InkCodes codes,
             guint32 n)
{
  Pass pass = { rows, codes, 0, n, cells->cells, 0 };

  if (n >= ROWS_FOR_TWO_THREADS && cells->n_values < n / 2 && g_get_num_processors () > 1)
    count_in_two (&pass, cells->n_values);
  else
    run_pass (&pass);
  cells->people = pass.people;
  for (guint32 code = 1; code < cells->n_values; code++)
    {
      cells->filled += cells->cells[code].rows;
      cells->distinct += cells->cells[code].rows > 0;
    }
}

/* --- Numbers and times --- */

/* A code per number, given when it is first met. */
typedef struct
{
  guint32 *slots; /* codes, 0: free */
  guint32 mask;
  GArray *values; /* of InkValue */
} Coding;

/* Numbers that are written with few digits end in many zeros. */
static inline guint32
find_slot (const Coding *coding,
           guint64 bits)
{
  bits = (bits ^ bits >> 32) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) (bits >> 32) & coding->mask;
}

static void
coding_grow (Coding *coding,
             gboolean times)
{
  guint32 size = (coding->mask + 1) * 2;

  g_free (coding->slots);
  coding->slots = g_new0 (guint32, size);
  coding->mask = size - 1;
  for (guint32 code = 1; code < coding->values->len; code++)
    {
      const InkValue *value = &g_array_index (coding->values, InkValue, code);
      guint64 bits;
      guint32 slot;

      memcpy (&bits, times ? (const void *) &value->time : (const void *) &value->number, 8);
      slot = find_slot (coding, bits);
      while (coding->slots[slot] != 0)
        slot = (slot + 1) & coding->mask;
      coding->slots[slot] = code;
    }
}

static guint32
coding_find (Coding *coding,
             InkValue value)
{
  gboolean times = value.kind == INK_KIND_TIME;
  guint64 bits;
  guint32 slot;

  if (!times && value.number == 0)
    value.number = 0; /* not the negative one */
  memcpy (&bits, times ? (const void *) &value.time : (const void *) &value.number, 8);
  slot = find_slot (coding, bits);
  while (coding->slots[slot] != 0)
    {
      guint32 code = coding->slots[slot];

      if (ink_value_equal (g_array_index (coding->values, InkValue, code), value))
        return code;
      slot = (slot + 1) & coding->mask;
    }
  coding->slots[slot] = coding->values->len;
  g_array_append_val (coding->values, value);
  if (coding->values->len > coding->mask / 2)
    coding_grow (coding, times);
  return coding->values->len - 1;
}

/* Codes of all rows of the property that are looked at, by row. */
static guint32 *
give_codes (InkValueCells *cells,
            const InkValueRows *rows,
            guint32 n)
{
  const InkProperty *property = rows->property;
  InkValue absent = INK_VALUE_ABSENT;
  Coding coding = { g_new0 (guint32, 1024), 1023, g_array_new (FALSE, FALSE, sizeof (InkValue)) };
  guint32 *codes = g_new (guint32, (gsize) property->n_rows + 1);

  g_array_append_val (coding.values, absent);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 row = ink_value_rows_get (rows, i);
      InkValue value = ink_property_get (property, row);

      codes[row] = value.kind == INK_KIND_ABSENT ? 0 : coding_find (&coding, value);
    }
  cells->n_values = coding.values->len;
  cells->values = cells->own = (InkValue *) (void *) g_array_free (coding.values, FALSE);
  g_free (coding.slots);
  return codes;
}

/* --- All --- */

InkValueCells *
ink_value_cells_new (const InkValueRows *rows)
{
  InkValueCells *cells = g_new0 (InkValueCells, 1);
  g_autofree guint32 *given = NULL;
  InkCodes codes;
  guint32 n;

  g_atomic_ref_count_init (&cells->ref_count);
  cells->rows = rows->n;
  if (rows->property == NULL)
    return cells;
  cells->property = ink_property_ref (rows->property);
  n = count_carriers (rows, rows->property->n_rows);
  codes = rows->property->codes;
  cells->values = rows->property->values;
  cells->n_values = rows->property->n_values;
  if (rows->property->layout != INK_LAYOUT_CODES)
    {
      given = give_codes (cells, rows, n);
      codes = (InkCodes){ .width = 4, .data = given };
    }
  cells->cells = make_cells (cells->n_values);
  count_codes (cells, rows, codes, n);
  return cells;
}

InkValueCells *
ink_value_cells_ref (InkValueCells *cells)
{
  g_return_val_if_fail (cells != NULL, NULL);

  g_atomic_ref_count_inc (&cells->ref_count);
  return cells;
}

void
ink_value_cells_unref (InkValueCells *cells)
{
  g_return_if_fail (cells != NULL);

  if (!g_atomic_ref_count_dec (&cells->ref_count))
    return;
  g_clear_pointer (&cells->property, ink_property_unref);
  g_free (cells->own);
  g_free (cells->cells);
  g_free (cells);
}

/* --- The most frequent --- */

static gboolean
is_before (const InkValueCells *cells,
           guint32 a,
           guint32 b)
{
  guint32 x = cells->cells[a].rows, y = cells->cells[b].rows;

  return x != y ? x > y : a < b;
}

/* The last of the heap is on top. */
static void
sink (const InkValueCells *cells,
      guint32 *heap,
      guint32 n,
      guint32 place)
{
  guint32 code = heap[place];

  for (;;)
    {
      guint32 child = 2 * place + 1;

      if (child + 1 < n && is_before (cells, heap[child], heap[child + 1]))
        child++;
      if (child >= n || !is_before (cells, code, heap[child]))
        break;
      heap[place] = heap[child];
      place = child;
    }
  heap[place] = code;
}

guint32 *
ink_value_cells_top (const InkValueCells *cells,
                     const guint32 *codes,
                     guint32 n,
                     guint32 most,
                     guint32 *n_top)
{
  guint32 size = MIN (n, most);
  guint32 *heap = g_new (guint32, (gsize) size + 1);

  *n_top = size;
  if (size == 0)
    return heap;
  memcpy (heap, codes, size * sizeof *heap);
  for (guint32 i = size / 2; i-- > 0;)
    sink (cells, heap, size, i);
  for (guint32 i = size; i < n; i++)
    if (is_before (cells, codes[i], heap[0]))
      {
        heap[0] = codes[i];
        sink (cells, heap, size, 0);
      }
  for (guint32 left = size; left-- > 1;)
    {
      guint32 last = heap[0];

      heap[0] = heap[left];
      heap[left] = last;
      sink (cells, heap, left, 0);
    }
  return heap;
}
