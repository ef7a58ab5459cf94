/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs queries in worker threads, the most recent request first, and remembers what they said. What
 * is computed already is not computed twice at once: the second waits for the first.
 *
 * One for a process, shared by all documents: an answer is known by its query and the revision of
 * the store. */
#pragma once

#include <gio/gio.h>

#include "analysis/ink-query.h"

G_BEGIN_DECLS

#define INK_TYPE_EVALUATOR (ink_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (InkEvaluator, ink_evaluator, INK, EVALUATOR, GObject)

#define INK_EVALUATOR_CACHE_BYTES (64 * 1024 * 1024)

/* @cache_bytes: what the remembered answers may hold in all; the least recently used go first. */
InkEvaluator *ink_evaluator_new         (gsize cache_bytes) G_GNUC_WARN_UNUSED_RESULT;
/* The process's own, (transfer none); for the main thread. */
InkEvaluator *ink_evaluator_get_default (void);

/* The remembered answer, (transfer full), or NULL. Any thread. */
InkAnswer    *ink_evaluator_peek        (InkEvaluator *self, InkQuery *query,
                                         InkEventStore *store) G_GNUC_WARN_UNUSED_RESULT;
/* Answers from memory or by a worker. @progress (nullable) must live until the callback. A
 * cancelled request that has not begun costs nothing. */
void          ink_evaluator_run_async   (InkEvaluator *self, InkQuery *query,
                                         InkEventStore *store, InkProgress *progress,
                                         GCancellable *cancellable, GAsyncReadyCallback callback,
                                         gpointer user_data);
/* Waits until a worker has the answer to what was asked, at most until @until
 * (g_get_monotonic_time()); NULL where it takes longer, or fails. (transfer full) */
InkAnswer    *ink_evaluator_wait       (InkEvaluator *self, InkQuery *query,
                                        InkEventStore *store, gint64 until)
    G_GNUC_WARN_UNUSED_RESULT;
InkAnswer    *ink_evaluator_run_finish  (InkEvaluator *self, GAsyncResult *result,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits; for the command line. */
InkAnswer    *ink_evaluator_run         (InkEvaluator *self, InkQuery *query,
                                         InkEventStore *store, InkProgress *progress,
                                         GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
gsize         ink_evaluator_get_cached_bytes (InkEvaluator *self);

G_END_DECLS
