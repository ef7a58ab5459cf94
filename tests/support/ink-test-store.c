/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A document in memory, stores as text, rows as short texts. */
#include "support/ink-test-store.h"

#include <string.h>

/* --- Blocks --- */

static void
free_block (gpointer data)
{
  InkTestBlock *block = data;

  g_free ((char *) block->block.column);
  g_bytes_unref (block->block.data);
  g_free (block);
}

GPtrArray *
ink_test_blocks_new (void)
{
  return g_ptr_array_new_with_free_func (free_block);
}

typedef struct
{
  GPtrArray *blocks;
  guint32 run;
} Writing;

static gboolean
write_block (const InkBlock *block,
             gpointer data,
             GError **error)
{
  Writing *writing = data;
  InkTestBlock *copy = g_new0 (InkTestBlock, 1);

  g_assert_cmpuint (g_bytes_get_size (block->data), <=, 1 << 20);
  copy->run = writing->run;
  copy->block = *block;
  copy->block.column = g_strdup (block->column);
  g_bytes_ref (block->data);
  g_ptr_array_add (writing->blocks, copy);
  return TRUE;
}

void
ink_test_blocks_write (GPtrArray *blocks,
                       InkEventStore *store,
                       guint run)
{
  Writing writing = { .blocks = blocks, .run = ink_event_store_get_run_id (store, run) };
  g_autoptr (GError) error = NULL;

  ink_event_store_write_run (store, run, write_block, &writing, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  InkBlockSource source;
  GPtrArray *blocks;
} Source;

static gboolean
read_blocks (InkBlockSource *source,
             guint32 run,
             const char *column,
             InkBlockWriteFunc each,
             gpointer data,
             GError **error)
{
  GPtrArray *blocks = ((Source *) source)->blocks;

  for (guint i = 0; i < blocks->len; i++)
    {
      const InkTestBlock *block = g_ptr_array_index (blocks, i);

      if (block->run == run && strcmp (block->block.column, column) == 0
          && !each (&block->block, data, error))
        return FALSE;
    }
  return TRUE;
}

static void
free_source (InkBlockSource *source)
{
  g_ptr_array_unref (((Source *) source)->blocks);
  g_free (source);
}

InkBlockSource *
ink_test_blocks_source (GPtrArray *blocks)
{
  Source *source = g_new0 (Source, 1);

  source->source.read = read_blocks;
  source->source.free = free_source;
  source->blocks = g_ptr_array_ref (blocks);
  return &source->source;
}

InkEventStore *
ink_test_blocks_open (GPtrArray *blocks,
                      GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < blocks->len; i++)
    {
      guint32 run = ((const InkTestBlock *) g_ptr_array_index (blocks, i))->run;

      if (ids->len == 0 || g_array_index (ids, guint32, ids->len - 1) != run)
        g_array_append_val (ids, run);
    }
  return ink_event_store_open (ink_test_blocks_source (blocks), (const guint32 *) (void *) ids->data,
                               ids->len, NULL, error);
}

InkEventStore *
ink_test_reopen (InkEventStore *store)
{
  g_autoptr (GPtrArray) blocks = ink_test_blocks_new ();
  g_autoptr (GError) error = NULL;
  InkEventStore *opened;

  for (guint run = 0; run < ink_event_store_get_n_runs (store); run++)
    ink_test_blocks_write (blocks, store, run);
  opened = ink_test_blocks_open (blocks, &error);
  g_assert_no_error (error);
  return opened;
}

/* --- A store as text --- */

static void
put_value (GString *out,
           InkEventStore *store,
           const char *name,
           InkOn on,
           guint32 row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkProperty) property = ink_event_store_load_property (store, name, on, &error);
  g_autofree char *text = NULL;
  InkValue value;

  g_assert_no_error (error);
  if (property == NULL)
    return;
  value = ink_property_get (property, row);
  if (value.kind == INK_KIND_ABSENT)
    return;
  text = ink_value_to_text (value);
  g_string_append_printf (out, " %s=%c:%s", name, *ink_kind_to_string (value.kind), text);
}

