/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The end of an import: rows are sorted by person and time, repeats left out, every column is
 * gathered and encoded block by block, and the run joins those of the base. */
#include "base/ink-pages.h"
#include "events/ink-builder-sort-private.h"
#include "events/ink-property-private.h"
#include "events/ink-row-order-private.h"

/* Columns with nothing in them say nothing. */
static void
drop_empty_columns (InkEventStoreBuilder *builder)
{
  for (guint i = builder->columns->len; i-- > 0;)
    {
      InkColumn *column = g_ptr_array_index (builder->columns, i);

      ink_column_finish (column, column->on == INK_ON_EVENT ? builder->n_rows
                                                            : builder->person_rows->len);
      if (column->form != INK_FORM_EMPTY)
        continue;
      g_ptr_array_remove_index (builder->columns, i);
      /* The column of the persons' dates keeps its number plus one. */
      if (builder->own_date == i + 1)
        builder->own_date = 0;
      else if (builder->own_date > i + 1)
        builder->own_date--;
    }
}

/* --- Order --- */

static void
number_groups (InkBuilderSort *sort)
{
  InkEventStoreBuilder *builder = sort->builder;
  guint32 n_ids = ink_dictionary_size (builder->ids), n = 0;
  g_autofree guint32 *group_of_id = g_new0 (guint32, (gsize) n_ids + 1);
  guint32 *groups = builder->persons; /* each is replaced by its group */

  for (guint32 row = 0; row < builder->n_rows && !ink_identity_is_trivial (builder->identity);
       row++)
    if (groups[row] != INK_NO_PERSON)
      groups[row] = ink_identity_find (builder->identity, groups[row]);
  for (guint32 row = 0; row < builder->n_rows; row++)
    if (groups[row] != INK_NO_PERSON)
      group_of_id[groups[row]] = 1;
  for (guint32 id = 0; id < n_ids; id++)
    n += group_of_id[id];
  sort->n_groups = n;
  sort->group_ids = g_new (guint32, (gsize) n + 1);
  n = 0;
  for (guint32 id = 0; id < n_ids; id++)
    if (group_of_id[id] != 0)
      {
        sort->group_ids[n] = id;
        group_of_id[id] = n++;
      }
  for (guint32 row = 0; row < builder->n_rows; row++)
    groups[row] = groups[row] == INK_NO_PERSON ? sort->n_groups : group_of_id[groups[row]];
}

