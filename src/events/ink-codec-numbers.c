/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Codec of numbers: whole numbers or hundredths in as few bytes as they need, else doubles. The
 * bytes lie in planes (all the first, all the second …), which compress better. */
#include "events/ink-block-private.h"

#include <math.h>

static const double scales[] = { 1, 10, 100 };

/* With whatever other bits a number that is none. */
#define ABSENT_BITS G_GUINT64_CONSTANT (0x7ff8000000000000)

static void
to_planes (const guint8 *from,
           guint width,
           guint32 n,
           guint8 *to)
{
  for (guint k = 0; k < width; k++)
    for (guint32 i = 0; i < n; i++)
      to[(gsize) k * n + i] = from[(gsize) i * width + k];
}

static void
from_planes (const guint8 *from,
             guint width,
             guint32 n,
             guint8 *to)
{
  for (guint k = 0; k < width; k++)
    for (guint32 i = 0; i < n; i++)
      to[(gsize) i * width + k] = from[(gsize) k * n + i];
}

/* Whole numbers of 10^-decimals as the distance from the least plus one; 0 is absent. */
static InkBlock *
encode_scaled (const char *column,
               guint32 seq,
               const gint64 *scaled,
               guint32 n,
               guint decimals,
               gint64 least,
               gint64 greatest)
{
  GByteArray *payload = ink_block_begin ();
  guint64 range = (guint64) greatest - (guint64) least + 1;
  guint width = range <= 0xff ? 1 : range <= 0xffff ? 2 : range <= 0xffffff ? 3 : 4;
  g_autofree guint8 *planes = g_malloc ((gsize) n * width);

  for (guint32 i = 0; i < n; i++)
    {
      guint64 code = scaled[i] == G_MININT64 ? 0 : (guint64) scaled[i] - (guint64) least + 1;

      for (guint k = 0; k < width; k++)
        planes[(gsize) k * n + i] = (guint8) (code >> (8 * k));
    }
  ink_bytes_put_u8 (payload, (guint8) width);
  ink_bytes_put_u8 (payload, (guint8) decimals);
  ink_bytes_put_signed (payload, least);
  ink_bytes_put_zstd (payload, planes, (gsize) n * width);
  return ink_block_end (payload, column, seq, n, INK_CODEC_SCALED, 0, 0);
}

static InkBlock *
encode_empty (const char *column,
              guint32 seq,
              guint32 n)
{
  return ink_block_end (ink_block_begin (), column, seq, n, INK_CODEC_EMPTY, 0, 0);
}

InkBlock *
ink_encode_hundredths (const char *column,
                       guint32 seq,
                       const gint32 *hundredths,
                       guint32 n)
{
  g_autofree gint64 *scaled = g_new (gint64, n + 1);
  gint32 least = G_MAXINT32, greatest = G_MININT32;
  gboolean tenths = TRUE, whole = TRUE;
  guint decimals, divisor;

  for (guint32 i = 0; i < n; i++)
    if (hundredths[i] != G_MININT32)
      {
        least = MIN (least, hundredths[i]);
        greatest = MAX (greatest, hundredths[i]);
        if (tenths)
          {
            tenths = hundredths[i] % 10 == 0;
            whole = whole && hundredths[i] % 100 == 0;
          }
      }
  if (least > greatest)
    return encode_empty (column, seq, n);

  whole = whole && tenths;
  decimals = whole ? 0 : tenths ? 1 : 2;
  divisor = whole ? 100 : tenths ? 10 : 1;
  for (guint32 i = 0; i < n; i++)
    scaled[i] = hundredths[i] == G_MININT32 ? G_MININT64 : hundredths[i] / (int) divisor;
  return encode_scaled (column, seq, scaled, n, decimals, least / (int) divisor,
                        greatest / (int) divisor);
}

/* FALSE where some number is no multiple of 10^-decimals, or they lie too far apart. */
static gboolean
scale (const double *numbers,
       guint32 n,
       guint decimals,
       gint64 *scaled,
       gint64 *least,
       gint64 *greatest)
{
  *least = G_MAXINT64;
  *greatest = G_MININT64;
  for (guint32 i = 0; i < n; i++)
    {
      double rounded;

      scaled[i] = G_MININT64;
      if (isnan (numbers[i]))
        continue;
      rounded = round (numbers[i] * scales[decimals]);
      if (!(fabs (rounded) < 9e15) || rounded / scales[decimals] != numbers[i])
        return FALSE;
      scaled[i] = (gint64) rounded;
      *least = MIN (*least, scaled[i]);
      *greatest = MAX (*greatest, scaled[i]);
    }
  return *least > *greatest || *greatest - *least < G_MAXUINT32 - 1;
}

InkBlock *
ink_encode_doubles (const char *column,
                    guint32 seq,
                    const double *numbers,
                    guint32 n)
{
  g_autofree gint64 *scaled = g_new (gint64, n + 1);
  g_autofree guint8 *planes = NULL;
  gint64 least, greatest;
  GByteArray *payload;

  for (guint decimals = 0; decimals < G_N_ELEMENTS (scales); decimals++)
    if (scale (numbers, n, decimals, scaled, &least, &greatest))
      return least > greatest ? encode_empty (column, seq, n)
                              : encode_scaled (column, seq, scaled, n, decimals, least, greatest);

  planes = g_malloc ((gsize) n * 8);
  to_planes ((const guint8 *) numbers, 8, n, planes);
  payload = ink_block_begin ();
  ink_bytes_put_zstd (payload, planes, (gsize) n * 8);
  return ink_block_end (payload, column, seq, n, INK_CODEC_DOUBLES, 0, 0);
}

