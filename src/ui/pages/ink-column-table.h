/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first rows of an export, with a menu of roles above every column. */
#pragma once

#include <adwaita.h>

#include "import/ink-import-preview.h"

G_BEGIN_DECLS

#define INK_TYPE_COLUMN_TABLE (ink_column_table_get_type ())
/* Signal "role-changed" (column name, role as uint): the user picked another role. */
G_DECLARE_FINAL_TYPE (InkColumnTable, ink_column_table, INK, COLUMN_TABLE, GtkWidget)

/* The first columns are there at once, the others some frames later. Columns that were there already
 * stay, so that the one that has the focus keeps it. */
void ink_column_table_set_preview (InkColumnTable *self, InkImportPreview *preview);

G_END_DECLS
