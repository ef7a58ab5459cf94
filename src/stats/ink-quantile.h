/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The middle of numbers, without sorting them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The median, between the two middle values where there is no single one. Puts @values in another
 * order. NaN for none. */
double ink_median (gint64 *values, gsize n);
/* The lower of the two middle values: element floor ((n - 1) / 2) of the sorted ones, counted from 0.
 * Puts @values in another order. @n > 0. */
gint64 ink_lower_median (gint64 *values, gsize n);

G_END_DECLS
