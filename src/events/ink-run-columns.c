/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole columns of a run, read from its blocks and made into them. */
#include "events/ink-run-reading-private.h"

#include "events/ink-value-codes-private.h"

/* --- Whole columns --- */

/* Fewer are decoded before a thread has begun. */
#define MANY_ROWS (8 * INK_BLOCK_ROWS)

guint64 *
ink_reading_find_back (InkReading *reading)
{
  if (reading->n_done % 64 != 0)
    reading->uneven = TRUE;
  if (reading->uneven || reading->facts == NULL || reading->facts->back == NULL)
    return NULL;
  return reading->facts->back + reading->n_done / 64;
}

void
ink_reading_add_facts (InkReading *reading,
                       const InkTimeFacts *facts)
{
  if (reading->facts == NULL)
    return;
  reading->facts->least = MIN (reading->facts->least, facts->least);
  reading->facts->greatest = MAX (reading->facts->greatest, facts->greatest);
}

void
ink_reading_join (const InkReading *reading,
                  guint64 first)
{
  const gint64 *times = reading->out;

  if (reading->facts != NULL && reading->facts->back != NULL && !reading->uneven && first > 0
      && first < reading->n_done && times[first] < times[first - 1])
    reading->facts->back[first / 64] |= 1;
}

static gboolean
read_block (const InkBlock *block,
            gpointer data,
            GError **error)
{
  InkReading *reading = data;
  InkTimeFacts facts = INK_TIME_FACTS_NONE;
  guint64 first = reading->n_done;
  InkReader reader;

  if (!ink_block_check (block, reading->column, reading->seq, &reader, error))
    return FALSE;
  facts.back = ink_reading_find_back (reading);
  if (block->n > INK_BLOCK_ROWS || block->n > reading->n_expected - first
      || !reading->decode (reading, &reader, block->codec, block->n, first, &facts)
      || reader.failed)
    return ink_block_damaged (reading->column, reading->seq, error);
  reading->seq++;
  reading->n_done += block->n;
  ink_reading_add_facts (reading, &facts);
  ink_reading_join (reading, first);
  return TRUE;
}

static gboolean
read_column_whole (InkRun *run,
                   InkReading *reading,
                   GError **error)
{
  if (!ink_run_read_blocks (run, reading->column, read_block, reading, error))
    return FALSE;
  if (reading->n_done != reading->n_expected)
    return ink_block_damaged (reading->column, reading->seq, error);
  return TRUE;
}

/* Values that are decoded each at its place, so that many can be at once. */
static gboolean
read_fixed (InkRun *run,
            InkReading *reading,
            GError **error)
{
  return reading->n_expected < MANY_ROWS ? read_column_whole (run, reading, error)
                                         : ink_reading_run_many (reading, run, error);
}

static gboolean
decode_codes (InkReading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n,
              guint64 first,
              InkTimeFacts *facts)
{
  return ink_decode_codes (reader, codec, n, reading->n_values, reading->width,
                           (guint8 *) reading->out + first * reading->width);
}

static gboolean
decode_new_codes (InkReading *reading,
                  InkReader *reader,
                  guint8 codec,
                  guint32 n,
                  guint64 first,
                  InkTimeFacts *facts)
{
  if (reading->n_done + n > reading->n_allocated)
    {
      reading->n_allocated = MIN (reading->n_expected,
                                  MAX (reading->n_allocated + reading->n_allocated / 2,
                                       reading->n_done + n));
      reading->out = g_realloc (reading->out, (reading->n_allocated + 64) * reading->width);
    }
  return decode_codes (reading, reader, codec, n, first, facts);
}

static gboolean
decode_numbers (InkReading *reading,
                InkReader *reader,
                guint8 codec,
                guint32 n,
                guint64 first,
                InkTimeFacts *facts)
{
  return ink_decode_numbers (reader, codec, n, (double *) reading->out + first);
}

/* The index of the first of the rows that is not before @row. */
static guint32
find_row (const InkReading *reading,
          guint64 row)
{
  guint32 low = 0, high = reading->n_rows;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (reading->rows[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
decode_numbers_at (InkReading *reading,
                   InkReader *reader,
                   guint8 codec,
                   guint32 n,
                   guint64 first,
                   InkTimeFacts *facts)
{
  guint32 from = find_row (reading, first), to = find_row (reading, first + n);

  return ink_decode_numbers_at (reader, codec, n, reading->rows + from, to - from, (guint32) first,
                                (double *) reading->out + from);
}

static gboolean
decode_times (InkReading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n,
              guint64 first,
              InkTimeFacts *facts)
{
  return ink_decode_times (reader, codec, n, (gint64 *) reading->out + first, facts);
}

static gboolean
decode_words (InkReading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n,
              guint64 first,
              InkTimeFacts *facts)
{
  return ink_decode_words (reader, codec, n, (guint64 *) reading->out + first);
}

static gboolean
decode_integers (InkReading *reading,
                 InkReader *reader,
                 guint8 codec,
                 guint32 n,
                 guint64 first,
                 InkTimeFacts *facts)
{
  if (reading->n_done + n > reading->n_allocated)
    {
      reading->n_allocated = MAX (reading->n_allocated * 2, reading->n_done + n);
      reading->out = g_realloc (reading->out, (reading->n_allocated + 1) * sizeof (guint32));
    }
  return ink_decode_integers (reader, codec, n, (guint32 *) reading->out + first);
}

static gboolean
decode_texts (InkReading *reading,
              InkReader *reader,
              guint8 codec,
              guint32 n,
              guint64 first,
              InkTimeFacts *facts)
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
  InkReading reading = { .column = column, .decode = decode_codes, .n_expected = n, .out = out,
                      .width = width, .n_values = n_values };

  return read_fixed (run, &reading, error);
}

void *
ink_run_read_new_codes (InkRun *run,
                        const char *column,
                        guint32 n,
                        guint32 n_values,
                        guint width,
                        GError **error)
{
  InkReading reading = { .column = column, .decode = decode_new_codes, .n_expected = n,
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
  InkReading reading = { .column = column, .decode = decode_numbers, .n_expected = n, .out = out };

  return read_fixed (run, &reading, error);
}

gboolean
ink_run_read_numbers_at (InkRun *run,
                         const char *column,
                         guint32 n,
                         const guint32 *rows,
                         guint32 n_rows,
                         double *out,
                         GError **error)
{
  InkReading reading = { .column = column, .decode = decode_numbers_at, .n_expected = n, .out = out,
                         .rows = rows, .n_rows = n_rows };

  return read_fixed (run, &reading, error);
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
  InkReading reading = { .column = column, .decode = decode_times, .n_expected = n, .out = out,
                      .facts = facts };
  gboolean good = read_fixed (run, &reading, error);

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
  InkReading reading = { .column = column, .decode = decode_words, .n_expected = n, .out = out };

  return read_fixed (run, &reading, error);
}

guint32 *
ink_run_read_integers (InkRun *run,
                       const char *column,
                       guint32 n,
                       GError **error)
{
  InkReading reading = { .column = column, .decode = decode_integers, .n_expected = n };

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
  InkReading reading = { .column = column, .decode = decode_texts, .n_expected = n,
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
