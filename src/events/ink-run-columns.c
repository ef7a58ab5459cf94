/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole columns of a run, read from its blocks and made into them. */
#include "events/ink-run-private.h"

#include "events/ink-value-codes-private.h"

/* --- Whole columns --- */

typedef struct _Reading Reading;
typedef gboolean (*DecodeFunc) (Reading *reading, InkReader *reader, guint8 codec, guint32 n);

struct _Reading
{
  const char *column;
  DecodeFunc decode;
  guint32 seq;
  guint64 n_expected;
  guint64 n_done;
  void *out;
  guint width;
  guint32 n_values;
  guint64 n_allocated;
  gboolean values;
  InkDictionary *dictionary;
  InkTimeFacts *facts;
  gboolean uneven; /* a block of times did not begin at a whole word of bits */
};

static gboolean
read_block (const InkBlock *block,
            gpointer data,
            GError **error)
{
  Reading *reading = data;
  InkReader reader;

  if (!ink_block_check (block, reading->column, reading->seq, &reader, error))
    return FALSE;
  if (block->n > INK_BLOCK_ROWS || block->n > reading->n_expected - reading->n_done
      || !reading->decode (reading, &reader, block->codec, block->n) || reader.failed)
    return ink_block_damaged (reading->column, reading->seq, error);
  reading->seq++;
  reading->n_done += block->n;
  return TRUE;
}

static gboolean
read_column_whole (InkRun *run,
                   Reading *reading,
                   GError **error)
{
  if (!ink_run_read_blocks (run, reading->column, read_block, reading, error))
    return FALSE;
  if (reading->n_done != reading->n_expected)
    return ink_block_damaged (reading->column, reading->seq, error);
  return TRUE;
}

static gboolean
decode_codes (Reading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n)
{
  return ink_decode_codes (reader, codec, n, reading->n_values, reading->width,
                           (guint8 *) reading->out + reading->n_done * reading->width);
}

static gboolean
decode_new_codes (Reading *reading,
                  InkReader *reader,
                  guint8 codec,
                  guint32 n)
{
  if (reading->n_done + n > reading->n_allocated)
    {
      reading->n_allocated = MIN (reading->n_expected,
                                  MAX (reading->n_allocated + reading->n_allocated / 2,
                                       reading->n_done + n));
      reading->out = g_realloc (reading->out, (reading->n_allocated + 64) * reading->width);
    }
  return decode_codes (reading, reader, codec, n);
}

static gboolean
decode_numbers (Reading *reading,
                InkReader *reader,
                guint8 codec,
                guint32 n)
{
  return ink_decode_numbers (reader, codec, n, (double *) reading->out + reading->n_done);
}

/* Where the bits of the next block of times begin; NULL where nobody wants them. */
static guint64 *
find_back (Reading *reading)
{
  if (reading->n_done % 64 != 0)
    reading->uneven = TRUE;
  if (reading->uneven || reading->facts == NULL || reading->facts->back == NULL)
    return NULL;
  return reading->facts->back + reading->n_done / 64;
}

static void
add_facts (InkTimeFacts *facts,
           const InkTimeFacts *more)
{
  facts->least = MIN (facts->least, more->least);
  facts->greatest = MAX (facts->greatest, more->greatest);
}

static gboolean
decode_times (Reading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n)
{
  InkTimeFacts facts = INK_TIME_FACTS_NONE;
  gint64 *out = (gint64 *) reading->out + reading->n_done;

  if (reading->facts == NULL)
    return ink_decode_times (reader, codec, n, out, NULL);
  facts.back = find_back (reading);
  if (!ink_decode_times (reader, codec, n, out, &facts))
    return FALSE;
  add_facts (reading->facts, &facts);
  /* The block before is there, as blocks are decoded in turn. */
  if (facts.back != NULL && reading->n_done > 0 && n > 0)
    facts.back[0] |= out[0] < out[-1];
  return TRUE;
}

static gboolean
decode_words (Reading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n)
{
  return ink_decode_words (reader, codec, n, (guint64 *) reading->out + reading->n_done);
}

static gboolean
decode_integers (Reading *reading,
                 InkReader *reader,
                 guint8 codec,
                 guint32 n)
{
  if (reading->n_done + n > reading->n_allocated)
    {
      reading->n_allocated = MAX (reading->n_allocated * 2, reading->n_done + n);
      reading->out = g_realloc (reading->out, (reading->n_allocated + 1) * sizeof (guint32));
    }
  return ink_decode_integers (reader, codec, n, (guint32 *) reading->out + reading->n_done);
}

