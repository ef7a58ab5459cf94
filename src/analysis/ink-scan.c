/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scans name codes: sixteen bytes at a time where names fit a byte and few are wanted. */
#include "analysis/ink-scan.h"

#include <string.h>

#define LANES 16
#define MAX_COMPARED 8

typedef guint8 Lanes __attribute__ ((vector_size (LANES)));

/* Each byte of @word is 0x00 or 0xff: one row per non-zero byte. */
static inline guint32
write_hits (guint64 word,
            guint32 row,
            guint32 *out)
{
  guint32 n = 0;

  word = GUINT64_FROM_LE (word);
  while (word != 0)
    {
      guint byte = (guint) __builtin_ctzll (word) / 8;

      out[n++] = row + byte;
      word &= ~(G_GUINT64_CONSTANT (0xff) << (8 * byte));
    }
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

  for (; end - row >= LANES; row += LANES)
    {
      Lanes block, hits = { 0 };
      guint64 words[2];

      memcpy (&block, names + row, LANES);
      for (guint k = 0; k < n_wanted; k++)
        hits |= (Lanes) (block == keys[k]);
      memcpy (words, &hits, sizeof words);
      if ((words[0] | words[1]) == 0)
        continue;
      ink_rows_reserve (rows, LANES);
      rows->n += write_hits (words[0], row, rows->rows + rows->n);
      rows->n += write_hits (words[1], row + 8, rows->rows + rows->n);
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
