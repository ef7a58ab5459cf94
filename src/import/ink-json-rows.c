/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON of whatever arrangement as rows of cells. */

#include "config.h"

#include "import/ink-json-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "base/ink-json-reader.h"
#include "import/ink-json-arrangement.h"

typedef struct
{
  InkJsonReader *json;
  InkImportSink *sink;
  const char *file; /* for messages */
  GArray *cells;    /* while a row is read, cell.text is an offset in @texts */
  GString *texts;
  GString *path;
  gboolean stopped;
  gboolean lists; /* the row has lists that are left out */
} Rows;

static void
clear_rows (Rows *rows)
{
  ink_json_reader_free (rows->json);
  g_array_unref (rows->cells);
  g_string_free (rows->texts, TRUE);
  g_string_free (rows->path, TRUE);
}

static void
init_rows (Rows *rows,
           InkJsonReader *json,
           InkImportSink *sink,
           const char *file)
{
  *rows = (Rows){ .json = json, .sink = sink, .file = file };
  rows->cells = g_array_new (FALSE, TRUE, sizeof (InkCell));
  rows->texts = g_string_new (NULL);
  rows->path = g_string_new (NULL);
}

static void
put_cell (Rows *rows,
          InkCellKind kind,
          const char *text,
          gsize length)
{
  guint column = ink_import_sink_column (rows->sink, rows->path->str, rows->path->len);
  InkCell *cell;

  if (column == G_MAXUINT)
    return;
  if (column >= rows->cells->len)
    g_array_set_size (rows->cells, column + 1);
  cell = &g_array_index (rows->cells, InkCell, column);
  cell->text = (const char *) GSIZE_TO_POINTER (rows->texts->len);
  cell->length = (guint32) length;
  cell->kind = length > 0 ? kind : INK_CELL_EMPTY;
  g_string_append_len (rows->texts, text, (gssize) length);
}

static void
put_scalar (Rows *rows,
            InkJsonToken token)
{
  gsize length;
  const char *text = ink_json_reader_get_text (rows->json, &length);

  if (token == INK_JSON_TEXT)
    put_cell (rows, INK_CELL_TEXT, text, length);
  else if (token == INK_JSON_NUMBER)
    put_cell (rows, INK_CELL_NUMBER, text, length);
  else if (token == INK_JSON_TRUE)
    put_cell (rows, INK_CELL_TRUE, "true", 4);
  else if (token == INK_JSON_FALSE)
    put_cell (rows, INK_CELL_FALSE, "false", 5);
}

static gboolean read_value (Rows *rows, InkJsonToken token, GError **error);

/* The members of the object that was just opened, under @path. */
static gboolean
read_members (Rows *rows,
              GError **error)
{
  gsize before = rows->path->len;
  InkJsonToken token;

  while ((token = ink_json_reader_next (rows->json, error)) == INK_JSON_KEY)
    {
      gsize length;
      const char *key = ink_json_reader_get_text (rows->json, &length);

      if (before > 0)
        g_string_append_c (rows->path, '.');
      g_string_append_len (rows->path, key, (gssize) length);
      if (!read_value (rows, ink_json_reader_next (rows->json, error), error))
        return FALSE;
      g_string_truncate (rows->path, before);
    }
  return token == INK_JSON_OBJECT_END;
}

/* The value of {"key": …, "value": {"string_value": …}}: the one that is there, under the path. A
 * whole number that BigQuery writes as a text is a number all the same. */
