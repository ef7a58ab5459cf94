/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns and dictionaries that are read when first asked for. */
#include "events/ink-event-data-private.h"

#include <math.h>

#include "base/ink-pages.h"
#include "events/ink-property-private.h"
#include "events/ink-value-codes-private.h"

/* A column of the runs one after the other, before it is put in the order of the store. */
typedef struct
{
  InkEventData *data;
  const char *name;
  InkOn on;
  InkPropertyLayout layout;
  gboolean mixed;        /* runs differ in layout */
  InkDictionary *values; /* for codes; may have more than the data's */
  guint32 n;             /* rows of all runs */
} Loading;

static guint32
rows_of (const InkRun *run,
         InkOn on)
{
  return on == INK_ON_EVENT ? run->n_rows : run->n_person_rows;
}

gboolean
ink_event_data_has_column (InkEventData *data,
                           const char *name,
                           InkOn on)
{
  for (guint i = 0; i < data->runs->len; i++)
    if (ink_run_find_column (g_ptr_array_index (data->runs, i), name, on) != NULL)
      return TRUE;
  return FALSE;
}

/* --- Dictionaries --- */

static InkDictionary *
read_values (InkEventData *data,
             const char *name,
             InkOn on,
             GError **error)
{
  g_autoptr (InkDictionary) values = ink_dictionary_new ();
  g_autofree char *column = ink_run_values_name (name, on);

  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (data->runs, i);
      const InkRunColumn *info = ink_run_find_column (run, name, on);

      if (info == NULL)
        continue;
      if (info->first_value != ink_dictionary_size (values)
          || info->n_values > G_MAXINT32 - info->first_value)
        {
          ink_block_damaged (column, 0, error);
          return NULL;
        }
      if (!ink_run_read_texts (run, column, info->n_values, TRUE, values, error))
        return NULL;
    }
  return g_steal_pointer (&values);
}

static InkDictionary *
get_values_locked (InkEventData *data,
                   const char *name,
                   InkOn on,
                   GError **error)
{
  g_autofree char *key = ink_run_values_name (name, on);
  InkDictionary *values = g_hash_table_lookup (data->values, key);

  if (values == NULL)
    {
      values = read_values (data, name, on, error);
      if (values != NULL)
        g_hash_table_insert (data->values, g_steal_pointer (&key), values);
    }
  return values;
}

InkDictionary *
ink_event_data_get_values (InkEventData *data,
                           const char *name,
                           InkOn on,
                           GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&data->lock);

  return get_values_locked (data, name, on, error);
}

InkDictionary *
ink_event_data_get_ids (InkEventData *data,
                        GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&data->lock);
  g_autoptr (InkDictionary) ids = NULL;

  if (data->ids != NULL)
    return data->ids;
  ids = ink_dictionary_new ();
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (data->runs, i);

      if (!ink_run_read_texts (run, INK_RUN_IDS, run->n_ids, FALSE, ids, error))
        return NULL;
    }
  data->ids = g_steal_pointer (&ids);
  return data->ids;
}

guint32
ink_event_data_person_of_id (InkEventData *data,
                             guint32 id)
{
  if (id >= data->n_ids)
    return INK_NO_PERSON;
  return data->person_of_id[data->shown_of_id != NULL ? data->shown_of_id[id] : id];
}

/* --- Columns, the runs one after the other --- */

static void
choose_layout (Loading *loading)
{
  gboolean any = FALSE;

  for (guint i = 0; i < loading->data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (loading->data->runs, i);
      const InkRunColumn *info = ink_run_find_column (run, loading->name, loading->on);

      loading->n += rows_of (run, loading->on);
      if (info == NULL || info->filled == 0)
        continue;
      loading->mixed |= any && info->layout != loading->layout;
      loading->layout = info->layout;
      any = TRUE;
    }
  if (loading->mixed)
    loading->layout = INK_LAYOUT_CODES;
}

