/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The blocks of a column: gathered in the order of the sort and encoded while they are in the
 * cache, counting what the schema says of them. */
#include "events/ink-column-private.h"

#include <math.h>

#include "events/ink-distinct-private.h"
#include "events/ink-value-codes-private.h"

/* Numbers of hundredths that are told apart by bits, 256 KiB of them. */
#define SMALL_NUMBERS (1 << 21)

typedef struct
{
  InkColumn *column;
  InkColumnCounts *counts;
  InkDistinct distinct;
  guint64 *small; /* by hundredths plus half of SMALL_NUMBERS */
  guint8 *seen;  /* by code */
  guint8 *kinds; /* by code; NULL where every value is a text */
  void *buffer;
} Encoding;

#define GATHER(type, from)                                                                        \
  static const type *gather_##type (Encoding *encoding, const guint32 *rows, guint32 start,       \
                                    guint32 n)                                                    \
  {                                                                                               \
    const type *data = (from);                                                                    \
    type *out = encoding->buffer;                                                                 \
                                                                                                  \
    if (rows == NULL)                                                                             \
      return data + start;                                                                        \
    for (guint32 i = 0; i < n; i++)                                                               \
      out[i] = data[rows[start + i]];                                                             \
    return out;                                                                                   \
  }

GATHER (guint8, encoding->column->u8)
GATHER (guint16, encoding->column->u16)
GATHER (guint32, encoding->column->u32)
GATHER (gint32, encoding->column->hundredths)
GATHER (double, encoding->column->doubles)
GATHER (gint64, encoding->column->times)

static void
count_code (Encoding *encoding,
            guint32 code)
{
  if (code == 0)
    return;
  encoding->counts->filled++;
  encoding->seen[code] = TRUE;
  if (encoding->kinds != NULL)
    encoding->counts->kinds[encoding->kinds[code]]++;
}

static void
count_hundredths (Encoding *encoding,
                  const gint32 *hundredths,
                  guint32 n)
{
  if (encoding->small == NULL)
    encoding->small = g_new0 (guint64, SMALL_NUMBERS / 64);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 place = (guint32) hundredths[i] + SMALL_NUMBERS / 2;

      if (hundredths[i] == G_MININT32)
        continue;
      encoding->counts->filled++;
      if (G_LIKELY (place < SMALL_NUMBERS))
        encoding->small[place / 64] |= (guint64) 1 << (place % 64);
      else
        ink_distinct_add (&encoding->distinct, (guint32) hundredths[i]);
    }
}

/* Of a column of nothing but texts. */
static void
count_texts (Encoding *encoding,
             const guint32 *codes,
             guint32 n)
{
  guint8 *seen = encoding->seen;
  guint32 filled = 0;

  for (guint32 i = 0; i < n; i++)
    {
      seen[codes[i]] = TRUE;
      filled += codes[i] != 0;
    }
  encoding->counts->filled += filled;
}

static InkBlock *
encode_codes (Encoding *encoding,
              const char *name,
              guint32 seq,
              const guint32 *rows,
              guint32 n)
{
  guint width = encoding->column->width;
  guint32 start = seq * INK_BLOCK_ROWS;
  const void *codes;

  if (width == 1)
    {
      const guint8 *gathered = codes = gather_guint8 (encoding, rows, start, n);
      guint32 histogram[256] = { 0 };

      for (guint32 i = 0; i < n; i++)
        histogram[gathered[i]]++;
      for (guint32 code = 1; code < 256; code++)
        if (histogram[code] > 0)
          {
            count_code (encoding, code);
            encoding->counts->filled += histogram[code] - 1;
            if (encoding->kinds != NULL)
              encoding->counts->kinds[encoding->kinds[code]] += histogram[code] - 1;
          }
    }
  else if (width == 2)
    {
      const guint16 *gathered = codes = gather_guint16 (encoding, rows, start, n);

      for (guint32 i = 0; i < n; i++)
        count_code (encoding, gathered[i]);
    }
  else
    {
      const guint32 *gathered = codes = gather_guint32 (encoding, rows, start, n);

      if (encoding->kinds == NULL)
        count_texts (encoding, gathered, n);
      for (guint32 i = 0; i < n && encoding->kinds != NULL; i++)
        count_code (encoding, gathered[i]);
    }
  return ink_encode_codes (name, seq, codes, width, n, TRUE);
}

