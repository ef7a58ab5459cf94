/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Splits one person's time at every change of state, and adds it to the cells. */
#pragma once

#include "analysis/ink-indicator-personas.h"
#include "analysis/ink-indicator-tally.h"

G_BEGIN_DECLS

#define INK_INDICATOR_ALL_PERSONAS -1

/**
 * InkIndicatorWalk:
 * @only: the persona in which time counts, or INK_INDICATOR_ALL_PERSONAS
 * @cut: time up to and including it goes to the first half of a cell
 * @cells, @tally: where everything is added
 *
 * The rest is private. One for each thread.
 */
typedef struct
{
  const InkIndicatorFrame *frame;
  const InkIndicatorPersonas *personas;
  int only;
  gint64 cut;
  InkIndicatorCells *cells;
  InkIndicatorTally *tally;

  const InkIndicatorLife *life;
  guint persona;
  guint32 visits;
  guint visit_band;
  gint64 last_visit;
  guint64 done;
  guint time_band;
  guint64 counted;   /* what was done while time counted */
  guint64 *seen;     /* by persona, what was done in it */
  gboolean *entered; /* by persona, whether any time counted in it */
  gboolean any;
} InkIndicatorWalk;

void ink_indicator_walk_init   (InkIndicatorWalk *walk, const InkIndicatorFrame *frame,
                                const InkIndicatorPersonas *personas, int only, gint64 cut);
void ink_indicator_walk_clear  (InkIndicatorWalk *walk);
/* @life: of somebody at risk */
void ink_indicator_walk_person (InkIndicatorWalk *walk, const InkIndicatorLife *life);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkIndicatorWalk, ink_indicator_walk_clear)

G_END_DECLS
