/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Blocks: what was encoded decodes; damaged and hostile bytes are refused and never crash. */
#include "events/ink-block-private.h"
#include "events/ink-run-private.h"
#include "support/ink-test-store.h"

#include <math.h>

#include "base/ink-error.h"

static void
begin_reading (const InkBlock *block,
               InkReader *reader)
{
  g_autoptr (GError) error = NULL;

  ink_block_check (block, "c", 0, reader, &error);
  g_assert_no_error (error);
}

static void
test_times (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  static const gint64 units[] = { 1, INK_MILLISECOND, INK_SECOND, INK_DAY };

  for (guint round = 0; round < 200; round++)
    {
      guint32 n = (guint32) g_rand_int_range (rand, 0, 3000);
      g_autofree gint64 *times = g_new (gint64, n + 1);
      g_autofree gint64 *out = g_new (gint64, n + 1);
      g_autoptr (InkBlock) block = NULL;
      gint64 unit = units[round % 4], time = 0;
      InkReader reader;

      for (guint32 i = 0; i < n; i++)
        {
          time += g_rand_int_range (rand, -1000, round % 8 < 4 ? 100 : 1 << 20) * unit;
          time = CLAMP (time, INK_TIME_LEAST, INK_TIME_GREATEST / unit * unit);
          times[i] = time;
          if (round % 3 == 0 && g_rand_boolean (rand))
            times[i] = INK_TIME_NONE;
        }
      if (n > 2 && round % 5 == 0)
        {
          times[0] = INK_TIME_LEAST;
          times[1] = INK_TIME_GREATEST;
        }
      block = ink_encode_times ("c", 0, times, n);
      begin_reading (block, &reader);
      g_assert_true (ink_decode_times (&reader, block->codec, n, out, NULL));
      for (guint32 i = 0; i < n; i++)
        g_assert_cmpint (out[i], ==, times[i]);
    }
}

static void
test_numbers (void)
{
  static const double awkward[] = { 0.1, 1e300, -0.005, 21474836.48, 1.0 / 3, 9e15, -9e15, 4294967295.0,
                                    -4294967296.0, 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 200; round++)
    {
      guint32 n = (guint32) g_rand_int_range (rand, 0, 2000);
      g_autofree double *numbers = g_new (double, n + 1);
      g_autofree double *out = g_new (double, n + 1);
      g_autoptr (InkBlock) block = NULL;
      InkReader reader;

      for (guint32 i = 0; i < n; i++)
        {
          numbers[i] = g_rand_int_range (rand, -(1 << 20), 1 << 20) / (round % 2 ? 100.0 : 1.0);
          if (round % 4 == 3 && i % 100 == 99)
            numbers[i] = awkward[g_rand_int_range (rand, 0, G_N_ELEMENTS (awkward))];
          if (g_rand_int_range (rand, 0, 3) == 0)
            numbers[i] = NAN;
        }
      block = ink_encode_doubles ("c", 0, numbers, n);
      begin_reading (block, &reader);
      g_assert_true (ink_decode_numbers (&reader, block->codec, n, out));
      for (guint32 i = 0; i < n; i++)
        if (isnan (numbers[i]))
          g_assert_true (isnan (out[i]));
        else
          g_assert_cmpfloat (out[i], ==, numbers[i]);
    }
}

static void
test_integers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint32 integers[500], out[500];
  InkReader reader;

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (InkBlock) block = NULL;
      g_autoptr (InkBlock) codes = NULL;
      guint32 greatest = 0;

      for (guint i = 0; i < 500; i++)
        {
          integers[i] = g_rand_int (rand) >> (round % 32);
          greatest = MAX (greatest, integers[i]);
        }
      block = ink_encode_integers ("c", 0, integers, 500);
      begin_reading (block, &reader);
      g_assert_true (ink_decode_integers (&reader, block->codec, 500, out));
      g_assert_cmpmem (out, sizeof out, integers, sizeof integers);

      if (greatest == G_MAXUINT32)
        continue;
      codes = ink_encode_codes ("c", 0, integers, 4, 500, round % 2);
      begin_reading (codes, &reader);
      g_assert_true (ink_decode_codes (&reader, codes->codec, 500, greatest + 1, 4, out));
      g_assert_cmpmem (out, sizeof out, integers, sizeof integers);
      begin_reading (codes, &reader);
      g_assert_false (ink_decode_codes (&reader, codes->codec, 500, greatest, 4, out));
    }
}

