/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A batch of rows goes in three steps, so that nothing waits for memory: whom the rows are about,
 * the events, then the properties of events column by column, which another thread may do. */

#include "config.h"

#include "import/ink-row-writer.h"

#include "import/ink-row-writer-private.h"

/* Ids of a batch that are looked up together. */
#define IDS_AT_ONCE 64

/* Ids of one column, of which none has to be changed first, are looked up by tens. */
static gboolean
are_ids_plain (const InkRowWriter *writer)
{
  const InkPlanColumn *column;

  if (writer->columns.who->len != 1)
    return FALSE;
  column = ink_import_plan_column (writer->plan, g_array_index (writer->columns.who, guint, 0));
  return !column->pseudonyms && !column->guarded;
}

static inline gboolean
same_id (InkRowText a,
         InkRowText b)
{
  return a.length == b.length && a.text[a.length - 1] == b.text[b.length - 1]
         && memcmp (a.text, b.text, a.length) == 0;
}

static void
find_plain_persons (InkRowWriter *writer,
                    InkRowBatch *batch,
                    guint from,
                    guint to)
{
  guint column = g_array_index (writer->columns.who, guint, 0);
  InkRowText ids[IDS_AT_ONCE] = { { NULL } };
  guint32 persons[IDS_AT_ONCE];
  guint n = 0;

  for (guint i = from; i < to; i++)
    {
      const InkCell *cell = ink_row_batch_get_cell (batch, i, column);
      const char *id = cell != NULL ? cell->text : "";
      gsize length = cell != NULL ? cell->length : 0;
      InkRowText text;

      ink_row_trim (&id, &length);
      text = (InkRowText){ id, (guint32) length, i };
      /* The place among the ids; those of a file that is sorted by person come only once. */
      batch->persons[i] = INK_NO_PERSON;
      if (length == 0 || ink_cell_says_missing (id, length))
        continue;
      if (n == 0 || !same_id (ids[n - 1], text))
        ids[n++] = text;
      batch->persons[i] = n - 1;
    }
  ink_event_store_builder_persons (writer->builder, ids, n, persons);
  for (guint i = from; i < to; i++)
    if (batch->persons[i] != INK_NO_PERSON)
      batch->persons[i] = persons[batch->persons[i]];
}

void
ink_row_writer_find_persons (InkRowWriter *writer,
                             InkRowBatch *batch)
{
  g_return_if_fail (writer != NULL && batch != NULL && !writer->plan->people);

  ink_row_columns_follow (&writer->columns, writer->plan, writer->builder);
  if (are_ids_plain (writer))
    for (guint i = 0; i < batch->n; i += IDS_AT_ONCE)
      find_plain_persons (writer, batch, i, MIN (batch->n, i + IDS_AT_ONCE));
  else
    for (guint i = 0; i < batch->n; i++)
      batch->persons[i] = _ink_row_writer_read_person (writer, ink_row_batch_get (batch, i),
                                                       batch->n_cells[i]);
}

const char *
ink_row_writer_begin_event (InkRowWriter *writer,
                            InkRowBatch *batch,
                            guint i,
                            InkCell *bad)
{
  const InkCell *cells = ink_row_batch_get (batch, i);
  const char *reason;

  g_return_val_if_fail (writer != NULL && i < batch->n && bad != NULL, NULL);

  *bad = (InkCell){ NULL, 0, INK_CELL_EMPTY };
  reason = _ink_row_writer_begin (writer, batch->persons[i], cells, batch->n_cells[i],
                                  batch->lines[i], &batch->rows[i], bad);
  if (reason == NULL && writer->columns.on_person->len > 0)
    _ink_row_writer_write_person (writer, batch->persons[i], cells, batch->n_cells[i],
                                  batch->lines[i]);
  writer->counts.made += reason == NULL;
  return reason;
}

void
ink_row_writer_put_properties (InkRowWriter *writer,
                               const InkRowBatch *batch)
{
  g_return_if_fail (writer != NULL && batch != NULL);

  for (guint k = 0; k < writer->columns.on_event->len; k++)
    ink_cell_writer_batch (&g_array_index (writer->columns.on_event, InkCellWriter, k),
                           writer->plan, writer->builder, batch, &writer->counts.batch_cells);
}
