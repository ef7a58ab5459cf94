/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* So many events that their times are decoded by several threads: what was written is read, and
 * damage in any part is found and named. */
#include "support/ink-test-store.h"

#include <string.h>

#include "base/ink-error.h"
#include "events/ink-block-private.h"

/* Eight whole blocks and a bit of a ninth. */
#define N_EVENTS (8 * INK_BLOCK_ROWS + 1234)
#define N_PEOPLE 40000

static InkEventStore *
make_store (void)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (GError) error = NULL;
  InkBuildReport report;
  InkEventStore *store;
  guint32 name = ink_event_store_builder_name (builder, "View", 4);
  g_autofree guint32 *people = g_new (guint32, N_PEOPLE);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      char id[16];

      people[i] = ink_event_store_builder_person (builder, id,
                                                  (gsize) g_snprintf (id, sizeof id, "p%u", i));
    }
  for (guint i = 0; i < N_EVENTS; i++)
    {
      guint person = (guint) g_rand_int_range (rand, 0, N_PEOPLE + 10);
      gint64 time = (gint64) i * 1000 * INK_MILLISECOND + g_rand_int_range (rand, 0, 1000);

      ink_event_store_builder_event (builder, person < N_PEOPLE ? people[person] : INK_NO_PERSON,
                                     name, time);
    }
  store = ink_event_store_builder_end (builder, &report, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static GPtrArray *
make_blocks (void)
{
  g_autoptr (InkEventStore) store = make_store ();
  GPtrArray *blocks = ink_test_blocks_new ();

  ink_test_blocks_write (blocks, store, 0);
  return blocks;
}

static InkTestBlock *
find_times (GPtrArray *blocks,
            guint32 seq)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      InkTestBlock *block = g_ptr_array_index (blocks, i);

      if (strcmp (block->block.column, "time") == 0 && block->block.seq == seq)
        return block;
    }
  g_assert_not_reached ();
}

static void
check_whole (GPtrArray *blocks,
             InkEventStore *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_test_blocks_open (blocks, &error);
  InkPersonIndex index;

  g_assert_no_error (error);
  g_assert_cmpuint (ink_event_store_get_n_events (store), ==, N_EVENTS);
  g_assert_cmpint (ink_event_store_get_first (store), ==, ink_event_store_get_first (expected));
  g_assert_cmpint (ink_event_store_get_last (store), ==, ink_event_store_get_last (expected));
  g_assert_cmpmem (ink_event_store_get_times (store), N_EVENTS * sizeof (gint64),
                   ink_event_store_get_times (expected), N_EVENTS * sizeof (gint64));
  index = ink_event_store_get_person_index (store);
  for (guint32 person = 0; person < ink_event_store_get_n_people (store); person++)
    for (guint32 row = ink_event_store_get_offsets (store)[person];
         row < ink_event_store_get_offsets (store)[person + 1]; row++)
      if (ink_person_index_find (index, row) != person)
        g_error ("row %u is not of person %u", row, person);
}

/* The ends are those of the times, found the slow way. */
static void
test_whole (void)
{
  g_autoptr (InkEventStore) store = make_store ();
  g_autoptr (GPtrArray) blocks = ink_test_blocks_new ();
  const gint64 *times = ink_event_store_get_times (store);
  gint64 first = times[0], last = times[0];

  for (guint32 row = 1; row < N_EVENTS; row++)
    {
      first = MIN (first, times[row]);
      last = MAX (last, times[row]);
    }
  g_assert_cmpint (ink_event_store_get_first (store), ==, first);
  g_assert_cmpint (ink_event_store_get_last (store), ==, last);
  ink_test_blocks_write (blocks, store, 0);
  check_whole (blocks, store);
}

static void
expect_damage (GPtrArray *blocks,
               guint part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = ink_test_blocks_open (blocks, &error);
  g_autofree char *name = g_strdup_printf ("part %u of the column “time”", part);

  g_assert_null (store);
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
}

static void
put_bytes (InkTestBlock *block,
           GBytes *bytes)
{
  g_bytes_unref (block->block.data);
  block->block.data = g_bytes_ref (bytes);
}

