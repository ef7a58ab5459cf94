/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The short texts that a column met last, with their codes.
 *
 * Most columns of an export say the same few words again and again. A text of up to 16 bytes is
 * held whole by two words and its length, so that meeting it again costs two comparisons instead
 * of a hash, a slot and a record. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define INK_SHORT_TEXT_MAX 16
#define INK_SHORT_TEXTS_BITS 6

typedef struct
{
  guint64 first; /* both overlap where the text is shorter than 16 bytes */
  guint64 last;
  guint32 length; /* 0: nothing here yet */
  guint32 code;
} InkShortText;

typedef struct
{
  InkShortText texts[1 << INK_SHORT_TEXTS_BITS];
} InkShortTexts;

/* @text is from 1 to INK_SHORT_TEXT_MAX bytes long. */
static inline InkShortText
ink_short_text_read (const char *text,
                     gsize length)
{
  InkShortText read = { .length = (guint32) length };

  if (length >= 8)
    {
      memcpy (&read.first, text, 8);
      memcpy (&read.last, text + length - 8, 8);
    }
  else if (length >= 4)
    {
      guint32 first, last;

      /* By way of words of their own size: half a word written and the whole read back waits. */
      memcpy (&first, text, 4);
      memcpy (&last, text + length - 4, 4);
      read.first = first;
      read.last = last;
    }
  else
    read.first = (guint64) (guint8) text[0] | (guint64) (guint8) text[length / 2] << 8
                 | (guint64) (guint8) text[length - 1] << 16;
  return read;
}

/* Where @read is, or would be; the caller compares and keeps it there. */
static inline InkShortText *
ink_short_texts_place (InkShortTexts *texts,
                       const InkShortText *read)
{
  guint64 mixed = (read->first ^ (read->last * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)))
                  * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);

  return &texts->texts[mixed >> (64 - INK_SHORT_TEXTS_BITS)];
}

static inline gboolean
ink_short_text_equal (const InkShortText *a,
                      const InkShortText *b)
{
  return a->first == b->first && a->last == b->last && a->length == b->length;
}

G_END_DECLS
