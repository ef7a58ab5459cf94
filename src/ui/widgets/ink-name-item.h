/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One of the names on offer: an event, a goal; with what it is and how much of it there is. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INK_TYPE_NAME_ITEM (ink_name_item_get_type ())
/* Properties, for bindings: "title", "detail" (strings). */
G_DECLARE_FINAL_TYPE (InkNameItem, ink_name_item, INK, NAME_ITEM, GObject)

/* @detail: nullable: at the end of the line. @rank: the larger, the earlier. @index: the caller's. */
InkNameItem *ink_name_item_new       (const char *title, const char *detail, double rank,
                                      guint index) G_GNUC_WARN_UNUSED_RESULT;
guint        ink_name_item_get_index (InkNameItem *self);
/* Is every word of @search (folded) somewhere in it? */
gboolean     ink_name_item_matches   (InkNameItem *self, const char *const *words);
/* @store holds @items (element-type InkNameItem) from now on, the larger rank first. */
void         ink_name_items_fill     (GListStore *store, GPtrArray *items);

G_END_DECLS
