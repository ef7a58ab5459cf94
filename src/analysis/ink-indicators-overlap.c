/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which micros the same people do, ordered so that like ones stand together: a chain that begins
 * with the two that are most alike and grows at its ends by what is most like them. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-indicators.h"

double
ink_indicators_get_phi (const InkIndicators *indicators,
                        guint a,
                        guint b)
{
  const InkIndicatorTally *counts;
  guint64 both, of_a, of_b;
  InkFourfold table;

  g_return_val_if_fail (indicators != NULL && a < indicators->n && b < indicators->n, NAN);

  counts = indicators->counts;
  both = ink_indicators_get_both (indicators, a, b);
  of_a = counts->micros[a].people;
  of_b = counts->micros[b].people;
  table = (InkFourfold){ both, of_a - both, of_b - both, counts->people + both - of_a - of_b };
  return ink_fourfold_phi (&table);
}

guint64
ink_indicators_get_both (const InkIndicators *indicators,
                         guint a,
                         guint b)
{
  g_return_val_if_fail (indicators != NULL && a < indicators->n && b < indicators->n, 0);

  return indicators->counts->together[MAX (a, b) * indicators->n + MIN (a, b)];
}

/* What is unknown is alike to nothing. */
static double
likeness (const InkIndicators *indicators,
          guint a,
          guint b)
{
  double phi = ink_indicators_get_phi (indicators, a, b);

  return isnan (phi) ? -2 : phi;
}

/* The two that are most alike; @n of them at least two. */
static void
find_pair (const InkIndicators *all,
           guint *first,
           guint *second)
{
  *first = 0;
  *second = 1;
  for (guint a = 0; a < all->n; a++)
    for (guint b = a + 1; b < all->n; b++)
      if (likeness (all, a, b) > likeness (all, *first, *second))
        {
          *first = a;
          *second = b;
        }
}

/* Takes into the chain what is most like one of its ends. */
static void
grow (const InkIndicators *all,
      GArray *chain,
      gboolean *taken)
{
  guint head = g_array_index (chain, guint, 0);
  guint tail = g_array_index (chain, guint, chain->len - 1);
  double best = -3;
  guint found = 0;
  gboolean at_tail = TRUE;

  for (guint i = 0; i < all->n; i++)
    {
      double to_head = likeness (all, i, head), to_tail = likeness (all, i, tail);

      if (taken[i] || fmax (to_head, to_tail) <= best)
        continue;
      best = fmax (to_head, to_tail);
      found = i;
      at_tail = to_tail >= to_head;
    }
  taken[found] = TRUE;
  if (at_tail)
    g_array_append_val (chain, found);
  else
    g_array_prepend_val (chain, found);
}

static GArray *
order (const InkIndicators *all)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *taken = g_new0 (gboolean, all->n + 1);
  guint first = 0, second = 0;

  if (all->n < 2)
    return chain;
  find_pair (all, &first, &second);
  g_array_append_val (chain, first);
  g_array_append_val (chain, second);
  taken[first] = taken[second] = TRUE;
  while (chain->len < all->n)
    grow (all, chain, taken);
  return chain;
}

InkTable *
ink_indicators_to_overlap (const InkIndicators *indicators)
{
  InkTableBuilder *builder;
  g_autoptr (GArray) chain = NULL;

  g_return_val_if_fail (indicators != NULL, NULL);

  chain = order (indicators);
  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "micro", _ ("Micro conversion"));
  ink_table_builder_add_text (builder, "other", _ ("Other micro conversion"));
  ink_table_builder_add_number (builder, "people", _ ("People who did both"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "phi", _ ("Correlation"), INK_FORMAT_PLAIN);
  for (guint i = 0; i < chain->len; i++)
    for (guint j = 0; j < chain->len; j++)
      {
        guint a = g_array_index (chain, guint, i), b = g_array_index (chain, guint, j);

        if (a == b)
          continue;
        ink_table_builder_text (builder, indicators->indicators[a].micro);
        ink_table_builder_text (builder, indicators->indicators[b].micro);
        ink_table_builder_number (builder, (double) ink_indicators_get_both (indicators, a, b));
        ink_table_builder_number (builder, ink_indicators_get_phi (indicators, a, b));
      }
  return ink_table_builder_end (builder);
}
