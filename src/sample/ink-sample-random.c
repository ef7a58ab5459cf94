/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The transforms of ink-sample-random.h: exponential and normal numbers, and e to a power. */
#include "sample/ink-sample-random.h"

#define EXPONENTIAL_BITS 10
#define EXPONENTIAL_SIZE (1 << EXPONENTIAL_BITS)

/* ln 2 × 2^32 and 1 / ln 2 × 2^16, rounded. */
#define LN2_Q32 G_GUINT64_CONSTANT (2977044472)
#define INV_LN2_Q16 ((gint64) 94548)

/* -ln (1 - i / EXPONENTIAL_SIZE) × 2^16; the last one has no end and is not used as one. */
static guint32 exponential_table[EXPONENTIAL_SIZE];

/* log2 of @x / 2^31, which is from 1 to below 2, × 2^31: one bit for every squaring. */
static guint64
log2_of (guint64 x)
{
  guint64 result = 0;

  g_assert (x >= (G_GUINT64_CONSTANT (1) << 31) && x < (G_GUINT64_CONSTANT (1) << 32));
  for (int bit = 30; bit >= 0; bit--)
    {
      x = (x * x) >> 31;
      if (x >= G_GUINT64_CONSTANT (1) << 32)
        {
          x >>= 1;
          result |= G_GUINT64_CONSTANT (1) << bit;
        }
    }
  return result;
}

/* -ln (@k / EXPONENTIAL_SIZE) × 2^16, for 0 < k <= EXPONENTIAL_SIZE. */
static guint32
minus_log (guint32 k)
{
  guint64 x = (guint64) k << (31 - EXPONENTIAL_BITS);
  guint64 whole = 0;
  guint64 bits;

  while (x < G_GUINT64_CONSTANT (1) << 31)
    {
      x <<= 1;
      whole++;
    }
  bits = (whole << 31) - log2_of (x);
  return (guint32) (((bits >> 11) * (LN2_Q32 >> 4)) >> 32);
}

static void
fill_exponential_table (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  for (guint32 i = 0; i < EXPONENTIAL_SIZE; i++)
    exponential_table[i] = minus_log (EXPONENTIAL_SIZE - i);
  g_once_init_leave (&done, 1);
}

/* An exponential number of mean INK_ONE. Between the table's points it is a straight line; beyond
 * the last it begins again from there, since an exponential wait does not age. */
InkFixed
ink_sample_random_exponential (InkSampleRandom *random)
{
  InkFixed waited = 0;

  fill_exponential_table ();
  for (;;)
    {
      guint64 u = ink_sample_random_next (random);
      guint32 i = (guint32) (u >> (64 - EXPONENTIAL_BITS));
      guint32 between = (guint32) (u >> 16) & 0xffff;

      if (i + 1 < EXPONENTIAL_SIZE)
        return waited + exponential_table[i]
               + (((guint64) (exponential_table[i + 1] - exponential_table[i]) * between) >> 16);
      waited += exponential_table[i];
    }
}

/* A normal number of mean 0 and deviation INK_ONE: the sum of twelve even ones. */
InkFixed
ink_sample_random_normal (InkSampleRandom *random)
{
  InkFixed sum = 0;

  for (int i = 0; i < 3; i++)
    {
      guint64 u = ink_sample_random_next (random);

      sum += (InkFixed) (u & 0xffff) + ((u >> 16) & 0xffff) + ((u >> 32) & 0xffff) + (u >> 48);
    }
  return sum - 6 * INK_ONE;
}

/* e to the power of @x, for -8 < x < 8: 2 to the whole part, times the roots of 2 that the bits of
 * the fraction name. */
InkFixed
ink_sample_exp (InkFixed x)
{
  /* 2^(1/2), 2^(1/4) … 2^(1/65536), × 2^30 */
  static const guint32 roots[16] = { 0x5a827999u, 0x4c1bf828u, 0x45cae0f1u, 0x42d561b3u,
                                     0x4166c34cu, 0x40b268f9u, 0x4058f6a7u, 0x402c6be9u,
                                     0x4016321bu, 0x400b1817u, 0x40058bceu, 0x4002c5d7u,
                                     0x400162e8u, 0x4000b173u, 0x400058b9u, 0x40002c5cu };
  gint64 power = (CLAMP (x, -8 * INK_ONE, 8 * INK_ONE) * INV_LN2_Q16 + 12 * (INK_ONE << 16)) >> 16;
  guint32 fraction = (guint32) power & 0xffff;
  guint64 result = G_GUINT64_CONSTANT (1) << 30;

  for (int i = 0; i < 16; i++)
    if (fraction & (0x8000u >> i))
      result = (result * roots[i]) >> 30;
  /* The power was raised by 12, so that it is never negative. */
  return (InkFixed) ((result << (power >> 16)) >> (30 - 16 + 12));
}