char *
ink_test_dump (InkEventStore *store,
               const char *const *on_event,
               const char *const *on_person)
{
  GString *out = g_string_new (NULL);
  InkCodes names = ink_event_store_get_names (store);
  const gint64 *times = ink_event_store_get_times (store);

  for (guint32 row = 0; row < ink_event_store_get_n_events (store); row++)
    {
      guint32 person = ink_event_store_person_of_row (store, row);
      g_autofree char *time = ink_time_to_iso (times[row]);

      g_string_append_printf (
          out, "%s %s %s",
          person == INK_NO_PERSON ? "-" : ink_event_store_get_person_id (store, person),
          ink_dictionary_get (ink_event_store_get_name_dictionary (store),
                              ink_codes_get (names, row)),
          time != NULL ? time : "-");
      for (guint i = 0; on_event != NULL && on_event[i] != NULL; i++)
        put_value (out, store, on_event[i], INK_ON_EVENT, row);
      g_string_append_c (out, '\n');
    }
  for (guint32 person = 0; on_person != NULL && person < ink_event_store_get_n_persons (store);
       person++)
    {
      g_string_append_printf (out, "person %s", ink_event_store_get_person_id (store, person));
      for (guint i = 0; on_person[i] != NULL; i++)
        put_value (out, store, on_person[i], INK_ON_PERSON, person);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/* --- Rows from text --- */

static guint32
person_of (InkEventStoreBuilder *builder,
           const char *id)
{
  return strcmp (id, "-") == 0 ? INK_NO_PERSON
                               : ink_event_store_builder_person (builder, id, strlen (id));
}

static gint64
time_of (const char *text)
{
  return strcmp (text, "-") == 0 ? INK_TIME_NONE : (gint64) (g_ascii_strtod (text, NULL) * 1e6);
}

static void
set_field (InkEventStoreBuilder *builder,
           const char *field,
           InkOn on)
{
  const char *equals = strchr (field, '='), *text = equals + 1;
  g_autofree char *name = NULL;
  guint property;
  double number;

  if (*field == '#')
    {
      ink_event_store_builder_set_key (builder, field + 1, strlen (field + 1));
      return;
    }
  name = g_strndup (field, (gsize) (equals - field));
  property = ink_event_store_builder_property (builder, name, on);
  if (*text == '@')
    ink_event_store_builder_set_time (builder, property, time_of (text + 1));
  else if (strcmp (text, "true") == 0 || strcmp (text, "false") == 0)
    ink_event_store_builder_set_boolean (builder, property, *text == 't');
  else if (ink_number_parse (text, strlen (text), &number))
    ink_event_store_builder_set_number (builder, property, number);
  else
    ink_event_store_builder_set_text (builder, property, text, strlen (text));
}

void
ink_test_feed (InkEventStoreBuilder *builder,
               const char *row)
{
  g_auto (GStrv) word = g_strsplit (row, " ", -1);
  gboolean person = strcmp (word[0], "person") == 0;

  if (strcmp (word[0], "same") == 0 || strcmp (word[0], "anonymous") == 0)
    {
      ink_event_store_builder_link (builder, person_of (builder, word[1]),
                                    person_of (builder, word[2]),
                                    *word[0] == 's' ? INK_LINK_SAME : INK_LINK_ANONYMOUS);
      return;
    }
  if (strcmp (word[0], "date") == 0)
    {
      ink_event_store_builder_person_time (builder, person_of (builder, word[1]),
                                           time_of (word[2]));
      return;
    }
  if (person)
    ink_event_store_builder_person_row (builder, person_of (builder, word[1]));
  else
    ink_event_store_builder_event (builder, person_of (builder, word[0]),
                                   ink_event_store_builder_name (builder, word[1],
                                                                 strlen (word[1])),
                                   time_of (word[2]));
  for (guint i = person ? 2 : 3; word[i] != NULL; i++)
    set_field (builder, word[i], person ? INK_ON_PERSON : INK_ON_EVENT);
}

InkEventStore *
ink_test_import (InkEventStore *base,
                 const char *const *rows,
                 InkBuildReport *report)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (base);
  g_autoptr (GError) error = NULL;
  InkEventStore *store;

  for (guint i = 0; rows[i] != NULL; i++)
    ink_test_feed (builder, rows[i]);
  store = ink_event_store_builder_end (builder, report, NULL, &error);
  g_assert_no_error (error);
  return store;
}
