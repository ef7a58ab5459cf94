/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scans name codes: 64 bytes at a time where names fit a byte. */
#include "analysis/ink-scan.h"

#include <string.h>

#include "events/ink-person-index.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define LANES 16
#define BLOCK 64
/* Below this a second thread costs more than it gains (storage.md 5). */
#define ROWS_FOR_TWO_THREADS 2000000

/* --- Blocks of bytes --- */

#ifdef __SSE2__

/* A bit per byte of a block that equals @key. */
static inline guint64
match_block (const guint8 *names,
             guint8 key)
{
  const __m128i keys = _mm_set1_epi8 ((char) key);
  guint64 bits = 0;

  for (guint part = 0; part < BLOCK / LANES; part++)
    {
      __m128i lanes;

      memcpy (&lanes, names + part * LANES, LANES);
      bits |= (guint64) (guint16) _mm_movemask_epi8 (_mm_cmpeq_epi8 (lanes, keys))
              << (part * LANES);
    }
  return bits;
}

#else

typedef guint8 Lanes __attribute__ ((vector_size (LANES)));

/* The bytes of @word, each 0x00 or 0xff, as eight bits. */
static inline guint64
gather_bits (guint64 word)
{
  word = GUINT64_FROM_LE (word) & G_GUINT64_CONSTANT (0x0101010101010101);
  return (word * G_GUINT64_CONSTANT (0x0102040810204080)) >> 56;
}

/* A bit per byte of a block that equals @key. */
static inline guint64
match_block (const guint8 *names,
             guint8 key)
{
  Lanes keys;
  guint64 bits = 0;

  memset (&keys, key, sizeof keys);
  for (guint part = 0; part < BLOCK / LANES; part++)
    {
      Lanes lanes, hits;
      guint64 words[2];

      memcpy (&lanes, names + part * LANES, LANES);
      hits = (Lanes) (lanes == keys);
      memcpy (words, &hits, sizeof words);
      bits |= (gather_bits (words[0]) | gather_bits (words[1]) << 8) << (part * LANES);
    }
  return bits;
}

#endif

/* The first four rows without a branch, whether or not there are as many: fewer wrong guesses.
 * There is room for a block more than was counted. */
static inline guint32
write_rows (guint64 bits,
            guint32 row,
            guint32 *out)
{
  guint32 n = 0;

  for (guint k = 0; k < 4; k++)
    {
      out[n] = row + (guint32) __builtin_ctzll (bits | G_GUINT64_CONSTANT (1) << 63);
      n += bits != 0;
      bits &= bits - 1;
    }
  for (; bits != 0; bits &= bits - 1)
    out[n++] = row + (guint32) __builtin_ctzll (bits);
  return n;
}

/* --- Passes --- */

typedef struct
{
  InkCodes names;
  guint32 first;
  guint32 end;
  const guint32 *wanted;
  guint n_wanted;
  InkRows *const *lists;
  gboolean counted; /* the lists have room for exactly what there is */
  guint32 counts[INK_SCAN_MAX];
} Pass;

/* Into room that was counted: no more is written than there is, as another thread's begins behind it. */
static inline void
write_counted (InkRows *rows,
               guint64 bits,
               guint32 row)
{
  if (rows->size - rows->n >= BLOCK)
    rows->n += write_rows (bits, row, rows->rows + rows->n);
  else
    for (; bits != 0; bits &= bits - 1)
      rows->rows[rows->n++] = row + (guint32) __builtin_ctzll (bits);
}

static void
scan_bytes (const Pass *pass)
{
  const guint8 *names = pass->names.u8;
  guint32 row = pass->first;

  for (; pass->end - row >= BLOCK; row += BLOCK)
    for (guint k = 0; k < pass->n_wanted; k++)
      {
        InkRows *rows = pass->lists[k];
        guint64 bits = match_block (names + row, (guint8) pass->wanted[k]);

        if (!pass->counted && rows->size - rows->n < BLOCK)
          ink_rows_reserve (rows, BLOCK);
        write_counted (rows, bits, row);
      }
  for (; row < pass->end; row++)
    for (guint k = 0; k < pass->n_wanted; k++)
      if (names[row] == pass->wanted[k])
        ink_rows_add (pass->lists[k], row);
}

/* How many there are of each, added to @counts. */
static void
count_bytes (const Pass *pass,
             guint32 *counts)
{
  const guint8 *names = pass->names.u8;
  guint32 row = pass->first;

  for (; pass->end - row >= BLOCK; row += BLOCK)
    for (guint k = 0; k < pass->n_wanted; k++)
      counts[k] += ink_count_bits (match_block (names + row, (guint8) pass->wanted[k]));
  for (; row < pass->end; row++)
    for (guint k = 0; k < pass->n_wanted; k++)
      counts[k] += names[row] == pass->wanted[k];
}

static void
scan_by_table (const Pass *pass)
{
  guint32 largest = 0;
  g_autofree guint8 *table = NULL;

  for (guint k = 0; k < pass->n_wanted; k++)
    largest = MAX (largest, pass->wanted[k]);
  table = g_malloc0 ((gsize) largest + 1);
  for (guint k = 0; k < pass->n_wanted; k++)
    table[pass->wanted[k]] = (guint8) (k + 1);

  for (guint32 row = pass->first; row < pass->end; row++)
    {
      guint32 code = ink_codes_get (pass->names, row);

      if (code <= largest && table[code] != 0)
        ink_rows_add (pass->lists[table[code] - 1], row);
    }
}

