/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files of the storage share among themselves. */
#pragma once

#include "document/ink-sql.h"
#include "document/ink-storage.h"

G_BEGIN_DECLS

struct _InkStorage
{
  gatomicrefcount ref_count;
  InkWorkingCopy *copy;
  GMutex write_lock; /* held for a transaction */
  sqlite3 *writer;
  GMutex read_lock; /* held for a statement */
  sqlite3 *reader;
  gboolean deleted; /* released for good: nothing of the copy may stay */
};

/* The summaries of @store in place of those that are there. Inside a transaction. */
gboolean ink_storage_write_summaries (InkStorage *self, InkEventStore *store, GError **error);
/* Deletes the imports that @condition picks, with their blocks. Inside a transaction. */
gboolean ink_storage_delete_imports  (InkStorage *self, const char *condition, GError **error);
/* Writes one run's row and blocks, with the writer locked and inside a transaction; between
 * batches the transaction is committed and the lock given away, if @batches. */
gboolean ink_storage_write_run       (InkStorage *self, InkEventStore *store, guint run,
                                      guint32 import, gboolean batches,
                                      GCancellable *cancellable, GError **error);

/* For tests: how many bytes of blocks make a transaction. Before anything is imported. */
void     ink_storage_set_batch_bytes (gsize bytes);

/* A writer's lock with a transaction; every path out must end it. */
gboolean ink_storage_begin           (InkStorage *self, gboolean durable, GError **error);
gboolean ink_storage_end             (InkStorage *self, gboolean good, GError **error);

G_END_DECLS
