/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Codec of times: differences in the largest unit common to the block, byte-packed.
 *
 * Two bits say how many bytes a difference takes. Absent times repeat the one before and stand in
 * a bit set. */
#include "events/ink-block-private.h"

#include "base/ink-time.h"

static const gint64 units[] = { 1, INK_MILLISECOND, INK_SECOND, INK_MINUTE, INK_DAY };

/* Bytes of a difference by its two bits; the block says which row of the table it uses. */
static const guint8 lengths[][4] = { { 1, 2, 3, 8 }, { 2, 3, 4, 8 }, { 0, 1, 4, 8 } };
static const guint64 masks[9] = {
  0,
  0xff,
  0xffff,
  0xffffff,
  0xffffffff,
  G_GUINT64_CONSTANT (0xffffffffff),
  G_GUINT64_CONSTANT (0xffffffffffff),
  G_GUINT64_CONSTANT (0xffffffffffffff),
  G_MAXUINT64,
};

static guint
largest_unit (const gint64 *times,
              guint32 n)
{
  guint unit = G_N_ELEMENTS (units) - 1;

  for (guint32 i = 0; i < n && unit > 0; i++)
    while (times[i] != INK_TIME_NONE && times[i] % units[unit] != 0)
      unit--;
  return unit;
}

static guint
bytes_needed (guint64 difference)
{
  return difference == 0 ? 0 : (guint) (71 - __builtin_clzll (difference)) / 8;
}

static guint
shortest_table (const guint64 *differences,
                guint32 n)
{
  gsize count[9] = { 0 }, best = G_MAXSIZE;
  guint table = 0;

  for (guint32 i = 0; i < n; i++)
    count[bytes_needed (differences[i])]++;
  for (guint t = 0; t < G_N_ELEMENTS (lengths); t++)
    {
      gsize total = 0;

      for (guint needed = 0, k = 0; needed <= 8; needed++)
        {
          while (lengths[t][k] < needed)
            k++;
          total += count[needed] * lengths[t][k];
        }
      if (total < best)
        {
          best = total;
          table = t;
        }
    }
  return table;
}

static gsize
pack (const guint64 *differences,
      guint32 n,
      guint table,
      guint8 *controls,
      guint8 *data)
{
  guint8 *p = data;

  for (guint32 i = 0; i < n; i++)
    {
      guint k = 0, needed = bytes_needed (differences[i]);

      while (lengths[table][k] < needed)
        k++;
      memcpy (p, &differences[i], 8);
      p += lengths[table][k];
      controls[i >> 2] |= (guint8) (k << (2 * (i & 3)));
    }
  return (gsize) (p - data);
}

InkBlock *
ink_encode_times (const char *column,
                  guint32 seq,
                  const gint64 *times,
                  guint32 n)
{
  guint unit = largest_unit (times, n), table;
  g_autofree guint64 *differences = g_new (guint64, n + 1);
  g_autofree guint8 *absent = g_malloc0 (n / 8 + 1);
  g_autofree guint8 *packed = NULL;
  gint64 before = 0, low = G_MAXINT64, high = G_MININT64;
  GByteArray *payload = ink_block_begin ();
  gsize n_controls = (n + 3) / 4, n_packed;
  guint32 n_absent = 0;

  for (guint32 i = 0; i < n; i++)
    {
      differences[i] = 0;
      if (times[i] == INK_TIME_NONE)
        {
          absent[i / 8] |= (guint8) (1 << (i % 8));
          n_absent++;
          continue;
        }
      low = MIN (low, times[i]);
      high = MAX (high, times[i]);
      differences[i] = ink_zigzag (times[i] / units[unit] - before);
      before = times[i] / units[unit];
    }
  if (n_absent == n)
    return ink_block_end (payload, column, seq, n, INK_CODEC_EMPTY, 0, 0);

  table = shortest_table (differences, n);
  packed = g_malloc0 (n_controls + (gsize) n * 8 + 8);
  n_packed = pack (differences, n, table, packed, packed + n_controls);
  ink_bytes_put_u8 (payload, (guint8) unit);
  ink_bytes_put_u8 (payload, (guint8) table);
  ink_bytes_put_u8 (payload, n_absent > 0);
  if (n_absent > 0)
    g_byte_array_append (payload, absent, n / 8 + 1);
  /* Eight bytes more, so that reading the last difference as a word stays inside. */
  memset (packed + n_controls + n_packed, 0, 8);
  g_byte_array_append (payload, packed, (guint) (n_controls + n_packed + 8));
  return ink_block_end (payload, column, seq, n, INK_CODEC_TIMES, low, high);
}

static gboolean
unpack (InkReader *reader,
        guint32 n,
        guint table,
        gint64 unit,
        gint64 *out)
{
  gsize n_controls = (n + 3) / 4;
  const guint8 *controls = reader->p, *p = controls + n_controls, *last = reader->end - 8;
  const guint8 *length = lengths[table];
  guint64 mask[4], value = 0;
  gint64 least = INK_TIME_LEAST / unit, greatest = INK_TIME_GREATEST / unit;
  gboolean bad = FALSE;

  if ((gsize) (reader->end - reader->p) < n_controls + 8)
    return FALSE;
  for (guint k = 0; k < 4; k++)
    mask[k] = masks[length[k]];

  for (guint32 i = 0; i < n; i++)
    {
      guint k = (controls[i >> 2] >> (2 * (i & 3))) & 3;
      guint64 word;

      if (G_UNLIKELY (p > last))
        return FALSE;
      memcpy (&word, p, 8);
      p += length[k];
      value += (guint64) ink_unzigzag (word & mask[k]);
      bad |= (gint64) value < least || (gint64) value > greatest;
      out[i] = (gint64) (value * (guint64) unit);
    }
  return !bad && p == last;
}

gboolean
ink_decode_times (InkReader *reader,
                  guint8 codec,
                  guint32 n,
                  gint64 *out)
{
  guint unit, table;
  const guint8 *absent = NULL;

  if (codec == INK_CODEC_EMPTY)
    {
      for (guint32 i = 0; i < n; i++)
        out[i] = INK_TIME_NONE;
      return TRUE;
    }
  unit = ink_reader_u8 (reader);
  table = ink_reader_u8 (reader);
  if (ink_reader_u8 (reader) != 0)
    {
      absent = reader->p;
      if ((gsize) (reader->end - reader->p) < n / 8 + 1)
        return FALSE;
      reader->p += n / 8 + 1;
    }
  if (codec != INK_CODEC_TIMES || reader->failed || unit >= G_N_ELEMENTS (units)
      || table >= G_N_ELEMENTS (lengths) || !unpack (reader, n, table, units[unit], out))
    return FALSE;

  for (guint32 i = 0; absent != NULL && i < n; i++)
    if (absent[i / 8] & (1 << (i % 8)))
      out[i] = INK_TIME_NONE;
  return TRUE;
}
