/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who passes one step of a funnel, in numbers that findings may use. */
#pragma once

#include "analysis/ink-funnel-result.h"

G_BEGIN_DECLS

/**
 * InkPassing:
 * @name: of the group; "" of the whole funnel. Lives as long as the result
 * @came: at the step before
 * @stopped: of these, dropped here; @under_way: of these, not over yet
 * @settled: so many are under way that share and range are of those whose window is over
 * @of: the denominator of @share; @passed: its numerator
 * @share: who passed, with its 95 % range; NaN where nobody came
 */
typedef struct
{
  const char *name;
  guint32 came;
  guint32 stopped;
  guint32 under_way;
  gboolean settled;
  guint32 of;
  guint32 passed;
  double share;
  double low;
  double high;
} InkPassing;

/* Element type InkPassing: of @step (from 2) the whole funnel, then each group. */
GArray  *ink_funnel_result_get_passing (const InkFunnelResult *result, guint step)
    G_GNUC_WARN_UNUSED_RESULT;
/* How many times as often @a passes as @b, with the range that holds with 95 % over all
 * @n_comparisons such comparisons at once. FALSE where one of them has too few to say. */
gboolean ink_passing_compare           (const InkPassing *a, const InkPassing *b,
                                        guint n_comparisons, double *ratio, double *low,
                                        double *high);

G_END_DECLS
