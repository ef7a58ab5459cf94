/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Strict JSON as a stream of tokens (ink-json-reader-tokens.c reads them). */

#include "config.h"

#include "base/ink-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "base/ink-json-reader-private.h"

#define FIRST_SIZE (64 * 1024)

static void
skip_mark (InkJsonReader *reader)
{
  if (reader->end >= 3 && memcmp (reader->data, "\xef\xbb\xbf", 3) == 0)
    {
      reader->pos = 3;
      reader->line_start = 3;
    }
}

static InkJsonReader *
new_reader (InkJsonForm form,
            gsize size)
{
  InkJsonReader *reader = g_new0 (InkJsonReader, 1);

  reader->form = form;
  reader->state = form == INK_JSON_ONE ? INK_JSON_STATE_VALUE : INK_JSON_STATE_TOP;
  reader->size = size;
  reader->data = g_malloc (size + 1);
  reader->line = reader->token_line = 1;
  reader->token_column = 1;
  reader->text = "";
  reader->held_at = G_MAXSIZE;
  reader->max_depth = 64;
  reader->max_token = INK_JSON_MAX_TOKEN;
  return reader;
}

/**
 * ink_json_reader_new:
 * @form: one value, many, or one a line
 * @fill: where the bytes come from, a piece at a time
 * @data: for @fill; must outlive the reader
 *
 * A reader over a stream. Depth is limited to 64 and a token to %INK_JSON_MAX_TOKEN bytes until
 * ink_json_reader_set_limits() says otherwise.
 *
 * Returns: (transfer full): the reader
 */
InkJsonReader *
ink_json_reader_new (InkJsonForm form,
                     InkJsonFillFunc fill,
                     gpointer data)
{
  InkJsonReader *reader;

  g_return_val_if_fail (fill != NULL, NULL);

  reader = new_reader (form, FIRST_SIZE);
  reader->fill = fill;
  reader->fill_data = data;
  return reader;
}

/**
 * ink_json_reader_new_text:
 * @form: one value, many, or one a line
 * @text: the whole text; copied
 * @length: its bytes, -1 if it ends with a NUL
 *
 * Returns: (transfer full): a reader over @text
 */
InkJsonReader *
ink_json_reader_new_text (InkJsonForm form,
                          const char *text,
                          gssize length)
{
  InkJsonReader *reader;
  gsize n;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  n = length < 0 ? strlen (text) : (gsize) length;
  reader = new_reader (form, MAX (n, 1));
  if (n > 0)
    memcpy (reader->data, text, n);
  reader->end = n;
  reader->at_end = TRUE;
  skip_mark (reader);
  return reader;
}

void
ink_json_reader_free (InkJsonReader *reader)
{
  if (reader == NULL)
    return;
  g_free (reader->data);
  g_free (reader);
}

/**
 * ink_json_reader_set_limits:
 * @max_depth: arrays and objects inside one another, at most %INK_JSON_MAX_DEPTH
 * @max_token: bytes of one text or number
 */
void
ink_json_reader_set_limits (InkJsonReader *reader,
                            guint max_depth,
                            gsize max_token)
{
  g_return_if_fail (reader != NULL);

  reader->max_depth = MIN (max_depth, INK_JSON_MAX_DEPTH);
  reader->max_token = max_token;
}

/**
 * ink_json_reader_next:
 *
 * Reads the next token. The message of an error is the reason alone: its place is what
 * ink_json_reader_get_line() and ink_json_reader_get_column() give. After an error the reader
 * gives the same place again until ink_json_reader_skip_line().
 */
InkJsonToken
ink_json_reader_next (InkJsonReader *reader,
                      GError **error)
{
  g_return_val_if_fail (reader != NULL, INK_JSON_ERROR);

  if (reader->held_at != G_MAXSIZE)
    {
      reader->data[reader->held_at] = reader->held;
      reader->held_at = G_MAXSIZE;
    }
  if (reader->state == INK_JSON_STATE_FAILED)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT, _("This is not JSON."));
      return INK_JSON_ERROR;
    }
  if (reader->base == 0 && reader->pos == 0 && reader->end == 0)
    {
      while (reader->end < 3 && _ink_json_reader_refill (reader, error))
        ;
      if (reader->state == INK_JSON_STATE_FAILED)
        return INK_JSON_ERROR;
      skip_mark (reader);
    }
  reader->text = "";
  reader->text_length = 0;
  return _ink_json_reader_read (reader, error);
}

/**
 * ink_json_reader_skip:
 *
 * Skips the value that comes next (after a key), or the rest of the container that was just
 * opened: whichever the last token says.
 *
 * Returns: %FALSE with @error
 */
gboolean
ink_json_reader_skip (InkJsonReader *reader,
                      GError **error)
{
  guint target;

  g_return_val_if_fail (reader != NULL, FALSE);

  if (reader->state == INK_JSON_STATE_FIRST_KEY || reader->state == INK_JSON_STATE_FIRST_VALUE)
    target = reader->depth - 1;
  else
    {
      target = reader->depth;
      if (ink_json_reader_next (reader, error) == INK_JSON_ERROR)
        return FALSE;
    }
  while (reader->depth > target)
    if (ink_json_reader_next (reader, error) == INK_JSON_ERROR)
      return FALSE;
  return TRUE;
}

/**
 * ink_json_reader_skip_line:
 *
 * Gives up on the value that is being read and goes on at the next line, at the top level: how an
 * unreadable line is left out.
 *
 * Returns: %FALSE with @error where reading failed; %TRUE also at the end of the data
 */
gboolean
ink_json_reader_skip_line (InkJsonReader *reader,
                           GError **error)
{
  const char *at = NULL;

  g_return_val_if_fail (reader != NULL, FALSE);

  if (reader->held_at != G_MAXSIZE)
    reader->data[reader->held_at] = reader->held;
  reader->held_at = G_MAXSIZE;
  reader->depth = 0;
  reader->state = INK_JSON_STATE_TOP;
  while (at == NULL)
    {
      reader->token = reader->pos;
      if (!_ink_json_reader_have (reader, error))
        return reader->state != INK_JSON_STATE_FAILED;
      at = memchr (reader->data + reader->pos, '\n', reader->end - reader->pos);
      reader->pos = at != NULL ? (gsize) (at - reader->data) : reader->end;
    }
  _ink_json_reader_count_line (reader);
  reader->pos++;
  reader->token = reader->pos;
  return TRUE;
}

/**
 * ink_json_reader_get_text:
 * @length: (out) (nullable): its bytes
 *
 * Returns: (transfer none): the key, text or number that was read last, NUL-terminated
 */
const char *
ink_json_reader_get_text (const InkJsonReader *reader,
                          gsize *length)
{
  g_return_val_if_fail (reader != NULL, "");

  if (length != NULL)
    *length = reader->text_length;
  return reader->text;
}

/* The line of the last token or error, from 1. */
guint64
ink_json_reader_get_line (const InkJsonReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return reader->token_line;
}

/* Its column in characters, from 1. */
guint64
ink_json_reader_get_column (const InkJsonReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return reader->token_column;
}

/* Its place in bytes, from 0. */
guint64
ink_json_reader_get_offset (const InkJsonReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return reader->token_offset;
}

/* How many containers are open after the last token. */
guint
ink_json_reader_get_depth (const InkJsonReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);

  return reader->depth;
}
