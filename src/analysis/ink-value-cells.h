/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every value of a property with how many rows and people have it. Immutable once it is counted. */
#pragma once

#include "analysis/ink-value-rows.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 rows;
  guint32 people;
  guint32 person; /* private: the last that was counted */
} InkValueCell;

/**
 * InkValueCells:
 * @values: (array length=n_values): the first is absent
 * @cells: (array length=n_values)
 * @rows: events or people that were looked at; @filled: of them those that carry a value
 * @people: who have any value
 * @distinct: values that occur
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  InkProperty *property;     /* private: keeps the texts */
  InkValue *own;             /* private */
  const InkValue *values;
  InkValueCell *cells;
  guint32 n_values;
  guint32 rows;
  guint32 filled;
  guint32 people;
  guint32 distinct;
} InkValueCells;

InkValueCells *ink_value_cells_new   (const InkValueRows *rows) G_GNUC_WARN_UNUSED_RESULT;
InkValueCells *ink_value_cells_ref   (InkValueCells *cells);
void           ink_value_cells_unref (InkValueCells *cells);

/* The codes of the values that occur and contain @search, without case; ascending. @among:
 * (nullable) (array length=n_among): only these. */
guint32       *ink_value_cells_search (const InkValueCells *cells, const char *search,
                                       const guint32 *among, guint32 n_among, guint32 *n_found)
    G_GNUC_WARN_UNUSED_RESULT;
/* The @most codes of @codes with the most rows, in order; of equal ones the first. */
guint32       *ink_value_cells_top   (const InkValueCells *cells, const guint32 *codes, guint32 n,
                                      guint32 most, guint32 *n_top) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkValueCells, ink_value_cells_unref)

G_END_DECLS