static gboolean
read_param_value (Rows *rows,
                  GError **error)
{
  InkJsonToken token;

  while ((token = ink_json_reader_next (rows->json, error)) == INK_JSON_KEY)
    {
      gboolean text = strcmp (ink_json_reader_get_text (rows->json, NULL), "string_value") == 0;
      gboolean stamp
          = strcmp (ink_json_reader_get_text (rows->json, NULL), "set_timestamp_micros") == 0;
      gsize length;
      const char *value;

      token = ink_json_reader_next (rows->json, error);
      if (token == INK_JSON_ERROR)
        return FALSE;
      if (token == INK_JSON_OBJECT || token == INK_JSON_ARRAY)
        {
          if (!ink_json_reader_skip (rows->json, error))
            return FALSE;
          continue;
        }
      value = ink_json_reader_get_text (rows->json, &length);
      if (stamp || token == INK_JSON_NULL)
        continue;
      if (!text && (token == INK_JSON_TEXT || token == INK_JSON_NUMBER))
        put_cell (rows, INK_CELL_NUMBER, value, length);
      else
        put_scalar (rows, token);
    }
  return token == INK_JSON_OBJECT_END;
}

/* One object of a list: {"key", "value"} gives a cell, all else is left out. */
static gboolean
read_list_object (Rows *rows,
                  GError **error)
{
  gsize before = rows->path->len;
  gboolean keyed = FALSE;
  InkJsonToken token;

  while ((token = ink_json_reader_next (rows->json, error)) == INK_JSON_KEY)
    {
      const char *name = ink_json_reader_get_text (rows->json, NULL);
      gboolean is_key = strcmp (name, "key") == 0;
      gboolean is_value = strcmp (name, "value") == 0;
      gsize length;

      token = ink_json_reader_next (rows->json, error);
      if (token == INK_JSON_ERROR)
        return FALSE;
      if (is_key && token == INK_JSON_TEXT && !keyed)
        {
          const char *key = ink_json_reader_get_text (rows->json, &length);

          g_string_append_c (rows->path, '.');
          g_string_append_len (rows->path, key, (gssize) length);
          keyed = TRUE;
        }
      else if (is_value && keyed && token == INK_JSON_OBJECT)
        {
          if (!read_param_value (rows, error))
            return FALSE;
        }
      else if (is_value && keyed && token != INK_JSON_ARRAY)
        put_scalar (rows, token);
      else
        {
          rows->lists = rows->lists || !keyed;
          if ((token == INK_JSON_OBJECT || token == INK_JSON_ARRAY)
              && !ink_json_reader_skip (rows->json, error))
            return FALSE;
        }
    }
  g_string_truncate (rows->path, before);
  return token == INK_JSON_OBJECT_END;
}

/* A list of texts or numbers is one text, parted by commas. */
static gboolean
read_list (Rows *rows,
           GError **error)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  InkJsonToken token;

  while ((token = ink_json_reader_next (rows->json, error)) != INK_JSON_ARRAY_END)
    {
      if (token == INK_JSON_ERROR || token == INK_JSON_END)
        return FALSE;
      if (token == INK_JSON_OBJECT)
        {
          if (!read_list_object (rows, error))
            return FALSE;
        }
      else if (token == INK_JSON_ARRAY)
        {
          rows->lists = TRUE;
          if (!ink_json_reader_skip (rows->json, error))
            return FALSE;
        }
      else if (token != INK_JSON_NULL)
        {
          if (joined->len > 0)
            g_string_append (joined, ", ");
          g_string_append (joined, ink_json_reader_get_text (rows->json, NULL));
        }
    }
  if (joined->len > 0)
    put_cell (rows, INK_CELL_TEXT, joined->str, joined->len);
  return TRUE;
}

/* Nesting is bounded by the reader's depth. */
static gboolean
read_value (Rows *rows,
            InkJsonToken token,
            GError **error)
{
  switch (token)
    {
    case INK_JSON_OBJECT:
      return read_members (rows, error);
    case INK_JSON_ARRAY:
      return read_list (rows, error);
    case INK_JSON_TEXT:
    case INK_JSON_NUMBER:
    case INK_JSON_TRUE:
    case INK_JSON_FALSE:
    case INK_JSON_NULL:
      put_scalar (rows, token);
      return TRUE;
    case INK_JSON_ERROR:
    case INK_JSON_END:
    case INK_JSON_OBJECT_END:
    case INK_JSON_ARRAY_END:
    case INK_JSON_KEY:
    default:
      return FALSE;
    }
}

