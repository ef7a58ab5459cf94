/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The ticks that an axis and its grid share, and what stands at them. */
#pragma once

#include "plot/ink-mark.h"

G_BEGIN_DECLS

GArray *ink_mark_ticks      (const InkMarkState *state) G_GNUC_WARN_UNUSED_RESULT;
char   *ink_mark_tick_label (const InkMarkState *state, const GArray *ticks, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
