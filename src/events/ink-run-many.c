/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A column of many rows: its blocks are read by one thread, checked and decoded by it and another. */
#include "events/ink-run-reading-private.h"

/* Beside the thread that reads: where so many parts wait, it decodes one itself. What is read and not
 * decoded would only need more memory, and fresh memory takes longer than what was used before. */
#define DECODERS 1
#define MOST_WAITING 6

typedef struct
{
  InkReading *reading;
  GThreadPool *pool;
  GArray *starts; /* guint64: the row that each block begins at */
  GMutex lock;    /* of the facts, and of who changes what follows */
  int damaged;    /* atomic: the first block that cannot be read, plus one */
} Many;

typedef struct
{
  InkBlock block;
  guint64 first;
  guint64 *back;
  guint32 seq; /* that the block has to have */
} Part;

static void
decode_part (gpointer data,
             gpointer user_data)
{
  Part *part = data;
  Many *many = user_data;
  InkTimeFacts facts = INK_TIME_FACTS_NONE;
  InkReader reader;
  gboolean good;

  facts.back = part->back;
  good = ink_block_check (&part->block, many->reading->column, part->seq, &reader, NULL)
         && many->reading->decode (many->reading, &reader, part->block.codec, part->block.n,
                                   part->first, &facts)
         && !reader.failed;
  g_mutex_lock (&many->lock);
  if (!good && (many->damaged == 0 || (int) part->seq + 1 < many->damaged))
    g_atomic_int_set (&many->damaged, (int) part->seq + 1);
  ink_reading_add_facts (many->reading, &facts);
  g_mutex_unlock (&many->lock);
  g_bytes_unref (part->block.data);
  g_free (part);
}

static gboolean
read_part (const InkBlock *block,
           gpointer data,
           GError **error)
{
  Many *many = data;
  InkReading *reading = many->reading;
  Part *part;

  if (block->n > INK_BLOCK_ROWS || block->n > reading->n_expected - reading->n_done
      || block->data == NULL || g_strcmp0 (block->column, reading->column) != 0
      || reading->seq >= G_MAXINT32 || g_atomic_int_get (&many->damaged) != 0)
    return ink_block_damaged (reading->column, reading->seq, error);
  part = g_new (Part, 1);
  part->block = *block;
  part->block.column = reading->column;
  g_bytes_ref (part->block.data);
  part->first = reading->n_done;
  part->back = ink_reading_find_back (reading);
  part->seq = reading->seq++;
  g_array_append_val (many->starts, part->first);
  reading->n_done += block->n;
  if (g_thread_pool_unprocessed (many->pool) < MOST_WAITING)
    g_thread_pool_push (many->pool, part, NULL);
  else
    decode_part (part, many);
  return TRUE;
}

/* Ends the decoding; what was damaged first is told, whoever found it. */
static gboolean
finish (Many *many,
        gboolean good,
        GError **error)
{
  InkReading *reading = many->reading;

  g_thread_pool_free (many->pool, FALSE, TRUE);
  if (many->damaged != 0)
    {
      g_clear_error (error);
      return ink_block_damaged (reading->column, (guint32) many->damaged - 1, error);
    }
  if (good && reading->n_done != reading->n_expected)
    return ink_block_damaged (reading->column, reading->seq, error);
  return good;
}

gboolean
ink_reading_run_many (InkReading *reading,
                      InkRun *run,
                      GError **error)
{
  Many many = { .reading = reading };
  GError *failure = NULL;
  gboolean good;

  many.starts = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_mutex_init (&many.lock);
  many.pool = g_thread_pool_new (decode_part, &many, DECODERS, FALSE, NULL);
  good = ink_run_read_blocks (run, reading->column, read_part, &many, &failure);
  good = finish (&many, good, &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  for (guint i = 1; good && i < many.starts->len; i++)
    ink_reading_join (reading, g_array_index (many.starts, guint64, i));
  g_array_unref (many.starts);
  g_mutex_clear (&many.lock);
  return good;
}
