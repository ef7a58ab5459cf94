/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first rows of a file, as cells under columns: what roles and types are guessed from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkCellKind: what the file itself says. A cell of delimited text is a text or empty.
 */
typedef enum
{
  INK_CELL_EMPTY,
  INK_CELL_TEXT,
  INK_CELL_NUMBER,
  INK_CELL_TRUE,
  INK_CELL_FALSE,
} InkCellKind;

/* Borrowed text, not NUL-terminated. */
typedef struct _InkCell
{
  const char *text;
  guint32 length;
  guint32 kind; /* InkCellKind */
} InkCell;

#define INK_SAMPLE_ROWS 4000
#define INK_SAMPLE_BYTES (4 * 1024 * 1024)

typedef struct _InkImportSample
{
  GPtrArray *columns; /* names */
  GPtrArray *rows;    /* of GArray of InkCell, each at most as long as columns */
  GStringChunk *texts;
  gsize bytes;
  gboolean whole; /* the file has no further rows */
} InkImportSample;

InkImportSample *ink_import_sample_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void             ink_import_sample_free (InkImportSample *sample);
/* Copies a row. FALSE: that is enough. */
gboolean         ink_import_sample_add  (InkImportSample *sample, const InkCell *cells,
                                         guint n_cells);
/* An empty cell where the row ends before the column. */
InkCell          ink_import_sample_get  (const InkImportSample *sample, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportSample, ink_import_sample_free)

G_END_DECLS
