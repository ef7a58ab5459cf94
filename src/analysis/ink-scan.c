/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scans name codes: 64 bytes at a time where names fit a byte and few are wanted. */
#include "analysis/ink-scan.h"

#include <string.h>

#define LANES 16
#define BLOCK 64
#define MAX_COMPARED 8

typedef guint8 Lanes __attribute__ ((vector_size (LANES)));

/* The bytes of @word, each 0x00 or 0xff, as eight bits. */
static inline guint64
gather_bits (guint64 word)
{
  word = GUINT64_FROM_LE (word) & G_GUINT64_CONSTANT (0x0101010101010101);
  return (word * G_GUINT64_CONSTANT (0x0102040810204080)) >> 56;
}

/* A bit per byte of a block that is one of the keys. */
static inline guint64
match_block (const guint8 *names,
             const Lanes *keys,
             guint n_keys)
{
  guint64 bits = 0;

  for (guint part = 0; part < BLOCK / LANES; part++)
    {
      Lanes lanes, hits = { 0 };
      guint64 words[2];

      memcpy (&lanes, names + part * LANES, LANES);
      for (guint k = 0; k < n_keys; k++)
        hits |= (Lanes) (lanes == keys[k]);
      memcpy (words, &hits, sizeof words);
      bits |= (gather_bits (words[0]) | gather_bits (words[1]) << 8) << (part * LANES);
    }
  return bits;
}

/* The first four rows without a branch, whether or not there are as many: fewer wrong guesses. There
 * is room for a block more than was counted. */
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

static void
scan_bytes (const guint8 *names,
            guint32 first,
            guint32 end,
            const guint32 *wanted,
            guint n_wanted,
            InkRows *rows)
{
  Lanes keys[MAX_COMPARED];
  guint32 row = first;

  for (guint k = 0; k < n_wanted; k++)
    memset (&keys[k], (int) wanted[k], LANES);

  for (; end - row >= BLOCK; row += BLOCK)
    {
      guint64 bits = match_block (names + row, keys, n_wanted);

      if (rows->size - rows->n < BLOCK)
        ink_rows_reserve (rows, BLOCK);
      rows->n += write_rows (bits, row, rows->rows + rows->n);
    }
  for (; row < end; row++)
    for (guint k = 0; k < n_wanted; k++)
      if (names[row] == wanted[k])
        {
          ink_rows_add (rows, row);
          break;
        }
}

static void
scan_by_table (InkCodes names,
               guint32 first,
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

  for (guint32 row = first; row < end; row++)
    {
      guint32 code = ink_codes_get (names, row);

      if (code <= largest && table[code])
        ink_rows_add (rows, row);
    }
}

/**
 * ink_scan_names:
 * @names: the name code of every event
 * @first: the first row to look at
 * @end: the row after the last to look at
 * @wanted: (array length=n_wanted): codes of names, each once
 * @n_wanted: how many
 * @rows: receives the rows, ascending
 */
void
ink_scan_names (InkCodes names,
                guint32 first,
                guint32 end,
                const guint32 *wanted,
                guint n_wanted,
                InkRows *rows)
{
  gboolean bytes = names.width == 1 && n_wanted <= MAX_COMPARED;

  g_return_if_fail (rows != NULL);

  if (n_wanted == 0 || first >= end)
    return;
  for (guint k = 0; k < n_wanted; k++)
    bytes = bytes && wanted[k] <= G_MAXUINT8;
  if (bytes)
    scan_bytes (names.u8, first, end, wanted, n_wanted, rows);
  else
    scan_by_table (names, first, end, wanted, n_wanted, rows);
}
