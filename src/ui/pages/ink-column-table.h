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

void ink_column_table_set_preview (InkColumnTable *self, const InkImportPreview *preview);

G_END_DECLS
