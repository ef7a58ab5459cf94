/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the fuzzer of documents changes a project: as bytes, and, mostly, as what the bytes mean. A
 * block of events is unpacked, changed, packed, and gets the checksum that fits, since a changed
 * byte alone never passes it. */
#include <sqlite3.h>
#include <stdint.h>
#include <zstd.h>

#include "events/ink-block-private.h"

#define PLAIN_BYTES (1 << 16)

size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

/* Texts and numbers that are not blocks. */
static const char *const fields[][2] = {
  { "definition", "json" },      { "definition", "kind" },     { "definition", "id" },
  { "definition", "position" },  { "history", "changes" },     { "history", "label" },
  { "history", "step" },         { "import", "report" },       { "import", "file" },
  { "import", "time" },          { "import", "run" },          { "import", "step" },
  { "import", "rows" },          { "meta", "value" },          { "result", "json" },
  { "result", "step" },          { "summary", "value" },       { "event_name", "name" },
};

/* What damages the shape of a project and leaves each part as it was. */
static const char *const changes[] = {
  "DELETE FROM chunk WHERE id=(SELECT id FROM chunk ORDER BY random() LIMIT 1)",
  "DELETE FROM import WHERE id=(SELECT id FROM import ORDER BY random() LIMIT 1)",
  "DELETE FROM history WHERE step=(SELECT step FROM history ORDER BY random() LIMIT 1)",
  "DELETE FROM definition WHERE id=(SELECT id FROM definition ORDER BY random() LIMIT 1)",
  "DELETE FROM meta WHERE key=(SELECT key FROM meta ORDER BY random() LIMIT 1)",
  "UPDATE OR REPLACE chunk SET data=(SELECT data FROM chunk ORDER BY random() LIMIT 1) "
  "WHERE id=(SELECT id FROM chunk ORDER BY random() LIMIT 1)",
  "UPDATE OR REPLACE chunk SET col=(SELECT col FROM chunk ORDER BY random() LIMIT 1) "
  "WHERE id=(SELECT id FROM chunk ORDER BY random() LIMIT 1)",
  "INSERT OR REPLACE INTO chunk (import, col, seq, n, codec, low, high, data) "
  "SELECT import, col, seq+1, n, codec, low, high, data FROM chunk ORDER BY random() LIMIT 1",
  "INSERT OR REPLACE INTO chunk (import, col, seq, n, codec, low, high, data) "
  "SELECT import+1, col, seq, n, codec, low, high, data FROM chunk",
  "INSERT OR REPLACE INTO import SELECT id+1, run+1, step, file, format, time, rows, imported, "
  "repeats, report FROM import ORDER BY random() LIMIT 1",
  "UPDATE import SET step=NULL WHERE id=(SELECT id FROM import ORDER BY random() LIMIT 1)",
  "UPDATE meta SET value=value+1 WHERE key='position'",
  "UPDATE meta SET value=value-1 WHERE key='position'",
  "UPDATE meta SET value=abs(random()%5) WHERE key='saved'",
};

static gint64
mutate_number (gint64 number)
{
  LLVMFuzzerMutate ((uint8_t *) &number, sizeof number, sizeof number);
  return number;
}

static void
mutate_into (GByteArray *bytes,
             gsize start,
             gsize size_after)
{
  gsize size = bytes->len - start;

  if (size > size_after)
    return;
  g_byte_array_set_size (bytes, (guint) (start + size_after));
  memset (bytes->data + start + size, 0, size_after - size);
  size = LLVMFuzzerMutate (bytes->data + start, size, size_after);
  g_byte_array_set_size (bytes, (guint) (start + size));
}

/* The place of a zstd frame in the payload, or its length where there is none. */
static gsize
find_frame (const guint8 *payload,
            gsize size)
{
  static const guint8 magic[4] = { 0x28, 0xb5, 0x2f, 0xfd };

  for (gsize i = 0; i + sizeof magic <= size; i++)
    if (memcmp (payload + i, magic, sizeof magic) == 0)
      return i;
  return size;
}

