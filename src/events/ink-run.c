/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A run: its directory in and out, and where its blocks are. */
#include "events/ink-run-private.h"

#include "base/ink-error.h"
#include "base/ink-time.h"

#define FORMAT_VERSION 1
/* What no export has; a file that says more is damaged. */
#define MAX_COLUMNS 65536

struct _InkSharedSource
{
  int ref_count;
  InkBlockSource *source;
};

InkSharedSource *
ink_shared_source_new (InkBlockSource *source)
{
  InkSharedSource *shared = g_new0 (InkSharedSource, 1);

  shared->ref_count = 1;
  shared->source = source;
  return shared;
}

InkSharedSource *
ink_shared_source_ref (InkSharedSource *source)
{
  g_atomic_int_inc (&source->ref_count);
  return source;
}

void
ink_shared_source_unref (InkSharedSource *source)
{
  if (!g_atomic_int_dec_and_test (&source->ref_count))
    return;
  if (source->source->free != NULL)
    source->source->free (source->source);
  g_free (source);
}

static void
clear_column (gpointer data)
{
  InkRunColumn *column = data;

  g_free (column->name);
}

InkRun *
ink_run_new (guint32 id)
{
  InkRun *run = g_new0 (InkRun, 1);

  run->ref_count = 1;
  run->id = id;
  run->columns = g_array_new (FALSE, TRUE, sizeof (InkRunColumn));
  g_array_set_clear_func (run->columns, clear_column);
  run->names = g_array_new (FALSE, TRUE, sizeof (InkRunName));
  run->blocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  return run;
}

InkRun *
ink_run_ref (InkRun *run)
{
  g_atomic_int_inc (&run->ref_count);
  return run;
}

void
ink_run_unref (InkRun *run)
{
  if (!g_atomic_int_dec_and_test (&run->ref_count))
    return;
  g_array_unref (run->columns);
  g_array_unref (run->names);
  g_clear_pointer (&run->blocks, g_hash_table_unref);
  g_clear_pointer (&run->source, ink_shared_source_unref);
  g_free (run);
}

void
ink_run_take (InkRun *run,
              const char *column,
              GPtrArray *blocks)
{
  g_hash_table_replace (run->blocks, g_strdup (column), blocks);
}

const InkRunColumn *
ink_run_find_column (const InkRun *run,
                     const char *name,
                     InkOn on)
{
  for (guint i = 0; i < run->columns->len; i++)
    {
      const InkRunColumn *column = &g_array_index (run->columns, InkRunColumn, i);

      if (column->on == on && strcmp (column->name, name) == 0)
        return column;
    }
  return NULL;
}

char *
ink_run_column_name (const char *name,
                     InkOn on)
{
  return g_strconcat (on == INK_ON_PERSON ? "person/" : "event/", name, NULL);
}

char *
ink_run_values_name (const char *name,
                     InkOn on)
{
  return g_strconcat (on == INK_ON_PERSON ? "values/person/" : "values/event/", name, NULL);
}

/* --- The directory --- */

