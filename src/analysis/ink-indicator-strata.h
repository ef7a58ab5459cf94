/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cells seen from one micro conversion: what happened with and without it, stratum by stratum. */
#pragma once

#include "analysis/ink-indicator-cells.h"
#include "stats/ink-rate-ratio.h"

G_BEGIN_DECLS

/**
 * InkIndicatorSide: a cell's numbers as estimates take them, before the cut and after it.
 */
typedef struct
{
  double days[2];
  double events[2];
} InkIndicatorSide;

/**
 * InkIndicatorStrata:
 * @sides: by cell
 * @done: by cell, what was done: beside one another, since every micro looks at all of them
 * @n: strata
 * @ends: (array length=n): the cell after the last of each
 * @personas: (array length=n): ascending
 */
typedef struct
{
  const GArray *cells;
  InkIndicatorSide *sides;
  guint64 *done;
  guint n;
  guint *ends;
  guint *personas;
} InkIndicatorStrata;

/* @cells: (element-type InkIndicatorCell): sorted; outlives the strata */
void           ink_indicator_strata_init  (InkIndicatorStrata *strata, const GArray *cells);
void           ink_indicator_strata_clear (InkIndicatorStrata *strata);
/* Writes the @n strata of @micro: up to the cut, after it, and both together. */
void           ink_indicator_strata_fill  (const InkIndicatorStrata *strata, guint micro,
                                           InkRateStratum *early, InkRateStratum *late,
                                           InkRateStratum *whole);
/* All of them as one. */
InkRateStratum ink_indicator_strata_pool  (const InkIndicatorStrata *strata,
                                           const InkRateStratum *rates);
/* The strata of @persona: from @first to before @end. */
void           ink_indicator_strata_range (const InkIndicatorStrata *strata, guint persona,
                                           guint *first, guint *end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkIndicatorStrata, ink_indicator_strata_clear)

G_END_DECLS
