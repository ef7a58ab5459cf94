/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For ink-row-writer*.c only. */
#pragma once

#include <string.h>

#include "import/ink-row-columns.h"
#include "import/ink-row-writer.h"

G_BEGIN_DECLS

#define INK_MEMO_SIZE 40

/* A text and its number in the builder. */
typedef struct
{
  guint32 length; /* 0: none */
  guint32 handle;
  char text[INK_MEMO_SIZE];
} InkRowMemo;

struct _InkRowWriter
{
  InkImportPlan *plan;
  const char *secret;
  InkEventStoreBuilder *builder;
  InkRowColumns columns;
  InkRowMemo persons[4];
  guint person_columns[4]; /* whose text the memo of the same place holds */
  GHashTable *links; /* of guint64: (shown, other) that are done */
  GString *key;
  GString *joined;
  guint64 row;
  gint64 latest; /* later times are in the future */
  InkRowCounts counts;
};

/* The first id that is there; the others of the row belong to the same person. */
guint32     _ink_row_writer_read_person  (InkRowWriter *writer, const InkCell *cells, guint n_cells);
/* The event of a row, without its properties. @row: INK_NO_ROW where it is none, which may be right:
 * some rows only say something of a person. Returns NULL, or the reason why it cannot be read. */
const char *_ink_row_writer_begin        (InkRowWriter *writer, guint32 person,
                                          const InkCell *cells, guint n_cells, guint64 line,
                                          guint32 *row, InkCell *bad);
void        _ink_row_writer_write_person (InkRowWriter *writer, guint32 person,
                                          const InkCell *cells, guint n_cells, guint64 line);

static inline void
ink_row_trim (const char **text,
              gsize *length)
{
  while (*length > 0 && (guint8) (*text)[*length - 1] <= ' ')
    (*length)--;
  while (*length > 0 && (guint8) **text <= ' ')
    (*text)++, (*length)--;
}

G_END_DECLS
