/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is whom, and one order of rows. */
#include "events/ink-event-merge-private.h"

#include <string.h>

#include "base/ink-pages.h"
#include "events/ink-property-private.h"
#include "events/ink-row-order-private.h"

/* Below this a second thread costs more than it gains. */
#define ROWS_FOR_TWO_THREADS 500000

/* --- Persons --- */

static guint32
shown (const InkEventMerge *merge,
       guint32 id)
{
  return merge->data->shown_of_id != NULL ? merge->data->shown_of_id[id] : id;
}

/* Persons with events first, each part by the number of the shown id. */
static void
number_persons (InkEventMerge *merge)
{
  InkEventData *data = merge->data;
  guint32 *person_of_id = g_new (guint32, (gsize) data->n_ids + 1);

  merge->person_of_id = person_of_id;
  memset (person_of_id, 0, ((gsize) data->n_ids + 1) * sizeof (guint32));
  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = ink_event_data_run (data, i);

      for (guint32 k = 0; k < run->n_person_rows; k++)
        person_of_id[shown (merge, merge->person_rows[i][k])] |= 1;
      for (guint32 g = 0; g < run->n_groups; g++)
        person_of_id[shown (merge, merge->groups[i][2 * g])] |= 2;
    }

  for (guint32 id = 0; id < data->n_ids; id++)
    {
      data->n_people += person_of_id[id] >= 2;
      data->n_persons += person_of_id[id] >= 1;
    }
  data->person_ids = g_new (guint32, (gsize) data->n_persons + 1);
  for (guint32 id = 0, person = 0, further = data->n_people; id < data->n_ids; id++)
    {
      guint32 known = person_of_id[id];
      guint32 number = known >= 2 ? person++ : known == 1 ? further++ : INK_NO_PERSON;

      person_of_id[id] = number;
      if (number != INK_NO_PERSON)
        data->person_ids[number] = id;
    }
}

/* Each person's own date, by person. */
static gboolean
read_dates (InkEventMerge *merge,
            gint64 *dates,
            GError **error)
{
  InkEventData *data = merge->data;
  g_autofree char *column = ink_run_column_name (INK_OWN_DATE, INK_ON_PERSON);

  for (guint32 person = 0; person <= data->n_persons; person++)
    dates[person] = INK_TIME_NONE;
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = ink_event_data_run (data, i);
      const InkRunColumn *info = ink_run_find_column (run, INK_OWN_DATE, INK_ON_PERSON);
      const guint32 *rows = merge->person_rows[i];
      g_autofree gint64 *times = NULL;

      if (info == NULL)
        continue;
      times = g_new (gint64, (gsize) run->n_person_rows + 1);
      if (info->layout != INK_LAYOUT_TIMES
          || !ink_run_read_times (run, column, run->n_person_rows, times, error))
        {
          if (error == NULL || *error == NULL)
            ink_block_damaged (column, 0, error);
          return FALSE;
        }
      for (guint32 k = 0; k < run->n_person_rows; k++)
        if (times[k] != INK_TIME_NONE)
          dates[merge->person_of_id[shown (merge, rows[k])]] = times[k];
    }
  return TRUE;
}

/* --- Order --- */

/* Rows of [from, to) do not go back in time. Without a branch by row: people have few rows. */
static inline gboolean
is_in_order (const gint64 *times,
             guint32 from,
             guint32 to)
{
  guint back = 0;

  for (guint32 row = from + 1; row < to; row++)
    back |= times[row] < times[row - 1];
  return back == 0;
}

/* By the times themselves. */
static gboolean
are_times_in_order (const InkEventData *data)
{
  for (guint32 person = 0; person < data->n_people; person++)
    if (!is_in_order (data->times, data->offsets[person], data->offsets[person + 1]))
      return FALSE;
  return is_in_order (data->times, data->offsets[data->n_people], data->n_rows);
}

/* By the bits that decoding left: time goes back only where a person, or nobody, begins. */
static gboolean
are_bits_in_order (const InkEventData *data,
                   const guint64 *back)
{
  guint32 end = data->offsets[data->n_people];
  guint64 wrong = 0;

  for (guint32 word = 0; word <= data->n_rows / 64; word++)
    {
      guint64 begins = word <= end / 64 ? data->index.starts[word] : 0;

      if (word == end / 64)
        begins |= G_GUINT64_CONSTANT (1) << end % 64;
      wrong |= back[word] & ~begins;
    }
  return wrong == 0;
}

/* One run whose groups are persons in order: the rows stand as they should already, unless their
 * times do not. */
static gboolean
find_offsets_of_one_run (InkEventMerge *merge)
{
  InkEventData *data = merge->data;
  guint32 before = 0, row = 0;

  if (data->runs->len != 1 || merge->have_dates
      || ink_event_data_run (data, 0)->n_groups != data->n_people)
    return FALSE;
  for (guint32 g = 0; g < data->n_people; g++)
    {
      guint32 id = merge->groups[0][2 * g];

      if (shown (merge, id) != id || (g > 0 && id <= before))
        return FALSE;
      before = id;
      data->offsets[g] = row;
      row += merge->groups[0][2 * g + 1];
    }
  data->offsets[data->n_people] = row;
  data->index = ink_person_index_make (data->offsets, data->n_people);
  return TRUE;
}

static gboolean
are_in_order (const InkEventMerge *merge)
{
  return merge->facts.back != NULL ? are_bits_in_order (merge->data, merge->facts.back)
                                   : are_times_in_order (merge->data);
}