static void
put_counts (const InkRun *run,
            GByteArray *bytes)
{
  const guint32 counts[] = { run->n_rows,        run->n_of_nobody, run->n_groups, run->n_links,
                             run->n_person_rows, run->first_id,    run->n_ids,    run->first_name,
                             run->n_names,       run->has_keys };

  ink_bytes_put_varint (bytes, FORMAT_VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    ink_bytes_put_varint (bytes, counts[i]);
}

static void
put_column (const InkRunColumn *column,
            GByteArray *bytes)
{
  ink_bytes_put_text (bytes, column->name, strlen (column->name));
  ink_bytes_put_varint (bytes, column->on);
  ink_bytes_put_varint (bytes, column->layout);
  ink_bytes_put_varint (bytes, column->first_value);
  ink_bytes_put_varint (bytes, column->n_values);
  ink_bytes_put_varint (bytes, column->filled);
  ink_bytes_put_varint (bytes, column->distinct);
  for (guint kind = 0; kind < G_N_ELEMENTS (column->kinds); kind++)
    ink_bytes_put_varint (bytes, column->kinds[kind]);
}

static void
put_name (const InkRunName *name,
          GByteArray *bytes)
{
  ink_bytes_put_varint (bytes, name->code);
  ink_bytes_put_varint (bytes, name->people);
  ink_bytes_put_varint (bytes, name->events);
  ink_bytes_put_signed (bytes, name->first);
  ink_bytes_put_signed (bytes, name->last);
}

static void
add_bytes_as_blocks (InkRun *run,
                     const char *column,
                     GByteArray *plain)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);
  guint32 seq = 0;

  for (guint start = 0; start < plain->len || seq == 0; start += INK_BLOCK_MAX_BYTES / 2, seq++)
    {
      guint n = MIN (plain->len - start, INK_BLOCK_MAX_BYTES / 2);
      GByteArray *payload = ink_block_begin ();

      g_byte_array_append (payload, plain->data + start, n);
      g_ptr_array_add (blocks,
                       ink_block_end (payload, column, seq, n, INK_CODEC_DIRECTORY, 0, 0));
    }
  ink_run_take (run, column, blocks);
}

void
ink_run_close (InkRun *run)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  put_counts (run, bytes);
  ink_bytes_put_varint (bytes, run->columns->len);
  for (guint i = 0; i < run->columns->len; i++)
    put_column (&g_array_index (run->columns, InkRunColumn, i), bytes);
  ink_bytes_put_varint (bytes, run->names->len);
  for (guint i = 0; i < run->names->len; i++)
    put_name (&g_array_index (run->names, InkRunName, i), bytes);
  add_bytes_as_blocks (run, INK_RUN_DIRECTORY, bytes);
}

static void
read_counts (InkRun *run,
             InkReader *reader)
{
  guint32 *const counts[]
      = { &run->n_rows,   &run->n_of_nobody, &run->n_groups,   &run->n_links, &run->n_person_rows,
          &run->first_id, &run->n_ids,       &run->first_name, &run->n_names };

  if (ink_reader_varint (reader) != FORMAT_VERSION)
    reader->failed = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    *counts[i] = ink_reader_u32 (reader);
  run->has_keys = ink_reader_u32 (reader) != 0;
  /* Row numbers, offsets and codes have to fit in 32 bits everywhere. */
  if (run->n_rows > G_MAXINT32 || run->n_of_nobody > run->n_rows || run->n_groups > run->n_rows
      || run->n_links > G_MAXINT32 / 3 || run->n_person_rows > G_MAXINT32)
    reader->failed = TRUE;
}

static void
read_column (InkRun *run,
             InkReader *reader)
{
  gsize length;
  const char *name = ink_reader_text (reader, &length);
  InkRunColumn column = { 0 };

  if (reader->failed || !g_utf8_validate_len (name, length, NULL))
    {
      reader->failed = TRUE;
      return;
    }
  column.on = ink_reader_u32 (reader);
  column.layout = ink_reader_u32 (reader);
  column.first_value = ink_reader_u32 (reader);
  column.n_values = ink_reader_u32 (reader);
  column.filled = ink_reader_varint (reader);
  column.distinct = ink_reader_varint (reader);
  for (guint kind = 0; kind < G_N_ELEMENTS (column.kinds); kind++)
    column.kinds[kind] = ink_reader_varint (reader);
  if ((column.on != INK_ON_EVENT && column.on != INK_ON_PERSON)
      || column.layout > INK_LAYOUT_TIMES)
    reader->failed = TRUE;
  if (reader->failed)
    return;
  column.name = g_strndup (name, length);
  if (ink_run_find_column (run, column.name, column.on) != NULL)
    reader->failed = TRUE;
  g_array_append_val (run->columns, column);
}

static void
read_name (InkRun *run,
           InkReader *reader)
{
  InkRunName name;

  name.code = ink_reader_u32 (reader);
  name.people = ink_reader_u32 (reader);
  name.events = ink_reader_varint (reader);
  name.first = ink_reader_signed (reader);
  name.last = ink_reader_signed (reader);
  if (name.code >= (guint64) run->first_name + run->n_names)
    reader->failed = TRUE;
  if (!reader->failed)
    g_array_append_val (run->names, name);
}

