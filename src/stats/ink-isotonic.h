/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rising curve through points, by nothing but their order. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One point of the curve. */
typedef struct
{
  double x;
  double y;
} InkIsotonicKnot;

/**
 * ink_isotonic_fit:
 * @x, @y, @weights: (array length=n): weights above 0
 * @knots: (out) (array length=n): room for @n; one for each distinct x, rising
 *
 * The rising steps nearest to the points by weighted squares, after those with equal x are averaged:
 * pool adjacent violators (M. Ayer et al., 1955; for scores B. Zadrozny & C. Elkan, 2002). Only with
 * at least 200 conversions better than Platt's.
 *
 * Returns: how many knots
 */
gsize  ink_isotonic_fit   (const double *x, const double *y, const double *weights, gsize n,
                           InkIsotonicKnot *knots);
/* Straight between knots, level outside them; NaN without knots. */
double ink_isotonic_apply (const InkIsotonicKnot *knots, gsize n_knots, double x);

G_END_DECLS
