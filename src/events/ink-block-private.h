/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Blocks from the inside: their frame (checksum, compression) and the codecs of columns. */
#pragma once

#include "events/ink-block.h"
#include "events/ink-bytes-private.h"

G_BEGIN_DECLS

/* Values in a block of rows. At eight bytes each half of what a block may hold. */
#define INK_BLOCK_ROWS 65536
#define INK_BLOCK_MAX_BYTES (1 << 20)

/* Times outside of the years 1 to 9999 are nobody's. */
#define INK_TIME_LEAST (G_GINT64_CONSTANT (-62135596800) * INK_SECOND)
#define INK_TIME_GREATEST (G_GINT64_CONSTANT (253402300800) * INK_SECOND - 1)

typedef enum
{
  INK_CODEC_EMPTY = 0,    /* every value is absent */
  INK_CODEC_CODES = 1,    /* width, codes */
  INK_CODEC_CODES_ZSTD,   /* width, compressed codes */
  INK_CODEC_SCALED,       /* width, decimals, least; compressed byte planes */
  INK_CODEC_DOUBLES,      /* compressed byte planes */
  INK_CODEC_TIMES,        /* unit, first; packed differences */
  INK_CODEC_TEXTS,        /* compressed lengths and bytes */
  INK_CODEC_INTEGERS,     /* compressed differences */
  INK_CODEC_WORDS,        /* eight bytes each */
  INK_CODEC_DIRECTORY,    /* of the run */
} InkCodec;

/**
 * InkTimeFacts: what is seen of times while they are decoded.
 * @least, @greatest: of those with a time; the first is above the second where none has one
 * @back: a bit per row that is before the one in front of it
 */
typedef struct
{
  gint64 least;
  gint64 greatest;
  guint64 *back;
} InkTimeFacts;

#define INK_TIME_FACTS_NONE ((InkTimeFacts){ G_MAXINT64, G_MININT64, NULL })

void          ink_block_free  (InkBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkBlock, ink_block_free)

/* Frames @payload (its first eight bytes are left for the checksum) as a block. */
GByteArray   *ink_block_begin (void) G_GNUC_WARN_UNUSED_RESULT;
InkBlock     *ink_block_end   (GByteArray *payload, const char *column, guint32 seq, guint32 n,
                               InkCodec codec, gint64 low, gint64 high) G_GNUC_WARN_UNUSED_RESULT;
/* Checks what can be checked without knowing the column; @reader then stands at the payload. */
gboolean      ink_block_check (const InkBlock *block, const char *column, guint32 seq,
                               InkReader *reader, GError **error);
gboolean      ink_block_damaged (const char *column, guint32 seq, GError **error);

/* Compressed with zstd at level 1. */
void          ink_bytes_put_zstd  (GByteArray *bytes, const void *data, gsize n_bytes);
/* The rest of @reader has to unpack to exactly @n_bytes. */
gboolean      ink_reader_zstd     (InkReader *reader, void *out, gsize n_bytes);

/* Encoders of one block each, of at most INK_BLOCK_ROWS values. */
InkBlock *ink_encode_codes    (const char *column, guint32 seq, const void *codes, guint width,
                               guint32 n, gboolean compress) G_GNUC_WARN_UNUSED_RESULT;
/* Hundredths; G_MININT32 is absent. */
InkBlock *ink_encode_hundredths (const char *column, guint32 seq, const gint32 *hundredths,
                                 guint32 n) G_GNUC_WARN_UNUSED_RESULT;
InkBlock *ink_encode_doubles  (const char *column, guint32 seq, const double *numbers, guint32 n)
    G_GNUC_WARN_UNUSED_RESULT;
InkBlock *ink_encode_times    (const char *column, guint32 seq, const gint64 *times, guint32 n)
    G_GNUC_WARN_UNUSED_RESULT;
InkBlock *ink_encode_words    (const char *column, guint32 seq, const guint64 *words, guint32 n)
    G_GNUC_WARN_UNUSED_RESULT;
InkBlock *ink_encode_integers (const char *column, guint32 seq, const guint32 *integers, guint32 n)
    G_GNUC_WARN_UNUSED_RESULT;

/* Decoders: FALSE where the bytes are not what the codec says. @out has room for @n values. */
gboolean  ink_decode_codes    (InkReader *reader, guint8 codec, guint32 n, guint32 n_values,
                               guint width, void *out);
gboolean  ink_decode_numbers  (InkReader *reader, guint8 codec, guint32 n, double *out);
/* Those of @rows alone, ascending, the block's first of which is @first. */
gboolean  ink_decode_numbers_at (InkReader *reader, guint8 codec, guint32 n, const guint32 *rows,
                                 guint32 n_rows, guint32 first, double *out);
/* @facts: (nullable): is added to; the bits of this block begin at its @back */
gboolean  ink_decode_times    (InkReader *reader, guint8 codec, guint32 n, gint64 *out,
                               InkTimeFacts *facts);
gboolean  ink_decode_words    (InkReader *reader, guint8 codec, guint32 n, guint64 *out);
gboolean  ink_decode_integers (InkReader *reader, guint8 codec, guint32 n, guint32 *out);

G_END_DECLS