static gboolean
decode_texts (Reading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n)
{
  guint64 n_bytes = ink_reader_varint (reader);
  g_autofree guint8 *plain = NULL;
  g_autofree guint32 *lengths = g_new (guint32, n + 1);
  InkReader texts;

  if (codec != INK_CODEC_TEXTS || n_bytes > INK_BLOCK_MAX_BYTES)
    return FALSE;
  plain = g_malloc (n_bytes + 1);
  if (!ink_reader_zstd (reader, plain, n_bytes))
    return FALSE;

  texts = (InkReader){ .p = plain, .end = plain + n_bytes };
  for (guint32 i = 0; i < n; i++)
    lengths[i] = ink_reader_u32 (&texts);
  for (guint32 i = 0; i < n && !texts.failed; i++)
    {
      const char *text = (const char *) texts.p;

      if (lengths[i] > (gsize) (texts.end - texts.p)
          || (reading->values && !ink_value_codes_valid (text, lengths[i]))
          || (!(reading->values && text[0] == '\0')
              && !g_utf8_validate_len (text, lengths[i], NULL)))
        return FALSE;
      ink_dictionary_append (reading->dictionary, text, lengths[i]);
      texts.p += lengths[i];
    }
  return !texts.failed && texts.p == texts.end;
}

gboolean
ink_run_read_codes (InkRun *run,
                    const char *column,
                    guint32 n,
                    guint32 n_values,
                    guint width,
                    void *out,
                    GError **error)
{
  Reading reading = { .column = column, .decode = decode_codes, .n_expected = n, .out = out,
                      .width = width, .n_values = n_values };

  return read_column_whole (run, &reading, error);
}

void *
ink_run_read_new_codes (InkRun *run,
                        const char *column,
                        guint32 n,
                        guint32 n_values,
                        guint width,
                        GError **error)
{
  Reading reading = { .column = column, .decode = decode_new_codes, .n_expected = n,
                      .width = width, .n_values = n_values };

  if (!read_column_whole (run, &reading, error))
    g_clear_pointer (&reading.out, g_free);
  else if (reading.out == NULL)
    reading.out = g_malloc (64 * width);
  return reading.out;
}

gboolean
ink_run_read_numbers (InkRun *run,
                      const char *column,
                      guint32 n,
                      double *out,
                      GError **error)
{
  Reading reading = { .column = column, .decode = decode_numbers, .n_expected = n, .out = out };

  return read_column_whole (run, &reading, error);
}

/* --- Times of many events: read by one thread, checked and decoded by others --- */

/* Fewer are decoded before a thread has begun. */
#define MANY_ROWS (8 * INK_BLOCK_ROWS)
#define DECODERS 2

typedef struct
{
  Reading reading;
  GThreadPool *pool;
  GArray *starts; /* guint32: the row that each block begins at */
  GMutex lock;    /* of the facts' ends, and of who changes what follows */
  int damaged;    /* atomic: the first block that cannot be read, plus one */
} ManyTimes;

typedef struct
{
  InkBlock block;
  gint64 *out;
  guint64 *back;
  guint32 seq; /* that the block has to have */
} TimesPart;

static void
decode_part (gpointer data,
             gpointer user_data)
{
  TimesPart *part = data;
  ManyTimes *many = user_data;
  InkTimeFacts facts = INK_TIME_FACTS_NONE;
  InkReader reader;
  gboolean good;

  facts.back = part->back;
  good = ink_block_check (&part->block, many->reading.column, part->seq, &reader, NULL)
         && ink_decode_times (&reader, part->block.codec, part->block.n, part->out, &facts)
         && !reader.failed;
  g_mutex_lock (&many->lock);
  if (!good && (many->damaged == 0 || (int) part->seq + 1 < many->damaged))
    g_atomic_int_set (&many->damaged, (int) part->seq + 1);
  if (many->reading.facts != NULL)
    add_facts (many->reading.facts, &facts);
  g_mutex_unlock (&many->lock);
  g_bytes_unref (part->block.data);
  g_free (part);
}

static gboolean
read_part (const InkBlock *block,
           gpointer data,
           GError **error)
{
  ManyTimes *many = data;
  Reading *reading = &many->reading;
  TimesPart *part;
  guint32 start;

  if (block->n > INK_BLOCK_ROWS || block->n > reading->n_expected - reading->n_done
      || block->data == NULL || g_strcmp0 (block->column, reading->column) != 0
      || reading->seq >= G_MAXINT32 || g_atomic_int_get (&many->damaged) != 0)
    return ink_block_damaged (reading->column, reading->seq, error);
  part = g_new (TimesPart, 1);
  part->block = *block;
  part->block.column = reading->column;
  g_bytes_ref (part->block.data);
  part->out = (gint64 *) reading->out + reading->n_done;
  part->back = find_back (reading);
  part->seq = reading->seq++;
  start = (guint32) reading->n_done;
  g_array_append_val (many->starts, start);
  reading->n_done += block->n;
  g_thread_pool_push (many->pool, part, NULL);
  return TRUE;
}

/* Where one block ends and the next begins only both together tell. */
static void
join_blocks (const ManyTimes *many)
{
  const gint64 *times = many->reading.out;

  for (guint i = 1; i < many->starts->len; i++)
    {
      guint32 row = g_array_index (many->starts, guint32, i);

      if (row < many->reading.n_done && times[row] < times[row - 1])
        many->reading.facts->back[row / 64] |= 1;
    }
}

