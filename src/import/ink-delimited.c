/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Delimited text: how a file writes it, and one record at a time. */

#include "config.h"

#include "import/ink-delimited.h"

#include <string.h>

#include "import/ink-column-stats.h"

#define MAX_RECORDS 60
/* A quoted field longer than this was never meant to be one: its quote is a stray one. */
#define MAX_QUOTED (1024 * 1024)

/* Behind the closing quote of the field whose opening quote is at @p; NULL if there is none. */
static char *
find_closing (const InkDialect *dialect,
              char *p,
              char *end)
{
  p++;
  if (!dialect->backslash)
    {
      while ((p = memchr (p, '"', (gsize) (end - p))) != NULL)
        {
          if (p + 1 == end || p[1] != '"')
            return p + 1;
          p += 2;
        }
      return NULL;
    }
  for (; p < end; p++)
    {
      if (*p == '\\' && dialect->backslash && p + 1 < end)
        p++;
      else if (*p == '"')
        {
          if (p + 1 < end && p[1] == '"')
            p++;
          else
            return p + 1;
        }
    }
  return NULL;
}

static gboolean
ends_field (const InkDialect *dialect,
            const char *p,
            const char *end)
{
  return p == end || *p == dialect->delimiter || *p == dialect->line_end
         || (*p == '\r' && (p + 1 == end || p[1] == '\n'));
}

/* The content of the quoted field [from, to), quotes included, unescaped in place; what stands
 * behind the closing quote is kept as it is. */
static InkCell
unquote (const InkDialect *dialect,
         char *from,
         char *closing,
         char *to)
{
  char *in = from + 1;
  char *out = from;
  gsize length = (gsize) (closing - 1 - in);

  /* Nearly always there is nothing to unescape. */
  if (closing == to && memchr (in, '"', length) == NULL
      && (!dialect->backslash || memchr (in, '\\', length) == NULL))
    return (InkCell){ in, (guint32) length, length > 0 ? INK_CELL_TEXT : INK_CELL_EMPTY };
  for (; in < closing - 1; in++)
    {
      if (*in == '"' && in[1] == '"' && in + 1 < closing - 1)
        in++;
      else if (*in == '\\' && dialect->backslash && in + 1 < closing - 1)
        in++;
      *out++ = *in;
    }
  for (in = closing; in < to; in++)
    *out++ = *in;
  return (InkCell){ from, (guint32) (out - from), out > from ? INK_CELL_TEXT : INK_CELL_EMPTY };
}

typedef struct
{
  char *from;
  char *closing; /* NULL: not quoted */
  char *to;
} Field;

/* Finds the field at @p and what follows it; FALSE: it goes on behind @end. */
static gboolean
find_field (const InkDialect *dialect,
            char *p,
            char *end,
            gboolean more,
            Field *field)
{
  *field = (Field){ p, NULL, p };
  if (p < end && *p == '"')
    {
      field->closing = find_closing (dialect, p, end);
      if (field->closing == NULL && more && end - p < MAX_QUOTED)
        return FALSE;
      if (field->closing != NULL)
        p = field->closing;
      /* Else the quote is a stray one: the field is what stands in the line. */
    }
  while (!ends_field (dialect, p, end))
    p++;
  field->to = p;
  return p < end || !more;
}

