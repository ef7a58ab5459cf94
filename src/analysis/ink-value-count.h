/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The values of one property among the rows that a filter leaves, each with how often it stands. */
#pragma once

#include "analysis/ink-narrowing.h"
#include "events/ink-property.h"

G_BEGIN_DECLS

/**
 * InkValueCount:
 * @property: (nullable): NULL where there is none
 * @rows: events or persons that count; @filled: of them those that carry it
 * @counts: (nullable): by value code, for INK_LAYOUT_CODES
 * @sorted: (nullable) (array length=filled): numbers or times ascending, for the other layouts
 */
typedef struct
{
  InkProperty *property;
  guint64 rows;
  guint64 filled;
  guint64 distinct;
  guint32 *counts;
  double *sorted;
} InkValueCount;

typedef struct
{
  InkValue value;
  guint64 rows;
} InkTopValue;

/* As the source gave it. FALSE with @error where it cannot be read, or when cancelled. */
gboolean ink_value_count_init  (InkValueCount *count, InkEventStore *store,
                                const InkNarrowing *narrowing, const char *name, InkOn on,
                                GError **error);
void     ink_value_count_clear (InkValueCount *count);
/* The @most most frequent values (element-type InkTopValue); of equal ones the first in the data, of
 * numbers the least. Values live as long as @count. */
GArray  *ink_value_count_top   (const InkValueCount *count, guint most) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkValueCount, ink_value_count_clear)

G_END_DECLS
