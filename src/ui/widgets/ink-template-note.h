/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Says how a presentation will look: like which company's template, with a button to go back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_TEMPLATE_NOTE (ink_template_note_get_type ())
G_DECLARE_FINAL_TYPE (InkTemplateNote, ink_template_note, INK, TEMPLATE_NOTE, GtkWidget)

/* Asks for a file, and says in @parent's window why it cannot be used where it cannot. */
void ink_template_note_choose (GtkWidget *parent);
/* The same with a file that is known. */
void ink_template_note_take   (GtkWidget *parent, GFile *file);

G_END_DECLS
