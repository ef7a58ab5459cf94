/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts of a column become codes.
 *
 * Where a column says the same few words, those are compared with the last ones met. Where it has
 * many values a look-up misses the caches, so that texts are looked up by tens: all are hashed,
 * which fetches their slots, then all records are fetched, then all are compared. Texts that come
 * one by one wait in a short queue for that. */
#include "events/ink-column-put-private.h"

/* From this many values on a look-up misses the caches. */
#define MANY_VALUES 2048
#define MAX_PENDING 32
#define PENDING_BYTES 8192

struct _InkPendingTexts
{
  guint n;
  InkRowText texts[MAX_PENDING];
  guint32 n_bytes;
  char bytes[PENDING_BYTES];
};

/* Without the zeros that mark what is no text, and no longer than a block can hold. */
static inline InkRowText
make_valid (InkRowText text)
{
  while (text.length > 0 && *text.text == '\0')
    {
      text.text++;
      text.length--;
    }
  if (G_LIKELY (text.length <= INK_TEXT_MAX_BYTES))
    return text;
  for (text.length = INK_TEXT_MAX_BYTES;
       text.length > 0 && ((guint8) text.text[text.length] & 0xc0) == 0x80;)
    text.length--;
  return text;
}

/* At most MAX_PENDING valid texts. */
static void
put_together (InkColumn *column,
              const InkRowText *texts,
              guint n)
{
  guint32 hashes[MAX_PENDING];

  for (guint i = 0; i < n; i++)
    hashes[i] = ink_dictionary_hash (column->values, texts[i].text, texts[i].length);
  for (guint i = 0; i < n; i++)
    ink_dictionary_fetch (column->values, hashes[i]);
  for (guint i = 0; i < n; i++)
    ink_column_put_code (column, texts[i].row,
                         ink_dictionary_intern_hashed (column->values, hashes[i], texts[i].text,
                                                       texts[i].length)
                             + 1);
}

void
ink_column_flush_texts (InkColumn *column)
{
  InkPendingTexts *pending = column->pending;

  if (pending == NULL || pending->n == 0)
    return;
  put_together (column, pending->texts, pending->n);
  pending->n = 0;
  pending->n_bytes = 0;
}

/* A column of few values, and a text that two words hold. */
static inline void
put_short (InkColumn *column,
           InkRowText text)
{
  InkShortText read = ink_short_text_read (text.text, text.length);
  InkShortText *place;

  if (G_UNLIKELY (column->short_texts == NULL))
    column->short_texts = g_new0 (InkShortTexts, 1);
  place = ink_short_texts_place (column->short_texts, &read);
  if (G_UNLIKELY (!ink_short_text_equal (place, &read)))
    {
      read.code = ink_dictionary_intern (column->values, text.text, text.length) + 1;
      *place = read;
    }
  ink_column_put_code (column, text.row, place->code);
}

/* Where a look-up stays within the caches. */
static inline void
put_alone (InkColumn *column,
           InkRowText text)
{
  if (text.length <= INK_SHORT_TEXT_MAX)
    put_short (column, text);
  else
    put_together (column, &text, 1);
}

static inline gboolean
has_many_values (const InkColumn *column)
{
  return ink_dictionary_size (column->values) >= MANY_VALUES;
}

/* Sixteen bytes at a time: what compilers make of memcpy here takes longer to begin than to do. */
static inline void
copy_text (char *to,
           const char *from,
           gsize length)
{
  gsize done = 0;

  for (; done + 16 <= length; done += 16)
    memcpy (to + done, from + done, 16);
  for (; done < length; done++)
    to[done] = from[done];
}

/* The caller's text may be gone when the code is looked up. */
static void
queue_text (InkColumn *column,
            InkRowText text)
{
  InkPendingTexts *pending;

  if (column->pending == NULL)
    column->pending = g_new0 (InkPendingTexts, 1);
  pending = column->pending;
  if (pending->n == MAX_PENDING || pending->n_bytes + text.length > PENDING_BYTES)
    ink_column_flush_texts (column);
  copy_text (pending->bytes + pending->n_bytes, text.text, text.length);
  text.text = pending->bytes + pending->n_bytes;
  pending->texts[pending->n++] = text;
  pending->n_bytes += text.length;
}

void
ink_column_set_text (InkColumn *column,
                     guint32 row,
                     const char *text,
                     gsize length)
{
  InkRowText valid
      = make_valid ((InkRowText){ text, (guint32) MIN (length, G_MAXUINT32), row });

  if (valid.length == 0)
    return;
  if (G_UNLIKELY (column->form != INK_FORM_CODES))
    ink_column_to_codes (column);
  if (!has_many_values (column))
    put_alone (column, valid);
  else if (valid.length <= PENDING_BYTES / 2)
    queue_text (column, valid);
  else
    {
      ink_column_flush_texts (column);
      put_together (column, &valid, 1);
    }
}

void
ink_column_set_texts (InkColumn *column,
                      const InkRowText *texts,
                      guint n)
{
  InkRowText valid[MAX_PENDING];
  guint i = 0;

  if (n > 0 && G_UNLIKELY (column->form != INK_FORM_CODES))
    ink_column_to_codes (column);
  ink_column_flush_texts (column);
  for (; i < n && !has_many_values (column); i++)
    {
      valid[0] = make_valid (texts[i]);
      if (G_LIKELY (valid[0].length > 0))
        put_alone (column, valid[0]);
    }
  while (i < n)
    {
      guint n_valid = 0;

      for (; i < n && n_valid < MAX_PENDING; i++)
        {
          valid[n_valid] = make_valid (texts[i]);
          n_valid += valid[n_valid].length > 0;
        }
      put_together (column, valid, n_valid);
    }
}