char *
ink_record_read (const InkDialect *dialect,
                 char *text,
                 char *end,
                 gboolean more,
                 GArray *cells)
{
  g_autoptr (GArray) fields = NULL;
  char *p = text;
  Field field;

  g_return_val_if_fail (dialect != NULL && cells != NULL, NULL);

  fields = g_array_sized_new (FALSE, FALSE, sizeof (Field), dialect->n_fields + 1);
  for (;;)
    {
      if (!find_field (dialect, p, end, more, &field))
        return NULL;
      /* Whether a line end follows this one is still to be seen. */
      if (field.to < end && *field.to == '\r' && field.to + 1 == end && more)
        return NULL;
      /* Between two blanks there is nothing, but an empty text in quotes is one. */
      if (!dialect->blanks || field.closing != NULL || field.to > field.from)
        g_array_append_val (fields, field);
      p = field.to;
      if (p == end || *p != dialect->delimiter)
        break;
      p++;
    }
  if (p < end && *p == '\r' && dialect->line_end == '\n')
    p++;
  if (p < end && *p == dialect->line_end)
    p++;
  if (fields->len == 0)
    g_array_append_val (fields, field);
  for (guint i = 0; i < fields->len; i++)
    {
      InkCell cell;

      field = g_array_index (fields, Field, i);
      if (field.closing != NULL)
        cell = unquote (dialect, field.from, field.closing, field.to);
      else
        cell = (InkCell){ field.from, (guint32) (field.to - field.from),
                          field.to > field.from ? INK_CELL_TEXT : INK_CELL_EMPTY };
      g_array_append_val (cells, cell);
    }
  return p;
}

guint
ink_record_pack (InkCell *cells,
                 guint n)
{
  guint kept = 0;

  g_return_val_if_fail (cells != NULL && n > 0, 0);

  for (guint i = 0; i < n; i++)
    if (cells[i].kind != INK_CELL_EMPTY)
      cells[kept++] = cells[i];
  /* Else all are empty, and so is the first. */
  return MAX (kept, 1);
}

typedef struct
{
  guint counts[MAX_RECORDS];
  guint n;
  guint mode;
  guint of_mode;
  guint first; /* the first record that has as many fields as most */
} Trial;

static void
find_mode (Trial *trial)
{
  for (guint i = 0; i < trial->n; i++)
    {
      guint same = 0;

      for (guint k = 0; k < trial->n; k++)
        same += trial->counts[k] == trial->counts[i];
      if (trial->counts[i] > 1
          && (same > trial->of_mode || (same == trial->of_mode && trial->counts[i] > trial->mode)))
        {
          trial->mode = trial->counts[i];
          trial->of_mode = same;
          trial->first = i;
        }
    }
}

static Trial
try_dialect (const InkDialect *dialect,
             const InkImportHead *head)
{
  g_autofree char *copy = g_strndup (head->text, head->length);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (InkCell));
  char *end = copy + head->length;
  Trial trial = { { 0 }, 0, 0, 0, 0 };
  char *p = copy;

  while (p != NULL && p < end && trial.n < MAX_RECORDS)
    {
      gboolean comment = *p == '#';

      g_array_set_size (cells, 0);
      p = ink_record_read (dialect, p, end, !head->whole, cells);
      if (p == NULL)
        break;
      if (cells->len == 1 && g_array_index (cells, InkCell, 0).kind == INK_CELL_EMPTY)
        trial.counts[trial.n++] = 0;
      else
        trial.counts[trial.n++] = comment ? 1 : cells->len;
    }
  find_mode (&trial);
  return trial;
}

/* How well the records agree, all of them and those from the first that has as many fields as most
 * (a report may have lines above its table). More fields decide between equals. */
static double
get_share (const Trial *trial)
{
  guint filled = 0;
  guint below = 0;

  for (guint i = 0; i < trial->n; i++)
    {
      filled += trial->counts[i] > 0;
      below += trial->counts[i] > 0 && i >= trial->first;
    }
  if (below == 0)
    return 0;
  return 0.7 * trial->of_mode / below + 0.3 * trial->of_mode / filled
         + 0.0001 * MIN (trial->mode, 100);
}

/* What the cells of one record are. */
typedef struct
{
  guint filled;
  guint numbers;
  guint times;
} Contents;

