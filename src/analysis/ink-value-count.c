/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-value-count.h"

#include <math.h>
#include <stdlib.h>

typedef struct
{
  InkValueCount *count;
  double *out; /* the next free place of `sorted` */
} Filling;

static void
add_codes (InkValueCount *count,
           InkRowSpan span)
{
  for (guint32 row = span.first; row < span.end; row++)
    count->counts[ink_codes_get (count->property->codes, row)]++;
}

static void
add_numbers (Filling *filling,
             InkRowSpan span)
{
  const InkProperty *property = filling->count->property;

  for (guint32 row = span.first; row < span.end; row++)
    if (property->layout == INK_LAYOUT_NUMBERS && !isnan (property->numbers[row]))
      *filling->out++ = property->numbers[row];
    else if (property->layout == INK_LAYOUT_TIMES && property->times[row] != INK_TIME_NONE)
      *filling->out++ = (double) property->times[row];
}

static void
add_rows (Filling *filling,
          InkRowSpan span)
{
  InkValueCount *count = filling->count;

  /* Rows beyond a column that an import cut short carry nothing. */
  count->rows += span.end - span.first;
  span.end = MIN (span.end, count->property->n_rows);
  if (span.end <= span.first)
    return;
  if (count->property->layout == INK_LAYOUT_CODES)
    add_codes (count, span);
  else
    add_numbers (filling, span);
}

static gboolean
add_events (Filling *filling,
            const InkNarrowing *narrowing,
            InkEventStore *store,
            GError **error)
{
  const InkScope *scope = narrowing->scope;

  for (guint32 person = 0; person < scope->n_people; person++)
    {
      if (ink_narrowing_is_cancelled (narrowing, person, error))
        return FALSE;
      add_rows (filling, ink_narrowing_rows (narrowing, person));
    }
  for (guint32 row = scope->n_rows; row < ink_event_store_get_n_events (store); row++)
    if (ink_narrowing_has_row_of_nobody (narrowing, row))
      add_rows (filling, (InkRowSpan){ row, row + 1 });
  return TRUE;
}

/* Persons without an event count only where nothing narrows. */
static gboolean
add_persons (Filling *filling,
             const InkNarrowing *narrowing,
             InkEventStore *store,
             GError **error)
{
  guint32 n = ink_narrowing_is_open (narrowing) ? ink_event_store_get_n_persons (store)
                                                : narrowing->scope->n_people;

  for (guint32 person = 0; person < n; person++)
    {
      InkRowSpan span = { 0, 1 };

      if (ink_narrowing_is_cancelled (narrowing, person, error))
        return FALSE;
      if (!ink_narrowing_is_open (narrowing))
        span = ink_narrowing_rows (narrowing, person);
      if (span.end > span.first)
        add_rows (filling, (InkRowSpan){ person, person + 1 });
    }
  return TRUE;
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
finish_codes (InkValueCount *count)
{
  for (guint32 code = 1; code < count->property->n_values; code++)
    {
      count->filled += count->counts[code];
      count->distinct += count->counts[code] > 0;
    }
}

static void
finish_numbers (Filling *filling)
{
  InkValueCount *count = filling->count;

  count->filled = (guint64) (filling->out - count->sorted);
  qsort (count->sorted, count->filled, sizeof (double), compare_doubles);
  for (guint64 i = 0; i < count->filled; i++)
    count->distinct += i == 0 || count->sorted[i] != count->sorted[i - 1];
}

gboolean
ink_value_count_init (InkValueCount *count,
                      InkEventStore *store,
                      const InkNarrowing *narrowing,
                      const char *name,
                      InkOn on,
                      GError **error)
{
  Filling filling = { count, NULL };
  GError *failure = NULL;

  g_return_val_if_fail (count != NULL, FALSE);

  *count = (InkValueCount){ 0 };
  count->property = ink_event_store_load_source_property (store, name, on, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (count->property == NULL)
    return TRUE;
  if (count->property->layout == INK_LAYOUT_CODES)
    count->counts = g_new0 (guint32, (gsize) count->property->n_values + 1);
  else
    filling.out = count->sorted = g_new (double, (gsize) count->property->n_rows + 1);
  if (!(on == INK_ON_EVENT ? add_events (&filling, narrowing, store, error)
                           : add_persons (&filling, narrowing, store, error)))
    return FALSE;
  if (count->property->layout == INK_LAYOUT_CODES)
    finish_codes (count);
  else
    finish_numbers (&filling);
  return TRUE;
}

void
ink_value_count_clear (InkValueCount *count)
{
  g_clear_pointer (&count->property, ink_property_unref);
  g_clear_pointer (&count->counts, g_free);
  g_clear_pointer (&count->sorted, g_free);
}

/* Keeps @top in order, at most @most long. */
static void
offer (GArray *top,
       guint most,
       InkTopValue value)
{
  guint place = top->len;

  while (place > 0 && g_array_index (top, InkTopValue, place - 1).rows < value.rows)
    place--;
  if (place >= most)
    return;
  g_array_insert_val (top, place, value);
  if (top->len > most)
    g_array_set_size (top, most);
}

GArray *
ink_value_count_top (const InkValueCount *count,
                     guint most)
{
  GArray *top = g_array_new (FALSE, FALSE, sizeof (InkTopValue));
  gboolean times;

  g_return_val_if_fail (count != NULL, top);

  if (count->counts != NULL)
    for (guint32 code = 1; code < count->property->n_values; code++)
      if (count->counts[code] > 0)
        offer (top, most, (InkTopValue){ count->property->values[code], count->counts[code] });
  times = count->property != NULL && count->property->layout == INK_LAYOUT_TIMES;
  for (guint64 i = 0, next; count->sorted != NULL && i < count->filled; i = next)
    {
      double number = count->sorted[i];

      for (next = i + 1; next < count->filled && count->sorted[next] == number;)
        next++;
      offer (top, most,
             (InkTopValue){ times ? ink_value_time ((gint64) number) : ink_value_number (number),
                            next - i });
    }
  return top;
}
