/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes of whatever encoding into UTF-8. */

#include "config.h"

#include "import/ink-text-decoder.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define REPLACEMENT 0xfffd

/* 80 … 9f of Windows-1252; 0: nothing stands there. */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

gsize
ink_text_decoder_start (InkTextDecoder *decoder,
                        const guint8 *bytes,
                        gsize length)
{
  gsize even = 0;
  gsize odd = 0;
  gsize seen = MIN (length, 4096);

  g_return_val_if_fail (decoder != NULL && bytes != NULL, 0);

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      decoder->encoding = INK_ENCODING_UTF_8;
      return 3;
    }
  if (length >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
    {
      decoder->encoding = INK_ENCODING_UTF_16_LE;
      return 2;
    }
  if (length >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
    {
      decoder->encoding = INK_ENCODING_UTF_16_BE;
      return 2;
    }
  for (gsize i = 0; i < seen; i++)
    if (bytes[i] == 0)
      *((i & 1) == 0 ? &even : &odd) += 1;
  /* Half of all bytes, and nearly all on one side: UTF-16 without a mark. */
  if (seen >= 4 && odd * 4 > seen && even * 20 < odd)
    decoder->encoding = INK_ENCODING_UTF_16_LE;
  else if (seen >= 4 && even * 4 > seen && odd * 20 < even)
    decoder->encoding = INK_ENCODING_UTF_16_BE;
  return 0;
}

/* The first byte that is not plain ASCII, or is NUL. */
static gsize
skip_ascii (const char *bytes,
            gsize at,
            gsize length)
{
#ifdef __SSE2__
  const __m128i zero = _mm_setzero_si128 ();

  for (; at + 64 <= length; at += 64)
    {
      const __m128i *p = (const __m128i *) (const void *) (bytes + at);
      __m128i a = _mm_loadu_si128 (p);
      __m128i b = _mm_loadu_si128 (p + 1);
      __m128i c = _mm_loadu_si128 (p + 2);
      __m128i d = _mm_loadu_si128 (p + 3);
      __m128i high = _mm_or_si128 (_mm_or_si128 (a, b), _mm_or_si128 (c, d));
      __m128i least = _mm_min_epu8 (_mm_min_epu8 (a, b), _mm_min_epu8 (c, d));

      if (_mm_movemask_epi8 (_mm_or_si128 (high, _mm_cmpeq_epi8 (least, zero))) != 0)
        break;
    }
#endif
  while (at < length && (signed char) bytes[at] > 0)
    at++;
  return at;
}

/* Bytes of the UTF-8 character at @p: 0 where it is invalid, -1 where it is cut off. */
static int
character_length (const char *p,
                  gsize length)
{
  gunichar c = g_utf8_get_char_validated (p, (gssize) MIN (length, 6));
  int n;

  if (c == (gunichar) -2)
    return -1;
  if (c == (gunichar) -1 || c == 0)
    return 0;
  n = g_utf8_skip[(guint8) *p];
  return (gsize) n <= length ? n : -1;
}

/* UTF-8 unless most of what is not ASCII is not UTF-8 either. */
static InkEncoding
judge (const char *bytes,
       gsize length)
{
  gsize good = 0;
  gsize bad = 0;

  for (gsize i = 0; (i = skip_ascii (bytes, i, length)) < length;)
    {
      int n = character_length (bytes + i, length - i);

      if (n < 0)
        break;
      good += n > 0;
      bad += n == 0 && bytes[i] != '\0';
      i += (gsize) MAX (n, 1);
    }
  return bad > good ? INK_ENCODING_WINDOWS_1252 : INK_ENCODING_UTF_8;
}

gsize
ink_text_decoder_check (InkTextDecoder *decoder,
                        const char *bytes,
                        gsize length,
                        gboolean more)
{
  gsize at;

  g_return_val_if_fail (decoder != NULL, 0);

  if (decoder->encoding != INK_ENCODING_UNDECIDED && decoder->encoding != INK_ENCODING_UTF_8)
    return 0;
  at = skip_ascii (bytes, 0, length);
  if (at < length && decoder->encoding == INK_ENCODING_UNDECIDED && bytes[at] != '\0'
      && (!more || character_length (bytes + at, length - at) >= 0))
    decoder->encoding = judge (bytes + at, length - at);
  if (decoder->encoding == INK_ENCODING_WINDOWS_1252)
    return at;
  while (at < length)
    {
      int n = character_length (bytes + at, length - at);

      if (n <= 0)
        return at;
      at = skip_ascii (bytes, at + (gsize) n, length);
    }
  return at;
}

/* One character of @in. How many bytes it took; 0 where it is cut off. */
static gsize
decode_utf_8 (const guint8 *in,
              gsize length,
              gboolean more,
              gunichar *c)
{
  int n = character_length ((const char *) in, length);

  if (n < 0 && more)
    return 0;
  *c = n > 0 ? g_utf8_get_char ((const char *) in) : (gunichar) -1;
  return (gsize) MAX (n, 1);
}

static gsize
decode_utf_16 (const guint8 *in,
               gsize length,
               gboolean more,
               gboolean big,
               gunichar *c)
{
  guint16 unit;
  guint16 next;

  if (length < 2)
    {
      *c = (gunichar) -1;
      return more ? 0 : length;
    }
  unit = (guint16) (big ? in[0] << 8 | in[1] : in[1] << 8 | in[0]);
  *c = unit;
  if (unit == 0 || (unit >= 0xdc00 && unit < 0xe000))
    *c = (gunichar) -1;
  if (unit < 0xd800 || unit >= 0xdc00)
    return 2;
  if (length < 4 && more)
    return 0;
  *c = (gunichar) -1;
  if (length < 4)
    return 2;
  next = (guint16) (big ? in[2] << 8 | in[3] : in[3] << 8 | in[2]);
  if (next < 0xdc00 || next >= 0xe000)
    return 2;
  *c = 0x10000 + ((gunichar) (unit - 0xd800) << 10) + (gunichar) (next - 0xdc00);
  return 4;
}

static gsize
decode_windows_1252 (guint8 byte,
                     gunichar *c)
{
  *c = byte;
  if (byte >= 0x80 && byte < 0xa0)
    *c = windows_1252[byte - 0x80];
  if (*c == 0)
    *c = (gunichar) -1;
  return 1;
}

gsize
ink_text_decoder_decode (InkTextDecoder *decoder,
                         const guint8 *in,
                         gsize length,
                         gboolean more,
                         gsize *used,
                         char *out,
                         gsize size)
{
  gsize at = 0;
  gsize n = 0;

  g_return_val_if_fail (decoder != NULL && used != NULL, 0);

  while (at < length && n + 4 <= size)
    {
      gunichar c = 0;
      gsize step;

      if (decoder->encoding == INK_ENCODING_WINDOWS_1252)
        step = decode_windows_1252 (in[at], &c);
      else if (decoder->encoding == INK_ENCODING_UTF_16_LE
               || decoder->encoding == INK_ENCODING_UTF_16_BE)
        step = decode_utf_16 (in + at, length - at, more,
                              decoder->encoding == INK_ENCODING_UTF_16_BE, &c);
      else
        step = decode_utf_8 (in + at, length - at, more, &c);
      if (step == 0)
        break;
      at += step;
      if (c == (gunichar) -1)
        {
          decoder->replaced++;
          c = REPLACEMENT;
        }
      if (c < 0x80)
        out[n++] = (char) c;
      else
        n += (gsize) g_unichar_to_utf8 (c, out + n);
    }
  *used = at;
  return n;
}
