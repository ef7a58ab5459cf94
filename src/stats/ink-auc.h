/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How well scores put converters before the others, and whether one score does it better. */
#pragma once

#include <glib.h>

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/**
 * InkAuc:
 * @auc: the chance that a converter's score is above another's, ties one half; NaN where there are
 *   none of one kind
 * @variance: E. DeLong, D. DeLong & D. Clarke-Pearson, 1988; NaN for fewer than two of a kind
 * @range: @auc ± z √variance within 0 to 1; NaN with @variance
 */
typedef struct
{
  double auc;
  double variance;
  InkInterval range;
} InkAuc;

/**
 * InkAucComparison:
 * @one: the first score
 * @other: the second score
 * @z: of their difference on the same people; 0 where they order all pairs alike, NaN where there
 *   is no variance to judge by
 * @p_value: two-sided
 */
typedef struct
{
  InkAuc one;
  InkAuc other;
  double z;
  double p_value;
} InkAucComparison;

/* @scores, @outcomes (0 or 1): (array length=n). By midranks (X. Sun & W. Xu, 2014): n log n. */
void ink_auc_estimate (const double *scores, const guint8 *outcomes, gsize n, InkAuc *result);
void ink_auc_compare  (const double *scores, const double *other_scores, const guint8 *outcomes,
                       gsize n, InkAucComparison *result);

G_END_DECLS
