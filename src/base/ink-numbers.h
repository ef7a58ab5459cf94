/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers as people read them: counts, shares, durations, dates. The only place that makes them. */
#pragma once

#include "base/ink-table.h"
#include "base/ink-time.h"

G_BEGIN_DECLS

/**
 * InkNumbers:
 * @decimal: what stands before the decimals
 * @group: what stands between thousands
 *
 * How a language writes numbers. A value, copied freely.
 */
typedef struct
{
  char decimal[8];
  char group[8];
  gboolean right_to_left; /* as the language is written; numbers themselves never are */
} InkNumbers;

/* Point and narrow space, whatever the locale: for tests and files that must not change. */
extern const InkNumbers ink_numbers_plain;

InkNumbers ink_numbers_for_locale (void);

/* All return (transfer full) texts; a number that is not finite gives a dash. */
char *ink_numbers_count   (const InkNumbers *numbers, double count) G_GNUC_WARN_UNUSED_RESULT;
char *ink_numbers_decimal (const InkNumbers *numbers, double number, int decimals)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_numbers_plain_number (const InkNumbers *numbers, double number)
    G_GNUC_WARN_UNUSED_RESULT;
/* A fraction 0-1 as "18.8 %": more decimals where it is small, never 0 or 100 where it is not. */
char *ink_numbers_share   (const InkNumbers *numbers, double share) G_GNUC_WARN_UNUSED_RESULT;
/* The two largest units: "6 days 4 h". */
char *ink_numbers_seconds (const InkNumbers *numbers, double seconds) G_GNUC_WARN_UNUSED_RESULT;
/* The same between events of which only the day is known: "the same day", "1.5 days". */
char *ink_numbers_days    (const InkNumbers *numbers, double seconds) G_GNUC_WARN_UNUSED_RESULT;
/* The day, week (its Monday) or month of a moment; @zone nullable: UTC. */
char *ink_numbers_date    (const InkNumbers *numbers, gint64 time, InkPeriod period,
                           GTimeZone *zone, gboolean with_year) G_GNUC_WARN_UNUSED_RESULT;
/* "2.9×"; more digits where it is small, fewer where it is large. */
char *ink_numbers_ratio   (const InkNumbers *numbers, double ratio) G_GNUC_WARN_UNUSED_RESULT;
/* "2.6 – 3.7" of two such texts; no line ends in it. */
char *ink_numbers_range   (const char *low, const char *high) G_GNUC_WARN_UNUSED_RESULT;
char *ink_numbers_format  (const InkNumbers *numbers, InkFormat format, double value)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
