/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Any table as a slide of the report, or as a file for spreadsheets. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"

G_BEGIN_DECLS

/* Asks for a file and writes @table there; says in @widget's window how it went. @title: (nullable):
 * proposed as the file's name, and the slide's title. @way: "csv", "xlsx", or "slide": then it goes
 * into the report of @widget's window, as it is today in @zone (nullable: here). */
void       ink_table_save          (GtkWidget *widget, InkTable *table, GTimeZone *zone,
                                    const char *title, const char *way);
/* The ways as a menu; @action takes one. */
GMenuModel *ink_table_save_menu_new (const char *action) G_GNUC_WARN_UNUSED_RESULT;
/* A small button with that menu. */
GtkWidget  *ink_table_save_button_new (const char *action) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
