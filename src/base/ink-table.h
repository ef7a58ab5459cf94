/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A small table of results: typed columns with names, titles and formats. Immutable.
 *
 * What every query answers and every chart, CSV export and data table reads. Missing cells are
 * NULL text or NaN; times are microseconds, durations are seconds, shares are fractions 0-1. */
#pragma once

#include "base/ink-value.h"

G_BEGIN_DECLS

/**
 * InkFormat: how a column's numbers are to be read by people.
 * @INK_FORMAT_DAYS: seconds between events of which only the day is known
 * @INK_FORMAT_RATIO: how many times as often
 */
typedef enum
{
  INK_FORMAT_PLAIN,
  INK_FORMAT_COUNT,
  INK_FORMAT_SHARE,
  INK_FORMAT_SECONDS,
  INK_FORMAT_TIME,
  INK_FORMAT_MONEY,
  INK_FORMAT_DAYS,
  INK_FORMAT_RATIO,
} InkFormat;

typedef struct _InkTable InkTable;
typedef struct _InkTableBuilder InkTableBuilder;

InkTable   *ink_table_ref          (InkTable *table);
void        ink_table_unref        (InkTable *table);
guint       ink_table_get_n_rows   (const InkTable *table);
guint       ink_table_get_n_columns (const InkTable *table);
int         ink_table_find_column  (const InkTable *table, const char *name);
const char *ink_table_get_name     (const InkTable *table, guint column);
const char *ink_table_get_title    (const InkTable *table, guint column);
InkFormat   ink_table_get_format   (const InkTable *table, guint column);
gboolean    ink_table_is_text      (const InkTable *table, guint column);
const char *ink_table_get_text     (const InkTable *table, guint column, guint row);
double      ink_table_get_number   (const InkTable *table, guint column, guint row);
gboolean    ink_table_equal        (const InkTable *a, const InkTable *b);
/* For spreadsheets: texts that would be taken for formulas begin with an apostrophe. */
char       *ink_table_to_csv       (const InkTable *table) G_GNUC_WARN_UNUSED_RESULT;
char       *ink_table_to_json      (const InkTable *table) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): @text for a spreadsheet: with an apostrophe where it would be taken for a formula. */
char       *ink_text_guard         (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Building: declare the columns, then add rows cell by cell in column order. */
InkTableBuilder *ink_table_builder_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void             ink_table_builder_add_text   (InkTableBuilder *builder, const char *name,
                                               const char *title);
void             ink_table_builder_add_number (InkTableBuilder *builder, const char *name,
                                               const char *title, InkFormat format);
void             ink_table_builder_text       (InkTableBuilder *builder, const char *text);
void             ink_table_builder_number     (InkTableBuilder *builder, double number);
InkTable        *ink_table_builder_end        (InkTableBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkTable, ink_table_unref)

G_END_DECLS
