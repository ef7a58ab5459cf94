/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The data of a store: made of runs, shared by all who look at it. */
#include "events/ink-event-merge-private.h"

#include "events/ink-property-private.h"

static guint64
next_revision (void)
{
  static guint64 last;

  return __atomic_add_fetch (&last, 1, __ATOMIC_RELAXED);
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
  g_clear_pointer (&data->asked, g_hash_table_unref);
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

InkEventData *
ink_event_data_new (GPtrArray *runs,
                    InkKnownTexts known,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (InkEventData) data = g_new0 (InkEventData, 1);
  g_autoptr (InkIdentity) identity = ink_identity_new ();
  InkEventMerge merge = { .data = data, .identity = identity, .cancellable = cancellable,
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
  data->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&data->lock);

  merge.groups = g_new0 (guint32 *, runs->len + 1);
  merge.person_rows = g_new0 (guint32 *, runs->len + 1);
  ok = ink_event_merge_run (&merge, error);
  for (guint i = 0; i < runs->len; i++)
    {
      g_free (merge.groups[i]);
      g_free (merge.person_rows[i]);
    }
  g_free (merge.groups);
  g_free (merge.person_rows);
  g_free (merge.facts.back);
  g_free (merge.known_times);
  g_free (merge.known_codes);
  data->person_of_id = merge.person_of_id;

  return ok ? g_steal_pointer (&data) : NULL;
}
