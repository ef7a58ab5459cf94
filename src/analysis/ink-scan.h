/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the rows of events of given names: the first thing every question does. */
#pragma once

#include "analysis/ink-rows.h"
#include "events/ink-codes.h"

G_BEGIN_DECLS

/* Appends the rows from @first up to but not including @end whose name is one of @wanted. */
void ink_scan_names (InkCodes names, guint32 first, guint32 end, const guint32 *wanted,
                     guint n_wanted, InkRows *rows);

G_END_DECLS
