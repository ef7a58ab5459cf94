/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many numbers at a glance: their median and bins with round edges, without sorting them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define INK_MAX_BINS 48

/**
 * InkNumberBins:
 * @least, @median, @greatest: NaN where there is no number
 * @n: how many bins
 * @edges: (array length=n+1): ascending; a bin holds its lower edge, the last one both
 */
typedef struct
{
  double least;
  double median;
  double greatest;
  guint n;
  double edges[INK_MAX_BINS + 1];
  guint8 *hints; /* private */
} InkNumberBins;

/* @numbers: (array length=n): finite, in any order. @seconds: edges are round lengths of time. */
void ink_number_bins_init  (InkNumberBins *bins, const double *numbers, guint32 n,
                            gboolean seconds);
void ink_number_bins_clear (InkNumberBins *bins);
/* The bin of one of the numbers. */
guint ink_number_bins_find (const InkNumberBins *bins, double number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkNumberBins, ink_number_bins_clear)

G_END_DECLS
