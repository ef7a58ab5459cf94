/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the rows of events of given names: the first thing every question does. */
#pragma once

#include "analysis/ink-rows.h"
#include "events/ink-codes.h"

G_BEGIN_DECLS

/* More names than this are looked for one pass after the other. */
#define INK_SCAN_MAX 16

/* Appends the rows below @end of each of @wanted (different codes) to its own list, in one pass, on
 * two threads where there are many rows. */
void ink_scan_each  (InkCodes names, guint32 end, const guint32 *wanted, guint n_wanted,
                     InkRows *const *lists);
/* Appends the rows below @end whose name is any of @wanted. */
void ink_scan_names (InkCodes names, guint32 end, const guint32 *wanted, guint n_wanted,
                     InkRows *rows);

G_END_DECLS