/* The persons' own dates, those of the base first. */
static gboolean
collect_dates (InkBuilderSort *sort,
               GError **error)
{
  InkEventStoreBuilder *builder = sort->builder;
  g_autoptr (InkProperty) known = NULL;
  g_autoptr (GError) local = NULL;
  guint32 n_ids = ink_dictionary_size (builder->ids);

  if (builder->base != NULL)
    known = ink_event_data_load (builder->base, INK_OWN_DATE, INK_ON_PERSON, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (known == NULL && builder->own_date == 0)
    return TRUE;

  sort->date_of_id = g_new (gint64, (gsize) n_ids + 1);
  for (guint32 id = 0; id < n_ids; id++)
    sort->date_of_id[id] = INK_TIME_NONE;
  for (guint32 person = 0; known != NULL && person < known->n_rows; person++)
    if (known->times[person] != INK_TIME_NONE)
      sort->date_of_id[ink_identity_find (builder->identity, builder->base->person_ids[person])]
          = known->times[person];
  for (guint32 row = 0; builder->own_date != 0 && row < builder->person_rows->len; row++)
    {
      InkValue date = ink_column_get (g_ptr_array_index (builder->columns, builder->own_date - 1),
                                      row);
      guint32 id = g_array_index (builder->person_rows, guint32, row);

      if (date.kind == INK_KIND_TIME)
        sort->date_of_id[ink_identity_find (builder->identity, id)] = date.time;
    }
  return TRUE;
}

static void
put_in_order (InkBuilderSort *sort)
{
  InkEventStoreBuilder *builder = sort->builder;

  number_groups (sort);
  sort->n_rows = builder->n_rows;
  sort->offsets = g_new (guint32, (gsize) sort->n_groups + 2);
  sort->rows = ink_row_order_by_group (builder->persons, builder->n_rows, sort->n_groups + 1,
                                       sort->offsets);
  g_clear_pointer (&builder->persons, g_free);

  sort->times = ink_pages_new (((gsize) builder->n_rows + INK_ROWS_SLACK) * sizeof (gint64));
  for (guint32 i = 0; i < builder->n_rows; i++)
    sort->times[i] = builder->times[sort->rows[i]];
  for (guint32 g = 0; sort->date_of_id != NULL && g < sort->n_groups; g++)
    for (guint32 i = sort->offsets[g]; i < sort->offsets[g + 1]; i++)
      if (sort->times[i] == INK_TIME_NONE)
        sort->times[i] = sort->date_of_id[sort->group_ids[g]];
  ink_row_order_by_time (sort->rows, sort->times, sort->offsets, sort->n_groups + 1);
  /* Without own dates the times in order are all there is to know of them. */
  if (sort->date_of_id == NULL)
    g_clear_pointer (&builder->times, g_free);
}

/* --- Repeats --- */

static void
drop_rows (InkBuilderSort *sort,
           const guint8 *repeats)
{
  guint32 kept = 0, group = 0;

  for (guint32 g = 0; g <= sort->n_groups; g++)
    {
      guint32 start = sort->offsets[g], end = sort->offsets[g + 1], first = kept;

      for (guint32 i = start; i < end; i++)
        if (!repeats[i])
          {
            sort->rows[kept] = sort->rows[i];
            sort->times[kept++] = sort->times[i];
          }
      /* A person of whom nothing is left is none of this run's. */
      if (g < sort->n_groups && kept == first)
        continue;
      if (g < sort->n_groups)
        sort->group_ids[group] = sort->group_ids[g];
      sort->offsets[group++] = first;
    }
  sort->offsets[group] = kept;
  sort->n_groups = group - 1;
  sort->n_rows = kept;
}

static gboolean
leave_out_repeats (InkBuilderSort *sort,
                   guint32 *n_repeats,
                   GError **error)
{
  g_autofree guint8 *repeats = NULL;

  *n_repeats = 0;
  if (sort->builder->keep_repeats)
    return TRUE;
  repeats = ink_repeats_find (sort->builder, sort->rows, sort->times, sort->offsets,
                              sort->group_ids, sort->n_groups, sort->date_of_id, n_repeats, error);
  if (repeats == NULL)
    return FALSE;
  if (*n_repeats > 0)
    drop_rows (sort, repeats);
  return TRUE;
}

/* --- What the run says of itself --- */

#define GATHER(type)                                                                              \
  for (guint32 i = 0; i < sort->n_rows; i++)                                                      \
    ((type *) sort->names)[i] = ((const type *) names->data)[sort->rows[i]];

static void
gather_names (InkBuilderSort *sort)
{
  InkColumn *names = sort->builder->name_codes;

  sort->names = g_malloc (((gsize) sort->n_rows + INK_ROWS_SLACK) * MAX (names->width, 1));
  if (names->width == 1)
    GATHER (guint8)
  else if (names->width == 2)
    GATHER (guint16)
  else if (names->width == 4)
    GATHER (guint32)
  ink_column_free_data (names);
}

static void
count_names (InkBuilderSort *sort,
             InkBuildReport *report)
{
  InkCodes names = { .width = sort->builder->name_codes->width, .data = sort->names };
  guint32 n = ink_dictionary_size (sort->builder->names);
  g_autofree InkRunName *infos = g_new0 (InkRunName, (gsize) n + 1);
  g_autofree guint32 *last_group = g_new0 (guint32, (gsize) n + 1);

  for (guint32 code = 0; code < n; code++)
    {
      infos[code].code = code;
      infos[code].first = G_MAXINT64;
      infos[code].last = INK_TIME_NONE;
    }
  report->first = G_MAXINT64;
  report->last = INK_TIME_NONE;
  for (guint32 g = 0; g <= sort->n_groups; g++)
    for (guint32 i = sort->offsets[g]; i < sort->offsets[g + 1]; i++)
      {
        InkRunName *info = &infos[ink_codes_get (names, i)];
        gint64 time = sort->times[i];

        info->events++;
        if (time != INK_TIME_NONE)
          {
            info->first = MIN (info->first, time);
            info->last = MAX (info->last, time);
          }
        if (g < sort->n_groups && last_group[info->code] != g + 1)
          {
            last_group[info->code] = g + 1;
            info->people++;
          }
      }
  for (guint32 code = 0; code < n; code++)
    if (infos[code].events > 0)
      {
        report->first = MIN (report->first, infos[code].first);
        report->last = MAX (report->last, infos[code].last);
        if (infos[code].last == INK_TIME_NONE)
          infos[code].first = INK_TIME_NONE;
        g_array_append_val (sort->run->names, infos[code]);
      }
  if (report->last == INK_TIME_NONE)
    report->first = INK_TIME_NONE;
}

static void
count_people (InkBuilderSort *sort,
              InkBuildReport *report)
{
  const InkEventData *base = sort->builder->base;
  InkIdentity *identity = sort->builder->identity;
  g_autofree guint8 *known_id = g_malloc0 ((gsize) ink_dictionary_size (sort->builder->ids) + 1);

  for (guint32 person = 0; base != NULL && person < base->n_people; person++)
    known_id[ink_identity_find (identity, base->person_ids[person])] = TRUE;
  report->people = sort->n_groups;
  for (guint32 g = 0; g < sort->n_groups; g++)
    report->new_people += !known_id[sort->group_ids[g]];
}

static void
put_lists (InkBuilderSort *sort)
{
  InkEventStoreBuilder *builder = sort->builder;
  InkRun *run = sort->run;
  g_autofree guint32 *groups = g_new (guint32, (gsize) sort->n_groups * 2 + 1);

  for (guint32 g = 0; g < sort->n_groups; g++)
    {
      groups[2 * g] = sort->group_ids[g];
      groups[2 * g + 1] = sort->offsets[g + 1] - sort->offsets[g];
    }
  run->n_rows = sort->n_rows;
  run->n_groups = sort->n_groups;
  run->n_of_nobody = sort->offsets[sort->n_groups + 1] - sort->offsets[sort->n_groups];
  ink_run_put_integers (run, INK_RUN_GROUPS, groups, sort->n_groups * 2);
  run->n_links = builder->links->len;
  ink_run_put_integers (run, INK_RUN_LINKS, (const guint32 *) (void *) builder->links->data,
                        builder->links->len * 3);
  run->first_id = builder->n_base_ids;
  run->n_ids = ink_dictionary_size (builder->ids) - builder->n_base_ids;
  ink_run_put_texts (run, INK_RUN_IDS, builder->ids, run->first_id, run->n_ids);
  run->first_name = builder->n_base_names;
  run->n_names = ink_dictionary_size (builder->names) - builder->n_base_names;
  ink_run_put_texts (run, INK_RUN_NAMES, builder->names, run->first_name, run->n_names);
}

/* --- Columns that every run has --- */

static void
put_keys (InkBuilderSort *sort)
{
  InkEventStoreBuilder *builder = sort->builder;
  GPtrArray *blocks;
  g_autofree guint64 *keys = NULL;

  if (builder->keys == NULL)
    return;
  g_array_set_size (builder->keys, builder->n_rows);
  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);
  keys = g_new (guint64, INK_BLOCK_ROWS);
  for (guint32 start = 0; start < sort->n_rows; start += INK_BLOCK_ROWS)
    {
      guint32 n = MIN (sort->n_rows - start, INK_BLOCK_ROWS);

      for (guint32 i = 0; i < n; i++)
        keys[i] = g_array_index (builder->keys, guint64, sort->rows[start + i]);
      g_ptr_array_add (blocks, ink_encode_words (INK_RUN_KEY, blocks->len, keys, n));
    }
  sort->run->has_keys = TRUE;
  ink_run_take (sort->run, INK_RUN_KEY, blocks);
  g_clear_pointer (&builder->keys, g_array_unref);
}