static GByteArray *
unpack (const guint8 *frame,
        gsize size)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  gsize n;

  g_byte_array_set_size (plain, PLAIN_BYTES);
  n = ZSTD_decompress (plain->data, plain->len, frame, size);
  if (ZSTD_isError (n))
    return NULL;
  g_byte_array_set_size (plain, (guint) n);
  return g_steal_pointer (&plain);
}

/* The block's bytes without their checksum, changed: what is packed is changed unpacked. */
static GByteArray *
mutate_payload (const guint8 *payload,
                gsize size,
                unsigned int choice)
{
  GByteArray *changed = ink_block_begin ();
  gsize head = find_frame (payload, size);
  g_autoptr (GByteArray) plain =
    head < size && choice % 8 != 0 ? unpack (payload + head, size - head) : NULL;

  if (plain == NULL)
    {
      g_byte_array_append (changed, payload, (guint) size);
      mutate_into (changed, changed->len - size, size + 32);
      return changed;
    }
  g_byte_array_append (changed, payload, (guint) head);
  if (choice % 8 == 1)
    mutate_into (changed, changed->len - head, head + 8);
  else
    {
      gsize before = plain->len;

      mutate_into (plain, 0, choice % 8 < 6 ? before : before + 32);
      /* The column says how many bytes there are: most changes keep to that. */
      if (choice % 8 < 6)
        {
          guint left = plain->len;

          g_byte_array_set_size (plain, (guint) before);
          memset (plain->data + left, 0, before - left);
        }
    }
  ink_bytes_put_zstd (changed, plain->data, plain->len);
  return changed;
}

static InkBlock *
mutate_block (sqlite3_stmt *row,
              unsigned int choice)
{
  const char *column = (const char *) sqlite3_column_text (row, 1);
  gint64 frame[5];
  guint which = (choice >> 8) % 16;
  GByteArray *payload;
  const guint8 *data = sqlite3_column_blob (row, 7);
  gsize size = (gsize) sqlite3_column_bytes (row, 7);

  if (column == NULL || size < 8 || size > PLAIN_BYTES)
    return NULL;
  for (guint i = 0; i < 5; i++)
    frame[i] = sqlite3_column_int64 (row, 2 + (int) i);
  if (which < 5)
    {
      frame[which] = (choice >> 12) % 2 == 0 ? mutate_number (frame[which])
                                            : frame[which] + (int) ((choice >> 13) % 5) - 2;
      payload = ink_block_begin ();
      g_byte_array_append (payload, data + 8, (guint) (size - 8));
    }
  else
    payload = mutate_payload (data + 8, size - 8, choice);
  return ink_block_end (payload, column, (guint32) frame[0], (guint32) frame[1],
                        (InkCodec) frame[2], frame[3], frame[4]);
}

static void
keep_block (sqlite3 *db,
            gint64 id,
            const InkBlock *block)
{
  sqlite3_stmt *update = NULL;
  gsize size;
  const void *data = g_bytes_get_data (block->data, &size);

  if (sqlite3_prepare_v2 (db, "UPDATE OR REPLACE chunk SET seq=?, n=?, codec=?, low=?, high=?, "
                              "data=? WHERE id=?", -1, &update, NULL) == SQLITE_OK)
    {
      sqlite3_bind_int64 (update, 1, block->seq);
      sqlite3_bind_int64 (update, 2, block->n);
      sqlite3_bind_int64 (update, 3, block->codec);
      sqlite3_bind_int64 (update, 4, block->low);
      sqlite3_bind_int64 (update, 5, block->high);
      sqlite3_bind_blob64 (update, 6, data, size, SQLITE_STATIC);
      sqlite3_bind_int64 (update, 7, id);
      sqlite3_step (update);
    }
  sqlite3_finalize (update);
}

static sqlite3_stmt *
any_row (sqlite3 *db,
         const char *what,
         const char *table)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM %s ORDER BY random() LIMIT 1", what, table);
  sqlite3_stmt *row = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &row, NULL) == SQLITE_OK
      && sqlite3_step (row) == SQLITE_ROW)
    return row;
  sqlite3_finalize (row);
  return NULL;
}

