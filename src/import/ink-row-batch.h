/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Some hundred rows of cells that are worked on together: so many that looking up ids and values
 * can wait for memory together, so few that their cells stay in the cache. */
#pragma once

#include "events/ink-event-store-builder.h"
#include "import/ink-import-sample.h"

G_BEGIN_DECLS

#define INK_BATCH_MAX_ROWS 512

/**
 * InkRowBatch:
 * @stride: cells for which each row has room
 * @room: rows for which there is room
 * @persons: whom each row is about, once that was looked up
 * @rows: the event that each row became; INK_NO_ROW: none
 */
typedef struct
{
  guint n;
  guint room;
  guint stride;
  InkCell *cells;
  guint64 lines[INK_BATCH_MAX_ROWS];
  guint32 n_cells[INK_BATCH_MAX_ROWS];
  guint32 persons[INK_BATCH_MAX_ROWS];
  guint32 rows[INK_BATCH_MAX_ROWS];
} InkRowBatch;

static inline InkCell *
ink_row_batch_get (const InkRowBatch *batch,
                   guint i)
{
  return batch->cells + (gsize) i * batch->stride;
}

/* NULL where the cell is empty or not there. */
static inline const InkCell *
ink_row_batch_get_cell (const InkRowBatch *batch,
                        guint i,
                        guint column)
{
  const InkCell *cell = ink_row_batch_get (batch, i) + column;

  return column < batch->n_cells[i] && cell->kind != INK_CELL_EMPTY ? cell : NULL;
}

G_END_DECLS
