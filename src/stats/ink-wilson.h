/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The range of a share: Wilson's, which Inkling shows, and the exact one. */
#pragma once

#include <glib.h>

#include "stats/ink-interval.h"

G_BEGIN_DECLS

/* The range of @successes of @trials; NaN for both ends where there are no trials. */
void ink_wilson (guint64 successes, guint64 trials, double *low, double *high);

/* Wilson's score range (E. B. Wilson, 1927) at @level (0.95): the shares p whose distance from the
 * observed one is within z √(p (1 - p) / n). No correction for continuity. NaN without trials. */
InkInterval ink_wilson_range (guint64 successes, guint64 trials, double level);
/* The exact range of C. J. Clopper & E. S. Pearson, 1934, from quantiles of the beta distribution;
 * never too narrow, often too wide: the check of the one above. NaN without trials. */
InkInterval ink_exact_share_range (guint64 successes, guint64 trials, double level);

G_END_DECLS
