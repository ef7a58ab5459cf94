/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a lead score may be shown: it must beat sorting by recent visits. */
#pragma once

#include <glib.h>

#include "stats/ink-auc.h"
#include "stats/ink-calibration.h"

G_BEGIN_DECLS

/**
 * InkScoreGateVerdict:
 * @INK_SCORE_GATE_CANNOT_SAY: fewer than 20 conversions to validate with; scores are a rank only
 * @INK_SCORE_GATE_NO_BETTER: no better than sorting by recent visits
 * @INK_SCORE_GATE_BETTER: its AUC is above that of recent visits, p <= 0.05
 */
typedef enum
{
  INK_SCORE_GATE_CANNOT_SAY,
  INK_SCORE_GATE_NO_BETTER,
  INK_SCORE_GATE_BETTER,
} InkScoreGateVerdict;

/* Most visits in the last 30 days first, ties by visits in all: 1e6 × the former + the latter. */
double              ink_score_gate_baseline   (double visits_30_days, double visits);

/* @scores, @baseline and @outcomes: (array length=n), of people not used for training.
 * @comparison (nullable): what the verdict rests on, the score first. */
InkScoreGateVerdict ink_score_gate            (const double *scores, const double *baseline,
                                               const guint8 *outcomes, gsize n,
                                               InkAucComparison *comparison);

/* Whether scores can be read as chances: slope and observed over expected both in 0.8 to 1.25. */
gboolean            ink_score_gate_calibrated (const InkCalibration *calibration);

G_END_DECLS
