/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cells of one column of a file become values of a property.
 *
 * Texts and numbers are gathered and given to the builder by tens, which takes them faster so. */

#include "config.h"

#include "import/ink-cell-writer.h"

#include <string.h>

#define AT_ONCE 64

typedef struct
{
  guint property;
  guint n;
  InkRowText list[AT_ONCE];
} Texts;

/* A writer at work. Only texts or only numbers wait: they are given in order of their rows. */
typedef struct
{
  InkCellWriter *writer;
  const InkPlanColumn *column;
  InkEventStoreBuilder *builder;
  InkCellCounts *counts;
  Texts texts;
  Texts urls;
  guint n_numbers;
  guint32 rows[AT_ONCE];
  double numbers[AT_ONCE];
} Work;

static void
begin_work (Work *work,
            InkCellWriter *writer,
            const InkImportPlan *plan,
            InkEventStoreBuilder *builder,
            InkCellCounts *counts)
{
  work->writer = writer;
  work->column = ink_import_plan_column (plan, writer->column);
  work->builder = builder;
  work->counts = counts;
  work->texts.property = writer->property;
  work->urls.property = writer->url;
  work->texts.n = work->urls.n = work->n_numbers = 0;
}

static void
flush_texts (Work *work,
             Texts *texts)
{
  if (texts->n > 0)
    ink_event_store_builder_put_texts (work->builder, texts->property, texts->list, texts->n);
  texts->n = 0;
}

static void
flush_numbers (Work *work)
{
  if (work->n_numbers > 0)
    ink_event_store_builder_put_numbers (work->builder, work->writer->property, work->rows,
                                         work->numbers, work->n_numbers);
  work->n_numbers = 0;
}

static void
flush (Work *work)
{
  flush_texts (work, &work->texts);
  flush_texts (work, &work->urls);
  flush_numbers (work);
}

static inline void
add_text (Work *work,
          Texts *texts,
          guint32 row,
          const char *text,
          gsize length)
{
  if (G_UNLIKELY (work->n_numbers > 0))
    flush_numbers (work);
  if (texts->n == AT_ONCE)
    flush_texts (work, texts);
  texts->list[texts->n++] = (InkRowText){ text, (guint32) length, row };
}

static inline void
add_number (Work *work,
            guint32 row,
            double number)
{
  if (G_UNLIKELY (work->texts.n > 0))
    flush_texts (work, &work->texts);
  if (work->n_numbers == AT_ONCE)
    flush_numbers (work);
  work->rows[work->n_numbers] = row;
  work->numbers[work->n_numbers++]
      = work->column->scale != 0 ? number * work->column->scale : number;
}

/* "https://shop.example/pricing?plan=1" → page "/pricing", url the whole. */
static void
add_page (Work *work,
          guint32 row,
          const char *text,
          gsize length)
{
  const char *scheme
      = *text == '/' ? NULL : g_strstr_len (text, (gssize) MIN (length, 12), "://");
  const char *end = text + length;
  const char *from;
  const char *to;

  if (scheme == NULL)
    {
      add_text (work, &work->texts, row, text, length);
      return;
    }
  for (from = scheme + 3; from < end && *from != '/' && *from != '?' && *from != '#'; from++)
    ;
  for (to = from; to < end && *to != '?' && *to != '#'; to++)
    ;
  if (to > from)
    add_text (work, &work->texts, row, from, (gsize) (to - from));
  else
    add_text (work, &work->texts, row, "/", 1);
  if (work->writer->url != G_MAXUINT)
    add_text (work, &work->urls, row, text, length);
}

static void
put_time (Work *work,
          guint32 row,
          gint64 time)
{
  flush (work);
  ink_event_store_builder_put_time (work->builder, work->writer->property, row, time);
}

static void
put_boolean (Work *work,
             guint32 row,
             gboolean boolean)
{
  flush (work);
  ink_event_store_builder_put_boolean (work->builder, work->writer->property, row, boolean);
}

/* A text of the own format, which means what it says: only what is exactly a written time is one. */
static void
write_marked (Work *work,
              guint32 row,
              const char *text,
              gsize length)
{
  gint64 time;

  if ((length == 24 || length == 27) && text[10] == 'T' && text[length - 1] == 'Z'
      && ink_time_style_parse (&work->writer->time, text, length, &time))
    put_time (work, row, time);
  else
    add_text (work, &work->texts, row, text, length);
}

