/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A store without one person: every run is built anew from its rows, so that neither the person's
 * ids nor values that only this person had are left in any block. */
#include "events/ink-event-data-private.h"
#include "events/ink-event-store-builder.h"
#include "events/ink-property-private.h"

/* One run while it is fed to a builder. */
typedef struct
{
  InkEventData *data;
  InkRun *run;
  guint32 forgotten; /* shown id */
  InkEventStoreBuilder *builder;
  InkDictionary *ids;
} Feed;

static gboolean
is_forgotten (const Feed *feed,
              guint32 id)
{
  return (feed->data->shown_of_id != NULL ? feed->data->shown_of_id[id] : id) == feed->forgotten;
}

static guint32
person_handle (Feed *feed,
               guint32 id)
{
  const char *text = ink_dictionary_get (feed->ids, id);

  return ink_event_store_builder_person (feed->builder, text,
                                         ink_dictionary_get_length (feed->ids, id));
}

static void
set_value (InkEventStoreBuilder *builder,
           guint property,
           InkValue value)
{
  switch (value.kind)
    {
    case INK_KIND_TEXT:
      ink_event_store_builder_set_text (builder, property, value.text, strlen (value.text));
      break;
    case INK_KIND_NUMBER:
      ink_event_store_builder_set_number (builder, property, value.number);
      break;
    case INK_KIND_BOOLEAN:
      ink_event_store_builder_set_boolean (builder, property, value.boolean);
      break;
    case INK_KIND_TIME:
      ink_event_store_builder_set_time (builder, property, value.time);
      break;
    case INK_KIND_ABSENT:
    default:
      break;
    }
}

/* --- Rows --- */

/* The columns of one kind of rows with their handles in the builder. */
typedef struct
{
  GPtrArray *properties; /* InkProperty, the runs one after the other */
  GArray *handles;
} Columns;

static void
columns_clear (Columns *columns)
{
  g_clear_pointer (&columns->properties, g_ptr_array_unref);
  g_clear_pointer (&columns->handles, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

static gboolean
load_columns (Feed *feed,
              InkOn on,
              Columns *columns,
              GError **error)
{
  columns->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_property_unref);
  columns->handles = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < feed->run->columns->len; i++)
    {
      const InkRunColumn *column = &g_array_index (feed->run->columns, InkRunColumn, i);
      InkProperty *property;
      guint handle = G_MAXUINT;

      if (column->on != on)
        continue;
      property = ink_event_data_load_in_runs (feed->data, column->name, on, error);
      if (property == NULL)
        return FALSE;
      if (strcmp (column->name, INK_OWN_DATE) != 0)
        handle = ink_event_store_builder_property (feed->builder, column->name, on);
      g_ptr_array_add (columns->properties, property);
      g_array_append_val (columns->handles, handle);
    }
  return TRUE;
}

static void
set_row (Feed *feed,
         const Columns *columns,
         guint32 place,
         guint32 person)
{
  for (guint i = 0; i < columns->properties->len; i++)
    {
      InkValue value = ink_property_get (g_ptr_array_index (columns->properties, i), place);
      guint handle = g_array_index (columns->handles, guint, i);

      if (handle != G_MAXUINT)
        set_value (feed->builder, handle, value);
      else if (value.kind == INK_KIND_TIME)
        ink_event_store_builder_person_time (feed->builder, person, value.time);
    }
}

static gboolean
feed_events (Feed *feed,
             guint32 first_place,
             const guint64 *keys,
             GError **error)
{
  InkRun *run = feed->run;
  guint32 n_names = ink_dictionary_size (feed->data->names), row = 0;
  g_auto (Columns) columns = { 0 };
  g_autofree guint32 *names = g_new (guint32, (gsize) run->n_rows + 1);
  g_autofree gint64 *times = g_new (gint64, (gsize) run->n_rows + 1);
  g_autofree guint32 *groups = NULL;

  if (!load_columns (feed, INK_ON_EVENT, &columns, error)
      || !ink_run_read_codes (run, INK_RUN_NAME, run->n_rows, n_names, 4, names, error)
      || !ink_run_read_times (run, INK_RUN_TIME, run->n_rows, times, error)
      || (groups = ink_run_read_integers (run, INK_RUN_GROUPS, run->n_groups * 2, error)) == NULL)
    return FALSE;

  for (guint32 g = 0; g <= run->n_groups; g++)
    {
      gboolean nobody = g == run->n_groups;
      guint32 n = nobody ? run->n_of_nobody : groups[2 * g + 1];
      guint32 end = n > run->n_rows - row ? run->n_rows : row + n, person = INK_NO_PERSON;

      if (!nobody && is_forgotten (feed, groups[2 * g]))
        {
          row = end;
          continue;
        }
      if (!nobody)
        person = person_handle (feed, groups[2 * g]);
      for (; row < end; row++)
        {
          const char *name = ink_dictionary_get (feed->data->names, names[row]);
          guint32 code = ink_event_store_builder_name (feed->builder, name, strlen (name));

          ink_event_store_builder_event (feed->builder, person, code, times[row]);
          if (keys != NULL && keys[first_place + row] != 0)
            ink_event_store_builder_set_key_hash (feed->builder, keys[first_place + row]);
          set_row (feed, &columns, first_place + row, person);
        }
    }
  return TRUE;
}

