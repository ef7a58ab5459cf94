/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The columns of a table without times: how often each level goes with the outcome, and whether a
 * column almost gives the answer away. */
#pragma once

#include "events/ink-event-store.h"
#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkTimelessLevel: one level of a text column, or a fifth of a number column.
 * @level: NULL where it is blank: "(none)"
 * @from, @to: of a fifth: its least and greatest value
 * @range: of converted of people, Wilson's
 * @is_extreme: nearly all or nearly none converted
 */
typedef struct
{
  char *level;
  double from;
  double to;
  guint64 people;
  guint64 converted;
  InkInterval range;
  gboolean is_extreme;
} InkTimelessLevel;

/**
 * InkTimelessColumn:
 * @is_number: @levels are fifths of equal size, without the blank rows; else every level, in the
 *   order of their bytes
 * @auc: how well it alone tells who converted; NaN where it cannot be said
 * @check: probably filled in afterwards: "check this column"
 * @is_trusted: the user said that it was not: @check is FALSE then
 */
typedef struct
{
  char *column;
  gboolean is_number;
  double auc;
  gboolean check;
  gboolean is_trusted;
  guint n_levels;
  InkTimelessLevel *levels;
} InkTimelessColumn;

/**
 * InkTimelessRows: the rows of the table: people whose outcome is known.
 * @people: (array length=n)
 * @converted: (array length=n): 0 or 1
 */
typedef struct
{
  guint32 n;
  guint32 *people;
  guint8 *converted;
  guint32 n_converted;
} InkTimelessRows;

/* The column @name of people. NULL without @error where it has too many levels to compare, or is of
 * another kind; with @error where it cannot be read. */
InkTimelessColumn *ink_timeless_column_new  (InkEventStore *store, const char *name,
                                             const InkTimelessRows *rows, gboolean is_trusted,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void               ink_timeless_column_free (InkTimelessColumn *column);

/* Which fifth of the values each is in, by rank, those that are equal together; @n for NaN. */
void ink_timeless_fifths (const double *values, guint32 n, guint8 *fifths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkTimelessColumn, ink_timeless_column_free)

G_END_DECLS
