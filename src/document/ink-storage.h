/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The SQLite working copy of one project: its tables, read and written.
 *
 * Any thread may call; writing is one transaction at a time, reading goes on beside it (WAL). A
 * store read from it keeps it alive, so that columns may be read after the document closed. */
#pragma once

#include "definition/ink-definition-diff.h"
#include "document/ink-import-record.h"
#include "document/ink-working-copy.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

typedef struct _InkStorage InkStorage;

/* An empty project. Takes @copy over, with an error too. */
InkStorage *ink_storage_create (InkWorkingCopy *copy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What lies at @copy's path: checked, brought to this version, cleared of imports that never
 * became whole. Takes @copy over, with an error too. */
InkStorage *ink_storage_open   (InkWorkingCopy *copy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
InkStorage *ink_storage_ref    (InkStorage *self);
void        ink_storage_unref  (InkStorage *self);

/* For one thread at a time: the document's, or its saving task's. */
InkWorkingCopy *ink_storage_get_copy (InkStorage *self);
/* Gives the lock on the working copy back and, with @delete, removes it. Columns that were read
 * from it can still be read. */
void        ink_storage_release (InkStorage *self, gboolean delete);

/* The step at which the project stands, the last one that there is, and the one that the user's
 * file holds (-1: none of those that there are). */
typedef struct
{
  gint64 position;
  gint64 last;
  gint64 saved;
} InkStoragePlace;

gboolean   ink_storage_get_place  (InkStorage *self, InkStoragePlace *place, GError **error);
gboolean   ink_storage_set_saved  (InkStorage *self, gint64 saved, GError **error);
/* The project's random key, made with it. */
char      *ink_storage_get_secret (InkStorage *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ink_storage_load_items (InkStorage *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The row of one step. */
gboolean   ink_storage_read_step  (InkStorage *self, gint64 step, char **label,
                                   GPtrArray **changes, GError **error);
/* Does a step bring events? */
gboolean   ink_storage_is_import  (InkStorage *self, gint64 step);

/* What one transaction writes. */
typedef struct
{
  gint64 step;          /* the row to write; every later row goes, with its imports; 0: none */
  char *label;
  gint64 time;
  GPtrArray *changes;   /* of the step (InkDefinitionChange), for `history` */
  GPtrArray *rows;      /* of the table `definition`: changes from what it holds now */
  gint64 position;
  gint64 saved;
  GArray *imports;      /* nullable: guint32 ids that become valid with this step */
  InkEventStore *store; /* nullable: its summaries are written anew */
} InkStorageStep;

gboolean   ink_storage_write_step (InkStorage *self, const InkStorageStep *step, GError **error);

/* The events of the imports up to step @position. */
InkEventStore *ink_storage_open_store (InkStorage *self, gint64 position,
                                       GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Writes the runs of @store from index @first on, each with its record, in transactions short
 * enough for edits to come between. They count from the step that names the @ids (guint32). With
 * an error nothing of them is left. */
gboolean   ink_storage_write_runs (InkStorage *self, InkEventStore *store, guint first,
                                   GPtrArray *records, GArray *ids,
                                   GCancellable *cancellable, GError **error);
gboolean   ink_storage_drop_imports (InkStorage *self, GArray *ids, GError **error);
/* Imports up to step @position (element-type InkImportRecord). */
GPtrArray *ink_storage_load_imports (InkStorage *self, gint64 position, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Everything that was, without the person: @store's runs replace those that are there, and what
 * equals one of @ids goes from reports, history and definitions. All in one transaction. */
gboolean   ink_storage_forget     (InkStorage *self, InkEventStore *store, char **ids,
                                   GCancellable *cancellable, GError **error);
/* Only the texts: what equals one of @ids goes from reports, history and definitions. */
gboolean   ink_storage_scrub      (InkStorage *self, char **ids, GError **error);

gboolean   ink_storage_put_result (InkStorage *self, const char *key, gint64 step,
                                   const char *json, GError **error);
char      *ink_storage_get_result (InkStorage *self, const char *key, gint64 *step)
    G_GNUC_WARN_UNUSED_RESULT;

/* A compact copy of one moment at @path, with nothing left of what was deleted. @step (out): at
 * which step it stands. */
gboolean   ink_storage_write_copy (InkStorage *self, const char *path, gint64 *step,
                                   GCancellable *cancellable, GError **error);

/* Waits until the copy that was opened is on the disk: before that, a power failure may take it. */
void       ink_storage_sync       (InkStorage *self);
/* Sentences about damage (element-type utf8), none where it is sound. @whole: every index entry
 * too, 10 to 20 times slower. */
GPtrArray *ink_storage_check      (InkStorage *self, gboolean whole, GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkStorage, ink_storage_unref)

G_END_DECLS
