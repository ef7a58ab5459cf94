/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All events of a project, as columns sorted by person, then time, then place in the files.
 *
 * An immutable, reference-counted value: any thread may read it without a lock. A person is the
 * slice [offsets[p], offsets[p + 1]) of rows. Events that have no time come first in the slice
 * (INK_TIME_NONE sorts first). Persons 0 … n_people - 1 have at least one event; further persons,
 * up to n_persons, are known by their properties only. Events of nobody stand after the last
 * person's slice, belong to no person, and count in n_events only. */
#pragma once

#include <gio/gio.h>

#include "base/ink-dictionary.h"
#include "base/ink-time.h"
#include "events/ink-codes.h"
#include "events/ink-person-index.h"
#include "events/ink-property.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

#define INK_NO_PERSON G_MAXUINT32
#define INK_NO_SESSION G_MAXUINT32

/* A visit ends when nothing happened for this long (events without a session of their own). */
#define INK_SESSION_GAP (30 * INK_MINUTE)

typedef struct _InkEventStore InkEventStore;

InkEventStore *ink_event_store_new_empty (void) G_GNUC_WARN_UNUSED_RESULT;
InkEventStore *ink_event_store_ref       (InkEventStore *store);
void           ink_event_store_unref     (InkEventStore *store);

/* The same events, but those named are passive: they get no session and no duration, and neither
 * end nor continue one. Shares every other column. @names is NULL-terminated, may be NULL. */
InkEventStore *ink_event_store_with_passive (InkEventStore *store, const char *const *names)
    G_GNUC_WARN_UNUSED_RESULT;

guint64        ink_event_store_get_revision (const InkEventStore *store);
guint32        ink_event_store_get_n_events (const InkEventStore *store); /* of nobody included */
guint32        ink_event_store_get_n_people (const InkEventStore *store);
guint32        ink_event_store_get_n_persons (const InkEventStore *store);
guint32        ink_event_store_get_n_of_nobody (const InkEventStore *store);
gint64         ink_event_store_get_first    (const InkEventStore *store);
gint64         ink_event_store_get_last     (const InkEventStore *store);
/* TRUE where every event with a time stands at midnight UTC: the export gives only days. */
gboolean       ink_event_store_has_only_days (const InkEventStore *store);

const guint32 *ink_event_store_get_offsets  (const InkEventStore *store); /* n_people + 1 */
InkPersonIndex ink_event_store_get_person_index (const InkEventStore *store);
const gint64  *ink_event_store_get_times    (const InkEventStore *store); /* n_events */
InkCodes       ink_event_store_get_names    (const InkEventStore *store); /* n_events */
const InkDictionary *ink_event_store_get_name_dictionary (const InkEventStore *store);

/* Session number per event, INK_NO_SESSION for passive and timeless events. Numbers are dense,
 * 0 … n_sessions - 1, a session belongs to one person; derived at the first call (takes a lock). */
const guint32 *ink_event_store_get_sessions (InkEventStore *store, guint32 *n_sessions);

/* NULL without @error where the data has no such property. 'duration' (seconds) and 'session' are
 * always there on events: from the source, else derived. On persons this is what a rule sees: the
 * source's value; where it gives this person none, the value on the first of the person's events
 * that carries a property of that name; and 'first PROPERTY', 'last PROPERTY' are derived from the
 * first and last event that carries it. Read at the first call (takes a lock). */
InkProperty   *ink_event_store_load_property (InkEventStore *store, const char *name, InkOn on,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The person's property as the source gave it, and nothing that is derived from events; NULL without
 * @error where there is none. A rule that is judged at a moment needs it apart. */
InkProperty   *ink_event_store_load_own_property (InkEventStore *store, const char *name,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of events or persons: what the source gave, without derived durations and sessions. */
InkProperty   *ink_event_store_load_source_property (InkEventStore *store, const char *name,
                                                     InkOn on, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* What of an event's property a question asks first: the numbers at @rows (ascending) alone, NaN where
 * there is none. To be freed. NULL without @error where the property is to be loaded: it was read
 * before, is asked for again, has other values than numbers, or is asked for at too many rows. */
double        *ink_event_store_read_numbers (InkEventStore *store, const char *name,
                                             const guint32 *rows, guint32 n, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

const InkSchema *ink_event_store_get_schema (InkEventStore *store);

/* Ids as the source gave them: the shown one, and all that were merged into it (the shown first). */
const char    *ink_event_store_get_person_id  (const InkEventStore *store, guint32 person);
char         **ink_event_store_get_person_ids (const InkEventStore *store, guint32 person)
    G_GNUC_WARN_UNUSED_RESULT;
guint32        ink_event_store_find_person    (const InkEventStore *store, const char *id);
guint32        ink_event_store_person_of_row  (const InkEventStore *store, guint32 row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkEventStore, ink_event_store_unref)

G_END_DECLS
