/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes of whatever encoding into UTF-8. Invalid ones are replaced and counted, never lost. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  INK_ENCODING_UNDECIDED, /* only ASCII so far */
  INK_ENCODING_UTF_8,
  INK_ENCODING_UTF_16_LE,
  INK_ENCODING_UTF_16_BE,
  INK_ENCODING_WINDOWS_1252, /* Latin-1 is the same but for control characters */
} InkEncoding;

typedef struct
{
  InkEncoding encoding;
  guint64 replaced;
} InkTextDecoder;

/* Decides by a byte order mark or by zero bytes; the bytes of the mark to be skipped. */
gsize ink_text_decoder_start (InkTextDecoder *decoder, const guint8 *bytes, gsize length);
/* How many of @bytes are good UTF-8 as they stand (without NUL). 0 in other encodings. Decides an
 * undecided encoding at the first byte that is not ASCII. @more: the data goes on behind them. */
gsize ink_text_decoder_check (InkTextDecoder *decoder, const char *bytes, gsize length,
                              gboolean more);
/* Decodes what fits into @out; how many bytes of @in were used comes in @used. With @more, an
 * incomplete character at the end is left. */
gsize ink_text_decoder_decode (InkTextDecoder *decoder, const guint8 *in, gsize length,
                               gboolean more, gsize *used, char *out, gsize size);

G_END_DECLS
