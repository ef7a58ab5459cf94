/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A set of words by open addressing. */
#include "events/ink-distinct-private.h"

static void
put (guint64 *slots,
     gsize mask,
     guint64 word)
{
  gsize i = ink_distinct_mix (word) & mask;

  while (slots[i] != 0)
    i = (i + 1) & mask;
  slots[i] = word;
}

static void
grow (InkDistinct *set)
{
  gsize n_slots = set->slots != NULL ? (set->mask + 1) * 2 : 64;
  guint64 *slots = g_new0 (guint64, n_slots);

  for (gsize i = 0; set->slots != NULL && i <= set->mask; i++)
    if (set->slots[i] != 0)
      put (slots, n_slots - 1, set->slots[i]);
  g_free (set->slots);
  set->slots = slots;
  set->mask = n_slots - 1;
}

gboolean
ink_distinct_contains (const InkDistinct *set,
                       guint64 word)
{
  if (word == 0)
    return set->has_zero;
  if (set->slots == NULL)
    return FALSE;
  for (gsize i = ink_distinct_mix (word) & set->mask; set->slots[i] != 0; i = (i + 1) & set->mask)
    if (set->slots[i] == word)
      return TRUE;
  return FALSE;
}

gboolean
ink_distinct_grow_and_add (InkDistinct *set,
                           guint64 word)
{
  if (ink_distinct_contains (set, word))
    return FALSE;

  set->n++;
  if (word == 0)
    {
      set->has_zero = TRUE;
      return TRUE;
    }
  if (set->slots == NULL || set->n * 3 > set->mask * 2)
    grow (set);
  put (set->slots, set->mask, word);
  return TRUE;
}

void
ink_distinct_clear (InkDistinct *set)
{
  g_free (set->slots);
  *set = (InkDistinct) INK_DISTINCT_INIT;
}
