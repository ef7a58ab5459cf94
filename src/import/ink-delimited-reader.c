/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the rows of a delimited file.
 *
 * Up to the next quote the delimiters and line ends are found sixteen bytes at a time; a record with
 * a quote in it goes through ink_record_read(). The text stays where it was read, in one of several
 * buffers, while the rows are worked on. */

#include "config.h"

#include "import/ink-delimited-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/ink-error.h"

#define BLOCK_SIZE (256 * 1024)
#define MAX_RECORD (16 * 1024 * 1024)
#define N_BUFFERS 3
/* Vectors are read past the end of the text. */
#define SLACK 64

typedef struct
{
  char *text;
  gsize size;
  guint64 ticket; /* of the rows in it that were sent last */
} Buffer;

typedef struct
{
  InkImportInput *input;
  InkImportSink *sink;
  InkDialect dialect;
  Buffer buffers[N_BUFFERS];
  guint current;
  char *buffer; /* the text of the current one */
  gsize pos;
  gsize end;
  gboolean at_end;
  gboolean stopped; /* the sink has enough */
  guint64 line;     /* of the record at @pos */
  guint skip;       /* records still before the header */
  gboolean header;  /* the header is still to come */
  guint n_columns;
  guint *columns;     /* of the sink, by field; NULL: the same numbers */
  GArray *cells;      /* of the current record */
  GArray *arranged;   /* by column, where @columns is used */
  GArray *unwrapped;
} Reader;

static void
clear_reader (Reader *reader)
{
  ink_import_sink_wait (reader->sink, ink_import_sink_send (reader->sink));
  ink_import_sink_set_lasting (reader->sink, FALSE);
  for (guint i = 0; i < N_BUFFERS; i++)
    g_free (reader->buffers[i].text);
  g_free (reader->columns);
  g_clear_pointer (&reader->cells, g_array_unref);
  g_clear_pointer (&reader->arranged, g_array_unref);
  g_clear_pointer (&reader->unwrapped, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, clear_reader)

/* The unread rest moves to the next buffer, which is free when its rows are written. */
static void
next_buffer (Reader *reader)
{
  gsize rest = reader->end - reader->pos;
  gsize size = rest + BLOCK_SIZE;
  Buffer *next;

  reader->buffers[reader->current].ticket = ink_import_sink_send (reader->sink);
  reader->current = (reader->current + 1) % N_BUFFERS;
  next = &reader->buffers[reader->current];
  ink_import_sink_wait (reader->sink, next->ticket);
  if (next->size < size)
    {
      g_free (next->text);
      next->size = size + BLOCK_SIZE;
      next->text = g_malloc0 (next->size + SLACK);
    }
  if (rest > 0)
    memcpy (next->text, reader->buffer + reader->pos, rest);
  reader->buffer = next->text;
  reader->end = rest;
  reader->pos = 0;
}

static gboolean
fill (Reader *reader,
      GError **error)
{
  gssize n;

  if (reader->end - reader->pos > MAX_RECORD)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                   _("%s has a line of more than 16 MiB (line %" G_GUINT64_FORMAT
                     "): it is not a table of text."),
                   ink_import_input_get_name (reader->input), reader->line);
      return FALSE;
    }
  next_buffer (reader);
  n = ink_import_input_read (reader->input, reader->buffer + reader->end,
                             reader->buffers[reader->current].size - reader->end, error);
  if (n < 0)
    return FALSE;
  reader->at_end = n == 0;
  reader->end += (gsize) n;
  return TRUE;
}

static char *
make_name (const InkCell *cell,
           guint number)
{
  const char *text = cell->text;
  guint32 length = cell->length;
  g_autofree char *name = NULL;

  if (cell->kind == INK_CELL_EMPTY)
    return g_strdup_printf ("column_%u", number);
  ink_cell_unguard (&text, &length);
  name = g_strndup (text, length);
  g_strstrip (name);
  for (char *p = name; *p != '\0'; p++)
    if ((guint8) *p < ' ')
      *p = ' ';
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup_printf ("column_%u", number);
}

