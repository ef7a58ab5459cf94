/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A searchable table of many rows: columns where there is room, a list of rows where there is not.
 *
 * It shows and asks; searching and sorting are the owner's, who sets the order of an InkRowList. */
#pragma once

#include <adwaita.h>

#include "base/ink-table.h"
#include "ui/widgets/ink-row-list.h"

G_BEGIN_DECLS

typedef enum
{
  INK_DATA_TEXT,
  INK_DATA_NUMBER, /* at the end of its column, in digits of one width */
  INK_DATA_SPARKLINE,
} InkDataKind;

/**
 * InkDataColumn:
 * @id: in actions; never changes
 * @title: untranslated
 * @width: in characters; 0: takes the room that is left
 * @fixed_order: it cannot be sorted by
 * @format: of the numbers of INK_DATA_NUMBER in a file
 */
typedef struct
{
  const char *id;
  const char *title;
  InkDataKind kind;
  int width;
  gboolean fixed_order;
  InkFormat format;
} InkDataColumn;

typedef struct
{
  const double *values;
  guint n;
  char *description;
} InkDataSeries;

/**
 * InkDataSource: what the rows say; each is given the row's number.
 * @text: of a cell
 * @detail: the second line in the narrow list, also what a screen reader says after the first column
 * @series: (nullable): of a cell of INK_DATA_SPARKLINE; the values are borrowed
 * @number: (nullable): what stands in a file for a cell of INK_DATA_NUMBER; without it nothing can be
 * saved
 * @is_dim: (nullable): a row that matters less
 */
typedef struct
{
  const InkDataColumn *columns;
  guint n_columns;
  char *(*text) (gpointer data, guint number, guint column);
  char *(*detail) (gpointer data, guint number);
  InkDataSeries (*series) (gpointer data, guint number);
  gboolean (*is_dim) (gpointer data, guint number);
  double (*number) (gpointer data, guint number, guint column);
} InkDataSource;

#define INK_TYPE_DATA_TABLE (ink_data_table_get_type ())
/* Signals "search-changed", "sort-changed", "activated" (uint: the row's number). */
G_DECLARE_FINAL_TYPE (InkDataTable, ink_data_table, INK, DATA_TABLE, GtkWidget)

/* Once, before anything else. @label: of the whole, for screen readers; @search: the hint in the
 * search entry; the first column's text is the row's title. @rows: what is shown. */
void        ink_data_table_set_source  (InkDataTable *self, const InkDataSource *source,
                                        gpointer data, InkRowList *rows, const char *label,
                                        const char *search);
/* @activatable: a click or Enter emits "activated". */
void        ink_data_table_set_activatable (InkDataTable *self, gboolean activatable);
/* A widget at the end of the bar, such as a switch. */
void        ink_data_table_add_tool    (InkDataTable *self, GtkWidget *tool);
/* Instead of rows, where there are none. */
void        ink_data_table_set_empty   (InkDataTable *self, const char *icon, const char *title,
                                        const char *description);
/* The same rows say something else now. */
void        ink_data_table_refresh     (InkDataTable *self);

/* What the table is called as a file; @zone: (nullable): of its times. Without it, it is not saved. */
void        ink_data_table_set_saved_as (InkDataTable *self, const char *title, GTimeZone *zone);
const char *ink_data_table_get_search  (InkDataTable *self);
void        ink_data_table_set_search  (InkDataTable *self, const char *text);
guint       ink_data_table_get_sort    (InkDataTable *self, gboolean *descending);
void        ink_data_table_set_sort    (InkDataTable *self, guint column, gboolean descending);
gboolean    ink_data_table_is_wide     (InkDataTable *self);

G_END_DECLS
