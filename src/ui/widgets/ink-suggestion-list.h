/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals that the data proposes, and templates matched onto it: accepted or declined one by one or
 * all at once. Every answer is an edit of the document with a name, so each can be undone. */
#pragma once

#include <adwaita.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_SUGGESTION_LIST (ink_suggestion_list_get_type ())
/* Properties: "source" (string): "data", or the id of a template (ink-goal-templates.h).
 * Signals: "accepted" (const char *goal id): the board may select it; NULL after Accept All;
 * "done": nobody wants more of them now. */
G_DECLARE_FINAL_TYPE (InkSuggestionList, ink_suggestion_list, INK, SUGGESTION_LIST, GtkWidget)

GtkWidget  *ink_suggestion_list_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Once. Asks as long as the list is shown (mapped), and not otherwise. */
void        ink_suggestion_list_set_view   (InkSuggestionList *self, InkView *view);
void        ink_suggestion_list_set_source (InkSuggestionList *self, const char *source);
const char *ink_suggestion_list_get_source (InkSuggestionList *self);

G_END_DECLS
