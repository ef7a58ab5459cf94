/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One word of a sentence that opens what can stand in its place. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-word.h"

G_BEGIN_DECLS

#define INK_TYPE_WORD_BUTTON (ink_word_button_get_type ())
G_DECLARE_FINAL_TYPE (InkWordButton, ink_word_button, INK, WORD_BUTTON, GtkWidget)

GtkWidget         *ink_word_button_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* @said: the word with the fixed ones before it, for who hears it: "where page". An open popover
 * stays open. */
void               ink_word_button_set      (InkWordButton *self, InkWord *word,
                                             const InkPartPath *path, const char *said);
InkWord           *ink_word_button_get_word (InkWordButton *self); /* (transfer none) */
const InkPartPath *ink_word_button_get_path (InkWordButton *self);
void               ink_word_button_open     (InkWordButton *self);
void               ink_word_button_close    (InkWordButton *self);
/* What is open below it, or was; nullable. */
GtkWidget         *ink_word_button_get_content (InkWordButton *self);

G_END_DECLS
