/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sums of times that are exact however many there are, so that no order of adding, and no number of
 * threads, makes a difference. */
#pragma once

#include "base/ink-time.h"

G_BEGIN_DECLS

#define INK_TIME_SUM_BITS 60

/**
 * InkTimeSum: @low + @high 2^60 microseconds.
 */
typedef struct
{
  guint64 low;
  guint64 high;
} InkTimeSum;

/* @time: not negative */
static inline void
ink_time_sum_add (InkTimeSum *sum,
                  gint64 time)
{
  sum->low += (guint64) time;
  sum->high += sum->low >> INK_TIME_SUM_BITS;
  sum->low &= (G_GUINT64_CONSTANT (1) << INK_TIME_SUM_BITS) - 1;
}

static inline void
ink_time_sum_join (InkTimeSum *sum,
                   const InkTimeSum *other)
{
  ink_time_sum_add (sum, (gint64) other->low);
  sum->high += other->high;
}

static inline double
ink_time_sum_days (const InkTimeSum *sum)
{
  const double unit = (double) (G_GUINT64_CONSTANT (1) << INK_TIME_SUM_BITS) / (double) INK_DAY;

  return (double) sum->high * unit + (double) sum->low / (double) INK_DAY;
}

G_END_DECLS