static gboolean
feed_persons (Feed *feed,
              guint32 first_place,
              GError **error)
{
  InkRun *run = feed->run;
  g_auto (Columns) columns = { 0 };
  g_autofree guint32 *ids
      = ink_run_read_integers (run, INK_RUN_PERSON_ROWS, run->n_person_rows, error);

  if (ids == NULL || !load_columns (feed, INK_ON_PERSON, &columns, error))
    return FALSE;
  for (guint32 k = 0; k < run->n_person_rows; k++)
    if (ids[k] < feed->data->n_ids && !is_forgotten (feed, ids[k]))
      {
        guint32 person = person_handle (feed, ids[k]);

        ink_event_store_builder_person_row (feed->builder, person);
        set_row (feed, &columns, first_place + k, person);
      }
  return TRUE;
}

static gboolean
feed_links (Feed *feed,
            GError **error)
{
  InkRun *run = feed->run;
  g_autofree guint32 *links
      = ink_run_read_integers (run, INK_RUN_LINKS, run->n_links * 3, error);

  if (links == NULL)
    return FALSE;
  /* Ids keep their order, and with it persons their numbers. */
  for (guint32 id = run->first_id; id < run->first_id + run->n_ids; id++)
    if (!is_forgotten (feed, id))
      person_handle (feed, id);
  for (guint32 k = 0; k < run->n_links; k++)
    if (links[3 * k] < feed->data->n_ids && links[3 * k + 1] < feed->data->n_ids
        && !is_forgotten (feed, links[3 * k]) && !is_forgotten (feed, links[3 * k + 1]))
      ink_event_store_builder_link (feed->builder, person_handle (feed, links[3 * k]),
                                    person_handle (feed, links[3 * k + 1]),
                                    (InkLink) links[3 * k + 2]);
  return TRUE;
}

/**
 * ink_event_store_forget:
 * @store: stays as it is
 * @person: whom to leave out, with all ids
 *
 * Returns: (transfer full): a store of the same runs, or NULL where a column could not be read
 */
InkEventStore *
ink_event_store_forget (InkEventStore *store,
                        guint32 person,
                        GCancellable *cancellable,
                        GError **error)
{
  Feed feed = { .data = ink_event_store_get_data (store) };
  g_autoptr (InkEventStore) made = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree guint64 *keys = NULL;
  guint32 first_row = 0, first_person_row = 0;

  g_return_val_if_fail (person < feed.data->n_persons, NULL);

  feed.forgotten = feed.data->person_ids[person];
  feed.ids = ink_event_data_get_ids (feed.data, error);
  if (feed.ids == NULL)
    return NULL;
  keys = ink_event_data_load_keys_in_runs (feed.data, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  for (guint i = 0; i < feed.data->runs->len; i++)
    {
      g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (made);
      InkEventStore *next;

      feed.builder = builder;
      feed.run = g_ptr_array_index (feed.data->runs, i);
      ink_event_store_builder_keep_repeats (builder);
      ink_event_store_builder_set_run_id (builder, feed.run->id);
      if (!feed_links (&feed, error) || !feed_events (&feed, first_row, keys, error)
          || !feed_persons (&feed, first_person_row, error)
          || (next = ink_event_store_builder_end (builder, NULL, cancellable, error)) == NULL)
        return NULL;
      g_clear_pointer (&made, ink_event_store_unref);
      made = next;
      first_row += feed.run->n_rows;
      first_person_row += feed.run->n_person_rows;
    }
  return made != NULL ? g_steal_pointer (&made) : ink_event_store_ref (store);
}
