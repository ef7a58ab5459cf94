/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What follows from which events are passive: sessions, durations and persons' first and last values,
 * each made when it is first asked for. */
#include "events/ink-event-store-private.h"

#include <math.h>
#include <string.h>

/* The source's "session", whose values are always codes; NULL without @error where none is. */
static InkProperty *
load_source_sessions (InkEventStore *store,
                      GError **error)
{
  InkProperty *source = ink_event_data_load (store->data, "session", INK_ON_EVENT, error);

  if (source != NULL && source->layout != INK_LAYOUT_CODES)
    {
      g_autoptr (InkProperty) numbers = source;

      source = ink_property_as_codes (numbers);
    }
  return source;
}

static const InkSessions *
sessions_locked (InkEventStore *store,
                 GError **error)
{
  g_autoptr (InkProperty) source = NULL;
  g_autoptr (GError) local = NULL;

  if (store->sessions.session_of_row != NULL)
    return &store->sessions;
  source = load_source_sessions (store, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  store->sessions = ink_sessions_derive (store->data, source, store->passive);
  return &store->sessions;
}

const guint32 *
ink_event_store_get_sessions (InkEventStore *store,
                              guint32 *n_sessions)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->lock);
  const InkSessions *sessions = sessions_locked (store, NULL);

  /* A damaged column of sessions shows where it is loaded; here they are derived without it. */
  if (sessions == NULL)
    {
      if (store->without_source.session_of_row == NULL)
        store->without_source = ink_sessions_derive (store->data, NULL, store->passive);
      sessions = &store->without_source;
    }
  if (n_sessions != NULL)
    *n_sessions = sessions->n_sessions;
  return sessions->session_of_row;
}

static InkProperty *
make_duration (InkEventStore *store,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (InkProperty) source
      = ink_event_data_load_own (store->data, "duration", INK_ON_EVENT, &local);
  const InkSessions *sessions = local == NULL ? sessions_locked (store, &local) : NULL;
  InkProperty *property;

  if (sessions == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  property = ink_property_new ("duration", INK_ON_EVENT, store->data->n_rows);
  ink_property_take_numbers (
      property, ink_sessions_durations (
                    store->data, sessions,
                    !ink_event_data_has_column (store->data, "session", INK_ON_EVENT), source,
                    store->passive));
  return property;
}

static InkProperty *
make_session (InkEventStore *store,
              GError **error)
{
  g_autoptr (InkProperty) source = NULL;
  const InkSessions *sessions = sessions_locked (store, error);

  if (sessions == NULL)
    return NULL;
  source = load_source_sessions (store, NULL);
  return ink_sessions_property (store->data, sessions, source);
}

static InkProperty *
load_on_event (InkEventStore *store,
               const char *name,
               GError **error)
{
  gboolean duration = strcmp (name, "duration") == 0;
  InkProperty *property;

  if (!duration && strcmp (name, "session") != 0)
    return ink_event_data_load (store->data, name, INK_ON_EVENT, error);

  property = g_hash_table_lookup (store->derived, name);
  if (property == NULL)
    {
      property = duration ? make_duration (store, error) : make_session (store, error);
      if (property == NULL)
        return NULL;
      g_hash_table_insert (store->derived, g_strdup (name), property);
    }
  return ink_property_ref (property);
}

static inline gboolean
carries (const InkProperty *events,
         const InkCodes codes,
         guint32 row)
{
  if (events->layout == INK_LAYOUT_NUMBERS)
    return !isnan (events->numbers[row]);
  if (events->layout == INK_LAYOUT_TIMES)
    return events->times[row] != INK_TIME_NONE;
  return ink_codes_get (codes, row) != 0;
}

static inline void
find_carriers (const InkEventData *data,
               const InkProperty *events,
               const InkCodes codes,
               gboolean last,
               guint32 *rows)
{
  for (guint32 person = 0; person < data->n_people; person++)
    for (guint32 row = data->offsets[person]; row < data->offsets[person + 1]; row++)
      if (carries (events, codes, row))
        {
          rows[person] = row;
          if (!last)
            break;
        }
}

/* By person the first or last row that carries a value; G_MAXUINT32 where none does. */
static InkProperty *
pick_from_events (InkEventStore *store,
                  InkProperty *events,
                  const char *name,
                  gboolean last)
{
  const InkEventData *data = store->data;
  g_autofree guint32 *rows = g_new (guint32, (gsize) data->n_persons + 1);

  memset (rows, 0xff, ((gsize) data->n_persons + 1) * sizeof (guint32));
  /* A constant width, so that the loop does not ask for it. */
  if (events->codes.width == 1)
    find_carriers (data, events, (InkCodes){ .width = 1, .data = events->codes.data }, last, rows);
  else
    find_carriers (data, events, events->codes, last, rows);
  return ink_property_pick (events, name, INK_ON_PERSON, rows, data->n_persons);
}

/* "first X", "last X": where no event carries X it is no such property. */
static InkProperty *
derive_edge (InkEventStore *store,
             const char *name,
             GError **error)
{
  gboolean first = g_str_has_prefix (name, "first "), last = g_str_has_prefix (name, "last ");
  const char *of = name + (first ? strlen ("first ") : strlen ("last "));
  g_autoptr (InkProperty) events = NULL;

  if (!first && !last)
    return NULL;
  events = load_on_event (store, of, error);
  return events == NULL ? NULL : pick_from_events (store, events, name, last);
}

static InkProperty *
make_on_person (InkEventStore *store,
                const char *name,
                GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (InkProperty) given = NULL;
  g_autoptr (InkProperty) events = NULL;
  g_autoptr (InkProperty) derived = NULL;

  given = ink_event_data_load (store->data, name, INK_ON_PERSON, &local);
  if (local == NULL)
    events = load_on_event (store, name, &local);
  if (local == NULL)
    derived = events != NULL ? pick_from_events (store, events, name, FALSE)
                             : derive_edge (store, name, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (given != NULL && derived != NULL)
    return ink_property_combine (given, derived);
  return given != NULL ? g_steal_pointer (&given) : g_steal_pointer (&derived);
}

InkProperty *
ink_event_store_load_property (InkEventStore *store,
                               const char *name,
                               InkOn on,
                               GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->lock);
  g_autofree char *key = NULL;
  InkProperty *property;

  g_return_val_if_fail (name != NULL, NULL);

  if (on == INK_ON_EVENT)
    return load_on_event (store, name, error);

  key = g_strconcat ("person/", name, NULL);
  property = g_hash_table_lookup (store->derived, key);
  if (property == NULL)
    {
      property = make_on_person (store, name, error);
      if (property == NULL)
        return NULL;
      g_hash_table_insert (store->derived, g_steal_pointer (&key), property);
    }
  return ink_property_ref (property);
}

InkProperty *
ink_event_store_load_source_property (InkEventStore *store,
                                      const char *name,
                                      InkOn on,
                                      GError **error)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&store->lock);

  g_return_val_if_fail (name != NULL, NULL);

  return ink_event_data_load (store->data, name, on, error);
}

InkProperty *
ink_event_store_load_own_property (InkEventStore *store,
                                   const char *name,
                                   GError **error)
{
  return ink_event_store_load_source_property (store, name, INK_ON_PERSON, error);
}
