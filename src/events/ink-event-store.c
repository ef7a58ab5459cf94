/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The store: shared data seen with some events passive. */
#include "events/ink-event-store-private.h"

InkEventStore *
ink_event_store_new_for_data (InkEventData *data)
{
  InkEventStore *store = g_new0 (InkEventStore, 1);

  store->ref_count = 1;
  store->data = ink_event_data_ref (data);
  store->passive = g_malloc0 (ink_dictionary_size (data->names) + 1);
  store->derived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) ink_property_unref);
  g_mutex_init (&store->lock);
  return store;
}

InkEventData *
ink_event_store_get_data (InkEventStore *store)
{
  return store->data;
}

InkEventStore *
ink_event_store_new_empty (void)
{
  InkKnownTexts known = { .names = ink_dictionary_new (), .ids = ink_dictionary_new () };
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_run_unref);
  g_autoptr (InkEventData) data = ink_event_data_new (runs, known, NULL, NULL);

  return ink_event_store_new_for_data (data);
}

InkEventStore *
ink_event_store_ref (InkEventStore *store)
{
  g_atomic_int_inc (&store->ref_count);
  return store;
}

void
ink_event_store_unref (InkEventStore *store)
{
  if (!g_atomic_int_dec_and_test (&store->ref_count))
    return;
  ink_event_data_unref (store->data);
  g_free (store->passive);
  g_free (store->sessions.session_of_row);
  g_free (store->without_source.session_of_row);
  g_hash_table_unref (store->derived);
  g_clear_pointer (&store->last, ink_event_store_unref);
  g_mutex_clear (&store->lock);
  g_free (store);
}

static gboolean
has_same_passive (const InkEventStore *a,
                  const InkEventStore *b)
{
  return memcmp (a->passive, b->passive, ink_dictionary_size (a->data->names)) == 0;
}

/* The one that was last made has its sessions already, if it is the same. (transfer full): both */
static InkEventStore *
take_last (InkEventStore *store,
           InkEventStore *other)
{
  InkEventStore *last;

  g_mutex_lock (&store->lock);
  if (store->last == NULL || !has_same_passive (store->last, other))
    {
      last = store->last;
      store->last = ink_event_store_ref (other);
    }
  else
    {
      last = other;
      other = ink_event_store_ref (store->last);
    }
  g_mutex_unlock (&store->lock);
  g_clear_pointer (&last, ink_event_store_unref);

  return other;
}

InkEventStore *
ink_event_store_with_passive (InkEventStore *store,
                              const char *const *names)
{
  InkEventStore *other = ink_event_store_new_for_data (store->data);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint32 code = ink_dictionary_find (store->data->names, names[i], strlen (names[i]));

      if (code != INK_NO_CODE)
        other->passive[code] = TRUE;
    }
  if (has_same_passive (other, store))
    {
      ink_event_store_unref (other);
      return ink_event_store_ref (store);
    }
  return take_last (store, other);
}

/* --- What is there at once --- */

guint64
ink_event_store_get_revision (const InkEventStore *store)
{
  return store->data->revision;
}

guint32
ink_event_store_get_n_events (const InkEventStore *store)
{
  return store->data->n_rows;
}

guint32
ink_event_store_get_n_people (const InkEventStore *store)
{
  return store->data->n_people;
}

guint32
ink_event_store_get_n_persons (const InkEventStore *store)
{
  return store->data->n_persons;
}

guint32
ink_event_store_get_n_of_nobody (const InkEventStore *store)
{
  return store->data->n_of_nobody;
}

gint64
ink_event_store_get_first (const InkEventStore *store)
{
  return store->data->first;
}

gint64
ink_event_store_get_last (const InkEventStore *store)
{
  return store->data->last;
}

gboolean
ink_event_store_has_only_days (const InkEventStore *store)
{
  return store->data->only_days;
}

const guint32 *
ink_event_store_get_offsets (const InkEventStore *store)
{
  return store->data->offsets;
}

const gint64 *
ink_event_store_get_times (const InkEventStore *store)
{
  return store->data->times;
}

InkCodes
ink_event_store_get_names (const InkEventStore *store)
{
  return (InkCodes){ .width = store->data->name_width, .data = store->data->name_codes };
}

