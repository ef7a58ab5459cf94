/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Delimited text: how a file writes it, and one record at a time, quoting included. */
#pragma once

#include "import/ink-import-format.h"
#include "import/ink-import-sample.h"

G_BEGIN_DECLS

/**
 * InkDialect:
 * @line_end: '\n' (also where '\r' stands before it), or '\r'
 * @blanks: the delimiter is a run of blanks of any length; those at both ends of a line are none
 * @backslash: a quote in a quoted field is written \" rather than ""
 * @skip: records before the header (or the first row)
 * @n_fields: of most records
 */
typedef struct
{
  char delimiter;
  char line_end;
  gboolean blanks;
  gboolean backslash;
  gboolean has_header;
  guint skip;
  guint n_fields;
  double consistency; /* share of the first records that have n_fields */
} InkDialect;

void ink_dialect_detect (InkDialect *dialect, const InkImportHead *head);

/* Reads the record at @text, unescaping its fields in place, and appends its cells. Behind the
 * record's line end; NULL (nothing changed) where @text ends within it and more is to come. */
char *ink_record_read (const InkDialect *dialect, char *text, char *end, gboolean more,
                       GArray *cells);

/* For a record without quotes whose delimiter is @blanks: takes out the empty cells. How many are
 * left, one at least. */
guint ink_record_pack (InkCell *cells, guint n);

G_END_DECLS
