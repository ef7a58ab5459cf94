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
 * @places: (nullable): of every row of the store the part of its time, one byte each; what
 *   ink_time_parts_place() made; INK_TIME_PARTS_LIMIT: it has no time
 * @hints: private: per stretch of 2^@shift microseconds the part that it begins in
 */
typedef struct
{
  guint n;
  gint64 *starts;
  GBytes *places;
  guint8 *hints;
  guint n_hints;
  guint shift;
} InkTimeParts;

/* No more parts than this. */
#define INK_TIME_PARTS_LIMIT 255

/* Days of @zone from @first to @last where there are at most @most of them, else as many weeks each
 * as it takes. They are counted back from the last day, so that the last part is a whole one; the
 * first may be shorter. None where a moment is INK_TIME_NONE or @most is 0. */
void ink_time_parts_init  (InkTimeParts *parts, gint64 first, gint64 last, guint most,
                           GTimeZone *zone);
/* @parts become the same as @other. */
void ink_time_parts_copy  (InkTimeParts *parts, const InkTimeParts *other);
void ink_time_parts_clear (InkTimeParts *parts);
/* For who counts the same rows again and again. @times: (array length=n): of every row. */
void ink_time_parts_place (InkTimeParts *parts, const gint64 *times, guint32 n);

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
  guint64 stretch;

  if (G_UNLIKELY (time < parts->starts[0]))
    return 0;
  stretch = ((guint64) time - (guint64) parts->starts[0]) >> parts->shift;
  if (G_UNLIKELY (stretch >= parts->n_hints))
    return parts->n - 1;
  return ink_time_parts_find (parts, parts->hints[stretch], time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkTimeParts, ink_time_parts_clear)

G_END_DECLS
