/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One project: what it holds now, where its file is, and every step that led here.
 *
 * The user's file is never opened by SQLite: a document works on a private copy, to which every
 * edit is written within 0.1 s, and Save writes that copy back as a whole. So a crash loses
 * nothing, and the same project may be open twice; who saves second is told.
 *
 * A document belongs to the thread that made it (the main thread, in the window): properties,
 * edit, undo and redo are used from there only. What is slow comes twice: as a function that
 * waits (command line, tests) and as _async with _finish (window). While an _async call of a
 * document runs, edits, undo and redo go on as usual, unless its documentation says otherwise. */
#pragma once

#include <gio/gio.h>

#include "base/ink-error.h"
#include "base/ink-progress.h"
#include "definition/ink-definition.h"
#include "document/ink-import-record.h"
#include "document/ink-recovery.h"
#include "events/ink-event-store.h"
#include "import/ink-import-options.h"

G_BEGIN_DECLS

/* What every project file is called. */
#define INK_DOCUMENT_SUFFIX ".inkling"
#define INK_DOCUMENT_MIME_TYPE "application/vnd.inkling-app.inkling"

#define INK_TYPE_DOCUMENT (ink_document_get_type ())
/* Properties, all readable, all with notify on the owner's thread:
 *   title (string), file (GFile), modified (boolean), definition (boxed), store (boxed),
 *   can-undo, can-redo (boolean), undo-label, redo-label (string),
 *   trouble (string, nullable): what the window should say in a bar: an edit could not be written
 *     (disk full), or the background check found damage. */
G_DECLARE_FINAL_TYPE (InkDocument, ink_document, INK, DOCUMENT, GObject)

/* Boxed types of the two values, for properties and GValue. */
#define INK_TYPE_DEFINITION_VALUE (ink_definition_value_get_type ())
#define INK_TYPE_EVENT_STORE_VALUE (ink_event_store_value_get_type ())
GType ink_definition_value_get_type  (void);
GType ink_event_store_value_get_type (void);

/* ---- Beginning and ending ---- */

