/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A list over numbers: its row objects are made when they are asked for, and know nothing but their
 * number. However long it is, it costs what is on screen. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INK_TYPE_ROW (ink_row_get_type ())
G_DECLARE_FINAL_TYPE (InkRow, ink_row, INK, ROW, GObject)

/* What the row is a row of: an index into the owner's arrays. */
guint ink_row_get_number (InkRow *self);

#define INK_TYPE_ROW_LIST (ink_row_list_get_type ())
/* A GListModel of InkRow. */
G_DECLARE_FINAL_TYPE (InkRowList, ink_row_list, INK, ROW_LIST, GObject)

InkRowList *ink_row_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* @numbers: (transfer full) (array length=n) (nullable): the number of each row, in order; NULL: 0
 * to n - 1. */
void        ink_row_list_set        (InkRowList *self, guint n, guint32 *numbers);
/* How many rows there are; as a GListModel it may have fewer for a moment after it was set. */
guint       ink_row_list_get_n      (InkRowList *self);
guint       ink_row_list_get_number (InkRowList *self, guint position);

G_END_DECLS
