/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of a funnel's steps: each gives a new funnel, whose first step is never optional. Positions
 * count from 0. */
#pragma once

#include "definition/ink-funnel.h"

G_BEGIN_DECLS

/* The step at @from stands at @to; the others keep their order. */
InkFunnel *ink_funnel_copy_with_step_moved    (const InkFunnel *funnel, guint from, guint to)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnel *ink_funnel_copy_with_step_removed  (const InkFunnel *funnel, guint position)
    G_GNUC_WARN_UNUSED_RESULT;
/* A step of @rule, behind the others. */
InkFunnel *ink_funnel_copy_with_step_added    (const InkFunnel *funnel, InkRule *rule)
    G_GNUC_WARN_UNUSED_RESULT;
/* @step in place of the one at @position, as it is. */
InkFunnel *ink_funnel_copy_with_step_replaced (const InkFunnel *funnel, guint position,
                                               const InkStep *step) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
