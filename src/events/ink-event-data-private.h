/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the stores of one state of a project share: all runs merged into one order of rows. */
#pragma once

#include "events/ink-event-store.h"
#include "events/ink-identity-private.h"
#include "events/ink-person-index.h"
#include "events/ink-run-private.h"

G_BEGIN_DECLS

typedef struct
{
  int ref_count;
  guint64 revision;
  GPtrArray *runs; /* InkRun */

  InkDictionary *names;
  guint32 n_rows;
  guint32 n_people;
  guint32 n_persons;
  guint32 n_of_nobody;
  gint64 first;
  gint64 last;
  gboolean only_days;

  guint32 *offsets;     /* n_people + 1 */
  InkPersonIndex index; /* of the same */
  gint64 *times;
  void *name_codes;
  guint name_width;
  guint32 *order;       /* by row, its place in the runs one after the other; NULL where the same */
  guint32 *person_ids;  /* by person, the shown id */
  guint32 n_ids;
  guint32 *shown_of_id; /* NULL where no ids were merged */

  GMutex lock; /* of all that follows, which is made when first asked for */
  InkDictionary *ids;
  guint32 *person_of_id;
  GHashTable *properties; /* "event/NAME" to InkProperty, as the sources gave it */
  GHashTable *asked;      /* "event/NAME", of which some rows were read */
  GHashTable *values;     /* "values/event/NAME" to InkDictionary */
  InkSchema *schema;
} InkEventData;

/* What is known already when runs are put together; read from their blocks where NULL. All
 * (transfer full). */
typedef struct
{
  InkDictionary *names;
  InkDictionary *ids;
  GHashTable *values;
  /* Of a first run without own dates, in its order, with room for INK_ROWS_SLACK more. */
  gint64 *times;
  void *name_codes;
} InkKnownTexts;

/* @runs: (transfer full) */
InkEventData *ink_event_data_new   (GPtrArray *runs, InkKnownTexts known,
                                    GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkEventData *ink_event_data_ref   (InkEventData *data);
void          ink_event_data_unref (InkEventData *data);

/* Borrowed; NULL where a block is damaged. They take the lock. */
InkDictionary *ink_event_data_get_ids    (InkEventData *data, GError **error);
InkDictionary *ink_event_data_get_values (InkEventData *data, const char *name, InkOn on,
                                          GError **error);
/* A property as the sources gave it; NULL without @error where none did. */
InkProperty   *ink_event_data_load       (InkEventData *data, const char *name, InkOn on,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, not kept: nobody else has it. */
InkProperty   *ink_event_data_load_own   (InkEventData *data, const char *name, InkOn on,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, not kept, the rows of the runs one after the other. */
InkProperty   *ink_event_data_load_in_runs (InkEventData *data, const char *name, InkOn on,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Person of an id; INK_NO_PERSON where nothing is known of it. */
guint32        ink_event_data_person_of_id (InkEventData *data, guint32 id);
/* Hashes of keys by row, NULL without @error where there are none. */
guint64       *ink_event_data_load_keys  (InkEventData *data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
guint64       *ink_event_data_load_keys_in_runs (InkEventData *data, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean       ink_event_data_has_column (InkEventData *data, const char *name, InkOn on);
InkSchema     *ink_event_data_make_schema (InkEventData *data) G_GNUC_WARN_UNUSED_RESULT;

InkEventStore *ink_event_store_new_for_data (InkEventData *data) G_GNUC_WARN_UNUSED_RESULT;
InkEventData  *ink_event_store_get_data     (InkEventStore *store);

/* A builder that is to take rows as they are: no repeats are left out (forgetting a person). */
void ink_event_store_builder_keep_repeats (InkEventStoreBuilder *builder);
void ink_event_store_builder_set_key_hash (InkEventStoreBuilder *builder, guint64 hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkEventData, ink_event_data_unref)

G_END_DECLS
