/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A set of 64-bit words: how many distinct numbers a column has, which rows repeat. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 *slots; /* 0 is free; zero itself is kept apart */
  gsize mask;
  gsize n;
  gboolean has_zero;
  guint64 before; /* the last one asked for: runs of one number cost nothing */
} InkDistinct;

#define INK_DISTINCT_INIT { NULL, 0, 0, FALSE, 0 }

gboolean ink_distinct_grow_and_add (InkDistinct *set, guint64 word);
void     ink_distinct_clear        (InkDistinct *set);
gboolean ink_distinct_contains     (const InkDistinct *set, guint64 word);

/* Slots are found by the low bits, and those of most doubles are zero: every bit has to count, or
 * all of them would meet in a few slots. */
static inline guint64
ink_distinct_mix (guint64 word)
{
  unsigned __int128 product = (unsigned __int128) word * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint64) product ^ (guint64) (product >> 64);
}

/* TRUE where @word is new. */
static inline gboolean
ink_distinct_add (InkDistinct *set,
                  guint64 word)
{
  if (word == set->before && word != 0)
    return FALSE;
  set->before = word;
  return ink_distinct_grow_and_add (set, word);
}

G_END_DECLS
