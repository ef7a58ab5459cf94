/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing into a column, for the files that the column consists of. */
#pragma once

#include "events/ink-column-private.h"

G_BEGIN_DECLS

/* Until @row is there; what was left out before it is absent. */
void ink_column_make_room   (InkColumn *column, guint32 row);
/* Codes of twice as many bytes. */
void ink_column_widen       (InkColumn *column);
void ink_column_to_codes    (InkColumn *column);
/* Gives the texts that wait their codes. */
void ink_column_flush_texts (InkColumn *column);

static inline void
ink_column_reach (InkColumn *column,
                  guint32 row)
{
  if (G_LIKELY (row == column->n && row < column->n_allocated))
    column->n++;
  else if (row >= column->n)
    ink_column_make_room (column, row);
}

static inline void
ink_column_put_code (InkColumn *column,
                     guint32 row,
                     guint32 code)
{
  ink_column_reach (column, row);
  while (column->width < 4 && code >> (8 * column->width) != 0)
    ink_column_widen (column);
  if (column->width == 1)
    column->u8[row] = (guint8) code;
  else if (column->width == 2)
    column->u16[row] = (guint16) code;
  else
    column->u32[row] = code;
}

G_END_DECLS
