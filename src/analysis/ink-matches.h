/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The events that a `does` or `goal` rule is about, after every filter but `times` and `total`. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/* first_time, where, first_time "matching" and between, in this order, over the events of the
 * rule's names, or over @completions for a rule of kind goal. */
InkRows *ink_matches_find   (InkScope *scope, const InkRule *rule, InkRows *completions,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Those of @matches that come after another event which is one of @completions, within @window. */
InkRows *ink_matches_after  (InkScope *scope, InkRows *matches, InkRows *completions,
                             InkSpan window, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Those within @length microseconds of the person's first event. */
InkRows *ink_matches_first_days (InkScope *scope, InkRows *matches, gint64 length,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
