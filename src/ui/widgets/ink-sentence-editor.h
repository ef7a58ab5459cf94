/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A rule as a sentence whose words are menus: what a person does or is. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-sentence-check.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_SENTENCE_EDITOR (ink_sentence_editor_get_type ())
/* Signal "edited" (InkRule *, label, field: pointer, two strings): the rule is another one, which
 * holds together; what was done in words, and which part of it was edited (NULL: no later edit
 * joins this one). While a word is still to be chosen nothing is said.
 * Signal "draft-changed": what is shown is another sentence, finished or not. */
G_DECLARE_FINAL_TYPE (InkSentenceEditor, ink_sentence_editor, INK, SENTENCE_EDITOR, GtkWidget)

GtkWidget *ink_sentence_editor_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* Where events, properties, values, goals and personas on offer come from. NULL: none. */
void       ink_sentence_editor_set_view (InkSentenceEditor *self, InkView *view);
/* What was begun and not finished stays where @rule is the one that was set or said last. NULL: an
 * empty sentence, to be begun. */
void       ink_sentence_editor_set_rule (InkSentenceEditor *self, InkRule *rule,
                                         InkSentenceUse use);
/* The id of the goal or persona whose rule it is, so that it cannot come to mean itself; NULL:
 * none. To be set before the rule. */
void       ink_sentence_editor_set_owner (InkSentenceEditor *self, const char *id);

/* What is shown, finished or not; (transfer none). */
InkRule   *ink_sentence_editor_get_draft (InkSentenceEditor *self);
gboolean   ink_sentence_editor_is_unfinished (InkSentenceEditor *self);
/* The rule that the words on screen say, read from them. */
InkRule   *ink_sentence_editor_read     (InkSentenceEditor *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
