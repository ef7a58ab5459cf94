/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts and their numbers: open addressing over an arena of records that never move.
 *
 * A look-up touches two cache lines of its own, the slot and the record. The hash has secret seeds
 * and every hit is compared, so neither chance nor a hostile file makes two texts one or fills one
 * chain. */
#include "base/ink-dictionary.h"

#include <string.h>

#define CHUNK_BITS 18 /* words of four bytes: 1 MiB */
#define CHUNK_WORDS (1u << CHUNK_BITS)
#define CHUNK_MASK (CHUNK_WORDS - 1)
#define FIRST_SLOTS 64

/* In the arena, aligned to four bytes; then the text and a NUL. */
typedef struct
{
  guint32 code;
  guint32 length;
  char text[];
} Record;

typedef struct
{
  guint32 hash;
  guint32 place; /* of the record, in words, plus one; 0: free */
} Slot;

struct _InkDictionary
{
  int ref_count;
  guint64 seed[2];

  guint32 **chunks;     /* a text longer than a chunk has several chunk numbers */
  guint8 *owned;        /* whether the chunk is to be freed here, by chunk */
  guint n_chunks;
  guint next_word;      /* free from here, in the last chunk */
  InkDictionary *parent; /* keeps its chunks alive */

  guint32 *places; /* by code, of the record */
  guint32 n;
  guint32 n_allocated;

  Slot *slots;
  guint32 mask;
  guint32 n_indexed; /* atomic: codes below are in the index */
  GMutex lock;       /* while a look-up makes the index */
};

/* --- Hash --- */

static inline guint64
read_8 (const char *p)
{
  guint64 word;

  memcpy (&word, p, 8);
  return word;
}

static inline guint64
read_4 (const char *p)
{
  guint32 word;

  memcpy (&word, p, 4);
  return word;
}

