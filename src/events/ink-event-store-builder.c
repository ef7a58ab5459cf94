/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows come in: interned, kept as small as they can be, in the order of the file. */
#include "config.h"

#include "events/ink-event-store-builder-private.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "events/ink-value-codes-private.h"

/* Row numbers have to fit in a signed 32-bit number, together with those of the base. */
#define MAX_ROWS (G_MAXINT32 - 65536)
/* Look-ups that wait for memory together. */
#define PERSONS_AT_ONCE 32

static gboolean
learn_base (InkEventStoreBuilder *builder)
{
  InkEventData *base = builder->base;
  InkDictionary *ids = ink_event_data_get_ids (base, &builder->error);

  if (ids == NULL)
    return FALSE;
  builder->ids = ink_dictionary_copy (ids);
  builder->names = ink_dictionary_copy (base->names);
  builder->n_base_ids = ink_dictionary_size (ids);
  builder->n_base_names = ink_dictionary_size (base->names);
  for (guint i = 0; i < base->runs->len; i++)
    {
      InkRun *run = g_ptr_array_index (base->runs, i);
      g_autofree guint32 *links
          = ink_run_read_integers (run, INK_RUN_LINKS, run->n_links * 3, &builder->error);

      if (links == NULL)
        return FALSE;
      for (guint32 k = 0; k < run->n_links; k++)
        {
          InkIdentityLink link = { links[3 * k], links[3 * k + 1], links[3 * k + 2] };
          gboolean merged;

          ink_identity_link (builder->identity, link, &merged);
        }
      builder->run_id = MAX (builder->run_id, run->id + 1);
    }
  return TRUE;
}

InkEventStoreBuilder *
ink_event_store_builder_new (InkEventStore *base)
{
  InkEventStoreBuilder *builder = g_new0 (InkEventStoreBuilder, 1);

  builder->identity = ink_identity_new ();
  builder->links = g_array_new (FALSE, FALSE, sizeof (InkIdentityLink));
  builder->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_column_free);
  builder->column_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  builder->person_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  builder->name_codes = ink_column_new ("name", INK_ON_EVENT, NULL);
  builder->current_person = INK_NO_PERSON;
  builder->run_id = 1;
  if (base != NULL)
    builder->base = ink_event_data_ref (ink_event_store_get_data (base));
  if (base == NULL || !learn_base (builder))
    {
      g_clear_pointer (&builder->ids, ink_dictionary_unref);
      g_clear_pointer (&builder->names, ink_dictionary_unref);
      builder->ids = ink_dictionary_new ();
      builder->names = ink_dictionary_new ();
    }
  return builder;
}

void
ink_event_store_builder_free (InkEventStoreBuilder *builder)
{
  g_clear_pointer (&builder->base, ink_event_data_unref);
  g_clear_error (&builder->error);
  g_clear_pointer (&builder->ids, ink_dictionary_unref);
  g_clear_pointer (&builder->names, ink_dictionary_unref);
  ink_identity_free (builder->identity);
  g_array_unref (builder->links);
  g_ptr_array_unref (builder->columns);
  g_hash_table_unref (builder->column_of);
  g_free (builder->persons);
  g_free (builder->times);
  g_clear_pointer (&builder->name_codes, ink_column_free);
  g_clear_pointer (&builder->keys, g_array_unref);
  g_array_unref (builder->person_rows);
  g_free (builder);
}

void
ink_event_store_builder_set_run_id (InkEventStoreBuilder *builder,
                                    guint32 run_id)
{
  builder->run_id = run_id;
}

void
ink_event_store_builder_keep_repeats (InkEventStoreBuilder *builder)
{
  builder->keep_repeats = TRUE;
}

/* --- Handles --- */

void
ink_event_store_builder_person_ahead (InkEventStoreBuilder *builder,
                                      const char *id,
                                      gsize length)
{
  ink_dictionary_hash (builder->ids, id, MIN (length, INK_TEXT_MAX_BYTES));
}

guint32
ink_event_store_builder_person (InkEventStoreBuilder *builder,
                                const char *id,
                                gsize length)
{
  return ink_dictionary_intern (builder->ids, id, MIN (length, INK_TEXT_MAX_BYTES));
}

void
ink_event_store_builder_persons (InkEventStoreBuilder *builder,
                                 const InkRowText *ids,
                                 guint n,
                                 guint32 *persons)
{
  guint32 hashes[PERSONS_AT_ONCE];

  for (guint i = 0, part; i < n; i += part, ids += part, persons += part)
    {
      part = MIN (n - i, PERSONS_AT_ONCE);
      for (guint k = 0; k < part; k++)
        hashes[k] = ink_dictionary_hash (builder->ids, ids[k].text,
                                         MIN (ids[k].length, INK_TEXT_MAX_BYTES));
      for (guint k = 0; k < part; k++)
        ink_dictionary_fetch (builder->ids, hashes[k]);
      for (guint k = 0; k < part; k++)
        persons[k] = ink_dictionary_intern_hashed (builder->ids, hashes[k], ids[k].text,
                                                   MIN (ids[k].length, INK_TEXT_MAX_BYTES));
    }
}

guint32
ink_event_store_builder_name (InkEventStoreBuilder *builder,
                              const char *name,
                              gsize length)
{
  InkShortText read;
  InkShortText *place;

  if (length == 0 || length > INK_SHORT_TEXT_MAX)
    return ink_dictionary_intern (builder->names, name, MIN (length, INK_TEXT_MAX_BYTES));
  read = ink_short_text_read (name, length);
  place = ink_short_texts_place (&builder->short_names, &read);
  if (G_UNLIKELY (!ink_short_text_equal (place, &read)))
    {
      read.code = ink_dictionary_intern (builder->names, name, length);
      *place = read;
    }
  return place->code;
}

