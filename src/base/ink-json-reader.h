/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Strict JSON as a stream of tokens: bounded, exact in numbers, with line and column. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InkJsonToken:
 * @INK_JSON_ERROR: not JSON, or it could not be read; `error` is set
 * @INK_JSON_END: nothing comes any more
 * @INK_JSON_KEY: the name of a member; its value comes next
 * @INK_JSON_NUMBER: ink_json_reader_get_text() gives it exactly as it is written
 */
typedef enum
{
  INK_JSON_ERROR,
  INK_JSON_END,
  INK_JSON_OBJECT,
  INK_JSON_OBJECT_END,
  INK_JSON_ARRAY,
  INK_JSON_ARRAY_END,
  INK_JSON_KEY,
  INK_JSON_TEXT,
  INK_JSON_NUMBER,
  INK_JSON_TRUE,
  INK_JSON_FALSE,
  INK_JSON_NULL,
} InkJsonToken;

/**
 * InkJsonForm:
 * @INK_JSON_ONE: one value; text after its end is an error
 * @INK_JSON_MANY: values one after the other, with or without space between them
 * @INK_JSON_LINES: a value a line; a line that ends inside a value is an error, so that damage
 *   never spreads beyond its line
 */
typedef enum
{
  INK_JSON_ONE,
  INK_JSON_MANY,
  INK_JSON_LINES,
} InkJsonForm;

#define INK_JSON_MAX_DEPTH 256
#define INK_JSON_MAX_TOKEN (16 * 1024 * 1024)

/* Puts up to @size bytes into @buffer: how many there were, 0 at the end, -1 with @error. */
typedef gssize (*InkJsonFillFunc) (gpointer data, char *buffer, gsize size, GError **error);

typedef struct _InkJsonReader InkJsonReader;

InkJsonReader *ink_json_reader_new      (InkJsonForm form, InkJsonFillFunc fill, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
InkJsonReader *ink_json_reader_new_text (InkJsonForm form, const char *text, gssize length)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_json_reader_free     (InkJsonReader *reader);
void           ink_json_reader_set_limits (InkJsonReader *reader, guint max_depth,
                                           gsize max_token);

InkJsonToken   ink_json_reader_next      (InkJsonReader *reader, GError **error);
gboolean       ink_json_reader_skip      (InkJsonReader *reader, GError **error);
gboolean       ink_json_reader_skip_line (InkJsonReader *reader, GError **error);

/* Of the token that was read last; the text lives until the next call. */
const char    *ink_json_reader_get_text   (const InkJsonReader *reader, gsize *length);
guint64        ink_json_reader_get_line   (const InkJsonReader *reader);
guint64        ink_json_reader_get_column (const InkJsonReader *reader);
guint64        ink_json_reader_get_offset (const InkJsonReader *reader);
guint          ink_json_reader_get_depth  (const InkJsonReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkJsonReader, ink_json_reader_free)

G_END_DECLS
