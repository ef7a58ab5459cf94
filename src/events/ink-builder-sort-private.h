/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The end of an import, for the files that it consists of. */
#pragma once

#include "events/ink-event-store-builder-private.h"

G_BEGIN_DECLS

/* Kernels may read whole vectors past the last row. */
#define INK_ROWS_SLACK 64

typedef struct
{
  InkEventStoreBuilder *builder;
  GCancellable *cancellable;
  InkRun *run;

  guint32 *group_ids; /* shown ids of the persons with rows, ascending */
  guint32 n_groups;
  guint32 *rows;    /* in the order of the run, their place in the file */
  guint32 *offsets; /* by group; the last group is nobody's */
  gint64 *times;    /* by row in order; with the person's own date */
  void *names;      /* codes by row in order, once repeats are left out */
  guint32 n_rows;
  gboolean any_dates;
  gint64 *date_of_id; /* by shown id; NULL where there are none */
} InkBuilderSort;

typedef struct _InkBuilderColumns InkBuilderColumns;

/* The columns of properties become blocks, by a second thread too where there are many rows; it
 * begins at once. Meanwhile nobody else may touch the columns or what the order of rows is. */
InkBuilderColumns *ink_builder_columns_begin (InkBuilderSort *sort) G_GNUC_WARN_UNUSED_RESULT;
/* Does what is left to do, and puts it all into the run. */
void               ink_builder_columns_end   (InkBuilderColumns *columns);

G_END_DECLS
