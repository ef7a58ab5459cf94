/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tokens of strict JSON.
 *
 * Texts are unescaped in place in the reader's own buffer, which is safe because no escape is
 * shorter than what it stands for. Depth is a byte a level in a fixed stack: hostile nesting costs
 * an error, never memory or recursion. */

#include "config.h"

#include "base/ink-json-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "base/ink-json-token-private.h"

#define LEAST_FILL 1024

static gsize
count_continuations (const char *text,
                     gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += ((guint8) text[i] & 0xc0) == 0x80;
  return n;
}

/* Sets @error and remembers the place of data[at]. */
static InkJsonToken
fail_at (InkJsonReader *reader,
         gsize at,
         GError **error,
         const char *reason)
{
  gsize from = MIN (reader->token, at);

  reader->token_line = reader->line;
  reader->token_offset = reader->base + at;
  reader->token_column = reader->base + at - reader->line_start - reader->line_extra + 1
                         - count_continuations (reader->data + from, at - from);
  reader->pos = at;
  reader->state = INK_JSON_STATE_FAILED;
  reader->text = "";
  reader->text_length = 0;
  g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT, reason);
  return INK_JSON_ERROR;
}

static gboolean
grow (InkJsonReader *reader,
      GError **error)
{
  if (reader->end - reader->token > reader->max_token)
    {
      fail_at (reader, reader->token, error, _("This text or number is too long to be real."));
      return FALSE;
    }
  reader->size *= 2;
  reader->data = g_realloc (reader->data, reader->size + 1);
  return TRUE;
}

gboolean
_ink_json_reader_refill (InkJsonReader *reader,
                         GError **error)
{
  gssize got;

  if (reader->at_end)
    return FALSE;

  if (reader->token > 0)
    {
      gsize gone = reader->token;

      memmove (reader->data, reader->data + gone, reader->end - gone);
      reader->base += gone;
      reader->end -= gone;
      reader->pos -= gone;
      reader->token = 0;
    }
  if (reader->size - reader->end < LEAST_FILL && !grow (reader, error))
    return FALSE;

  got = reader->fill (reader->fill_data, reader->data + reader->end, reader->size - reader->end,
                      error);
  if (got < 0)
    reader->state = INK_JSON_STATE_FAILED;
  if (got <= 0)
    {
      reader->at_end = TRUE;
      return FALSE;
    }
  g_assert ((gsize) got <= reader->size - reader->end);
  reader->end += got;
  return TRUE;
}

/* Skips white space. FALSE at the end of the data, at an error, and at a line that ends inside a
 * value where that is not allowed. */
static gboolean
skip_space (InkJsonReader *reader,
            GError **error)
{
  for (;;)
    {
      reader->token = reader->pos;
      if (!_ink_json_reader_have (reader, error))
        return FALSE;
      switch (reader->data[reader->pos])
        {
        case '\n':
          if (reader->form == INK_JSON_LINES && reader->depth > 0)
            {
              fail_at (reader, reader->pos, error, _("The line ends inside a value."));
              return FALSE;
            }
          _ink_json_reader_count_line (reader);
          break;
        case ' ':
        case '\t':
        case '\r':
          break;
        default:
          return TRUE;
        }
      reader->pos++;
    }
}

/* Finds the closing quote of the text whose opening quote is at @token; @pos ends on it. */
static gboolean
find_close (InkJsonReader *reader,
            gboolean *escaped,
            GError **error)
{
  *escaped = FALSE;
  reader->pos++;
  for (;;)
    {
      reader->pos = ink_json_find_special (reader->data, reader->pos, reader->end);
      if (!_ink_json_reader_have (reader, error))
        {
          if (reader->state != INK_JSON_STATE_FAILED)
            fail_at (reader, reader->token, error, _("This text is not closed."));
          return FALSE;
        }
      if (reader->pos == reader->end)
        continue;
      switch (reader->data[reader->pos])
        {
        case '"':
          return TRUE;
        case '\\':
          *escaped = TRUE;
          reader->pos++;
          if (!_ink_json_reader_have (reader, error))
            {
              if (reader->state != INK_JSON_STATE_FAILED)
                fail_at (reader, reader->token, error, _("This text is not closed."));
              return FALSE;
            }
          /* A raw line end is never part of an escape: let the next round refuse it. */
          if ((guint8) reader->data[reader->pos] >= 0x20)
            reader->pos++;
          break;
        default:
          if ((guint8) reader->data[reader->pos] < 0x20)
            {
              fail_at (reader, reader->pos, error,
                       _("A text holds a raw line end or control character."));
              return FALSE;
            }
        }
    }
}

