/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many tests at once: p-values that allow for how many there were. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ink_benjamini_hochberg:
 * @p: (array length=n): p-values in any order, none NaN
 * @q: (out) (array length=n): in the same order; may be @p itself
 *
 * q of the i-th smallest = min over j >= i of p_(j) n / j, at most 1: among the findings with
 * q <= 5 %, one in twenty is expected to be false (Y. Benjamini & Y. Hochberg, 1995).
 */
void ink_benjamini_hochberg (const double *p, gsize n, double *q);

/* Holm's p-values (S. Holm, 1979), against even one false finding; shapes as above. */
void ink_holm               (const double *p, gsize n, double *adjusted);

G_END_DECLS
