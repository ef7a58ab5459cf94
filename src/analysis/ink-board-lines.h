/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many people go on from each goal to each other. */
#pragma once

#include "analysis/ink-board-goal.h"

G_BEGIN_DECLS

/* @lines[from * n + to] becomes the number of people who complete @to after @from (or @from again),
 * for the pairs of which either is @wanted (array length=n). FALSE when cancelled. */
gboolean ink_board_lines_fill (InkBoardGoal *const *goals, guint n, const gboolean *wanted,
                               guint32 n_people, guint32 *lines, GCancellable *cancellable);

G_END_DECLS