/* Reads the text whose opening quote is at @pos. */
static gboolean
read_text (InkJsonReader *reader,
           GError **error)
{
  gboolean escaped;
  char *from;
  char *close;
  const char *bad = NULL;
  gssize length;
  gsize extra;

  if (!find_close (reader, &escaped, error))
    return FALSE;
  from = reader->data + reader->token + 1;
  close = reader->data + reader->pos;
  length = close - from;
  if (!g_utf8_validate_len (from, (gsize) length, &bad))
    {
      fail_at (reader, (gsize) (bad - reader->data), error, _("A text is not in UTF-8."));
      return FALSE;
    }
  extra = count_continuations (from, (gsize) length);
  if (escaped && (length = ink_json_unescape (from, close, &bad)) < 0)
    {
      fail_at (reader, (gsize) (bad - reader->data), error,
               _("A text holds a backslash that begins no known escape."));
      return FALSE;
    }
  reader->line_extra += extra;
  from[length] = '\0';
  reader->text = from;
  reader->text_length = (gsize) length;
  reader->pos++;
  return TRUE;
}

static gboolean
is_number_char (char c)
{
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/* Moves @pos behind a run of characters that @accept takes. FALSE with @error only. */
static gboolean
read_run (InkJsonReader *reader,
          gboolean (*accept) (char c),
          GError **error)
{
  while (_ink_json_reader_have (reader, error) && accept (reader->data[reader->pos]))
    reader->pos++;
  return reader->state != INK_JSON_STATE_FAILED;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-' || c == '.' || c == '+';
}

static InkJsonToken
read_number (InkJsonReader *reader,
             GError **error)
{
  if (!read_run (reader, is_number_char, error))
    return INK_JSON_ERROR;

  reader->held_at = reader->pos;
  reader->held = reader->pos < reader->end ? reader->data[reader->pos] : '\0';
  reader->data[reader->pos] = '\0';
  reader->text = reader->data + reader->token;
  reader->text_length = reader->pos - reader->token;
  if (!ink_json_is_number (reader->text) || is_word_char (reader->held))
    {
      reader->data[reader->pos] = reader->held;
      reader->held_at = G_MAXSIZE;
      return fail_at (reader, reader->token, error, _("This is not a number as JSON writes it."));
    }
  return INK_JSON_NUMBER;
}

static InkJsonToken
read_word (InkJsonReader *reader,
           GError **error)
{
  static const struct
  {
    const char *word;
    InkJsonToken token;
  } words[] = {
    { "true", INK_JSON_TRUE },
    { "false", INK_JSON_FALSE },
    { "null", INK_JSON_NULL },
  };
  gsize length;

  if (!read_run (reader, is_word_char, error))
    return INK_JSON_ERROR;

  length = reader->pos - reader->token;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i].word)
        && memcmp (reader->data + reader->token, words[i].word, length) == 0)
      {
        reader->text = words[i].word;
        reader->text_length = length;
        return words[i].token;
      }
  return fail_at (reader, reader->token, error,
                  _("A value is expected here: a text in double quotes, a number, true, false, "
                    "null, an object or an array."));
}

static void
after_value (InkJsonReader *reader)
{
  if (reader->depth > 0)
    reader->state = INK_JSON_STATE_AFTER;
  else
    reader->state = reader->form == INK_JSON_ONE ? INK_JSON_STATE_DONE : INK_JSON_STATE_TOP;
}

static InkJsonToken
open_container (InkJsonReader *reader,
                char kind,
                GError **error)
{
  if (reader->depth >= reader->max_depth)
    return fail_at (reader, reader->pos, error, _("This is nested too deeply to be real."));
  reader->stack[reader->depth++] = kind;
  reader->state = kind == '{' ? INK_JSON_STATE_FIRST_KEY : INK_JSON_STATE_FIRST_VALUE;
  reader->pos++;
  return kind == '{' ? INK_JSON_OBJECT : INK_JSON_ARRAY;
}

static InkJsonToken
close_container (InkJsonReader *reader)
{
  char kind = reader->stack[--reader->depth];

  reader->pos++;
  after_value (reader);
  return kind == '{' ? INK_JSON_OBJECT_END : INK_JSON_ARRAY_END;
}