/* A text, as the column's kind; what does not read so stays text, but for sums and lengths. */
static void
write_text (Work *work,
            const InkCell *cell,
            guint32 row,
            guint64 line)
{
  const InkPlanColumn *column = work->column;
  const char *text = cell->text;
  guint32 length = cell->length;
  double number;
  gint64 time;

  if (G_UNLIKELY (column->guarded))
    ink_cell_unguard (&text, &length);
  if (column->kind == INK_KIND_NUMBER && !ink_number_is_id (text, length)
      && ink_number_style_parse (&column->number, text, length, &number))
    add_number (work, row, number);
  else if (column->kind == INK_KIND_TIME
           && ink_time_style_parse (&work->writer->time, text, length, &time))
    put_time (work, row, time);
  else if (column->marked)
    write_marked (work, row, text, length);
  else if (length == 0 || ink_cell_says_missing (text, length))
    return;
  else if (column->kind == INK_KIND_BOOLEAN && (length == 4 || length == 5)
           && (text[0] | 0x20) == (length == 4 ? 't' : 'f'))
    put_boolean (work, row, length == 4);
  else if (column->role == INK_ROLE_VALUE || column->role == INK_ROLE_DURATION)
    {
      if (work->counts->no_number++ == 0)
        work->counts->first_no_number_line = line;
    }
  else if (work->writer->page)
    add_page (work, row, text, length);
  else
    add_text (work, &work->texts, row, text, length);
}

static void
write_cell (Work *work,
            const InkCell *cell,
            guint32 row,
            guint64 line)
{
  static const InkNumberStyle plain = { '.', FALSE };
  double number;

  switch (cell->kind)
    {
    case INK_CELL_TEXT:
      write_text (work, cell, row, line);
      break;
    case INK_CELL_NUMBER:
      if (work->column->role == INK_ROLE_SESSION || ink_number_is_id (cell->text, cell->length)
          || !ink_number_style_parse (&plain, cell->text, cell->length, &number))
        add_text (work, &work->texts, row, cell->text, cell->length);
      else
        add_number (work, row, number);
      break;
    case INK_CELL_TRUE:
    case INK_CELL_FALSE:
      put_boolean (work, row, cell->kind == INK_CELL_TRUE);
      break;
    case INK_CELL_EMPTY:
    default:
      break;
    }
}

/* Whether write_text() would do nothing but look for 'missing' and keep the text. */
static gboolean
is_plain (const Work *work)
{
  const InkPlanColumn *column = work->column;

  return column->kind == INK_KIND_TEXT && !column->guarded && !column->marked
         && !work->writer->page && column->role != INK_ROLE_VALUE
         && column->role != INK_ROLE_DURATION;
}

/* The shortcuts of the two loops below decide nothing that write_cell() would not decide so. */
static void
write_plain_texts (Work *work,
                   const InkRowBatch *batch)
{
  for (guint i = 0; i < batch->n; i++)
    {
      const InkCell *cell = ink_row_batch_get_cell (batch, i, work->writer->column);

      if (cell == NULL || batch->rows[i] == INK_NO_ROW)
        continue;
      if (G_UNLIKELY (cell->kind != INK_CELL_TEXT))
        write_cell (work, cell, batch->rows[i], batch->lines[i]);
      else if (!ink_cell_says_missing (cell->text, cell->length))
        add_text (work, &work->texts, batch->rows[i], cell->text, cell->length);
    }
}

static void
write_numbers (Work *work,
               const InkRowBatch *batch)
{
  for (guint i = 0; i < batch->n; i++)
    {
      const InkCell *cell = ink_row_batch_get_cell (batch, i, work->writer->column);
      double number;

      if (cell == NULL || batch->rows[i] == INK_NO_ROW)
        continue;
      /* What begins with another digit than 0 and is short is no id. */
      if (G_LIKELY (cell->kind == INK_CELL_TEXT && cell->text[0] >= '1' && cell->text[0] <= '9'
                    && cell->length < 16
                    && ink_number_style_parse (&work->column->number, cell->text, cell->length,
                                               &number)))
        add_number (work, batch->rows[i], number);
      else
        write_cell (work, cell, batch->rows[i], batch->lines[i]);
    }
}

void
ink_cell_writer_put (InkCellWriter *writer,
                     const InkImportPlan *plan,
                     InkEventStoreBuilder *builder,
                     const InkCell *cell,
                     guint32 row,
                     guint64 line,
                     InkCellCounts *counts)
{
  Work work;

  if (row == INK_NO_ROW)
    return;
  begin_work (&work, writer, plan, builder, counts);
  write_cell (&work, cell, row, line);
  flush (&work);
}

void
ink_cell_writer_batch (InkCellWriter *writer,
                       const InkImportPlan *plan,
                       InkEventStoreBuilder *builder,
                       const InkRowBatch *batch,
                       InkCellCounts *counts)
{
  Work work;

  begin_work (&work, writer, plan, builder, counts);
  if (is_plain (&work))
    write_plain_texts (&work, batch);
  else if (work.column->kind == INK_KIND_NUMBER && !work.column->guarded)
    write_numbers (&work, batch);
  else
    for (guint i = 0; i < batch->n; i++)
      {
        const InkCell *cell = ink_row_batch_get_cell (batch, i, writer->column);

        if (cell != NULL && batch->rows[i] != INK_NO_ROW)
          write_cell (&work, cell, batch->rows[i], batch->lines[i]);
      }
  flush (&work);
}