static void
change_block (sqlite3 *db,
              unsigned int choice)
{
  sqlite3_stmt *row = any_row (db, "id, col, seq, n, codec, low, high, data", "chunk");
  g_autoptr (InkBlock) block = row != NULL ? mutate_block (row, choice) : NULL;
  gint64 id = row != NULL ? sqlite3_column_int64 (row, 0) : 0;

  sqlite3_finalize (row);
  if (block != NULL)
    keep_block (db, id, block);
}

static void
bind_mutated (sqlite3_stmt *update,
              sqlite3_stmt *row,
              unsigned int choice)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();

  if (sqlite3_column_type (row, 0) == SQLITE_INTEGER && choice % 8 != 0)
    {
      sqlite3_bind_int64 (update, 1, choice % 2 == 0 ? mutate_number (sqlite3_column_int64 (row, 0))
                                                    : sqlite3_column_int64 (row, 0)
                                                        + (int) (choice >> 8) % 5 - 2);
      return;
    }
  g_byte_array_append (text, sqlite3_column_blob (row, 0), (guint) sqlite3_column_bytes (row, 0));
  mutate_into (text, 0, text->len + 64);
  sqlite3_bind_text (update, 1, (const char *) text->data, (int) text->len, SQLITE_TRANSIENT);
}

/* Every row that holds the same text or number gets the new one: ids stay ids. */
static void
change_field (sqlite3 *db,
              unsigned int choice)
{
  const char *table = fields[choice % G_N_ELEMENTS (fields)][0];
  const char *column = fields[choice % G_N_ELEMENTS (fields)][1];
  sqlite3_stmt *row = any_row (db, column, table), *update = NULL;
  g_autofree char *sql =
    g_strdup_printf ("UPDATE OR REPLACE %s SET %s=?1 WHERE %s IS ?2", table, column, column);

  if (row != NULL && sqlite3_prepare_v2 (db, sql, -1, &update, NULL) == SQLITE_OK)
    {
      bind_mutated (update, row, choice >> 4);
      sqlite3_bind_value (update, 2, sqlite3_column_value (row, 0));
      sqlite3_step (update);
    }
  sqlite3_finalize (update);
  sqlite3_finalize (row);
}

static sqlite3 *
load (const uint8_t *data,
      size_t size)
{
  unsigned char *copy = sqlite3_malloc64 (size + 1);
  sqlite3 *db = NULL;

  memcpy (copy, data, size);
  copy[18] = copy[19] = 1; /* a write-ahead log has no place in memory */
  if (sqlite3_open (":memory:", &db) == SQLITE_OK
      && sqlite3_deserialize (db, "main", copy, (gint64) size, (gint64) size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
           == SQLITE_OK)
    return db;
  sqlite3_close (db);
  return NULL;
}

static void
change (sqlite3 *db,
        unsigned int choice)
{
  switch (choice % 8)
    {
    case 0:
      sqlite3_exec (db, changes[(choice >> 3) % G_N_ELEMENTS (changes)], NULL, NULL, NULL);
      break;
    case 1:
    case 2:
      change_field (db, choice >> 3);
      break;
    default:
      change_block (db, choice >> 3);
      break;
    }
}

size_t
LLVMFuzzerCustomMutator (uint8_t *data,
                         size_t size,
                         size_t max_size,
                         unsigned int seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  sqlite3 *db;
  unsigned char *after;
  sqlite3_int64 size_after = 0;

  if (size < 512 || g_rand_int_range (random, 0, 8) == 0 || (db = load (data, size)) == NULL)
    return LLVMFuzzerMutate (data, size, max_size);
  sqlite3_test_control (SQLITE_TESTCTRL_PRNG_SEED, (int) (seed | 1), db); /* of random() */
  for (gint32 i = g_rand_int_range (random, 1, 4); i > 0; i--)
    change (db, g_rand_int (random));
  after = sqlite3_serialize (db, "main", &size_after, 0);
  if (after != NULL && size_after > 0 && (size_t) size_after <= max_size)
    memcpy (data, after, (size_t) size_after);
  else
    size_after = 0;
  sqlite3_free (after);
  sqlite3_close (db);
  return size_after > 0 ? (size_t) size_after : LLVMFuzzerMutate (data, size, max_size);
}
