/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The normal distribution: tail and quantile. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* P (Z > @x) = erfc (x / √2) / 2, right in the far tail, too. */
double ink_normal_upper    (double x);
/* The p-value of both tails beyond ±@z. */
double ink_normal_two_sided (double z);
/* The x with P (Z <= x) = @p; ∓INFINITY at 0 and 1. M. J. Wichura, algorithm AS 241 (PPND16),
 * Applied Statistics 37 (1988) 477: 16 digits. */
double ink_normal_quantile (double p);

G_END_DECLS
