/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns of a plan by what is done with them, so that a row costs no more than its cells. */
#pragma once

#include "events/ink-event-store-builder.h"
#include "import/ink-cell-writer.h"
#include "import/ink-import-plan.h"

G_BEGIN_DECLS

/**
 * InkRowColumns:
 * @who: (element-type guint): columns of the plan, the better ids first
 * @event: (element-type guint): whose texts make the event's name
 * @time: (element-type guint): the better times first
 * @flags: (element-type guint): a yes in them is an event,
 * @flag_names: (element-type guint32): of this name
 * @on_event: (element-type InkCellWriter)
 * @on_person: (element-type InkCellWriter)
 * @fixed_name: of every event, where the plan says so
 * @row_name: of the event that each row is, where the plan says so
 */
typedef struct
{
  guint n_known; /* columns of the plan that these lists know */
  GArray *who;
  GArray *event;
  GArray *time;
  GArray *flags;
  GArray *flag_names;
  GArray *on_event;
  GArray *on_person;
  guint32 fixed_name;
  guint32 row_name;
} InkRowColumns;

void ink_row_columns_init   (InkRowColumns *columns);
void ink_row_columns_clear  (InkRowColumns *columns);
/* Follows @plan, which may have got more columns. */
void ink_row_columns_follow (InkRowColumns *columns, InkImportPlan *plan,
                             InkEventStoreBuilder *builder);

G_END_DECLS
