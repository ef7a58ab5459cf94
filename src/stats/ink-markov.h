/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Channels as states of a chain: what is lost where one of them is taken away. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkPath:
 * @channels: (array length=n): numbers of channels, in the order of the visits
 * @n: how many visits
 * @conversions: people who converted at its end
 * @nulls: people who did not
 */
typedef struct
{
  const guint *channels;
  gsize n;
  double conversions;
  double nulls;
} InkPath;

/**
 * ink_markov_transitions:
 *
 * The chances of the next step, order 1, with steps to the same channel kept. Row 0 is the start,
 * row 1 + c channel c; column c is channel c, column @n_channels the conversion, the last one the
 * end without. A channel in no path has a row of zeros.
 *
 * Returns: (transfer full) (array): (n_channels + 1) × (n_channels + 2), row by row
 */
double *ink_markov_transitions (const InkPath *paths, gsize n_paths, guint n_channels)
    G_GNUC_WARN_UNUSED_RESULT;

/**
 * ink_markov_removal:
 * @transitions: of ink_markov_transitions()
 * @effects: (out) (array length=n_channels): 1 - P (conversion without the channel, its traffic
 *   lost) / P (conversion); 0 where nobody converts
 *
 * E. Anderl et al., International Journal of Research in Marketing 33 (2016) 457. Exact, by solving
 * the linear equations of the chain. Credit is in proportion to effects. Each is (channels)³ work.
 *
 * Returns: P (conversion)
 */
double  ink_markov_removal     (const double *transitions, guint n_channels, double *effects);

G_END_DECLS