static guint32 *
read_as_codes (Loading *loading,
               InkRun *run,
               const InkRunColumn *info,
               const char *column,
               GError **error)
{
  guint32 n = rows_of (run, loading->on);
  g_autofree guint32 *codes = g_new (guint32, (gsize) n + 1);

  if (info->layout == INK_LAYOUT_CODES)
    {
      if (!ink_run_read_codes (run, column, n, ink_dictionary_size (loading->values) + 1, 4, codes,
                               error))
        return NULL;
    }
  else if (info->layout == INK_LAYOUT_NUMBERS)
    {
      g_autofree double *numbers = g_new (double, (gsize) n + 1);

      if (!ink_run_read_numbers (run, column, n, numbers, error))
        return NULL;
      for (guint32 i = 0; i < n; i++)
        codes[i] = isnan (numbers[i]) ? 0
                                      : ink_value_codes_intern (loading->values,
                                                                ink_value_number (numbers[i]));
    }
  else
    {
      g_autofree gint64 *times = g_new (gint64, (gsize) n + 1);

      if (!ink_run_read_times (run, column, n, times, error))
        return NULL;
      for (guint32 i = 0; i < n; i++)
        codes[i] = times[i] == INK_TIME_NONE ? 0
                                             : ink_value_codes_intern (loading->values,
                                                                       ink_value_time (times[i]));
    }
  return g_steal_pointer (&codes);
}

/* Runs of different layouts: everything becomes codes. */
static guint32 *
read_mixed (Loading *loading,
            GError **error)
{
  g_autofree guint32 *all = g_new0 (guint32, (gsize) loading->n + 1);
  g_autofree char *column = ink_run_column_name (loading->name, loading->on);
  guint32 done = 0;

  for (guint i = 0; i < loading->data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (loading->data->runs, i);
      const InkRunColumn *info = ink_run_find_column (run, loading->name, loading->on);
      guint32 n = rows_of (run, loading->on);
      g_autofree guint32 *codes = NULL;

      if (info != NULL && info->filled > 0)
        {
          codes = read_as_codes (loading, run, info, column, error);
          if (codes == NULL)
            return NULL;
          memcpy (all + done, codes, (gsize) n * sizeof (guint32));
        }
      done += n;
    }
  return g_steal_pointer (&all);
}

static gboolean
read_part (Loading *loading,
           InkRun *run,
           const char *column,
           guint width,
           guint32 done,
           void *all,
           GError **error)
{
  const InkRunColumn *info = ink_run_find_column (run, loading->name, loading->on);
  guint32 n = rows_of (run, loading->on);
  gboolean absent = info == NULL || info->filled == 0;

  switch (loading->layout)
    {
    case INK_LAYOUT_NUMBERS:
      for (guint32 i = 0; absent && i < n; i++)
        ((double *) all)[done + i] = NAN;
      return absent || ink_run_read_numbers (run, column, n, (double *) all + done, error);
    case INK_LAYOUT_TIMES:
      for (guint32 i = 0; absent && i < n; i++)
        ((gint64 *) all)[done + i] = INK_TIME_NONE;
      return absent || ink_run_read_times (run, column, n, (gint64 *) all + done, error);
    case INK_LAYOUT_CODES:
    default:
      if (absent)
        memset ((guint8 *) all + (gsize) done * width, 0, (gsize) n * width);
      return absent
             || ink_run_read_codes (run, column, n, ink_dictionary_size (loading->values) + 1,
                                    width, (guint8 *) all + (gsize) done * width, error);
    }
}

static void *
read_alike (Loading *loading,
            guint width,
            GError **error)
{
  g_autofree void *all = ink_pages_new (((gsize) loading->n + 64) * width);
  g_autofree char *column = ink_run_column_name (loading->name, loading->on);
  guint32 done = 0;

  for (guint i = 0; i < loading->data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (loading->data->runs, i);

      if (!read_part (loading, run, column, width, done, all, error))
        return NULL;
      done += rows_of (run, loading->on);
    }
  return g_steal_pointer (&all);
}

/* --- In the order of the store --- */

/* By row of the store its place in the runs; for persons the last place that has a value. */
static guint32 *
places_of_persons (Loading *loading,
                   InkProperty *all,
                   GError **error)
{
  InkEventData *data = loading->data;
  g_autofree guint32 *places = g_new (guint32, (gsize) data->n_persons + 1);
  guint32 done = 0;

  memset (places, 0xff, ((gsize) data->n_persons + 1) * sizeof (guint32));
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (data->runs, i);
      g_autofree guint32 *ids
          = ink_run_read_integers (run, INK_RUN_PERSON_ROWS, run->n_person_rows, error);

      if (ids == NULL)
        return NULL;
      for (guint32 k = 0; k < run->n_person_rows; k++)
        {
          guint32 person = ink_event_data_person_of_id (data, ids[k]);

          if (person < data->n_persons
              && ink_property_get (all, done + k).kind != INK_KIND_ABSENT)
            places[person] = done + k;
        }
      done += run->n_person_rows;
    }
  return g_steal_pointer (&places);
}

