/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far the writing of a table is, with Stop; not shown while nothing is written. The rows are read
 * some at a time, so that the window goes on, and the file is made by a worker. */
#pragma once

#include "ui/widgets/ink-data-table.h"

G_BEGIN_DECLS

#define INK_TYPE_TABLE_WORK (ink_table_work_get_type ())
G_DECLARE_FINAL_TYPE (InkTableWork, ink_table_work, INK, TABLE_WORK, GtkWidget)

GtkWidget *ink_table_work_new   (void);
/* Writes what @source says of @rows to @file, in the place of what was being written. What becomes of
 * it is said in the window. @zone, @title: nullable. @ending: "csv" or "xlsx". */
void       ink_table_work_start (InkTableWork *self, const InkDataSource *source, gpointer data,
                                 InkRowList *rows, GTimeZone *zone, const char *title,
                                 const char *ending, GFile *file);
/* Leaves the file as it was. */
void       ink_table_work_stop  (InkTableWork *self);
gboolean   ink_table_work_is_at_work (InkTableWork *self);

G_END_DECLS
