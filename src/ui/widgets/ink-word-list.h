/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A searchable list of names, of which one is picked, or several are ticked. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/ink-name-item.h"

G_BEGIN_DECLS

#define INK_TYPE_WORD_LIST (ink_word_list_get_type ())
/* Signals "picked" (uint): this one alone; "ticked" (uint, boolean): this one, too, or no longer.
 * Both give the item's index. */
G_DECLARE_FINAL_TYPE (InkWordList, ink_word_list, INK, WORD_LIST, GtkWidget)

/* @ticks: several can be ticked. */
GtkWidget *ink_word_list_new       (gboolean ticks) G_GNUC_WARN_UNUSED_RESULT;
/* @items: of InkNameItem; shown by rank. */
void       ink_word_list_set_items (InkWordList *self, GPtrArray *items);
/* @indexes: of those that hold now (element-type guint). */
void       ink_word_list_set_ticked (InkWordList *self, GArray *indexes);
/* What stands below the list. */
void       ink_word_list_add_below (InkWordList *self, GtkWidget *child);
/* For tests: as if somebody did. */
void       ink_word_list_pick      (InkWordList *self, guint index);
void       ink_word_list_tick      (InkWordList *self, guint index, gboolean ticked);

G_END_DECLS