static gboolean
read_many_times (InkRun *run,
                 Reading *reading,
                 GError **error)
{
  ManyTimes many = { .reading = *reading };
  GError *failure = NULL;
  gboolean good;

  many.starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_mutex_init (&many.lock);
  many.pool = g_thread_pool_new (decode_part, &many, DECODERS, FALSE, NULL);
  good = ink_run_read_blocks (run, reading->column, read_part, &many, &failure);
  g_thread_pool_free (many.pool, FALSE, TRUE);
  if (many.damaged != 0)
    {
      g_clear_error (&failure);
      good = ink_block_damaged (reading->column, (guint32) many.damaged - 1, &failure);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  if (good && many.reading.n_done != reading->n_expected)
    good = ink_block_damaged (reading->column, many.reading.seq, error);
  reading->uneven = many.reading.uneven;
  if (good && reading->facts != NULL && reading->facts->back != NULL && !reading->uneven)
    join_blocks (&many);
  g_array_unref (many.starts);
  g_mutex_clear (&many.lock);
  return good;
}

gboolean
ink_run_read_times_and_facts (InkRun *run,
                              const char *column,
                              guint32 n,
                              gint64 *out,
                              InkTimeFacts *facts,
                              gboolean *whole,
                              GError **error)
{
  Reading reading = { .column = column, .decode = decode_times, .n_expected = n, .out = out,
                      .facts = facts };
  gboolean good = n < MANY_ROWS ? read_column_whole (run, &reading, error)
                                : read_many_times (run, &reading, error);

  *whole = !reading.uneven;
  return good;
}

gboolean
ink_run_read_times (InkRun *run,
                    const char *column,
                    guint32 n,
                    gint64 *out,
                    GError **error)
{
  gboolean whole;

  return ink_run_read_times_and_facts (run, column, n, out, NULL, &whole, error);
}

gboolean
ink_run_read_words (InkRun *run,
                    const char *column,
                    guint32 n,
                    guint64 *out,
                    GError **error)
{
  Reading reading = { .column = column, .decode = decode_words, .n_expected = n, .out = out };

  return read_column_whole (run, &reading, error);
}

guint32 *
ink_run_read_integers (InkRun *run,
                       const char *column,
                       guint32 n,
                       GError **error)
{
  Reading reading = { .column = column, .decode = decode_integers, .n_expected = n };

  if (!read_column_whole (run, &reading, error))
    g_clear_pointer (&reading.out, g_free);
  else if (reading.out == NULL)
    reading.out = g_new0 (guint32, 1);
  return reading.out;
}

gboolean
ink_run_read_texts (InkRun *run,
                    const char *column,
                    guint32 n,
                    gboolean values,
                    InkDictionary *dictionary,
                    GError **error)
{
  Reading reading = { .column = column, .decode = decode_texts, .n_expected = n,
                      .values = values, .dictionary = dictionary };

  return read_column_whole (run, &reading, error);
}

/* --- Making blocks of lists --- */

static InkBlock *
end_texts (const char *column,
           guint32 seq,
           guint32 n,
           GByteArray *lengths,
           GByteArray *bytes)
{
  GByteArray *payload = ink_block_begin ();

  ink_bytes_put_varint (payload, lengths->len + bytes->len);
  g_byte_array_append (lengths, bytes->data, bytes->len);
  ink_bytes_put_zstd (payload, lengths->data, lengths->len);
  g_byte_array_set_size (lengths, 0);
  g_byte_array_set_size (bytes, 0);
  return ink_block_end (payload, column, seq, n, INK_CODEC_TEXTS, 0, 0);
}

GPtrArray *
ink_run_encode_texts (const char *column,
                      const InkDictionary *dictionary,
                      guint32 first,
                      guint32 n)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);
  g_autoptr (GByteArray) lengths = g_byte_array_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint32 in_block = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 length = ink_dictionary_get_length (dictionary, first + i);

      ink_bytes_put_varint (lengths, length);
      g_byte_array_append (bytes, (const guint8 *) ink_dictionary_get (dictionary, first + i),
                           length);
      if (++in_block == INK_BLOCK_ROWS || bytes->len > INK_BLOCK_MAX_BYTES / 4)
        {
          g_ptr_array_add (blocks, end_texts (column, blocks->len, in_block, lengths, bytes));
          in_block = 0;
        }
    }
  if (in_block > 0)
    g_ptr_array_add (blocks, end_texts (column, blocks->len, in_block, lengths, bytes));
  return blocks;
}

void
ink_run_put_texts (InkRun *run,
                   const char *column,
                   const InkDictionary *dictionary,
                   guint32 first,
                   guint32 n)
{
  ink_run_take (run, column, ink_run_encode_texts (column, dictionary, first, n));
}

void
ink_run_put_integers (InkRun *run,
                      const char *column,
                      const guint32 *integers,
                      guint32 n)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_block_free);

  for (guint32 start = 0; start < n; start += INK_BLOCK_ROWS)
    g_ptr_array_add (blocks, ink_encode_integers (column, blocks->len, integers + start,
                                                  MIN (n - start, INK_BLOCK_ROWS)));
  ink_run_take (run, column, blocks);
}