const InkDictionary *
ink_event_store_get_name_dictionary (const InkEventStore *store)
{
  return store->data->names;
}

InkPersonIndex
ink_event_store_get_person_index (const InkEventStore *store)
{
  return store->data->index;
}

guint32
ink_event_store_person_of_row (const InkEventStore *store,
                               guint32 row)
{
  if (row >= store->data->offsets[store->data->n_people])
    return INK_NO_PERSON;
  return ink_person_index_find (store->data->index, row);
}

const InkSchema *
ink_event_store_get_schema (InkEventStore *store)
{
  InkEventData *data = store->data;
  InkSchema *schema = g_atomic_pointer_get (&data->schema);

  if (schema != NULL)
    return schema;
  schema = ink_event_data_make_schema (data);
  if (!g_atomic_pointer_compare_and_exchange (&data->schema, NULL, schema))
    {
      g_free ((void *) schema->events);
      g_free ((void *) schema->properties);
      g_free (schema);
    }
  return g_atomic_pointer_get (&data->schema);
}

/* --- Persons --- */

const char *
ink_event_store_get_person_id (const InkEventStore *store,
                               guint32 person)
{
  InkDictionary *ids;

  g_return_val_if_fail (person < store->data->n_persons, NULL);

  ids = ink_event_data_get_ids (store->data, NULL);
  return ids != NULL ? ink_dictionary_get (ids, store->data->person_ids[person]) : "";
}

char **
ink_event_store_get_person_ids (const InkEventStore *store,
                                guint32 person)
{
  InkEventData *data = store->data;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  InkDictionary *ids;
  guint32 shown;

  g_return_val_if_fail (person < data->n_persons, NULL);

  ids = ink_event_data_get_ids (data, NULL);
  shown = data->person_ids[person];
  if (ids != NULL)
    g_ptr_array_add (list, g_strdup (ink_dictionary_get (ids, shown)));
  for (guint32 id = 0; ids != NULL && data->shown_of_id != NULL && id < data->n_ids; id++)
    if (id != shown && data->shown_of_id[id] == shown)
      g_ptr_array_add (list, g_strdup (ink_dictionary_get (ids, id)));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

guint32
ink_event_store_find_person (const InkEventStore *store,
                             const char *id)
{
  InkDictionary *ids = ink_event_data_get_ids (store->data, NULL);
  guint32 code = ids != NULL ? ink_dictionary_find (ids, id, strlen (id)) : INK_NO_CODE;

  return code == INK_NO_CODE ? INK_NO_PERSON : ink_event_data_person_of_id (store->data, code);
}

/* --- Runs --- */

guint
ink_event_store_get_n_runs (const InkEventStore *store)
{
  return store->data->runs->len;
}

guint32
ink_event_store_get_run_id (const InkEventStore *store,
                            guint run)
{
  g_return_val_if_fail (run < store->data->runs->len, 0);

  return ((const InkRun *) g_ptr_array_index (store->data->runs, run))->id;
}

gboolean
ink_event_store_write_run (InkEventStore *store,
                           guint run,
                           InkBlockWriteFunc write,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (run < store->data->runs->len, FALSE);

  return ink_run_write (g_ptr_array_index (store->data->runs, run), write, data, cancellable,
                        error);
}

InkEventStore *
ink_event_store_open (InkBlockSource *source,
                      const guint32 *run_ids,
                      guint n_runs,
                      GCancellable *cancellable,
                      GError **error)
{
  InkSharedSource *shared = ink_shared_source_new (source);
  GPtrArray *runs = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_run_unref);
  g_autoptr (InkEventData) data = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; i < n_runs && ok; i++)
    {
      InkRun *run = ink_run_open (shared, run_ids[i], error);

      ok = run != NULL;
      if (ok)
        g_ptr_array_add (runs, run);
    }
  ink_shared_source_unref (shared);
  if (!ok)
    {
      g_ptr_array_unref (runs);
      return NULL;
    }
  data = ink_event_data_new (runs, (InkKnownTexts){ 0 }, cancellable, error);
  return data == NULL ? NULL : ink_event_store_new_for_data (data);
}
