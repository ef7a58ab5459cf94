/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a store is kept and read back: each import is a run, a run is a list of blocks.
 *
 * The document writes blocks as rows of its table `chunk` and hands them back when a column is
 * first read. It never looks inside: bytes, codecs and checks are this folder's. */
#pragma once

#include "events/ink-event-store.h"

G_BEGIN_DECLS

/**
 * InkBlock: one piece of one column of one run. Never above 1 MiB of @data.
 */
typedef struct
{
  const char *column; /* a name of this folder's, such as "time" or "event/page" */
  guint32 seq;        /* its place within the column */
  guint32 n;          /* values in it */
  guint8 codec;
  gint64 low;         /* zone map: least and greatest time, where the column has times; else 0 */
  gint64 high;
  GBytes *data;
} InkBlock;

/* Called by any one thread at a time, in order of (column, seq). FALSE with @error stops. */
typedef gboolean (*InkBlockWriteFunc) (const InkBlock *block, gpointer data, GError **error);

/**
 * InkBlockSource: where a store reads the blocks of its runs from, when a column is first named.
 */
typedef struct _InkBlockSource InkBlockSource;
struct _InkBlockSource
{
  /* Calls @each for every block of @column of @run, in order. Must work from any thread. */
  gboolean (*read) (InkBlockSource *source, guint32 run, const char *column,
                    InkBlockWriteFunc each, gpointer data, GError **error);
  void (*free) (InkBlockSource *source);
};

/* Runs have the number that the document gave them (their `import` row), ascending. */
guint          ink_event_store_get_n_runs (const InkEventStore *store);
guint32        ink_event_store_get_run_id (const InkEventStore *store, guint run);

/* Writes the blocks of the run at index @run. */
gboolean       ink_event_store_write_run  (InkEventStore *store, guint run,
                                           InkBlockWriteFunc write, gpointer data,
                                           GCancellable *cancellable, GError **error);
/* Opens a store over runs that were written; @source is owned by the store from then on.
 * Every block is checked; a damaged one gives INK_ERROR_FORMAT, at opening or when it is read. */
InkEventStore *ink_event_store_open       (InkBlockSource *source, const guint32 *run_ids,
                                           guint n_runs, GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Reads all that is read only when asked for, and adds a sentence per damage (element-type utf8). */
void           ink_event_store_check      (InkEventStore *store, GPtrArray *findings);
/* The store without a person: every block of every run made anew, ids and values gone. */
InkEventStore *ink_event_store_forget     (InkEventStore *store, guint32 person,
                                           GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
