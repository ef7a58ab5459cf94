/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The data table's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/widgets/ink-data-table.h"

#include "ui/widgets/ink-data-cells.h"
#include "ui/widgets/ink-table-work.h"

G_BEGIN_DECLS

struct _InkDataTable
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *bar;
  GtkSearchEntry *search;
  GtkMenuButton *sort_button;
  GtkStack *stack;
  GtkColumnView *wide;
  GtkListView *narrow;
  AdwStatusPage *empty;

  const InkDataSource *source;
  gpointer source_data;
  InkDataCells *cells;
  InkRowList *rows;
  GSimpleActionGroup *actions;

  gboolean is_wide;
  guint mode_source;
  guint sorted;      /* column */
  gboolean descending;
  int probed;        /* the column whose sorter was asked while `probing` */
  gboolean probing;

  GtkWidget *save_button; /* nullable */
  InkTableWork *work;     /* nullable */
  char *saved_as;
  GTimeZone *zone; /* nullable */
};

/* ink-data-table-sort.c: by which column, and which way round */
void _ink_data_table_begin_sorting (InkDataTable *self);
/* @view: shows column @index. */
void _ink_data_table_let_sort      (InkDataTable *self, GtkColumnViewColumn *view, guint index);

G_END_DECLS