/* "name" twice becomes "name" and "name_2". */
static char *
make_unique (GHashTable *taken,
             char *name)
{
  char *unique = name;

  for (guint n = 2; g_hash_table_contains (taken, unique); n++)
    {
      if (unique != name)
        g_free (unique);
      unique = g_strdup_printf ("%s_%u", name, n);
    }
  if (unique != name)
    g_free (name);
  g_hash_table_add (taken, g_strdup (unique));
  return unique;
}

static void
take_header (Reader *reader,
             const InkCell *cells,
             guint n,
             gboolean names)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const InkCell none = { "", 0, INK_CELL_EMPTY };
  gboolean same = TRUE;

  reader->header = FALSE;
  reader->n_columns = n;
  reader->columns = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = make_unique (taken, make_name (names ? &cells[i] : &none, i + 1));

      reader->columns[i] = ink_import_sink_column (reader->sink, name, strlen (name));
      same = same && reader->columns[i] == i;
    }
  if (same)
    g_clear_pointer (&reader->columns, g_free);
}

static gboolean
cell_starts (const InkCell *cell,
             const char *word)
{
  return cell->length >= strlen (word)
         && g_ascii_strncasecmp (cell->text, word, strlen (word)) == 0;
}

/* Totals and copyright lines under a report. */
static gboolean
is_footer (const InkCell *cells,
           guint n)
{
  static const char *const words[] = { "total", "totals", "grand total" };
  const InkCell *cell = NULL;

  for (guint i = 0; i < n && cell == NULL; i++)
    if (cells[i].kind != INK_CELL_EMPTY)
      cell = &cells[i];
  if (cell == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (cell->length == strlen (words[i]) && cell_starts (cell, words[i]))
      return TRUE;
  return cell_starts (cell, "total:") || cell_starts (cell, "copyright")
         || cell_starts (cell, "\xc2\xa9") || cell_starts (cell, "Generated By:");
}

static gboolean
give_row (Reader *reader,
          guint64 line,
          InkCell *cells,
          guint n)
{
  guint widest = 0;

  if (reader->columns == NULL)
    return ink_import_sink_row (reader->sink, line, cells, n);

  for (guint i = 0; i < reader->n_columns; i++)
    if (reader->columns[i] != G_MAXUINT)
      widest = MAX (widest, reader->columns[i] + 1);
  g_array_set_size (reader->arranged, 0);
  g_array_set_size (reader->arranged, widest);
  if (widest > 0)
    memset (reader->arranged->data, 0, sizeof (InkCell) * widest);
  for (guint i = 0; i < n; i++)
    if (reader->columns[i] != G_MAXUINT)
      g_array_index (reader->arranged, InkCell, reader->columns[i]) = cells[i];
  return ink_import_sink_row (reader->sink, line,
                              (InkCell *) (void *) reader->arranged->data, widest);
}

static void
note_line (Reader *reader,
           const char *finding,
           guint64 line)
{
  g_autofree char *example = g_strdup_printf (_("line %" G_GUINT64_FORMAT), line);

  ink_import_sink_note (reader->sink, finding, example);
}

/* A row that is one field, whose text is a whole row: some tool quoted the line a second time. */
static gboolean
unwrap (Reader *reader,
        InkCell *cell)
{
  /* The text lies in our own buffer. */
  char *text = (char *) cell->text;

  if (cell->kind == INK_CELL_EMPTY
      || memchr (text, reader->dialect.delimiter, cell->length) == NULL)
    return FALSE;
  g_array_set_size (reader->unwrapped, 0);
  ink_record_read (&reader->dialect, text, text + cell->length, FALSE, reader->unwrapped);
  return reader->unwrapped->len == reader->n_columns;
}

/* A row whose fields are not as many as the columns. */
static gboolean
give_odd_row (Reader *reader,
              guint64 line,
              InkCell *cells,
              guint n)
{
  if (n == 1 && cells[0].kind == INK_CELL_EMPTY)
    return TRUE;
  if (n == 1 && unwrap (reader, &cells[0]))
    {
      note_line (reader, _("Lines that were quoted a second time were unwrapped"), line);
      return give_row (reader, line, (InkCell *) (void *) reader->unwrapped->data,
                       reader->unwrapped->len);
    }
  if (is_footer (cells, n))
    return TRUE;
  for (; n > reader->n_columns && cells[n - 1].kind == INK_CELL_EMPTY; n--)
    ;
  if (n < reader->n_columns)
    note_line (reader, _("Rows with fewer fields than the header"), line);
  else if (n > reader->n_columns)
    note_line (reader, _("Rows with more fields than the header; the last ones were left out"),
               line);
  return give_row (reader, line, cells, MIN (n, reader->n_columns));
}

/* A record that is whole. FALSE: the sink has enough. */
static gboolean
take_record (Reader *reader,
             guint64 line,
             InkCell *cells,
             guint n)
{
  if (G_UNLIKELY (reader->skip > 0))
    {
      reader->skip--;
      return TRUE;
    }
  if (G_UNLIKELY (reader->header))
    {
      if (n == 1 && cells[0].kind == INK_CELL_EMPTY)
        return TRUE;
      take_header (reader, cells, n, reader->dialect.has_header);
      if (reader->dialect.has_header)
        return TRUE;
    }
  if (G_UNLIKELY (n != reader->n_columns || n == 1))
    return give_odd_row (reader, line, cells, n);
  if (G_UNLIKELY ((cells[0].length == 5 || cells[0].length == 6 || cells[0].length == 11)
                  && is_footer (cells, 1) && cells[0].kind != INK_CELL_EMPTY))
    return TRUE;
  return give_row (reader, line, cells, n);
}

/* Among 64 bytes, as bits. */
typedef struct
{
  guint64 all;  /* delimiters and line ends */
  guint64 ends; /* line ends */
} Marks;

static inline Marks
find_marks (const char *p,
            char delimiter,
            char line_end)
{
  Marks marks = { 0, 0 };

#ifdef __SSE2__
  const __m128i d = _mm_set1_epi8 (delimiter);
  const __m128i e = _mm_set1_epi8 (line_end);

  for (int i = 0; i < 4; i++)
    {
      __m128i v = _mm_loadu_si128 ((const __m128i *) (const void *) (p + 16 * i));
      __m128i end = _mm_cmpeq_epi8 (v, e);
      __m128i any = _mm_or_si128 (_mm_cmpeq_epi8 (v, d), end);

      marks.all |= (guint64) (guint32) _mm_movemask_epi8 (any) << (16 * i);
      marks.ends |= (guint64) (guint32) _mm_movemask_epi8 (end) << (16 * i);
    }
#else
  for (int i = 0; i < 64; i++)
    {
      marks.all |= (guint64) (p[i] == delimiter || p[i] == line_end) << i;
      marks.ends |= (guint64) (p[i] == line_end) << i;
    }
#endif
  return marks;
}

/* The row that is being read: its cells so far, and where the next one starts. */
typedef struct
{
  const char *start;
  InkCell *cells;
  guint n;
  guint room;
} FastRow;

static void
make_room (Reader *reader,
           FastRow *row)
{
  g_array_set_size (reader->cells, reader->cells->len * 2);
  row->cells = (InkCell *) (void *) reader->cells->data;
  row->room = reader->cells->len;
}

static inline void
end_field (Reader *reader,
           FastRow *row,
           const char *end)
{
  gsize length = (gsize) (end - row->start);

  if (G_UNLIKELY (row->n == row->room))
    make_room (reader, row);
  row->cells[row->n++] = (InkCell){ row->start, (guint32) length,
                                    length > 0 ? INK_CELL_TEXT : INK_CELL_EMPTY };
  row->start = end + 1;
}

/* At a line end: the record goes to the sink. */
static inline gboolean
end_row (Reader *reader,
         FastRow *row)
{
  InkCell *last = &row->cells[row->n - 1];
  gboolean more;

  if (last->length > 0 && last->text[last->length - 1] == '\r' && --last->length == 0)
    last->kind = INK_CELL_EMPTY;
  if (G_UNLIKELY (reader->dialect.blanks))
    row->n = ink_record_pack (row->cells, row->n);
  more = take_record (reader, reader->line, row->cells, row->n);
  reader->line++;
  row->n = 0;
  reader->pos = (gsize) (row->start - reader->buffer);
  return more;
}

/* Whole records of [pos, limit), in which there is no quote; @pos ends behind the last. */
static gboolean
read_plain (Reader *reader,
            gsize limit)
{
  FastRow row = { reader->buffer + reader->pos, (InkCell *) (void *) reader->cells->data, 0,
                  reader->cells->len };
  const char *end = reader->buffer + limit;

  for (const char *p = row.start; p < end; p += 64)
    {
      Marks marks = find_marks (p, reader->dialect.delimiter, reader->dialect.line_end);

      if (end - p < 64)
        marks.all &= ((guint64) 1 << (end - p)) - 1;
      for (; marks.all != 0; marks.all &= marks.all - 1)
        {
          int bit = __builtin_ctzll (marks.all);

          end_field (reader, &row, p + bit);
          if ((marks.ends >> bit & 1) != 0 && !end_row (reader, &row))
            return FALSE;
        }
    }
  return TRUE;
}

/* The record at @pos, with quotes. FALSE: more bytes are needed, or enough. */
static gboolean
read_quoted (Reader *reader,
             gboolean *enough)
{
  char *text = reader->buffer + reader->pos;
  char *next;
  guint64 line = reader->line;
  guint n;

  g_array_set_size (reader->cells, 0);
  /* Counted before unescaping moves the text. */
  next = ink_record_read (&reader->dialect, text, reader->buffer + reader->end, !reader->at_end,
                          reader->cells);
  n = reader->cells->len;
  if (next == NULL)
    {
      g_array_set_size (reader->cells, MAX (64, n));
      return FALSE;
    }
  for (const InkCell *cell = (const InkCell *) (const void *) reader->cells->data;
       cell < (const InkCell *) (const void *) reader->cells->data + n; cell++)
    for (const char *p = cell->text, *end = p + cell->length;
         (p = memchr (p, reader->dialect.line_end, (gsize) (end - p))) != NULL; p++)
      reader->line++;
  reader->line++;
  reader->pos = (gsize) (next - reader->buffer);
  *enough = !take_record (reader, line, (InkCell *) (void *) reader->cells->data, n);
  g_array_set_size (reader->cells, MAX (64, n));
  return !*enough;
}

/* What of the buffer is whole. FALSE: the sink has enough. */
static gboolean
read_buffer (Reader *reader)
{
  gboolean enough = FALSE;

  while (reader->pos < reader->end)
    {
      const char *from = reader->buffer + reader->pos;
      const char *quote = memchr (from, '"', reader->end - reader->pos);
      gsize limit = quote != NULL ? (gsize) (quote - reader->buffer) : reader->end;

      if (!read_plain (reader, limit))
        return FALSE;
      /* What is left has a quote, or is the last line without an end. */
      if ((quote == NULL && !reader->at_end) || reader->pos == reader->end)
        return TRUE;
      if (!read_quoted (reader, &enough))
        return !enough;
    }
  return TRUE;
}

static gboolean
start (Reader *reader,
       GError **error)
{
  InkImportHead head;

  if (!ink_import_input_get_head (reader->input, &head, error))
    return FALSE;
  ink_dialect_detect (&reader->dialect, &head);
  reader->skip = reader->dialect.skip;
  reader->header = TRUE;
  reader->line = 1;
  reader->cells = g_array_new (FALSE, TRUE, sizeof (InkCell));
  g_array_set_size (reader->cells, 64);
  reader->arranged = g_array_new (FALSE, TRUE, sizeof (InkCell));
  reader->unwrapped = g_array_new (FALSE, TRUE, sizeof (InkCell));
  return TRUE;
}

/**
 * ink_delimited_read:
 *
 * Gives every row of the part to the sink, until that has enough.
 *
 * Returns: %FALSE with @error
 */
gboolean
ink_delimited_read (InkImportInput *input,
                    InkImportSink *sink,
                    GError **error)
{
  g_auto (Reader) reader = { .input = input, .sink = sink };

  g_return_val_if_fail (input != NULL && sink != NULL, FALSE);

  if (!start (&reader, error))
    return FALSE;
  ink_import_sink_set_lasting (sink, TRUE);
  while (!reader.at_end)
    {
      if (!fill (&reader, error))
        return FALSE;
      if (!read_buffer (&reader))
        return TRUE;
    }
  return TRUE;
}