static Contents
look_at_record (const InkDialect *dialect,
                const InkImportHead *head,
                guint record)
{
  static const InkNumberStyle style = { '.', TRUE };
  Contents contents = { 0, 0, 0 };
  g_autofree char *copy = g_strndup (head->text, head->length);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (InkCell));
  char *end = copy + head->length;
  char *p = copy;

  for (guint i = 0; i <= record && p != NULL && p < end; i++)
    {
      g_array_set_size (cells, 0);
      p = ink_record_read (dialect, p, end, !head->whole, cells);
    }
  for (guint i = 0; i < cells->len; i++)
    {
      InkCell cell = g_array_index (cells, InkCell, i);
      InkTimeGuess time = { 0 };
      double number;

      if (cell.kind == INK_CELL_EMPTY)
        continue;
      contents.filled++;
      ink_time_guess_add (&time, cell.text, cell.length);
      contents.times += time.times > 0;
      contents.numbers += ink_number_style_parse (&style, cell.text, cell.length, &number);
    }
  return contents;
}

/* Numbers and times never name columns. */
static gboolean
looks_like_header (const InkDialect *dialect,
                   const InkImportHead *head,
                   guint record)
{
  Contents contents = look_at_record (dialect, head, record);

  return contents.times == 0
         && (contents.numbers * 2 < contents.filled || contents.filled == 0);
}

/* All records have as many fields, three or more, of two that are filled at least. */
static gboolean
agrees (const Trial *trial)
{
  for (guint i = 0; i < trial->n; i++)
    if (trial->counts[i] > 0 && trial->counts[i] != trial->mode)
      return FALSE;
  return trial->mode >= 3 && trial->of_mode >= 2;
}

/* Columns that are set out with blanks. So are the words of a sentence: only lines that all agree,
 * with a number or a time in the last, are a table. */
static void
try_blanks (InkDialect *dialect,
            const InkImportHead *head)
{
  InkDialect tried = *dialect;
  Contents contents;
  Trial trial;
  guint last;

  tried.delimiter = ' ';
  tried.blanks = TRUE;
  trial = try_dialect (&tried, head);
  if (!agrees (&trial))
    return;
  for (last = trial.n - 1; trial.counts[last] == 0; last--)
    ;
  contents = look_at_record (&tried, head, last);
  if (contents.numbers + contents.times == 0)
    return;
  tried.n_fields = trial.mode;
  tried.skip = trial.first;
  tried.consistency = 1;
  *dialect = tried;
}

/* "sep=;" as the first line, from a spreadsheet. */
static char
find_given (const InkImportHead *head)
{
  return head->length > 5 && g_ascii_strncasecmp (head->text, "sep=", 4) == 0
                 && (head->text[5] == '\n' || head->text[5] == '\r')
             ? head->text[4]
             : '\0';
}

void
ink_dialect_detect (InkDialect *dialect,
                    const InkImportHead *head)
{
  static const char delimiters[] = { ',', ';', '\t', '|' };
  char given = find_given (head);
  double best = -1;

  g_return_if_fail (dialect != NULL && head != NULL);

  *dialect = (InkDialect){ .delimiter = ',', .line_end = '\n', .has_header = TRUE, .n_fields = 1 };
  if (memchr (head->text, '\n', head->length) == NULL
      && memchr (head->text, '\r', head->length) != NULL)
    dialect->line_end = '\r';
  for (guint i = 0; i < G_N_ELEMENTS (delimiters) * 2; i++)
    {
      InkDialect tried = *dialect;
      Trial trial;

      tried.delimiter = given != '\0' ? given : delimiters[i / 2];
      tried.backslash = i % 2 == 1;
      if (tried.backslash && strstr (head->text, "\\\"") == NULL)
        continue;
      trial = try_dialect (&tried, head);
      if (trial.mode > 1 && get_share (&trial) > best + 0.00001)
        {
          best = get_share (&trial);
          tried.n_fields = trial.mode;
          tried.skip = trial.first;
          *dialect = tried;
        }
    }
  dialect->consistency = CLAMP (best, 0, 1);
  if (given == '\0' && best < 0)
    try_blanks (dialect, head);
  if (given != '\0' && best < 0)
    {
      dialect->delimiter = given;
      dialect->skip = 1;
    }
  dialect->has_header = looks_like_header (dialect, head, dialect->skip);
}
