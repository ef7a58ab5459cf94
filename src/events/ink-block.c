/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The frame of a block: a checksum over everything that is kept of it, and compression. */
#include "config.h"

#include "events/ink-block-private.h"

#include <glib/gi18n-lib.h>
#include <zstd.h>

#include "base/ink-error.h"

#define CHECKSUM_BYTES 8

static inline guint64
fold (guint64 a,
      guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

/* Against accidents, not against forgers: those are met by the checks of every value. */
static guint64
checksum (guint64 state,
          const guint8 *bytes,
          gsize n)
{
  guint64 a, b;

  state ^= n * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  for (; n >= 16; n -= 16, bytes += 16)
    {
      memcpy (&a, bytes, 8);
      memcpy (&b, bytes + 8, 8);
      state = fold (a ^ G_GUINT64_CONSTANT (0xa0761d6478bd642f), b ^ state)
              + G_GUINT64_CONSTANT (0xe7037ed1a0b428db);
    }
  a = b = 0;
  memcpy (&a, bytes, MIN (n, 8));
  if (n > 8)
    memcpy (&b, bytes + 8, n - 8);
  return fold (a ^ G_GUINT64_CONSTANT (0x8ebc6af09c88c6e3), b ^ state)
         ^ G_GUINT64_CONSTANT (0x589965cc75374cc3);
}

static guint64
checksum_of_block (const InkBlock *block)
{
  gint64 frame[5] = { block->seq, block->n, block->codec, block->low, block->high };
  gsize n;
  const guint8 *bytes = g_bytes_get_data (block->data, &n);
  guint64 sum = checksum (1, (const guint8 *) block->column, strlen (block->column));

  sum = checksum (sum, (const guint8 *) frame, sizeof frame);
  return checksum (sum, bytes + CHECKSUM_BYTES, n - CHECKSUM_BYTES);
}

void
ink_block_free (InkBlock *block)
{
  g_free ((char *) block->column);
  g_bytes_unref (block->data);
  g_free (block);
}

GByteArray *
ink_block_begin (void)
{
  static const guint8 room[CHECKSUM_BYTES];
  GByteArray *payload = g_byte_array_sized_new (256);

  return g_byte_array_append (payload, room, CHECKSUM_BYTES);
}

InkBlock *
ink_block_end (GByteArray *payload,
               const char *column,
               guint32 seq,
               guint32 n,
               InkCodec codec,
               gint64 low,
               gint64 high)
{
  InkBlock *block = g_new0 (InkBlock, 1);
  guint length = payload->len;
  guint8 *data = g_byte_array_free (payload, FALSE);
  guint64 sum;

  g_assert (length <= INK_BLOCK_MAX_BYTES);
  /* What the array had in reserve is given back: blocks wait in memory to be written. */
  data = g_realloc (data, length);
  block->column = g_strdup (column);
  block->seq = seq;
  block->n = n;
  block->codec = (guint8) codec;
  block->low = low;
  block->high = high;
  block->data = g_bytes_new_take (data, length);
  sum = checksum_of_block (block);
  memcpy (data, &sum, CHECKSUM_BYTES);

  return block;
}

gboolean
ink_block_damaged (const char *column,
                   guint32 seq,
                   GError **error)
{
  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
               _("The project file is damaged: part %u of the column “%s” cannot be read. Open a "
                 "backup, or import the exports again."),
               seq + 1, column);
  return FALSE;
}

gboolean
ink_block_check (const InkBlock *block,
                 const char *column,
                 guint32 seq,
                 InkReader *reader,
                 GError **error)
{
  gsize length = 0;
  const guint8 *bytes = NULL;
  guint64 sum, found = 0;

  if (block->data != NULL)
    bytes = g_bytes_get_data (block->data, &length);
  if (block->seq != seq || g_strcmp0 (block->column, column) != 0 || length < CHECKSUM_BYTES
      || length > INK_BLOCK_MAX_BYTES)
    return ink_block_damaged (column, seq, error);

  sum = checksum_of_block (block);
  memcpy (&found, bytes, CHECKSUM_BYTES);
  if (sum != found)
    return ink_block_damaged (column, seq, error);

  reader->p = bytes + CHECKSUM_BYTES;
  reader->end = bytes + length;
  reader->failed = FALSE;
  return TRUE;
}

static void
free_compressor (gpointer context)
{
  ZSTD_freeCCtx (context);
}

static void
free_decompressor (gpointer context)
{
  ZSTD_freeDCtx (context);
}

void
ink_bytes_put_zstd (GByteArray *bytes,
                    const void *data,
                    gsize n_bytes)
{
  static GPrivate contexts = G_PRIVATE_INIT (free_compressor);
  ZSTD_CCtx *context = g_private_get (&contexts);
  gsize bound = ZSTD_compressBound (n_bytes), start = bytes->len, n;

  if (context == NULL)
    {
      context = ZSTD_createCCtx ();
      g_private_set (&contexts, context);
    }
  g_byte_array_set_size (bytes, (guint) (start + bound));
  n = ZSTD_compressCCtx (context, bytes->data + start, bound, data, n_bytes, 1);
  g_assert (!ZSTD_isError (n));
  g_byte_array_set_size (bytes, (guint) (start + n));
}

gboolean
ink_reader_zstd (InkReader *reader,
                 void *out,
                 gsize n_bytes)
{
  static GPrivate contexts = G_PRIVATE_INIT (free_decompressor);
  ZSTD_DCtx *context = g_private_get (&contexts);
  gsize n;

  if (context == NULL)
    {
      context = ZSTD_createDCtx ();
      g_private_set (&contexts, context);
    }
  n = ZSTD_decompressDCtx (context, out, n_bytes, reader->p, (gsize) (reader->end - reader->p));
  reader->p = reader->end;
  return !reader->failed && !ZSTD_isError (n) && n == n_bytes;
}
