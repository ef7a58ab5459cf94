/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns of properties at the end of an import: gathered, encoded and freed, each by the next
 * thread that has time. */
#include "events/ink-builder-sort-private.h"

/* Below this many rows a second thread costs more than it helps. */
#define ROWS_FOR_TWO_THREADS 50000

/* What came of one column. */
typedef struct
{
  GPtrArray *blocks;
  GPtrArray *values;
  InkColumnCounts counts;
} Encoded;

struct _InkBuilderColumns
{
  InkBuilderSort *sort;
  guint32 *person_rows; /* of properties of persons, those that are kept */
  guint32 n_person_rows;
  Encoded *encoded;
  GThread *second; /* nullable */
  int next;        /* atomic */
};

/* Records of which every value was replaced by a later one of the same person are left out; the
 * others keep their order, so that a later link of two persons finds the latest value too. */
static guint32 *
list_person_rows (InkBuilderSort *sort,
                  guint32 *n_kept)
{
  InkEventStoreBuilder *builder = sort->builder;
  const guint32 *ids = (const guint32 *) (void *) builder->person_rows->data;
  guint32 n_rows = builder->person_rows->len, n_ids = ink_dictionary_size (builder->ids), n = 0;
  guint32 *rows = g_new (guint32, (gsize) n_rows + 1);
  g_autofree guint32 *last = g_new (guint32, (gsize) n_ids + 1);
  g_autofree guint8 *keep = g_malloc0 ((gsize) n_rows + 1);

  for (guint i = 0; i < builder->columns->len; i++)
    {
      InkColumn *column = g_ptr_array_index (builder->columns, i);

      if (column->on != INK_ON_PERSON)
        continue;
      for (guint32 row = 0; row < n_rows; row++)
        last[ids[row]] = G_MAXUINT32;
      for (guint32 row = 0; row < n_rows; row++)
        if (ink_column_get (column, row).kind != INK_KIND_ABSENT)
          last[ids[row]] = row;
      for (guint32 row = 0; row < n_rows; row++)
        if (last[ids[row]] != G_MAXUINT32)
          keep[last[ids[row]]] = TRUE;
    }
  /* Who is only named is known all the same, once. */
  for (guint32 row = 0; row < n_rows; row++)
    last[ids[row]] = G_MAXUINT32;
  for (guint32 row = 0; row < n_rows; row++)
    if (keep[row] || last[ids[row]] == G_MAXUINT32)
      {
        last[ids[row]] = row;
        rows[n++] = row;
      }
  *n_kept = n;
  return rows;
}

static void
put_person_rows (InkBuilderSort *sort,
                 const guint32 *rows,
                 guint32 n)
{
  const GArray *ids = sort->builder->person_rows;
  g_autofree guint32 *kept = g_new (guint32, (gsize) n + 1);

  for (guint32 i = 0; i < n; i++)
    kept[i] = g_array_index (ids, guint32, rows[i]);
  ink_run_put_integers (sort->run, INK_RUN_PERSON_ROWS, kept, n);
  sort->run->n_person_rows = n;
}

static void
encode_column (InkBuilderColumns *columns,
               InkColumn *column,
               Encoded *encoded)
{
  InkBuilderSort *sort = columns->sort;
  gboolean on_event = column->on == INK_ON_EVENT;
  g_autofree char *name = ink_run_column_name (column->name, column->on);
  g_autofree char *values = ink_run_values_name (column->name, column->on);
  guint32 n_values = column->values != NULL ? ink_dictionary_size (column->values) : 0;

  encoded->blocks
      = ink_column_encode (column, name, on_event ? sort->rows : columns->person_rows,
                           on_event ? sort->n_rows : columns->n_person_rows, &encoded->counts,
                           sort->cancellable);
  ink_column_free_data (column);
  encoded->values = ink_run_encode_texts (values, column->values, column->n_base_values,
                                          n_values - column->n_base_values);
}

static gpointer
encode_columns (gpointer data)
{
  InkBuilderColumns *columns = data;
  GPtrArray *all = columns->sort->builder->columns;
  int i;

  while ((i = g_atomic_int_add (&columns->next, 1)) < (int) all->len)
    encode_column (columns, g_ptr_array_index (all, i), &columns->encoded[i]);
  return NULL;
}

InkBuilderColumns *
ink_builder_columns_begin (InkBuilderSort *sort)
{
  InkBuilderColumns *columns = g_new0 (InkBuilderColumns, 1);
  guint n = sort->builder->columns->len;

  columns->sort = sort;
  columns->encoded = g_new0 (Encoded, n + 1);
  columns->person_rows = list_person_rows (sort, &columns->n_person_rows);
  put_person_rows (sort, columns->person_rows, columns->n_person_rows);
  if (sort->n_rows >= ROWS_FOR_TWO_THREADS && n > 0 && g_get_num_processors () > 1)
    columns->second = g_thread_new ("ink-encode", encode_columns, columns);
  return columns;
}

static void
take_column (InkBuilderSort *sort,
             InkColumn *column,
             const Encoded *encoded)
{
  guint32 n_values = column->values != NULL ? ink_dictionary_size (column->values) : 0;
  InkRunColumn info = { .name = g_strdup (column->name),
                        .on = column->on,
                        .layout = ink_column_layout (column),
                        .first_value = column->n_base_values,
                        .n_values = n_values - column->n_base_values,
                        .filled = encoded->counts.filled,
                        .distinct = encoded->counts.distinct };
  g_autofree char *name = ink_run_column_name (column->name, column->on);
  g_autofree char *values = ink_run_values_name (column->name, column->on);

  memcpy (info.kinds, encoded->counts.kinds, sizeof info.kinds);
  g_array_append_val (sort->run->columns, info);
  ink_run_take (sort->run, name, encoded->blocks);
  ink_run_take (sort->run, values, encoded->values);
}

void
ink_builder_columns_end (InkBuilderColumns *columns)
{
  InkBuilderSort *sort = columns->sort;
  GPtrArray *all = sort->builder->columns;

  encode_columns (columns);
  g_clear_pointer (&columns->second, g_thread_join);
  for (guint i = 0; i < all->len; i++)
    take_column (sort, g_ptr_array_index (all, i), &columns->encoded[i]);
  g_free (columns->encoded);
  g_free (columns->person_rows);
  g_free (columns);
}
