/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/ink-json-token-private.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* The next place at or after @at that ends plain text: a quote, a backslash, a control character.
 */
gsize
ink_json_find_special (const char *data,
                       gsize at,
                       gsize end)
{
#ifdef __SSE2__
  const __m128i quote = _mm_set1_epi8 ('"');
  const __m128i slash = _mm_set1_epi8 ('\\');
  const __m128i control = _mm_set1_epi8 (0x1f);

  for (; at + 16 <= end; at += 16)
    {
      __m128i v = _mm_loadu_si128 ((const __m128i *) (const void *) (data + at));
      __m128i hit = _mm_or_si128 (_mm_cmpeq_epi8 (v, quote), _mm_cmpeq_epi8 (v, slash));
      int mask;

      hit = _mm_or_si128 (hit, _mm_cmpeq_epi8 (_mm_min_epu8 (v, control), v));
      mask = _mm_movemask_epi8 (hit);
      if (mask != 0)
        return at + (gsize) __builtin_ctz ((guint) mask);
    }
#endif
  while (at < end && data[at] != '"' && data[at] != '\\' && (guint8) data[at] >= 0x20)
    at++;
  return at;
}

/* The four digits of \uXXXX; -1 where they are not. */
static int
read_hex (const char *from,
          const char *end)
{
  int code = 0;

  if (end - from < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (from[i]);

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
    }
  return code;
}

/* One \uXXXX or a pair of them. Half a pair and U+0000, which no text here can hold, become the
 * replacement character: exports cut emoji in two, and a row is worth more than that. */
static const char *
unescape_unicode (const char *from,
                  const char *end,
                  char **out)
{
  int code = read_hex (from, end);

  if (code < 0)
    return NULL;
  from += 4;
  if (code >= 0xd800 && code < 0xdc00 && end - from >= 6 && from[0] == '\\' && from[1] == 'u')
    {
      int low = read_hex (from + 2, end);

      if (low >= 0xdc00 && low < 0xe000)
        {
          code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          from += 6;
        }
    }
  if (code == 0 || (code >= 0xd800 && code < 0xe000))
    code = 0xfffd;
  *out += g_unichar_to_utf8 ((gunichar) code, *out);
  return from;
}

/* Unescapes [from, end) in place. The new length, or -1 with the bad escape's place in @bad. */
gssize
ink_json_unescape (char *from,
                   const char *end,
                   const char **bad)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  const char *in = from;
  char *out = from;

  while (in < end)
    {
      const char *name;

      if (*in != '\\')
        {
          *out++ = *in++;
          continue;
        }
      *bad = in++;
      if (*in == 'u')
        {
          in = unescape_unicode (in + 1, end, &out);
          if (in == NULL)
            return -1;
          continue;
        }
      name = memchr (names, *in, sizeof names - 1);
      if (name == NULL)
        return -1;
      *out++ = values[name - names];
      in++;
    }
  return out - from;
}

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?, over the whole NUL-terminated text. */
gboolean
ink_json_is_number (const char *p)
{
  const char *digits;

  p += *p == '-';
  digits = p;
  p = skip_digits (p);
  if (p == digits || (*digits == '0' && p > digits + 1))
    return FALSE;
  if (*p == '.')
    {
      digits = ++p;
      p = skip_digits (p);
      if (p == digits)
        return FALSE;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      p += *p == '+' || *p == '-';
      digits = p;
      p = skip_digits (p);
      if (p == digits)
        return FALSE;
    }
  return *p == '\0';
}