static void
start_row (Rows *rows)
{
  if (rows->cells->len > 0)
    memset (rows->cells->data, 0, rows->cells->len * sizeof (InkCell));
  g_string_truncate (rows->texts, 0);
  g_string_truncate (rows->path, 0);
  rows->lists = FALSE;
}

/* The record whose first token was just read. FALSE with @error. */
static gboolean
read_record (Rows *rows,
             InkJsonToken token,
             GError **error)
{
  guint64 line = ink_json_reader_get_line (rows->json);

  if (token != INK_JSON_OBJECT)
    {
      if (token == INK_JSON_ARRAY && !ink_json_reader_skip (rows->json, error))
        return FALSE;
      ink_import_sink_reject (rows->sink, line, _("This is not an object with named values."));
      return TRUE;
    }
  start_row (rows);
  if (!read_members (rows, error))
    return FALSE;
  for (guint i = 0; i < rows->cells->len; i++)
    {
      InkCell *cell = &g_array_index (rows->cells, InkCell, i);

      if (cell->kind != INK_CELL_EMPTY)
        cell->text = rows->texts->str + GPOINTER_TO_SIZE (cell->text);
    }
  if (rows->lists)
    ink_import_sink_note (rows->sink, _("Events with lists inside, which were left out"), NULL);
  rows->stopped = !ink_import_sink_row (rows->sink, line,
                                        (InkCell *) (void *) rows->cells->data, rows->cells->len);
  return TRUE;
}

/* The reader's reason with its place, for what cannot be read on. */
static gboolean
place_error (Rows *rows,
             GError **error)
{
  if (error != NULL && *error != NULL && (*error)->domain == INK_ERROR
      && (*error)->code == INK_ERROR_FORMAT)
    g_prefix_error (error, _("%s, line %" G_GUINT64_FORMAT ", column %" G_GUINT64_FORMAT ": "),
                    rows->file, ink_json_reader_get_line (rows->json),
                    ink_json_reader_get_column (rows->json));
  return FALSE;
}

