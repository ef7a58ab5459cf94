/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs on their way to be one: for ink-event-data.c and ink-event-merge*.c only. */
#pragma once

#include "events/ink-event-data-private.h"

G_BEGIN_DECLS

/* Kernels may read whole vectors past the last row. */
#define INK_ROW_SLACK 64

/* What is at hand while runs are merged. */
typedef struct
{
  InkEventData *data;
  InkIdentity *identity;
  guint32 **groups;     /* by run: id and count, by turns */
  guint32 **person_rows; /* by run: the id of each row of person properties */
  guint32 *person_of_id;
  gboolean have_dates;
  gboolean one_run; /* whose rows stand in order of person */
  InkTimeFacts facts; /* of all runs; their bits only where there is one run */
  gint64 *known_times;
  void *known_codes;
  GCancellable *cancellable;
} InkEventMerge;

/* Reads what every run has but its rows: who is whom, and groups of rows. */
gboolean ink_event_merge_read (InkEventMerge *merge, GError **error);
/* Names and times of the runs one after the other. */
gboolean ink_event_merge_read_rows (InkEventMerge *merge, GError **error);
/* Reads all and puts it in order: persons with events first, their rows by time. */
gboolean ink_event_merge_run  (InkEventMerge *merge, GError **error);

static inline InkRun *
ink_event_data_run (const InkEventData *data,
                    guint i)
{
  return g_ptr_array_index (data->runs, i);
}

G_END_DECLS
