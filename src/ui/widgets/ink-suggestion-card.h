/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One goal that is proposed: what it is, why, and how many people; to accept or to decline. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"
#include "definition/ink-goal.h"

G_BEGIN_DECLS

#define INK_TYPE_SUGGESTION_CARD (ink_suggestion_card_get_type ())
/* Signals "accepted", "declined": by button, Enter or Delete. */
G_DECLARE_FINAL_TYPE (InkSuggestionCard, ink_suggestion_card, INK, SUGGESTION_CARD,
                      GtkFlowBoxChild)

/* @table, @row: of ink_suggestions_query_new() or of a template; NULL where that row has no rule. */
GtkWidget *ink_suggestion_card_new      (const InkTable *table, guint row)
    G_GNUC_WARN_UNUSED_RESULT;
/* (transfer none) */
InkGoal   *ink_suggestion_card_get_goal (InkSuggestionCard *self);
void       ink_suggestion_card_accept   (InkSuggestionCard *self);

G_END_DECLS
