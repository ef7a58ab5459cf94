/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For ink-json-reader.c and ink-json-reader-tokens.c only. */
#pragma once

#include "base/ink-json-reader.h"

G_BEGIN_DECLS

/* What may come next. */
typedef enum
{
  INK_JSON_STATE_VALUE,        /* a value, here or at the top */
  INK_JSON_STATE_FIRST_VALUE,  /* a value or the end of a just opened array */
  INK_JSON_STATE_FIRST_KEY,    /* a key or the end of a just opened object */
  INK_JSON_STATE_KEY,          /* a key, after a comma */
  INK_JSON_STATE_AFTER,        /* a comma or the end of the container */
  INK_JSON_STATE_TOP,          /* between values of the top level */
  INK_JSON_STATE_DONE,
  INK_JSON_STATE_FAILED,
} InkJsonState;

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

  InkJsonState state;
  guint depth;
  guint max_depth;
  gsize max_token;
  char stack[INK_JSON_MAX_DEPTH]; /* '{' or '[' */
};

/* Gets more bytes behind @end. FALSE at the end of the data, or with @error. */
gboolean     _ink_json_reader_refill (InkJsonReader *reader, GError **error);
/* Reads the next token; what is held behind a number has been put back. */
InkJsonToken _ink_json_reader_read   (InkJsonReader *reader, GError **error);

/* TRUE if a byte stands at @pos. */
static inline gboolean
_ink_json_reader_have (InkJsonReader *reader,
                       GError **error)
{
  return G_LIKELY (reader->pos < reader->end) || _ink_json_reader_refill (reader, error);
}

static inline void
_ink_json_reader_count_line (InkJsonReader *reader)
{
  reader->line++;
  reader->line_start = reader->base + reader->pos + 1;
  reader->line_extra = 0;
}

G_END_DECLS
