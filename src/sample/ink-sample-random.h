/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random numbers that are the same on every machine: SplitMix64 and transforms in whole numbers.
 *
 * No floating point and no libm, whose logarithms differ in the last bit between machines and
 * whose sums are fused on some: a fraction is a fixed-point number, and the logarithms and powers
 * are tables that are computed here from whole numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A fixed-point number: 1 is INK_ONE. */
typedef gint64 InkFixed;
#define INK_ONE ((InkFixed) 65536)

typedef struct
{
  guint64 state;
} InkSampleRandom;

/* Steele, Lea, Flood: "Fast splittable pseudorandom number generators" (2014). */
static inline guint64
ink_sample_mix (guint64 x)
{
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return x ^ (x >> 31);
}

/* A stream of its own for every person: the same whoever else is there. */
static inline InkSampleRandom
ink_sample_random_new (guint64 seed, guint64 stream)
{
  const guint64 odd = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (InkSampleRandom){ ink_sample_mix (ink_sample_mix (seed * odd + 1) + stream * odd) };
}

static inline guint64
ink_sample_random_next (InkSampleRandom *random)
{
  random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return ink_sample_mix (random->state);
}

/* 0 … n - 1. The bias is below n / 2^32. */
static inline guint32
ink_sample_random_below (InkSampleRandom *random, guint32 n)
{
  return (guint32) (((ink_sample_random_next (random) >> 32) * n) >> 32);
}

/* TRUE @per_million times in a million. */
static inline gboolean
ink_sample_random_chance (InkSampleRandom *random, gint64 per_million)
{
  return (gint64) ink_sample_random_below (random, 1000000) < per_million;
}

/* Which of @n shares (in per cent, 100 in all) it is; the last takes what is left. */
static inline guint
ink_sample_random_pick (InkSampleRandom *random, const guint8 *shares, guint n)
{
  guint32 u = ink_sample_random_below (random, 100);
  guint i = 0;

  while (i + 1 < n && u >= shares[i])
    u -= shares[i++];
  return i;
}

InkFixed ink_sample_random_exponential (InkSampleRandom *random);
InkFixed ink_sample_random_normal      (InkSampleRandom *random);
InkFixed ink_sample_exp                (InkFixed x);

G_END_DECLS
