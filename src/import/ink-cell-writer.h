/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cells of one column of a file become values of a property. */
#pragma once

#include "import/ink-import-plan.h"
#include "import/ink-row-batch.h"

G_BEGIN_DECLS

/* What was met on the way. */
typedef struct
{
  guint64 no_number; /* values and durations that are no numbers */
  guint64 first_no_number_line;
} InkCellCounts;

/**
 * InkCellWriter:
 * @column: of the plan
 * @property: handle of the builder
 * @url: of addresses that are split into page and url, the other property; %G_MAXUINT: none
 * @time: the column's, with a memory of its own: columns may be written by several threads
 */
typedef struct
{
  guint column;
  guint property;
  guint url;
  gboolean page;
  InkTimeStyle time;
} InkCellWriter;

/* One cell (not empty) at a row of the property's. */
void ink_cell_writer_put   (InkCellWriter *writer, const InkImportPlan *plan,
                            InkEventStoreBuilder *builder, const InkCell *cell, guint32 row,
                            guint64 line, InkCellCounts *counts);
/* The cells of all rows of @batch that became events. */
void ink_cell_writer_batch (InkCellWriter *writer, const InkImportPlan *plan,
                            InkEventStoreBuilder *builder, const InkRowBatch *batch,
                            InkCellCounts *counts);

G_END_DECLS
