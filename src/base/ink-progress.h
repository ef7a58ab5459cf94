/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far a slow piece of work is. Set by one worker, read by any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkProgress:
 * @done: units done (bytes, people), atomic
 * @total: units in all, 0 where unknown, atomic
 * @rows: rows read so far, atomic
 *
 * Every engine function takes it as nullable.
 */
typedef struct
{
  gint64 done;
  gint64 total;
  gint64 rows;
} InkProgress;

static inline void
ink_progress_set (InkProgress *progress, gint64 done, gint64 total, gint64 rows)
{
  if (progress == NULL)
    return;
  __atomic_store_n (&progress->total, total, __ATOMIC_RELAXED);
  __atomic_store_n (&progress->done, done, __ATOMIC_RELAXED);
  __atomic_store_n (&progress->rows, rows, __ATOMIC_RELAXED);
}

static inline double
ink_progress_fraction (const InkProgress *progress)
{
  gint64 total = __atomic_load_n (&progress->total, __ATOMIC_RELAXED);
  gint64 done = __atomic_load_n (&progress->done, __ATOMIC_RELAXED);

  return total > 0 ? CLAMP ((double) done / (double) total, 0.0, 1.0) : 0.0;
}

G_END_DECLS
