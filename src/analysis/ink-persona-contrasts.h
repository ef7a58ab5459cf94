/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much more often a persona's people do something than all others, and whether that holds up
 * when so many things are looked at. */
#pragma once

#include "analysis/ink-persona-compare.h"
#include "stats/ink-two-shares.h"

G_BEGIN_DECLS

/**
 * InkPersonaContrast:
 * @slot: whose
 * @goal: its place in the definition, or -1 for an event
 * @name: of the goal or event; borrowed
 * @defining: the persona's rule looks at it
 * @shares: the persona's people, then all others
 * @range: of the ratio of the shares
 * @q: Benjamini and Hochberg's, over all that do not define the persona; NaN where not compared
 */
typedef struct
{
  guint slot;
  int goal;
  const char *name;
  gboolean defining;
  InkTwoShares shares;
  double ratio;
  InkInterval range;
  double q;
} InkPersonaContrast;

/* (element-type InkPersonaContrast): for each slot all goals in order, then events that are neither
 * hidden, passive nor a goal by themselves. */
GArray  *ink_persona_contrasts_new (const InkPersonaComparison *comparison)
    G_GNUC_WARN_UNUSED_RESULT;
/* Worth to be told: for certain, by much, and no mere definition. */
gboolean ink_persona_contrast_tells (const InkPersonaContrast *contrast);

G_END_DECLS
