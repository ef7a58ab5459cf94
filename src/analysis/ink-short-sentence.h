/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes with buying inside a visit, in words: never "leading", "early sign" or "before". */
#pragma once

#include "analysis/ink-short-journeys.h"

G_BEGIN_DECLS

/* @indicator: one of @journeys; @macro: the goal's name. */
char *ink_short_sentence (const InkShortJourneys *journeys, const InkShortIndicator *indicator,
                          const char *macro) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
