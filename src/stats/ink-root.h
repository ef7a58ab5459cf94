/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a function crosses zero. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef double (*InkRootFunc) (double x, gconstpointer data);

/**
 * ink_root:
 * @function: continuous on [@low, @high], of different sign (or zero) at its ends
 *
 * Brent's method (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4):
 * never worse than bisection, to the last digits of a double.
 *
 * Returns: the place of the crossing; where the signs do not differ, the end nearer to zero
 */
double ink_root (InkRootFunc function, gconstpointer data, double low, double high);

G_END_DECLS
