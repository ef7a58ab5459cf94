/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The one thread that writes a document's steps, in order, so that no edit waits for the disk. */
#pragma once

#include "document/ink-storage.h"

G_BEGIN_DECLS

typedef struct _InkWriter InkWriter;

/* One change of where the document stands. */
typedef struct
{
  gint64 step; /* the step's row is written; 0: only the place changes (undo, redo, saved) */
  char *label;
  gint64 time;
  InkDefinition *before;   /* of the step */
  InkDefinition *previous; /* what the table `definition` holds, before this */
  InkDefinition *next;
  gint64 position;
  gint64 saved;
  GArray *imports;         /* nullable: of the step (guint32) */
  InkEventStore *store;    /* nullable: its summaries are written anew */
} InkWriterStep;

InkWriterStep *ink_writer_step_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void           ink_writer_step_free (InkWriterStep *step);

/* Called in the writer's thread when writing fails (@message) or works again (NULL). */
typedef void (*InkWriterTrouble) (const char *message, gpointer data);

InkWriter *ink_writer_new        (InkStorage *storage, InkWriterTrouble trouble, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
/* Both return at once; @step is taken over. */
void       ink_writer_push       (InkWriter *self, InkWriterStep *step);
void       ink_writer_put_result (InkWriter *self, const char *key, gint64 position,
                                  const char *json);
/* Waits until all is written, trying again what failed. FALSE: it still fails. */
gboolean   ink_writer_flush      (InkWriter *self, GError **error);
/* Ends the thread; what could not be written is given up. */
void       ink_writer_free       (InkWriter *self);

G_END_DECLS
