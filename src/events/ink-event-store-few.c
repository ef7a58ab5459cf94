/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers of a few events: what a first question needs of a column that nobody read yet. Durations
 * need no visits of everybody then. */
#include "events/ink-event-store-private.h"

#include <math.h>
#include <string.h>

/* Fewer rows than these are read in whole before anybody waits. */
#define MANY_ROWS 500000
/* Of so many rows one may be asked for. */
#define FEW 8

/* As the source gave them. NULL without @error where this is not the first time, or they are no
 * numbers of one run in order. */
static double *
read_numbers (InkEventData *data,
              const char *name,
              const guint32 *rows,
              guint32 n,
              GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&data->lock);
  g_autofree char *column = ink_run_column_name (name, INK_ON_EVENT);
  g_autofree double *numbers = NULL;
  InkRun *run = data->runs->len == 1 ? g_ptr_array_index (data->runs, 0) : NULL;
  const InkRunColumn *info = run != NULL ? ink_run_find_column (run, name, INK_ON_EVENT) : NULL;

  if (info == NULL || info->layout != INK_LAYOUT_NUMBERS || info->filled == 0
      || data->order != NULL || g_hash_table_contains (data->properties, column)
      || !g_hash_table_add (data->asked, g_strdup (column)))
    return NULL;
  numbers = g_new (double, (gsize) n + 1);
  if (!ink_run_read_numbers_at (run, column, run->n_rows, rows, n, numbers, error))
    return NULL;
  return g_steal_pointer (&numbers);
}

static gboolean
takes_part (const InkEventStore *store,
            guint32 row)
{
  return store->data->times[row] != INK_TIME_NONE
         && !store->passive[ink_codes_get (ink_event_store_get_names (store), row)];
}

/* What gaps make of an event without a duration of its own: as long as until the person's next. */
static double
find_duration (const InkEventStore *store,
               guint32 row)
{
  const InkEventData *data = store->data;
  guint32 person = ink_event_store_person_of_row (store, row), next = row + 1, end;

  if (person == INK_NO_PERSON || !takes_part (store, row))
    return NAN;
  end = data->offsets[person + 1];
  while (next < end && !takes_part (store, next))
    next++;
  if (next == end || data->times[next] - data->times[row] > INK_SESSION_GAP)
    return NAN;
  return (double) (data->times[next] - data->times[row]) / INK_SECOND;
}

static void
fill_durations (const InkEventStore *store,
                const guint32 *rows,
                guint32 n,
                double *numbers)
{
  InkCodes names = ink_event_store_get_names (store);

  for (guint32 i = 0; i < n; i++)
    if (store->passive[ink_codes_get (names, rows[i])])
      numbers[i] = NAN;
    else if (isnan (numbers[i]))
      numbers[i] = find_duration (store, rows[i]);
}

static double *
read_durations (InkEventStore *store,
                const guint32 *rows,
                guint32 n,
                GError **error)
{
  double *numbers;

  if (g_hash_table_contains (store->derived, "duration")
      || ink_event_data_has_column (store->data, "session", INK_ON_EVENT)
      || !ink_event_data_has_column (store->data, "duration", INK_ON_EVENT))
    return NULL;
  numbers = read_numbers (store->data, "duration", rows, n, error);
  if (numbers != NULL)
    fill_durations (store, rows, n, numbers);
  return numbers;
}

double *
ink_event_store_read_numbers (InkEventStore *store,
                              const char *name,
                              const guint32 *rows,
                              guint32 n,
                              GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->lock);

  g_return_val_if_fail (name != NULL && (rows != NULL || n == 0), NULL);

  if (store->data->n_rows < MANY_ROWS || n > store->data->n_rows / FEW
      || strcmp (name, "session") == 0)
    return NULL;
  if (strcmp (name, "duration") == 0)
    return read_durations (store, rows, n, error);
  return read_numbers (store->data, name, rows, n, error);
}