static guint
add_column (InkEventStoreBuilder *builder,
            const char *name,
            InkOn on,
            char *key)
{
  InkDictionary *values = NULL;
  InkColumn *column;

  if (builder->base != NULL && ink_event_data_has_column (builder->base, name, on))
    {
      GError **error = builder->error == NULL ? &builder->error : NULL;
      InkDictionary *known = ink_event_data_get_values (builder->base, name, on, error);

      values = known != NULL ? ink_dictionary_copy (known) : NULL;
    }
  column = ink_column_new (name, on, values);
  /* A source may number its sessions; they are names all the same. */
  column->always_codes = strcmp (name, "session") == 0;
  g_ptr_array_add (builder->columns, column);
  g_hash_table_insert (builder->column_of, key, GUINT_TO_POINTER (builder->columns->len));
  return builder->columns->len - 1;
}

static guint
find_or_add_column (InkEventStoreBuilder *builder,
                    const char *name,
                    InkOn on)
{
  char *key = ink_run_column_name (name, on);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (builder->column_of, key));

  if (found == 0)
    return add_column (builder, name, on, key);
  g_free (key);
  return found - 1;
}

guint
ink_event_store_builder_property (InkEventStoreBuilder *builder,
                                  const char *name,
                                  InkOn on)
{
  /* The own date is kept under a name that no source can take. */
  while (*name == INK_OWN_DATE[0])
    name++;
  return find_or_add_column (builder, name, on);
}

/* --- Rows --- */

static void
make_room (InkEventStoreBuilder *builder)
{
  guint32 n = MAX (4096, builder->n_allocated + builder->n_allocated / 2);

  /* Large blocks grow in place or by moving their pages; what is not reached takes no memory. */
  builder->persons = g_renew (guint32, builder->persons, n);
  builder->times = g_renew (gint64, builder->times, n);
  builder->n_allocated = n;
}

static void
refuse_rows (InkEventStoreBuilder *builder)
{
  builder->is_full = TRUE;
  builder->in_event = FALSE;
  builder->current_person = INK_NO_PERSON;
  if (builder->error == NULL)
    g_set_error_literal (&builder->error, INK_ERROR, INK_ERROR_FAILED,
                         _("This is more than two thousand million events, which is more than one "
                           "project can hold. Import a shorter period."));
}

guint32
ink_event_store_builder_event (InkEventStoreBuilder *builder,
                               guint32 person,
                               guint32 name,
                               gint64 time)
{
  guint32 row = builder->n_rows;

  if (G_UNLIKELY (row >= MAX_ROWS))
    {
      refuse_rows (builder);
      return INK_NO_ROW;
    }
  if (G_UNLIKELY (row == builder->n_allocated))
    make_room (builder);
  builder->persons[row] = person;
  builder->times[row]
      = time < INK_TIME_LEAST || time > INK_TIME_GREATEST ? INK_TIME_NONE : time;
  ink_column_set_code (builder->name_codes, row, name);
  builder->n_rows++;
  builder->in_event = TRUE;
  builder->current_person = INK_NO_PERSON;
  return row;
}

guint32
ink_event_store_builder_person_row (InkEventStoreBuilder *builder,
                                    guint32 person)
{
  builder->in_event = FALSE;
  builder->current_person = person;
  if (person == INK_NO_PERSON || builder->is_full)
    return INK_NO_ROW;
  g_array_append_val (builder->person_rows, person);
  return builder->person_rows->len - 1;
}

void
ink_event_store_builder_person_time (InkEventStoreBuilder *builder,
                                     guint32 person,
                                     gint64 time)
{
  guint handle;

  if (person == INK_NO_PERSON || time == INK_TIME_NONE)
    return;
  if (builder->own_date == 0)
    builder->own_date = find_or_add_column (builder, INK_OWN_DATE, INK_ON_PERSON) + 1;
  handle = builder->own_date - 1;
  if (builder->in_event || builder->current_person != person)
    {
      g_array_append_val (builder->person_rows, person);
      if (!builder->in_event)
        builder->current_person = person;
    }
  ink_column_set_time (g_ptr_array_index (builder->columns, handle),
                       builder->person_rows->len - 1, time);
}

void
ink_event_store_builder_set_key_hash (InkEventStoreBuilder *builder,
                                      guint64 hash)
{
  if (builder->keys == NULL)
    builder->keys = g_array_new (FALSE, TRUE, sizeof (guint64));
  g_array_set_size (builder->keys, builder->n_rows);
  g_array_index (builder->keys, guint64, builder->n_rows - 1) = hash;
}

/* Two keys are told apart by 64 bits, and only where person, name and time are the same. The hash
 * is kept in the document, so it may not change. */
static guint64
hash_of_key (const char *key,
             gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < length; i++)
    {
      hash = (hash ^ (guint8) key[i]) * G_GUINT64_CONSTANT (0x100000001b3);
      hash ^= hash >> 32;
    }
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 29;
  return hash == 0 ? 1 : hash;
}

void
ink_event_store_builder_set_key (InkEventStoreBuilder *builder,
                                 const char *key,
                                 gsize length)
{
  if (builder->in_event && length > 0)
    ink_event_store_builder_set_key_hash (builder, hash_of_key (key, length));
}

void
ink_event_store_builder_link (InkEventStoreBuilder *builder,
                              guint32 shown,
                              guint32 other,
                              InkLink link)
{
  InkIdentityLink stated = { .shown = shown, .other = other, .kind = link };
  gboolean merged;

  if (shown == other || shown == INK_NO_PERSON || other == INK_NO_PERSON)
    return;
  if (!ink_identity_link (builder->identity, stated, &merged))
    return;
  g_array_append_val (builder->links, stated);
  builder->n_merged += merged;
}
