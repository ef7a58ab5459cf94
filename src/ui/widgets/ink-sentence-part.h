/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One part of a sentence on screen: a line of words, and below it, indented, the parts of a group. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-sentence.h"

G_BEGIN_DECLS

#define INK_TYPE_SENTENCE_PART (ink_sentence_part_get_type ())
G_DECLARE_FINAL_TYPE (InkSentencePart, ink_sentence_part, INK, SENTENCE_PART, GtkWidget)

GtkWidget         *ink_sentence_part_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* Words that stay in their places keep their widgets, so that an open menu stays open. @rule: the
 * whole one; @root: the part is the whole sentence. */
void               ink_sentence_part_set      (InkSentencePart *self, const InkSentence *sentence,
                                               const InkRule *rule, gboolean root);
const InkPartPath *ink_sentence_part_get_path (InkSentencePart *self);
/* The part at @path in it; nullable. */
InkSentencePart   *ink_sentence_part_find     (InkSentencePart *self, const InkPartPath *path);
/* The first word that has to be chosen, of this part alone; nullable. */
GtkWidget         *ink_sentence_part_find_unfinished (InkSentencePart *self);
/* The keyboard goes to the word that shows what @like (nullable) did, or else to the first. */
void               ink_sentence_part_focus    (InkSentencePart *self, const InkWord *like);
/* What the words on screen say. */
InkRule           *ink_sentence_part_read     (InkSentencePart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
