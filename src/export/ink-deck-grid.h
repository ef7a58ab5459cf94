/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table as slides have it: texts, with cells that may be shaded by how much there is. */
#pragma once

#include "charts/ink-heat-grid.h"
#include "charts/ink-table-grid.h"

G_BEGIN_DECLS

/**
 * InkDeckGrid:
 * @texts: of char, row by row, the headings first
 * @shades: of double, by text: 0 to 1, below 0 to -1 for the other colour; NAN: none
 * @numeric: of gboolean, by column: stands at the end
 * @parts: (nullable): of double, by column: of the width, together 1; the first column is wider
 * than others where it is not said
 * @caption: (nullable): below it
 */
typedef struct
{
  guint n_rows; /* with the headings */
  guint n_columns;
  GPtrArray *texts;
  GArray *shades;
  GArray *numeric;
  GArray *parts;
  char *caption;
} InkDeckGrid;

/* @headings: NULL-terminated. */
InkDeckGrid *ink_deck_grid_new  (const char *const *headings) G_GNUC_WARN_UNUSED_RESULT;
void         ink_deck_grid_free (InkDeckGrid *grid);
/* The next cell of the row. */
void         ink_deck_grid_add  (InkDeckGrid *grid, const char *text, double shade);
/* A table as it is drawn. */
InkDeckGrid *ink_deck_grid_new_for_table (const InkTableGrid *table) G_GNUC_WARN_UNUSED_RESULT;
/* At most @most rows of a heat map, its remark as the caption, which says how many are left out. */
InkDeckGrid *ink_deck_grid_new_for_heat (const InkHeatGrid *heat, guint most)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDeckGrid, ink_deck_grid_free)

G_END_DECLS
