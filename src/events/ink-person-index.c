/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the index of persons by row from the offsets. */
#include "events/ink-person-index.h"

InkPersonIndex
ink_person_index_make (const guint32 *offsets,
                       guint32 n_people)
{
  gsize n_words = (gsize) offsets[n_people] / 64 + 1;
  guint64 *starts = g_new0 (guint64, n_words);
  guint32 *before = g_new (guint32, n_words);
  guint32 n = 0;

  for (guint32 person = 0; person < n_people; person++)
    starts[offsets[person] / 64] |= G_GUINT64_CONSTANT (1) << (offsets[person] % 64);
  for (gsize word = 0; word < n_words; word++)
    {
      before[word] = n;
      n += ink_count_bits (starts[word]);
    }

  return (InkPersonIndex){ starts, before };
}
