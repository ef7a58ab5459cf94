/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A short menu of words: one of them is picked by mouse, or by arrow keys and Return. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_WORD_CHOICES (ink_word_choices_get_type ())
/* Signal "chosen" (int): the id of the one that was picked. */
G_DECLARE_FINAL_TYPE (InkWordChoices, ink_word_choices, INK, WORD_CHOICES, GtkWidget)

GtkWidget *ink_word_choices_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* @current: it is what holds now. */
void       ink_word_choices_add       (InkWordChoices *self, int id, const char *title,
                                       gboolean current);
/* The next one begins another group, below a line. */
void       ink_word_choices_add_line  (InkWordChoices *self);
/* For tests and keys: as if it were picked. FALSE where there is none. */
gboolean   ink_word_choices_pick      (InkWordChoices *self, int id);

G_END_DECLS
