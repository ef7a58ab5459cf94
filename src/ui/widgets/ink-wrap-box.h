/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Children one after another in lines, as words in a text; one that expands takes what is left of its
 * line, so that those after it stand at the line's end. The floor has none. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_WRAP_BOX (ink_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (InkWrapBox, ink_wrap_box, INK, WRAP_BOX, GtkWidget)

GtkWidget *ink_wrap_box_new          (void) G_GNUC_WARN_UNUSED_RESULT;
/* @sibling: nullable: first. */
void       ink_wrap_box_insert_after (InkWrapBox *self, GtkWidget *child, GtkWidget *sibling);

G_END_DECLS
