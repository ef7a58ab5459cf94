/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ratios, ranges, counts and shares as the sentences about goals write them. */
#pragma once

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/* "2.9×"; "no ratio" and "many times" where there is no number. */
char *ink_words_ratio (double ratio) G_GNUC_WARN_UNUSED_RESULT;
/* "2.9 times", to go before "as often". */
char *ink_words_times (double ratio) G_GNUC_WARN_UNUSED_RESULT;
/* "2.3 – 3.7", or "2.3 or more". */
char *ink_words_range (InkInterval range) G_GNUC_WARN_UNUSED_RESULT;
/* Both at once: as ink_words_times(), and as ink_words_range() in @range_words; with two decimals where
 * an end of the range would else look like its middle. */
char *ink_words_estimate (double ratio, InkInterval range, char **range_words)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_words_count (double count) G_GNUC_WARN_UNUSED_RESULT;
/* A fraction as "14 %", with a decimal where it is small. */
char *ink_words_share (double share) G_GNUC_WARN_UNUSED_RESULT;
/* "11 – 18 %". */
char *ink_words_share_range (InkInterval range) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
