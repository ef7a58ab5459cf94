/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of results as a real list with columns: what a screen reader and the keyboard can walk. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"

G_BEGIN_DECLS

#define INK_TYPE_TABLE_VIEW (ink_table_view_get_type ())
G_DECLARE_FINAL_TYPE (InkTableView, ink_table_view, INK, TABLE_VIEW, GtkWidget)

/* What it is called in the report and as a file; (nullable): "Table". */
void ink_table_view_set_title (InkTableView *self, const char *title);
/* @table, @zone: nullable. */
void ink_table_view_set_table (InkTableView *self, InkTable *table, GTimeZone *zone);

G_END_DECLS
