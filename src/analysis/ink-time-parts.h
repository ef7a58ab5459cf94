/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A stretch of time cut into a few parts of whole days, for small lines over time. */
#pragma once

#include "base/ink-table.h"
#include "base/ink-time.h"

G_BEGIN_DECLS

/**
 * InkTimeParts:
 * @starts: (array length=n+1): where each part begins, and where the last ends (not included)
 */
typedef struct
{
  guint n;
  gint64 *starts;
} InkTimeParts;

/* Days of @zone from @first to @last where there are at most @most of them, else as many weeks each
 * as it takes. They are counted back from the last day, so that the last part is a whole one; the
 * first may be shorter. None where a moment is INK_TIME_NONE or @most is 0. */
void ink_time_parts_init  (InkTimeParts *parts, gint64 first, gint64 last, guint most,
                           GTimeZone *zone);
void ink_time_parts_clear (InkTimeParts *parts);

/* Columns start and end (not included) of each part. */
InkTable *ink_time_parts_to_table (const InkTimeParts *parts) G_GNUC_WARN_UNUSED_RESULT;
/* A column of counts for each part, named by its first day in @zone. */
void ink_time_parts_declare (const InkTimeParts *parts, GTimeZone *zone,
                             InkTableBuilder *builder);

/* The part of @time, looked for from part @from on; @time must not lie before that. */
static inline guint
ink_time_parts_find (const InkTimeParts *parts,
                     guint from,
                     gint64 time)
{
  while (from + 1 < parts->n && time >= parts->starts[from + 1])
    from++;
  return from;
}

/* The same of times in any order. What lies outside belongs to the first or the last part. */
static inline guint
ink_time_parts_find_any (const InkTimeParts *parts,
                         gint64 time)
{
  gint64 length = parts->starts[parts->n] - parts->starts[parts->n - 1];
  double back = (double) (parts->starts[parts->n] - time) / (double) length;
  guint part = back >= parts->n ? 0 : back < 1 ? parts->n - 1 : parts->n - 1 - (guint) back;

  /* Clocks that change put a part's start up to an hour beside where it would be. */
  while (part > 0 && time < parts->starts[part])
    part--;
  return ink_time_parts_find (parts, part, time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkTimeParts, ink_time_parts_clear)

G_END_DECLS
