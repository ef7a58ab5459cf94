/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs put together: who is whom, one order of rows, the columns that every question needs. */
#include "events/ink-event-data-private.h"

#include "base/ink-pages.h"
#include "events/ink-property-private.h"
#include "events/ink-row-order-private.h"

/* Kernels may read whole vectors past the last row. */
#define SLACK 64

/* What is at hand while runs are merged. */
typedef struct
{
  InkEventData *data;
  InkIdentity *identity;
  guint32 **groups;     /* by run: id and count, by turns */
  guint32 *person_of_id;
  gboolean have_dates;
  InkTimeFacts facts; /* of all runs; their bits only where there is one run */
  gint64 *known_times;
  void *known_codes;
  GCancellable *cancellable;
} Merge;

static guint64
next_revision (void)
{
  static guint64 last;

  return __atomic_add_fetch (&last, 1, __ATOMIC_RELAXED);
}

static InkRun *
run_at (const InkEventData *data,
        guint i)
{
  return g_ptr_array_index (data->runs, i);
}

InkEventData *
ink_event_data_ref (InkEventData *data)
{
  g_atomic_int_inc (&data->ref_count);
  return data;
}

void
ink_event_data_unref (InkEventData *data)
{
  if (!g_atomic_int_dec_and_test (&data->ref_count))
    return;
  g_clear_pointer (&data->runs, g_ptr_array_unref);
  g_clear_pointer (&data->names, ink_dictionary_unref);
  g_clear_pointer (&data->ids, ink_dictionary_unref);
  g_clear_pointer (&data->properties, g_hash_table_unref);
  g_clear_pointer (&data->values, g_hash_table_unref);
  if (data->schema != NULL)
    {
      g_free ((void *) data->schema->events);
      g_free ((void *) data->schema->properties);
      g_free (data->schema);
    }
  g_free (data->offsets);
  g_free ((gpointer) data->index.starts);
  g_free ((gpointer) data->index.before);
  g_free (data->times);
  g_free (data->name_codes);
  g_free (data->order);
  g_free (data->person_ids);
  g_free (data->shown_of_id);
  g_free (data->person_of_id);
  g_mutex_clear (&data->lock);
  g_free (data);
}

/* --- Reading what every run has --- */

static gboolean
check_directories (InkEventData *data,
                   GError **error)
{
  guint64 n_rows = 0, n_ids = 0, n_names = 0;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = run_at (data, i);

      if (run->first_id != n_ids || run->first_name != n_names)
        return ink_block_damaged (INK_RUN_DIRECTORY, 0, error);
      n_rows += run->n_rows;
      n_ids += run->n_ids;
      n_names += run->n_names;
      data->n_of_nobody += run->n_of_nobody;
    }
  if (n_rows > G_MAXINT32 || n_ids > G_MAXINT32 || n_names > G_MAXINT32)
    return ink_block_damaged (INK_RUN_DIRECTORY, 0, error);

  data->n_rows = (guint32) n_rows;
  data->n_ids = (guint32) n_ids;
  data->name_width = n_names == 0 ? 1 : ink_codes_width_for ((guint32) n_names - 1);
  return TRUE;
}

