/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the sheet and its writer share. */
#pragma once

#include "export/ink-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  INK_CELL_EMPTY,
  INK_CELL_TEXT,
  INK_CELL_NUMBER,
} InkCellKind;

typedef struct
{
  InkCellKind kind;
  InkFormat format;
  char *text;
  double number;
} InkCell;

struct _InkSheet
{
  char *name;
  GPtrArray *rows; /* of GArray of InkCell */
  gboolean has_headings;
};

/* "A", "AB" */
void ink_sheet_append_column (GString *text, guint column);

G_END_DECLS
