/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the files that look for leading indicators share. */
#pragma once

#include <json-glib/json-glib.h>

#include "analysis/ink-indicators.h"

G_BEGIN_DECLS

/* Verdicts and sentences of all that @frame has. Takes the tally of @sums, and @estimates. @n_own: the
 * first so many micros are goals: what overlaps with what is said of these only. */
InkIndicators *ink_indicators_new          (const InkIndicatorFrame *frame,
                                            InkIndicatorSums *sums,
                                            InkIndicatorEstimates *estimates, guint n_own)
    G_GNUC_WARN_UNUSED_RESULT;
/* The persona of that name, INK_INDICATOR_ALL_PERSONAS for NULL. */
gboolean       ink_indicators_find_persona (const InkScope *scope, const char *name, int *persona,
                                            GError **error);
/* The members of one micro, into the object that is being built. */
void           ink_indicators_put_micro    (JsonBuilder *json, const InkIndicators *all,
                                            guint index);

G_END_DECLS
