/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing and reading of small integers and texts in a run of bytes. The reader never passes the
 * end: whoever uses it asks once, at the end, whether all of it was there. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

static inline void
ink_bytes_put_u8 (GByteArray *bytes,
                  guint8 value)
{
  g_byte_array_append (bytes, &value, 1);
}

static inline void
ink_bytes_put_varint (GByteArray *bytes,
                      guint64 value)
{
  guint8 buffer[10];
  guint n = 0;

  for (; value >= 128; value >>= 7)
    buffer[n++] = (guint8) (value | 128);
  buffer[n++] = (guint8) value;
  g_byte_array_append (bytes, buffer, n);
}

static inline guint64
ink_zigzag (gint64 value)
{
  return ((guint64) value << 1) ^ (guint64) (value >> 63);
}

static inline gint64
ink_unzigzag (guint64 value)
{
  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

static inline void
ink_bytes_put_signed (GByteArray *bytes,
                      gint64 value)
{
  ink_bytes_put_varint (bytes, ink_zigzag (value));
}

static inline void
ink_bytes_put_text (GByteArray *bytes,
                    const char *text,
                    gsize length)
{
  ink_bytes_put_varint (bytes, length);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
}

typedef struct
{
  const guint8 *p;
  const guint8 *end;
  gboolean failed;
} InkReader;

static inline guint8
ink_reader_u8 (InkReader *reader)
{
  if (reader->p < reader->end)
    return *reader->p++;
  reader->failed = TRUE;
  return 0;
}

static inline guint64
ink_reader_varint (InkReader *reader)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      guint8 byte = ink_reader_u8 (reader);

      value |= (guint64) (byte & 127) << shift;
      if (byte < 128)
        return value;
    }
  reader->failed = TRUE;
  return 0;
}

static inline gint64
ink_reader_signed (InkReader *reader)
{
  return ink_unzigzag (ink_reader_varint (reader));
}

/* A number that must fit in 32 bits. */
static inline guint32
ink_reader_u32 (InkReader *reader)
{
  guint64 value = ink_reader_varint (reader);

  if (value > G_MAXUINT32)
    reader->failed = TRUE;
  return (guint32) value;
}

/* Borrowed; not ended by a NUL. */
static inline const char *
ink_reader_text (InkReader *reader,
                 gsize *length)
{
  guint64 n = ink_reader_varint (reader);
  const char *text = (const char *) reader->p;

  if (reader->failed || n > (guint64) (reader->end - reader->p))
    {
      reader->failed = TRUE;
      *length = 0;
      return NULL;
    }
  reader->p += n;
  *length = n;
  return text;
}

G_END_DECLS
