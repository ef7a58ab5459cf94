/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows on their way into the writer.
 *
 * The caller's thread finds persons and begins events, in the order of the file; the properties of
 * a batch wait for nobody then, and a second thread writes them, batch after batch. So every column
 * has one thread that writes it, in the order of the file: the outcome does not depend on threads.
 * Splitting the work by columns rather than by parts of the file needs no merging of
 * dictionaries. */

#include "config.h"

#include "import/ink-row-feed.h"

#include <glib/gi18n-lib.h>

/* Under way at a time; together a few hundred KiB. */
#define N_BATCHES 6
#define MAX_CELLS 8192
#define LEAST_ROWS 16
/* Before so many rows a second thread is not worth its start. */
#define ROWS_FOR_TWO_THREADS 8192

struct _InkRowFeed
{
  InkRowWriter *writer;
  InkImportReport *report;
  guint threads;
  guint64 n_rows; /* sent */

  InkRowBatch *batches[N_BATCHES];
  GThread *thread; /* nullable */
  guint64 sent;    /* atomic; batches: the one that is being filled is the next */
  guint64 done;    /* atomic */

  GMutex lock; /* to wait for a change of one of these */
  GCond changed;
  gboolean stop; /* atomic */
};

InkRowFeed *
ink_row_feed_new (InkRowWriter *writer,
                  InkImportReport *report,
                  guint threads)
{
  InkRowFeed *feed;

  g_return_val_if_fail (writer != NULL && report != NULL, NULL);

  feed = g_new0 (InkRowFeed, 1);
  feed->writer = writer;
  feed->report = report;
  feed->threads = threads == 0 ? MIN (g_get_num_processors (), 2) : threads;
  /* Asked for, it is wanted at once. */
  feed->n_rows = threads > 1 ? ROWS_FOR_TWO_THREADS : 0;
  g_mutex_init (&feed->lock);
  g_cond_init (&feed->changed);
  return feed;
}

static void
free_batches (InkRowFeed *feed)
{
  for (guint i = 0; i < N_BATCHES; i++)
    {
      if (feed->batches[i] != NULL)
        g_free (feed->batches[i]->cells);
      g_clear_pointer (&feed->batches[i], g_free);
    }
}

void
ink_row_feed_free (InkRowFeed *feed)
{
  if (feed == NULL)
    return;
  g_mutex_lock (&feed->lock);
  __atomic_store_n (&feed->stop, TRUE, __ATOMIC_RELAXED);
  g_cond_broadcast (&feed->changed);
  g_mutex_unlock (&feed->lock);
  g_clear_pointer (&feed->thread, g_thread_join);
  free_batches (feed);
  g_mutex_clear (&feed->lock);
  g_cond_clear (&feed->changed);
  g_free (feed);
}

/* --- What cannot be read --- */

static void
reject (InkRowFeed *feed,
        guint64 line,
        const char *reason,
        const InkCell *cell)
{
  g_autofree char *shown = NULL;
  g_autofree char *sentence = NULL;
  const char *end;

  if (cell->text == NULL || feed->report->n_rejected >= INK_IMPORT_MAX_REJECTED)
    {
      sentence = g_strdup_printf ("%s.", _(reason));
      ink_import_report_reject (feed->report, line, sentence);
      return;
    }
  end = cell->text + MIN (cell->length, 60);
  /* Never in the middle of a character. */
  while (end > cell->text && end < cell->text + cell->length && ((guint8) *end & 0xc0) == 0x80)
    end--;
  shown = g_strndup (cell->text, (gsize) (end - cell->text));
  sentence = g_strdup_printf ("%s: '%s'.", _(reason), shown);
  ink_import_report_reject (feed->report, line, sentence);
}

/* --- Batches --- */

/* The batch that is being filled. */
static inline InkRowBatch *
current (InkRowFeed *feed)
{
  return feed->batches[feed->thread != NULL ? feed->sent % N_BATCHES : 0];
}

/* One more of @count, and whoever waits for it goes on. */
static void
count_one (InkRowFeed *feed,
           guint64 *count)
{
  g_mutex_lock (&feed->lock);
  __atomic_store_n (count, *count + 1, __ATOMIC_RELEASE);
  g_cond_broadcast (&feed->changed);
  g_mutex_unlock (&feed->lock);
}

/* FALSE: there will be no further batch. */
static gboolean
wait_for_batch (InkRowFeed *feed)
{
  gboolean any = __atomic_load_n (&feed->sent, __ATOMIC_ACQUIRE) > feed->done;

  if (any)
    return TRUE;
  g_mutex_lock (&feed->lock);
  while (!(any = __atomic_load_n (&feed->sent, __ATOMIC_ACQUIRE) > feed->done)
         && !__atomic_load_n (&feed->stop, __ATOMIC_RELAXED))
    g_cond_wait (&feed->changed, &feed->lock);
  g_mutex_unlock (&feed->lock);
  return any;
}