static InkJsonToken
read_value (InkJsonReader *reader,
            GError **error)
{
  char c = reader->data[reader->pos];
  InkJsonToken token;

  if (c == '{' || c == '[')
    return open_container (reader, c, error);
  if (c == '"')
    token = read_text (reader, error) ? INK_JSON_TEXT : INK_JSON_ERROR;
  else if (c == '-' || g_ascii_isdigit (c))
    token = read_number (reader, error);
  else
    token = read_word (reader, error);
  if (token != INK_JSON_ERROR)
    after_value (reader);
  return token;
}

/* Reads the key at @pos and the colon behind it. */
static InkJsonToken
read_key (InkJsonReader *reader,
          GError **error)
{
  if (reader->data[reader->pos] != '"')
    return fail_at (reader, reader->pos, error, _("A name in double quotes is expected here."));
  if (!read_text (reader, error))
    return INK_JSON_ERROR;

  /* @token stays, so that refilling moves the key but never drops it. */
  while (_ink_json_reader_have (reader, error)
         && strchr (" \t\r\n", reader->data[reader->pos]) != NULL
         && reader->data[reader->pos] != '\0')
    {
      if (reader->data[reader->pos] == '\n')
        {
          if (reader->form == INK_JSON_LINES)
            return fail_at (reader, reader->pos, error, _("The line ends inside a value."));
          _ink_json_reader_count_line (reader);
        }
      reader->pos++;
    }
  if (reader->state == INK_JSON_STATE_FAILED)
    return INK_JSON_ERROR;
  reader->text = reader->data + reader->token + 1;
  if (reader->pos == reader->end || reader->data[reader->pos] != ':')
    {
      reader->token = reader->pos;
      return fail_at (reader, reader->pos, error, _("A colon is expected after the name."));
    }
  reader->pos++;
  reader->state = INK_JSON_STATE_VALUE;
  return INK_JSON_KEY;
}

/* At a comma or a closing bracket inside a container. Sets *@token to the closing one, or leaves
 * it where a comma was read and another item has to follow. */
static gboolean
read_after (InkJsonReader *reader,
            InkJsonToken *token,
            GError **error)
{
  gboolean in_object = reader->stack[reader->depth - 1] == '{';
  char c = reader->data[reader->pos];

  if (c == (in_object ? '}' : ']'))
    {
      *token = close_container (reader);
      return FALSE;
    }
  if (c != ',')
    {
      *token = fail_at (reader, reader->pos, error,
                        in_object ? _("A comma or '}' is expected here.")
                                  : _("A comma or ']' is expected here."));
      return FALSE;
    }
  reader->pos++;
  reader->state = in_object ? INK_JSON_STATE_KEY : INK_JSON_STATE_VALUE;
  return TRUE;
}

static InkJsonToken
at_end (InkJsonReader *reader,
        GError **error)
{
  if (reader->state == INK_JSON_STATE_FAILED)
    return INK_JSON_ERROR;
  if (reader->state == INK_JSON_STATE_DONE || reader->state == INK_JSON_STATE_TOP)
    return INK_JSON_END;
  return fail_at (reader, reader->pos, error,
                  reader->depth > 0 ? _("The text ends inside a value.")
                                    : _("There is no JSON here."));
}

static void
mark_token (InkJsonReader *reader)
{
  reader->token = reader->pos;
  reader->token_line = reader->line;
  reader->token_offset = reader->base + reader->pos;
  reader->token_column = reader->token_offset - reader->line_start - reader->line_extra + 1;
}

InkJsonToken
_ink_json_reader_read (InkJsonReader *reader,
                       GError **error)
{
  InkJsonToken token = INK_JSON_ERROR;

  if (!skip_space (reader, error))
    return at_end (reader, error);
  if (reader->state == INK_JSON_STATE_AFTER)
    {
      mark_token (reader);
      if (!read_after (reader, &token, error))
        return token;
      if (!skip_space (reader, error))
        return at_end (reader, error);
    }
  mark_token (reader);

  switch (reader->state)
    {
    case INK_JSON_STATE_FIRST_KEY:
      if (reader->data[reader->pos] == '}')
        return close_container (reader);
      return read_key (reader, error);
    case INK_JSON_STATE_KEY:
      return read_key (reader, error);
    case INK_JSON_STATE_FIRST_VALUE:
      if (reader->data[reader->pos] == ']')
        return close_container (reader);
      return read_value (reader, error);
    case INK_JSON_STATE_DONE:
      return fail_at (reader, reader->pos, error, _("There is text after the end."));
    case INK_JSON_STATE_VALUE:
    case INK_JSON_STATE_TOP:
      return read_value (reader, error);
    case INK_JSON_STATE_AFTER:
    case INK_JSON_STATE_FAILED:
    default:
      g_assert_not_reached ();
    }
}
