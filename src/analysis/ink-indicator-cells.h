/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Person-time by stratum and by what was done: all that the estimates need, of all micro
 * conversions at once. */
#pragma once

#include "analysis/ink-indicator-bands.h"
#include "analysis/ink-time-sum.h"

G_BEGIN_DECLS

/* What is done is a bit of one number. */
#define INK_INDICATOR_MAX_MICROS 64

/**
 * InkIndicatorCell:
 * @stratum: who is comparable
 * @done: a bit per micro that was done in an ended session
 * @time: person-time; [0] before the cut that asks whether a lead still holds, [1] after it
 * @events: macro conversions, likewise
 */
typedef struct
{
  InkIndicatorStratum stratum;
  guint64 done;
  InkTimeSum time[2];
  guint32 events[2];
} InkIndicatorCell;

/**
 * InkIndicatorPiece: time to be added to the cell of @stratum and @done.
 * @time: by half, microseconds
 * @events: by half, whether a macro conversion ends it
 */
typedef struct
{
  InkIndicatorStratum stratum;
  guint64 done;
  gint64 time[2];
  guint8 events[2];
} InkIndicatorPiece;

typedef struct _InkIndicatorCells InkIndicatorCells;

InkIndicatorCells *ink_indicator_cells_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               ink_indicator_cells_free (InkIndicatorCells *cells);
/* The cell of @stratum and @done, made where there is none; valid until the next call. */
InkIndicatorCell  *ink_indicator_cells_find (InkIndicatorCells *cells, InkIndicatorStratum stratum,
                                             guint64 done);
/* Adds @piece, together with others: what it adds to is asked of memory ahead. */
void               ink_indicator_cells_add  (InkIndicatorCells *cells,
                                             const InkIndicatorPiece *piece);
/* Ends the adding: (element-type InkIndicatorCell) (transfer full): by stratum, then by @done. */
GArray            *ink_indicator_cells_steal_sorted (InkIndicatorCells *cells)
    G_GNUC_WARN_UNUSED_RESULT;
/* Two such arrays as one: cells that both have are added. */
GArray            *ink_indicator_cells_merge (const GArray *a, const GArray *b)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorCells, ink_indicator_cells_free)

G_END_DECLS
