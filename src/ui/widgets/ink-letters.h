/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A font is found among all that are installed when it is first written in, and each letter is drawn
 * when it is first needed: for a page that is mostly text, that is half of its first frame. Who knows
 * which page will be next does it before. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One for each font in @widget's labels, shown or not: the letters of the user's language.
 * (element-type PangoLayout) */
GPtrArray *ink_letters_collect (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;
/* Draws them for nobody. @factor: the pixels of the widget's window for each of ours */
void       ink_letters_draw    (PangoLayout *letters, int factor);
/* What they say, and what they are drawn on, for text of other kinds. (transfer full) */
char      *ink_letters_get_text  (void) G_GNUC_WARN_UNUSED_RESULT;
cairo_t   *ink_letters_new_paper (int factor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
