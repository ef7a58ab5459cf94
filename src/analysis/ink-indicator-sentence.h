/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Verdicts in words: "associated with", never "causes", "drives" or "boosts". */
#pragma once

#include "analysis/ink-indicators.h"

G_BEGIN_DECLS

/* What the verdict of a micro means, with the numbers that it stands on. */
char *ink_indicator_sentence     (const InkIndicators *indicators, guint index)
    G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) What has to be said of all of them first: nobody converted, or all at first sight, or
 * the journeys are too short. */
char *ink_indicators_note        (const InkIndicators *indicators) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
