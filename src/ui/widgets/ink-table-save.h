/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any table as a slide of the report, or as a file for spreadsheets. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"
#include "ui/compat/ink-compat-file.h"

G_BEGIN_DECLS

/* The ways: "csv" and "xlsx" are files; "slide" is one in the report of the window. */
#define INK_TABLE_SLIDE "slide"

/* @table goes one of the ways. A file is asked for, and made by a worker; @widget's window says how
 * it went. @title: (nullable): proposed as the file's name, and the slide's title. @zone: nullable. */
void       ink_table_save          (GtkWidget *widget, InkTable *table, GTimeZone *zone,
                                    const char *title, const char *way);
/* Into the report, as it is today; @table may have only the first of @n_rows. */
void       ink_table_add_slide     (GtkWidget *widget, const InkTable *table, guint n_rows,
                                    GTimeZone *zone, const char *title);
/* Only asks for the file. */
void       ink_table_ask_file      (GtkWidget *widget, const char *title, const char *ending,
                                    InkFilesFunc done, gpointer data);
/* Only writes it, in a worker. */
void       ink_table_write_async   (InkTable *table, GTimeZone *zone, const char *title,
                                    const char *ending, GFile *file, GCancellable *cancellable,
                                    GAsyncReadyCallback done, gpointer data);
gboolean   ink_table_write_finish  (GAsyncResult *result, GError **error);
/* How it went; @error: (nullable): well. */
void       ink_table_write_say     (GtkWidget *widget, const GError *error);
/* The ways as a menu; @action takes one. */
GMenuModel *ink_table_save_menu_new (const char *action) G_GNUC_WARN_UNUSED_RESULT;
/* A small button with that menu. */
GtkWidget  *ink_table_save_button_new (const char *action) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