static guint32 *
person_by_row (InkEventMerge *merge,
               const gint64 *dates)
{
  InkEventData *data = merge->data;
  guint32 *person_of_row = g_new (guint32, (gsize) data->n_rows + 1);
  guint32 row = 0;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = ink_event_data_run (data, i);

      for (guint32 g = 0; g < run->n_groups; g++)
        {
          guint32 person = merge->person_of_id[shown (merge, merge->groups[i][2 * g])];
          guint32 end = row + merge->groups[i][2 * g + 1];

          for (; row < end; row++)
            {
              person_of_row[row] = person;
              if (dates != NULL && data->times[row] == INK_TIME_NONE)
                data->times[row] = dates[person];
            }
        }
      for (guint32 k = 0; k < run->n_of_nobody; k++)
        person_of_row[row++] = data->n_people;
    }
  return person_of_row;
}

static void
put_names_in_order (InkEventData *data)
{
  guint width = data->name_width;
  void *sorted = g_malloc (((gsize) data->n_rows + INK_ROW_SLACK) * width);
  InkCodes names = { .width = width, .data = data->name_codes };

  if (width == 1)
    for (guint32 row = 0; row < data->n_rows; row++)
      ((guint8 *) sorted)[row] = names.u8[data->order[row]];
  else
    for (guint32 row = 0; row < data->n_rows; row++)
      ink_codes_put (sorted, width, row, ink_codes_get (names, data->order[row]));
  g_free (data->name_codes);
  data->name_codes = sorted;
}

static gboolean
put_rows_in_order (InkEventMerge *merge,
                   GError **error)
{
  InkEventData *data = merge->data;
  g_autofree gint64 *dates = NULL;
  g_autofree guint32 *person_of_row = NULL;
  g_autofree guint32 *offsets = g_new (guint32, (gsize) data->n_people + 2);
  gint64 *times;

  if (merge->have_dates)
    {
      dates = g_new (gint64, (gsize) data->n_persons + 1);
      if (!read_dates (merge, dates, error))
        return FALSE;
    }
  person_of_row = person_by_row (merge, dates);
  data->order
      = ink_row_order_by_group (person_of_row, data->n_rows, data->n_people + 1, offsets);
  g_clear_pointer (&person_of_row, g_free);

  times = ink_pages_new (((gsize) data->n_rows + INK_ROW_SLACK) * sizeof (gint64));
  for (guint32 row = 0; row < data->n_rows; row++)
    times[row] = data->times[data->order[row]];
  g_free (data->times);
  data->times = times;
  ink_row_order_by_time (data->order, times, offsets, data->n_people + 1);
  put_names_in_order (data);
  memcpy (data->offsets, offsets, ((gsize) data->n_people + 1) * sizeof (guint32));
  g_free ((gpointer) data->index.starts);
  g_free ((gpointer) data->index.before);
  data->index = ink_person_index_make (data->offsets, data->n_people);
  return TRUE;
}

/* Own dates of persons are times that no block has. */
static void
find_ends (InkEventMerge *merge)
{
  const InkEventData *data = merge->data;

  for (guint32 row = 0; row < data->n_rows && merge->have_dates; row++)
    if (data->times[row] != INK_TIME_NONE)
      {
        merge->facts.least = MIN (merge->facts.least, data->times[row]);
        merge->facts.greatest = MAX (merge->facts.greatest, data->times[row]);
      }
}

static void
find_first_and_last (InkEventMerge *merge)
{
  InkEventData *data = merge->data;
  gboolean timed;

  find_ends (merge);
  timed = merge->facts.least <= merge->facts.greatest;
  data->first = timed ? merge->facts.least : INK_TIME_NONE;
  data->last = timed ? merge->facts.greatest : INK_TIME_NONE;
  data->only_days = timed;
  for (guint32 row = 0; row < data->n_rows && data->only_days; row++)
    data->only_days = data->times[row] == INK_TIME_NONE || data->times[row] % INK_DAY == 0;
}

/* Who is whom, and where everybody's rows are: all that needs no row. */
static gpointer
number (gpointer user_data)
{
  InkEventMerge *merge = user_data;
  InkEventData *data = merge->data;

  if (!ink_identity_is_trivial (merge->identity))
    {
      data->shown_of_id = g_new (guint32, (gsize) data->n_ids + 1);
      for (guint32 id = 0; id < data->n_ids; id++)
        data->shown_of_id[id] = ink_identity_find (merge->identity, id);
    }
  number_persons (merge);
  data->offsets = g_new0 (guint32, (gsize) data->n_people + 2);
  merge->one_run = find_offsets_of_one_run (merge);
  return NULL;
}

/* Side by side where there are many rows. */
static gboolean
number_and_read_rows (InkEventMerge *merge,
                      GError **error)
{
  gboolean many = merge->data->n_rows >= ROWS_FOR_TWO_THREADS && g_get_num_processors () > 1;
  GThread *thread = many ? g_thread_new ("ink-persons", number, merge) : NULL;
  gboolean done = ink_event_merge_read_rows (merge, error);

  if (thread != NULL)
    g_thread_join (thread);
  else if (done)
    number (merge);
  return done;
}

gboolean
ink_event_merge_run (InkEventMerge *merge,
                     GError **error)
{
  if (!ink_event_merge_read (merge, error) || !number_and_read_rows (merge, error)
      || g_cancellable_set_error_if_cancelled (merge->cancellable, error))
    return FALSE;
  if (!(merge->one_run && are_in_order (merge)) && !put_rows_in_order (merge, error))
    return FALSE;
  find_first_and_last (merge);
  return TRUE;
}
