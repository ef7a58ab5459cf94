/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows on their way into the writer: one by one, or in batches whose properties a second thread
 * writes. What comes of them is the same in every case. */
#pragma once

#include "import/ink-row-writer.h"

G_BEGIN_DECLS

typedef struct _InkRowFeed InkRowFeed;

/* @writer and @report must outlive the feed. @threads: 0: as many as help; 1; or 2 from the first
 * batch on. */
InkRowFeed *ink_row_feed_new  (InkRowWriter *writer, InkImportReport *report, guint threads)
    G_GNUC_WARN_UNUSED_RESULT;
/* Waits for what is under way. Rows that were not sent are dropped. */
void        ink_row_feed_free (InkRowFeed *feed);

/* At once, and after all that came before. */
void        ink_row_feed_now  (InkRowFeed *feed, guint64 line, const InkCell *cells, guint n_cells);
/* With others. The texts of the cells have to last until ink_row_feed_wait(). */
void        ink_row_feed_add  (InkRowFeed *feed, guint64 line, const InkCell *cells, guint n_cells);
/* Sends what was added on its way; a number for ink_row_feed_wait(). */
guint64     ink_row_feed_send (InkRowFeed *feed);
/* Returns when all rows that had been sent at @ticket are written. */
void        ink_row_feed_wait (InkRowFeed *feed, guint64 ticket);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRowFeed, ink_row_feed_free)

G_END_DECLS