static void
test_damaged (void)
{
  static const guint32 parts[] = { 0, 4, 8 };
  g_autoptr (GPtrArray) blocks = make_blocks ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      InkTestBlock *block = find_times (blocks, parts[i]);
      g_autoptr (GBytes) whole = g_bytes_ref (block->block.data);
      gsize n;
      const guint8 *data = g_bytes_get_data (whole, &n);
      g_autofree guint8 *copy = g_memdup2 (data, n);
      g_autoptr (GBytes) flipped = NULL;
      g_autoptr (GBytes) cut = g_bytes_new (data, n / 2);

      copy[n / 3] ^= 4;
      flipped = g_bytes_new (copy, n);
      put_bytes (block, flipped);
      expect_damage (blocks, parts[i] + 1);
      put_bytes (block, cut);
      expect_damage (blocks, parts[i] + 1);
      put_bytes (block, whole);
    }
}

/* A block that is not there, or stands in another's place. */
static void
test_misplaced (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ();
  InkTestBlock *block = find_times (blocks, 3), *other = find_times (blocks, 5);
  GBytes *data = block->block.data;
  guint place;

  g_assert_true (g_ptr_array_find (blocks, block, &place));
  g_ptr_array_steal_index (blocks, place);
  expect_damage (blocks, 4);
  g_ptr_array_insert (blocks, (int) place, block);
  block->block.data = other->block.data;
  expect_damage (blocks, 4);
  block->block.data = data;
}

/* @block with other bytes behind a checksum that is right. */
static InkBlock *
forge (const InkBlock *block,
       gsize cut,
       gsize place,
       guint8 value)
{
  gsize n;
  const guint8 *data = g_bytes_get_data (block->data, &n);
  GByteArray *payload = ink_block_begin ();

  g_byte_array_append (payload, data + 8, (guint) (n - 8 - cut));
  payload->data[place] = value;
  return ink_block_end (payload, block->column, block->seq, block->n, block->codec, block->low,
                        block->high);
}

/* Made to harm: whatever is told, nothing is read or written where it must not be. */
static void
test_hostile (void)
{
  g_autoptr (GPtrArray) blocks = make_blocks ();
  InkTestBlock *block = find_times (blocks, 6);
  InkBlock before = block->block;
  gsize n = g_bytes_get_size (before.data);
  const struct
  {
    gsize cut;
    gsize place;
    guint8 value;
  } harms[] = { { 0, 8, 9 }, { 0, 9, 3 }, { 1, 9, 0 }, { n / 2, 9, 0 }, { 0, 12, 0xff },
                { 0, n / 2, 0x80 } };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autoptr (InkBlock) made = forge (&before, harms[i].cut, harms[i].place, harms[i].value);
      g_autoptr (GError) error = NULL;
      g_autoptr (InkEventStore) store = NULL;

      block->block = *made;
      store = ink_test_blocks_open (blocks, &error);
      g_assert_true (store != NULL || g_error_matches (error, INK_ERROR, INK_ERROR_FORMAT));
      if (i < 4)
        g_assert_null (store);
    }
  block->block = before;
}

static void
add_times (GPtrArray *blocks,
           const gint64 *times,
           guint32 seq,
           guint32 n,
           guint32 run)
{
  InkBlock *made = ink_encode_times ("time", seq, times, n);
  InkTestBlock *block = g_new0 (InkTestBlock, 1);

  block->run = run;
  block->block = *made;
  g_free (made);
  g_ptr_array_add (blocks, block);
}

/* Nothing says that blocks are of one length. */
static void
test_uneven (void)
{
  g_autoptr (InkEventStore) store = make_store ();
  g_autoptr (GPtrArray) blocks = ink_test_blocks_new ();
  const gint64 *times = ink_event_store_get_times (store);
  guint32 run, seq = 0;

  ink_test_blocks_write (blocks, store, 0);
  run = find_times (blocks, 0)->run;
  for (guint i = blocks->len; i-- > 0;)
    if (strcmp (((InkTestBlock *) g_ptr_array_index (blocks, i))->block.column, "time") == 0)
      g_ptr_array_remove_index (blocks, i);
  for (guint32 row = 0; row < N_EVENTS; row += 50001)
    add_times (blocks, times + row, seq++, MIN (N_EVENTS - row, 50001), run);
  check_whole (blocks, store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/many/whole", test_whole);
  g_test_add_func ("/events/many/damaged", test_damaged);
  g_test_add_func ("/events/many/misplaced", test_misplaced);
  g_test_add_func ("/events/many/hostile", test_hostile);
  g_test_add_func ("/events/many/uneven", test_uneven);
  return g_test_run ();
}
