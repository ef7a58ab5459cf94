/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How verdicts look in charts: a colour of the palette and a shape, and which of them come first. */
#pragma once

#include "analysis/ink-verdict.h"
#include "plot/ink-shape.h"

G_BEGIN_DECLS

/**
 * InkVerdictLook:
 * @rank: where it stands in a ranking, from what matters most
 * @series: its colour of a theme's palette
 * @shape: its shape, so that colour is never all
 * @is_muted: it says that there is nothing to see, or not yet
 */
typedef struct
{
  guint rank;
  guint series;
  InkShape shape;
  gboolean is_muted;
} InkVerdictLook;

const InkVerdictLook *ink_verdict_get_look (InkVerdict verdict);
/* @name: as files have it (ink_verdict_to_string()), nullable; what is unknown is no data. */
InkVerdict            ink_verdict_from_string (const char *name);

G_END_DECLS
