/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A sheet of a workbook (.xlsx): cells with texts and numbers, for spreadsheets and behind the
 * charts of a deck. Rows and columns count from 0. */
#pragma once

#include "base/ink-table.h"

G_BEGIN_DECLS

typedef struct _InkSheet InkSheet;

/* What a spreadsheet takes, and a person can look at. */
#define INK_SHEET_MAX_ROWS 1048576
#define INK_SHEET_MAX_COLUMNS 16384

/* @name: made to fit what spreadsheets allow: 31 characters, none of []:*?/\ */
InkSheet   *ink_sheet_new      (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void        ink_sheet_free     (InkSheet *sheet);
const char *ink_sheet_get_name (const InkSheet *sheet);
/* NULL leaves the cell empty. A text is never read as a formula. */
void        ink_sheet_set_text   (InkSheet *sheet, guint row, guint column, const char *text);
/* As @format has it; what is not finite leaves the cell empty. A time is one of its zone already:
 * microseconds as a clock there shows them. */
void        ink_sheet_set_number (InkSheet *sheet, guint row, guint column, double number,
                                  InkFormat format);
/* With headings in the first row, bold; @zone (nullable: UTC) for times; durations in seconds. */
InkSheet   *ink_sheet_new_for_table (const char *name, const InkTable *table, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;

/* "'My sheet'!$A$2:$A$7", one cell where both corners are the same. */
char       *ink_sheet_reference (const InkSheet *sheet, guint row, guint column, guint last_row,
                                 guint last_column) G_GNUC_WARN_UNUSED_RESULT;

/* The workbook: @sheets of InkSheet, at least one, with different names. INK_ERROR_FAILED where
 * one has more rows than spreadsheets take. */
GBytes     *ink_sheets_to_xlsx (GPtrArray *sheets, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkSheet, ink_sheet_free)

G_END_DECLS
