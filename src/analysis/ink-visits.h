/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One person's rows in order of (visit, row), in memory that is used again for the next person. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/**
 * InkVisits:
 * @n: how many rows there are
 * @size: for how many there is room
 * @keys: (array length=n): the visit in the upper half, the row in the lower
 * @rows: (array length=n): the rows alone
 */
typedef struct
{
  guint n;
  guint size;
  guint64 *keys;
  guint32 *rows;
} InkVisits;

void ink_visits_init  (InkVisits *visits);
void ink_visits_clear (InkVisits *visits);
/* Rows without a visit are left out. The scope must have its sessions. */
void ink_visits_fill  (InkVisits *visits, const InkScope *scope, const guint32 *rows, guint32 n);
/* The rows from @first up to (not including) @end, all of them. */
void ink_visits_fill_range (InkVisits *visits, const InkScope *scope, guint32 first, guint32 end);

static inline guint
ink_visits_length (const InkVisits *visits)
{
  return visits->n;
}

static inline guint32
ink_visits_get_visit (const InkVisits *visits,
                      guint index)
{
  return (guint32) (visits->keys[index] >> 32);
}

/* The first index from @index on whose visit is not below @visit. */
static inline guint
ink_visits_seek (const InkVisits *visits,
                 guint index,
                 guint64 visit)
{
  while (index < visits->n && ink_visits_get_visit (visits, index) < visit)
    index++;
  return index;
}

static inline const guint32 *
ink_visits_get_rows (const InkVisits *visits,
                     guint index)
{
  return visits->rows + index;
}

G_END_DECLS