/* One value a line: what cannot be read costs its line only. */
static gboolean
read_lines (Rows *rows,
            GError **error)
{
  while (!rows->stopped)
    {
      g_autoptr (GError) local = NULL;
      InkJsonToken token = ink_json_reader_next (rows->json, &local);
      g_autofree char *reason = NULL;

      if (token == INK_JSON_END)
        break;
      if (token != INK_JSON_ERROR && read_record (rows, token, &local))
        continue;
      if (local == NULL || local->domain != INK_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      reason = g_strdup_printf (_("column %" G_GUINT64_FORMAT ": %s"),
                                ink_json_reader_get_column (rows->json), local->message);
      ink_import_sink_reject (rows->sink, ink_json_reader_get_line (rows->json), reason);
      if (!ink_json_reader_skip_line (rows->json, error))
        return FALSE;
    }
  return TRUE;
}

/* Records up to @last. */
static gboolean
read_until (Rows *rows,
            InkJsonToken last,
            GError **error)
{
  InkJsonToken token;

  while (!rows->stopped && (token = ink_json_reader_next (rows->json, error)) != last)
    if (token == INK_JSON_ERROR || !read_record (rows, token, error))
      return place_error (rows, error);
  return TRUE;
}

static gboolean
read_wrapped (Rows *rows,
              GError **error)
{
  InkJsonToken token = ink_json_reader_next (rows->json, error);

  while (!rows->stopped && token != INK_JSON_ERROR
         && (token = ink_json_reader_next (rows->json, error)) == INK_JSON_KEY)
    {
      gboolean wrapper
          = ink_json_arrangement_is_wrapper (ink_json_reader_get_text (rows->json, NULL));

      token = ink_json_reader_next (rows->json, error);
      if (token == INK_JSON_ARRAY && wrapper)
        {
          if (!read_until (rows, INK_JSON_ARRAY_END, error))
            return FALSE;
        }
      else if ((token == INK_JSON_ARRAY || token == INK_JSON_OBJECT)
               && !ink_json_reader_skip (rows->json, error))
        return place_error (rows, error);
    }
  return token != INK_JSON_ERROR || place_error (rows, error);
}

static gboolean
read_all (Rows *rows,
          InkJsonArrangement arrangement,
          GError **error)
{
  switch (arrangement)
    {
    case INK_JSON_ARRANGEMENT_LINES:
      return read_lines (rows, error);
    case INK_JSON_ARRANGEMENT_ARRAY:
      if (ink_json_reader_next (rows->json, error) == INK_JSON_ERROR)
        return place_error (rows, error);
      return read_until (rows, INK_JSON_ARRAY_END, error)
             && (rows->stopped || ink_json_reader_next (rows->json, error) == INK_JSON_END
                 || place_error (rows, error));
    case INK_JSON_ARRANGEMENT_WRAPPED:
      return read_wrapped (rows, error);
    case INK_JSON_ARRANGEMENT_MANY:
    default:
      return read_until (rows, INK_JSON_END, error);
    }
}

static gssize
fill_cb (gpointer data,
         char *buffer,
         gsize size,
         GError **error)
{
  /* The last few bytes of a buffer are too few for a character. */
  g_assert (size >= 64);
  return ink_import_input_read (data, buffer, size, error);
}

gboolean
ink_json_rows_read (InkImportInput *input,
                    InkImportSink *sink,
                    GError **error)
{
  InkImportHead head;
  InkJsonArrangement arrangement;
  InkJsonForm form;
  Rows rows;
  gboolean done;

  g_return_val_if_fail (input != NULL && sink != NULL, FALSE);

  if (!ink_import_input_get_head (input, &head, error))
    return FALSE;
  arrangement = ink_json_arrangement_find (&head);
  form = ink_json_arrangement_get_form (arrangement);
  init_rows (&rows, ink_json_reader_new (form, fill_cb, input), sink,
             ink_import_input_get_name (input));
  done = read_all (&rows, arrangement, error);
  clear_rows (&rows);
  return done;
}

InkImportSample *
ink_json_rows_sample (const InkImportHead *head)
{
  g_autoptr (InkImportSample) sample = NULL;
  g_autoptr (InkImportSink) sink = NULL;
  InkJsonArrangement arrangement;
  InkJsonForm form;
  const char *p;
  Rows rows;

  g_return_val_if_fail (head != NULL, NULL);

  for (p = head->text; g_ascii_isspace (*p); p++)
    ;
  if (*p != '{' && *p != '[')
    return NULL;
  sample = ink_import_sample_new ();
  sink = ink_import_sink_new_sample (sample);
  arrangement = ink_json_arrangement_find (head);
  form = ink_json_arrangement_get_form (arrangement);
  init_rows (&rows, ink_json_reader_new_text (form, head->text, (gssize) head->length), sink, "");
  /* The head may end within a record: what stands before is enough. */
  read_all (&rows, arrangement, NULL);
  clear_rows (&rows);
  return sample->rows->len > 0 ? g_steal_pointer (&sample) : NULL;
}

static gboolean
has_column (const InkImportSample *sample,
            const char *name)
{
  gsize length = strlen (name);
  gboolean start = length > 0 && name[length - 1] == '*';

  for (guint i = 0; i < sample->columns->len; i++)
    {
      const char *column = g_ptr_array_index (sample->columns, i);

      if (start ? strncmp (column, name, length - 1) == 0 : strcmp (column, name) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
ink_json_rows_has (const InkImportSample *sample,
                   ...)
{
  gboolean all = TRUE;
  const char *name;
  va_list names;

  g_return_val_if_fail (sample != NULL, FALSE);

  va_start (names, sample);
  while ((name = va_arg (names, const char *)) != NULL)
    all = all && has_column (sample, name);
  va_end (names);
  return all;
}