/* @base: what the code 0 would be, were it not for absent. Exact: no sum is above 2^53. A constant
 * @width where this is inlined: each has a loop without branches of its own. */
static inline void
scale_planes (const guint8 *planes,
              guint width,
              guint32 n,
              double base,
              double divisor,
              double *out)
{
  const guint8 *p0 = planes, *p1 = p0 + n, *p2 = p1 + n, *p3 = p2 + n;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 code = p0[i];
      guint64 bits;
      double value;

      if (width > 1)
        code |= (guint32) p1[i] << 8;
      if (width > 2)
        code |= (guint32) p2[i] << 16;
      if (width > 3)
        code |= (guint32) p3[i] << 24;
      value = ((width > 3 ? (double) code : (double) (gint32) code) + base) / divisor;
      memcpy (&bits, &value, sizeof bits);
      bits |= code == 0 ? ABSENT_BITS : 0;
      memcpy (&out[i], &bits, sizeof bits);
    }
}

/* A block of scaled numbers, unpacked so far. */
typedef struct
{
  guint8 *planes;
  guint width;
  double base;
  double divisor;
} Scaled;

static gboolean
read_scaled (InkReader *reader,
             guint32 n,
             Scaled *scaled)
{
  guint width = ink_reader_u8 (reader);
  guint decimals = ink_reader_u8 (reader);
  gint64 least = ink_reader_signed (reader);

  if (width < 1 || width > 4 || decimals >= G_N_ELEMENTS (scales) || reader->failed
      || least < -G_GINT64_CONSTANT (9000000000000000)
      || least > G_GINT64_CONSTANT (9000000000000000))
    return FALSE;
  *scaled = (Scaled){ g_malloc ((gsize) n * width + 1), width, (double) (least - 1),
                      scales[decimals] };
  return ink_reader_zstd (reader, scaled->planes, (gsize) n * width);
}

static gboolean
decode_scaled (InkReader *reader,
               guint32 n,
               double *out)
{
  Scaled scaled = { 0 };
  gboolean good = read_scaled (reader, n, &scaled);

  if (good && scaled.width == 1)
    scale_planes (scaled.planes, 1, n, scaled.base, scaled.divisor, out);
  else if (good && scaled.width == 2)
    scale_planes (scaled.planes, 2, n, scaled.base, scaled.divisor, out);
  else if (good && scaled.width == 3)
    scale_planes (scaled.planes, 3, n, scaled.base, scaled.divisor, out);
  else if (good)
    scale_planes (scaled.planes, 4, n, scaled.base, scaled.divisor, out);
  g_free (scaled.planes);
  return good;
}

gboolean
ink_decode_numbers (InkReader *reader,
                    guint8 codec,
                    guint32 n,
                    double *out)
{
  g_autofree guint8 *planes = NULL;

  if (codec == INK_CODEC_EMPTY)
    {
      for (guint32 i = 0; i < n; i++)
        out[i] = NAN;
      return TRUE;
    }
  if (codec == INK_CODEC_SCALED)
    return decode_scaled (reader, n, out);
  if (codec != INK_CODEC_DOUBLES)
    return FALSE;

  planes = g_malloc ((gsize) n * 8 + 1);
  if (!ink_reader_zstd (reader, planes, (gsize) n * 8))
    return FALSE;
  from_planes (planes, 8, n, (guint8 *) out);
  for (guint32 i = 0; i < n; i++)
    if (isinf (out[i]))
      return FALSE;
  return TRUE;
}

/* --- Some of them --- */

static double
scale_at (const Scaled *scaled,
          guint32 n,
          guint32 place)
{
  guint32 code = 0;

  for (guint k = 0; k < scaled->width; k++)
    code |= (guint32) scaled->planes[(gsize) k * n + place] << (8 * k);
  return code == 0 ? NAN : ((double) code + scaled->base) / scaled->divisor;
}

static gboolean
decode_all_and_pick (InkReader *reader,
                     guint8 codec,
                     guint32 n,
                     const guint32 *rows,
                     guint32 n_rows,
                     guint32 first,
                     double *out)
{
  g_autofree double *all = g_new (double, (gsize) n + 1);

  if (!ink_decode_numbers (reader, codec, n, all))
    return FALSE;
  for (guint32 i = 0; i < n_rows; i++)
    out[i] = all[rows[i] - first];
  return TRUE;
}

gboolean
ink_decode_numbers_at (InkReader *reader,
                       guint8 codec,
                       guint32 n,
                       const guint32 *rows,
                       guint32 n_rows,
                       guint32 first,
                       double *out)
{
  Scaled scaled = { 0 };
  gboolean good;

  if (codec != INK_CODEC_SCALED)
    return decode_all_and_pick (reader, codec, n, rows, n_rows, first, out);
  good = read_scaled (reader, n, &scaled);
  for (guint32 i = 0; good && i < n_rows; i++)
    out[i] = scale_at (&scaled, n, rows[i] - first);
  g_free (scaled.planes);
  return good;
}
