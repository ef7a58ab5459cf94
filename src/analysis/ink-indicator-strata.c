/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adds the cells of a stratum on either side of a micro conversion. Each side is added up by itself:
 * a side without time is exactly 0, never what a difference leaves. */
#include "analysis/ink-indicator-strata.h"

static const InkIndicatorCell *
get_cell (const InkIndicatorStrata *strata,
          guint index)
{
  return &g_array_index ((GArray *) strata->cells, InkIndicatorCell, index);
}

static InkIndicatorSide
read_side (const InkIndicatorCell *cell)
{
  return (InkIndicatorSide){
    { ink_time_sum_days (&cell->time[0]), ink_time_sum_days (&cell->time[1]) },
    { (double) cell->events[0], (double) cell->events[1] },
  };
}

void
ink_indicator_strata_init (InkIndicatorStrata *strata,
                           const GArray *cells)
{
  g_return_if_fail (strata != NULL && cells != NULL);

  *strata = (InkIndicatorStrata){ .cells = cells };
  strata->sides = g_new (InkIndicatorSide, cells->len + 1);
  strata->done = g_new (guint64, cells->len + 1);
  strata->ends = g_new (guint, cells->len + 1);
  strata->personas = g_new (guint, cells->len + 1);
  for (guint i = 0; i < cells->len; i++)
    {
      InkIndicatorStratum stratum = get_cell (strata, i)->stratum;

      strata->sides[i] = read_side (get_cell (strata, i));
      strata->done[i] = get_cell (strata, i)->done;
      if (i > 0 && stratum == get_cell (strata, i - 1)->stratum)
        {
          strata->ends[strata->n - 1] = i + 1;
          continue;
        }
      strata->ends[strata->n] = i + 1;
      strata->personas[strata->n++] = ink_indicator_stratum_persona (stratum);
    }
}

void
ink_indicator_strata_clear (InkIndicatorStrata *strata)
{
  g_return_if_fail (strata != NULL);

  g_clear_pointer (&strata->sides, g_free);
  g_clear_pointer (&strata->done, g_free);
  g_clear_pointer (&strata->ends, g_free);
  g_clear_pointer (&strata->personas, g_free);
}

/* Without a branch, which nobody could guess: what is not of a side adds 0 to it. */
static inline void
add_side (InkRateStratum *rates,
          double done,
          double days,
          double events)
{
  rates->y1 += done * days;
  rates->d1 += done * events;
  rates->y0 += (1 - done) * days;
  rates->d0 += (1 - done) * events;
}

void
ink_indicator_strata_fill (const InkIndicatorStrata *strata,
                           guint micro,
                           InkRateStratum *early,
                           InkRateStratum *late,
                           InkRateStratum *whole)
{
  guint at = 0;

  g_return_if_fail (strata != NULL && micro < INK_INDICATOR_MAX_MICROS);

  for (guint s = 0; s < strata->n; s++)
    {
      InkRateStratum before = { 0 }, after = { 0 };

      for (; at < strata->ends[s]; at++)
        {
          const InkIndicatorSide *side = &strata->sides[at];
          double done = (double) (strata->done[at] >> micro & 1);

          add_side (&before, done, side->days[0], side->events[0]);
          add_side (&after, done, side->days[1], side->events[1]);
        }
      early[s] = before;
      late[s] = after;
      whole[s] = (InkRateStratum){ before.d1 + after.d1, before.y1 + after.y1,
                                   before.d0 + after.d0, before.y0 + after.y0 };
    }
}

InkRateStratum
ink_indicator_strata_pool (const InkIndicatorStrata *strata,
                           const InkRateStratum *rates)
{
  InkRateStratum pooled = { 0 };

  g_return_val_if_fail (strata != NULL, pooled);

  for (guint s = 0; s < strata->n; s++)
    {
      pooled.d1 += rates[s].d1;
      pooled.y1 += rates[s].y1;
      pooled.d0 += rates[s].d0;
      pooled.y0 += rates[s].y0;
    }

  return pooled;
}

void
ink_indicator_strata_range (const InkIndicatorStrata *strata,
                            guint persona,
                            guint *first,
                            guint *end)
{
  g_return_if_fail (strata != NULL && first != NULL && end != NULL);

  *first = 0;
  while (*first < strata->n && strata->personas[*first] < persona)
    (*first)++;
  *end = *first;
  while (*end < strata->n && strata->personas[*end] == persona)
    (*end)++;
}