static inline guint64
fold (guint64 a,
      guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

guint32
ink_dictionary_hash (const InkDictionary *dictionary,
                     const char *text,
                     gsize length)
{
  guint64 state = dictionary->seed[0], secret = dictionary->seed[1];
  guint64 a = 0, b = 0;
  const char *p = text;
  guint32 hash;

  if (length > 16)
    {
      for (gsize left = length; left > 16; left -= 16, p += 16)
        state = fold (read_8 (p) ^ secret, read_8 (p + 8) ^ state);
      a = read_8 (text + length - 16);
      b = read_8 (text + length - 8);
    }
  else if (length >= 8)
    {
      a = read_8 (p);
      b = read_8 (p + length - 8);
    }
  else if (length >= 4)
    {
      a = read_4 (p);
      b = read_4 (p + length - 4);
    }
  else if (length > 0)
    a = ((guint64) (guint8) p[0] << 16) | ((guint64) (guint8) p[length >> 1] << 8)
        | (guint8) p[length - 1];

  state = fold (a ^ secret, b ^ state);
  state = fold (state ^ secret, length ^ dictionary->seed[0]);
  hash = (guint32) (state ^ (state >> 32));
  if (dictionary->slots != NULL)
    __builtin_prefetch (&dictionary->slots[hash & dictionary->mask]);
  return hash;
}

/* --- Records --- */

static inline const Record *
record_at (const InkDictionary *dictionary,
           guint32 place)
{
  return (const Record *) (dictionary->chunks[place >> CHUNK_BITS] + (place & CHUNK_MASK));
}

static void
add_chunk (InkDictionary *dictionary,
           gsize n_words)
{
  gsize n_numbers = (n_words + CHUNK_MASK) >> CHUNK_BITS;
  guint32 *chunk = g_malloc (n_numbers * CHUNK_WORDS * 4);
  guint n = dictionary->n_chunks;

  /* Places have 32 bits: 16 GiB of text. */
  g_assert (n + n_numbers < (G_GUINT64_CONSTANT (1) << (32 - CHUNK_BITS)));
  dictionary->chunks = g_renew (guint32 *, dictionary->chunks, n + n_numbers);
  dictionary->owned = g_renew (guint8, dictionary->owned, n + n_numbers);
  for (gsize i = 0; i < n_numbers; i++)
    {
      dictionary->chunks[n + i] = chunk + i * CHUNK_WORDS;
      dictionary->owned[n + i] = i == 0;
    }
  dictionary->n_chunks = n + (guint) n_numbers;
}

static guint32
add_record (InkDictionary *dictionary,
            const char *text,
            gsize length)
{
  gsize n_words = (sizeof (Record) + length + 1 + 3) / 4;
  guint32 place;
  Record *record;

  if (dictionary->n_chunks == 0 || dictionary->next_word + n_words > CHUNK_WORDS)
    {
      guint first = dictionary->n_chunks;

      add_chunk (dictionary, n_words);
      place = first << CHUNK_BITS;
      /* What is long fills its chunks: the next text begins a new one. */
      dictionary->next_word = n_words > CHUNK_WORDS ? CHUNK_WORDS : (guint) n_words;
    }
  else
    {
      place = ((dictionary->n_chunks - 1) << CHUNK_BITS) | dictionary->next_word;
      dictionary->next_word += (guint) n_words;
    }

  record = (Record *) record_at (dictionary, place);
  record->code = dictionary->n;
  record->length = (guint32) length;
  if (length > 0)
    memcpy (record->text, text, length);
  record->text[length] = '\0';

  if (dictionary->n == dictionary->n_allocated)
    {
      dictionary->n_allocated = MAX (16, dictionary->n_allocated + dictionary->n_allocated / 2);
      dictionary->places = g_renew (guint32, dictionary->places, dictionary->n_allocated);
    }
  dictionary->places[dictionary->n++] = place;
  return place;
}

/* --- Index --- */

static void
put_slot (Slot *slots,
          guint32 mask,
          Slot slot)
{
  guint32 i = slot.hash & mask;

  while (slots[i].place != 0)
    i = (i + 1) & mask;
  slots[i] = slot;
}

static void
resize_index (InkDictionary *dictionary,
              guint32 n_texts)
{
  gsize n_slots = dictionary->slots != NULL ? (gsize) dictionary->mask + 1 : FIRST_SLOTS;
  Slot *slots;

  /* Never fuller than two thirds. */
  while (n_slots * 2 < (gsize) n_texts * 3)
    n_slots *= 2;
  if (dictionary->slots != NULL && n_slots == (gsize) dictionary->mask + 1)
    return;

  slots = g_new0 (Slot, n_slots);
  for (gsize i = 0; dictionary->slots != NULL && i <= dictionary->mask; i++)
    if (dictionary->slots[i].place != 0)
      put_slot (slots, (guint32) n_slots - 1, dictionary->slots[i]);
  g_free (dictionary->slots);
  dictionary->slots = slots;
  dictionary->mask = (guint32) n_slots - 1;
}

static void
index_all (InkDictionary *dictionary)
{
  guint32 first = dictionary->n_indexed;

  resize_index (dictionary, dictionary->n + 1);
  for (guint32 code = first; code < dictionary->n; code++)
    {
      const Record *record = record_at (dictionary, dictionary->places[code]);
      Slot slot = { .hash = ink_dictionary_hash (dictionary, record->text, record->length),
                    .place = dictionary->places[code] + 1 };

      put_slot (dictionary->slots, dictionary->mask, slot);
    }
  __atomic_store_n (&dictionary->n_indexed, dictionary->n, __ATOMIC_RELEASE);
}

static void
ensure_index (const InkDictionary *dictionary)
{
  InkDictionary *self = (InkDictionary *) dictionary;

  if (G_LIKELY (__atomic_load_n (&self->n_indexed, __ATOMIC_ACQUIRE) == self->n
                && self->slots != NULL))
    return;

  g_mutex_lock (&self->lock);
  if (self->n_indexed != self->n || self->slots == NULL)
    index_all (self);
  g_mutex_unlock (&self->lock);
}

static inline gboolean
same_16 (const char *a,
         const char *b)
{
  return ((read_8 (a) ^ read_8 (b)) | (read_8 (a + 8) ^ read_8 (b + 8))) == 0;
}

/* Nearly always they are the same, so that all of them is read in any case. */
static inline gboolean
same_text (const char *a,
           const char *b,
           gsize length)
{
  if (length > 16)
    {
      for (gsize i = 0; i + 16 < length; i += 16)
        if (!same_16 (a + i, b + i))
          return FALSE;
      return same_16 (a + length - 16, b + length - 16);
    }
  if (length >= 8 && length <= 16)
    return ((read_8 (a) ^ read_8 (b)) | (read_8 (a + length - 8) ^ read_8 (b + length - 8))) == 0;
  if (length >= 4 && length < 8)
    return ((read_4 (a) ^ read_4 (b)) | (read_4 (a + length - 4) ^ read_4 (b + length - 4))) == 0;
  return memcmp (a, b, length) == 0;
}

static guint32
look_up (const InkDictionary *dictionary,
         guint32 hash,
         const char *text,
         gsize length)
{
  const Slot *slots = dictionary->slots;
  guint32 mask = dictionary->mask;

  for (guint32 i = hash & mask; slots[i].place != 0; i = (i + 1) & mask)
    if (slots[i].hash == hash)
      {
        const Record *record = record_at (dictionary, slots[i].place - 1);

        if (record->length == length && same_text (record->text, text, length))
          return record->code;
      }
  return INK_NO_CODE;
}

/* --- Public --- */

static InkDictionary *
dictionary_alloc (void)
{
  InkDictionary *dictionary = g_new0 (InkDictionary, 1);

  dictionary->ref_count = 1;
  g_mutex_init (&dictionary->lock);
  return dictionary;
}

InkDictionary *
ink_dictionary_new (void)
{
  InkDictionary *dictionary = dictionary_alloc ();

  for (guint i = 0; i < 2; i++)
    dictionary->seed[i] = ((guint64) g_random_int () << 32) | g_random_int () | 1;
  return dictionary;
}

InkDictionary *
ink_dictionary_ref (InkDictionary *dictionary)
{
  g_atomic_int_inc (&dictionary->ref_count);
  return dictionary;
}

void
ink_dictionary_unref (InkDictionary *dictionary)
{
  if (!g_atomic_int_dec_and_test (&dictionary->ref_count))
    return;

  for (guint i = 0; i < dictionary->n_chunks; i++)
    if (dictionary->owned[i])
      g_free (dictionary->chunks[i]);
  g_clear_pointer (&dictionary->parent, ink_dictionary_unref);
  g_free (dictionary->chunks);
  g_free (dictionary->owned);
  g_free (dictionary->places);
  g_free (dictionary->slots);
  g_mutex_clear (&dictionary->lock);
  g_free (dictionary);
}

InkDictionary *
ink_dictionary_copy (InkDictionary *dictionary)
{
  InkDictionary *copy;

  ensure_index (dictionary);
  copy = dictionary_alloc ();
  memcpy (copy->seed, dictionary->seed, sizeof copy->seed);
  copy->parent = ink_dictionary_ref (dictionary);
  copy->n_chunks = dictionary->n_chunks;
  copy->chunks = g_memdup2 (dictionary->chunks, dictionary->n_chunks * sizeof (guint32 *));
  copy->owned = g_malloc0 (MAX (1, dictionary->n_chunks));
  /* The rest of the last chunk stays unused: the original may not be written. */
  copy->next_word = CHUNK_WORDS;
  copy->n = copy->n_allocated = copy->n_indexed = dictionary->n;
  copy->places = g_memdup2 (dictionary->places, dictionary->n * sizeof (guint32));
  copy->mask = dictionary->mask;
  copy->slots = g_memdup2 (dictionary->slots, ((gsize) dictionary->mask + 1) * sizeof (Slot));
  return copy;
}

guint32
ink_dictionary_size (const InkDictionary *dictionary)
{
  return dictionary->n;
}

void
ink_dictionary_fetch (const InkDictionary *dictionary,
                      guint32 hash)
{
  const Slot *slot;

  if (dictionary->slots == NULL)
    return;
  slot = &dictionary->slots[hash & dictionary->mask];
  if (slot->place != 0)
    __builtin_prefetch (record_at (dictionary, slot->place - 1));
}

guint32
ink_dictionary_intern_hashed (InkDictionary *dictionary,
                              guint32 hash,
                              const char *text,
                              gsize length)
{
  guint32 code, place;

  g_return_val_if_fail (length < G_MAXINT32, INK_NO_CODE);

  ensure_index (dictionary);
  code = look_up (dictionary, hash, text, length);
  if (code != INK_NO_CODE)
    return code;

  g_assert (dictionary->n < INK_NO_CODE - 1);
  resize_index (dictionary, dictionary->n + 1);
  place = add_record (dictionary, text, length);
  put_slot (dictionary->slots, dictionary->mask, (Slot){ .hash = hash, .place = place + 1 });
  dictionary->n_indexed = dictionary->n;
  return dictionary->n - 1;
}

guint32
ink_dictionary_intern (InkDictionary *dictionary,
                       const char *text,
                       gsize length)
{
  return ink_dictionary_intern_hashed (dictionary, ink_dictionary_hash (dictionary, text, length),
                                       text, length);
}

guint32
ink_dictionary_append (InkDictionary *dictionary,
                       const char *text,
                       gsize length)
{
  g_return_val_if_fail (length < G_MAXINT32, INK_NO_CODE);
  g_assert (dictionary->n < INK_NO_CODE - 1);

  add_record (dictionary, text, length);
  return dictionary->n - 1;
}

guint32
ink_dictionary_find (const InkDictionary *dictionary,
                     const char *text,
                     gsize length)
{
  ensure_index (dictionary);
  return look_up (dictionary, ink_dictionary_hash (dictionary, text, length), text, length);
}

const char *
ink_dictionary_get (const InkDictionary *dictionary,
                    guint32 code)
{
  g_return_val_if_fail (code < dictionary->n, NULL);

  return record_at (dictionary, dictionary->places[code])->text;
}

guint32
ink_dictionary_get_length (const InkDictionary *dictionary,
                           guint32 code)
{
  g_return_val_if_fail (code < dictionary->n, 0);

  return record_at (dictionary, dictionary->places[code])->length;
}

/* What it holds in memory, but for what it shares with the one it was copied from. */
gsize
ink_dictionary_get_bytes (const InkDictionary *dictionary)
{
  gsize bytes = dictionary->n_allocated * sizeof (guint32);

  for (guint i = 0; i < dictionary->n_chunks; i++)
    bytes += dictionary->owned[i] ? CHUNK_WORDS * 4 : 0;
  if (dictionary->slots != NULL)
    bytes += ((gsize) dictionary->mask + 1) * sizeof (Slot);
  return bytes;
}
