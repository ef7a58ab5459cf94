/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the words and parts of the sentence editor share. Private. */
#pragma once

#include "definition/ink-sentence-edit.h"
#include "definition/ink-sentence.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-word-button.h"

G_BEGIN_DECLS

/* Takes @edited, shows it, and says so where it holds together. @field: nullable. */
void                 ink_sentence_editor_apply          (InkSentenceEditor *self, InkRule *edited,
                                                         const char *label, const char *field);
/* After an edit: the first word of that part that has to be chosen opens. Where there is none, and
 * the edit has taken the keyboard's word away, the one that shows what @like (nullable) showed gets
 * the keyboard, or else the first of the part. */
void                 ink_sentence_editor_go_on_at       (InkSentenceEditor *self,
                                                         const InkPartPath *path,
                                                         InkWord *like);
/* The same without opening anything. */
void                 ink_sentence_editor_stay_at        (InkSentenceEditor *self,
                                                         const InkPartPath *path,
                                                         InkWord *like);
/* At once, wherever the keyboard is. */
void                 ink_sentence_editor_take_to        (InkSentenceEditor *self,
                                                         const InkPartPath *path,
                                                         const InkWord *like);
InkView             *ink_sentence_editor_get_view       (InkSentenceEditor *self); /* nullable */
InkDefinition       *ink_sentence_editor_get_definition (InkSentenceEditor *self); /* nullable */
const InkSchema     *ink_sentence_editor_get_schema     (InkSentenceEditor *self); /* nullable */
InkSentenceUse       ink_sentence_editor_get_use        (InkSentenceEditor *self);
const char          *ink_sentence_editor_get_owner      (InkSentenceEditor *self); /* nullable */

/* Where a widget in a popover is: the word that it is about, and the rule around it. */
typedef struct
{
  InkSentenceEditor *editor;
  InkWordButton *button;
  InkWord *word;
  InkPartPath path;
  InkRule *rule;
} InkWordPlace;

/* FALSE where the widget is nowhere (any more). Nothing is owned. */
gboolean ink_word_place_find  (GtkWidget *widget, InkWordPlace *place);
/* Takes @edited; @close: the popover goes first. */
void     ink_word_place_apply (const InkWordPlace *place, InkRule *edited, const char *label,
                               gboolean close);
const InkRule *ink_word_place_get_part (const InkWordPlace *place);

/* What opens below a word. */
GtkWidget *ink_word_popover_new        (InkWordButton *button) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_events   (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_property (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_name     (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_value    (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_date     (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_amount   (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *ink_word_popover_new_window   (const InkWordPlace *place) G_GNUC_WARN_UNUSED_RESULT;

/* A row of the part's menu, or of a '+' button. @path: the part. */
void       ink_part_menu_open          (InkSentenceEditor *editor, const InkPartPath *path,
                                        GtkMenuButton *button);
void       ink_part_add_menu_open      (InkSentenceEditor *editor, const InkPartPath *path,
                                        InkRuleKind kind, GtkMenuButton *button);

/* A button that takes the piece of the rule away that the word shows. */
GtkWidget *ink_word_remove_button_new  (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* A popover around @child, as all of them have it. */
GtkWidget *ink_word_popover_wrap       (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
