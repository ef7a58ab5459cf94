/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An answer's tables as text and back: the last numbers that a project keeps.
 *
 * [[table, [[column, title, format] …], [cell …]] …]; a format of -1 is text, cells stand row by
 * row, null is a missing one. A project may come from anywhere: the text is read as if it did. */
#include "config.h"

#include "analysis/ink-answer.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

#include "base/ink-error.h"
#include "base/ink-json-reader.h"
#include "base/ink-numbers.h"

#define TEXT_FORMAT -1
#define MAX_DEPTH 4
#define MAX_TABLES 16
#define MAX_COLUMNS 256
#define MAX_CELLS 200000

/* ---- Writing ---- */

static void
write_text (JsonBuilder *json,
            const char *text)
{
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

static void
write_columns (JsonBuilder *json,
               const InkTable *table)
{
  json_builder_begin_array (json);
  for (guint i = 0; i < ink_table_get_n_columns (table); i++)
    {
      json_builder_begin_array (json);
      write_text (json, ink_table_get_name (table, i));
      write_text (json, ink_table_get_title (table, i));
      json_builder_add_int_value (json, ink_table_is_text (table, i)
                                            ? TEXT_FORMAT
                                            : (int) ink_table_get_format (table, i));
      json_builder_end_array (json);
    }
  json_builder_end_array (json);
}

static void
write_cell (JsonBuilder *json,
            const InkTable *table,
            guint column,
            guint row)
{
  double number;

  if (ink_table_is_text (table, column))
    {
      write_text (json, ink_table_get_text (table, column, row));
      return;
    }
  number = ink_table_get_number (table, column, row);
  if (isfinite (number))
    json_builder_add_double_value (json, number);
  else
    json_builder_add_null_value (json);
}

static void
write_table (JsonBuilder *json,
             const char *name,
             const InkTable *table)
{
  json_builder_begin_array (json);
  write_text (json, name);
  write_columns (json, table);
  json_builder_begin_array (json);
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    for (guint column = 0; column < ink_table_get_n_columns (table); column++)
      write_cell (json, table, column, row);
  json_builder_end_array (json);
  json_builder_end_array (json);
}

char *
ink_answer_to_json (const InkAnswer *answer)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  JsonNode *root;
  char *text;

  g_return_val_if_fail (answer != NULL, NULL);

  json_builder_begin_array (json);
  for (guint i = 0; i < ink_answer_get_n_tables (answer); i++)
    {
      const char *name = ink_answer_get_table_name (answer, i);

      write_table (json, name, ink_answer_get_table (answer, name));
    }
  json_builder_end_array (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  json_node_unref (root);

  return text;
}

/* ---- Reading ---- */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                       _ ("The last numbers cannot be read. They are counted anew."));

  return FALSE;
}

/* What is not JSON at all is refused in the same words. */
static InkJsonToken
next (InkJsonReader *reader)
{
  return ink_json_reader_next (reader, NULL);
}

static gboolean
read_string (InkJsonReader *reader,
             char **text)
{
  if (next (reader) != INK_JSON_TEXT)
    return FALSE;
  g_free (*text);
  *text = g_strdup (ink_json_reader_get_text (reader, NULL));

  return TRUE;
}

static gboolean
read_number (InkJsonReader *reader,
             double *number)
{
  const char *text = ink_json_reader_get_text (reader, NULL);

  *number = g_ascii_strtod (text, NULL);

  return isfinite (*number);
}

/* After its opening bracket. */
static gboolean
read_column (InkJsonReader *reader,
             InkTableBuilder *builder,
             GArray *are_texts)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gboolean is_text;
  double format;

  if (are_texts->len == MAX_COLUMNS || !read_string (reader, &name) || !read_string (reader, &title)
      || next (reader) != INK_JSON_NUMBER || !read_number (reader, &format)
      || format < TEXT_FORMAT || format > INK_FORMAT_RATIO || format != floor (format)
      || next (reader) != INK_JSON_ARRAY_END)
    return FALSE;
  is_text = format < 0;
  if (is_text)
    ink_table_builder_add_text (builder, name, title);
  else
    ink_table_builder_add_number (builder, name, title, (InkFormat) format);
  g_array_append_val (are_texts, is_text);

  return TRUE;
}