static InkProperty *
property_of_all (Loading *loading,
                 GError **error)
{
  InkProperty *property = ink_property_new (loading->name, loading->on, loading->n);
  guint width = 8;
  void *data;

  if (loading->layout == INK_LAYOUT_CODES)
    width = loading->mixed ? 4 : ink_codes_width_for (ink_dictionary_size (loading->values));
  data = loading->mixed ? read_mixed (loading, error) : read_alike (loading, width, error);
  if (data == NULL)
    {
      ink_property_unref (property);
      return NULL;
    }

  if (loading->layout == INK_LAYOUT_NUMBERS)
    ink_property_take_numbers (property, data);
  else if (loading->layout == INK_LAYOUT_TIMES)
    ink_property_take_times (property, data);
  else
    {
      ink_property_take_codes (property, data, width, ink_value_codes_list (loading->values),
                               ink_dictionary_size (loading->values) + 1);
      ink_property_keep_dictionary (property, loading->values);
    }
  return property;
}

static InkProperty *
load_all_locked (Loading *loading,
                 GError **error)
{
  g_autoptr (InkDictionary) values = NULL;
  InkDictionary *known
      = get_values_locked (loading->data, loading->name, loading->on, error);

  if (known == NULL)
    return NULL;
  choose_layout (loading);
  /* Mixed layouts intern more values: into a copy, the data's own is immutable. */
  values = loading->mixed ? ink_dictionary_copy (known) : ink_dictionary_ref (known);
  loading->values = values;
  return property_of_all (loading, error);
}

static InkProperty *
load_locked (InkEventData *data,
             const char *name,
             InkOn on,
             GError **error)
{
  Loading loading = { .data = data, .name = name, .on = on };
  g_autoptr (InkProperty) all = load_all_locked (&loading, error);
  g_autofree guint32 *places = NULL;

  if (all == NULL)
    return NULL;
  if (on == INK_ON_EVENT)
    return data->order == NULL ? g_steal_pointer (&all)
                               : ink_property_pick (all, name, on, data->order, data->n_rows);
  places = places_of_persons (&loading, all, error);
  return places == NULL ? NULL : ink_property_pick (all, name, on, places, data->n_persons);
}

InkProperty *
ink_event_data_load_in_runs (InkEventData *data,
                             const char *name,
                             InkOn on,
                             GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&data->lock);
  Loading loading = { .data = data, .name = name, .on = on };

  return load_all_locked (&loading, error);
}

InkProperty *
ink_event_data_load (InkEventData *data,
                     const char *name,
                     InkOn on,
                     GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&data->lock);
  g_autofree char *key = ink_run_column_name (name, on);
  InkProperty *property = g_hash_table_lookup (data->properties, key);

  if (property == NULL)
    {
      if (!ink_event_data_has_column (data, name, on))
        return NULL;
      property = load_locked (data, name, on, error);
      if (property == NULL)
        return NULL;
      g_hash_table_insert (data->properties, g_steal_pointer (&key), property);
    }
  return ink_property_ref (property);
}

InkProperty *
ink_event_data_load_own (InkEventData *data,
                         const char *name,
                         InkOn on,
                         GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&data->lock);

  return ink_event_data_has_column (data, name, on) ? load_locked (data, name, on, error) : NULL;
}

guint64 *
ink_event_data_load_keys_in_runs (InkEventData *data,
                                  GError **error)
{
  g_autofree guint64 *all = NULL;
  gboolean any = FALSE;
  guint32 done = 0;

  for (guint i = 0; i < data->runs->len; i++)
    any |= ((InkRun *) g_ptr_array_index (data->runs, i))->has_keys;
  if (!any)
    return NULL;
  all = g_new0 (guint64, (gsize) data->n_rows + 1);
  for (guint i = 0; i < data->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (data->runs, i);

      if (run->has_keys && !ink_run_read_words (run, INK_RUN_KEY, run->n_rows, all + done, error))
        return NULL;
      done += run->n_rows;
    }
  return g_steal_pointer (&all);
}

guint64 *
ink_event_data_load_keys (InkEventData *data,
                          GError **error)
{
  g_autofree guint64 *all = ink_event_data_load_keys_in_runs (data, error);
  guint64 *sorted;

  if (all == NULL || data->order == NULL)
    return g_steal_pointer (&all);
  sorted = g_new (guint64, (gsize) data->n_rows + 1);
  for (guint32 row = 0; row < data->n_rows; row++)
    sorted[row] = all[data->order[row]];
  return sorted;
}