/* As the file gave them: own dates are put in when runs are merged, the latest wins. */
static const gint64 *
gather_times (InkBuilderSort *sort,
              guint32 start,
              guint32 n,
              gint64 *buffer)
{
  if (sort->builder->times == NULL)
    return sort->times + start;
  for (guint32 i = 0; i < n; i++)
    buffer[i] = sort->builder->times[sort->rows[start + i]];
  return buffer;
}

static void
put_names_and_times (InkBuilderSort *sort)
{
  GPtrArray *name_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);
  GPtrArray *time_blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);
  g_autofree gint64 *times = g_new (gint64, INK_BLOCK_ROWS);
  guint width = sort->builder->name_codes->width;

  for (guint32 start = 0; start < sort->n_rows; start += INK_BLOCK_ROWS)
    {
      guint32 n = MIN (sort->n_rows - start, INK_BLOCK_ROWS), seq = name_blocks->len;
      const guint8 *codes = (const guint8 *) sort->names + (gsize) start * width;

      g_ptr_array_add (name_blocks,
                       ink_encode_codes (INK_RUN_NAME, seq, codes, width, n, FALSE));
      g_ptr_array_add (time_blocks, ink_encode_times (INK_RUN_TIME, seq,
                                                      gather_times (sort, start, n, times), n));
    }
  ink_run_take (sort->run, INK_RUN_NAME, name_blocks);
  ink_run_take (sort->run, INK_RUN_TIME, time_blocks);
}

