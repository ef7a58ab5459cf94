/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows in order of person, then time, then place: a counting sort, and a repair where needed. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows by group, in the order in which they stand. @offsets (n_groups + 1) is filled. */
guint32 *ink_row_order_by_group (const guint32 *group_of_row, guint32 n_rows, guint32 n_groups,
                                 guint32 *offsets) G_GNUC_WARN_UNUSED_RESULT;
/* Sorts the slices that are not in order of (time, row). @times lies in the order of @rows. */
void     ink_row_order_by_time  (guint32 *rows, gint64 *times, const guint32 *offsets,
                                 guint32 n_groups);

G_END_DECLS