/* --- Hostile --- */

static const char *const rows[] = {
  "a View 1 x=one n=1.5 session=s1", "b View 2 x=two #k", "person a role=CMO", "same a c",
  "c Buy 9 n=0.333333 t=@7",         "- View 3 b=true",   "a View -",          "date b 4",
  "b Buy - x=three n=99 m=1",        "b Buy 7 m=word",    NULL,
};

static GPtrArray *
make_blocks (void)
{
  GPtrArray *blocks = ink_test_blocks_new ();
  static const char *const more[] = { "a View 5 x=four n=2", "d View 1 m=2", "person d role=x", NULL };
  g_autoptr (InkEventStore) first = ink_test_import (NULL, rows, NULL);
  g_autoptr (InkEventStore) store = ink_test_import (first, more, NULL);

  for (guint run = 0; run < 2; run++)
    ink_test_blocks_write (blocks, store, run);
  return blocks;
}

/* Opens and looks at everything: errors are fine, as long as they are ours. */
static gboolean
look_at_everything (GPtrArray *blocks)
{
  static const char *const properties[]
      = { "x", "n", "t", "b", "m", "role", "session", "duration", "first x" };
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_test_blocks_open (blocks, &error);
  gboolean fine = store != NULL;

  if (store == NULL)
    {
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      return FALSE;
    }
  ink_event_store_get_schema (store);
  ink_event_store_get_sessions (store, NULL);
  for (guint32 person = 0; person < ink_event_store_get_n_persons (store); person++)
    g_strfreev (ink_event_store_get_person_ids (store, person));
  for (guint i = 0; i < 2 * G_N_ELEMENTS (properties); i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (InkProperty) property
          = ink_event_store_load_property (store, properties[i / 2],
                                           i % 2 ? INK_ON_PERSON : INK_ON_EVENT, &local);

      for (guint32 row = 0; property != NULL && row < property->n_rows; row++)
        g_free (ink_value_to_text (ink_property_get (property, row)));
      if (local != NULL)
        {
          g_assert_error (local, INK_ERROR, INK_ERROR_FORMAT);
          fine = FALSE;
        }
    }
  return fine;
}

static void
replace_bytes (InkTestBlock *block,
               const guint8 *bytes,
               gsize n)
{
  g_bytes_unref (block->block.data);
  block->block.data = g_bytes_new (bytes, n);
}

static void
test_damaged (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ();

  g_assert_true (look_at_everything (blocks));
  for (guint i = 0; i < blocks->len; i++)
    {
      InkTestBlock *block = g_ptr_array_index (blocks, i);
      g_autoptr (GBytes) whole = g_bytes_ref (block->block.data);
      gsize n;
      const guint8 *data = g_bytes_get_data (whole, &n);
      g_autofree guint8 *copy = g_memdup2 (data, n);

      g_test_message ("%s", block->block.column);
      for (gsize k = 0; k < n; k += 1 + n / 24)
        {
          copy[k] ^= (guint8) (1 << (k % 8));
          replace_bytes (block, copy, n);
          copy[k] ^= (guint8) (1 << (k % 8));
          look_at_everything (blocks);
          replace_bytes (block, copy, k);
          look_at_everything (blocks);
        }
      replace_bytes (block, data, n);
    }
  g_assert_true (look_at_everything (blocks));
}

