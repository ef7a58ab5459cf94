/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The JSON tokenizer, in all forms, whole and in pieces: both ways must give the same tokens. */

#include <string.h>

#include "base/ink-json-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

typedef struct
{
  const char *data;
  gsize size;
  gsize at;
  gsize step;
} Pieces;

static gssize
fill (gpointer data,
      char *buffer,
      gsize size,
      GError **error)
{
  Pieces *pieces = data;
  gsize n = MIN (MIN (size, pieces->step), pieces->size - pieces->at);

  memcpy (buffer, pieces->data + pieces->at, n);
  pieces->at += n;
  return (gssize) n;
}

/* A number that stands for all tokens and their places. */
static guint64
read_all (InkJsonReader *reader)
{
  guint64 sum = 0;

  for (guint failures = 0; failures < 20;)
    {
      InkJsonToken token = ink_json_reader_next (reader, NULL);
      gsize length;
      const char *text = ink_json_reader_get_text (reader, &length);

      g_assert (strlen (text) == length);
      g_assert (g_utf8_validate (text, (gssize) length, NULL));
      sum = sum * 31 + token + length + ink_json_reader_get_line (reader) * 7
            + ink_json_reader_get_column (reader) * 3 + ink_json_reader_get_depth (reader);
      if (token == INK_JSON_END)
        break;
      if (token == INK_JSON_ERROR)
        {
          failures++;
          ink_json_reader_skip_line (reader, NULL);
        }
    }
  return sum;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  InkJsonForm form;
  Pieces pieces;
  g_autoptr (InkJsonReader) whole = NULL;
  g_autoptr (InkJsonReader) cut = NULL;

  if (size < 2)
    return 0;
  form = (InkJsonForm) (data[0] % 3);
  pieces = (Pieces){ (const char *) data + 2, size - 2, 0, 1 + data[1] % 64 };
  whole = ink_json_reader_new_text (form, (const char *) data + 2, (gssize) (size - 2));
  cut = ink_json_reader_new (form, fill, &pieces);
  g_assert (read_all (whole) == read_all (cut));
  return 0;
}
