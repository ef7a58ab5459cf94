/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whose an event is: a bit per row where a person begins, and how many began before each word.
 *
 * The answer needs no search and no branch, which is what a pass over scattered rows waits for. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const guint64 *starts; /* a bit per row */
  const guint32 *before; /* per 64 rows: persons that begin in the rows before them */
} InkPersonIndex;

/* @offsets: (array length=n_people+1): where each person's rows begin; nobody is without rows.
 * Both arrays are to be freed. */
InkPersonIndex ink_person_index_make (const guint32 *offsets, guint32 n_people);

static inline guint32
ink_count_bits (guint64 bits)
{
#ifdef __POPCNT__
  return (guint32) __builtin_popcountll (bits);
#else
  bits -= bits >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  bits = (bits & G_GUINT64_CONSTANT (0x3333333333333333))
         + (bits >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  bits = (bits + (bits >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  return (guint32) (bits * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
#endif
}

/* The person of a row that is no row of nobody. */
static inline guint32
ink_person_index_find (InkPersonIndex index,
                       guint32 row)
{
  guint64 up_to = index.starts[row / 64] << (63 - row % 64);

  return index.before[row / 64] + ink_count_bits (up_to) - 1;
}

G_END_DECLS