static InkBlock *
encode_block (Encoding *encoding,
              const char *name,
              guint32 seq,
              const guint32 *rows,
              guint32 n)
{
  guint32 start = seq * INK_BLOCK_ROWS;
  InkColumnCounts *counts = encoding->counts;
  const gint32 *hundredths;
  const double *doubles;
  const gint64 *times;

  switch (encoding->column->form)
    {
    case INK_FORM_CODES:
      return encode_codes (encoding, name, seq, rows, n);
    case INK_FORM_HUNDREDTHS:
      hundredths = gather_gint32 (encoding, rows, start, n);
      count_hundredths (encoding, hundredths, n);
      return ink_encode_hundredths (name, seq, hundredths, n);
    case INK_FORM_DOUBLES:
      doubles = gather_double (encoding, rows, start, n);
      for (guint32 i = 0; i < n; i++)
        if (!isnan (doubles[i]))
          {
            guint64 word;

            counts->filled++;
            memcpy (&word, &doubles[i], 8);
            ink_distinct_add (&encoding->distinct, word);
          }
      return ink_encode_doubles (name, seq, doubles, n);
    case INK_FORM_TIMES:
      times = gather_gint64 (encoding, rows, start, n);
      for (guint32 i = 0; i < n; i++)
        if (times[i] != INK_TIME_NONE)
          {
            counts->filled++;
            ink_distinct_add (&encoding->distinct, (guint64) times[i]);
          }
      return ink_encode_times (name, seq, times, n);
    case INK_FORM_EMPTY:
    default:
      return ink_block_end (ink_block_begin (), name, seq, n, INK_CODEC_EMPTY, 0, 0);
    }
}

static void
begin_counting (Encoding *encoding)
{
  InkDictionary *values = encoding->column->values;
  guint32 n;

  memset (encoding->counts, 0, sizeof *encoding->counts);
  if (encoding->column->form != INK_FORM_CODES)
    return;
  n = ink_dictionary_size (values) + 1;
  encoding->seen = g_malloc0 (n + 1);
  for (guint32 code = 1; code < n; code++)
    {
      const char *entry = ink_dictionary_get (values, code - 1);

      if (entry[0] != '\0' && encoding->kinds == NULL)
        continue;
      if (encoding->kinds == NULL)
        {
          encoding->kinds = g_malloc (n + 1);
          memset (encoding->kinds, INK_KIND_TEXT, n + 1);
        }
      encoding->kinds[code] = entry[0] != '\0' ? INK_KIND_TEXT : (guint8) entry[1];
    }
}

static void
end_counting (Encoding *encoding)
{
  InkColumnCounts *counts = encoding->counts;

  switch (encoding->column->form)
    {
    case INK_FORM_CODES:
      if (encoding->kinds == NULL)
        counts->kinds[INK_KIND_TEXT] = counts->filled;
      for (guint32 code = 1; code <= ink_dictionary_size (encoding->column->values); code++)
        counts->distinct += encoding->seen[code];
      break;
    case INK_FORM_HUNDREDTHS:
      for (guint i = 0; encoding->small != NULL && i < SMALL_NUMBERS / 64; i++)
        counts->distinct += (guint64) __builtin_popcountll (encoding->small[i]);
      counts->distinct += encoding->distinct.n;
      counts->kinds[INK_KIND_NUMBER] = counts->filled;
      break;
    case INK_FORM_DOUBLES:
      counts->kinds[INK_KIND_NUMBER] = counts->filled;
      counts->distinct = encoding->distinct.n;
      break;
    case INK_FORM_TIMES:
      counts->kinds[INK_KIND_TIME] = counts->filled;
      counts->distinct = encoding->distinct.n;
      break;
    case INK_FORM_EMPTY:
    default:
      break;
    }
}

GPtrArray *
ink_column_encode (InkColumn *column,
                   const char *block_column,
                   const guint32 *rows,
                   guint32 n_rows,
                   InkColumnCounts *counts,
                   GCancellable *cancellable)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);
  Encoding encoding = { .column = column, .counts = counts };

  begin_counting (&encoding);
  encoding.buffer = g_malloc (INK_BLOCK_ROWS * 8);
  for (guint32 seq = 0; (guint64) seq * INK_BLOCK_ROWS < n_rows; seq++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      g_ptr_array_add (blocks,
                       encode_block (&encoding, block_column, seq, rows,
                                     MIN (n_rows - seq * INK_BLOCK_ROWS, INK_BLOCK_ROWS)));
    }
  end_counting (&encoding);
  g_free (encoding.buffer);
  g_free (encoding.seen);
  g_free (encoding.kinds);
  g_free (encoding.small);
  ink_distinct_clear (&encoding.distinct);

  return blocks;
}
