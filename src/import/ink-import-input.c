/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file as a stream of UTF-8 text.
 *
 * Good UTF-8 is read straight into the caller's buffer and only looked at; whatever has to be
 * changed takes the way over @raw. */

#include "config.h"

#include "import/ink-import-input.h"

#include <string.h>

#include "import/ink-byte-source.h"
#include "import/ink-text-decoder.h"

#define HEAD_SIZE (256 * 1024)
#define RAW_SIZE (128 * 1024)

struct _InkImportInput
{
  char *name;
  char *stem;
  InkByteSource *source;
  InkTextDecoder decoder;
  guint64 replaced_before; /* in the parts before */
  gboolean at_end;         /* the part has no more bytes */

  guint8 *raw; /* undecoded bytes [raw_pos, raw_end) */
  gsize raw_pos;
  gsize raw_end;

  char *head; /* decoded and not yet read: [head_pos, head_end) */
  gsize head_pos;
  gsize head_end;
};

/* "events.csv.gz" → "events": what a table without event names calls its events. */
static char *
make_stem (const char *name)
{
  static const char *const endings[] = { ".gz", ".zst", ".bz2", ".zip", ".csv", ".tsv", ".txt",
                                         ".json", ".jsonl", ".ndjson", ".xz", ".tab" };
  char *stem = g_strdup (name);
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          gsize length = strlen (stem);
          gsize ending = strlen (endings[i]);

          if (length > ending && g_ascii_strcasecmp (stem + length - ending, endings[i]) == 0)
            {
              stem[length - ending] = '\0';
              again = TRUE;
            }
        }
    }
  return stem;
}

InkImportInput *
ink_import_input_open (const char *path,
                       InkProgress *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (InkByteSource) source = NULL;
  InkImportInput *input;

  g_return_val_if_fail (path != NULL, NULL);

  source = ink_byte_source_open (path, progress, cancellable, error);
  if (source == NULL)
    return NULL;
  input = g_new0 (InkImportInput, 1);
  input->source = g_steal_pointer (&source);
  input->name = g_filename_display_basename (path);
  input->stem = make_stem (input->name);
  input->raw = g_malloc (RAW_SIZE);
  input->head = g_malloc (HEAD_SIZE + 1);
  return input;
}

void
ink_import_input_free (InkImportInput *input)
{
  if (input == NULL)
    return;
  ink_byte_source_free (input->source);
  g_free (input->raw);
  g_free (input->head);
  g_free (input->name);
  g_free (input->stem);
  g_free (input);
}

gboolean
ink_import_input_next (InkImportInput *input,
                       GError **error)
{
  const guint8 *bytes;
  gssize n;
  gsize mark;

  g_return_val_if_fail (input != NULL, FALSE);

  if (!ink_byte_source_next (input->source, error))
    return FALSE;
  input->replaced_before += input->decoder.replaced;
  input->decoder = (InkTextDecoder){ INK_ENCODING_UNDECIDED, 0 };
  input->raw_pos = input->raw_end = input->head_pos = input->head_end = 0;
  input->at_end = FALSE;
  n = ink_byte_source_peek (input->source, &bytes, error);
  if (n < 0)
    return FALSE;
  mark = ink_text_decoder_start (&input->decoder, bytes, (gsize) n);
  while (mark > 0)
    {
      n = ink_byte_source_read (input->source, (char *) input->raw, mark, error);
      if (n <= 0)
        return FALSE;
      mark -= (gsize) n;
    }
  if (ink_byte_source_get_member (input->source) != NULL)
    {
      g_free (input->stem);
      input->stem = make_stem (ink_byte_source_get_member (input->source));
    }
  return TRUE;
}

/* More bytes into @raw. FALSE with @error. */
static gboolean
fill_raw (InkImportInput *input,
          GError **error)
{
  gssize n;

  if (input->at_end)
    return TRUE;
  memmove (input->raw, input->raw + input->raw_pos, input->raw_end - input->raw_pos);
  input->raw_end -= input->raw_pos;
  input->raw_pos = 0;
  n = ink_byte_source_read (input->source, (char *) input->raw + input->raw_end,
                            RAW_SIZE - input->raw_end, error);
  if (n < 0)
    return FALSE;
  input->at_end = n == 0;
  input->raw_end += (gsize) n;
  return TRUE;
}

