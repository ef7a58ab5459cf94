/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns rows of cells into events and properties of persons, as the plan says. */
#pragma once

#include "events/ink-event-store-builder.h"
#include "import/ink-cell-writer.h"
#include "import/ink-import-plan.h"
#include "import/ink-row-batch.h"

G_BEGIN_DECLS

/* What was met on the way and is no reason to leave out a row. */
typedef struct
{
  guint64 made;        /* rows that became something */
  guint64 no_time;     /* events without a time, where there is a column for it */
  guint64 future;      /* times after today */
  guint64 first_future_line;
  InkCellCounts cells;
  InkCellCounts batch_cells; /* of ink_row_writer_put_properties() */
} InkRowCounts;

typedef struct _InkRowWriter InkRowWriter;

InkRowWriter *ink_row_writer_new  (InkImportPlan *plan, const char *secret,
                                   InkEventStoreBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void          ink_row_writer_free (InkRowWriter *writer);

/* NULL, or the reason (static text) why this row cannot be read; @cell is then the text at fault. */
const char   *ink_row_writer_row  (InkRowWriter *writer, guint64 line, const InkCell *cells,
                                   guint n_cells, InkCell *cell);

/* The same for a batch of rows, in three steps. Not for a table of people, and without keys. */
void          ink_row_writer_find_persons   (InkRowWriter *writer, InkRowBatch *batch);
/* Row @i of the batch, each in turn. What ink_row_writer_row() returns. */
const char   *ink_row_writer_begin_event    (InkRowWriter *writer, InkRowBatch *batch, guint i,
                                             InkCell *cell);
/* Another thread may do this while the next batch goes through the first steps. */
void          ink_row_writer_put_properties (InkRowWriter *writer, const InkRowBatch *batch);

guint32       ink_row_writer_person (InkRowWriter *writer, guint column, const char *id,
                                     gsize length);
void          ink_row_writer_link (InkRowWriter *writer, guint32 shown, guint32 other,
                                   InkLink link);
/* For the next event. */
void          ink_row_writer_set_key (InkRowWriter *writer, const char *key, gsize length);
InkRowCounts *ink_row_writer_get_counts (InkRowWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkRowWriter, ink_row_writer_free)

G_END_DECLS
