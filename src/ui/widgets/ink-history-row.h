/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A step of the project's history: what it is as an item of a list, and the row that shows it. */
#pragma once

#include <gtk/gtk.h>

#include "document/ink-change-log.h"

G_BEGIN_DECLS

#define INK_TYPE_HISTORY_ITEM (ink_history_item_get_type ())
G_DECLARE_FINAL_TYPE (InkHistoryItem, ink_history_item, INK, HISTORY_ITEM, GObject)

/* @step: (nullable): the empty project. @current: where the project stands. @kind, @id: (nullable):
 * only what changed of this thing is told. */
InkHistoryItem *ink_history_item_new          (const InkLoggedStep *step, gint64 current,
                                               const char *kind, const char *id)
    G_GNUC_WARN_UNUSED_RESULT;
gint64          ink_history_item_get_position (InkHistoryItem *self);
/* Does it say all of @words (case-folded, NULL-terminated)? */
gboolean        ink_history_item_matches      (InkHistoryItem *self, char *const *words);

#define INK_TYPE_HISTORY_ROW (ink_history_row_get_type ())
G_DECLARE_FINAL_TYPE (InkHistoryRow, ink_history_row, INK, HISTORY_ROW, GtkWidget)

void            ink_history_row_set_item      (InkHistoryRow *self, InkHistoryItem *item);

G_END_DECLS
