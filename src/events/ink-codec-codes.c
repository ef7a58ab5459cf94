/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Codecs of codes, of whole numbers that mostly rise, and of words. */
#include "events/ink-block-private.h"

static guint32
greatest_code (const void *codes,
               guint width,
               guint32 n)
{
  guint32 greatest = 0;

  for (guint32 i = 0; width == 1 && i < n; i++)
    greatest = MAX (greatest, ((const guint8 *) codes)[i]);
  for (guint32 i = 0; width == 2 && i < n; i++)
    greatest = MAX (greatest, ((const guint16 *) codes)[i]);
  for (guint32 i = 0; width == 4 && i < n; i++)
    greatest = MAX (greatest, ((const guint32 *) codes)[i]);
  return greatest;
}

static guint32
code_at (const void *codes,
         guint width,
         guint32 i)
{
  switch (width)
    {
    case 1:
      return ((const guint8 *) codes)[i];
    case 2:
      return ((const guint16 *) codes)[i];
    default:
      return ((const guint32 *) codes)[i];
    }
}

static void
change_width (const void *from,
              guint from_width,
              guint32 n,
              void *to,
              guint to_width)
{
  if (from_width == to_width)
    memcpy (to, from, (gsize) n * to_width);
  else if (to_width == 1)
    for (guint32 i = 0; i < n; i++)
      ((guint8 *) to)[i] = (guint8) code_at (from, from_width, i);
  else if (to_width == 2)
    for (guint32 i = 0; i < n; i++)
      ((guint16 *) to)[i] = (guint16) code_at (from, from_width, i);
  else
    for (guint32 i = 0; i < n; i++)
      ((guint32 *) to)[i] = code_at (from, from_width, i);
}

InkBlock *
ink_encode_codes (const char *column,
                  guint32 seq,
                  const void *codes,
                  guint width,
                  guint32 n,
                  gboolean compress)
{
  g_autofree void *narrow = NULL;
  guint32 greatest = greatest_code (codes, width, n);
  guint to_width = greatest <= G_MAXUINT8 ? 1 : greatest <= G_MAXUINT16 ? 2 : 4;
  GByteArray *payload = ink_block_begin ();

  if (greatest == 0 && compress)
    return ink_block_end (payload, column, seq, n, INK_CODEC_EMPTY, 0, 0);

  if (to_width != width)
    {
      narrow = g_malloc ((gsize) n * to_width);
      change_width (codes, width, n, narrow, to_width);
      codes = narrow;
    }
  ink_bytes_put_u8 (payload, (guint8) to_width);
  if (compress)
    ink_bytes_put_zstd (payload, codes, (gsize) n * to_width);
  else
    g_byte_array_append (payload, codes, n * to_width);

  return ink_block_end (payload, column, seq, n,
                        compress ? INK_CODEC_CODES_ZSTD : INK_CODEC_CODES, 0, 0);
}

gboolean
ink_decode_codes (InkReader *reader,
                  guint8 codec,
                  guint32 n,
                  guint32 n_values,
                  guint width,
                  void *out)
{
  g_autofree void *buffer = NULL;
  guint from_width;
  void *into = out;

  if (codec == INK_CODEC_EMPTY)
    {
      memset (out, 0, (gsize) n * width);
      return n_values > 0;
    }
  from_width = ink_reader_u8 (reader);
  if ((from_width != 1 && from_width != 2 && from_width != 4)
      || (codec != INK_CODEC_CODES && codec != INK_CODEC_CODES_ZSTD))
    return FALSE;
  if (from_width != width)
    into = buffer = g_malloc ((gsize) n * from_width);

  if (codec == INK_CODEC_CODES_ZSTD)
    {
      if (!ink_reader_zstd (reader, into, (gsize) n * from_width))
        return FALSE;
    }
  else
    {
      if ((gsize) (reader->end - reader->p) != (gsize) n * from_width)
        return FALSE;
      memcpy (into, reader->p, (gsize) n * from_width);
    }
  if (n > 0 && greatest_code (into, from_width, n) >= n_values)
    return FALSE;
  if (into != out)
    change_width (into, from_width, n, out, width);
  return TRUE;
}

InkBlock *
ink_encode_integers (const char *column,
                     guint32 seq,
                     const guint32 *integers,
                     guint32 n)
{
  g_autoptr (GByteArray) plain = g_byte_array_sized_new (n + 16);
  GByteArray *payload = ink_block_begin ();
  guint32 before = 0;

  for (guint32 i = 0; i < n; i++)
    {
      ink_bytes_put_signed (plain, (gint64) integers[i] - before);
      before = integers[i];
    }
  ink_bytes_put_varint (payload, plain->len);
  ink_bytes_put_zstd (payload, plain->data, plain->len);
  return ink_block_end (payload, column, seq, n, INK_CODEC_INTEGERS, 0, 0);
}

gboolean
ink_decode_integers (InkReader *reader,
                     guint8 codec,
                     guint32 n,
                     guint32 *out)
{
  guint64 n_bytes = ink_reader_varint (reader);
  g_autofree guint8 *plain = NULL;
  InkReader numbers;
  gint64 before = 0;

  /* A difference of 33 bits takes at most five bytes. */
  if (codec != INK_CODEC_INTEGERS || n_bytes > (guint64) n * 5)
    return FALSE;
  plain = g_malloc (n_bytes + 1);
  if (!ink_reader_zstd (reader, plain, n_bytes))
    return FALSE;

  numbers = (InkReader){ .p = plain, .end = plain + n_bytes };
  for (guint32 i = 0; i < n; i++)
    {
      /* The sum may wrap where the bytes are hostile; what comes out of range is refused. */
      before = (gint64) ((guint64) before + (guint64) ink_reader_signed (&numbers));
      if (before < 0 || before > G_MAXUINT32)
        return FALSE;
      out[i] = (guint32) before;
    }
  return !numbers.failed && numbers.p == numbers.end;
}

InkBlock *
ink_encode_words (const char *column,
                  guint32 seq,
                  const guint64 *words,
                  guint32 n)
{
  GByteArray *payload = ink_block_begin ();

  g_byte_array_append (payload, (const guint8 *) words, n * 8);
  return ink_block_end (payload, column, seq, n, INK_CODEC_WORDS, 0, 0);
}

gboolean
ink_decode_words (InkReader *reader,
                  guint8 codec,
                  guint32 n,
                  guint64 *out)
{
  if (codec != INK_CODEC_WORDS || (gsize) (reader->end - reader->p) != (gsize) n * 8)
    return FALSE;
  memcpy (out, reader->p, (gsize) n * 8);
  return TRUE;
}
