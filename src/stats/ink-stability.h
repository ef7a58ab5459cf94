/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a micro conversion still leads as it did. */
#pragma once

#include <glib.h>

#include "stats/ink-rate-ratio.h"

G_BEGIN_DECLS

/* Where the data are cut in an early and a late half: element floor ((n - 1) / 2) of the sorted
 * times of the macro conversions at risk. Puts @times in another order. @n > 0. */
gint64   ink_stability_cut (gint64 *times, gsize n);

/* Whether something that leads overall is fading: at least 5 conversions of people who did it early,
 * at least 5 expected late, and a late ratio of 1 at most. */
gboolean ink_is_fading     (const InkRateRatio *early, const InkRateRatio *late);

G_END_DECLS