static gboolean
has_bytes (const Pass *pass)
{
  gboolean bytes = pass->names.width == 1;

  for (guint k = 0; k < pass->n_wanted; k++)
    bytes = bytes && pass->wanted[k] <= G_MAXUINT8;
  return bytes;
}

static gpointer
scan_pass (gpointer data)
{
  const Pass *pass = data;

  if (has_bytes (pass))
    scan_bytes (pass);
  else
    scan_by_table (pass);

  return NULL;
}

static gpointer
count_pass (gpointer data)
{
  Pass *pass = data;

  count_bytes (pass, pass->counts);
  return NULL;
}

static void
run_both (GThreadFunc func,
          Pass *low,
          Pass *high)
{
  GThread *thread = g_thread_new ("ink-scan", func, high);

  func (low);
  g_thread_join (thread);
}

/* Both halves of the rows at the same time. They are counted first: then there is room for each to
 * write where it belongs, and nothing is copied. */
static void
scan_counted (const Pass *whole,
              Pass *low,
              Pass *high)
{
  InkRows views[2][INK_SCAN_MAX];
  InkRows *lists[2][INK_SCAN_MAX];

  run_both (count_pass, low, high);
  for (guint k = 0; k < whole->n_wanted; k++)
    {
      guint32 *room = ink_rows_reserve (whole->lists[k], low->counts[k] + high->counts[k]);

      views[0][k] = (InkRows){ .rows = room, .size = low->counts[k] };
      views[1][k] = (InkRows){ .rows = room + low->counts[k], .size = high->counts[k] };
      lists[0][k] = &views[0][k];
      lists[1][k] = &views[1][k];
    }
  low->lists = lists[0];
  high->lists = lists[1];
  low->counted = high->counted = TRUE;
  run_both (scan_pass, low, high);
  for (guint k = 0; k < whole->n_wanted; k++)
    whole->lists[k]->n += low->counts[k] + high->counts[k];
}

/* The second half of the rows, into lists of its own, at the same time as the first. */
static void
scan_and_append (const Pass *whole,
                 Pass *low,
                 Pass *high)
{
  InkRows *lists[INK_SCAN_MAX];

  for (guint k = 0; k < whole->n_wanted; k++)
    lists[k] = ink_rows_new ();
  high->lists = lists;
  run_both (scan_pass, low, high);
  for (guint k = 0; k < whole->n_wanted; k++)
    {
      ink_rows_append (whole->lists[k], lists[k]);
      ink_rows_unref (lists[k]);
    }
}

static void
scan_in_two (const Pass *whole)
{
  Pass low = *whole, high = *whole;

  low.end = high.first = whole->first + (whole->end - whole->first) / 2;
  if (has_bytes (whole))
    scan_counted (whole, &low, &high);
  else
    scan_and_append (whole, &low, &high);
}

/**
 * ink_scan_each:
 * @names: the name code of every event
 * @end: the row after the last to look at
 * @wanted: (array length=n_wanted): codes of names, each once
 * @n_wanted: how many, at most INK_SCAN_MAX
 * @lists: (array length=n_wanted): receive the rows, ascending
 */
void
ink_scan_each (InkCodes names,
               guint32 end,
               const guint32 *wanted,
               guint n_wanted,
               InkRows *const *lists)
{
  Pass pass = { .names = names, .end = end, .wanted = wanted, .n_wanted = n_wanted, .lists = lists };

  g_return_if_fail (n_wanted <= INK_SCAN_MAX);

  if (n_wanted == 0 || end == 0)
    return;
  if (end >= ROWS_FOR_TWO_THREADS && g_get_num_processors () > 1)
    scan_in_two (&pass);
  else
    scan_pass (&pass);
}

/* --- Any of many names --- */

static void
scan_any (InkCodes names,
          guint32 end,
          const guint32 *wanted,
          guint n_wanted,
          InkRows *rows)
{
  guint32 largest = 0;
  g_autofree guint8 *table = NULL;

  for (guint k = 0; k < n_wanted; k++)
    largest = MAX (largest, wanted[k]);
  table = g_malloc0 ((gsize) largest + 1);
  for (guint k = 0; k < n_wanted; k++)
    table[wanted[k]] = 1;
  for (guint32 row = 0; row < end; row++)
    {
      guint32 code = ink_codes_get (names, row);

      if (code <= largest && table[code])
        ink_rows_add (rows, row);
    }
}

/**
 * ink_scan_names:
 * @names: the name code of every event
 * @end: the row after the last to look at
 * @wanted: (array length=n_wanted): codes of names, each once
 * @n_wanted: how many
 * @rows: receives the rows, ascending
 */
void
ink_scan_names (InkCodes names,
                guint32 end,
                const guint32 *wanted,
                guint n_wanted,
                InkRows *rows)
{
  g_return_if_fail (rows != NULL);

  if (n_wanted == 1)
    ink_scan_each (names, end, wanted, 1, &rows);
  else if (n_wanted > 1)
    scan_any (names, end, wanted, n_wanted, rows);
}
