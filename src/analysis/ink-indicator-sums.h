/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over everybody's events: person-time by cells, and the counts beside it. */
#pragma once

#include "analysis/ink-indicator-walk.h"

G_BEGIN_DECLS

/**
 * InkIndicatorSums:
 * @cells: (element-type InkIndicatorCell): by stratum, then by what was done
 * @tally: the counts
 * @cut: half of the conversions are not after it; G_MAXINT64 where there are none
 */
typedef struct
{
  GArray *cells;
  InkIndicatorTally *tally;
  gint64 cut;
} InkIndicatorSums;

/* @only: a persona, or INK_INDICATOR_ALL_PERSONAS. @threads: 0 for as many as help; the sums are the
 * same to the last bit whatever it is. NULL with @error where it was cancelled. */
InkIndicatorSums *ink_indicator_sums_new  (const InkIndicatorFrame *frame,
                                           const InkIndicatorPersonas *personas, int only,
                                           guint threads, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void              ink_indicator_sums_free (InkIndicatorSums *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorSums, ink_indicator_sums_free)

G_END_DECLS
