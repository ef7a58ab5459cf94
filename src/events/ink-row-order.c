/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sort of rows. Exports come in order of time, so a stable counting sort by person leaves
 * next to nothing to do: only persons that are out of order are sorted. */
#include "events/ink-row-order-private.h"

#include <string.h>

#define FEW 24

typedef struct
{
  gint64 time;
  guint32 row;
} Place;

guint32 *
ink_row_order_by_group (const guint32 *group_of_row,
                        guint32 n_rows,
                        guint32 n_groups,
                        guint32 *offsets)
{
  guint32 *rows = g_new (guint32, (gsize) n_rows + 1);

  memset (offsets, 0, ((gsize) n_groups + 1) * sizeof *offsets);
  for (guint32 i = 0; i < n_rows; i++)
    offsets[group_of_row[i] + 1]++;
  for (guint32 g = 0; g < n_groups; g++)
    offsets[g + 1] += offsets[g];
  /* Each start runs to its end while rows are put … */
  for (guint32 i = 0; i < n_rows; i++)
    rows[offsets[group_of_row[i]]++] = i;
  /* … and is the start of the next then. */
  memmove (offsets + 1, offsets, (gsize) n_groups * sizeof *offsets);
  offsets[0] = 0;

  return rows;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  const Place *x = a, *y = b;

  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void
insert_few (guint32 *rows,
            gint64 *times,
            guint32 n)
{
  for (guint32 i = 1; i < n; i++)
    {
      guint32 row = rows[i], k = i;
      gint64 time = times[i];

      for (; k > 0 && (times[k - 1] > time || (times[k - 1] == time && rows[k - 1] > row)); k--)
        {
          rows[k] = rows[k - 1];
          times[k] = times[k - 1];
        }
      rows[k] = row;
      times[k] = time;
    }
}

static void
sort_many (guint32 *rows,
           gint64 *times,
           guint32 n)
{
  g_autofree Place *places = g_new (Place, n);

  for (guint32 i = 0; i < n; i++)
    places[i] = (Place){ .time = times[i], .row = rows[i] };
  g_qsort_with_data (places, (int) n, sizeof *places, compare_places, NULL);
  for (guint32 i = 0; i < n; i++)
    {
      times[i] = places[i].time;
      rows[i] = places[i].row;
    }
}

void
ink_row_order_by_time (guint32 *rows,
                       gint64 *times,
                       const guint32 *offsets,
                       guint32 n_groups)
{
  for (guint32 g = 0; g < n_groups; g++)
    {
      guint32 start = offsets[g], end = offsets[g + 1];
      gboolean sorted = TRUE;

      for (guint32 i = start + 1; i < end && sorted; i++)
        sorted = times[i - 1] < times[i] || (times[i - 1] == times[i] && rows[i - 1] < rows[i]);
      if (sorted)
        continue;
      if (end - start <= FEW)
        insert_few (rows + start, times + start, end - start);
      else
        sort_many (rows + start, times + start, end - start);
    }
}