/* Decodes out of @raw, which may be filled first. */
static gssize
read_decoded (InkImportInput *input,
              char *buffer,
              gsize size,
              GError **error)
{
  for (;;)
    {
      gsize used;
      gsize n = ink_text_decoder_decode (&input->decoder, input->raw + input->raw_pos,
                                         input->raw_end - input->raw_pos, !input->at_end, &used,
                                         buffer, size);

      input->raw_pos += used;
      if (n > 0 || (input->at_end && input->raw_pos == input->raw_end))
        return (gssize) n;
      if (!fill_raw (input, error))
        return -1;
    }
}

/* Reads straight into @buffer what is good UTF-8 already; the rest goes to @raw. -2: read_decoded
 * has to do it. */
static gssize
read_straight (InkImportInput *input,
               char *buffer,
               gsize size,
               GError **error)
{
  gsize held = input->raw_end - input->raw_pos;
  gssize n;
  gsize length;
  gsize good;

  if (input->decoder.encoding > INK_ENCODING_UTF_8 || held >= 4 || input->at_end)
    return -2;
  memcpy (buffer, input->raw + input->raw_pos, held);
  n = ink_byte_source_read (input->source, buffer + held, MIN (size - held, G_MAXSSIZE), error);
  if (n < 0)
    return -1;
  input->at_end = n == 0;
  length = held + (gsize) n;
  good = ink_text_decoder_check (&input->decoder, buffer, length, !input->at_end);
  /* @raw takes no more than it can hold: the caller's buffer may be larger. */
  if (length - good > RAW_SIZE)
    input->raw = g_realloc (input->raw, length - good);
  memcpy (input->raw, buffer + good, length - good);
  input->raw_pos = 0;
  input->raw_end = length - good;
  return good > 0 || (input->at_end && length == 0) ? (gssize) good : -2;
}

static gssize
read_text (InkImportInput *input,
           char *buffer,
           gsize size,
           GError **error)
{
  gssize n = read_straight (input, buffer, size, error);

  return n == -2 ? read_decoded (input, buffer, size, error) : n;
}

gssize
ink_import_input_read (InkImportInput *input,
                       char *buffer,
                       gsize size,
                       GError **error)
{
  gsize n;

  g_return_val_if_fail (input != NULL && size >= 64, -1);

  n = MIN (size, input->head_end - input->head_pos);
  if (n == 0)
    return read_text (input, buffer, size, error);
  memcpy (buffer, input->head + input->head_pos, n);
  input->head_pos += n;
  return (gssize) n;
}

gboolean
ink_import_input_get_head (InkImportInput *input,
                           InkImportHead *head,
                           GError **error)
{
  gboolean whole = FALSE;

  g_return_val_if_fail (input != NULL && head != NULL && input->head_pos == 0, FALSE);

  while (HEAD_SIZE - input->head_end >= 64)
    {
      gssize n = read_text (input, input->head + input->head_end, HEAD_SIZE - input->head_end,
                            error);

      if (n < 0)
        return FALSE;
      if (n == 0)
        {
          whole = TRUE;
          break;
        }
      input->head_end += (gsize) n;
    }
  input->head[input->head_end] = '\0';
  *head = (InkImportHead){ input->head, input->head_end, whole };
  return TRUE;
}

const char *
ink_import_input_get_stem (const InkImportInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  return input->stem;
}

const char *
ink_import_input_get_name (const InkImportInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  return input->name;
}

/* NULL where the file has no members. */
const char *
ink_import_input_get_member (const InkImportInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  return ink_byte_source_get_member (input->source);
}

const char *
ink_import_input_get_encoding (const InkImportInput *input)
{
  static const char *const names[] = { "ASCII", "UTF-8", "UTF-16", "UTF-16", "Windows-1252" };

  g_return_val_if_fail (input != NULL, NULL);

  return names[input->decoder.encoding];
}

/* Characters that could not be read and became U+FFFD. */
guint64
ink_import_input_get_replaced (const InkImportInput *input)
{
  g_return_val_if_fail (input != NULL, 0);

  return input->replaced_before + input->decoder.replaced;
}

gint64
ink_import_input_get_size (const InkImportInput *input)
{
  g_return_val_if_fail (input != NULL, 0);

  return ink_byte_source_get_size (input->source);
}
