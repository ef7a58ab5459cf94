/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What counting over the whole way, over spans and over visits share. Private. */
#pragma once

#include <math.h>

#include "analysis/ink-tally.h"

G_BEGIN_DECLS

typedef struct
{
  const InkProperty *property; /* nullable: count */
  const double *numbers;       /* nullable: the property's, where it has only numbers */
  gboolean counts;
  gboolean has_low;
  gboolean has_high;
  double low;  /* at least */
  double high; /* at most */
  gint64 length;
  InkTallyRows *result;
} InkTallying;

/* Where a running sum first reached and first went beyond the bounds. */
typedef struct
{
  guint32 reached;
  guint32 exceeded;
} InkTallyMarks;

static inline double
ink_tally_weigh (const InkTallying *tally,
                 guint32 row)
{
  double number;

  if (tally->counts)
    return 1;
  if (tally->numbers != NULL)
    return isnan (tally->numbers[row]) ? 0 : tally->numbers[row];
  if (tally->property == NULL
      || !ink_value_as_number (ink_property_get (tally->property, row), &number))
    return 0;
  return number;
}

static inline void
ink_tally_mark (const InkTallying *tally,
                InkTallyMarks *marks,
                guint32 row,
                long double sum)
{
  if (tally->has_low && (double) sum >= tally->low)
    marks->reached = MIN (marks->reached, row);
  if (tally->has_high && (double) sum > tally->high)
    marks->exceeded = MIN (marks->exceeded, row);
}

/* Nothing later than @row can change @marks. */
static inline gboolean
ink_tally_is_settled (const InkTallying *tally,
                      const InkTallyMarks *marks,
                      guint32 row)
{
  return (!tally->has_low || marks->reached <= row) && (!tally->has_high || marks->exceeded <= row);
}

static inline void
ink_tally_keep (const InkTallying *tally,
                const InkTallyMarks *marks)
{
  if (marks->reached != INK_NO_ROW)
    ink_rows_add (tally->result->reach, marks->reached);
  if (marks->exceeded != INK_NO_ROW)
    ink_rows_add (tally->result->exceed, marks->exceeded);
}

/* Visits are numbered in the order in which they begin, so where no number goes down, each visit's
 * rows stand together, and no person has to be taken apart. FALSE where one does. @sessions:
 * (array): of every row of the store. */
gboolean ink_tally_count_visits (const InkTallying *tally, const guint32 *sessions,
                                 const InkRows *matches);
gboolean ink_tally_sum_visits   (const InkTallying *tally, const guint32 *sessions,
                                 const InkRows *matches);

G_END_DECLS
