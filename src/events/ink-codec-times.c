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

/* Whether all times are multiples of @unit. A constant where this is inlined, as in the functions
 * below: dividing by one that is not takes many times longer. */
static inline gboolean
divides_all (const gint64 *times,
             guint32 n,
             gint64 unit)
{
  for (guint32 i = 0; i < n; i++)
    if (times[i] % unit != 0 && times[i] != INK_TIME_NONE)
      return FALSE;
  return TRUE;
}

static guint
largest_unit (const gint64 *times,
              guint32 n)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (units) == 5);
  if (!divides_all (times, n, INK_MILLISECOND))
    return 0;
  if (!divides_all (times, n, INK_SECOND))
    return 1;
  if (!divides_all (times, n, INK_MINUTE))
    return 2;
  return divides_all (times, n, INK_DAY) ? 4 : 3;
}

typedef struct
{
  gint64 low;
  gint64 high;
  guint32 n_absent;
} Range;

static inline void
take_differences_of (const gint64 *times,
                     guint32 n,
                     gint64 unit,
                     guint64 *differences,
                     guint8 *absent,
                     Range *range)
{
  gint64 before = 0;

  for (guint32 i = 0; i < n; i++)
    {
      gint64 time = times[i];

      differences[i] = 0;
      if (G_UNLIKELY (time == INK_TIME_NONE))
        {
          absent[i / 8] |= (guint8) (1 << (i % 8));
          range->n_absent++;
          continue;
        }
      range->low = MIN (range->low, time);
      range->high = MAX (range->high, time);
      differences[i] = ink_zigzag (time / unit - before);
      before = time / unit;
    }
}