static gboolean
read_names (InkEventData *data,
            GError **error)
{
  if (data->names != NULL)
    return TRUE;
  data->names = ink_dictionary_new ();
  for (guint i = 0; i < data->runs->len; i++)
    if (!ink_run_read_texts (run_at (data, i), INK_RUN_NAMES, run_at (data, i)->n_names, FALSE,
                             data->names, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_links (Merge *merge,
            GError **error)
{
  for (guint i = 0; i < merge->data->runs->len; i++)
    {
      InkRun *run = run_at (merge->data, i);
      g_autofree guint32 *links
          = ink_run_read_integers (run, INK_RUN_LINKS, run->n_links * 3, error);

      if (links == NULL)
        return FALSE;
      for (guint32 k = 0; k < run->n_links; k++)
        {
          InkIdentityLink link = { links[3 * k], links[3 * k + 1], links[3 * k + 2] };
          gboolean merged;

          if (link.shown >= merge->data->n_ids || link.other >= merge->data->n_ids
              || link.kind > INK_LINK_ANONYMOUS)
            return ink_block_damaged (INK_RUN_LINKS, 0, error);
          ink_identity_link (merge->identity, link, &merged);
        }
    }
  return TRUE;
}

static gboolean
read_groups (Merge *merge,
             guint i,
             GError **error)
{
  InkRun *run = run_at (merge->data, i);
  guint64 n = run->n_of_nobody;
  guint32 *groups;

  groups = merge->groups[i]
      = ink_run_read_integers (run, INK_RUN_GROUPS, run->n_groups * 2, error);
  if (groups == NULL)
    return FALSE;
  for (guint32 g = 0; g < run->n_groups; g++)
    {
      if (groups[2 * g] >= merge->data->n_ids || groups[2 * g + 1] == 0)
        return ink_block_damaged (INK_RUN_GROUPS, 0, error);
      n += groups[2 * g + 1];
    }
  if (n != run->n_rows)
    return ink_block_damaged (INK_RUN_GROUPS, 0, error);
  return TRUE;
}

static gboolean
read_times (Merge *merge,
            InkRun *run,
            gint64 *times,
            GError **error)
{
  gboolean whole;

  if (merge->data->runs->len == 1)
    merge->facts.back = g_new0 (guint64, (gsize) run->n_rows / 64 + 1);
  if (!ink_run_read_times_and_facts (run, INK_RUN_TIME, run->n_rows, times, &merge->facts, &whole,
                                     error))
    return FALSE;
  if (!whole)
    g_clear_pointer (&merge->facts.back, g_free);
  return TRUE;
}

/* Rows that were just written need not be read back. */
static void
take_known_rows (Merge *merge)
{
  InkEventData *data = merge->data;
  const gint64 *times = data->times = g_steal_pointer (&merge->known_times);

  data->name_codes = g_steal_pointer (&merge->known_codes);
  for (guint32 row = 0; row < data->n_rows; row++)
    {
      merge->facts.least
          = MIN (merge->facts.least, times[row] != INK_TIME_NONE ? times[row] : G_MAXINT64);
      merge->facts.greatest = MAX (merge->facts.greatest, times[row]);
    }
}

/* Names and times of the runs one after the other. */
static gboolean
read_rows (Merge *merge,
           GError **error)
{
  InkEventData *data = merge->data;
  guint32 n_names = ink_dictionary_size (data->names), done = 0;
  guint width = data->name_width;

  if (merge->known_times != NULL)
    {
      take_known_rows (merge);
      return TRUE;
    }
  if (data->runs->len == 1)
    {
      data->name_codes = ink_run_read_new_codes (run_at (data, 0), INK_RUN_NAME, data->n_rows,
                                                 n_names, width, error);
      if (data->name_codes == NULL)
        return FALSE;
    }
  else
    {
      GByteArray *all = g_byte_array_new ();

      for (guint i = 0; i < data->runs->len; i++)
        {
          InkRun *run = run_at (data, i);
          g_autofree void *codes
              = ink_run_read_new_codes (run, INK_RUN_NAME, run->n_rows, n_names, width, error);

          if (codes == NULL)
            {
              g_byte_array_unref (all);
              return FALSE;
            }
          g_byte_array_append (all, codes, run->n_rows * width);
        }
      g_byte_array_set_size (all, all->len + SLACK);
      data->name_codes = g_byte_array_free (all, FALSE);
    }

  data->times = ink_pages_new (((gsize) data->n_rows + SLACK) * sizeof (gint64));
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = run_at (data, i);

      if (!read_times (merge, run, data->times + done, error))
        return FALSE;
      done += run->n_rows;
      merge->have_dates |= ink_run_find_column (run, INK_OWN_DATE, INK_ON_PERSON) != NULL;
    }
  return TRUE;
}

/* --- Persons --- */

static guint32
shown (const Merge *merge,
       guint32 id)
{
  return merge->data->shown_of_id != NULL ? merge->data->shown_of_id[id] : id;
}

/* Persons with events first, each part by the number of the shown id. */
static gboolean
number_persons (Merge *merge,
                GError **error)
{
  InkEventData *data = merge->data;
  guint32 *person_of_id = g_new (guint32, (gsize) data->n_ids + 1);

  merge->person_of_id = person_of_id;
  memset (person_of_id, 0, ((gsize) data->n_ids + 1) * sizeof (guint32));
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = run_at (data, i);
      g_autofree guint32 *rows
          = ink_run_read_integers (run, INK_RUN_PERSON_ROWS, run->n_person_rows, error);

      if (rows == NULL)
        return FALSE;
      for (guint32 k = 0; k < run->n_person_rows; k++)
        {
          if (rows[k] >= data->n_ids)
            return ink_block_damaged (INK_RUN_PERSON_ROWS, 0, error);
          person_of_id[shown (merge, rows[k])] |= 1;
        }
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
  return TRUE;
}

/* Each person's own date, by person. */
static gboolean
read_dates (Merge *merge,
            gint64 *dates,
            GError **error)
{
  InkEventData *data = merge->data;
  g_autofree char *column = ink_run_column_name (INK_OWN_DATE, INK_ON_PERSON);

  for (guint32 person = 0; person <= data->n_persons; person++)
    dates[person] = INK_TIME_NONE;
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = run_at (data, i);
      const InkRunColumn *info = ink_run_find_column (run, INK_OWN_DATE, INK_ON_PERSON);
      g_autofree guint32 *rows = NULL;
      g_autofree gint64 *times = NULL;

      if (info == NULL)
        continue;
      rows = ink_run_read_integers (run, INK_RUN_PERSON_ROWS, run->n_person_rows, error);
      times = g_new (gint64, (gsize) run->n_person_rows + 1);
      if (rows == NULL || info->layout != INK_LAYOUT_TIMES
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

/* One run whose groups are persons in order: the rows stand as they should already. */
static gboolean
offsets_of_one_run (Merge *merge)
{
  InkEventData *data = merge->data;
  guint32 before = 0, row = 0;

  if (data->runs->len != 1 || merge->have_dates || run_at (data, 0)->n_groups != data->n_people)
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
  return merge->facts.back != NULL ? are_bits_in_order (data, merge->facts.back)
                                   : are_times_in_order (data);
}

static guint32 *
person_by_row (Merge *merge,
               const gint64 *dates)
{
  InkEventData *data = merge->data;
  guint32 *person_of_row = g_new (guint32, (gsize) data->n_rows + 1);
  guint32 row = 0;

  for (guint i = 0; i < data->runs->len; i++)
    {
      const InkRun *run = run_at (data, i);

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
  void *sorted = g_malloc (((gsize) data->n_rows + SLACK) * width);
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
put_rows_in_order (Merge *merge,
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

  times = ink_pages_new (((gsize) data->n_rows + SLACK) * sizeof (gint64));
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
find_ends (Merge *merge)
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
find_first_and_last (Merge *merge)
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

static gboolean
merge_runs (Merge *merge,
            GError **error)
{
  InkEventData *data = merge->data;

  if (!check_directories (data, error) || !read_names (data, error) || !read_links (merge, error))
    return FALSE;
  for (guint i = 0; i < data->runs->len; i++)
    if (!read_groups (merge, i, error))
      return FALSE;
  if (g_cancellable_set_error_if_cancelled (merge->cancellable, error) || !read_rows (merge, error))
    return FALSE;

  if (!ink_identity_is_trivial (merge->identity))
    {
      data->shown_of_id = g_new (guint32, (gsize) data->n_ids + 1);
      for (guint32 id = 0; id < data->n_ids; id++)
        data->shown_of_id[id] = ink_identity_find (merge->identity, id);
    }
  if (!number_persons (merge, error))
    return FALSE;
  data->offsets = g_new0 (guint32, (gsize) data->n_people + 2);
  if (g_cancellable_set_error_if_cancelled (merge->cancellable, error))
    return FALSE;
  if (!offsets_of_one_run (merge) && !put_rows_in_order (merge, error))
    return FALSE;
  find_first_and_last (merge);
  return TRUE;
}

InkEventData *
ink_event_data_new (GPtrArray *runs,
                    InkKnownTexts known,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (InkEventData) data = g_new0 (InkEventData, 1);
  g_autoptr (InkIdentity) identity = ink_identity_new ();
  Merge merge = { .data = data, .identity = identity, .cancellable = cancellable,
                  .facts = INK_TIME_FACTS_NONE, .known_times = known.times,
                  .known_codes = known.name_codes };
  gboolean ok;

  data->ref_count = 1;
  data->revision = next_revision ();
  data->runs = runs;
  data->names = known.names;
  data->ids = known.ids;
  data->values = known.values != NULL
                     ? known.values
                     : g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) ink_dictionary_unref);
  data->properties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) ink_property_unref);
  g_mutex_init (&data->lock);

  merge.groups = g_new0 (guint32 *, runs->len + 1);
  ok = merge_runs (&merge, error);
  for (guint i = 0; i < runs->len; i++)
    g_free (merge.groups[i]);
  g_free (merge.groups);
  g_free (merge.facts.back);
  g_free (merge.known_times);
  g_free (merge.known_codes);
  data->person_of_id = merge.person_of_id;

  return ok ? g_steal_pointer (&data) : NULL;
}
