/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A range from a lower to an upper limit, as every estimate of this library carries one. */
#pragma once

#include <math.h>

#include <glib.h>

G_BEGIN_DECLS

/* The 97.5 % point of the normal distribution: two-sided 95 % ranges reach this far. */
#define INK_Z95 1.959963984540054

/**
 * InkInterval:
 * @low: the lower limit; 0 or -INFINITY where there is none, NaN where it does not exist
 * @high: the upper limit; INFINITY where there is none, NaN where it does not exist
 */
typedef struct
{
  double low;
  double high;
} InkInterval;

/* The range of a ratio whose logarithm has the standard error @se: exp (@log_ratio ± z @se). */
static inline InkInterval
ink_interval_of_log (double log_ratio,
                     double se)
{
  return (InkInterval) { exp (log_ratio - INK_Z95 * se), exp (log_ratio + INK_Z95 * se) };
}

G_END_DECLS