static gboolean
read_columns (InkJsonReader *reader,
              InkTableBuilder *builder,
              GArray *are_texts)
{
  InkJsonToken token;

  if (next (reader) != INK_JSON_ARRAY)
    return FALSE;
  while ((token = next (reader)) == INK_JSON_ARRAY)
    if (!read_column (reader, builder, are_texts))
      return FALSE;

  return token == INK_JSON_ARRAY_END && are_texts->len > 0;
}

static gboolean
read_cell (InkJsonReader *reader,
           InkJsonToken token,
           gboolean is_text,
           InkTableBuilder *builder)
{
  double number = NAN;

  if (token != INK_JSON_NULL && token != (is_text ? INK_JSON_TEXT : INK_JSON_NUMBER))
    return FALSE;
  if (is_text)
    {
      ink_table_builder_text (builder, token == INK_JSON_NULL
                                           ? NULL
                                           : ink_json_reader_get_text (reader, NULL));
      return TRUE;
    }
  if (token == INK_JSON_NUMBER && !read_number (reader, &number))
    return FALSE;
  ink_table_builder_number (builder, number);

  return TRUE;
}

/* Whole rows; a row that was begun is filled up, so that the builder can end. */
static gboolean
read_cells (InkJsonReader *reader,
            InkTableBuilder *builder,
            GArray *are_texts)
{
  gboolean sound = next (reader) == INK_JSON_ARRAY, ended = FALSE;
  guint n = 0;

  while (sound && !ended)
    {
      InkJsonToken token = next (reader);

      ended = token == INK_JSON_ARRAY_END;
      if (ended)
        break;
      sound = n < MAX_CELLS
              && read_cell (reader, token, g_array_index (are_texts, gboolean, n % are_texts->len),
                            builder);
      n += sound;
    }
  sound = sound && n % are_texts->len == 0;
  for (; n % are_texts->len != 0; n++)
    if (g_array_index (are_texts, gboolean, n % are_texts->len))
      ink_table_builder_text (builder, NULL);
    else
      ink_table_builder_number (builder, NAN);

  return sound;
}

/* After its opening bracket. */
static gboolean
read_table (InkJsonReader *reader,
            InkAnswer *answer)
{
  g_autoptr (GArray) are_texts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  g_autofree char *name = NULL;
  gboolean sound;

  sound = read_string (reader, &name) && read_columns (reader, builder, are_texts)
          && read_cells (reader, builder, are_texts) && next (reader) == INK_JSON_ARRAY_END;
  if (are_texts->len == 0)
    ink_table_builder_add_text (builder, "", NULL);
  table = ink_table_builder_end (builder);
  if (sound && ink_answer_get_n_tables (answer) < MAX_TABLES)
    {
      ink_answer_add_table (answer, name, g_steal_pointer (&table));
      return TRUE;
    }

  return FALSE;
}

InkAnswer *
ink_answer_from_json (const char *json,
                      GError **error)
{
  g_autoptr (InkJsonReader) reader = NULL;
  g_autoptr (InkAnswer) answer = ink_answer_new ();
  InkJsonToken token;
  gboolean sound;

  g_return_val_if_fail (json != NULL, NULL);

  reader = ink_json_reader_new_text (INK_JSON_ONE, json, -1);
  ink_json_reader_set_limits (reader, MAX_DEPTH, INK_JSON_MAX_TOKEN);
  sound = next (reader) == INK_JSON_ARRAY;
  token = sound ? next (reader) : INK_JSON_ERROR;
  for (; sound && token == INK_JSON_ARRAY; token = sound ? next (reader) : INK_JSON_ERROR)
    sound = read_table (reader, answer);
  if (token != INK_JSON_ARRAY_END || next (reader) != INK_JSON_END
      || ink_answer_get_n_tables (answer) == 0)
    {
      refuse (error);
      return NULL;
    }

  return g_steal_pointer (&answer);
}
