/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a printed PDF is made of. */
#pragma once

#include "ui-fixture.h"

static inline guint
ui_count_of (const char *content,
             gsize length,
             const char *what)
{
  gsize n = strlen (what);
  guint found = 0;

  for (gsize at = 0; at + n <= length; at++)
    found += memcmp (content + at, what, n) == 0;

  return found;
}

static inline gboolean
ui_is_whole_pdf (gpointer file)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_load_contents (file, NULL, &content, &length, NULL, NULL) && length > 6
         && memcmp (content + length - 6, "%%EOF\n", 6) == 0;
}

/* Adds what @packed begins with, where that is packed. */
static inline void
ui_unpack (GByteArray *plain,
           const guint8 *packed,
           gsize length)
{
  g_autoptr (GInputStream) source = g_memory_input_stream_new_from_data (packed, (gssize) length,
                                                                         NULL);
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (source, G_CONVERTER (zlib));
  guint8 part[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, part, sizeof part, NULL, NULL)) > 0)
    g_byte_array_append (plain, part, (guint) n);
}

/* The PDF at @file, and then all that is packed in it: a newer cairo packs even its pages' list. */
static inline GByteArray *
ui_read_pdf (GFile *file)
{
  static const char begin[] = "\nstream\n";
  const gsize n = sizeof begin - 1;
  GByteArray *plain = g_byte_array_new ();
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_load_contents (file, NULL, &content, &length, NULL, NULL));
  g_byte_array_append (plain, (guint8 *) content, (guint) length);
  for (gsize at = 0; at + n <= length; at++)
    if (memcmp (content + at, begin, n) == 0)
      ui_unpack (plain, (guint8 *) content + at + n, length - at - n);

  return plain;
}

/* Vectors and fonts, no pixels. */
static inline void
ui_check_pdf (GFile *file,
              guint n_pages)
{
  g_autofree char *count = g_strdup_printf ("/Count %u", n_pages);
  g_autoptr (GByteArray) pdf = NULL;
  const char *content;

  ui_wait_for (ui_is_whole_pdf, file);
  pdf = ui_read_pdf (file);
  content = (const char *) pdf->data;
  g_assert_cmpmem (content, 4, "%PDF", 4);
  g_assert_cmpuint (ui_count_of (content, pdf->len, count), ==, 1);
  g_assert_cmpuint (ui_count_of (content, pdf->len, "/Subtype /Image"), ==, 0);
  g_assert_cmpuint (ui_count_of (content, pdf->len, "/Type /Font\n"), >, 0);
}
