/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A quiet question mark beside a heading or a number: what does this mean? */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_IDEA_BUTTON (ink_idea_button_get_type ())
/* Property "idea" (string, nullable: nothing is shown): an id of ink-ideas.h. */
G_DECLARE_FINAL_TYPE (InkIdeaButton, ink_idea_button, INK, IDEA_BUTTON, GtkWidget)

GtkWidget *ink_idea_button_new      (const char *idea) G_GNUC_WARN_UNUSED_RESULT;
void       ink_idea_button_set_idea (InkIdeaButton *self, const char *idea);
/* A line of @words (a label, say), as wide as its text, and the button of @idea beside it. */
GtkWidget *ink_idea_button_beside   (GtkWidget *words, const char *idea) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
