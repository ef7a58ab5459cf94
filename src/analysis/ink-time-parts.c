/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/ink-time-parts.h"

#include <glib/gi18n-lib.h>

/* Midnights lie up to an hour beside a whole number of 24 hours where clocks change. */
static gint64
go_back (gint64 end,
         gint64 days,
         GTimeZone *zone)
{
  return ink_time_period_start (end - days * INK_DAY + INK_DAY / 2, INK_PERIOD_DAY, zone);
}

static gint64
count_days (gint64 start,
            gint64 end)
{
  return (end - start + INK_DAY / 2) / INK_DAY;
}

/* About an hour each, longer where there would be very many. */
#define HINT_SHIFT 32
#define MOST_HINTS 16384

static void
make_hints (InkTimeParts *parts)
{
  guint64 span = (guint64) parts->starts[parts->n] - (guint64) parts->starts[0];
  guint part = 0;

  parts->shift = HINT_SHIFT;
  while (span >> parts->shift >= MOST_HINTS)
    parts->shift++;
  parts->n_hints = (guint) (span >> parts->shift) + 1;
  parts->hints = g_new (guint8, parts->n_hints);
  for (guint i = 0; i < parts->n_hints; i++)
    {
      part = ink_time_parts_find (parts, part,
                                  parts->starts[0] + (gint64) ((guint64) i << parts->shift));
      parts->hints[i] = (guint8) part;
    }
}

/* How many days each part has. */
static gint64
choose_length (gint64 days,
               guint most)
{
  gint64 weeks = (days + 7 * (gint64) most - 1) / (7 * (gint64) most);

  return days <= most ? 1 : 7 * weeks;
}

void
ink_time_parts_init (InkTimeParts *parts,
                     gint64 first,
                     gint64 last,
                     guint most,
                     GTimeZone *zone)
{
  gint64 start, end, days, length;

  g_return_if_fail (parts != NULL);
  g_return_if_fail (most <= INK_TIME_PARTS_LIMIT);

  *parts = (InkTimeParts){ 0 };
  if (first == INK_TIME_NONE || last == INK_TIME_NONE || first > last || most == 0)
    return;
  start = ink_time_period_start (first, INK_PERIOD_DAY, zone);
  end = ink_time_period_next (ink_time_period_start (last, INK_PERIOD_DAY, zone), INK_PERIOD_DAY,
                              zone);
  days = MAX (count_days (start, end), 1);
  length = choose_length (days, most);
  parts->n = (guint) ((days + length - 1) / length);
  parts->starts = g_new (gint64, parts->n + 1);
  parts->starts[0] = start;
  for (guint i = 1; i < parts->n; i++)
    parts->starts[i] = go_back (end, (parts->n - i) * length, zone);
  parts->starts[parts->n] = end;
  make_hints (parts);
}

void
ink_time_parts_copy (InkTimeParts *parts,
                     const InkTimeParts *other)
{
  g_return_if_fail (parts != NULL && other != NULL);

  *parts = *other;
  if (other->starts != NULL)
    parts->starts = g_memdup2 (other->starts, (other->n + 1) * sizeof *other->starts);
  parts->hints = g_memdup2 (other->hints, other->n_hints);
  if (other->places != NULL)
    g_bytes_ref (parts->places);
}

void
ink_time_parts_place (InkTimeParts *parts,
                      const gint64 *times,
                      guint32 n)
{
  guint8 *places;

  g_return_if_fail (parts != NULL && parts->places == NULL);
  g_return_if_fail (times != NULL || n == 0);

  if (parts->n == 0)
    return;
  places = g_malloc ((gsize) n + 1);
  for (guint32 row = 0; row < n; row++)
    places[row] = times[row] == INK_TIME_NONE
                      ? INK_TIME_PARTS_LIMIT
                      : (guint8) ink_time_parts_find_any (parts, times[row]);
  parts->places = g_bytes_new_take (places, n);
}

void
ink_time_parts_clear (InkTimeParts *parts)
{
  g_clear_pointer (&parts->starts, g_free);
  g_clear_pointer (&parts->hints, g_free);
  g_clear_pointer (&parts->places, g_bytes_unref);
  parts->n = 0;
}

InkTable *
ink_time_parts_to_table (const InkTimeParts *parts)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (parts != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_number (builder, "start", _ ("From"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "end", _ ("To"), INK_FORMAT_TIME);
  for (guint part = 0; part < parts->n; part++)
    {
      ink_table_builder_number (builder, (double) parts->starts[part]);
      ink_table_builder_number (builder, (double) parts->starts[part + 1]);
    }
  return ink_table_builder_end (builder);
}

void
ink_time_parts_declare (const InkTimeParts *parts,
                        GTimeZone *zone,
                        InkTableBuilder *builder)
{
  g_return_if_fail (parts != NULL && builder != NULL);

  for (guint part = 0; part < parts->n; part++)
    {
      g_autofree char *date = ink_time_to_date (parts->starts[part], zone);

      ink_table_builder_add_number (builder, date, date, INK_FORMAT_COUNT);
    }
}
