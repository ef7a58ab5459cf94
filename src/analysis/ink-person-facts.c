/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-person-facts.h"

#include <math.h>

static double
to_number (gint64 time)
{
  return time == INK_TIME_NONE ? NAN : (double) time;
}

/* The person's rows are in order of time: those in the period are a stretch of them. */
InkPersonFacts
ink_person_facts_get (InkEventStore *store,
                      guint32 person,
                      gint64 from,
                      gint64 to)
{
  const guint32 *offsets;
  const gint64 *times;
  guint32 first, end;

  g_return_val_if_fail (store != NULL, ((InkPersonFacts){ 0, NAN, NAN }));
  g_return_val_if_fail (person < ink_event_store_get_n_people (store),
                        ((InkPersonFacts){ 0, NAN, NAN }));

  offsets = ink_event_store_get_offsets (store);
  times = ink_event_store_get_times (store);
  first = offsets[person];
  end = offsets[person + 1];
  while (from != INK_TIME_NONE && first < end && times[first] < from)
    first++;
  while (to != INK_TIME_NONE && end > first && times[end - 1] > to)
    end--;
  while (to != INK_TIME_NONE && first < end && times[first] == INK_TIME_NONE)
    first++;
  if (first == end)
    return (InkPersonFacts){ 0, NAN, NAN };

  return (InkPersonFacts){ end - first, to_number (times[first]), to_number (times[end - 1]) };
}
