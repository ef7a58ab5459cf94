/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-time-parts.h"

/* No calendar unit is longer than these, so a longer stretch needs more than @most of them. */
static const gint64 longest[] = {
  [INK_PERIOD_DAY] = INK_DAY + INK_DAY / 4,
  [INK_PERIOD_WEEK] = 7 * INK_DAY + INK_DAY / 4,
};

static void
add_starts (GArray *starts,
            gint64 first,
            gint64 last,
            InkPeriod period,
            GTimeZone *zone)
{
  gint64 start = ink_time_period_start (first, period, zone);

  g_array_set_size (starts, 0);
  g_array_append_val (starts, start);
  while (start <= last)
    {
      gint64 next = ink_time_period_next (start, period, zone);

      if (next <= start)
        break;
      start = next;
      g_array_append_val (starts, start);
    }
}

/* Joins parts until there are at most @most; the last may be shorter. */
static void
join (GArray *starts,
      guint most)
{
  guint n = starts->len - 1;
  guint each = (n + most - 1) / most;
  guint out = 0;

  if (each <= 1)
    return;
  for (guint i = 0; i < n; i += each)
    g_array_index (starts, gint64, out++) = g_array_index (starts, gint64, i);
  g_array_index (starts, gint64, out++) = g_array_index (starts, gint64, n);
  g_array_set_size (starts, out);
}

void
ink_time_parts_init (InkTimeParts *parts,
                     gint64 first,
                     gint64 last,
                     guint most,
                     GTimeZone *zone)
{
  GArray *starts;

  g_return_if_fail (parts != NULL);

  *parts = (InkTimeParts){ 0 };
  if (first == INK_TIME_NONE || last == INK_TIME_NONE || first > last || most == 0)
    return;
  starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (InkPeriod period = INK_PERIOD_DAY; period <= INK_PERIOD_MONTH; period++)
    {
      if (period < INK_PERIOD_MONTH && (last - first) / longest[period] > most)
        continue;
      add_starts (starts, first, last, period, zone);
      if (starts->len - 1 <= most)
        break;
    }
  join (starts, most);
  parts->n = starts->len - 1;
  parts->starts = (gint64 *) (gpointer) g_array_free (starts, FALSE);
}

void
ink_time_parts_clear (InkTimeParts *parts)
{
  g_clear_pointer (&parts->starts, g_free);
  parts->n = 0;
}
