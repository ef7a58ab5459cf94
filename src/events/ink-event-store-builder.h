/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the next event store: what a store already held plus the rows of one import (a run). */
#pragma once

#include "events/ink-event-store.h"

G_BEGIN_DECLS

/**
 * InkLink:
 * @INK_LINK_SAME: the two ids are one person, whatever else is known
 * @INK_LINK_ANONYMOUS: the second is an anonymous id (cookie, device) of the first. An anonymous
 *   id that belongs to one known id is not given to another: two known people stay two.
 */
typedef enum
{
  INK_LINK_SAME,
  INK_LINK_ANONYMOUS,
} InkLink;

/**
 * InkBuildReport:
 * @events: rows that became events
 * @repeats: rows left out, since they repeat an event that is already there in every field (or in
 *   its key, where the source gives events a key)
 * @ids_merged: ids that became part of another person
 * @people: people of this import (with an event); @new_people: of them, not there before
 */
typedef struct
{
  guint64 events;
  guint64 repeats;
  guint64 of_nobody;
  guint32 ids_merged;
  guint32 people;
  guint32 new_people;
  gint64 first;
  gint64 last;
} InkBuildReport;

/* A text and the row that it belongs to. */
typedef struct
{
  const char *text;
  guint32 length;
  guint32 row;
} InkRowText;

#define INK_NO_ROW G_MAXUINT32

typedef struct _InkEventStoreBuilder InkEventStoreBuilder;

/* @base: (nullable): what the project holds already */
InkEventStoreBuilder *ink_event_store_builder_new  (InkEventStore *base) G_GNUC_WARN_UNUSED_RESULT;
void                  ink_event_store_builder_free (InkEventStoreBuilder *builder);
/* The number that the new run is to have (the document's `import` row). Without it: one more than
 * the base's last. */
void                  ink_event_store_builder_set_run_id (InkEventStoreBuilder *builder,
                                                          guint32 run_id);

/* Handles, to be asked for once and kept (interning is fast, but a memo is faster still). */
/* Says that this id will be asked for soon, so that it is in the cache by then: call it for some
 * tens of rows ahead. */
void    ink_event_store_builder_person_ahead (InkEventStoreBuilder *builder, const char *id,
                                              gsize length);
guint32 ink_event_store_builder_person   (InkEventStoreBuilder *builder, const char *id,
                                          gsize length);
/* The same as one call of ink_event_store_builder_person() after the other, but faster. */
void    ink_event_store_builder_persons  (InkEventStoreBuilder *builder, const InkRowText *ids,
                                          guint n, guint32 *persons);
guint32 ink_event_store_builder_name     (InkEventStoreBuilder *builder, const char *name,
                                          gsize length);
guint   ink_event_store_builder_property (InkEventStoreBuilder *builder, const char *name,
                                          InkOn on);

/* Begins an event; the setters fill its properties, in any order, absent where not called. A
 * property of persons that is set now is one of the event's person.
 * @person may be INK_NO_PERSON (an event of nobody), @time may be INK_TIME_NONE.
 * Returns the number of the row; INK_NO_ROW where no more are taken. */
guint32 ink_event_store_builder_event    (InkEventStoreBuilder *builder, guint32 person,
                                          guint32 name, gint64 time);
/* Begins a record of person properties; the setters fill it. A later value replaces an earlier. */
guint32 ink_event_store_builder_person_row (InkEventStoreBuilder *builder, guint32 person);
/* The person's own date, from a table of people: the person's events without a time take it, those
 * of earlier imports too. */
void ink_event_store_builder_person_time (InkEventStoreBuilder *builder, guint32 person,
                                          gint64 time);
void ink_event_store_builder_set_text    (InkEventStoreBuilder *builder, guint property,
                                          const char *text, gsize length);
void ink_event_store_builder_set_number  (InkEventStoreBuilder *builder, guint property,
                                          double number);
void ink_event_store_builder_set_boolean (InkEventStoreBuilder *builder, guint property,
                                          gboolean boolean);
void ink_event_store_builder_set_time    (InkEventStoreBuilder *builder, guint property,
                                          gint64 time);

/* Properties at rows that were begun before, in order of the rows: a column at a time. Another
 * thread may do this while rows of events are begun (and a third with another property), as long as
 * nobody asks for a property's handle. Texts need not last. */
void ink_event_store_builder_put_texts   (InkEventStoreBuilder *builder, guint property,
                                          const InkRowText *texts, guint n);
void ink_event_store_builder_put_numbers (InkEventStoreBuilder *builder, guint property,
                                          const guint32 *rows, const double *numbers, guint n);
void ink_event_store_builder_put_boolean (InkEventStoreBuilder *builder, guint property,
                                          guint32 row, gboolean boolean);
void ink_event_store_builder_put_time    (InkEventStoreBuilder *builder, guint property,
                                          guint32 row, gint64 time);

/* The key by which the source tells repeats of the current event (an insert id); events of the
 * same person, name and time with the same key are one. Without a key all fields are compared. */
void ink_event_store_builder_set_key     (InkEventStoreBuilder *builder, const char *key,
                                          gsize length);

/* One person: @shown is the id that is shown, @other becomes part of it. */
void ink_event_store_builder_link        (InkEventStoreBuilder *builder, guint32 shown,
                                          guint32 other, InkLink link);

/* Sorts, merges, leaves out repeats. Consumes the rows. NULL with G_IO_ERROR_CANCELLED when
 * cancelled: the base is untouched. The new store's last run is what the document has to keep. */
InkEventStore *ink_event_store_builder_end (InkEventStoreBuilder *builder, InkBuildReport *report,
                                            GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkEventStoreBuilder, ink_event_store_builder_free)

G_END_DECLS
