/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cells of a data table: made, filled from its source, and filled anew. */
#pragma once

#include "ui/widgets/ink-data-table.h"

G_BEGIN_DECLS

/* The column of a factory for the narrow list. */
#define INK_DATA_WHOLE_ROW G_MAXUINT

#define INK_TYPE_DATA_CELLS (ink_data_cells_get_type ())
G_DECLARE_FINAL_TYPE (InkDataCells, ink_data_cells, INK, DATA_CELLS, GObject)

InkDataCells       *ink_data_cells_new (const InkDataSource *source, gpointer data)
    G_GNUC_WARN_UNUSED_RESULT;
GtkListItemFactory *ink_data_cells_make_factory (InkDataCells *self, guint column)
    G_GNUC_WARN_UNUSED_RESULT;
/* For rows that are made from then on. */
void                ink_data_cells_set_activatable (InkDataCells *self, gboolean activatable);
/* Fills every cell that is in use. */
void                ink_data_cells_refresh (InkDataCells *self);

G_END_DECLS
