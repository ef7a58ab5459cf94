/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Strict JSON as a stream of tokens.
 *
 * Texts are unescaped in place in the reader's own buffer, which is safe because no escape is
 * shorter than what it stands for. Depth is a byte a level in a fixed stack: hostile nesting costs
 * an error, never memory or recursion. */

#include "config.h"

#include "base/ink-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "base/ink-json-token-private.h"

#define FIRST_SIZE (64 * 1024)
#define LEAST_FILL 1024

/* What may come next. */
typedef enum
{
  STATE_VALUE,        /* a value, here or at the top */
  STATE_FIRST_VALUE,  /* a value or the end of a just opened array */
  STATE_FIRST_KEY,    /* a key or the end of a just opened object */
  STATE_KEY,          /* a key, after a comma */
  STATE_AFTER,        /* a comma or the end of the container */
  STATE_TOP,          /* between values of the top level */
  STATE_DONE,
  STATE_FAILED,
} State;

struct _InkJsonReader
{
  InkJsonForm form;
  InkJsonFillFunc fill;
  gpointer fill_data;
  gboolean at_end; /* @fill has nothing more */

  char *data;
  gsize size;
  gsize end;
  gsize pos;
  gsize token; /* where the token begins that is being read: nothing from here on may go */

  guint64 base;       /* bytes before data[0] */
  guint64 line;
  guint64 line_start; /* offset of the line's first byte */
  guint64 line_extra; /* bytes of the line up to here that begin no character */

  guint64 token_line;
  guint64 token_column;
  guint64 token_offset;
  const char *text;
  gsize text_length;
  gsize held_at; /* where a NUL stands for @held, behind a number */
  char held;

  State state;
  guint depth;
  guint max_depth;
  gsize max_token;
  char stack[INK_JSON_MAX_DEPTH]; /* '{' or '[' */
};

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
  reader->state = STATE_FAILED;
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

/* Gets more bytes behind @end. FALSE at the end of the data, or with @error. */
static gboolean
refill (InkJsonReader *reader,
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
    reader->state = STATE_FAILED;
  if (got <= 0)
    {
      reader->at_end = TRUE;
      return FALSE;
    }
  g_assert ((gsize) got <= reader->size - reader->end);
  reader->end += got;
  return TRUE;
}

/* TRUE if a byte stands at @pos. */
static inline gboolean
have (InkJsonReader *reader,
      GError **error)
{
  return G_LIKELY (reader->pos < reader->end) || refill (reader, error);
}

static void
count_line (InkJsonReader *reader)
{
  reader->line++;
  reader->line_start = reader->base + reader->pos + 1;
  reader->line_extra = 0;
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
      if (!have (reader, error))
        return FALSE;
      switch (reader->data[reader->pos])
        {
        case '\n':
          if (reader->form == INK_JSON_LINES && reader->depth > 0)
            {
              fail_at (reader, reader->pos, error, _("The line ends inside a value."));
              return FALSE;
            }
          count_line (reader);
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
      if (!have (reader, error))
        {
          if (reader->state != STATE_FAILED)
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
          if (!have (reader, error))
            {
              if (reader->state != STATE_FAILED)
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
  while (have (reader, error) && accept (reader->data[reader->pos]))
    reader->pos++;
  return reader->state != STATE_FAILED;
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
    reader->state = STATE_AFTER;
  else
    reader->state = reader->form == INK_JSON_ONE ? STATE_DONE : STATE_TOP;
}

static InkJsonToken
open_container (InkJsonReader *reader,
                char kind,
                GError **error)
{
  if (reader->depth >= reader->max_depth)
    return fail_at (reader, reader->pos, error, _("This is nested too deeply to be real."));
  reader->stack[reader->depth++] = kind;
  reader->state = kind == '{' ? STATE_FIRST_KEY : STATE_FIRST_VALUE;
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
  while (have (reader, error) && strchr (" \t\r\n", reader->data[reader->pos]) != NULL
         && reader->data[reader->pos] != '\0')
    {
      if (reader->data[reader->pos] == '\n')
        {
          if (reader->form == INK_JSON_LINES)
            return fail_at (reader, reader->pos, error, _("The line ends inside a value."));
          count_line (reader);
        }
      reader->pos++;
    }
  if (reader->state == STATE_FAILED)
    return INK_JSON_ERROR;
  reader->text = reader->data + reader->token + 1;
  if (reader->pos == reader->end || reader->data[reader->pos] != ':')
    {
      reader->token = reader->pos;
      return fail_at (reader, reader->pos, error, _("A colon is expected after the name."));
    }
  reader->pos++;
  reader->state = STATE_VALUE;
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
  reader->state = in_object ? STATE_KEY : STATE_VALUE;
  return TRUE;
}

static InkJsonToken
at_end (InkJsonReader *reader,
        GError **error)
{
  if (reader->state == STATE_FAILED)
    return INK_JSON_ERROR;
  if (reader->state == STATE_DONE || reader->state == STATE_TOP)
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

static InkJsonToken
read_token (InkJsonReader *reader,
            GError **error)
{
  InkJsonToken token = INK_JSON_ERROR;

  if (!skip_space (reader, error))
    return at_end (reader, error);
  if (reader->state == STATE_AFTER)
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
    case STATE_FIRST_KEY:
      if (reader->data[reader->pos] == '}')
        return close_container (reader);
      return read_key (reader, error);
    case STATE_KEY:
      return read_key (reader, error);
    case STATE_FIRST_VALUE:
      if (reader->data[reader->pos] == ']')
        return close_container (reader);
      return read_value (reader, error);
    case STATE_DONE:
      return fail_at (reader, reader->pos, error, _("There is text after the end."));
    case STATE_VALUE:
    case STATE_TOP:
      return read_value (reader, error);
    case STATE_AFTER:
    case STATE_FAILED:
    default:
      g_assert_not_reached ();
    }
}

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
  reader->state = form == INK_JSON_ONE ? STATE_VALUE : STATE_TOP;
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
  if (reader->state == STATE_FAILED)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT, _("This is not JSON."));
      return INK_JSON_ERROR;
    }
  if (reader->base == 0 && reader->pos == 0 && reader->end == 0)
    {
      while (reader->end < 3 && refill (reader, error))
        ;
      if (reader->state == STATE_FAILED)
        return INK_JSON_ERROR;
      skip_mark (reader);
    }
  reader->text = "";
  reader->text_length = 0;
  return read_token (reader, error);
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

  if (reader->state == STATE_FIRST_KEY || reader->state == STATE_FIRST_VALUE)
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
  reader->state = STATE_TOP;
  while (at == NULL)
    {
      reader->token = reader->pos;
      if (!have (reader, error))
        return reader->state != STATE_FAILED;
      at = memchr (reader->data + reader->pos, '\n', reader->end - reader->pos);
      reader->pos = at != NULL ? (gsize) (at - reader->data) : reader->end;
    }
  count_line (reader);
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