/* --- Together --- */

/* Texts that the builder interned are the new store's: nothing of them is read back. */
static InkKnownTexts
known_texts (InkEventStoreBuilder *builder)
{
  InkKnownTexts known = { .names = g_steal_pointer (&builder->names),
                          .ids = g_steal_pointer (&builder->ids) };

  known.values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) ink_dictionary_unref);
  for (guint i = 0; i < builder->columns->len; i++)
    {
      InkColumn *column = g_ptr_array_index (builder->columns, i);

      if (column->values == NULL)
        column->values = ink_dictionary_new ();
      g_hash_table_insert (known.values, ink_run_values_name (column->name, column->on),
                           g_steal_pointer (&column->values));
    }
  return known;
}

static InkEventStore *
join_base (InkBuilderSort *sort,
           GError **error)
{
  InkEventStoreBuilder *builder = sort->builder;
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_run_unref);
  InkKnownTexts known;
  g_autoptr (InkEventData) data = NULL;

  for (guint i = 0; builder->base != NULL && i < builder->base->runs->len; i++)
    g_ptr_array_add (runs, ink_run_ref (g_ptr_array_index (builder->base->runs, i)));
  g_ptr_array_add (runs, g_steal_pointer (&sort->run));
  known = known_texts (builder);
  /* The rows of the first run are the rows of the store. */
  if (builder->base == NULL && sort->date_of_id == NULL)
    {
      known.times = g_steal_pointer (&sort->times);
      known.name_codes = g_steal_pointer (&sort->names);
    }
  data = ink_event_data_new (runs, known, sort->cancellable, error);
  return data != NULL ? ink_event_store_new_for_data (data) : NULL;
}

static InkEventStore *
end (InkBuilderSort *sort,
     InkBuildReport *report,
     GError **error)
{
  InkEventStoreBuilder *builder = sort->builder;
  InkBuilderColumns *columns;
  guint32 n_repeats;

  drop_empty_columns (builder);
  ink_column_finish (builder->name_codes, builder->n_rows);
  if (!collect_dates (sort, error))
    return NULL;
  put_in_order (sort);
  if (g_cancellable_set_error_if_cancelled (sort->cancellable, error)
      || !leave_out_repeats (sort, &n_repeats, error))
    return NULL;

  /* From here on a second thread may encode properties. */
  columns = ink_builder_columns_begin (sort);
  gather_names (sort);
  count_names (sort, report);
  count_people (sort, report);
  report->events = sort->n_rows;
  report->repeats = n_repeats;
  report->ids_merged = builder->n_merged;
  put_lists (sort);
  report->of_nobody = sort->run->n_of_nobody;
  put_names_and_times (sort);
  put_keys (sort);
  ink_builder_columns_end (columns);
  if (g_cancellable_set_error_if_cancelled (sort->cancellable, error))
    return NULL;

  ink_run_close (sort->run);
  g_clear_pointer (&sort->rows, g_free);
  return join_base (sort, error);
}

InkEventStore *
ink_event_store_builder_end (InkEventStoreBuilder *builder,
                             InkBuildReport *report,
                             GCancellable *cancellable,
                             GError **error)
{
  InkBuilderSort sort = { .builder = builder, .cancellable = cancellable };
  InkBuildReport unasked = { 0 };
  InkEventStore *store = NULL;

  if (report == NULL)
    report = &unasked;
  memset (report, 0, sizeof *report);
  if (builder->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&builder->error));
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  sort.run = ink_run_new (builder->run_id);
  store = end (&sort, report, error);
  g_clear_pointer (&sort.run, ink_run_unref);
  g_free (sort.group_ids);
  g_free (sort.rows);
  g_free (sort.offsets);
  g_free (sort.times);
  g_free (sort.names);
  g_free (sort.date_of_id);
  return store;
}