static gboolean
read_directory (InkRun *run,
                GByteArray *bytes,
                GError **error)
{
  InkReader reader = { .p = bytes->data };
  guint32 n;

  /* A project without the directory of a run has none of its blocks, and so no bytes at all. */
  if (bytes->len == 0)
    return ink_block_damaged (INK_RUN_DIRECTORY, 0, error);
  reader.end = bytes->data + bytes->len;
  read_counts (run, &reader);
  n = ink_reader_u32 (&reader);
  if (n > MAX_COLUMNS)
    reader.failed = TRUE;
  for (guint32 i = 0; i < n && !reader.failed; i++)
    read_column (run, &reader);
  n = ink_reader_u32 (&reader);
  for (guint32 i = 0; i < n && !reader.failed; i++)
    read_name (run, &reader);

  if (reader.failed || reader.p != reader.end)
    return ink_block_damaged (INK_RUN_DIRECTORY, 0, error);
  return TRUE;
}

typedef struct
{
  GByteArray *bytes;
  guint32 seq;
} Gathered;

static gboolean
gather_directory (const InkBlock *block,
                  gpointer data,
                  GError **error)
{
  Gathered *gathered = data;
  InkReader reader;

  if (!ink_block_check (block, INK_RUN_DIRECTORY, gathered->seq, &reader, error))
    return FALSE;
  /* 64 MiB of directory would be a hundred thousand event names and more. */
  if (block->codec != INK_CODEC_DIRECTORY || ++gathered->seq > 128)
    return ink_block_damaged (INK_RUN_DIRECTORY, block->seq, error);
  g_byte_array_append (gathered->bytes, reader.p, (guint) (reader.end - reader.p));
  return TRUE;
}

InkRun *
ink_run_open (InkSharedSource *source,
              guint32 id,
              GError **error)
{
  g_autoptr (InkRun) run = ink_run_new (id);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Gathered gathered = { .bytes = bytes };

  g_clear_pointer (&run->blocks, g_hash_table_unref);
  run->source = ink_shared_source_ref (source);
  if (!source->source->read (source->source, id, INK_RUN_DIRECTORY, gather_directory, &gathered,
                             error)
      || !read_directory (run, bytes, error))
    return NULL;

  return g_steal_pointer (&run);
}

/* --- Blocks in and out --- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every column, so that the directory, which says that all is there, can be written last. */
static GPtrArray *
list_columns (const InkRun *run)
{
  static const char *const fixed[]
      = { INK_RUN_NAMES, INK_RUN_IDS,  INK_RUN_GROUPS, INK_RUN_LINKS, INK_RUN_PERSON_ROWS,
          INK_RUN_NAME,  INK_RUN_TIME, INK_RUN_KEY,    INK_RUN_DIRECTORY };
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_ptr_array_add (list, g_strdup (fixed[i]));
  for (guint i = 0; i < run->columns->len; i++)
    {
      const InkRunColumn *column = &g_array_index (run->columns, InkRunColumn, i);

      g_ptr_array_add (list, ink_run_column_name (column->name, column->on));
      g_ptr_array_add (list, ink_run_values_name (column->name, column->on));
    }
  g_ptr_array_sort (list, compare_names);
  return list;
}

gboolean
ink_run_read_blocks (InkRun *run,
                     const char *column,
                     InkBlockWriteFunc each,
                     gpointer data,
                     GError **error)
{
  GPtrArray *blocks;

  if (run->blocks == NULL)
    return run->source->source->read (run->source->source, run->id, column, each, data, error);

  blocks = g_hash_table_lookup (run->blocks, column);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    if (!each (g_ptr_array_index (blocks, i), data, error))
      return FALSE;
  return TRUE;
}

gboolean
ink_run_write (InkRun *run,
               InkBlockWriteFunc write,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) columns = list_columns (run);

  for (guint i = 0; i < columns->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!ink_run_read_blocks (run, g_ptr_array_index (columns, i), write, data, error))
        return FALSE;
    }
  return TRUE;
}
