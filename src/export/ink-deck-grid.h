/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table as slides have it: texts, with cells that may be shaded by how much there is. */
#pragma once

#include "base/ink-table.h"
#include "charts/ink-heat-grid.h"
#include "plot/ink-numbers.h"

G_BEGIN_DECLS

/**
 * InkDeckGrid:
 * @texts: of char, row by row, the headings first
 * @shades: of double, by text: 0 to 1, below 0 to -1 for the other colour; NAN: none
 * @numeric: of gboolean, by column: stands at the end
 * @caption: (nullable): below it
 */
typedef struct
{
  guint n_rows; /* with the headings */
  guint n_columns;
  GPtrArray *texts;
  GArray *shades;
  GArray *numeric;
  char *caption;
} InkDeckGrid;

/* @headings: NULL-terminated. */
InkDeckGrid *ink_deck_grid_new  (const char *const *headings) G_GNUC_WARN_UNUSED_RESULT;
void         ink_deck_grid_free (InkDeckGrid *grid);
/* The next cell of the row. */
void         ink_deck_grid_add  (InkDeckGrid *grid, const char *text, double shade);
/* At most @most rows of @table, its numbers as people read them. */
InkDeckGrid *ink_deck_grid_new_for_table (const InkTable *table, const InkNumbers *numbers,
                                          GTimeZone *zone, guint most)
    G_GNUC_WARN_UNUSED_RESULT;
/* At most @most rows of a heat map, its remark as the caption, which says how many are left out. */
InkDeckGrid *ink_deck_grid_new_for_heat (const InkHeatGrid *heat, guint most)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDeckGrid, ink_deck_grid_free)

G_END_DECLS