static void
take_differences (const gint64 *times,
                  guint32 n,
                  guint unit,
                  guint64 *differences,
                  guint8 *absent,
                  Range *range)
{
  switch (unit)
    {
    case 0:
      take_differences_of (times, n, 1, differences, absent, range);
      break;
    case 1:
      take_differences_of (times, n, INK_MILLISECOND, differences, absent, range);
      break;
    case 2:
      take_differences_of (times, n, INK_SECOND, differences, absent, range);
      break;
    case 3:
      take_differences_of (times, n, INK_MINUTE, differences, absent, range);
      break;
    default:
      take_differences_of (times, n, INK_DAY, differences, absent, range);
      break;
    }
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
  guint8 shortest[9];

  for (guint needed = 0, k = 0; needed <= 8; needed++)
    {
      while (lengths[table][k] < needed)
        k++;
      shortest[needed] = (guint8) k;
    }
  for (guint32 i = 0; i < n; i++)
    {
      guint k = shortest[bytes_needed (differences[i])];

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
  Range range = { G_MAXINT64, G_MININT64, 0 };
  GByteArray *payload = ink_block_begin ();
  gsize n_controls = (n + 3) / 4, n_packed;

  take_differences (times, n, unit, differences, absent, &range);
  if (range.n_absent == n)
    return ink_block_end (payload, column, seq, n, INK_CODEC_EMPTY, 0, 0);

  table = shortest_table (differences, n);
  packed = g_malloc (n_controls + (gsize) n * 8 + 8);
  memset (packed, 0, n_controls);
  n_packed = pack (differences, n, table, packed, packed + n_controls);
  ink_bytes_put_u8 (payload, (guint8) unit);
  ink_bytes_put_u8 (payload, (guint8) table);
  ink_bytes_put_u8 (payload, range.n_absent > 0);
  if (range.n_absent > 0)
    g_byte_array_append (payload, absent, n / 8 + 1);
  /* Eight bytes more, so that reading the last difference as a word stays inside. */
  memset (packed + n_controls + n_packed, 0, 8);
  g_byte_array_append (payload, packed, (guint) (n_controls + n_packed + 8));
  return ink_block_end (payload, column, seq, n, INK_CODEC_TIMES, range.low, range.high);
}

/* One block's differences on their way to times. */
typedef struct
{
  const guint8 *p;
  const guint8 *last; /* where a word may still be read */
  const guint8 *length;
  const guint64 *mask;
  guint64 value;
  gint64 least;
  gint64 greatest;
  guint64 back;
} Unpacking;

/* The next time in units; a difference is odd where it goes back. */
static inline guint64
unpack_one (Unpacking *unpacking,
            guint kind,
            guint bit)
{
  guint64 word, difference;
  gint64 time;

  memcpy (&word, unpacking->p, 8);
  difference = word & unpacking->mask[kind];
  unpacking->p += unpacking->length[kind];
  unpacking->value += (guint64) ink_unzigzag (difference);
  unpacking->back |= (difference & 1) << bit;
  time = (gint64) unpacking->value;
  unpacking->least = MIN (unpacking->least, time);
  unpacking->greatest = MAX (unpacking->greatest, time);
  return unpacking->value;
}

/* Up to 64 times. Four at once share a control byte and one look at the end: that of the last of
 * them, which is the furthest. On a copy, which no time that is written can be taken to change. */
static inline gboolean
unpack_word (Unpacking *whole,
             const guint8 *controls,
             guint32 n,
             guint64 unit,
             gint64 *out)
{
  Unpacking unpacking = *whole;
  const guint8 *length = unpacking.length;
  guint32 i = 0;

  unpacking.back = 0;
  for (; i + 4 <= n; i += 4)
    {
      guint control = controls[i / 4];
      guint kinds[4] = { control & 3, control >> 2 & 3, control >> 4 & 3, control >> 6 };

      if (G_UNLIKELY (unpacking.last - unpacking.p
                      < length[kinds[0]] + length[kinds[1]] + length[kinds[2]]))
        return FALSE;
      for (guint k = 0; k < 4; k++)
        out[i + k] = (gint64) (unpack_one (&unpacking, kinds[k], i + k) * unit);
    }
  for (; i < n; i++)
    {
      if (unpacking.p > unpacking.last)
        return FALSE;
      out[i] = (gint64) (unpack_one (&unpacking, controls[i / 4] >> 2 * (i % 4) & 3, i) * unit);
    }
  *whole = unpacking;
  return unpacking.p <= unpacking.last;
}

static gboolean
unpack (InkReader *reader,
        guint32 n,
        guint table,
        gint64 unit,
        gint64 *out,
        InkTimeFacts *facts)
{
  gsize n_controls = (n + 3) / 4;
  const guint8 *controls = reader->p;
  guint64 mask[4];
  Unpacking unpacking = { .length = lengths[table], .mask = mask, .least = G_MAXINT64,
                          .greatest = G_MININT64 };

  if ((gsize) (reader->end - reader->p) < n_controls + 8)
    return FALSE;
  unpacking.p = controls + n_controls;
  unpacking.last = reader->end - 8;
  for (guint k = 0; k < 4; k++)
    mask[k] = masks[unpacking.length[k]];
  for (guint32 i = 0; i < n; i += 64)
    {
      if (!unpack_word (&unpacking, controls + i / 4, MIN (n - i, 64), (guint64) unit, out + i))
        return FALSE;
      /* Before the first of a block is another block. */
      if (facts->back != NULL)
        facts->back[i / 64] = i == 0 ? unpacking.back & ~G_GUINT64_CONSTANT (1) : unpacking.back;
    }
  if (unpacking.p != unpacking.last
      || (n > 0
          && (unpacking.least < INK_TIME_LEAST / unit
              || unpacking.greatest > INK_TIME_GREATEST / unit)))
    return FALSE;
  if (n > 0)
    {
      facts->least = MIN (facts->least, unpacking.least * unit);
      facts->greatest = MAX (facts->greatest, unpacking.greatest * unit);
    }
  return TRUE;
}

/* What @out shows, where some have no time and so the differences do not say it. */
static void
find_facts (const gint64 *out,
            guint32 n,
            InkTimeFacts *facts)
{
  for (guint32 i = 0; i < n; i++)
    {
      guint64 back = i > 0 && out[i] < out[i - 1];

      if (facts->back != NULL)
        facts->back[i / 64] = (i % 64 == 0 ? 0 : facts->back[i / 64]) | back << i % 64;
      if (out[i] == INK_TIME_NONE)
        continue;
      facts->least = MIN (facts->least, out[i]);
      facts->greatest = MAX (facts->greatest, out[i]);
    }
}

static gboolean
decode_absent (guint32 n,
               gint64 *out,
               InkTimeFacts *facts)
{
  for (guint32 i = 0; i < n; i++)
    out[i] = INK_TIME_NONE;
  find_facts (out, n, facts);
  return TRUE;
}

gboolean
ink_decode_times (InkReader *reader,
                  guint8 codec,
                  guint32 n,
                  gint64 *out,
                  InkTimeFacts *facts)
{
  InkTimeFacts nobodys = INK_TIME_FACTS_NONE;
  InkTimeFacts *found = facts != NULL ? facts : &nobodys, before = *found;
  guint unit, table;
  const guint8 *absent = NULL;

  if (codec == INK_CODEC_EMPTY)
    return decode_absent (n, out, found);
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
      || table >= G_N_ELEMENTS (lengths)
      || !unpack (reader, n, table, units[unit], out, found))
    return FALSE;
  if (absent == NULL)
    return TRUE;

  for (guint32 i = 0; i < n; i++)
    if (absent[i / 8] & (1 << (i % 8)))
      out[i] = INK_TIME_NONE;
  *found = before;
  find_facts (out, n, found);
  return TRUE;
}
