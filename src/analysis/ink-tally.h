/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `times` and `total`: the events that reach a bound, and those that go beyond one. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/**
 * InkTallyRows:
 * @reach: (nullable): the events that reach at_least; NULL where there is no such bound, or one
 *   that needs no event to be reached (0 or less)
 * @exceed: (nullable): events by which at_most was exceeded; NULL where there is no such bound
 */
typedef struct
{
  InkRows *reach;
  InkRows *exceed;
} InkTallyRows;

/* @matches: the events that count. @after: (nullable): completions of the `after` goal.
 * @window: of this tally. */
gboolean ink_tally_run (InkScope *scope, const InkTally *tally, InkSpan window,
                        InkRows *matches, InkRows *after, InkTallyRows *result, GError **error);

G_END_DECLS