/* The checksum made good again: every check behind it has to hold alone. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < blocks->len; i++)
    {
      InkTestBlock *block = g_ptr_array_index (blocks, i);
      InkBlock before = block->block;
      gsize n;
      const guint8 *data = g_bytes_get_data (before.data, &n);

      for (guint round = 0; round < 60; round++)
        {
          GByteArray *payload = ink_block_begin ();
          InkBlock *made;
          gsize length = round % 5 == 4 ? (gsize) g_rand_int_range (rand, 8, (int) n + 1) : n;

          g_byte_array_append (payload, data + 8, (guint) (length - 8));
          for (guint flips = 0; flips <= round % 3 && payload->len > 8; flips++)
            payload->data[g_rand_int_range (rand, 8, (int) payload->len)]
                = (guint8) g_rand_int (rand);
          made = ink_block_end (payload, before.column, before.seq,
                                before.n + (round % 7 == 6 ? (guint32) g_rand_int (rand) % 5 : 0),
                                round % 11 == 10 ? (InkCodec) g_rand_int_range (rand, 0, 12)
                                                 : (InkCodec) before.codec,
                                before.low, before.high);
          block->block = *made;
          look_at_everything (blocks);
          ink_block_free (made);
        }
      block->block = before;
    }
  g_assert_true (look_at_everything (blocks));
}

/* As many ids as there can be, and no text of theirs: nothing is made by id before that is told. */
static void
test_boastful (void)
{
  static const guint8 most[] = { 0xf0, 0xff, 0xff, 0xff, 0x07 };
  const guint before = 7; /* the version and six counts, of a byte each */
  g_autoptr (GPtrArray) blocks = make_blocks ();
  gboolean found = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      InkTestBlock *block = g_ptr_array_index (blocks, i);
      InkBlock kept = block->block;
      GByteArray *payload;
      InkBlock *made;
      gsize n;
      const guint8 *data = g_bytes_get_data (kept.data, &n);

      if (block->run != 2 || strcmp (kept.column, INK_RUN_DIRECTORY) != 0)
        continue;
      g_assert_cmpuint (data[8 + before], ==, 1);
      payload = ink_block_begin ();
      g_byte_array_append (payload, data + 8, before);
      g_byte_array_append (payload, most, sizeof most);
      g_byte_array_append (payload, data + 8 + before + 1, (guint) (n - 8 - before - 1));
      made = ink_block_end (payload, kept.column, kept.seq, kept.n, (InkCodec) kept.codec, kept.low,
                            kept.high);
      block->block = *made;
      g_assert_false (look_at_everything (blocks));
      ink_block_free (made);
      block->block = kept;
      found = TRUE;
    }
  g_assert_true (found);
}

/* A block that is missing, or in another's place. */
static void
test_misplaced (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ();

  for (guint i = 0; i < blocks->len; i++)
    {
      InkTestBlock *block = g_ptr_array_index (blocks, i);
      InkTestBlock *other = g_ptr_array_index (blocks, (i + 1) % blocks->len);
      GBytes *data = block->block.data;
      guint32 run = block->run;

      block->run = 99;
      look_at_everything (blocks);
      block->run = run;
      block->block.data = other->block.data;
      /* Keys are read by the next import only, and ids that cannot be read are shown as empty. */
      if (look_at_everything (blocks))
        {
          if (strcmp (block->block.column, "key") != 0)
            g_assert_cmpstr (block->block.column, ==, "ids");
        }
      block->block.data = data;
    }
  g_assert_true (look_at_everything (blocks));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/blocks/times", test_times);
  g_test_add_func ("/events/blocks/numbers", test_numbers);
  g_test_add_func ("/events/blocks/integers", test_integers);
  g_test_add_func ("/events/blocks/damaged", test_damaged);
  g_test_add_func ("/events/blocks/hostile", test_hostile);
  g_test_add_func ("/events/blocks/boastful", test_boastful);
  g_test_add_func ("/events/blocks/misplaced", test_misplaced);
  return g_test_run ();
}