static gpointer
write_batches (gpointer data)
{
  InkRowFeed *feed = data;

  while (wait_for_batch (feed))
    {
      ink_row_writer_put_properties (feed->writer, feed->batches[feed->done % N_BATCHES]);
      count_one (feed, &feed->done);
    }
  return NULL;
}

static InkRowBatch *
make_batch (guint stride)
{
  InkRowBatch *batch = g_new (InkRowBatch, 1);

  batch->n = 0;
  batch->stride = stride;
  batch->room = CLAMP (MAX_CELLS / stride, LEAST_ROWS, INK_BATCH_MAX_ROWS);
  batch->cells = g_new (InkCell, (gsize) stride * batch->room);
  return batch;
}

/* A batch to fill, whose rows have room for @stride cells. */
static InkRowBatch *
begin_batch (InkRowFeed *feed,
             guint stride)
{
  InkRowBatch *batch = current (feed);
  guint i = feed->thread != NULL ? feed->sent % N_BATCHES : 0;

  if (feed->sent >= N_BATCHES)
    ink_row_feed_wait (feed, feed->sent - N_BATCHES + 1);
  if (batch != NULL && batch->stride < stride)
    {
      g_free (batch->cells);
      g_clear_pointer (&feed->batches[i], g_free);
    }
  if (feed->batches[i] == NULL)
    feed->batches[i] = make_batch (stride);
  batch = feed->batches[i];
  batch->n = 0;
  return batch;
}

/* The batch on its way, with its events begun. */
static void
hand_over (InkRowFeed *feed,
           const InkRowBatch *batch)
{
  feed->n_rows += batch->n;
  if (feed->thread == NULL)
    {
      ink_row_writer_put_properties (feed->writer, batch);
      feed->sent++;
      feed->done = feed->sent;
      if (feed->threads > 1 && feed->n_rows >= ROWS_FOR_TWO_THREADS)
        feed->thread = g_thread_new ("ink-import", write_batches, feed);
      return;
    }
  count_one (feed, &feed->sent);
}

guint64
ink_row_feed_send (InkRowFeed *feed)
{
  InkRowBatch *batch;

  g_return_val_if_fail (feed != NULL, 0);

  batch = current (feed);
  if (batch == NULL || batch->n == 0)
    return feed->sent;
  ink_row_writer_find_persons (feed->writer, batch);
  for (guint i = 0; i < batch->n; i++)
    {
      InkCell bad;
      const char *reason = ink_row_writer_begin_event (feed->writer, batch, i, &bad);

      if (G_UNLIKELY (reason != NULL))
        reject (feed, batch->lines[i], reason, &bad);
    }
  hand_over (feed, batch);
  begin_batch (feed, batch->stride);
  return feed->sent;
}

void
ink_row_feed_wait (InkRowFeed *feed,
                   guint64 ticket)
{
  g_return_if_fail (feed != NULL);

  if (__atomic_load_n (&feed->done, __ATOMIC_ACQUIRE) >= ticket)
    return;
  g_mutex_lock (&feed->lock);
  while (__atomic_load_n (&feed->done, __ATOMIC_ACQUIRE) < ticket)
    g_cond_wait (&feed->changed, &feed->lock);
  g_mutex_unlock (&feed->lock);
}

/* --- Rows --- */

void
ink_row_feed_add (InkRowFeed *feed,
                  guint64 line,
                  const InkCell *cells,
                  guint n_cells)
{
  InkRowBatch *batch;

  g_return_if_fail (feed != NULL);

  batch = current (feed);
  if (G_UNLIKELY (batch == NULL || n_cells > batch->stride))
    {
      ink_row_feed_send (feed);
      batch = begin_batch (feed, MAX (1, n_cells));
    }
  memcpy (ink_row_batch_get (batch, batch->n), cells, n_cells * sizeof *cells);
  batch->lines[batch->n] = line;
  batch->n_cells[batch->n] = n_cells;
  if (++batch->n == batch->room)
    ink_row_feed_send (feed);
}

void
ink_row_feed_now (InkRowFeed *feed,
                  guint64 line,
                  const InkCell *cells,
                  guint n_cells)
{
  const char *reason;
  InkCell bad;

  g_return_if_fail (feed != NULL);

  ink_row_feed_wait (feed, ink_row_feed_send (feed));
  reason = ink_row_writer_row (feed->writer, line, cells, n_cells, &bad);
  if (G_UNLIKELY (reason != NULL))
    reject (feed, line, reason, &bad);
}