/* An empty project without a file. Errors: no room or no right to make the working copy. */
InkDocument *ink_document_new         (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Opens a project file through a copy of it. INK_ERROR_FORMAT with one sentence where the file is
 * damaged, cut short, of another program or of a newer Inkling; G_IO_ERROR_NOT_FOUND where it is
 * not there. */
InkDocument *ink_document_open        (GFile *file, InkProgress *progress,
                                       GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/**
 * InkDocumentAhead: what need not wait until a project is open; for a window that shows at once what
 * is known of it.
 * @key: of the last numbers that @peek gets (ink_document_get_result())
 * @peek: (nullable): on the caller's thread, while the events are still being read, and not after the
 *   call back. @last: nullable
 * @loaded: (nullable): in the worker, when the events are there: to ask the first questions
 */
typedef struct
{
  const char *key;
  void (*peek) (InkDefinition *definition, const char *last, gpointer user_data);
  void (*loaded) (InkDefinition *definition, InkEventStore *store);
} InkDocumentAhead;

/* @ahead: nullable; a constant. */
void         ink_document_open_async  (GFile *file, const InkDocumentAhead *ahead,
                                       InkProgress *progress, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
InkDocument *ink_document_open_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Opens what a crash or a log-out left (ink-recovery.h). The document is `modified`, and knows the
 * file that it belongs to. The @recovery is used up. */
InkDocument *ink_document_recover     (const InkRecovery *recovery, InkProgress *progress,
                                       GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same in a worker; finish with ink_document_open_finish. */
void         ink_document_recover_async (const InkRecovery *recovery, GCancellable *cancellable,
                                         GAsyncReadyCallback callback, gpointer user_data);

typedef enum
{
  INK_CLOSE_KEEP,    /* what was not saved stays in the working copy and is offered next time */
  INK_CLOSE_DISCARD, /* what was not saved is given up */
} InkClose;

/* Waits for the writer and ends the document: nothing may be done with it but unref. Without
 * unsaved changes (or with INK_CLOSE_DISCARD) the working copy is deleted. Dropping the last
 * reference of a document that was not closed is INK_CLOSE_KEEP. Safe to call twice.
 * G_IO_ERROR_PENDING while an import or a save runs: cancel it or wait for it first. */
gboolean     ink_document_close       (InkDocument *self, InkClose what, GError **error);

/* ---- What it holds ---- */

/* The file's name without its ending; without a file what ink_document_set_title said, else
 * "New Project". */
const char    *ink_document_get_title      (InkDocument *self);
/* For a project that has no file yet: the sample. No edit. */
void           ink_document_set_title      (InkDocument *self, const char *title);
GFile         *ink_document_get_file       (InkDocument *self); /* nullable, (transfer none) */
/* TRUE where Save would write something else than what the file holds. */
gboolean       ink_document_get_modified   (InkDocument *self);
/* Never NULL; (transfer none): take a reference before going back to the main loop. */
InkDefinition *ink_document_get_definition (InkDocument *self);
/* Never NULL; its sessions and durations know the definition's passive events. */
InkEventStore *ink_document_get_store      (InkDocument *self);
const char    *ink_document_get_trouble    (InkDocument *self); /* nullable */

/* The imports that count now, oldest first (element-type InkImportRecord). */
GPtrArray     *ink_document_get_imports    (InkDocument *self, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Last numbers, to be shown before they are computed anew: @json is kept under @key, with the step
 * that it belongs to. @fresh (out): nothing changed since. NULL where there is none. No edit. */
void           ink_document_put_result     (InkDocument *self, const char *key, const char *json);
char          *ink_document_get_result     (InkDocument *self, const char *key, gboolean *fresh)
    G_GNUC_WARN_UNUSED_RESULT;

/* ---- Changing it ---- */

/* Makes @definition the current one, as the step @label, which the menu and the history show;
 * NULL: what changed, in words ("Added goal “Demo booked”", "Pricing 2 min: 120 s → 90 s").
 * @merge_key (nullable): an edit with the same key within 1 s of the last one joins it
 * (typing, dragging); best the id of what is edited with the field, "GOAL-ID/name". An edit that
 * changes nothing is no step. Returns at once; the writing follows within 0.1 s. */
void        ink_document_edit           (InkDocument *self, const char *label,
                                         const char *merge_key, InkDefinition *definition);

gboolean    ink_document_get_can_undo   (InkDocument *self);
gboolean    ink_document_get_can_redo   (InkDocument *self);
const char *ink_document_get_undo_label (InkDocument *self); /* nullable */
const char *ink_document_get_redo_label (InkDocument *self); /* nullable */
/* One step back or forth, as far as the project's whole life, over closing and reopening too.
 * FALSE with @error where an old step cannot be read; then nothing changed. At once, but for an
 * import older than this opening, or of more than 2 million events, for which the events are read
 * anew (20 to 40 ms per million). */
gboolean    ink_document_undo           (InkDocument *self, GError **error);
gboolean    ink_document_redo           (InkDocument *self, GError **error);
/* The same without waiting for an old import's events: at once (before this returns) wherever
 * ink_document_undo would be, else when they are there. An edit that comes first wins. */
void        ink_document_undo_async     (InkDocument *self, GAsyncReadyCallback callback,
                                         gpointer user_data);
void        ink_document_redo_async     (InkDocument *self, GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean    ink_document_move_finish    (InkDocument *self, GAsyncResult *result, GError **error);

/* What an import hands over, besides the store. */
typedef struct
{
  GPtrArray *records;        /* element-type InkImportRecord: what the project keeps about each new
                              * run of the store, in order. The array is there; only add to it */
  InkDefinition *definition; /* (transfer full) nullable: changed in the same step (the sample) */
} InkImportOutcome;

/* Makes the next store from @base and tells about it in @outcome. Runs in a worker thread: it must
 * not touch the document. An importer, the sample, a test. */
typedef InkEventStore *(*InkImportFunc) (InkEventStore *base, InkDefinition *definition,
                                         InkImportOutcome *outcome, gpointer data,
                                         InkProgress *progress, GCancellable *cancellable,
                                         GError **error);

/* Runs @import and keeps what it made, as the step @label. Where it fails or is cancelled, nothing
 * is left of it. Meanwhile the definition may be edited, but the store stays: a second import,
 * undo, redo and forget give INK_ERROR_USAGE until it is done. */
gboolean ink_document_import        (InkDocument *self, const char *label, InkImportFunc import,
                                     gpointer data, InkProgress *progress,
                                     GCancellable *cancellable, GError **error);
void     ink_document_import_async  (InkDocument *self, const char *label, InkImportFunc import,
                                     gpointer data, GDestroyNotify destroy, InkProgress *progress,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean ink_document_import_finish (InkDocument *self, GAsyncResult *result, GError **error);

/* The same with the importer: @files are paths (NULL-terminated), @options is nullable and copied;
 * each file becomes one import of the same step. @reports (out, nullable): element-type
 * InkImportReport, as ink_importer_import gives them. */
gboolean ink_document_import_files        (InkDocument *self, const char *const *files,
                                           const InkImportOptions *options, GPtrArray **reports,
                                           InkProgress *progress, GCancellable *cancellable,
                                           GError **error);
void     ink_document_import_files_async  (InkDocument *self, const char *const *files,
                                           const InkImportOptions *options,
                                           InkProgress *progress, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
gboolean ink_document_import_files_finish (InkDocument *self, GAsyncResult *result,
                                           GPtrArray **reports, GError **error);
/* The key of this project's pseudonyms (ink-pseudonym.h), made with the project. */
const char *ink_document_get_secret       (InkDocument *self);

/* Takes a person out of the events, the summaries, the import reports and the history, for good:
 * it cannot be undone, and what could be redone is gone. @person is an id of the source.
 * INK_ERROR_USAGE where nobody has it. The user's file still holds the person until it is saved. */
gboolean ink_document_forget        (InkDocument *self, const char *person,
                                     GCancellable *cancellable, GError **error);
/* The same in a worker: every run is written anew, which takes seconds per million events. Until it
 * is done, imports, undo and redo give INK_ERROR_USAGE; edits go on, and lose the person's ids, too. Cancelled before anything was written, nothing has happened. */
void     ink_document_forget_async  (InkDocument *self, const char *person,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean ink_document_forget_finish (InkDocument *self, GAsyncResult *result, GError **error);

/* ---- Saving ---- */

typedef enum
{
  INK_SAVE_NORMAL,
  INK_SAVE_REPLACE, /* even where somebody else changed the file since it was read */
  INK_SAVE_COPY,    /* write there, but go on with the file that we have */
} InkSave;

/* Writes the project to @file (NULL: the file it has) as a whole: a reader sees the old file or
 * the new one, whatever happens. Errors leave the file and the document as they were, and say what
 * to do: INK_ERROR_CHANGED (ask, then INK_SAVE_REPLACE or another file), no room, no right. The
 * ending INK_DOCUMENT_SUFFIX is the caller's to add. */
gboolean ink_document_save        (InkDocument *self, GFile *file, InkSave how,
                                   InkProgress *progress, GCancellable *cancellable,
                                   GError **error);
void     ink_document_save_async  (InkDocument *self, GFile *file, InkSave how,
                                   InkProgress *progress, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean ink_document_save_finish (InkDocument *self, GAsyncResult *result, GError **error);

/* Looks whether another program wrote the project's file since it was read or saved here. */
void     ink_document_look_at_file_async  (InkDocument *self, GAsyncReadyCallback callback,
                                           gpointer user_data);
/* What tells that other file from any; NULL where the file is ours, gone, just being saved, or
 * there is none. (transfer full) nullable. */
char    *ink_document_look_at_file_finish (InkDocument *self, GAsyncResult *result)
    G_GNUC_WARN_UNUSED_RESULT;

/* Waits until every edit so far is on disk. FALSE with the writer's trouble. */
gboolean ink_document_flush       (InkDocument *self, GError **error);

/* ---- `inkling-cli check` ---- */

/* Looks at every page, row and block of @file. Returns one sentence per finding, none where the
 * file is sound (element-type utf8); NULL with @error where it cannot be opened at all. */
GPtrArray *ink_document_check     (GFile *file, InkProgress *progress, GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
