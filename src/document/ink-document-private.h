/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the document share among themselves. */
#pragma once

#include "document/ink-document.h"
#include "document/ink-history.h"
#include "document/ink-storage.h"
#include "document/ink-writer.h"

G_BEGIN_DECLS

/* A document's writer tells its trouble from another thread, perhaps after the document is gone. */
typedef struct _InkTroubleBox InkTroubleBox;

struct _InkDocument
{
  GObject parent_instance;

  GMainContext *context;
  InkStorage *storage;
  InkWriter *writer;
  InkHistory *history;
  InkTroubleBox *box;
  InkEventStore *view; /* the current state's store, with the definition's passive events */
  InkEventStore *view_of;
  char *title;
  char *secret;
  char *undo_label;
  char *redo_label;
  char *trouble;
  GCancellable *checking;
  gboolean importing;
  gboolean saving;
  gboolean closed;
};

/* What opening makes in a worker, before there is an object. */
typedef struct
{
  InkStorage *storage;
  InkStoragePlace place;
  InkDefinition *definition;
  InkEventStore *store;
} InkLoaded;

/* Before the events are read, which takes most of the time. */
typedef struct
{
  void (*run) (InkStorage *storage, InkDefinition *definition, gpointer data);
  gpointer data;
} InkLoadedPeek;

/* @peek: nullable. */
InkLoaded   *ink_loaded_open      (GFile *file, const InkLoadedPeek *peek, InkProgress *progress,
                                   GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkLoaded   *ink_loaded_recover   (const char *id, GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkLoaded   *ink_loaded_new       (GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         ink_loaded_free      (InkLoaded *loaded);
/* Is anything in it that the user's file does not hold? */
gboolean     ink_loaded_is_unsaved (InkStorage *storage, InkStoragePlace *place);
InkDocument *ink_document_from_loaded (InkLoaded *loaded) G_GNUC_WARN_UNUSED_RESULT;

InkTroubleBox *ink_trouble_box_new   (InkDocument *document) G_GNUC_WARN_UNUSED_RESULT;
void           ink_trouble_box_unref (InkTroubleBox *box);
/* From any thread: @message (nullable) becomes the document's trouble, on its own thread. */
void           ink_trouble_box_send  (const char *message, gpointer box);
void           ink_document_set_trouble (InkDocument *self, const char *message);
/* A quick look at every page: opening does not wait for it. */
void           ink_document_check_in_background (InkDocument *self);

/* After the history moved: writes the place (and the step, where @step > 0), then tells all. */
typedef struct
{
  gint64 step;
  const char *label;
  InkDefinition *before;
  InkDefinition *previous;
  GArray *imports;
  InkEventStore *store;
} InkDocumentWrite;

void ink_document_write_place (InkDocument *self, const InkDocumentWrite *write);
void ink_document_changed     (InkDocument *self);
/* Another file: the title follows. */
void ink_document_file_changed (InkDocument *self);
/* Forgets every earlier pointer: the definition is read from the working copy, and so was @store. */
gboolean ink_document_reload  (InkDocument *self, InkEventStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkLoaded, ink_loaded_free)

G_END_DECLS
